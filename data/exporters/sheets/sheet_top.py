"""What stands above every table: the title with the sample mark, and the notes."""

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.styles import FONT_SIZE, NOTE, SAMPLE_TITLE, TITLE, Style
from data.exporters.cells.widths import LINE_HEIGHT, line_count, row_height
from data.exporters.sheets.book import Book


@dataclass(frozen=True, slots=True)
class Top:
    """A title, the notes below it, and the mark of sample data that goes before the title."""

    title: str
    notes: tuple[str, ...] = ()
    sample_mark: str | None = None

    @property
    def shown(self) -> str:
        """The title as it is written."""
        return f"{self.sample_mark} · {self.title}" if self.sample_mark else self.title

    @property
    def lines(self) -> tuple[tuple[str, Style], ...]:
        """Every line with its style."""
        style = SAMPLE_TITLE if self.sample_mark else TITLE
        return ((self.shown, style), *((note, NOTE) for note in self.notes))


def write_top(book: Book, sheet: Worksheet, top: Top, widths: list[float]) -> int:
    """Write the lines over the whole width and give the row below them, counted from 0."""
    for row, (text, style) in enumerate(top.lines):
        larger = style.font_size / FONT_SIZE
        lines = line_count(text, sum(widths) / larger)
        sheet.set_row(row, row_height(lines, LINE_HEIGHT * larger))
        book.write_across(sheet, row, len(widths) - 1, text, style)
    return len(top.lines)
