"""The message to paste into a chat, and the same as a picture."""

from collections.abc import Iterator, Sequence

from data.documents.paper import typesetting
from data.documents.paper.shortening import shortened
from data.documents.reminders.duties import Duties, Duty, marked
from data.framework import office, organisation
from data.words import dates, navigation
from data.words.work import reminders as words

LONGEST = 900
_LETTERS = 46
_MOST_LINES = 6


def message(found: Duties) -> str:
    """Say what is asked, late, due soon, without report or evidence, in at most 900 letters.

    Lists are cut to the same number of lines, as many as fit, and say how many there are.
    """
    for lines in range(_MOST_LINES, -1, -1):
        text = "\n".join(_told(found, lines))
        if len(text) <= LONGEST:
            return text
    return text[:LONGEST]


def picture(found: Duties) -> bytes:
    """Set the message as a PNG."""
    parts = [
        {"title": title, "lines": list(_lines(listed, _MOST_LINES))}
        for title, listed in _parts(found)
    ]
    return typesetting.png(
        "reminder",
        {
            "title": marked(words.TITLE.format(division=found.division)),
            "organisation": organisation().name,
            "as_of": dates.as_of(found.as_of),
            "parts": parts,
            "nothing": _nothing(),
            "author": navigation.app(),
        },
    )


def _told(found: Duties, most: int) -> Iterator[str]:
    yield marked(words.TITLE.format(division=found.division))
    yield dates.as_of(found.as_of)
    parts = _parts(found)
    if not parts:
        yield _nothing()
    for title, listed in parts:
        yield ""
        yield title
        yield from _lines(listed, most)


def _parts(found: Duties) -> list[tuple[str, Sequence[Duty]]]:
    lists = (found.rounds, found.late, found.due_soon, found.unreported, found.without_evidence)
    pairs = zip(words.PARTS, lists, strict=True)
    days = office().due_soon_days
    return [
        (title.format(count=len(listed), days=days), listed) for title, listed in pairs if listed
    ]


def _nothing() -> str:
    return words.NOTHING.format(days=office().due_soon_days)


def _lines(listed: Sequence[Duty], most: int) -> Iterator[str]:
    for duty in listed[:most]:
        due = dates.thai_date(duty.due) if duty.due else ""
        yield words.line(duty.subject, shortened(duty.text, _LETTERS), due)
    if most and len(listed) > most:
        yield words.MORE.format(count=len(listed) - most)
