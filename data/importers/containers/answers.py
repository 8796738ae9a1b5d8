"""The compact form in which the reading process hands sheets back: data only, nothing to execute.

A line of JSON (either a refusal or the frame of each sheet) is followed, sheet by sheet, by one
byte a cell for its kind, eight a number, four a text (its place in a list of distinct texts).
"""

import datetime as dt
import json
from array import array
from collections.abc import Callable, Iterator
from itertools import chain, compress
from typing import Final, TypedDict, cast

from data.importers.containers.grid import Cell, Rectangle, Sheet, Unreadable
from data.importers.containers.reasons import RefusedError, Unreadability

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
    merged: list[Rectangle]
    hidden: bool
    hidden_rows: list[int]
    hidden_columns: list[int]
    texts: list[str]
    numbers: int
    references: int


def encode_refusal(reason: Unreadability) -> bytes:
    """Say why there are no sheets."""
    return json.dumps({"refused": reason}).encode() + b"\n"


def encode(sheets: list[Sheet]) -> bytes:
    """Pack sheets whose rows are equally long and whose integers fit a float exactly."""
    frames, blocks = [], []
    for sheet in sheets:
        frame, block = _packed(sheet)
        frames.append(frame)
        blocks.append(block)
    return b"".join([json.dumps({"sheets": frames}).encode(), b"\n", *blocks])


def _packed(sheet: Sheet) -> tuple[_Frame, bytes]:
    cells = list(chain.from_iterable(sheet.rows))
    kinds = bytes(map(_KINDS.__getitem__, map(type, cells)))
    numbers = array("d", cast("Iterator[float]", compress(cells, kinds.translate(_NUMBERS))))
    places: dict[str, int] = {}
    references = array(
        "I",
        [
            places.setdefault(_written(cell), len(places))
            for cell in compress(cells, kinds.translate(_TEXTS))
        ],
    )
    frame = _Frame(
        name=sheet.name,
        height=len(sheet.rows),
        width=len(sheet.rows[0]) if sheet.rows else 0,
        merged=list(sheet.merged),
        hidden=sheet.hidden,
        hidden_rows=sorted(sheet.hidden_rows),
        hidden_columns=sorted(sheet.hidden_columns),
        texts=list(places),
        numbers=len(numbers),
        references=len(references),
    )
    return frame, kinds + numbers.tobytes() + references.tobytes()


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Unreadable):
        return cell.text
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    raise TypeError(cell)


def decode(answer: bytes) -> tuple[Sheet, ...]:
    """Unpack what `encode` or `encode_refusal` wrote.

    Raises:
        RefusedError: the answer is a refusal.
        ValueError: the answer is not one of ours, or was cut off.
    """
    head, _, rest = answer.partition(b"\n")
    parsed = json.loads(head)
    if "refused" in parsed:
        raise RefusedError(Unreadability(parsed["refused"]))
    sheets, start = [], 0
    for frame in parsed["sheets"]:
        sheet, start = _unpacked(frame, rest, start)
        sheets.append(sheet)
    return tuple(sheets)


def _unpacked(frame: _Frame, blocks: bytes, start: int) -> tuple[Sheet, int]:
    size, width = frame["height"] * frame["width"], frame["width"]
    numbers, references = array("d"), array("I")
    numbers_at = start + size
    references_at = numbers_at + frame["numbers"] * numbers.itemsize
    end = references_at + frame["references"] * references.itemsize
    numbers.frombytes(blocks[numbers_at:references_at])
    references.frombytes(blocks[references_at:end])
    texts = frame["texts"]
    cells = _cells(blocks[start:numbers_at], iter(numbers), map(texts.__getitem__, references))
    if len(cells) != size:
        raise ValueError(len(cells))
    rows = tuple([tuple(cells[at : at + width]) for at in range(0, size, width or 1)])
    sheet = Sheet(
        name=frame["name"],
        rows=rows or ((),) * frame["height"],
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in frame["merged"]),
        hidden=frame["hidden"],
        hidden_rows=frozenset(frame["hidden_rows"]),
        hidden_columns=frozenset(frame["hidden_columns"]),
    )
    return sheet, end


def _cells(kinds: bytes, numbers: Iterator[float], texts: Iterator[str]) -> list[Cell]:
    number, text = numbers.__next__, texts.__next__
    readers: tuple[Callable[[], Cell], ...] = (
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
    try:
        return [readers[kind]() for kind in kinds]
    except (StopIteration, IndexError):
        raise ValueError(len(kinds)) from None
