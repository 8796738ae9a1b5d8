"""What stands above the rows of a sheet: the title, its sample mark, and the notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.styles import FONT_SIZE, NOTE, SAMPLE_TITLE, TITLE, TITLE_SIZE, Style
from data.exporters.cells.widths import LINE_HEIGHT, line_count, row_height
from data.exporters.sheets.book import Book


@dataclass(frozen=True, slots=True)
class Top:
    """Lines with their styles; `title` and the mark of sample data are printed on every page."""

    title: str
    lines: tuple[tuple[str, Style], ...]
    sample_mark: str | None = None


def table_top(title: str, notes: Sequence[str] = (), sample_mark: str | None = None) -> Top:
    """Put the mark of sample data before a title, and the notes below it."""
    first = (f"{sample_mark} · {title}", SAMPLE_TITLE) if sample_mark else (title, TITLE)
    return Top(title, (first, *((note, NOTE) for note in notes)), sample_mark)


def form_top(titles: Sequence[str], title: str, size: int = TITLE_SIZE) -> Top:
    """Put the titles of a form in the middle; `title` is the one on every page."""
    style = replace(TITLE, align="center", font_size=size)
    return Top(title, tuple((text, style) for text in titles))


def write_top(book: Book, sheet: Worksheet, top: Top, widths: Sequence[float]) -> None:
    """Write the lines from the first row on, each over the whole width."""
    for row, (text, style) in enumerate(top.lines):
        larger = style.font_size / FONT_SIZE
        lines = line_count(text, sum(widths) / larger)
        sheet.set_row(row, row_height(lines, LINE_HEIGHT * larger))
        book.write_across(sheet, row, len(widths) - 1, text, style)
