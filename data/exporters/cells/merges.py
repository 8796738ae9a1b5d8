"""Which merged ranges of a sheet that was read can be written again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.importers.sheets.opening import Rectangle, Sheet

# Ranges of a made-up file can cover the same million cells a thousand times.
_MOST_CELLS_LOOKED_AT: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Merges:
    """Ranges within the sheet that do not overlap, and the first cell of each covered cell."""

    ranges: tuple[Rectangle, ...]
    first_cells: Mapping[tuple[int, int], tuple[int, int]]


def clear_merges(sheet: Sheet) -> Merges:
    """Clip merged ranges to the sheet's content; leave out those that overlap an earlier one."""
    bottom_row = len(sheet.rows) - 1
    last_column = max(map(len, sheet.rows), default=0) - 1
    kept: list[Rectangle] = []
    first_cells: dict[tuple[int, int], tuple[int, int]] = {}
    room = _MOST_CELLS_LOOKED_AT
    for top, left, bottom, right in sheet.merged:
        rectangle = (top, left, min(bottom, bottom_row), min(right, last_column))
        room -= _size(rectangle)
        if room < 0:
            break
        covered = _covered(rectangle)
        if len(covered) > 1 and not any(cell in first_cells for cell in covered):
            kept.append(rectangle)
            first_cells |= dict.fromkeys(covered, (top, left))
    return Merges(tuple(kept), first_cells)


def _size(rectangle: Rectangle) -> int:
    top, left, bottom, right = rectangle
    return max(bottom - top + 1, 0) * max(right - left + 1, 0)


def _covered(rectangle: Rectangle) -> list[tuple[int, int]]:
    top, left, bottom, right = rectangle
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
