"""Rounds of reporting: a day that is reported about, and how far each division is with it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """What becomes of a division's part of a round; a part without any mark is open."""

    SENT = "sent"
    CHECKED = "checked"
    RETURNED = "returned"


OPEN: Final = "open"
FOLLOWS: Final = {
    Mark.SENT: (OPEN, Mark.RETURNED),
    Mark.CHECKED: (Mark.SENT,),
    Mark.RETURNED: (Mark.SENT, Mark.CHECKED),
}
"""After which states a mark can be made."""


@dataclass(frozen=True, slots=True)
class NewRound:
    """A round about to be opened, such as that of the first six months of a plan."""

    plan_year: int
    name: str
    as_of: dt.date
    deadline: dt.date
