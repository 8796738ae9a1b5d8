"""The work on measures beside reports: proofs, rounds that ask for a day, the state of each."""

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


class WorkState(StrEnum):
    """How a measure stands on a day: each measure in exactly one state."""

    DONE = "done"
    IN_TIME = "in-time"
    LATE = "late"
    LATE_UNREPORTED = "late-unreported"
    UNREPORTED = "unreported"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NewRound:
    """A round about to be opened, such as that of the first six months of a plan."""

    plan_year: int
    name: str
    as_of: dt.date
    deadline: dt.date


@dataclass(frozen=True, slots=True)
class Proof:
    """A file or a link, what it proves of a measure or step, and which item of a year it serves.

    A file has a name and a content, a link neither; `item` "" serves none.
    """

    measure_id: str
    proves: str
    step_id: str = ""
    link: str = ""
    file_name: str = ""
    content: bytes = b""
    item: str = ""
    added_by: str = ""
