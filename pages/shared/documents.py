"""Every document that is handed out, from frames to bytes. No Streamlit here."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.documents import typesetting
from data.documents.form_table import FormTable
from data.documents.form_words import About
from data.documents.plan_form import plan_form
from data.documents.plan_rows import plan_rows
from data.documents.result_form import ResultRow, result_form
from data.framework import organisation
from data.scorebook import scorebook
from pages.shared.handouts import batch_names, version
from pages.shared.summary import Ground, summary
from pages.shared.tables import flag_words
from pages.shared.text import dates, filters, navigation, statuses
from pages.shared.text import documents as words
from pages.shared.text import tables as table_words
from pages.shared.yearly import yearly
from queries import Reader, batches, divisions, measures, scores

SHOWN_YEARS: Final = 3


def ground(reader: Reader, year: int, as_of: dt.date, chosen: tuple[str, ...] = ()) -> Ground:
    """Read what the documents of a year stand on: its plan, and scores of three years."""
    shown_years = list(range(year - SHOWN_YEARS + 1, year + 1))
    every = measures.measures(reader, as_of=as_of, years=[year])
    shown = measures.measures(reader, as_of=as_of, years=[year], divisions=chosen or None)
    return Ground(
        year=year,
        as_of=as_of,
        book=scorebook(reader, shown_years),
        scores=scores.scores(reader, years=shown_years),
        measures=shown,
        progress=divisions.division_progress(
            reader,
            as_of=as_of,
            measure_ids=list(shown["measure_id"]),
            divisions=chosen or None,
        ),
        all_measures=len(every),
        divisions=chosen,
        batches=batch_names(batches.batches(reader)),
    )


def plan(found: Ground, *, thai_digits: bool) -> FormTable:
    """Give the plan form of the year."""
    about = _about(found, thai_digits=thai_digits)
    return plan_form(plan_rows(found.measures), words.PLAN, about)


def result(found: Ground, *, thai_digits: bool) -> FormTable:
    """Give the result form of the year as of the day."""
    rows = [_result_row(row) for row in found.measures.to_dict("records")]
    return result_form(rows, words.RESULT, _about(found, thai_digits=thai_digits))


def one_page_pdf(found: Ground) -> bytes:
    """Set the one page for the executive as PDF."""
    return typesetting.pdf("one_page", summary(found, conditions(found, marks=True)))


def one_page_png(found: Ground) -> bytes:
    """Set the one page for the executive as a picture."""
    return typesetting.png("one_page", summary(found, conditions(found, marks=True)))


def yearly_pdf(found: Ground) -> bytes:
    """Set the yearly report as PDF."""
    return typesetting.pdf("yearly_report", yearly(found, conditions(found, marks=True)))


def conditions(found: Ground, *, marks: bool) -> list[tuple[str, str]]:
    """Say what a document stands on, as pairs of a label and a text."""
    labels = words.LABELS
    scope = [filters.years([found.year]), *(found.divisions or [filters.EVERY_DIVISION])]
    counted = words.MEASURES_OF.format(shown=len(found.measures), all=found.all_measures)
    return [
        (labels["scope"], filters.SEPARATOR.join([*scope, counted])),
        (labels["as_of"], dates.as_of(found.as_of)),
        (labels["batches"], filters.SEPARATOR.join(found.batches) or words.NO_BATCHES),
        *([(labels["marks"], table_words.MARKS_EXPLAINED)] if marks else []),
        (labels["made"], dates.thai_moment(dt.datetime.now(tz=dt.UTC))),
        (labels["version"], version()),
    ]


def _about(found: Ground, *, thai_digits: bool) -> About:
    return About(
        found.year,
        organisation().name,
        found.divisions,
        dates.as_of(found.as_of),
        tuple(conditions(found, marks=False)),
        navigation.APP,
        thai_digits,
    )


def _result_row(row: Mapping[Any, Any]) -> ResultRow:
    percent = "" if pd.isna(row["percent"]) else words.PERCENT.format(percent=int(row["percent"]))
    items = words.ITEMS.format(items=", ".join(row["items"])) if len(row["items"]) else ""
    flags = flag_words(row).replace(filters.SEPARATOR, "\n")
    told = (statuses.status(row["status"]), percent, flags)
    return ResultRow(
        int(row["indicator"]),
        int(row["item_year"]),
        "\n".join(filter(None, (str(row["action"]), items))),
        str(row["period_text"]),
        str(row["responsible_text"]),
        "\n".join(filter(None, told)),
        str(row["note"] or ""),
        str(row["evidence"] or ""),
    )
