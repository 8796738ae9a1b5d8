"""Links from a number to the page that explains it, with the filters of now and those it sets."""

from pathlib import Path
from typing import Final

import streamlit as st

from pages.shared.safe import plain

FOLDER: Final = Path(__file__).parents[1]
FILTERS: Final = ("years", "divisions", "role", "states", "indicators", "as_of")


def link(stem: str, label: str, *, icon: str | None = None, **chosen: str) -> None:
    """Draw a link to a page; filters go along, `chosen` replaces those of the same name."""
    st.page_link(
        FOLDER / f"{stem}.py",
        label=plain(label),
        icon=f":material/{icon}:" if icon else None,
        query_params=params(**chosen),
        width="stretch",
    )


def params(**chosen: str) -> dict[str, str | list[str]]:
    """Give the filters of the address with those chosen."""
    now = {name: st.query_params.get_all(name) for name in FILTERS if name in st.query_params}
    return {**now, **chosen}
