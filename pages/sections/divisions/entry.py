"""Reporting on many measures or steps at once, in tables."""

import streamlit as st

from data.tables.filters import Filters
from data.words.work import reporting
from data.words.work import steps as step_words
from pages.sections.divisions import report_table, steps
from pages.shared.elements.links import link
from pages.shared.fragments import alone

KEY = "ways_to_report"


def way_to_the_form(filters: Filters) -> None:
    """Lead to the page where a division reports on one measure after the other."""
    chosen = filters.divisions or ()
    division = chosen[0] if len(chosen) == 1 else ""
    link("status_report", reporting.ONE_BY_ONE, icon="edit_note", division=division)


@alone
def tables(filters: Filters) -> None:
    """Draw a tab for each table; one is built only while it is open."""
    names = (reporting.TABLE, step_words.REPORT, step_words.SCHEDULE)
    measures, states, dates = st.tabs(names, key=KEY, on_change="rerun")
    with measures:
        if measures.open:
            report_table.edit(filters)
    with states:
        if states.open:
            report_table.edit(filters, report_table.STEPS)
    with dates:
        if dates.open:
            steps.schedule(filters)
