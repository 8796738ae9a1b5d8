"""The compact form in which the reading process hands sheets back: data only, nothing to execute.

A line of JSON (either a refusal or the frame of each sheet) is followed, sheet by sheet, by the
distinct values (one byte a kind, then the numbers) and, column by column, by each cell's place
among them. Cells repeat themselves a lot, so this is small and quick, and whoever asks something
of a column asks it of each different value only.
"""

import datetime as dt
import json
from array import array
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final, TypedDict, cast

from data.containers.formats.readings import Columns, Reading, check_together, plain
from data.containers.gate import limits
from data.containers.gate.extents import within_extent
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Cell, Percentage, Rectangle, RowPlace, Unreadable

_BLANK, _TEXT, _FLOAT, _INT, _BOOL, _DATE, _DATETIME, _TIME, _UNREADABLE, _PERCENT = range(10)
_KINDS: Final[dict[type, int]] = {
    type(None): _BLANK,
    str: _TEXT,
    float: _FLOAT,
    int: _INT,
    bool: _BOOL,
    dt.date: _DATE,
    dt.datetime: _DATETIME,
    dt.time: _TIME,
    Unreadable: _UNREADABLE,
    Percentage: _PERCENT,
}


def _mask(*kinds: int) -> bytes:
    return bytes(kind in kinds for kind in range(256))


_NUMBERS: Final = _mask(_FLOAT, _INT, _BOOL, _PERCENT)
_TEXTS: Final = _mask(_TEXT, _DATE, _DATETIME, _TIME, _UNREADABLE)


class Frame(TypedDict):
    """A sheet beside its values: how many there are, and what else was found."""

    name: str
    height: int
    width: int
    values: int
    numbers: int
    texts: list[str]
    merged: list[Rectangle]
    hidden: bool
    hidden_rows: list[int]
    hidden_columns: list[int]
    places: list[RowPlace]
    unread_pages: list[int]


def given(content: bytes, password: str) -> bytes:
    """Pack a file and its password, "" where it has none, for the reading process."""
    return b"%s\n%s" % (password.encode().hex().encode(), content)


def taken(packed: bytes) -> tuple[bytes, str]:
    """Unpack what `given` packed."""
    password, _, content = packed.partition(b"\n")
    return content, bytes.fromhex(password.decode()).decode()


def encode_refusal(reason: Unreadability) -> bytes:
    """Say why there are no sheets."""
    return json.dumps({"refused": reason}).encode() + b"\n"


def encode(readings: Sequence[Reading]) -> bytes:
    """Pack what was read; values become plain on the way.

    Raises:
        RefusedError: more cells, merged ranges or text than the limits allow.
    """
    check_together(sum(height * width for height, width in (one.extent for one in readings)))
    packed, room = [], limits.CHARACTERS
    for reading in map(within_extent, readings):
        packed.append(_packed(reading))
        room -= _length(packed[-1][0])
        if room < 0:
            raise RefusedError(Unreadability.TEXT_TOO_LONG)
    head = json.dumps({"sheets": [frame for frame, _ in packed]}, ensure_ascii=False)
    # Half of a pair of surrogates is no text; it would stop whoever stores or shows it.
    return b"".join([head.encode(errors="replace"), b"\n", *(block for _, block in packed)])


def _packed(reading: Reading) -> tuple[Frame, bytes]:
    columns = reading.rows if isinstance(reading.rows, Columns) else Columns.of(reading.rows)
    values = list(map(plain, columns.values))
    kinds = bytes(map(_KINDS.__getitem__, map(type, values)))
    numbers = array("d", cast("Iterator[float]", compress(values, kinds.translate(_NUMBERS))))
    texts = list(map(_written, compress(values, kinds.translate(_TEXTS))))
    frame = Frame(
        name=reading.name,
        height=columns.height,
        width=columns.width,
        values=len(values),
        numbers=len(numbers),
        texts=texts,
        merged=list(reading.merged),
        hidden=reading.hidden,
        hidden_rows=sorted(reading.hidden_rows),
        hidden_columns=sorted(reading.hidden_columns),
        places=list(reading.places),
        unread_pages=list(reading.unread_pages),
    )
    return frame, kinds + numbers.tobytes() + columns.references


def _length(frame: Frame) -> int:
    if len(frame["name"]) > limits.SHEET_NAME:
        raise RefusedError(Unreadability.DAMAGED)
    lengths = list(map(len, frame["texts"]))
    if max(lengths, default=0) > limits.CHARACTERS_IN_CELL:
        raise RefusedError(Unreadability.TEXT_TOO_LONG)
    return sum(lengths) + len(frame["name"])


def _written(value: Cell) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Unreadable):
        return value.text
    return cast("dt.date | dt.time", value).isoformat()
