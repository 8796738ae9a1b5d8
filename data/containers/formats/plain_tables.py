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

_BLOCK: Final = 8 * limits.MEGABYTE
_SHARED: Final = pa.dictionary(pa.int32(), pa.binary())


def plain_rows(content: bytes, delimiter: str, width: int) -> Grid | None:
    """Read UTF-8 without quotes; None where it is none, or a row has more or fewer cells.

    Raises:
        RefusedError: more cells than the limits allow.
    """
    if width > limits.COLUMNS:
        return None
    try:
        columns = _numbered(_batches(content, delimiter, width), width)
    except (pa.ArrowInvalid, UnicodeDecodeError):
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
            column_types=dict.fromkeys(names, _SHARED),
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
    return [Column(_decoded(column.known), np.concatenate(column.numbers)) for column in columns]


class _Numbered:
    """The different cells of a column in the order in which they come, and the numbers of all."""

    def __init__(self) -> None:
        self.known: pa.Array = pa.array([], pa.binary())
        self.numbers: list[Numbers] = []

    def add(self, cells: pa.DictionaryArray) -> None:
        """Add the cells of a batch, which has a dictionary of its own."""
        found = compute.index_in(cells.dictionary, value_set=self.known)
        fresh = cells.dictionary.filter(found.is_null())
        places = found.fill_null(-1).to_numpy(zero_copy_only=False).copy()
        places[places < 0] = np.arange(len(self.known), len(self.known) + len(fresh))
        self.known = pa.concat_arrays([self.known, fresh])
        kind = narrowest(len(self.known))
        self.numbers.append(places.astype(kind)[cells.indices.to_numpy()])


def _decoded(cells: pa.Array) -> list[Cell]:
    texts = [cell.decode() for cell in cells.to_pylist()]
    if max(map(len, texts), default=0) > limits.CHARACTERS_IN_CELL:
        raise RefusedError(Unreadability.TEXT_TOO_LONG)
    return [restore_formula(text) or None for text in texts]
