"""The letters of a page with their places, each with the marks that belong to it."""

import math
from collections.abc import Iterator
from ctypes import c_double, c_float
from dataclasses import dataclass
from typing import Final

import pypdfium2.raw as pdfium

from data.containers.formats.pdf.thai_glyphs import is_mark
from data.containers.formats.pdf.turning import Turn
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

_TURNED: Final = 0.1
"""An angle in radians from which on a letter does not stand in a line."""
_UNKNOWN: Final = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
_SAMPLED: Final = 8
"""One letter in so many is asked whether its font says what it draws."""
_BLANK: Final = 0x20
_HYPHEN: Final = ord("-")
_HYPHEN_AT_END: Final = 2
_MOST_UNKNOWN: Final = 0.05
_NEAR: Final = 0.75
"""How far a mark may stand from its letter, in sizes of the font."""


@dataclass(slots=True)
class Letter:
    """A letter with its marks: `left` to `right` on the line at `base`, in points from below.

    A `turned` one runs upwards; its order in the file is its place in the text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turned: bool = False

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """The middle of the height of a small letter."""
        return self.base + self.size / 4


class LetterReader:
    """Reads the letters of the pages of one document and counts them against the limits."""

    def __init__(self) -> None:
        self._read = 0
        self._unknown = 0

    def letters(self, text: pdfium.FPDF_TEXTPAGE, turn: Turn) -> list[Letter]:
        """Give the letters of a page in the order of the file.

        Raises:
            RefusedError: more letters than the limits allow.
        """
        count = max(pdfium.FPDFText_CountChars(text), 0)
        self._read += count
        if self._read > limits.PDF_LETTERS:
            raise RefusedError(Unreadability.TEXT_TOO_LONG)
        letters: list[Letter] = []
        strays: list[Letter] = []
        for letter in self._placed(text, count, turn):
            if not is_mark(letter.text):
                letters.append(letter)
            elif not (letters and _belongs(letter, letters[-1])):
                strays.append(letter)
            else:
                _join(letters[-1], letter)
        for stray in strays:
            _give_home(stray, letters)
        return list(_once(letters))

    def check(self) -> None:
        """Refuse a document whose fonts do not say which letters they draw.

        Raises:
            RefusedError: too many of its letters are unknown.
        """
        if self._unknown > self._read * _MOST_UNKNOWN:
            raise RefusedError(Unreadability.UNKNOWN_LETTERS)

    def _placed(self, text: pdfium.FPDF_TEXTPAGE, count: int, turn: Turn) -> Iterator[Letter]:
        x, y, box = c_double(), c_double(), pdfium.FS_RECTF()
        for at in range(count):
            code = pdfium.FPDFText_GetUnicode(text, at)
            code = _HYPHEN if code == _HYPHEN_AT_END else code
            if code in _UNKNOWN or not (at % _SAMPLED or self._is_known(text, at)):
                self._unknown += 1 if code in _UNKNOWN else _SAMPLED
            elif code > _BLANK or (code == _BLANK and pdfium.FPDFText_IsGenerated(text, at) != 1):
                pdfium.FPDFText_GetCharOrigin(text, at, x, y)
                pdfium.FPDFText_GetLooseCharBox(text, at, box)
                origin = turn.point(x.value, y.value)
                left, bottom, right, _ = turn.box(box.left, box.bottom, box.right, box.top)
                angle = pdfium.FPDFText_GetCharAngle(text, at) - turn.angle
                size = pdfium.FPDFText_GetFontSize(text, at) or 1.0
                letter = chr(code)
                if angle and math.cos(angle) < 1 - _TURNED:
                    yield Letter(letter, left, right, bottom, size, turned=True)
                    continue
                # A mark is drawn back over its letter; its origin is where the next one begins.
                start = left if is_mark(letter) else min(left, origin[0])
                yield Letter(letter, start, max(right, start), origin[1], size)

    @staticmethod
    def _is_known(text: pdfium.FPDF_TEXTPAGE, at: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(text, at) != 1)


def blanks_of(page: pdfium.FPDF_PAGE, turn: Turn) -> Iterator[Letter]:
    """Give the blanks that were written alone: no text of the page tells of them."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    matrix = pdfium.FS_MATRIX()
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if (left.value, bottom.value) == (right.value, top.value):
            pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
            x, y = turn.point(matrix.e, matrix.f)
            yield Letter(" ", x, x, y, 1.0)


def _belongs(mark: Letter, letter: Letter) -> bool:
    reach = _NEAR * letter.size
    across = letter.left - reach / 2 <= mark.centre <= letter.right + reach / 2
    return across and abs(mark.base - letter.base) <= reach and letter.text != " "


def _join(letter: Letter, mark: Letter) -> None:
    letter.text += mark.text
    if mark.centre > letter.right:
        # One drawn letter for the whole cluster: its marks share its width.
        letter.right = mark.right


def _give_home(mark: Letter, letters: list[Letter]) -> None:
    """Put a mark that was written elsewhere in the file on the letter it is drawn over."""
    near = [letter for letter in letters if _belongs(mark, letter)]
    if near:
        home = min(near, key=lambda letter: abs(letter.centre - mark.centre))
        home.text += mark.text


def _once(letters: list[Letter]) -> Iterator[Letter]:
    """Leave out what was drawn over a letter to say the same once more."""
    before: Letter | None = None
    for letter in letters:
        again = (
            before is not None
            and letter.text == before.text
            and before.left <= letter.centre <= before.right
            and abs(letter.base - before.base) < letter.size / 2
        )
        if not again:
            yield letter
            before = letter
