"""Thai as fonts and printers spell it in a PDF, brought back to the letters that were typed."""

import re
from itertools import groupby
from typing import Final

# Old Thai fonts hold raised, lowered and shifted marks, each as a letter of its own.
PRIVATE_GLYPHS: Final = {
    chr(0xF700 + at): letter
    for at, letter in enumerate(
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
    )
}
_TONES: Final = "\u0e48-\u0e4c"
_TONE: Final = re.compile(f"[{_TONES}]")
_MARKS: Final = re.compile(f"[\u0e31\u0e34-\u0e3a\u0e47\u0e4d{_TONES}]+")
# Nikhahit, perhaps a tone mark on either side, sara aa: how PDF fonts spell sara am. Or as itself
# with sara aa once more, or before its tone mark.
SARA_AM: Final = re.compile(
    f"({_TONE.pattern}?)(?:\u0e4d({_TONE.pattern}?)\u0e32|\u0e33(?:({_TONE.pattern})|\u0e32))"
)
_DOUBLE_E: Final = "\u0e40\u0e40"
_TYPED: Final = str.maketrans(PRIVATE_GLYPHS)
_MARK_LETTERS: Final = frozenset(
    letter
    for letter in [*map(chr, range(0x0E31, 0x0E4F)), *PRIVATE_GLYPHS]
    if _MARKS.fullmatch(letter.translate(_TYPED))
)


def is_thai(letter: str) -> bool:
    """Tell whether a letter is one of the Thai alphabet, and no digit."""
    return "\u0e01" <= letter <= "\u0e4e"


def is_mark(letter: str) -> bool:
    """Tell whether a letter stands above or below another one."""
    return letter in _MARK_LETTERS


def plain_thai(text: str) -> str:
    """Give the letters of a text as they are typed, each mark once and behind its vowel sign."""
    text = _MARKS.sub(_in_order, text.translate(_TYPED))
    return SARA_AM.sub(typed_sara_am, text).replace(_DOUBLE_E, "\u0e41")


def typed_sara_am(found: re.Match[str]) -> str:
    """Give sara am behind the tone mark that was found beside it."""
    return "".join(filter(None, found.groups())) + "\u0e33"


def _in_order(found: re.Match[str]) -> str:
    ordered = sorted(found.group(), key=lambda mark: _TONE.match(mark) is not None)
    return "".join(mark for mark, _ in groupby(ordered))
