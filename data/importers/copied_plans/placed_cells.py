"""Cells of a copied plan told by where they stand, as `pdftotext -layout` keeps it by blanks.

A heading says where its column begins. Texts that stood close run together with one blank between
them: such a line is parted where the next column is known to begin, or where every other place
would leave a part wider than its column. A line that could be parted in two ways, or a row that
may be another measure, gets a column of its own without a heading.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Final

from data.containers.formats.pdf.thai_glyphs import is_mark
from data.importers.copied_plans.copied_lines import (
    furniture,
    is_numbered,
    opens_with_code,
    tells_time,
)
from data.importers.copied_plans.placed_headings import (
    Letters,
    PlacedHeadings,
    PlacedText,
    headings_of_pages,
    is_group,
    texts_of,
)
from data.importers.plan.headings import Column
from data.model.grid import Row

_OPEN_END: Final = re.compile(r"[-\u2013]$")
_MOST_WORDS: Final = 40
_SAME_COLUMN: Final = 6
"""How many letters from its heading a text may begin: pages are set block by block."""
_WIDER: Final = 1.1
"""How much wider than the lines that are sure a line of a column may be."""

Cells = dict[int, str]
Widths = dict[int, int]


def placed_rows(lines: Sequence[str], letters: Letters) -> dict[int, Row]:
    """Give the headings of each page and the rows below them by the line they begin in.

    `letters` makes of a part of a line the letters that were typed.
    """
    pages = list(headings_of_pages(lines, letters))
    if not pages:
        return {}
    around = furniture(lines, [page.lines for page in pages])
    ends = [*(page.lines.start for page in pages[1:]), len(lines)]
    bodies = [
        _Body(page, _inside(lines, range(page.lines.stop, end), around), lines, letters)
        for page, end in zip(pages, ends, strict=True)
    ]
    widest: Widths = defaultdict(int)
    for body in bodies:
        for column, width in body.sure_widths():
            widest[column] = max(widest[column], width)
    above = range(pages[0].lines.start)
    rows: dict[int, Row] = {at: () for at in above if is_group(lines[at])}
    for body in bodies:
        rows[body.headings.lines.start] = body.headings.said
        rows |= body.rows(widest)
    return rows


def _inside(lines: Sequence[str], below: range, furniture: set[int]) -> Sequence[int]:
    """Give the lines of the cells of a page: the titles of the next one stand at its end."""
    last = below.stop
    while last > below.start and (last - 1 in furniture or is_group(lines[last - 1])):
        last -= 1
    return [at for at in range(below.start, last) if lines[at].strip()]


@dataclass(slots=True)
class _Body:
    """The lines below the headings of a page."""

    headings: PlacedHeadings
    at: Sequence[int]
    lines: Sequence[str]
    letters: Letters
    starts: dict[int, set[int]] = field(init=False)
    """Where the texts of each column begin: those of a line that fills all of them are sure."""

    def __post_init__(self) -> None:
        self.starts = {column: {place} for column, place in enumerate(self.headings.places)}
        lines = [texts_of(self.lines[line]) for line in self.at]
        for full in (texts for texts in lines if len(texts) == len(self.starts)):
            for column, text in enumerate(full):
                self.starts[column].add(text.start)
        own: defaultdict[int, set[int]] = defaultdict(set)
        for text in chain.from_iterable(lines):
            nearest = self._column(text)
            if nearest is not None:
                own[nearest].add(text.start)
        # Headings are set by themselves: where texts of a column are known, they alone count.
        self.starts |= own

    def _column(self, text: PlacedText) -> int | None:
        """Give the column of which a text is known to begin nearest."""
        apart, column = min(
            (abs(start - text.start), column)
            for column, starts in self.starts.items()
            for start in starts
        )
        return column if apart <= _SAME_COLUMN else None

    def _reaches(self, column: int, end: int) -> bool:
        """Tell whether a text of a column ends where the next one begins already."""
        return column + 1 < len(self.headings.places) and end > min(self.starts[column + 1])

    def sure_widths(self) -> Iterator[tuple[int, int]]:
        for line in self.at:
            for text in texts_of(self.lines[line]):
                column = self._column(text)
                if column is not None and not self._reaches(column, text.end):
                    yield column, _width(text.said)

    def rows(self, widest: Widths) -> dict[int, Row]:
        """Give the rows by their first lines; what stands above the first goes on from before."""
        rows: dict[int, _Row] = {}
        row = _Row(self.headings.columns)
        before: Cells = {}
        for line in self.at:
            cells = self.cells(line, widest) or {}
            begins = row.is_left_for(cells, before)
            if begins or not rows:
                row = rows[line] = _Row(self.headings.columns)
            if cells and begins is not None:
                row.add(cells)
            else:
                row.lose(line, self.letters(self.lines[line]))
            before = cells
        return {line: row.cells() for line, row in rows.items()}

    def cells(self, line: int, widest: Widths) -> Cells | None:
        """Give the texts of a line by column, None where they could stand in others."""
        cells: Cells = {}
        for text in texts_of(self.lines[line]):
            column = self._column(text)
            if column is None:
                return None
            parts = self._parts(text, column, widest) if self._reaches(column, text.end) else [text]
            if not parts or any(column + at in cells for at in range(len(parts))):
                return None
            cells |= {column + at: self.letters(part.said) for at, part in enumerate(parts)}
        return cells

    def _parts(self, text: PlacedText, column: int, widest: Widths) -> Sequence[PlacedText]:
        """Part a text that runs over the beginning of the next column; none if that is not sure."""
        words = text.words
        for exact in (False, True) if len(words) <= _MOST_WORDS else ():
            ways = self._ways(words, column, widest, exact=exact)
            if len(ways) == 1:
                return ways[0]
        return ()

    def _ways(
        self, words: Sequence[PlacedText], column: int, widest: Widths, *, exact: bool
    ) -> Sequence[Sequence[PlacedText]]:
        """Give how words can be parted into this column and the next ones: two ways, if more."""

        @cache
        def ways(at: int, own: int) -> Sequence[Sequence[PlacedText]]:
            found: list[Sequence[PlacedText]] = []
            for end in range(at + 1, len(words) + 1):
                part = PlacedText(words[at].start, " ".join(word.said for word in words[at:end]))
                if len(found) < 2 and self._fits(part, own, widest, exact=exact):
                    found += [(part, *rest) for rest in ways(end, own + 1)]
            return found[:2] if at < len(words) else [()]

        return ways(0, column)

    def _fits(self, text: PlacedText, column: int, widest: Widths, *, exact: bool) -> bool:
        if column not in self.starts or _width(text.said) > widest[column] * _WIDER:
            return False
        near = min(abs(start - text.start) for start in self.starts[column])
        ends = max(self.starts.get(column + 1, {text.end}))
        return near <= (0 if exact else _SAME_COLUMN) and text.end <= ends + _SAME_COLUMN


def _width(text: str) -> int:
    return sum(not is_mark(letter) for letter in text)


@dataclass(slots=True)
class _Row:
    """A row in the making: the texts of its cells, and runs of lines that cannot be told."""

    columns: Mapping[Column, int]
    said: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost: list[list[str]] = field(default_factory=list)
    last: int = -1

    def add(self, cells: Cells) -> None:
        for column, text in cells.items():
            self.said[column].append(text)

    def lose(self, line: int, text: str) -> None:
        """Keep a line; those below each other stay together."""
        if line - 1 != self.last:
            self.lost.append([])
        self.lost[-1].append(" ".join(text.split()))
        self.last = line

    def cells(self) -> Row:
        width = max(self.columns.values()) + 1
        told = ("\n".join(self.said[column]) for column in range(width))
        return (*told, *map("\n".join, self.lost))

    def is_left_for(self, cells: Cells, before: Cells) -> bool | None:
        """Tell whether a line begins another row; None where it might.

        All cells of a row begin as high as its period, below a line without one.
        """
        question, time, who, first = (
            cells.get(self.columns.get(column, -1), "")
            for column in (Column.QUESTION, Column.PERIOD, Column.RESPONSIBLE, Column.INDICATOR)
        )
        above = before.get(self.columns[Column.PERIOD], "")
        if tells_time(time) and who and question:
            if opens_with_code(question) or (is_numbered(first) and not above):
                return True
            return False if _OPEN_END.search(above) else None
        asked = self.said.get(self.columns[Column.QUESTION], [""])[0]
        of_another = opens_with_code(question) and (not asked or opens_with_code(asked))
        return None if of_another or is_numbered(first) else False
