"""Text files: decoding, the delimiter, quotes; every cell stays the text it was written from."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final

from data.containers.cell_columns import Grid
from data.containers.formats.encodings import decode, has_controls
from data.containers.formats.plain_tables import plain_rows
from data.containers.gate import limits
from data.containers.gate.apostrophes import restore_formula
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Row, Sheet

_DELIMITERS: Final = ("\t", ",", ";")
_SAMPLED_CHARACTERS: Final = 2 * limits.CHARACTERS_IN_CELL
_SAMPLED_ROWS: Final = 1_000
_BATCH_ROWS: Final = 10_000
_REGULAR_SHARE: Final = 0.8
_FEWEST_COLUMNS: Final = 3
_LONG_LINE: Final = 64 * 1024
_MOST_MARKS: Final = 200 * limits.COLUMNS
"""Delimiters of one line: more than in any table, even if texts in quotes are full of commas."""
_LINE_END: Final = re.compile(rb"[\r\n]")

# The setting is one for the whole process; nothing else here reads CSV with the csv module.
csv.field_size_limit(limits.CHARACTERS_IN_CELL)


def read_text(name: str, content: bytes) -> Sheet:
    """Read a text file as one sheet.

    A table whose rows are mostly as wide as each other is read by RFC 4180. Anything else, such as
    text copied out of a PDF, keeps its whole text too, and its quotes are ordinary characters.

    Raises:
        RefusedError: an unknown encoding, an open quote, or more than the limits allow.
    """
    plain = _plain_rows(content)
    return Sheet(name, plain) if plain is not None else read_strictly(name, content)


def _plain_rows(content: bytes) -> Grid | None:
    """Give the rows of a table in UTF-8 without quotes; None where a strict look is needed."""
    beginning = content[: 3 * _SAMPLED_CHARACTERS]
    if b'"' in beginning:
        return None
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(beginning)
    except UnicodeDecodeError:
        return None
    layout = _layout(text[:_SAMPLED_CHARACTERS])
    if not layout.regular or has_controls(text):
        return None
    return plain_rows(content, layout.delimiter, layout.width)


def read_strictly(name: str, content: bytes) -> Sheet:
    """Read a text file character by character: what this gives is what stands in the file.

    Raises:
        RefusedError: as `read_text`.
    """
    encoding, text = decode(content)
    if not text.strip():
        raise RefusedError(Unreadability.EMPTY)
    layout = _layout(text[:_SAMPLED_CHARACTERS])
    _check_marks(content, layout)
    if not layout.regular:
        return Sheet(name, _rows(io.StringIO(text, newline=""), layout), text=text)
    # A long table is decoded again while it is read: holding its text as well would double it.
    del text
    if encoding == "utf-16" or b'"' in content:
        lines = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
        return Sheet(name, _rows(lines, layout))
    return Sheet(name, _unquoted_rows(content, encoding, layout))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the text is cut into cells, and how well the first rows agree with that.

    `share` is how many rows are `width` wide, `share_within` leaves titles and notes out; `rows`
    counts those so wide: a single one makes no table.
    """

    delimiter: str
    quoted: bool
    share: float = 0.0
    share_within: float = 0.0
    width: int = 1
    rows: int = 0

    @property
    def regular(self) -> bool:
        """Whether it is a table rather than running text."""
        return self.share_within >= _REGULAR_SHARE and self.width > 1 and self.rows > 1

    @property
    def columns_gained(self) -> float:
        """What the delimiter explains: it decides between two that both occur."""
        return self.share * (self.width - 1)


def _layout(sample: str) -> _Layout:
    candidates = [_tried(sample, delimiter) for delimiter in _DELIMITERS]
    best = max(candidates, key=lambda layout: layout.columns_gained)
    if best.regular:
        return best
    return _Layout(best.delimiter if best.width > 1 else "\t", quoted=False)


def _tried(sample: str, delimiter: str) -> _Layout:
    filled: list[int] = []
    records = _records(io.StringIO(sample, newline=""), _Layout(delimiter, quoted=True))
    # The sample may end inside a quoted cell; reading the whole decides.
    with suppress(csv.Error):
        filled.extend(len(row) for row in islice(records, _SAMPLED_ROWS) if any(row))
    counted = Counter(filled)
    width = max(counted, key=lambda one: counted[one] * (one > 1), default=1)
    quoted = re.search(rf'{delimiter}"[^"\n]*"\r?$', sample, re.MULTILINE) is not None
    table = _table_in(filled, width, quoted=quoted)
    return _Layout(
        delimiter,
        quoted=True,
        share=counted[width] / max(len(filled), 1),
        share_within=table.count(width) / len(table),
        width=width,
        rows=counted[width],
    )


