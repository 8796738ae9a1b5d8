"""The two tours: a link to each page, and what to look for there."""

import streamlit as st

from data.model.access import Action
from data.words import navigation as words
from data.words.guide.tours import TOURS, Stop
from pages.shared import navigation
from pages.shared.elements.links import link
from pages.shared.safe import plain
from pages.shared.session import can


def tours() -> None:
    """Draw the stops of each tour; a page the visitor may not open is named without a link."""
    titles = {stem: title for pages in navigation.PAGES.values() for stem, title, *_ in pages}
    grid = st.grid(2, min_column_width=320, gap="small")
    for title, stops in TOURS.items():
        with grid, st.container(border=True, height="stretch", gap="xxsmall"):
            st.header(title, anchor=False)
            for number, stop in enumerate(stops, start=1):
                label = words.TOUR_STOP.format(
                    number=number, page=titles[stop.page], seconds=stop.seconds
                )
                _stop(stop, label)
                st.caption(stop.look)


def _stop(stop: Stop, label: str) -> None:
    if can(navigation.NEEDS.get(stop.page, Action.READ)):
        link(stop.page, label, icon="arrow_forward")
    else:
        st.markdown(plain(label))
