"""The agencies of the areas whose sums the visitor may see, for page and file."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import streamlit as st

from data.analysis.area_summary import AreaSummary, area_summary, nearest_first
from data.model.access import ListedAgency
from data.model.columns import Table
from data.model.errors import ItaError
from data.model.thai_time import today
from data.tables.area_summary import area_table
from data.tables.handouts import Handout
from data.words import dates, failures
from data.words import filters as filter_words
from data.words.scores import area_summary as words
from pages.charts.agencies import agency_levels, agency_levels_alt
from pages.shared.downloads import show_table
from pages.shared.drawing import Drawing
from pages.shared.home.held import register
from pages.shared.home.membership import AGENCY, belonging, enter, sums_of
from pages.shared.navigation import FIRST, page_of
from pages.shared.session import areas, kept_of
from pages.shared.twins import Leads, chart_or_table

_PATIENCE: Final = 60.0
"""Seconds: to ask each of a hundred agencies at each click would take longer than all the rest."""
_AT_ONCE: Final = 3
"""Agencies: the server reads one while this process works another out."""


def entitled() -> list[ListedAgency]:
    """Give the agencies of the visitor's areas; the page ends where there is none."""
    known, own = register(), areas()
    agencies = known.agencies() if known is not None and own else ()
    found = [one for one in agencies if any(area.holds(one) for area in own)]
    if not found:
        st.info(words.NONE)
        st.stop()
    return found


def chosen(agencies: Sequence[ListedAgency]) -> tuple[list[ListedAgency], tuple[str, ...]]:
    """Let a person choose districts; give their agencies, and what was chosen in words."""
    districts = sorted({one.district for one in agencies if one.district})
    named = st.multiselect(
        words.DISTRICTS,
        districts,
        key="area_districts",
        bind="query-params",
        placeholder=filter_words.ANY,
    )
    shown = [one for one in agencies if one.district in named] if named else list(agencies)
    scope = (", ".join(map(words.area, areas())), ", ".join(named) or words.EVERY_DISTRICT)
    return shown, (*scope, dates.as_of(today()))


def table(agencies: Sequence[ListedAgency]) -> Table:
    """Give one row an agency, the one that is nearest to the next level first."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        summaries = pool.map(_summary, agencies)
        return area_table(nearest_first(dict(zip(agencies, summaries, strict=True))))


def draw(shown: Table, scope: tuple[str, ...]) -> None:
    """Draw the agencies that have scores as a figure, or all of them as a table."""
    scored = shown.frame.dropna(subset="score")
    leads = Leads(_enter, lambda row: _enter(row["code"])) if _own_codes() else None
    if scored.empty:
        show_table(shown, on_row=leads.row if leads else None)
        return
    drawn = Drawing(agency_levels(scored), agency_levels_alt(scored), words.NAME, scope)
    note = words.NEAREST_FIRST if leads is None else f"{words.NEAREST_FIRST} {words.LEADS_ON}"
    chart_or_table(drawn, shown, leads, "view", note)


def _own_codes() -> frozenset[str]:
    belongs = belonging()
    return frozenset(one.code for one in belongs.people) if belongs else frozenset()


def _enter(code: object) -> None:
    """Go on in the agency that was chosen, where the visitor is one of its people."""
    if code not in _own_codes():
        st.info(words.SUMS_ALONE)
        return
    enter(str(code))
    st.switch_page(page_of(FIRST), query_params={AGENCY: str(code)})


def handout(shown: Table, scope: tuple[str, ...], every: int) -> Handout:
    """Give the file of what is shown."""
    return Handout(lambda: (shown,), scope, every, (), name_parts=(words.NAME,), sample=False)


def _summary(agency: ListedAgency) -> AreaSummary | str:
    """Ask the store of an agency; what fails there is said in its row."""
    day = today()
    try:
        own = sums_of(agency, _PATIENCE)
        return kept_of(own, f"area_summary {day}", lambda: area_summary(own, day))
    except ItaError as error:
        return failures.failure(error)
