"""What a row of a report that knows none of our ids tells of the measure it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeasureSaid:
    """A measure as somebody else names it: by its text, its items, its indicator, its number.

    `decided` is what a person chose: the id of the stored measure, "" where it is none of them.
    `place` is the number of the row in its sheet, from 1. `number` is one people count by: in the
    plan, or in the list of the division. `division` is who says so, where the row tells. A text
    `in_passing` gives a few of the measure's words, as people do in a chat. `percent` are words of
    how far it is that may mean several numbers, such as half.
    """

    place: int
    text: str = ""
    items: tuple[str, ...] = ()
    indicator: int | None = None
    number: int | None = None
    division: str = ""
    percent: str = ""
    in_passing: bool = False
    decided: str | None = None
