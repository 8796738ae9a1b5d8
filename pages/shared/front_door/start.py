"""What happens when the server starts: the planner gets his link, and his browser opens with it."""

import asyncio
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import streamlit as st
from streamlit import config

from data.model.errors import ItaError
from data.model.places import front_address, store_folder
from data.people import planner_link
from data.words import access as words
from pages.shared import caretaker, identity
from pages.shared.front_door import thai_words
from pages.shared.front_door.memory import share_memory
from pages.shared.home import held

_OF_THE_MACHINE: Final = ("localhost", "127.0.0.1")
_ANYWHERE: Final = (None, "", "0.0.0.0", "::", *_OF_THE_MACHINE)  # noqa: S104  what is asked
"""What `server.address` says where the app listens on this machine under those names."""


@asynccontextmanager
async def greeted(_app: st.App) -> AsyncIterator[None]:
    """Print a link of the planner, open it unless there is no screen, and look after the store.

    Under a sign-in there is none, and what keeps it from being made the pages say; nor where
    several agencies share the store. A link to one of several servers would lead past their front.
    """
    share_memory()
    _listen_to_this_machine()
    thai_words.tell_faults()
    with suppress(ItaError):
        if not (front_address() or identity.providers() or _is_shared()):
            folder = store_folder()
            planner_link.note_address(folder, address())
            link = planner_link.new_link(folder)
            sys.stderr.write(f"\n  {words.LINK_AT_START.format(link=link)}\n\n")
            sys.stderr.flush()
            if not st.get_option("server.headless"):
                await asyncio.to_thread(webbrowser.open, link)
    preparing = asyncio.create_task(asyncio.to_thread(thai_words.prepare))
    caring = asyncio.create_task(caretaker.look_after_the_store())
    try:
        yield
    finally:
        caring.cancel()
        preparing.cancel()


def _is_shared() -> bool:
    """Tell whether several agencies share the database, where a link is nobody's."""
    with suppress(ItaError):
        return held.register() is not None
    return False


def address() -> str:
    """Give where a browser on this machine finds the app, under a name the app listens to."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    host, port = _names_of_this_machine()[0], st.get_option("server.port")
    return f"{scheme}://{host}:{port}{'/' if base else ''}{base}"


def _listen_to_this_machine() -> None:
    """Let the planner in at the machine itself also where `allowedHosts` names the network only.

    Those names lead to the browser's own machine, so no stranger's page can be behind them.
    """
    allowed = st.get_option("server.allowedHosts")
    missing = [name for name in _names_of_this_machine() if name not in allowed]
    if allowed and missing:
        config.set_option("server.allowedHosts", [*allowed, *missing])


def _names_of_this_machine() -> tuple[str, ...]:
    """Give the names under which a browser here finds the app, the best one first."""
    bound = st.get_option("server.address")
    return _OF_THE_MACHINE if bound in _ANYWHERE else (bound,)
