"""Rounds of reporting: opened, sent, checked, sent back, closed, listed."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from data.commands.arguments import Parser, Run, day, fiscal_year, number
from data.commands.keeping.stores import opened
from data.commands.measures import named_division
from data.commands.output import Answer, records
from data.database import close_round, mark_round, open_round
from data.model.work import Mark, NewRound
from data.words import dates
from data.words.work import rounds as round_words
from queries.frames import records_of
from queries.rounds import rounds


def command(parser: Parser) -> Run:
    """Describe `round` by what can be done with one."""
    described: dict[str, Callable[[Parser], Run]] = {
        "open": _open_command,
        "send": partial(_mark_command, Mark.SENT),
        "check": partial(_mark_command, Mark.CHECKED),
        "return": partial(_mark_command, Mark.RETURNED),
        "close": _close_command,
        "list": _list_command,
    }
    return parser.deeds(described, round_words.DEEDS)


def _open_command(parser: Parser) -> Run:
    parser.option("--year", text="one_plan_year", type=fiscal_year, required=True, metavar="YEAR")
    parser.option("--name", text="round_name", required=True, metavar="NAME")
    for name, text in (("--as-of", "round_as_of"), ("--deadline", "deadline")):
        parser.option(name, text=text, type=day, required=True, metavar="YYYY-MM-DD")
    return begin


def _mark_command(mark: Mark, parser: Parser) -> Run:
    parser.value("round_id", text="round_id", type=number, metavar="N")
    parser.option("--division", text="round_division", required=True, metavar="DIVISION")
    if mark is Mark.RETURNED:
        parser.option("--comment", text="round_comment", required=True, metavar="TEXT")
    return partial(set_mark, mark)


def _close_command(parser: Parser) -> Run:
    parser.value("round_id", text="round_id", type=number, metavar="N")
    return close


def _list_command(_parser: Parser) -> Run:
    return listed


def begin(arguments: Namespace) -> Answer:
    """Open a round."""
    wanted = NewRound(arguments.year, arguments.name, arguments.as_of, arguments.deadline)
    with opened() as database:
        round_id = open_round(database, wanted)
    return Answer({"round_id": round_id}, [round_words.OPENED.format(name=wanted.name)])


def set_mark(mark: Mark, arguments: Namespace) -> Answer:
    """Mark the part of a division."""
    with opened() as database:
        division = named_division(database, arguments.division)
        comment = arguments.comment if mark is Mark.RETURNED else ""
        mark_round(database, arguments.round_id, division, mark, comment)
    told = round_words.MARKED.format(division=division, state=round_words.STATES[mark])
    facts = {"round_id": arguments.round_id, "division": division, "state": mark.value}
    return Answer(facts, [told])


def close(arguments: Namespace) -> Answer:
    """Close a round for good."""
    with opened() as database:
        sha256 = close_round(database, arguments.round_id)
    told = round_words.ROUND_CLOSED.format(sha256=round_words.short(sha256))
    return Answer({"round_id": arguments.round_id, "sha256": sha256}, [told])


def listed(_arguments: Namespace) -> Answer:
    """Give every round, the newest first."""
    with opened() as database:
        found = rounds(database)
    days = found.assign(
        **{name: [one.date() for one in found[name]] for name in ("as_of", "deadline")}
    )
    return Answer(records(days), _lines(records_of(found)))


def _lines(rows: list[dict[Any, Any]]) -> Iterator[str]:
    for row in rows:
        yield round_words.LINE.format(
            round_id=row["round_id"],
            name=row["name"],
            year=row["plan_year"],
            as_of=dates.thai_date(row["as_of"]),
            deadline=dates.thai_date(row["deadline"]),
            state=round_words.CLOSED if row["closed"] else round_words.STILL_OPEN,
        )
