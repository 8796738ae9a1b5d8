"""Tables of a web page, which portals like to hand out under the name .xls."""

from html.parser import HTMLParser
from typing import Final

from data.containers.formats.encodings import decode
from data.containers.formats.layouts import Layout, numbered
from data.containers.formats.readings import Reading
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

_SILENT: Final = frozenset({"script", "style", "title", "template"})
_CELLS: Final = frozenset({"td", "th"})
_ROW_ENDS: Final = frozenset({"tr", "thead", "tbody", "tfoot", "table"})
_SOURCE_BREAKS: Final = str.maketrans("\r\n", "  ")
_LINE_ENDS: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center"})


def read_page(content: bytes) -> list[Reading]:
    """Read each table of a page; the lines of text before a table become its first rows.

    Raises:
        RefusedError: an unknown encoding, no table, or more than the limits allow.
    """
    return numbered(tables_of(content))


def tables_of(content: bytes) -> list[Layout]:
    """Give each table of a page, the inner ones before those around them."""
    page = _Page()
    _, text = decode(content)
    page.feed(text)
    page.close()
    while page.open:
        page.handle_endtag("table")
    return page.done


class _Page(HTMLParser):
    """Collects tables; those inside a cell of another stand on their own, before it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[Layout] = []
        self.open: list[_OpenTable] = []
        self.lines: list[str] = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            self._open_table()
        elif self.open and tag == "tr":
            self.open[-1].close_cell()
            self.open[-1].open_row()
        elif self.open and tag in _CELLS:
            self.open[-1].close_cell()
            self.open[-1].open_cell(dict(attrs))
        elif tag == "br" or tag in _LINE_ENDS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.open and (tag in _CELLS or tag in _ROW_ENDS):
            self.open[-1].close_cell()
            if tag == "table":
                self.done.append(self.open.pop().layout)
        elif tag in _LINE_ENDS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        self._add(data.translate(_SOURCE_BREAKS))

    def _add(self, data: str) -> None:
        if self.silent:
            return
        if self.open:
            self.open[-1].add_text(data)
        else:
            self.lines.append(data)

    def _open_table(self) -> None:
        if len(self.done) + len(self.open) == limits.SHEETS:
            raise RefusedError(Unreadability.TOO_MANY_SHEETS)
        table = _OpenTable()
        if not self.open:
            for line in _lines("".join(self.lines)):
                table.layout.add_line(line)
            self.lines.clear()
        self.open.append(table)


class _OpenTable:
    """A table whose end tag has not come yet."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._row_open = False
        self._span: tuple[int, int] | None = None
        self._pieces: list[str] = []

    def open_row(self) -> None:
        self.layout.next_row()
        self._row_open = True

    def open_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._row_open:
            self.open_row()
        self._span = (
            _span(attributes.get("rowspan"), limits.ROWS),
            _span(attributes.get("colspan"), limits.COLUMNS),
        )

    def add_text(self, data: str) -> None:
        if self._span:
            self._pieces.append(data)

    def close_cell(self) -> None:
        if self._span:
            height, width = self._span
            self.layout.add_cell("\n".join(_lines("".join(self._pieces))), height, width)
        self._span = None
        self._pieces.clear()


def _span(written: str | None, limit: int) -> int:
    digits = (written or "").strip()
    is_count = digits.isascii() and digits.isdecimal() and len(digits) < 7
    count = int(digits) if is_count else 1
    return max(1, min(count, limit))


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(part.split()) for part in text.split("\n")) if line]
