"""What stands around the example: its banner, and the way from it to one's own data."""

from typing import Final

import streamlit as st

from data.model.access import Action, may
from data.words import navigation as words
from pages.shared import navigation, store
from pages.shared.session import visitor

STARTED: Final = "own_data_started"
"""Set for the run in which one's own store was set up: its page is still there to lead on."""


def banner(url_path: str) -> None:
    """Say on every page of the example that it is none of one's own, with the way out."""
    if not store.shows_example() or url_path == navigation.address(navigation.FRESH):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="example_banner"):
        st.warning(words.SAMPLE_ON_PAGE, icon=":material/science:")
        if not store.is_own_empty():
            st.button(words.LEAVE_EXAMPLE, on_click=store.leave_example, key="leave_example")
        elif may_start_own():
            _start_button()


def link() -> None:
    """Lead to the example, where something else is shown."""
    if not store.shows_example():
        st.page_link(
            f"pages/{navigation.FIRST}.py",
            label=words.SEE_EXAMPLE,
            icon=":material/science:",
            query_params={store.EXAMPLE: "1"},
            width="stretch",
        )


def may_start_own() -> bool:
    """Tell whether the visitor is led to set up the store that nobody has set up yet."""
    fresh = not store.is_set_up() or bool(st.session_state.get(STARTED))
    return fresh and may(visitor(), Action.SETTINGS)


def _start_button() -> None:
    if st.button(words.START_OWN, type="primary", key="start_own", icon=":material/rocket_launch:"):
        st.switch_page(f"pages/{navigation.FRESH}.py")
