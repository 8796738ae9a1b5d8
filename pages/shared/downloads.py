"""Showing a table and handing it out: what is on screen is what the file and the paper hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.model.columns import Column, Kind, Table
from data.tables.handouts import Handout
from data.words import dates
from data.words.files import tables as words
from pages.shared.elements import markup
from pages.shared.session import later
from queries.frames import records_of

LONGEST_IN_FULL = 15
LINE_OF_TEXT = 60
"""Signs of a long text that surely fit one line of the widest column."""
THREE_LINES = 73
"""Height of a row in pixels; in lower ones Streamlit does not wrap."""
MOST_ON_PAPER = 100
_NUMBERS: Final = {
    Kind.SCORE: "%.2f",
    Kind.MONEY: "accounting",
    Kind.INTEGER: "%d",
    Kind.YEAR: "%d",
}
RowLeads = Callable[[Mapping[str, Any]], None]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_table(table: Table, *, wrapped: bool = False, on_row: RowLeads | None = None) -> None:
    """Draw a table with Thai headings; imported text stays text. A long one scrolls by itself.

    `wrapped` shows three lines of long texts, where there is one. `on_row` is given the row of the
    table's frame that a person has chosen.
    """
    shown = _shown(table)
    event = st.dataframe(
        shown.grid,
        column_config=_screen_columns(table),
        hide_index=True,
        height="content" if len(table.frame) <= LONGEST_IN_FULL else "auto",
        row_height=THREE_LINES if wrapped and _is_long(table) else None,
        placeholder="",
        alt=table.title,
        on_select="rerun" if on_row else "ignore",
        selection_mode="single-row",
    )
    markup.draw(shown.paper)
    if on_row and isinstance(event, dict):
        st.caption(words.ROW_LEADS)
        if chosen := event["selection"]["rows"]:
            [row] = records_of(table.frame.iloc[chosen[:1]])
            on_row(row)


def paper_table(table: Table) -> None:
    """Write a table on paper alone, where the screen shows its chart."""
    markup.draw(_shown(table).paper)


def offer(handout: Handout, key: str) -> None:
    """Draw the buttons that build the Excel and the CSV of a table when they are clicked."""
    with st.container(horizontal=True):
        st.download_button(
            words.DOWNLOAD_EXCEL,
            data=later(handout.excel),
            file_name=handout.excel_name,
            mime=XLSX,
            key=f"{key}_xlsx",
            on_click="ignore",
            icon=":material/table_view:",
        )
        st.download_button(
            words.DOWNLOAD_CSV,
            data=later(handout.csv),
            file_name=handout.csv_name,
            mime="text/csv",
            key=f"{key}_csv",
            on_click="ignore",
            icon=":material/csv:",
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the browser gets of a table: the rows for the grid, and the table for the printer."""

    grid: "pa.Table | pd.DataFrame"
    paper: markup.Html


_SHOWN: Final[WeakKeyDictionary[Table, _Shown]] = WeakKeyDictionary()
"""Made once for each table: those of a page are kept as long as what they say."""


def _shown(table: Table) -> _Shown:
    shown = _SHOWN.get(table)
    if shown is None:
        frame = _screen_frame(table)
        shown = _SHOWN[table] = _Shown(_grid(frame), _on_paper(table, frame))
    return shown


def _grid(frame: pd.DataFrame) -> "pa.Table | pd.DataFrame":
    try:
        return pa.Table.from_pandas(frame)
    except pa.ArrowException:  # a column of mixed kinds: Streamlit settles it
        return frame


def _on_paper(table: Table, frame: pd.DataFrame) -> markup.Html:
    formats = {Kind.SCORE: "{:.2f}", Kind.MONEY: "{:,.2f}", Kind.PERCENT: "{:.0f}%"}
    texts = [
        [
            "" if pd.isna(value) else formats.get(column.kind, "{}").format(value)
            for value in frame[column.key].head(MOST_ON_PAPER)
        ]
        for column in table.columns
    ]
    headings = [column.heading for column in table.columns]
    note = words.ON_PAPER if len(frame) > MOST_ON_PAPER else ""
    return markup.paper_table(headings, zip(*texts, strict=True), note)


def _is_long(table: Table) -> bool:
    texts = [table.frame[one.key] for one in table.columns if one.kind is Kind.LONG_TEXT]
    return any(text.astype(str).str.len().gt(LINE_OF_TEXT).any() for text in texts)


def _screen_frame(table: Table) -> pd.DataFrame:
    return pd.DataFrame(
        {column.key: _screen_values(table.frame[column.key], column) for column in table.columns}
    )


def _screen_values(values: "pd.Series[Any]", column: Column) -> "pd.Series[Any] | list[str]":
    if column.kind is Kind.DATE:
        return [dates.thai_date(day) if pd.notna(day) else "" for day in values]
    if column.kind is Kind.DATETIME:
        return [dates.thai_moment(moment) if pd.notna(moment) else "" for moment in values]
    if column.kind is Kind.MARKED_SCORE:
        return [_with_decimals(value, "{:.2f}") for value in values]
    if column.kind is Kind.CHANGE:
        return [_with_decimals(value, "{:+.2f}") for value in values]
    if column.kind is Kind.EXACT_CHANGE:
        return [_with_decimals(value, "{:+.4f}") for value in values]
    return values


def _with_decimals(value: object, form: str) -> str:
    if isinstance(value, int | float):
        return "" if pd.isna(value) else form.format(value)
    return str(value or "")


def _screen_columns(table: Table) -> Mapping[str, Any]:
    return {column.key: _screen_column(column) for column in table.columns}


def _screen_column(column: Column) -> Any:  # noqa: ANN401  Streamlit's column types share no base
    if column.kind in _NUMBERS:
        return st.column_config.NumberColumn(column.heading, format=_NUMBERS[column.kind])
    if column.kind is Kind.PERCENT:
        return st.column_config.ProgressColumn(
            column.heading, min_value=0, max_value=100, format="%d%%"
        )
    if column.kind is Kind.LONG_TEXT:
        return st.column_config.TextColumn(column.heading, width="large")
    if column.kind in (Kind.MARKED_SCORE, Kind.CHANGE, Kind.EXACT_CHANGE):
        return st.column_config.TextColumn(column.heading, alignment="right")
    return st.column_config.TextColumn(column.heading)
