"""The sheets that a reading process handed back, kept by column."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from data.containers.cell_columns import Column, Grid
from data.containers.child.answers import Frame
from data.containers.child.process import answer_apart
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container
from data.model.grid import Cell, Percentage, RowPlace, Sheet, Unreadable

NUMBER: Final = np.dtype("d")
REFERENCE: Final = np.dtype("i4")


def read_apart(
    container: Container, content: bytes, seconds: int | None = None, password: str = ""
) -> tuple[Sheet, ...]:
    """Read a file in a confined process; `seconds` of processor time go by its size if not given.

    A password goes in by the same pipe as the file: whoever lists processes must not see it.

    Raises:
        RefusedError: the file is refused, or the process gave no answer.
    """
    try:
        return decode(answer_apart(container, content, seconds, password))
    except ValueError:
        raise RefusedError(Unreadability.READER_DIED) from None


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


def _unpacked(frame: Frame, blocks: memoryview, start: int) -> tuple[Sheet, int]:
    height, width = frame["height"], frame["width"]
    numbers_at = start + frame["values"]
    references_at = numbers_at + frame["numbers"] * NUMBER.itemsize
    end = references_at + height * width * REFERENCE.itemsize
    if end > len(blocks):
        raise ValueError(end)
    numbers = np.frombuffer(blocks[numbers_at:references_at], dtype=NUMBER)
    # A copy, as it lies anywhere in the answer, and would keep all of it.
    references = np.frombuffer(blocks[references_at:end], dtype=REFERENCE).copy()
    cells = _values(blocks[start:numbers_at], iter(numbers.tolist()), iter(frame["texts"]))
    by_column = references.reshape(width, height)
    told: dict[Callable[[Cell], object], dict[int, object]] = {}
    sheet = Sheet(
        name=frame["name"],
        rows=Grid([Column(cells, own, told) for own in by_column], height),
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
        lambda: Percentage(number()),
    )
    return [read[kind]() for kind in kinds]
