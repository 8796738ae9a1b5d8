"""Reminders as files: one of a division, or all of all divisions in a zip."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from data.database import store_id
from data.documents.reminders.calendar import calendar
from data.documents.reminders.duties import Duties, duties
from data.documents.reminders.message import message, picture
from data.exporters.archive import archive
from data.exporters.names import file_name
from data.model.errors import NoDutiesError
from data.words.work import reminders as words
from queries import Reader

_MAKERS: Final[Mapping[str, Callable[[Duties, str], bytes]]] = {
    ".ics": calendar,
    ".txt": lambda found, _: message(found).encode("utf-8-sig"),
    ".png": lambda found, _: picture(found),
}
SUFFIXES: Final = tuple(_MAKERS)


def reminder(reader: Reader, division: str, as_of: dt.date, suffix: str) -> bytes:
    """Give one file of a division.

    Raises:
        NoDutiesError: there is no deadline to put into a calendar.
    """
    found = duties(reader, division, as_of)
    if suffix == ".ics" and not found.dated:
        raise NoDutiesError(division)
    return _MAKERS[suffix](found, store_id(reader))


def reminders(reader: Reader, divisions: Sequence[str], as_of: dt.date) -> bytes:
    """Give the zip of all files of divisions that have something to do.

    Raises:
        NoDutiesError: none of them has.
    """
    named = store_id(reader)
    busy = [found for one in divisions if (found := duties(reader, one, as_of)).dated]
    if not busy:
        raise NoDutiesError(", ".join(divisions))
    return archive(
        {
            reminder_name(found.division, as_of, suffix): make(found, named)
            for found in busy
            for suffix, make in _MAKERS.items()
        }
    )


def reminder_name(division: str, as_of: dt.date, suffix: str) -> str:
    """Give the name of a file of one division, or of the zip of all ("")."""
    return file_name(tuple(part for part in (words.FILE_PART, division) if part), suffix, as_of)
