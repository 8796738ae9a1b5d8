"""Text of nothing but rows of equally many cells, read by column: as quick as pandas reads it."""

import codecs
from collections.abc import Iterator
from typing import Final

import numpy as np
import pyarrow as pa
from pyarrow import compute, csv

from data.containers.cell_columns import Column, Grid, Numbers, narrowest
from data.containers.gate import limits
from data.containers.gate.apostrophes import restore_formula
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Cell

_BLOCK: Final = 2 * limits.MEGABYTE
_WAITING: Final = 16 * limits.MEGABYTE
"""Cells of a column that are numbered at once."""


def plain_rows(content: bytes, delimiter: str, width: int) -> Grid | None:
    """Read UTF-8; None where it is none, has quotes, or a row has more or fewer cells.

    Raises:
        RefusedError: more cells than the limits allow.
    """
    if width > limits.COLUMNS:
        return None
    try:
        columns = _numbered(_batches(content, delimiter, width), width)
    except (pa.ArrowInvalid, UnicodeDecodeError, _NotPlainError):
        return None
    grid = Grid(columns, len(columns[0]))
    last = np.flatnonzero(grid.filled())[-1:]
    return grid[: int(last[0]) + 1 if len(last) else 0]


def _batches(content: bytes, delimiter: str, width: int) -> Iterator[pa.RecordBatch]:
    marked = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    names = [str(at) for at in range(width)]
    yield from csv.open_csv(
        pa.BufferReader(pa.py_buffer(content).slice(marked)),
        csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
        csv.ParseOptions(delimiter=delimiter, quote_char=False, ignore_empty_lines=False),
        csv.ConvertOptions(
            check_utf8=False,
            column_types=dict.fromkeys(names, pa.binary()),
            strings_can_be_null=False,
        ),
    )


def _numbered(batches: Iterator[pa.RecordBatch], width: int) -> list[Column[Cell]]:
    """Number the different cells of each column through all batches, and decode each once."""
    columns = [_Numbered() for _ in range(width)]
    height = 0
    for batch in batches:
        height += batch.num_rows
        if height > limits.TEXT_ROWS:
            raise RefusedError(Unreadability.TOO_MANY_ROWS)
        if height * width > limits.TEXT_CELLS:
            raise RefusedError(Unreadability.TOO_MANY_CELLS)
        for column, more in zip(columns, batch.columns, strict=True):
            column.add(more)
    return [column.numbered() for column in columns]


class _NotPlainError(Exception):
    """Something stands in a cell that is for the strict reader."""


class _Numbered:
    """The different cells of a column in the order in which they come, and the numbers of all."""

    def __init__(self) -> None:
        self._known: pa.Array = pa.array([], pa.binary())
        self._numbers: list[Numbers] = []
        self._waiting: list[tuple[pa.BinaryArray, Numbers | int]] = []
        self._bytes = 0
        self._in_runs = True

    def add(self, cells: pa.BinaryArray) -> None:
        """Add the cells of a batch; what stands in several below each other is kept once."""
        lengths: Numbers | int = 1
        if self._in_runs:
            runs = compute.run_end_encode(cells)
            self._in_runs = 2 * len(runs.values) <= len(cells)
            if self._in_runs:
                cells, lengths = runs.values, np.diff(runs.run_ends.to_numpy(), prepend=0)
        self._waiting.append((cells, lengths))
        self._bytes += cells.nbytes
        if self._bytes > _WAITING:
            self._number()

    def numbered(self) -> Column[Cell]:
        """Give the whole column, each different cell decoded once."""
        self._number()
        return Column(_decoded(self._known), np.concatenate(self._numbers))

    def _number(self) -> None:
        """Number what waits: of all of it each different cell is sought once."""
        chunks = [cells for cells, _ in self._waiting]
        found = pa.chunked_array(chunks, pa.binary()).dictionary_encode().chunks
        cells = found[-1].dictionary if found else self._known
        places = compute.index_in(cells, value_set=self._known)
        fresh = cells.filter(places.is_null())
        numbers = places.fill_null(-1).to_numpy(zero_copy_only=False).copy()
        numbers[numbers < 0] = np.arange(len(self._known), len(self._known) + len(fresh))
        self._known = pa.concat_arrays([self._known, fresh])
        numbers = numbers.astype(narrowest(len(self._known)))
        for chunk, (_, lengths) in zip(found, self._waiting, strict=True):
            self._numbers.append(np.repeat(numbers[chunk.indices.to_numpy()], lengths))
        self._waiting, self._bytes = [], 0


def _decoded(cells: pa.Array) -> list[Cell]:
    texts = [cell.decode() for cell in cells.to_pylist()]
    if any('"' in text or "\0" in text for text in texts):
        raise _NotPlainError
    if max(map(len, texts), default=0) > limits.CHARACTERS_IN_CELL:
        raise RefusedError(Unreadability.TEXT_TOO_LONG)
    return [restore_formula(text) or None for text in texts]
