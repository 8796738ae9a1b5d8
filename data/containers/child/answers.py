"""The compact form in which the reading process hands sheets back: data only, nothing to execute.

A line of JSON (either a refusal or the frame of each sheet) is followed, sheet by sheet, by the
distinct values (one byte a kind, then the numbers) and by each cell's place among them. Cells
repeat themselves a lot, so this is small, quick, and lets equal cells share one value in memory.
"""

import datetime as dt
import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, count
from typing import Final, TypedDict, cast

from data.containers.formats.readings import Reading, check_together, plain
from data.containers.gate import limits
from data.containers.gate.extents import within_extent
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Cell, Rectangle, RowPlace, Sheet, Unreadable

_BLANK, _TEXT, _FLOAT, _INT, _BOOL, _DATE, _DATETIME, _TIME, _UNREADABLE = range(9)
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
}


def _mask(*kinds: int) -> bytes:
    return bytes(kind in kinds for kind in range(256))


_NUMBERS: Final = _mask(_FLOAT, _INT, _BOOL)
_TEXTS: Final = _mask(_TEXT, _DATE, _DATETIME, _TIME, _UNREADABLE)


class _Frame(TypedDict):
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
    check_together(sum(len(row) for reading in readings for row in reading.rows))
    packed, room = [], limits.CHARACTERS
    for reading in map(within_extent, readings):
        packed.append(_packed(reading))
        room -= _length(packed[-1][0])
        if room < 0:
            raise RefusedError(Unreadability.TEXT_TOO_LONG)
    head = json.dumps({"sheets": [frame for frame, _ in packed]}, ensure_ascii=False)
    # Half of a pair of surrogates is no text; it would stop whoever stores or shows it.
    return b"".join([head.encode(errors="replace"), b"\n", *(block for _, block in packed)])


def _packed(reading: Reading) -> tuple[_Frame, bytes]:
    places: defaultdict[object, int] = defaultdict(count().__next__)
    cells = chain.from_iterable(reading.rows)
    references = array("I", map(places.__getitem__, cells))
    values = list(map(plain, places))
    kinds = bytes(map(_KINDS.__getitem__, map(type, values)))
    numbers = array("d", cast("Iterator[float]", compress(values, kinds.translate(_NUMBERS))))
    texts = list(map(_written, compress(values, kinds.translate(_TEXTS))))
    frame = _Frame(
        name=reading.name,
        height=len(reading.rows),
        width=len(reading.rows[0]) if reading.rows else 0,
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
    return frame, kinds + numbers.tobytes() + references.tobytes()


def _length(frame: _Frame) -> int:
    if len(frame["name"]) > limits.SHEET_NAME:
        raise RefusedError(Unreadability.DAMAGED)
    lengths = list(map(len, frame["texts"]))
    if max(lengths, default=0) > limits.CHARACTERS_IN_CELL:
        raise RefusedError(Unreadability.TEXT_TOO_LONG)
    return sum(lengths) + len(frame["name"])


def _written(value: Cell) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value.text if isinstance(value, Unreadable) else str(value)


def decode(answer: bytes) -> tuple[Sheet, ...]:
    """Unpack what `encode` or `encode_refusal` wrote.

    Raises:
        RefusedError: the answer is a refusal.
        ValueError: the answer is not one of ours, or was cut off.
    """
    end = answer.index(b"\n")
    parsed = json.loads(answer[:end])
    if "refused" in parsed:
        raise RefusedError(Unreadability(parsed["refused"]))
    sheets, start, blocks = [], 0, memoryview(answer)[end + 1 :]
    for frame in parsed["sheets"]:
        sheet, start = _unpacked(frame, blocks, start)
        sheets.append(sheet)
    return tuple(sheets)


def _unpacked(frame: _Frame, blocks: memoryview, start: int) -> tuple[Sheet, int]:
    numbers, references = array("d"), array("I")
    size, width = frame["height"] * frame["width"], frame["width"]
    numbers_at = start + frame["values"]
    references_at = numbers_at + frame["numbers"] * numbers.itemsize
    end = references_at + size * references.itemsize
    if end > len(blocks):
        raise ValueError(end)
    numbers.frombytes(blocks[numbers_at:references_at])
    references.frombytes(blocks[references_at:end])
    values = _values(blocks[start:numbers_at], iter(numbers), iter(frame["texts"]))
    cells = tuple(map(values.__getitem__, references))
    sheet = Sheet(
        name=frame["name"],
        rows=tuple([cells[at : at + width] for at in range(0, size, width or 1)]),
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in frame["merged"]),
        hidden=frame["hidden"],
        hidden_rows=frozenset(frame["hidden_rows"]),
        hidden_columns=frozenset(frame["hidden_columns"]),
        places=tuple(RowPlace(*place) for place in frame["places"]),
        unread_pages=tuple(frame["unread_pages"]),
    )
    return sheet, end


def _values(kinds: memoryview, numbers: Iterator[float], texts: Iterator[str]) -> list[Cell]:
    number, text = numbers.__next__, texts.__next__
    read: tuple[Callable[[], Cell], ...] = (
        lambda: None,
        text,
        number,
        lambda: int(number()),
        lambda: bool(number()),
        lambda: dt.date.fromisoformat(text()),
        lambda: dt.datetime.fromisoformat(text()),
        lambda: dt.time.fromisoformat(text()),
        lambda: Unreadable(text()),
    )
    return [read[kind]() for kind in kinds]
