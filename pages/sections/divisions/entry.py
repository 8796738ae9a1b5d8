"""What is handed to divisions, and the ways in which they report."""

from collections.abc import Callable, Mapping
from functools import partial

from data.tables.filters import Filters
from data.words.work import reminders as reminder_words
from data.words.work import reporting, status_report
from data.words.work import steps as step_words
from pages.sections.divisions import reminders, report_table, roundtrip, steps
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements.links import link
from pages.shared.fragments import alone, tabs

KEY = "ways_to_report"


def way_to_the_form(filters: Filters) -> None:
    """Lead to the page where a division reports."""
    chosen = filters.divisions or ()
    division = chosen[0] if len(chosen) == 1 else ""
    link("status_report", reporting.WAY_TO_REPORT, icon="edit_note", division=division)


@alone
def handed_out(filters: Filters) -> None:
    """Draw what divisions take away: workbooks and reminders, a tab for each."""
    drawn = {
        reporting.HANDING_OUT: partial(_workbooks, filters),
        reminder_words.NAME: partial(reminders.offer, filters),
    }
    tabs(drawn, "hand_out")


def ways(one_by_one: Callable[[], object], filters: Filters) -> None:
    """Draw a tab for each, the first for one measure after the other; one is built while open."""
    drawn: Mapping[str, Callable[[], object]] = {
        status_report.ONE_BY_ONE: one_by_one,
        reporting.TABLE: partial(report_table.edit, filters),
        step_words.REPORT: partial(report_table.edit, filters, report_table.STEPS),
        step_words.SCHEDULE: partial(steps.schedule, filters),
    }
    tabs(drawn, KEY)


def _workbooks(filters: Filters) -> None:
    roundtrip.offer_workbooks(chosen_measures(filters), filters)
