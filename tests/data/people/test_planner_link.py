"""The planner's link counts once, and its cookie until the key is renewed or the days are over."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.commands.running import main
from data.people import planner_link


def secret_of(link):
    return link.partition(planner_link.LINK_PATH)[2]


@pytest.fixture
def cookie(tmp_path):
    return planner_link.cookie_for(tmp_path, secret_of(planner_link.new_link(tmp_path)))


def test_a_link_is_changed_for_a_cookie_once(tmp_path):
    secret = secret_of(planner_link.new_link(tmp_path))

    cookie = planner_link.cookie_for(tmp_path, secret)

    assert planner_link.is_planners(tmp_path, cookie)
    assert planner_link.cookie_for(tmp_path, secret) is None


def test_of_many_who_use_a_link_at_once_one_gets_a_cookie(tmp_path):
    secret = secret_of(planner_link.new_link(tmp_path))

    with ThreadPoolExecutor(16) as crowd:
        cookies = list(crowd.map(lambda _: planner_link.cookie_for(tmp_path, secret), range(16)))

    assert len([cookie for cookie in cookies if cookie]) == 1


def test_a_newer_link_makes_an_unused_one_void(tmp_path):
    older, newer = (secret_of(planner_link.new_link(tmp_path)) for _ in range(2))

    assert planner_link.cookie_for(tmp_path, older) is None
    assert planner_link.cookie_for(tmp_path, newer)


def test_a_wrong_secret_gets_nothing_and_leaves_the_link_valid(tmp_path):
    secret = secret_of(planner_link.new_link(tmp_path))

    assert planner_link.cookie_for(tmp_path, "") is None
    assert planner_link.cookie_for(tmp_path, f"{secret}x") is None
    assert planner_link.cookie_for(tmp_path, "ก\udc80") is None
    assert planner_link.cookie_for(tmp_path, secret)


def test_a_link_nobody_used_within_the_hour_is_void(tmp_path):
    secret = secret_of(planner_link.new_link(tmp_path))
    past = time.time() - planner_link.LINK_SECONDS - 1
    os.utime(tmp_path / "planner.link", (past, past))

    assert planner_link.cookie_for(tmp_path, secret) is None


@pytest.mark.parametrize("given", ["", ".", "..", "1.2.3", "ก.ข.ค", "x" * 10_000])
def test_what_was_never_given_is_no_cookie(tmp_path, cookie, given):
    assert cookie
    assert not planner_link.is_planners(tmp_path, given)
    assert not planner_link.is_planners(tmp_path / "another store", cookie)


def test_a_changed_cookie_is_none(tmp_path, cookie):
    made, *rest = cookie.split(".")
    later = ".".join([str(int(made) + 1), *rest])

    assert not planner_link.is_planners(tmp_path, later)
    assert not planner_link.is_planners(tmp_path, cookie[:-1])


def test_without_a_key_nobody_is_the_planner(tmp_path, cookie):
    (tmp_path / "planner.key").write_text("")

    assert not planner_link.is_planners(tmp_path, cookie)


def test_a_cookie_is_void_after_its_days(tmp_path, cookie, monkeypatch):
    later = time.time() + planner_link.COOKIE_SECONDS + 5
    monkeypatch.setattr("data.people.planner_link.time.time", lambda: later)

    assert not planner_link.is_planners(tmp_path, cookie)


@pytest.mark.skipif(os.name == "nt", reason="Windows has the rights of the folder instead")
def test_only_its_owner_may_read_what_is_secret(tmp_path, cookie):
    planner_link.new_link(tmp_path)

    assert cookie
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"planner.key": 0o600, "planner.link": 0o600}


def test_the_command_makes_a_link_to_where_the_app_listens(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "ita.duckdb"))
    planner_link.note_address(tmp_path, "http://localhost:8600")

    assert main(["link"]) == 0

    told = capsys.readouterr().err
    assert "http://localhost:8600/planner/" in told
    assert planner_link.cookie_for(tmp_path, secret_of(told.split()[1]))


def test_renewing_shuts_every_browser_out(tmp_path, cookie, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "ita.duckdb"))

    assert main(["link", "--renew", "--json"]) == 0

    assert not planner_link.is_planners(tmp_path, cookie)
