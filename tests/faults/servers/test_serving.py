"""Several servers by one command: people stay with theirs, and go on at another when it dies."""

import os
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import psutil
import pytest
from platformdirs import user_data_path
from websockets.exceptions import ConnectionClosed, InvalidStatus

from pages.shared.safe import plain
from tests.load.bench_load import SCOPE, Place, at, said
from tests.load.clicking import Clicker
from tests.running import PATIENCE, served, servers_of

SERVER = "ita_server"
THOUGHT = 0.2


@dataclass
class Visitor:
    """Somebody who clicks, and comes again with his cookie when the connection ends."""

    app: object
    seed: int
    goes_on: threading.Event
    places: list = field(default_factory=list)
    wrong: int = 0
    clicks_since: int = 0

    def stay(self):
        """Click until told to leave; gives the visitor."""
        while self.goes_on.is_set():
            try:
                self._sit_down()
            except (ConnectionClosed, InvalidStatus, OSError):
                time.sleep(0.1)
        return self

    def _sit_down(self):
        known = {"Cookie": self.places[-1]} if self.places else {}
        place = Place(self.app.address, list, plain(SCOPE), said, headers=known)
        with at(place) as socket:
            given = socket.response.headers.get("Set-Cookie", "").partition(";")[0]
            self.places += [given] * bool(given)
            self.clicks_since = 0
            clicker = Clicker(socket, self.seed, place.scope, place.said)
            clicker.open()
            while self.goes_on.is_set():
                clicker.filter()
                self.clicks_since += 1
                time.sleep(THOUGHT)
                self.wrong += clicker.wrong


def wait_until(met):
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.usefixtures("haproxy_path")
@pytest.mark.parametrize("people", [2, pytest.param(20, marks=pytest.mark.long)])
def test_who_sits_at_a_server_that_dies_goes_on_at_another(server_place, example_folder, people):
    folder = user_data_path("ita-dashboard", appauthor=False)
    shutil.copytree(example_folder, folder / "example", dirs_exist_ok=True)
    goes_on = threading.Event()
    goes_on.set()
    with served(server_place, servers=2) as app, ThreadPoolExecutor(people) as crowd:
        visitors = [Visitor(app, seed, goes_on) for seed in range(people)]
        staying = []
        try:
            for visitor in visitors:  # the front leads each to where the fewest sit
                staying.append(crowd.submit(visitor.stay))
                wait_until(lambda one=visitor: one.places)
            wait_until(lambda: all(one.clicks_since for one in visitors))
            sat_at = {one.places[-1] for one in visitors}
            before = servers_of(app)
            os.kill(before["s1"], signal.SIGKILL)
            wait_until(lambda: all(one.places[-1] == f"{SERVER}=s2" for one in visitors))
            wait_until(lambda: all(one.clicks_since for one in visitors))
            wait_until(lambda: servers_of(app).get("s1") not in {before["s1"], None})
        finally:
            goes_on.clear()
        left = [one.result() for one in staying]
        running = psutil.Process(app.process).children()

    front = app.address.replace("127.0.0.1", "http://localhost")
    assert (folder / "app.address").read_text(encoding="ascii") == front
    assert sat_at == {f"{SERVER}=s1", f"{SERVER}=s2"}
    assert psutil.wait_procs(running, PATIENCE)[1] == []
    assert [one.wrong for one in left] == [0] * people
    assert {len(one.places) for one in left} == {1, 2}
