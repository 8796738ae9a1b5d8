"""How many connections one address, and all together, may hold open."""

import asyncio
from contextlib import ExitStack

import pytest

from pages.shared.front_door import FrontDoor, connections


def held(stack, client, count):
    scope = {"type": "websocket", "client": (client, 1)}
    return [stack.enter_context(connections.held(scope)) for _ in range(count)]


def test_one_address_holds_so_many_and_others_still_get_in():
    with ExitStack() as stack:
        mine = held(stack, "10.0.0.1", connections.MOST_OF_ONE + 2)

        assert mine.count(False) == 2
        assert held(stack, "10.0.0.2", 1) == [True]
    with ExitStack() as stack:
        assert held(stack, "10.0.0.1", connections.MOST_OF_ONE).count(False) == 0


def test_all_together_hold_so_many():
    with ExitStack() as stack:
        rest = connections.MOST
        for number in range(connections.MOST // connections.MOST_OF_ONE + 1):
            count = min(connections.MOST_OF_ONE, rest)
            assert all(held(stack, f"10.0.1.{number}", count))
            rest -= count

        assert held(stack, "10.0.2.1", 1) == [False]


@pytest.fixture
def full(monkeypatch):
    monkeypatch.setattr(connections, "MOST", 0)


@pytest.mark.usefixtures("full")
def test_a_connection_too_many_is_closed_before_the_app_hears_of_it():
    sent = []

    async def heard(*_):
        pytest.fail("the app was asked")

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("10.0.0.1", 1)}
    asyncio.run(FrontDoor(heard)(scope, receive, send))

    assert sent == [{"type": "websocket.close", "code": 1013}]
