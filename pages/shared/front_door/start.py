"""What happens when the server starts: the planner gets his link, and his browser opens with it."""

import asyncio
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import streamlit as st

from data.model.errors import ItaError
from data.model.places import database_path
from data.people import planner_link
from data.words import access as words
from pages.shared import caretaker, identity

_OF_THE_MACHINE: Final = ("localhost", "127.0.0.1")


@asynccontextmanager
async def greeted(_app: st.App) -> AsyncIterator[None]:
    """Print a link of the planner, open it unless there is no screen, and look after the store.

    Under a sign-in there is none, and what keeps it from being made the pages say.
    """
    with suppress(ItaError):
        if not identity.providers():
            folder = database_path().parent
            planner_link.note_address(folder, address())
            link = planner_link.new_link(folder)
            sys.stderr.write(f"\n  {words.LINK_AT_START.format(link=link)}\n\n")
            sys.stderr.flush()
            if not st.get_option("server.headless"):
                await asyncio.to_thread(webbrowser.open, link)
    caring = asyncio.create_task(caretaker.look_after_the_store())
    try:
        yield
    finally:
        caring.cancel()


def address() -> str:
    """Give where a browser on this machine finds the app, under a name the app listens to."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    allowed = st.get_option("server.allowedHosts") or _OF_THE_MACHINE
    host = next((name for name in _OF_THE_MACHINE if name in allowed), allowed[0])
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}{'/' if base else ''}{base}"
