"""Text files: decoding, the delimiter, quotes; every cell stays the text it is."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from data.containers import limits
from data.containers.grid import Row, Sheet
from data.containers.reasons import RefusedError, Unreadability

_DELIMITERS: Final = ("\t", ",", ";")
_SAMPLED_ROWS: Final = 1_000
_BATCH_ROWS: Final = 10_000
_REGULAR_SHARE: Final = 0.8
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")

# The setting is one for the whole process; nothing else here reads CSV with the csv module.
csv.field_size_limit(limits.CHARACTERS_IN_CELL)


def read_text(name: str, content: bytes) -> Sheet:
    """Read a text file as one sheet.

    A table whose rows are mostly as wide as each other is read by RFC 4180. Anything else, such as
    text copied out of a PDF, keeps its whole text too, and its quotes are ordinary characters.

    Raises:
        RefusedError: an unknown encoding, an open quote, or more than the limits allow.
    """
    text = decode(content)
    layout = _layout(text)
    rows = _rows(text, layout)
    return Sheet(name, rows, text=None if layout.regular else text)


def decode(content: bytes) -> str:
    """Decode UTF-8 with or without a mark, UTF-16 with one, else Thai Windows (cp874).

    Raises:
        RefusedError: the bytes are none of these.
    """
    try:
        text = _decode(content)
    except UnicodeDecodeError:
        raise RefusedError(Unreadability.UNKNOWN_ENCODING) from None
    if "\0" in text or _CONTROLS.search(text, 0, limits.MEGABYTE):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    return text


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp874")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the text is cut into cells, and how well the first rows agree with that."""

    delimiter: str
    quoted: bool
    share: float = 0.0
    width: int = 1

    @property
    def regular(self) -> bool:
        """Whether it is a table rather than running text."""
        return self.share >= _REGULAR_SHARE and self.width > 1

    @property
    def columns_gained(self) -> float:
        """What the delimiter explains: it decides between two that both occur."""
        return self.share * (self.width - 1)


def _layout(text: str) -> _Layout:
    candidates = [_tried(text, delimiter) for delimiter in _DELIMITERS]
    best = max(candidates, key=lambda layout: layout.columns_gained)
    if best.regular:
        return best
    return _Layout(best.delimiter if best.width > 1 else "\t", quoted=False)


def _tried(text: str, delimiter: str) -> _Layout:
    quoted = _Layout(delimiter, quoted=True)
    widths: Counter[int] = Counter()
    try:
        for row in islice(_records(text, quoted), _SAMPLED_ROWS):
            widths[len(row)] += any(row)
    except csv.Error:
        pass
    width, rows = max(widths.items(), key=lambda item: item[1] * (item[0] > 1), default=(1, 0))
    return _Layout(delimiter, quoted=True, share=rows / max(widths.total(), 1), width=width)


def _records(text: str, layout: _Layout) -> Iterator[list[str]]:
    return csv.reader(
        io.StringIO(text, newline=""),
        delimiter=layout.delimiter,
        quoting=csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE,
        strict=True,
    )


def _rows(text: str, layout: _Layout) -> tuple[Row, ...]:
    records = _records(text, layout)
    rows: list[Row] = []
    cells = 0
    try:
        while batch := list(islice(records, _BATCH_ROWS)):
            cells += sum(map(len, batch))
            rows += [tuple([cell or None for cell in record]) for record in batch]
            _check_size(len(rows), cells, max(map(len, batch)))
    except csv.Error as error:
        too_long = "field larger" in str(error)
        reason = Unreadability.TEXT_TOO_LONG if too_long else Unreadability.BROKEN_QUOTES
        raise RefusedError(reason) from None
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _check_size(rows: int, cells: int, width: int) -> None:
    if rows > limits.TEXT_ROWS:
        raise RefusedError(Unreadability.TOO_MANY_ROWS)
    if cells > limits.TEXT_CELLS:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)
    if width > limits.COLUMNS:
        raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
