"""Tables as files people take away: Excel with its conditions, and CSV. No Streamlit here."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pandas as pd

from data.exporters.names import file_name
from data.exporters.text_table import csv_bytes
from data.exporters.workbook import workbook
from data.framework import is_example, organisation
from data.model.columns import Column, Kind, StatusStyle, Table, Trend
from data.model.places import version
from data.model.records import Status
from data.model.thai_time import today
from data.words import dates, navigation
from data.words.files import tables as words
from data.words.work import statuses
from queries.frames import records_of

STATUS_STYLES = {
    statuses.status(Status.DONE): StatusStyle("#FFFFFF", "#007A5A"),
    statuses.status(Status.IN_PROGRESS): StatusStyle("#FFFFFF", "#0072B2"),
    statuses.status(Status.NOT_STARTED): StatusStyle("#FFFFFF", "#6B7280"),
    statuses.status(Status.NOT_REPORTED): StatusStyle("#1F2937", "#E5E7EB"),
    statuses.status(Status.CANCELLED): StatusStyle("#FFFFFF", "#000000"),
}


@dataclass(frozen=True, slots=True)
class Handout:
    """A table that is taken away, with what a reader of the file must know about it.

    The first of the `tables`, which are made with the file, is the one on the page; `all_rows`
    counts its rows without any filter. `year` is the fiscal year the file is named after, `trend`
    gives the chart of the last table.
    """

    tables: Callable[[], tuple[Table, ...]]
    scope: tuple[str, ...]
    all_rows: int
    batches: tuple[str, ...]
    year: int | None = None
    name_parts: tuple[str, ...] = ()
    day: dt.date = field(default_factory=today)
    trend: Callable[[Table], Trend] | None = None
    sample: bool = field(default_factory=is_example)

    @property
    def excel_name(self) -> str:
        """File name of the workbook."""
        return file_name(self._name(), ".xlsx", self.day)

    @property
    def csv_name(self) -> str:
        """File name of the text table."""
        return file_name(self._name(), ".csv", self.day)

    def _name(self) -> tuple[str, ...]:
        return (f"{words.FILE_PREFIX}{self.year or ''}", *self.name_parts)

    def excel(self) -> bytes:
        """Build the workbook: data, summary where there is one, conditions."""
        scope = " · ".join(self.scope)
        tables = tuple(replace(one, notes=(scope, *one.notes)) for one in self.tables())
        return workbook(
            tables,
            conditions=self.conditions(len(tables[0].frame)),
            conditions_name=words.SHEETS["conditions"],
            conditions_title=words.CONDITIONS_TITLE,
            status_styles=STATUS_STYLES,
            trend=self.trend(tables[-1]) if self.trend else None,
            sample_mark=navigation.SAMPLE_SHORT if self.sample else None,
            title=tables[0].title,
            author=navigation.app(),
            cut_label=words.CUT,
        )

    def csv(self) -> bytes:
        """Build the first table as CSV; samples say so in a column of their own."""
        table = self.tables()[0]
        if self.sample:
            table = _with_sample_column(table)
        return csv_bytes(table)

    def conditions(self, shown: int) -> list[tuple[str, str]]:
        """Say everything that decided which rows, so many, stand in the file."""
        labels = words.CONDITIONS
        rows = [
            (labels["agency"], organisation().name),
            (labels["scope"], " · ".join(self.scope)),
            (labels["rows"], words.ROWS.format(shown=shown, all=self.all_rows)),
            (labels["made_at"], dates.thai_moment(dt.datetime.now(tz=dt.UTC))),
            *((labels["batches"], batch) for batch in self.batches),
            (labels["marks"], words.MARKS_EXPLAINED),
            (labels["version"], version()),
        ]
        if self.sample:
            rows.insert(0, (labels["sample"], navigation.SAMPLE_BANNER))
        return rows


def batch_names(batches: pd.DataFrame) -> tuple[str, ...]:
    """Name the batches whose values count now, as `queries.batches.batches` gives them."""
    seen = batches[batches["seen"]].sort_values("batch_id")
    return tuple(
        (words.BATCH_SAMPLE if row["is_sample"] else words.BATCH).format(
            batch_id=row["batch_id"], file_name=words.source_name(row["file_name"])
        )
        for row in records_of(seen)
    )


def _with_sample_column(table: Table) -> Table:
    column = Column("sample", navigation.SAMPLE_MARK, Kind.TEXT)
    frame = table.frame.assign(sample=navigation.SAMPLE_MARK)
    return replace(table, columns=(*table.columns, column), frame=frame)


def dated_name(name: str, suffix: str = ".xlsx") -> str:
    """Give the file name of what is made today, a workbook unless told otherwise."""
    return file_name((words.FILE_PREFIX, name), suffix, today())
