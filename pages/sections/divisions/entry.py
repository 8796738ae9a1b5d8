"""What is handed to divisions, and the reports on many measures or steps at once."""

from functools import partial

from data.tables.filters import Filters
from data.words.work import reminders as reminder_words
from data.words.work import reporting
from data.words.work import steps as step_words
from pages.sections.divisions import reminders, report_table, roundtrip, steps
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements.links import link
from pages.shared.fragments import alone, tabs

KEY = "ways_to_report"


def way_to_the_form(filters: Filters) -> None:
    """Lead to the page where a division reports on one measure after the other."""
    chosen = filters.divisions or ()
    division = chosen[0] if len(chosen) == 1 else ""
    link("status_report", reporting.ONE_BY_ONE, icon="edit_note", division=division)


def of_division(own: Filters) -> None:
    """Draw what one division takes away: its workbook and its reminders, a tab for each."""
    handed_out = {
        reporting.HANDING_OUT: partial(_workbooks, own),
        reminder_words.NAME: partial(reminders.offer, own),
    }
    tabs(handed_out, "hand_out")


@alone
def ways(filters: Filters) -> None:
    """Draw a tab for each; one is built only while it is open."""
    drawn = {
        reporting.HANDING_OUT: partial(_workbooks, filters),
        reminder_words.NAME: partial(reminders.offer, filters),
        reporting.TABLE: partial(report_table.edit, filters),
        step_words.REPORT: partial(report_table.edit, filters, report_table.STEPS),
        step_words.SCHEDULE: partial(steps.schedule, filters),
    }
    tabs(drawn, KEY)


def _workbooks(filters: Filters) -> None:
    roundtrip.offer_workbooks(chosen_measures(filters), filters)
