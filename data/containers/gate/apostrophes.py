"""The apostrophe before a text of a CSV that a spreadsheet program would run: put on, taken off."""

import re
from typing import Final

# Excel reads the full-width signs as formulas too in some locales, and skips leading blanks.
_FORMULA_LIKE: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NEEDS_APOSTROPHE: Final = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r])")
_HAS_APOSTROPHE: Final = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r])")


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
