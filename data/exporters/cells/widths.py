"""How much room Thai text takes: display widths, column widths, lines and row heights.

One unit is the width of a digit in the sheet's font, as Excel counts column widths. A Thai
consonant is about one digit wide; vowel and tone marks above and below take no room.
"""

import math
import unicodedata
from collections.abc import Collection, Sequence
from typing import Final

from data.model.columns import Kind

LINE_HEIGHT: Final = 23.25
"""Points of one line in the body font: 21.75 in Excel, 23.2 in LibreOffice with Laksaman."""

TALLEST_ROW: Final = 409.0
"""Excel's limit, in points."""

_LINES_OF_TALLEST: Final = 16
_SHORT_HEADING: Final = 12
_BUTTON: Final = 3.0  # the arrow of the autofilter
_LONG_TOGETHER: Final = 150.0
_NARROWEST_LONG: Final = 28.0
_WIDEST: Final = {Kind.TEXT: 30.0, Kind.STATUS: 28.0, Kind.LONG_TEXT: 48.0}
_FIXED: Final = {
    Kind.INTEGER: 10.0,
    Kind.YEAR: 9.0,
    Kind.SCORE: 10.0,
    Kind.MARKED_SCORE: 14.0,
    Kind.CHANGE: 10.0,
    Kind.EXACT_CHANGE: 13.0,
    Kind.PERCENT: 12.0,
    Kind.MONEY: 16.0,
    Kind.DATE: 15.0,
    Kind.DATETIME: 20.0,
}
_NARROWEST: Final = 8.0
_WIDEST_OF_ALL: Final = 120.0
_STEP: Final = 6.0


class _Room(dict[int, str | None]):
    """A table for `str.translate` that makes every letter as long as it is wide, filled by use."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
            return self.setdefault(code, None)
        wide = unicodedata.east_asian_width(letter) in "WF"
        return self.setdefault(code, letter * 2 if wide else letter)


_ROOM: Final = _Room()


def display_width(text: str) -> int:
    """Count the digits' widths one line takes; East Asian wide characters count twice."""
    return len(text) if text.isascii() else len(text.translate(_ROOM))


def longest_line(text: str) -> int:
    """Give the display width of the longest of the lines of a text."""
    return max((display_width(line) for line in text.split("\n")), default=0)


def column_width(kind: Kind, heading: str, texts: Collection[str], long_columns: int = 1) -> float:
    """Choose a width for a heading and the texts below it, capped by the kind.

    Several columns of long text share what an A4 page can show legibly. A long text gets more than
    its cap when it would not fit into the tallest row otherwise.
    """
    content = max(map(longest_line, texts), default=0) + 2
    needed = max(content, min(_heading_width(heading), 20), _NARROWEST)
    if kind not in _WIDEST:
        return max(_FIXED[kind], min(needed, 24))
    cap = _WIDEST[kind]
    if kind is Kind.LONG_TEXT:
        cap = max(_NARROWEST_LONG, min(cap, _LONG_TOGETHER / max(long_columns, 1)))
    return max(min(needed, cap), _width_for_tallest(texts, cap))


def line_count(text: str, width: float) -> int:
    """Estimate the lines a wrapped text takes; Thai breaks between words, so a line loses a bit."""
    return sum(_lines(display_width(line), width) for line in text.split("\n"))


def most_lines(cells: Sequence[object], widths: Sequence[float]) -> int:
    """Give the lines of the tallest text among the cells of a row; other values take one."""
    taken = zip(cells, widths, strict=False)
    return max((line_count(cell, room) for cell, room in taken if isinstance(cell, str)), default=1)


def _lines(needed: int, width: float) -> int:
    if needed < width:
        return 1
    return math.ceil(needed / max(width - 1 - min(3.0, width * 0.12), 1.0))


def _width_for_tallest(texts: Collection[str], cap: float) -> float:
    """Widen until every text fits into the tallest row; 0 when the cap is wide enough."""
    width, tall = cap, _too_tall(texts, cap)
    while tall and width < _WIDEST_OF_ALL:
        width += _STEP
        tall = _too_tall(tall, width)
    return width if width > cap else 0


def _too_tall(texts: Collection[str], width: float) -> list[str]:
    return [text for text in texts if line_count(text, width) > _LINES_OF_TALLEST]


def row_height(lines: int, line_height: float = LINE_HEIGHT) -> float:
    """Give the height of a row with so many lines, in points, at most what Excel allows."""
    return min(lines * line_height + 2, TALLEST_ROW)


def _heading_width(heading: str) -> float:
    # A longer heading may take two lines, beside the button of the filter.
    needed = longest_line(heading)
    return (needed if needed <= _SHORT_HEADING else math.ceil(needed / 2)) + 1 + _BUTTON
