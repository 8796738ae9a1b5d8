"""Writes the cells of one column, each value the way its kind asks for."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_values import Value
from data.exporters.cells.styles import Style, body_style, mark_style, status_style
from data.exporters.sheets.book import Book, exact, is_plain
from data.model.columns import Kind, StatusStyles

_DATE_KINDS: Final = frozenset({Kind.DATE, Kind.DATETIME})
_FIRST_EXCEL_YEAR: Final = 1900
_TO_FILL_IN: Final = "#FFF9E0"


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a column look: its kind, the colours of its words, whether it is locked.

    A centred column is so whatever its kind says.
    """

    kind: Kind
    status_styles: StatusStyles = field(default_factory=dict)
    locked: bool = True
    centred: bool = False

    def styles(self) -> tuple[Style, Style]:
        """Give the styles of what the kind says and of a text in its place."""
        # Only a protected form has open cells: there they must be seen.
        fill = "" if self.locked else _TO_FILL_IN
        shown, text = (
            replace(style(self.kind), locked=self.locked, bg_color=fill)
            for style in (body_style, mark_style)
        )
        if not self.centred:
            return shown, text
        return replace(shown, align="center"), replace(text, align="center")


class ColumnPen:
    """Writes values into one column of one sheet."""

    def __init__(self, book: Book, sheet: Worksheet, position: int, look: Look) -> None:
        self._book, self._sheet, self._position = book, sheet, position
        self._shows_dates = look.kind in _DATE_KINDS
        shown, self._text_style = look.styles()
        self.format = book.format(shown)
        self._text_format = book.format(self._text_style)
        coloured = look.status_styles.items() if look.kind is Kind.STATUS else ()
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
