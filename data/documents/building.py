"""Every document that is handed out, from frames to bytes. No Streamlit here."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.analysis.plan.division_counts import division_progress
from data.analysis.scorebook import Scorebook, scorebook
from data.documents.forms.form_docx import form_document
from data.documents.forms.form_pdf import form_pdf
from data.documents.forms.form_table import About, FormTable
from data.documents.forms.form_xlsx import form_workbook
from data.documents.forms.plan_form import plan_form
from data.documents.forms.plan_rows import plan_rows
from data.documents.forms.result_form import ResultRow, result_form
from data.documents.ground import Ground
from data.documents.paper import typesetting
from data.documents.summary import summary
from data.documents.yearly import yearly
from data.exporters.names import file_name as dated_file_name
from data.framework import is_example, office, organisation
from data.model.errors import UnknownRoundError
from data.model.places import version
from data.model.thai_time import today
from data.tables.filters import Filters
from data.tables.handouts import batch_names
from data.tables.work.budget import budget_total
from data.tables.work.rounds import snapshot_measures
from data.words import dates, filters, navigation
from data.words.files import documents as words
from data.words.files import tables as table_words
from data.words.files.documents import Document
from data.words.work import rounds as round_words
from data.words.work import statuses
from data.words.work.budget import baht
from queries import Reader, batches, budgets, measures, scores
from queries.frames import records_of
from queries.rounds import snapshot

SHOWN_YEARS: Final = 3


def ground(
    reader: Reader,
    year: int,
    as_of: dt.date,
    chosen: tuple[str, ...] = (),
    *,
    lead_only: bool = False,
) -> Ground:
    """Read what the documents of a year stand on: its plan, and scores of three years."""
    every = measures.measures(reader, as_of=as_of, years=[year])
    shown = measures.measures(
        reader, as_of=as_of, years=[year], divisions=chosen or None, lead_only=lead_only
    )
    return Ground(
        year=year,
        as_of=as_of,
        book=book(reader, year),
        scores=scores.scores(reader, years=shown_years(year)),
        measures=shown,
        progress=division_progress(
            shown, as_of=as_of, divisions=chosen or None, lead_only=lead_only
        ),
        all_measures=len(every),
        divisions=chosen,
        lead_only=lead_only,
        batches=batch_names(batches.batches(reader)),
        budget=budget_total(
            budgets.plan_budget(reader, as_of=as_of, measure_ids=list(shown["measure_id"]))
        ),
    )


def shown_years(year: int) -> list[int]:
    """List the years whose scores the documents of a year show."""
    return list(range(year - SHOWN_YEARS + 1, year + 1))


def book(reader: Reader, year: int) -> Scorebook | None:
    """Read the scores that the documents of a year show; None without any."""
    return scorebook(reader, shown_years(year))


def closed_ground(reader: Reader, round_id: int) -> Ground:
    """Give what the result form of a closed round stands on: its snapshot, and nothing newer.

    Raises:
        UnknownRoundError: there is no closed round of this number.
    """
    held = snapshot(reader, round_id)
    if held is None:
        raise UnknownRoundError(round_id)
    shown = snapshot_measures(held)
    source = round_words.BATCH.format(
        name=held["name"],
        closed_at=dates.thai_moment(held["closed_at"]),
        sha256=round_words.short(held["sha256"]),
    )
    return Ground(
        year=int(held["plan_year"]),
        as_of=held["as_of"],
        book=None,
        scores=pd.DataFrame(),
        measures=shown,
        progress=pd.DataFrame(),
        all_measures=len(shown),
        divisions=(),
        lead_only=False,
        batches=(source,),
    )


def plan(found: Ground, *, thai_digits: bool) -> FormTable:
    """Give the plan form of the year."""
    about = _about(found, thai_digits=thai_digits)
    return plan_form(plan_rows(found.measures), words.PLAN, about)


def result(found: Ground, *, thai_digits: bool) -> FormTable:
    """Give the result form of the year as of the day."""
    rows = [_result_row(row) for row in records_of(found.measures)]
    return result_form(rows, words.RESULT, _about(found, thai_digits=thai_digits))


_FORMS: Final = {Document.PLAN: plan, Document.RESULT: result}
_FORM_WRITERS: Final = {".docx": form_document, ".xlsx": form_workbook, ".pdf": form_pdf}
_PAPERS: Final = {
    Document.ONE_PAGE: ("one_page", summary),
    Document.YEARLY: ("yearly_report", yearly),
}
_PAPER_WRITERS: Final = {
    Document.ONE_PAGE: {".pdf": typesetting.pdf, ".png": typesetting.png},
    Document.YEARLY: {".pdf": typesetting.pdf},
}


def build(document: Document, suffix: str, found: Ground, *, thai_digits: bool) -> bytes:
    """Make one document in one format.

    Raises:
        KeyError: the document does not come in this format.
    """
    if document in _FORMS:
        return _FORM_WRITERS[suffix](_FORMS[document](found, thai_digits=thai_digits))
    template, tell = _PAPERS[document]
    return _PAPER_WRITERS[document][suffix](template, tell(found, conditions(found, marks=True)))


def formats(document: Document) -> tuple[str, ...]:
    """List the formats of a document, the first one first."""
    return tuple(_PAPER_WRITERS.get(document, _FORM_WRITERS))


def is_empty(document: Document, *, planned: bool, scored: bool) -> bool:
    """Whether there is nothing a document could say of a year with or without measures, scores."""
    return not planned and (document in _FORMS or not scored)


def file_name(document: Document, suffix: str, year: int, divisions: Sequence[str]) -> str:
    """Name the file of a document, with its year and the day it is made."""
    parts = (f"{table_words.FILE_PREFIX}{year}", words.NAMES[document], *divisions)
    return dated_file_name(parts, suffix, today())


def conditions(found: Ground, *, marks: bool) -> list[tuple[str, str]]:
    """Say what a document stands on, as pairs of a label and a text."""
    labels = words.LABELS
    scope = Filters((found.year,), found.divisions or None, found.lead_only).scope()
    counted = words.MEASURES_OF.format(shown=len(found.measures), all=found.all_measures)
    used = filters.SEPARATOR.join(found.batches) or words.NO_BATCHES
    return [
        (labels["scope"], filters.SEPARATOR.join([*scope, counted])),
        (labels["as_of"], dates.as_of(found.as_of)),
        *([] if found.public else [(labels["batches"], used)]),
        *([(labels["marks"], table_words.MARKS_EXPLAINED)] if marks else []),
        *([] if found.public else [(labels["made"], dates.thai_moment(_now()))]),
        (labels["version"], version()),
    ]


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC)


def _about(found: Ground, *, thai_digits: bool) -> About:
    return About(
        found.year,
        organisation().name,
        found.divisions,
        dates.as_of(found.as_of),
        tuple(conditions(found, marks=False)),
        navigation.app(),
        thai_digits,
        navigation.SAMPLE_SHORT if is_example() else "",
        None if found.public else _now(),
        found.signatures,
        office().logo,
    )


def _result_row(row: Mapping[Any, Any]) -> ResultRow:
    percent = "" if pd.isna(row["percent"]) else words.PERCENT.format(percent=int(row["percent"]))
    items = words.ITEMS.format(items=", ".join(row["items"])) if len(row["items"]) else ""
    flags = statuses.flags(row).replace(filters.SEPARATOR, "\n")
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
        "" if pd.isna(row["budget_spent"]) else baht(row["budget_spent"]),
    )
