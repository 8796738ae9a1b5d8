"""What a verb answers, and writing it: JSON on stdout, words on stderr, rows into a file."""

import datetime as dt
import errno
import io
import json
import math
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from data.exporters.cells.cell_text import clean_text
from data.model.columns import is_missing
from data.model.files import put_in_place
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import THAI_TIME

if TYPE_CHECKING:
    import pandas as pd
    from _typeshed import DataclassInstance

    from data.tables.handouts import Handout

VERSION: Final = 1
"""Raised when an answer says less, or something else under a known name."""
NOT_DONE: Final = 1
"""The exit code where something is left to decide; 2 is a failure."""
MOST_EXCEL_ROWS: Final = 1_000_000
_GONE: Final = (errno.EPIPE, errno.EINVAL)  # what a closed pipe gives; Windows says EINVAL


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb has to say: a JSON object or a row each, the same in Thai, the exit code."""

    document: Mapping[str, object] | Iterable[Mapping[str, object]]
    words: Iterable[str]
    exit_code: int = 0


def speak_utf8() -> None:
    """Let both streams take Thai whatever the locale; half a character pair becomes an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_json(document: Mapping[str, object] | Iterable[Mapping[str, object]], about: str) -> None:
    """Write one document on stdout; an object says what it is: check/1, the first form of `check`.

    Of a list, which says no more than its rows, each stands on a line of its own.
    """
    if isinstance(document, Mapping):
        _write(sys.stdout, [_json({"schema": f"{about}/{VERSION}", **document}), "\n"])
    else:
        _write(sys.stdout, _json_rows(document))


def write_words(lines: Iterable[str]) -> None:
    """Write Thai lines on stderr; what a file holds must not steer the terminal."""
    _write(sys.stderr, (f"{clean_text(line)}\n" for line in lines))


def records(frame: "pd.DataFrame") -> Iterator[dict[str, object]]:
    """Give the rows of a frame as JSON takes them; nothing is held but the columns."""
    columns = (map(plain, frame[name].tolist()) for name in frame.columns)
    for row in zip(*columns, strict=True):
        yield dict(zip(frame.columns, row, strict=True))


def plain(value: object) -> object:
    """Give a value as JSON takes it: what is missing is null, a moment is in Thai time."""
    if is_missing(value):
        return None
    if isinstance(value, float | Decimal):  # adding 0 takes the sign off a zero
        return float(value) + 0.0 if math.isfinite(value) else None
    if isinstance(value, dt.datetime):
        return value.astimezone(THAI_TIME).isoformat(timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    listed = getattr(value, "tolist", None)  # an array of numpy, which not every verb loads
    return listed() if callable(listed) else value


def facts_of(one: "DataclassInstance") -> dict[str, object]:
    """Give the fields of a value as JSON takes them."""
    return {name: plain(fact) for name, fact in asdict(one).items()}


def write_handout(handout: "Handout", target: Path) -> None:
    """Write a table with its conditions into a file, in one step: the old one or the new one.

    Raises:
        RefusedError: Excel cannot hold so many rows, or the place cannot be written.
    """
    in_excel = target.suffix.lower() == ".xlsx"
    rows = len(handout.tables()[0].frame)
    if in_excel and rows > MOST_EXCEL_ROWS:
        raise RefusedError(Refusal.TOO_MANY_ROWS, rows=rows)
    write_file(handout.excel() if in_excel else handout.csv(), target)


def write_file(content: bytes, target: Path) -> None:
    """Write a file in one step: there is the old one or the new one.

    Raises:
        RefusedError: the place cannot be written.
    """
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    with writing(target):
        try:
            unfinished.write_bytes(content)
            put_in_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Refuse the command where the block cannot write a file or a folder.

    Raises:
        RefusedError: the place cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise RefusedError(Refusal.CANNOT_WRITE, file_name=place.name) from error


def format_of(target: Path, known: Iterable[str]) -> str:
    """Give the suffix of a file that is asked for, in small letters.

    Raises:
        RefusedError: it is none of those that can be written.
    """
    suffix = target.suffix.lower()
    if suffix not in known:
        told = ", ".join(known)
        raise RefusedError(Refusal.NO_SUCH_FORMAT, file_name=target.name, known=told)
    return suffix


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _json_rows(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    yield "["
    for position, row in enumerate(rows):
        yield ",\n" if position else "\n"
        yield _json(row)
    yield "\n]\n"


def _write(stream: TextIO, parts: Iterable[str]) -> None:
    """Write and flush; a reader that has gone away is no failure of the command."""
    try:
        stream.writelines(parts)
        stream.flush()
    except OSError as error:
        if error.errno not in _GONE:
            raise
        # Python flushes once more at the end, which must not complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
