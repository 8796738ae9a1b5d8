"""Parts of a page that run alone when touched, behind the door of the whole page, or when open."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import ParamSpec

import streamlit as st

from pages.shared import repair
from pages.shared.session import database, look_again

Parameters = ParamSpec("Parameters")


def alone(draw: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Let a part of a page run alone; its arguments are those of the page's last run.

    Each time it asks anew who looks and opens the store, as the page does: the catalogue of the
    store counts in the thread of a run.
    """

    @st.fragment
    @wraps(draw)
    def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        with repair.offered(on_a_page=True):
            look_again()
            database()
            draw(*args, **kwargs)

    return guarded


def tabs(drawn: Mapping[str, Callable[[], object]], key: str) -> None:
    """Draw a tab for each name; only the open one is built, and a link names it under `key`."""
    shown = st.tabs(list(drawn), key=key, on_change="rerun", bind="query-params")
    for tab, draw in zip(shown, drawn.values(), strict=True):
        if tab.open:
            with tab:
                draw()