def _table_in(widths: list[int], width: int, *, quoted: bool) -> list[int]:
    """Leave out the titles above and the notes below a table: lines of a single cell.

    A sentence has a comma too, so two columns are not enough to tell a table from its titles, but
    where a line ends with a cell in quotes.
    """
    if width < _FEWEST_COLUMNS - quoted:
        return widths or [0]
    first = next(at for at, one in enumerate(widths) if one > 1)
    last = next(at for at in reversed(range(len(widths))) if widths[at] > 1)
    return widths[first : last + 1]


def _records(lines: Iterator[str], layout: _Layout) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=layout.delimiter,
        quoting=csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE,
        strict=True,
    )


class _SharedCells(dict[str, str | None]):
    """Gives equal cells the same object: a long table repeats a few names a million times.

    An apostrophe that our own CSV put before a formula-like text is taken off again.
    """

    def __missing__(self, cell: str) -> str:
        self[cell] = text = restore_formula(cell)
        return text


class _SharedBytes(dict[bytes, str | None]):
    """The same for cells that are not decoded yet: each different one is, once."""

    def __init__(self, encoding: str) -> None:
        super().__init__({b"": None})
        self._encoding = encoding

    def __missing__(self, cell: bytes) -> str:
        decoded = cell.decode(self._encoding)
        if len(decoded) > limits.CHARACTERS_IN_CELL:
            raise RefusedError(Unreadability.TEXT_TOO_LONG)
        self[cell] = text = restore_formula(decoded)
        return text


def _rows(lines: Iterator[str], layout: _Layout) -> tuple[Row, ...]:
    records = _records(lines, layout)
    shared = _SharedCells({"": None}).__getitem__
    try:
        # Records become tuples one by one: a batch of lists kept the garbage collector busy.
        return _collected(
            iter(lambda: [tuple(map(shared, one)) for one in islice(records, _BATCH_ROWS)], [])
        )
    except csv.Error as error:
        too_long = "field larger" in str(error)
        reason = Unreadability.TEXT_TOO_LONG if too_long else Unreadability.BROKEN_QUOTES
        raise RefusedError(reason) from None


def _unquoted_rows(content: bytes, encoding: str, layout: _Layout) -> tuple[Row, ...]:
    """Cut undecoded lines at delimiters, which are no part of any other character."""
    delimiter = layout.delimiter.encode()
    shared = _SharedBytes(encoding.removesuffix("-sig")).__getitem__
    marked = encoding == "utf-8-sig" and content.startswith(codecs.BOM_UTF8)
    return _collected(
        [tuple(map(shared, line.split(delimiter))) if line else () for line in lines]
        for lines in _batches_of_lines(content, len(codecs.BOM_UTF8) if marked else 0)
    )


def _batches_of_lines(content: bytes, start: int) -> Iterator[list[bytes]]:
    while start < len(content):
        end = content.find(b"\n", start + limits.MEGABYTE) + 1 or len(content)
        yield content[start:end].splitlines()
        start = end


def _collected(batches: Iterator[list[Row]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    cells = 0
    for batch in batches:
        rows += batch
        cells += sum(map(len, batch))
        _check_size(len(rows), cells, max(map(len, batch)))
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _check_marks(content: bytes, layout: _Layout) -> None:
    """Refuse by counting bytes what would fill the memory of the server before it is refused."""
    lines = max(content.count(b"\n"), content.count(b"\r"))
    _check_size(lines, lines + content.count(layout.delimiter.encode()), 0)
    _check_long_lines(content, layout.delimiter.encode())


def _check_long_lines(content: bytes, delimiter: bytes) -> None:
    """Refuse a line of far too many cells before it is cut: all of them would be held at once."""
    start = 0
    while start + _LONG_LINE < len(content):
        end = max(content.rfind(mark, start, start + _LONG_LINE) for mark in (b"\n", b"\r"))
        if end < 0:
            found = _LINE_END.search(content, start)
            end = found.start() if found else len(content)
            if content.count(delimiter, start, end) > _MOST_MARKS:
                raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
        start = end + 1


def _check_size(rows: int, cells: int, width: int) -> None:
    if rows > limits.TEXT_ROWS:
        raise RefusedError(Unreadability.TOO_MANY_ROWS)
    if cells > limits.TEXT_CELLS:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)
    if width > limits.COLUMNS:
        raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
