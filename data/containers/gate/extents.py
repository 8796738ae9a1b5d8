"""What a file says of cells beyond their values, held to the cells that there are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from data.containers.formats.readings import Reading
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Rectangle


def within_extent(reading: Reading) -> Reading:
    """Leave out what hides or merges cells beyond the last one, and ranges over other ranges.

    A file of a few kilobytes can name many ranges that each cover the whole sheet: whoever fills
    them would never come to an end.

    Raises:
        RefusedError: more merged ranges than the limits allow.
    """
    if len(reading.merged) > limits.MERGED:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)
    height, width = reading.extent
    return replace(
        reading,
        merged=tuple(_apart(reading.merged, height, width)),
        hidden_rows=frozenset(row for row in reading.hidden_rows if row < height),
        hidden_columns=frozenset(one for one in reading.hidden_columns if one < width),
    )


def _apart(merged: Iterable[Rectangle], height: int, width: int) -> Iterator[Rectangle]:
    """Clip ranges to the sheet; of two that overlap the first one counts, as in the exports."""
    taken = bytearray(height * width)
    for top, left, low, far in merged:
        bottom, right = min(low, height - 1), min(far, width - 1)
        if min(top, left) < 0 or bottom < top or right < left or (top, left) == (bottom, right):
            continue
        starts = range(top * width + left, bottom * width + left + 1, width)
        size = right - left + 1
        if any(taken.find(1, start, start + size) >= 0 for start in starts):
            continue
        for start in starts:
            taken[start : start + size] = b"\1" * size
        yield top, left, bottom, right
