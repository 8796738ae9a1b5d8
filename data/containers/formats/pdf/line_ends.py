"""The lines of a cell put together: where a text goes on, and where only the paper ended."""

import re
from enum import Enum
from typing import Final, NamedTuple

from data.containers.formats.pdf.thai_glyphs import is_thai

END_OF_LINE: Final = "\u200c"
END_OF_TEXT: Final = "\u200d"
"""What our own forms write where a line or a text ends: where paper ends alone there is none."""
_NO_HYPHENATION: Final = "\u2060"
_MAY_PART: Final = "\u200b"
_HYPHEN: Final = re.compile("-(?= )")
# An address of the web is longer than a narrow column.
_LONG_WORD: Final = re.compile("[!-~]{8}(?=[!-~]{4})")
_SHOWN_BY_NOBODY: Final = str.maketrans(
    "", "", END_OF_LINE + END_OF_TEXT + _NO_HYPHENATION + _MAY_PART
)


def marked(text: str) -> str:
    """Mark where the lines of a text end, so that it can be read from paper as it is.

    A hyphen before a blank is told from one where a word was parted: that one swallows the blank.
    """
    lines = _HYPHEN.sub(f"-{_NO_HYPHENATION}", _LONG_WORD.sub(rf"\g<0>{_MAY_PART}", text))
    return lines.replace("\n", f"{END_OF_LINE}\n") + END_OF_TEXT if lines else ""


class LineEnds(Enum):
    """What the end of a line says in the cells of a table."""

    UNKNOWN = 0
    """A word may end there or go on."""
    THAI_GOES_ON = 1
    """Thai goes on behind it where no blank stands, as in names beside numbers."""
    MARKED = 2
    """As our own forms mark it: a line or a text ends, else there is a blank or nothing."""


class Piece(NamedTuple):
    """The text of a line of a cell, whether a blank stands behind it, and the mark of its end."""

    text: str
    blank: bool
    end: str = ""

    @classmethod
    def of(cls, line: str, *, blank: bool) -> "Piece":
        """Part a line from the mark of its end, which may be drawn over its last letter."""
        end = next((mark for mark in (END_OF_TEXT, END_OF_LINE) if mark in line), "")
        return cls(line.translate(_SHOWN_BY_NOBODY).strip(), blank, end)


def text_of(pieces: list[Piece], ends: LineEnds) -> str:
    """Give the text of a cell, a line break where a line of it ends."""
    if ends is LineEnds.MARKED:
        return "".join(one.text + _behind(one) for one in pieces)
    text, blank = "", False
    for piece in pieces:
        is_open = ends is LineEnds.THAI_GOES_ON and not blank and is_thai(text[-1:])
        joint = "" if not text or (is_open and is_thai(piece.text[0])) else "\n"
        text, blank = f"{text}{joint}{piece.text}", piece.blank
    return text


def _behind(piece: Piece) -> str:
    if piece.end:
        return "\n" if piece.end == END_OF_LINE else ""
    return " " if piece.blank else ""
