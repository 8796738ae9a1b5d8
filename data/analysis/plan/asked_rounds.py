"""The open rounds of reporting that still wait for a division."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.model.work import OPEN, Mark
from queries import Reader
from queries.frames import records_of
from queries.rounds import round_divisions, rounds


@dataclass(frozen=True, slots=True)
class AskedRound:
    """A round a division has not sent, or was sent back with a comment ("" where it was not)."""

    round_id: int
    name: str
    plan_year: int
    as_of: dt.date
    deadline: dt.date
    comment: str


def asked_rounds(reader: Reader, division: str) -> Iterator[AskedRound]:
    """Give the rounds that wait for a division, the newest first."""
    found = rounds(reader)
    for row in records_of(found[~found["closed"]]):
        number = int(row["round_id"])
        for part in records_of(round_divisions(reader, number)):
            if part["division"] == division and part["state"] in {OPEN, Mark.RETURNED}:
                yield AskedRound(
                    number,
                    row["name"],
                    int(row["plan_year"]),
                    row["as_of"].date(),
                    row["deadline"].date(),
                    part["comment"],
                )
