"""Links: from a number to the page that explains it, and of this view for somebody else."""

from collections.abc import Mapping
from typing import Final, NoReturn
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from data.words import navigation as words
from pages.shared.navigation import FIRST, page_of
from pages.shared.safe import plain

_THIS_MACHINE: Final = ("localhost", "127.0.0.1", "::1")
FILTERS: Final = ("years", "divisions", "role", "states", "indicators", "as_of", "agency")


def link(stem: str, label: str, *, icon: str | None = None, **chosen: str) -> None:
    """Draw a link to a page; filters go along, `chosen` replaces those of the same name."""
    st.page_link(
        page_of(stem),
        label=plain(label),
        icon=f":material/{icon}:" if icon else "",
        help="",
        query_params=params(**chosen),
        width="stretch",
    )


def go(stem: str, **chosen: str) -> NoReturn:
    """Lead to a page at once, as `link` does."""
    st.switch_page(page_of(stem), query_params=params(**chosen))


def back() -> None:
    """Draw the way back to the overview; the filters stay."""
    link(FIRST, words.BACK, icon="arrow_back")


def params(**chosen: str) -> dict[str, str | list[str]]:
    """Give the filters of the address with those chosen; "" takes one away.

    What a widget of a filter holds the browser takes along itself, and nobody else may write.
    """
    # An address names few filters, and a page asks this for each of its links.
    named = (name for name in st.query_params if name in FILTERS)
    now = {name: st.query_params.get_all(name) for name in named if name not in st.session_state}
    given: dict[str, str | list[str]] = {**now, **chosen}
    return {name: value for name, value in given.items() if value}


def share() -> None:
    """Draw the button that shows the link of this view, to be copied."""
    link, reaches_others = link_of_view(
        st.context.url or "", st.query_params.to_dict(), st.get_option("server.allowedHosts") or []
    )
    with st.sidebar.popover(words.SHARE, icon=":material/share:", width="stretch"):
        st.caption(words.SHARE_HELP)
        st.code(link, language=None, wrap_lines=True)
        if not reaches_others:
            st.caption(words.SHARE_HERE_ONLY)


def link_of_view(
    url: str, query: Mapping[str, str | list[str]], allowed_hosts: list[str]
) -> tuple[str, bool]:
    """Give the address with its filters, and whether another machine can open it.

    A name of this machine alone is changed for one that others know it by, where there is one.
    """
    parts = urlsplit(url)
    known = [name for name in allowed_hosts if name not in _THIS_MACHINE]
    host = parts.hostname or ""
    if host in _THIS_MACHINE and known:
        host = known[0]
    place = f"{host}:{parts.port}" if parts.port else host
    whole = (parts.scheme, place, parts.path, urlencode(query, doseq=True), "")
    return urlunsplit(whole), host not in _THIS_MACHINE
