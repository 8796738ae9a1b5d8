"""Everything as one workbook for analysts, and as files for other tools. No Streamlit here."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.analysis.scorebook import scorebook
from data.exporters.open_files import write_folder, zipped_folder
from data.exporters.workbook import workbook
from data.model.columns import Column, Kind, Table, Trend
from data.tables.handouts import STATUS_STYLES, batch_names, version
from data.tables.shown import batch_state, totals_table
from data.tables.tidy import TidyTables, tidy_tables
from data.words import dates, filters, navigation, palette
from data.words.files import documents as document_words
from data.words.files import tables as table_words
from data.words.files import tidy as words
from data.words.work import statuses
from queries import Reader, batches

__all__ = ["analyst_workbook", "open_files_zip", "open_tables", "write_folder"]

_FLAGS: Final = ("is_home", "provisional", "revised", "sample", "is_sample", "overdue", "withdrawn")
_TOTAL_COLOUR: Final = "#1F2937"
_KINDS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "scores": {
        "agency": Kind.TEXT,
        "year": Kind.YEAR,
        "level": Kind.TEXT,
        "code": Kind.TEXT,
        "score": Kind.SCORE,
        "provisional": Kind.TEXT,
        "revised": Kind.TEXT,
        "previous_score": Kind.SCORE,
        "sample": Kind.TEXT,
        "batch_id": Kind.INTEGER,
        "file_name": Kind.TEXT,
        "sheet": Kind.TEXT,
        "cell": Kind.TEXT,
    },
    "indicators": {
        "year": Kind.YEAR,
        "instrument": Kind.TEXT,
        "indicator": Kind.INTEGER,
        "name": Kind.TEXT,
        "score": Kind.SCORE,
        "mark": Kind.TEXT,
        "sample": Kind.TEXT,
    },
    "items": {
        "year": Kind.YEAR,
        "indicator": Kind.INTEGER,
        "code": Kind.TEXT,
        "name": Kind.LONG_TEXT,
        "score": Kind.SCORE,
        "mark": Kind.TEXT,
        "sample": Kind.TEXT,
    },
    "measures": {
        "measure_id": Kind.TEXT,
        "plan_year": Kind.YEAR,
        "indicator": Kind.INTEGER,
        "position": Kind.INTEGER,
        "item_year": Kind.YEAR,
        "status": Kind.STATUS,
        "percent": Kind.PERCENT,
        "overdue": Kind.TEXT,
        "withdrawn": Kind.TEXT,
        "start_date": Kind.DATE,
        "end_date": Kind.DATE,
        "status_on": Kind.DATE,
        "budget_planned": Kind.MONEY,
        "budget_spent": Kind.MONEY,
        "action": Kind.LONG_TEXT,
        "question": Kind.LONG_TEXT,
        "analysis": Kind.LONG_TEXT,
        "alignment": Kind.LONG_TEXT,
        "steps": Kind.LONG_TEXT,
        "period_text": Kind.TEXT,
        "responsible_text": Kind.TEXT,
        "note": Kind.LONG_TEXT,
        "evidence": Kind.TEXT,
        "reported_by": Kind.TEXT,
        "reported_at": Kind.DATETIME,
        "batch_id": Kind.INTEGER,
        "file_name": Kind.TEXT,
        "sheet": Kind.TEXT,
        "cell": Kind.TEXT,
    },
    "measure_items": {
        "measure_id": Kind.TEXT,
        "year": Kind.YEAR,
        "code": Kind.TEXT,
        "name": Kind.LONG_TEXT,
    },
    "measure_divisions": {"measure_id": Kind.TEXT, "division": Kind.TEXT, "role": Kind.TEXT},
    "status_history": {
        "report_id": Kind.INTEGER,
        "measure_id": Kind.TEXT,
        "reported_at": Kind.DATETIME,
        "kind": Kind.TEXT,
        "division": Kind.TEXT,
        "status": Kind.STATUS,
        "percent": Kind.PERCENT,
        "status_on": Kind.DATE,
        "budget_planned": Kind.MONEY,
        "budget_spent": Kind.MONEY,
        "note": Kind.LONG_TEXT,
        "evidence": Kind.TEXT,
        "reported_by": Kind.TEXT,
        "batch_id": Kind.INTEGER,
        "file_name": Kind.TEXT,
    },
    "catalogue_instruments": {
        "year": Kind.YEAR,
        "instrument": Kind.TEXT,
        "name": Kind.TEXT,
        "weight": Kind.SCORE,
        "item_count": Kind.INTEGER,
        "evidence": Kind.TEXT,
    },
    "catalogue_indicators": {
        "year": Kind.YEAR,
        "indicator": Kind.INTEGER,
        "name": Kind.TEXT,
        "instrument": Kind.TEXT,
        "first_item": Kind.TEXT,
        "last_item": Kind.TEXT,
        "evidence": Kind.TEXT,
        "range_evidence": Kind.TEXT,
        "note": Kind.LONG_TEXT,
    },
    "catalogue_items": {
        "year": Kind.YEAR,
        "code": Kind.TEXT,
        "indicator": Kind.INTEGER,
        "name": Kind.LONG_TEXT,
        "evidence": Kind.TEXT,
        "note": Kind.LONG_TEXT,
    },
    "catalogue_levels": {
        "year": Kind.YEAR,
        "position": Kind.INTEGER,
        "level": Kind.TEXT,
        "total_from": Kind.SCORE,
        "each_from": Kind.SCORE,
        "evidence": Kind.TEXT,
    },
    "catalogue_national": {
        "year": Kind.YEAR,
        "code": Kind.TEXT,
        "score": Kind.SCORE,
        "note": Kind.LONG_TEXT,
    },
    "batches": {
        "batch_id": Kind.INTEGER,
        "state": Kind.TEXT,
        "kind": Kind.TEXT,
        "form": Kind.TEXT,
        "file_name": Kind.TEXT,
        "sheet": Kind.TEXT,
        "imported_at": Kind.DATETIME,
        "imported_by": Kind.TEXT,
        "is_sample": Kind.TEXT,
        "rows_read": Kind.INTEGER,
        "rows_imported": Kind.INTEGER,
        "rows_reported": Kind.INTEGER,
        "added": Kind.INTEGER,
        "changed": Kind.INTEGER,
        "unchanged": Kind.INTEGER,
        "undone_at": Kind.DATETIME,
        "undone_by": Kind.TEXT,
    },
}


def analyst_workbook(reader: Reader, as_of: dt.date) -> bytes:
    """Build the workbook: a summary with its chart, every table as an Excel table, conditions."""
    tables = tidy_tables(reader, as_of, every_agency=False)
    summary = _summary(reader)
    shown = [_shown(name, tables[name], as_of) for name in _KINDS]
    return workbook(
        [*summary, *shown],
        conditions=conditions(reader, tables, as_of, words.SCOPE_EXCEL),
        conditions_name=table_words.SHEETS["conditions"],
        conditions_title=table_words.CONDITIONS_TITLE,
        status_styles=STATUS_STYLES,
        trend=_trend(summary[0]) if summary else None,
        title=words.TITLE,
        author=navigation.APP,
        cut_label=table_words.CUT,
    )


def open_tables(reader: Reader, as_of: dt.date) -> TidyTables:
    """Give every table under its English names, and the conditions as one more."""
    tables = tidy_tables(reader, as_of, every_agency=True)
    told = conditions(reader, tables, as_of, words.SCOPE_OPEN)
    return {**tables, "conditions": pd.DataFrame(told, columns=["label", "value"])}


def open_files_zip(reader: Reader, as_of: dt.date) -> bytes:
    """Build the ZIP of Parquet, CSV and DuckDB files."""
    return zipped_folder(open_tables(reader, as_of))


def conditions(
    reader: Reader, tables: TidyTables, as_of: dt.date, scope: str
) -> list[tuple[str, str]]:
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
    if tables["scores"]["sample"].any():
        rows.insert(0, (labels["sample"], navigation.SAMPLE_BANNER))
    return rows


def _summary(reader: Reader) -> list[Table]:
    book = scorebook(reader)
    if book is None:
        return []
    title = _titled(words.SUMMARY_TITLE, sample=book.sample)
    made = totals_table(book.standings, title)
    return [Table(words.SUMMARY_SHEET, title, made.columns, made.frame, range_name="summary")]


def _trend(summary: Table) -> Trend:
    series = tuple(column.key for column in summary.columns if column.kind is Kind.SCORE)
    colours = tuple(palette.INSTRUMENTS.get(key, _TOTAL_COLOUR) for key in series)
    title = summary.title.replace(words.SUMMARY_TITLE, table_words.TREND_TITLE)
    return Trend(title, "year", series, words.SUMMARY_SHEET, colours=colours, lowest=0, highest=100)


def _shown(name: str, frame: pd.DataFrame, as_of: dt.date) -> Table:
    kinds = _KINDS[name]
    sample = "sample" in frame and bool(frame["sample"].any())
    title = _titled(words.TITLES[name].format(as_of=dates.as_of(as_of)), sample=sample)
    columns = tuple(Column(key, _heading(name, key), kind) for key, kind in kinds.items())
    return Table(words.SHEETS[name], title, columns, _worded(name, frame), range_name=name)


def _titled(title: str, *, sample: bool) -> str:
    if not sample:
        return title
    return words.SAMPLE_TITLE.format(mark=navigation.SAMPLE_SHORT, title=title)


def _heading(table: str, key: str) -> str:
    if table.startswith("catalogue_"):
        key = {"evidence": "evidence_of", "level": "level_name"}.get(key, key)
    if table == "batches" and key == "kind":
        return table_words.HEADINGS[key]
    return words.HEADINGS.get(key) or table_words.HEADINGS[key]


def _worded(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Put Thai words in the place of codes."""
    shown = frame.copy()
    for key in set(_FLAGS) & set(frame.columns):
        shown[key] = frame[key].map({True: words.YES, False: words.NO})
    for key, told in _words_of(table).items():
        shown[key] = frame[key].map(told)
    if "status" in frame:
        shown["status"] = _status_words(frame["status"].tolist())
    if table == "batches":
        shown["state"] = [batch_state(row) for row in frame.to_dict("records")]
    return shown


def _status_words(codes: Sequence[Any]) -> "pd.Series[str]":
    told = ["" if pd.isna(code) else statuses.status(code) for code in codes]
    return pd.Series(told, dtype="str")


def _words_of(table: str) -> Mapping[str, Mapping[str, str]]:
    if table == "catalogue_indicators":
        return {"evidence": words.EVIDENCE, "range_evidence": words.EVIDENCE}
    if table.startswith("catalogue_") and "evidence" in _KINDS[table]:
        return {"evidence": words.EVIDENCE}
    return {
        "scores": {"level": table_words.LEVELS},
        "measure_divisions": {"role": words.ROLES},
        "status_history": {"kind": words.ROLES},
        "batches": {"kind": table_words.KINDS, "form": table_words.FORMS},
    }.get(table, {})
