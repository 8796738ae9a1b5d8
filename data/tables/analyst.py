"""Everything as one workbook for analysts, and as files for other tools. No Streamlit here."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.analysis.scorebook import scorebook
from data.exporters.open_files import column_type, write_folder, zipped_folder
from data.exporters.workbook import workbook
from data.framework import is_example
from data.model.columns import Kind, Table
from data.model.places import version
from data.roundtrip.values import REPORT_KEYS
from data.tables.batches import BATCH_KEYS, batch_state
from data.tables.columns import columns
from data.tables.handouts import STATUS_STYLES, batch_names
from data.tables.scores import totals_table, totals_trend
from data.tables.tidy import TidyTables, tidy_tables
from data.words import dates, filters, navigation
from data.words.files import documents as document_words
from data.words.files import tables as table_words
from data.words.files import tidy as words
from data.words.work import statuses
from queries import Reader, batches
from queries.frames import records_of

__all__ = ["analyst_workbook", "open_files_zip", "open_tables", "write_folder"]

_SOURCE: Final = ("batch_id", "file_name", "sheet", "cell")
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "scores": (
        "agency",
        "year",
        "level",
        "code",
        "score",
        "provisional",
        "revised",
        "previous_score",
        "sample",
        *_SOURCE,
    ),
    "indicators": ("year", "instrument", "indicator", "name", "score", "mark", "sample"),
    "items": ("year", "indicator", "code", "name", "score", "mark", "sample"),
    "measures": (
        "measure_id",
        "plan_year",
        "indicator",
        "position",
        "item_year",
        *REPORT_KEYS,
        "budget_left",
        "overdue",
        "withdrawn",
        "steps_done",
        "steps_counted",
        "proposed_percent",
        "start_date",
        "end_date",
        "action",
        "question",
        "analysis",
        "alignment",
        "steps",
        "period_text",
        "responsible_text",
        "reported_by",
        "reported_at",
        *_SOURCE,
    ),
    "status_history": (
        "report_id",
        "measure_id",
        "step_id",
        "reported_at",
        "kind",
        "division",
        *REPORT_KEYS,
        "reported_by",
        "batch_id",
        "file_name",
    ),
    "batches": (*BATCH_KEYS, "is_sample"),
}
"""What is shown of tables whose frames hold more; of the others it is every column."""
_SHORT_NAMES: Final = ("indicators", "catalogue_instruments", "catalogue_indicators")


def analyst_workbook(reader: Reader, as_of: dt.date, *, with_names: bool = False) -> bytes:
    """Build the workbook: a summary with its chart, every table as an Excel table, conditions."""
    tables = tidy_tables(reader, as_of, every_agency=False, with_names=with_names)
    summary = _summary(reader)
    chart_title = _titled(table_words.TREND_TITLE)
    shown = [_shown(name, tables[name], as_of) for name in words.SHEETS]
    return workbook(
        [*summary, *shown],
        conditions=conditions(reader, as_of, words.SCOPE_EXCEL),
        conditions_name=table_words.SHEETS["conditions"],
        conditions_title=table_words.CONDITIONS_TITLE,
        status_styles=STATUS_STYLES,
        trend=totals_trend(summary[0], chart_title) if summary else None,
        title=words.TITLE,
        author=navigation.app(),
        cut_label=table_words.CUT,
    )


def open_tables(reader: Reader, as_of: dt.date, *, with_names: bool = False) -> TidyTables:
    """Give every table under its English names, and the conditions as one more."""
    tables = tidy_tables(reader, as_of, every_agency=True, with_names=with_names)
    told = conditions(reader, as_of, words.SCOPE_OPEN)
    return {**tables, "conditions": pd.DataFrame(told, columns=["label", "value"])}


def open_files_zip(reader: Reader, as_of: dt.date) -> bytes:
    """Build the ZIP of Parquet, CSV and DuckDB files."""
    return zipped_folder(open_tables(reader, as_of))


def conditions(reader: Reader, as_of: dt.date, scope: str) -> list[tuple[str, str]]:
    """Say what the tables stand on."""
    labels = table_words.CONDITIONS
    used = batch_names(batches.batches(reader))
    rows = [
        (labels["scope"], scope),
        (document_words.LABELS["as_of"], dates.as_of(as_of)),
        (labels["made_at"], dates.thai_moment(dt.datetime.now(tz=dt.UTC))),
        (labels["batches"], filters.SEPARATOR.join(used) or document_words.NO_BATCHES),
        (labels["marks"], table_words.MARKS_EXPLAINED),
        (labels["version"], version()),
    ]
    if is_example():
        rows.insert(0, (labels["sample"], navigation.SAMPLE_BANNER))
    return rows


def _summary(reader: Reader) -> list[Table]:
    book = scorebook(reader)
    if book is None:
        return []
    title = _titled(words.SUMMARY_TITLE)
    made = totals_table(book.standings, title)
    return [Table(words.SUMMARY_SHEET, title, made.columns, made.frame, range_name="summary")]


def _shown(name: str, frame: pd.DataFrame, as_of: dt.date) -> Table:
    title = _titled(words.TITLES[name].format(as_of=dates.as_of(as_of)))
    keys = _KEYS.get(name) or tuple(frame.columns)
    kinds = {"name": Kind.TEXT} if name in _SHORT_NAMES else {}
    listed = columns(keys, {key: heading_of(name, key) for key in keys}, **kinds)
    return Table(words.SHEETS[name], title, listed, _worded(name, frame), range_name=name)


def _titled(title: str) -> str:
    if not is_example():
        return title
    return words.SAMPLE_TITLE.format(mark=navigation.SAMPLE_SHORT, title=title)


def heading_of(table: str, key: str) -> str:
    if table.startswith("catalogue_"):
        key = {"evidence": "evidence_of", "level": "level_name"}.get(key, key)
    if table == "batches" and key == "kind":
        return table_words.HEADINGS[key]
    return words.HEADINGS.get(key) or table_words.HEADINGS[key]


def _worded(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Put Thai words in the place of codes."""
    shown = frame.copy()
    for key in frame:
        if column_type(frame[key]) == "boolean":
            shown[key] = frame[key].map({True: words.YES, False: words.NO})
    for key, told in _words_of(table).items():
        if key in frame:
            shown[key] = frame[key].map(told)
    if "status" in frame:
        shown["status"] = _status_words(frame["status"].tolist())
    if table == "batches":
        shown["state"] = [batch_state(row) for row in records_of(frame)]
    return shown


def _status_words(codes: Sequence[Any]) -> "pd.Series[str]":
    told = ["" if pd.isna(code) else statuses.status(code) for code in codes]
    return pd.Series(told, dtype="str")


def _words_of(table: str) -> Mapping[str, Mapping[str, str]]:
    if table.startswith("catalogue_"):
        return {"evidence": words.EVIDENCE, "range_evidence": words.EVIDENCE}
    return {
        "scores": {"level": table_words.LEVELS},
        "measure_divisions": {"role": words.ROLES},
        "status_history": {"kind": words.ROLES},
        "batches": {"kind": table_words.KINDS, "form": table_words.FORMS},
    }.get(table, {})
