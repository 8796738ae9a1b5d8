"""The ways to report: one measure after the other, many in a table, their steps."""

import pandas as pd
import streamlit as st

from data.tables.filters import Filters
from data.words.work import reporting
from data.words.work import steps as step_words
from pages.sections.divisions import progress, report_table, steps

KEY = "ways_to_report"


def tabs(measures: pd.DataFrame, filters: Filters) -> None:
    """Draw each way in a tab of its own; the tables of steps only while theirs is open."""
    names = (reporting.QUICK, reporting.TABLE, step_words.REPORT, step_words.SCHEDULE)
    one, many, states, dates = st.tabs(names, key=KEY, on_change="rerun")
    with one:
        progress.report_form(measures)
    with many:
        report_table.edit(filters)
    if states.open:
        with states:
            report_table.edit(filters, report_table.STEPS)
    if dates.open:
        with dates:
            steps.schedule(filters)
