"""A calendar of deadlines as RFC 5545 has it, which Google Calendar and Outlook take in."""

import datetime as dt
from collections.abc import Iterator

from data.documents.paper.shortening import shortened
from data.documents.reminders.duties import Duties, Duty, marked
from data.words.work import reminders as words

_LINE_OCTETS = 75
_LONGEST_SUMMARY = 90


def calendar(found: Duties, store_id: str) -> bytes:
    """Give the .ics of a division: a whole day for each deadline, with an alarm a week before.

    An event keeps its UID, so that importing again changes it and makes no second one. The same
    duties give the same bytes.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ITA//reminders//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(marked(words.CALENDAR.format(division=found.division)))}",
    ]
    for duty in found.dated:
        lines += _event(duty, found.as_of, store_id)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(duty: Duty, as_of: dt.date, store_id: str) -> Iterator[str]:
    due = duty.due or as_of
    title = words.SUMMARIES[duty.kind].format(
        subject=duty.subject, text=shortened(duty.text, _LONGEST_SUMMARY)
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(duty.uid)}@{store_id}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(marked(title))}"
    yield f"DESCRIPTION:{_escaped(duty.text)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(title)}"
    yield "TRIGGER:-P7D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Write a text as a value: separators escaped, lines marked, no control characters."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    one_line = "\\n".join(text.splitlines())
    return "".join(sign for sign in one_line if sign.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never inside a letter."""
    piece, room = "", _LINE_OCTETS
    for letter in line:
        octets = len(letter.encode())
        if octets > room:
            yield piece
            piece, room = " ", _LINE_OCTETS - 1
        piece += letter
        room -= octets
    yield piece
