"""How much room Thai text takes: display widths, column widths, lines and row heights.

One unit is the width of a digit in the sheet's font, as Excel counts column widths. A Thai
consonant is about one digit wide; vowel and tone marks above and below take no room.
"""

import math
import unicodedata
from collections.abc import Iterable
from typing import Final

from data.exporters.tables import Kind

LINE_HEIGHT: Final = 21.0
"""Points of one line in the body font, with its tall tone marks."""

TALLEST_ROW: Final = 409.0
"""Excel's limit, in points."""

_LINES_OF_TALLEST: Final = 17
_BUTTON: Final = 3.0  # the arrow of the autofilter
_WIDEST: Final = {Kind.TEXT: 34.0, Kind.STATUS: 28.0, Kind.LONG_TEXT: 48.0}
_FIXED: Final = {
    Kind.INTEGER: 10.0,
    Kind.YEAR: 9.0,
    Kind.SCORE: 10.0,
    Kind.MARKED_SCORE: 14.0,
    Kind.CHANGE: 10.0,
    Kind.PERCENT: 12.0,
    Kind.DATE: 15.0,
    Kind.DATETIME: 20.0,
}
_NARROWEST: Final = 8.0
_WIDEST_OF_ALL: Final = 120.0


class _Room(dict[int, int | None]):
    """A table for `str.translate` that drops marks without width and fills itself as it is used."""

    def __missing__(self, code: int) -> int | None:
        widthless = unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}
        return self.setdefault(code, None if widthless else code)


_ROOM: Final = _Room()


def display_width(text: str) -> float:
    """Count the digits' widths one line takes; East Asian wide characters count twice."""
    if text.isascii():
        return len(text)
    shown = text.translate(_ROOM)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in shown)
    return len(shown) + wide


def longest_line(text: str) -> float:
    """Give the display width of the longest of the lines of a text."""
    return max((display_width(line) for line in text.split("\n")), default=0)


def column_width(kind: Kind, heading: str, texts: Iterable[str]) -> float:
    """Choose a width for a heading and the texts below it, capped by the kind.

    A long text gets more than its cap when it would not fit into the tallest row otherwise.
    """
    content = max((longest_line(text) for text in texts), default=0) + 2
    needed = max(content, min(_heading_width(heading), 20), _NARROWEST)
    if kind not in _WIDEST:
        return max(_FIXED[kind], min(needed, 24))
    whole = min(content / _LINES_OF_TALLEST * 1.2, _WIDEST_OF_ALL)
    return max(min(needed, _WIDEST[kind]), whole)


def line_count(text: str, width: float) -> int:
    """Estimate the lines a wrapped text takes; Thai breaks between words, so a line loses a bit."""
    usable = max(width - 1 - min(3.0, width * 0.12), 1.0)
    return sum(max(1, math.ceil(display_width(line) / usable)) for line in text.split("\n"))


def row_height(lines: int, line_height: float = LINE_HEIGHT) -> float:
    """Give the height of a row with so many lines, in points, at most what Excel allows."""
    return min(lines * line_height + 3, TALLEST_ROW)


def _heading_width(heading: str) -> float:
    # A heading may take two lines, beside the button of the filter.
    return math.ceil(longest_line(heading) / 2) + 1 + _BUTTON
