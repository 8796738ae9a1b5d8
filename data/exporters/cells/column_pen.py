"""Writes the cells of one column, each value the way its kind asks for."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_values import Value
from data.exporters.cells.styles import Style, body_style, mark_style, status_style
from data.exporters.forms import FormColumn
from data.exporters.sheets.book import Book, exact, is_plain
from data.model.columns import Kind, StatusStyles

_DATE_KINDS: Final = frozenset({Kind.DATE, Kind.DATETIME})
_FIRST_EXCEL_YEAR: Final = 1900
_TO_FILL_IN: Final = "#FFF9E0"


class ColumnPen:
    """Writes values into one column of one sheet, its statuses in the colours given.

    An open cell, which only a protected form has, is filled: there it must be seen.
    """

    def __init__(
        self,
        book: Book,
        sheet: Worksheet,
        position: int,
        column: FormColumn,
        status_styles: StatusStyles,
    ) -> None:
        self._book, self._sheet, self._position = book, sheet, position
        self._shows_dates = column.kind in _DATE_KINDS
        self.format = book.format(_style(column, body_style))
        self._text_style = _style(column, mark_style)
        self._text_format = book.format(self._text_style)
        coloured = status_styles.items() if column.kind is Kind.STATUS else ()
        self._words = {word: book.format(status_style(colours)) for word, colours in coloured}

    def write(self, row: int, value: Value) -> None:
        """Write one value as what it is: a text, a number or a date."""
        if isinstance(value, str):
            self._write_text(row, value)
        elif isinstance(value, dt.date):
            self._write_date(row, value)
        else:
            self._sheet.write_number(row, self._position, exact(value), self.format)

    def _write_text(self, row: int, text: str) -> None:
        if not is_plain(text):
            self._book.write_text(self._sheet, row, self._position, text, self._text_style)
        elif text:
            look = self._words.get(text, self._text_format)
            self._sheet.write_string(row, self._position, text, look)
        else:
            self._sheet.write_blank(row, self._position, None, self.format)

    def _write_date(self, row: int, value: dt.date) -> None:
        if self._shows_dates and value.year >= _FIRST_EXCEL_YEAR:
            self._sheet.write_datetime(row, self._position, value, self.format)
        else:
            self._write_text(row, value.isoformat())


def _style(column: FormColumn, of_kind: Callable[[Kind], Style]) -> Style:
    fill = "" if column.locked else _TO_FILL_IN
    style = replace(of_kind(column.kind), locked=column.locked, bg_color=fill)
    return replace(style, align="center") if column.centred else style
