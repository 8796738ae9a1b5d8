"""Letters put together to lines and texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from data.containers.formats.pdf.letters import Letter
from data.containers.formats.pdf.line_ends import Piece
from data.containers.formats.pdf.thai_glyphs import plain_thai

_SAME_LINE: Final = 0.4
"""How far the letters of a line may stand from its base, in sizes of the font."""
_SPACE: Final = 0.22
"""The narrowest gap between two words, in sizes of the font."""
_BLANKS: Final = re.compile("[ \u00a0\t]+")


@dataclass(slots=True)
class Line:
    """The letters of one line, from the left."""

    letters: list[Letter]
    base: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(letter.right for letter in self.letters)

    @property
    def size(self) -> float:
        """The size of its largest letters."""
        return max(letter.size for letter in self.letters)

    @property
    def text(self) -> str:
        """What it says, with a space in each gap."""
        pieces: list[str] = []
        before: Letter | None = None
        for letter in self.letters:
            if before is not None and letter.left - before.right > _SPACE * letter.size:
                pieces.append(" ")
            pieces.append(letter.text)
            before = letter
        return plain_thai(_BLANKS.sub(" ", "".join(pieces)).strip())

    def segments(self, gap: float) -> Iterator["Line"]:
        """Part it where at least `gap` sizes of the font are empty."""
        segment: list[Letter] = []
        for letter in self.letters:
            if letter.text.isspace():
                continue
            if segment and letter.left - segment[-1].right > gap * letter.size:
                yield Line(segment, self.base)
                segment = []
            segment.append(letter)
        if segment:
            yield Line(segment, self.base)


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """Put letters into lines, from the top down; blank lines are left out."""
    lines: list[Line] = []
    upright = [letter for letter in letters if not letter.turned]
    for letter in sorted(upright, key=lambda one: -one.base):
        if not lines or lines[-1].base - letter.base > _SAME_LINE * letter.size:
            lines.append(Line([], letter.base))
        lines[-1].letters.append(letter)
    for line in lines:
        line.letters.sort(key=lambda one: one.left)
    return [line for line in lines if any(not one.text.isspace() for one in line.letters)]


def pieces_of(letters: list[Letter]) -> list[Piece]:
    """Give the lines of a cell, and below them what runs upwards in it."""
    lines = lines_of(letters)
    pieces = [
        Piece.of(text, blank=line.letters[-1].text.isspace())
        for line in lines
        if (text := line.text)
    ]
    turned = "".join(letter.text for letter in letters if letter.turned)
    upwards = plain_thai(_BLANKS.sub(" ", turned).strip()) if turned else ""
    return [*pieces, Piece(upwards, blank=True)] if upwards else pieces
