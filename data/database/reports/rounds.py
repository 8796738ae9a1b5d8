"""Rounds of reporting: opened, sent by divisions, checked or sent back, closed for good."""

import datetime as dt
import hashlib
import json
from typing import Any, Final

import pandas as pd

import queries
from data.database.connection import Database
from data.database.permits import permitted
from data.model.access import Action
from data.model.errors import InvalidStatusError, RoundClosedError, UnknownRoundError
from data.model.records import LONGEST_TEXT
from data.model.work import FOLLOWS, Mark, NewRound
from data.roundtrip.values import REPORT_KEYS
from queries.frames import records_of
from queries.measures import measures, plan_years
from queries.rounds import round_divisions, rounds
from queries.steps import steps

_MEASURE: Final = (
    *("measure_id", "plan_year", "indicator", "position", "item_year", "items", "action"),
    *("period_text", "responsible_text", "lead", "support", "start_date", "end_date"),
    *REPORT_KEYS,
    *("reported_by", "overdue", "due_soon", "silent", "awaiting_evidence", "withdrawn"),
    *("steps_done", "steps_counted"),
)
_STEP: Final = ("step_id", "measure_id", "position", "text", "division", "due_date", "status")
_ROUND: Final = "round/{}"


def open_round(database: Database, wanted: NewRound) -> int:
    """Open a round and give its number.

    Raises:
        InvalidStatusError: it has no name, its plan no measures, or it ends before its day.
        NotAllowedError: the person may not open rounds.
    """
    name = wanted.name.strip()
    known = list(plan_years(database)["year"])
    faults = {
        "round_name": not 0 < len(name) <= LONGEST_TEXT,
        "plan_year": wanted.plan_year not in known,
        "deadline": wanted.deadline < wanted.as_of,
    }
    for field, faulty in faults.items():
        if faulty:
            raise InvalidStatusError(field)
    with permitted(database, Action.ROUND, name) as permit:
        number = queries.number(
            permit.cursor,
            "rounds/insert_round",
            plan_year=wanted.plan_year,
            name=name,
            as_of=wanted.as_of,
            deadline=wanted.deadline,
            opened_by=permit.person.label,
        )
        permit.log(_ROUND.format(number), name)
        return number


def mark_round(
    database: Database, round_id: int, division: str, mark: Mark, comment: str = ""
) -> None:
    """Say that a division has sent its part, that it was checked, or send it back with a comment.

    Raises:
        UnknownRoundError, RoundClosedError: as their names say.
        InvalidStatusError: the round does not ask the division, its part is not so far, or it is
            sent back without a word.
        NotAllowedError: the person may not send for this division, or may not check.
    """
    said = comment.strip()
    faulty = "comment" if mark is Mark.RETURNED and not said else "round_state"
    if len(said) > LONGEST_TEXT or faulty == "comment":
        raise InvalidStatusError(faulty)
    action = Action.REPORT if mark is Mark.SENT else Action.ROUND
    with permitted(database, action, _ROUND.format(round_id)) as permit:
        _require_open(database, round_id)
        permit.require(_ROUND.format(round_id), [division])
        found = round_divisions(database, round_id).set_index("division")["state"]
        if found.get(division) not in FOLLOWS[mark]:
            raise InvalidStatusError(faulty)
        queries.run(
            permit.cursor,
            "rounds/insert_event",
            round_id=round_id,
            division=division,
            mark=mark.value,
            comment=said,
            made_by=permit.person.label,
        )
        permit.log(_ROUND.format(round_id), f"{division} {mark.value}")


def close_round(database: Database, round_id: int) -> str:
    """Close a round with a snapshot of its day and give the hash of that.

    Who has not sent by then is closed in as reported; nothing changes the round any more.

    Raises:
        UnknownRoundError, RoundClosedError: as their names say.
        NotAllowedError: the person may not close rounds.
    """
    with permitted(database, Action.ROUND, _ROUND.format(round_id)) as permit:
        found = _require_open(database, round_id)
        content = _content(database, int(found["plan_year"]), found["as_of"].date())
        digest = hashlib.sha256(content.encode()).hexdigest()
        queries.run(
            permit.cursor,
            "rounds/insert_snapshot",
            round_id=round_id,
            sha256=digest,
            content=content,
            closed_by=permit.person.label,
        )
        permit.log(_ROUND.format(round_id), digest)
        return digest


def _require_open(database: Database, round_id: int) -> "pd.Series[Any]":
    found = rounds(database)
    of_number = found[found["round_id"] == round_id]
    if of_number.empty:
        raise UnknownRoundError(round_id)
    if of_number["closed"].iloc[0]:
        raise RoundClosedError(round_id)
    return of_number.iloc[0]


def _content(database: Database, plan_year: int, as_of: dt.date) -> str:
    """Write measures and steps as they stand, in an order and spelling that never differ."""
    listed = measures(database, as_of=as_of, years=[plan_year])
    taken = steps(database, as_of=as_of, measure_ids=list(listed["measure_id"]))
    facts = {"measures": _rows(listed, _MEASURE), "steps": _rows(taken, _STEP)}
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _rows(frame: pd.DataFrame, names: tuple[str, ...]) -> list[dict[str, object]]:
    rows = records_of(frame[list(names)])
    return [{str(name): _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> object:  # noqa: ANN401  a cell of a frame
    if hasattr(value, "tolist"):  # a list of texts, or a number of numpy
        value = value.tolist()
    if isinstance(value, list):
        return [str(one) for one in value]
    if value is None or pd.isna(value):
        return None
    return value.date().isoformat() if isinstance(value, dt.datetime) else value
