"""Reminders of a division, or of all of them, without a mail server."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from data.commands.arguments import Parser, Run, day
from data.commands.keeping.stores import opened
from data.commands.measures import named_division
from data.commands.output import Answer, format_of, write_file
from data.documents.reminders.files import SUFFIXES, reminder, reminders
from data.framework import organisation
from data.model.thai_time import today
from data.words.work import reminders as words

_ALL: Final = ".zip"


def command(parser: Parser) -> Run:
    """Describe `reminders`."""
    parser.option("--division", text="reminded_division", metavar="DIVISION")
    parser.option("--as-of", type=day, metavar="YYYY-MM-DD")
    parser.option("--out", text="reminder_file", type=Path, metavar="FILE", required=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Write one file of a division, or the zip of all divisions.

    Raises:
        RefusedError: nobody knows the division, or the file is of another kind.
        NoDutiesError: there is no open deadline.
    """
    target: Path = arguments.out
    suffix = format_of(target, SUFFIXES if arguments.division else [_ALL])
    as_of = arguments.as_of or today()
    with opened() as database:
        if arguments.division:
            named = named_division(database, arguments.division)
            content = reminder(database, named, as_of, suffix)
        else:
            named = ""
            own = [one.name for one in organisation().divisions]
            content = reminders(database, own, as_of)
    write_file(content, target)
    facts = {"division": named or None, "as_of": as_of.isoformat(), "file": target.name}
    return Answer(facts, [words.WRITTEN.format(file_name=target.name)])
