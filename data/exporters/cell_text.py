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
# Excel reads the full-width signs as formulas too in some locales, and skips leading blanks.
_FORMULA_LIKE: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NEEDS_APOSTROPHE: Final = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r])")
_HAS_APOSTROPHE: Final = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r])")


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


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program could take the text for a formula when it is typed in."""
    return _FORMULA_LIKE.match(text) is not None


def escape_formula(text: str) -> str:
    """Put an apostrophe before a text that a CSV opened in Excel would run as a formula.

    A text that already is an apostrophe before such a text gets one more, so `restore_formula`
    gives back every text exactly.
    """
    return f"'{text}" if _NEEDS_APOSTROPHE.match(text) else text


def restore_formula(text: str) -> str:
    """Undo `escape_formula`: what an importer of CSV applies to every text."""
    return text[1:] if _HAS_APOSTROPHE.match(text) else text
