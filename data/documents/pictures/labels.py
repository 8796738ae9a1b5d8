"""Labels for Plotly: text from data made harmless and broken where a Thai word ends."""

import unicodedata
from functools import lru_cache
from typing import Final

from data.documents.thai_breaks import thai_words_of
from data.words import charts as words

COLUMN_EM: Final = 0.6
"""Width of one text column of Sarabun in em; measured 0.57 regular, 0.60 bold."""

_LONGEST = 600
_ELLIPSIS = "…"
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "{": "&#123;", "}": "&#125;"}
)


def escaped(text: object) -> str:
    """Turn text from data into text Plotly shows as it stands: no tags, formulas or templates."""
    return _printable(str(text)).translate(_ENTITIES)


def columns(text: str) -> int:
    """Count the columns a text takes; Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(character) not in {"Mn", "Cf"} for character in text)


def columns_in(pixels: float, font_size: float) -> int:
    """Tell how many columns of a font size fit into a width."""
    return max(4, int(pixels / (font_size * COLUMN_EM)))


@lru_cache(maxsize=4096)
def wrapped(text: str, width: int, most_lines: int = 3) -> tuple[str, ...]:
    """Break a text between words into escaped lines of at most `width` columns.

    What does not fit into `most_lines` is cut with an ellipsis; an empty text gives one empty line.
    """
    return _limited(_lines(_printable(text)[:_LONGEST], width), width, most_lines)


@lru_cache(maxsize=512)
def sentences(text: str, width: int, most_lines: int = 5) -> tuple[str, ...]:
    """Break text of parts joined by middle dots, keeping each part on one line where it fits."""
    lines: list[str] = []
    for part in _printable(text).split(words.JOIN):
        joined = f"{lines[-1]}{words.JOIN}{part}" if lines else part
        if lines and columns(joined) <= width:
            lines[-1] = joined
        else:
            lines += _lines(part[:_LONGEST], width)
    return _limited(lines, width, most_lines)


def label(text: object, width: int, most_lines: int = 3) -> str:
    """Give the wrapped lines of a text joined for Plotly."""
    return "<br>".join(wrapped(str(text), width, most_lines))


def _limited(lines: list[str], width: int, most_lines: int) -> tuple[str, ...]:
    if len(lines) > most_lines:
        last = _cut(lines[most_lines - 1], width - 1) + _ELLIPSIS
        lines = [*lines[: most_lines - 1], last]
    return tuple(line.translate(_ENTITIES) for line in lines)


def _printable(text: str) -> str:
    kept = (
        " " if character.isspace() or unicodedata.category(character) in {"Cc", "Cs"} else character
        for character in text
    )
    return " ".join("".join(kept).split())


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for word in _words(text, width):
        if lines[-1] and columns(lines[-1] + word.rstrip()) > width:
            lines.append("")
        lines[-1] = lines[-1] + word if lines[-1] else word.lstrip()
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _words(text: str, width: int) -> list[str]:
    """Split into words; a number stays with the word before it."""
    found: list[str] = []
    for word in thai_words_of(text):
        if len(found) > 1 and found[-1].isspace() and word[:1].isdigit():
            found[-2:] = [found[-2] + found[-1] + word]
        else:
            found.append(word)
    return [piece for word in found for piece in _pieces(word, width)]


def _pieces(word: str, width: int) -> list[str]:
    pieces = []
    while columns(word) > width:
        head = _cut(word, width)
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]


def _cut(text: str, width: int) -> str:
    """Keep the first `width` columns with the marks that sit on them."""
    end = taken = 0
    for end, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:end]
    return text[: end + 1]
