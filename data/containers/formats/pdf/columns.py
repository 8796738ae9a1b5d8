"""Tables without upright lines: their columns are where no text stands, line after line."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from data.containers.formats.pdf.letters import Letter
from data.containers.formats.pdf.line_ends import LineEnds, text_of
from data.containers.formats.pdf.lines import Line, pieces_of
from data.containers.formats.pdf.rulings import Ruling
from data.containers.formats.pdf.tables import Table, holds_numbers, is_number
from data.model.grid import Rectangle

_GAP: Final = 0.9
"""The narrowest gap between two texts of a line, in sizes of the font."""
_NARROWEST: Final = 0.3
"""The narrowest gap between two columns over all lines."""
_FEWEST_LINES: Final = 3
_FEWEST_EDGES: Final = 3
_ACROSS: Final = 0.1
"""Of the lines, how many may run over the gap between two columns: titles, group headings."""
_APART: Final = 1.25
"""Rows stand this much further apart than the lines inside of a cell."""
_WIDE: Final = 0.3

Edges = Sequence[float]


@dataclass(frozen=True, slots=True)
class _Parted:
    """A line and the texts that stand apart in it."""

    line: Line
    segments: list[Line]

    @property
    def numbers(self) -> int:
        """How many of its texts are numbers."""
        return sum(is_number(segment.text) for segment in self.segments)


def aligned_table(
    lines: list[Line], level: Sequence[Ruling], before: Edges
) -> Iterator[Line | Table]:
    """Give the lines of a page, those that stand in columns as a table.

    `before` are the edges of the columns that a table had on the page before, if it had any: a page
    with little of it has gaps where it has columns.
    """
    parted = [_Parted(line, list(line.segments(_GAP))) for line in lines]
    listed = [at for at, one in enumerate(parted) if len(one.segments) > 1]
    inside = [parted[at] for at in listed]
    edges: Edges = ()
    if before and inside and _fit(inside, before):
        edges = before
    elif len(listed) >= _FEWEST_LINES:
        edges = _edges(inside)
    if len(edges) < _FEWEST_EDGES:
        yield from lines
        return
    first, last = listed[0], listed[-1]
    while last + 1 < len(lines) and _is_rest_of_cell(parted[last], parted[last + 1], edges):
        last += 1
    yield from lines[:first]
    yield _table(parted[first : last + 1], edges, level)
    yield from lines[last + 1 :]


def _is_rest_of_cell(above: _Parted, below: _Parted, edges: Edges) -> bool:
    """Tell whether the line below stands in one column, as close as lines of a text do."""
    line = below.line
    close = above.line.base - line.base <= _APART * 1.3 * line.size
    left, right = _columns(line, edges)
    return close and left == right


def _fit(parted: list[_Parted], edges: Edges) -> bool:
    """Tell whether the texts stand in these columns: nearly none of them over an edge."""
    segments = [segment for one in parted for segment in one.segments]
    over = sum(_columns(segment, edges)[0] < _columns(segment, edges)[1] for segment in segments)
    outside = sum(one.right < edges[0] or one.left > edges[-1] for one in segments)
    return over + outside <= _ACROSS * len(segments)


def _edges(parted: list[_Parted]) -> list[float]:
    """Give where columns begin and end: in the middle of each gap that nearly no line crosses."""
    segments = [segment for one in parted for segment in one.segments]
    changes = sorted([(one.left, 1) for one in segments] + [(one.right, -1) for one in segments])
    allowed, size = _ACROSS * len(parted), median(one.size for one in segments)
    edges = [changes[0][0] - size / 4]
    crossing, since = 0, changes[0][0]
    for at, change in changes:
        before, crossing = crossing, crossing + change
        if before > allowed >= crossing:
            since = at
        elif before <= allowed < crossing and at - since >= size * _NARROWEST:
            edges.append((since + at) / 2)
    return [*edges, changes[-1][0] + size / 4]


def _columns(segment: Line, edges: Edges) -> tuple[int, int]:
    """Give the first and the last column a text stands in; its ends may touch the next one."""
    slack = min(segment.size / 2, (segment.right - segment.left) / 2)
    last = len(edges) - 2
    left = bisect_right(edges, segment.left + slack) - 1
    right = bisect_left(edges, segment.right - slack) - 1
    return min(max(left, 0), last), min(max(right, left, 0), last)


def _table(parted: list[_Parted], edges: Edges, level: Sequence[Ruling]) -> Table:
    glued = holds_numbers(segment.text for one in parted for segment in one.segments)
    ends = LineEnds.THAI_GOES_ON if glued else LineEnds.UNKNOWN
    rows = _rows(parted, edges, level, numbered=glued)
    texts: list[list[object]] = []
    for lines in rows:
        cells = _by_column(lines, edges)
        texts.append([text_of(pieces_of(cells[at]), ends) or None for at in range(len(edges) - 1)])
    spans = dict.fromkeys(
        span for row, lines in enumerate(rows) for span in _spans(row, lines, edges)
    )
    return Table(tuple(edges), texts, tuple(spans), parted[0].line.base, ruled=False)


def _by_column(lines: list[_Parted], edges: Edges) -> defaultdict[int, list[Letter]]:
    cells: defaultdict[int, list[Letter]] = defaultdict(list)
    for one in lines:
        for segment in one.segments:
            cells[_columns(segment, edges)[0]] += segment.letters
    return cells


def _spans(row: int, lines: list[_Parted], edges: Edges) -> Iterator[Rectangle]:
    """Give the texts that stand over several columns."""
    for one in lines:
        for segment in one.segments:
            left, right = _columns(segment, edges)
            if left < right:
                yield row, left, row, right


def _rows(
    parted: list[_Parted], edges: Edges, level: Sequence[Ruling], *, numbered: bool
) -> list[list[_Parted]]:
    """Part the lines into rows: by level lines, else by numbers, else by distance."""
    wide = sorted(one.at for one in level if one.end - one.start > _WIDE * (edges[-1] - edges[0]))
    bases = [one.line.base for one in parted]
    inside = [at for at in wide if bases[-1] < at < bases[0]]
    if len(inside) >= _FEWEST_LINES:
        by_line = groupby(parted, lambda one: bisect_right(inside, one.line.base))
        return [list(lines) for _, lines in by_line]
    if numbered:
        return list(_around_numbers(parted, edges))
    steps = [upper - lower for upper, lower in pairwise(bases)]
    close = sorted(steps)[len(steps) // 5]
    rows = [[parted[0]]]
    for one, step in zip(parted[1:], steps, strict=True):
        if step > _APART * close or max(steps) <= _APART * close:
            rows.append([])
        rows[-1].append(one)
    return rows


def _around_numbers(parted: list[_Parted], edges: Edges) -> Iterator[list[_Parted]]:
    """Make a row of each line with numbers, and of the lines of words nearest to it.

    The lines above the first numbers are headings: one row, but for texts over several columns.
    """
    usual = median(one.numbers for one in parted if one.numbers)
    anchors = [at for at, one in enumerate(parted) if one.numbers * 2 >= usual]
    heading: list[_Parted] = []
    for one in parted[: anchors[0]]:
        spans = any(left < right for left, right in (_columns(x, edges) for x in one.segments))
        if spans and heading:
            yield heading
            heading = []
        heading.append(one)
        if spans:
            yield heading
            heading = []
    if heading:
        yield heading
    rows: dict[int, list[_Parted]] = {at: [] for at in anchors}
    for at, one in enumerate(parted[anchors[0] :], start=anchors[0]):
        near = min(anchors, key=lambda anchor: abs(parted[anchor].line.base - one.line.base))
        rows[near if len(one.segments) == 1 or at in rows else _above(anchors, at)].append(one)
    yield from rows.values()


def _above(anchors: list[int], at: int) -> int:
    return anchors[bisect_right(anchors, at) - 1]
