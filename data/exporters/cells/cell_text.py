"""What a text may be in a cell: which characters are replaced, where it is cut, what is escaped.

Replacements, the same for every file: line ends become one line feed; control characters, lone
surrogates and the two noncharacters XML forbids become U+FFFD. Nothing else is changed.
"""

import re
from typing import Final

LONGEST: Final = 32_767
"""Excel's limit for one cell, in UTF-16 units."""

CUT_MARK: Final = " […]"
"""Ends a text that was too long for a cell; the conditions sheet names the cell."""

REPLACEMENT: Final = "\ufffd"

_LINE_END: Final = re.compile(r"\r\n?")
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Replace what no file can carry; everything else stays as it is."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub(REPLACEMENT, _LINE_END.sub("\n", text))


def fits_cell(text: str) -> bool:
    """Whether Excel can hold the text in one cell."""
    if len(text) <= LONGEST // 2:
        return True
    return len(text) <= LONGEST and len(text.encode("utf-16-le")) <= 2 * LONGEST


def cut_text(text: str) -> str:
    """Shorten a text to what one cell holds, ending with CUT_MARK."""
    room = 2 * (LONGEST - len(CUT_MARK))
    # An odd half of a pair at the edge is dropped, so no lone surrogate arises.
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT_MARK
