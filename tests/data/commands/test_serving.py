"""Several servers by one command: refused where they cannot be, and put into a front's words."""

import os
import shutil
import socket
import subprocess

import pytest

from data.commands.serving import front, serve
from data.words import commands as words
from tests.running import ROOT

DEPLOY = ROOT / "data" / "deploy"
ELSEWHERE = "postgresql://ita@nowhere.invalid/ita"


@pytest.fixture
def haproxy_is_there(monkeypatch):
    monkeypatch.setattr(front, "haproxy", lambda: "haproxy")


def test_a_store_in_a_file_is_served_by_one_program_alone(run):
    assert run("serve")[1]["error"]["code"] == "store-is-a-file"


def test_without_a_front_nothing_is_started_and_it_is_told_what_is_missing(run, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", ELSEWHERE)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)

    assert run("serve")[1]["error"]["code"] == "no-front"


@pytest.mark.usefixtures("haproxy_is_there")
def test_a_port_that_is_taken_is_told(run, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", ELSEWHERE)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, answer = run("serve", "--port", taken.getsockname()[1])

    assert (code, answer["error"]["code"]) == (2, "port-taken")


@pytest.mark.parametrize(("register", "way_in"), [(None, words.BY_LINK), ("", words.BY_SIGN_IN)])
def test_the_planners_link_is_named_where_it_counts_alone(
    register, way_in, sample_store, monkeypatch
):
    monkeypatch.setattr(serve, "register_of", lambda _place: register)
    monkeypatch.setattr(serve, "example_path", lambda: sample_store)

    assert serve._prepare("http://localhost:8501") == way_in  # noqa: SLF001


@pytest.mark.parametrize("place", ["this machine", "containers"])
def test_haproxy_takes_the_recipe(place, haproxy_path, tmp_path):
    here = front.front(8501, [1, 2], tmp_path)
    command = here.command
    if place == "containers":
        command = [*command[:-1], DEPLOY / "haproxy-containers.cfg"]

    ended = subprocess.run(
        [haproxy_path, "-c", *command[1:]], env=os.environ | here.environment, check=False
    )

    assert ended.returncode == 0
