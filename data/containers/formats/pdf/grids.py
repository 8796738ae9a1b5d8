"""Tables with ruling lines: which lines hang together, and which cells they part."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from data.containers.formats.pdf.rulings import Ruling, Rulings
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Rectangle

_REACH: Final = 3.0
"""How far a line may end before the one it should meet, in points."""
_OPEN: Final = 6.0
"""How far lines must run beyond the last one across them for a row or column to be there."""
_MOST_OF: Final = 0.6
"""A wall stands where lines cover this much of the side of a cell."""

_Lines = tuple[list[Ruling], list[Ruling]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table: `across` from the left, `down` from the top, and its cells."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[Rectangle, ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Give row and column of a point, None outside of the table."""
        column = bisect_right(self.across, x) - 1
        row = bisect_right(self.down, -y, key=float.__neg__) - 1
        inside = 0 <= column < len(self.across) - 1 and 0 <= row < len(self.down) - 1
        return (row, column) if inside else None


def grids_of(rulings: Rulings) -> list[Grid]:
    """Give the tables of a page from the top down, then from the left.

    Raises:
        RefusedError: more cells than the limits allow.
    """
    grids = []
    for level, upright in map(_closed, _tables(rulings)):
        down = sorted({one.at for one in level}, reverse=True)
        across = sorted({one.at for one in upright})
        if len(down) < 2 or len(across) < 2:
            continue
        if len(down) * len(across) > limits.PDF_PAGE_OBJECTS or len(across) > limits.COLUMNS:
            raise RefusedError(Unreadability.TOO_MANY_CELLS)
        cells = tuple(_cells(_Walls(level, upright), across, down))
        grids.append(Grid(tuple(across), tuple(down), cells))
    return sorted(grids, key=lambda grid: (-grid.down[0], grid.across[0]))


def _closed(lines: _Lines) -> _Lines:
    """Close a table that is open at its sides, or where the page ends inside of a row."""
    level, upright = lines
    left, right = min(one.start for one in level), max(one.end for one in level)
    bottom, top = min(one.start for one in upright), max(one.end for one in upright)
    heights = [one.at for one in level]
    places = [one.at for one in upright]
    level = level + [
        Ruling(end, left, right)
        for end, near in ((bottom, min(heights)), (top, max(heights)))
        if abs(end - near) > _OPEN
    ]
    upright = upright + [
        Ruling(end, bottom, top)
        for end, near in ((left, min(places)), (right, max(places)))
        if abs(end - near) > _OPEN
    ]
    return level, upright


def _tables(rulings: Rulings) -> Iterator[_Lines]:
    """Part the lines into those that meet one another, directly or through others."""
    level, upright = sorted(rulings.level), sorted(rulings.upright)
    heights = [one.at for one in level]
    parents = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    met: list[bool] = [False] * len(parents)
    for number, post in enumerate(upright, start=len(level)):
        low = bisect_right(heights, post.start - _REACH)
        high = bisect_right(heights, post.end + _REACH)
        for at in range(low, high):
            if level[at].start - _REACH <= post.at <= level[at].end + _REACH:
                parents[root(at)] = root(number)
                met[at] = met[number] = True
    groups: defaultdict[int, _Lines] = defaultdict(lambda: ([], []))
    for at, ruling in enumerate([*level, *upright]):
        if met[at]:
            groups[root(at)][at >= len(level)].append(ruling)
    yield from groups.values()


class _Walls:
    """Which stretches of the lines of a table are drawn."""

    def __init__(self, level: list[Ruling], upright: list[Ruling]) -> None:
        self._level = _by_place(level)
        self._upright = _by_place(upright)

    def below(self, y: float, left: float, right: float) -> bool:
        """Tell whether there is a line at this height."""
        return _covered(self._level[y], left, right)

    def right_of(self, x: float, bottom: float, top: float) -> bool:
        """Tell whether there is an upright line at this place."""
        return _covered(self._upright[x], bottom, top)


def _by_place(rulings: list[Ruling]) -> dict[float, list[Ruling]]:
    by_place: defaultdict[float, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        by_place[ruling.at].append(ruling)
    return by_place


def _covered(stretches: list[Ruling], start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(one.end, end) - max(one.start, start)) for one in stretches)
    return drawn >= _MOST_OF * (end - start)


def _cells(walls: _Walls, across: list[float], down: list[float]) -> Iterator[Rectangle]:
    """Give each cell as top, left, bottom, right among the lines: spanning ones are larger."""
    taken: set[tuple[int, int]] = set()
    height, width = len(down) - 1, len(across) - 1
    for top in range(height):
        for left in range(width):
            if (top, left) in taken:
                continue
            right = left
            while (
                right + 1 < width
                and (top, right + 1) not in taken
                and not walls.right_of(across[right + 1], down[top + 1], down[top])
            ):
                right += 1
            bottom = top
            while bottom + 1 < height and not any(
                walls.below(down[bottom + 1], across[at], across[at + 1])
                for at in range(left, right + 1)
            ):
                bottom += 1
            taken |= {
                (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
            }
            yield top, left, bottom, right
