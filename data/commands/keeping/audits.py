"""Who did what, and who was refused."""

from argparse import Namespace
from dataclasses import asdict
from typing import Final

from data.commands.arguments import Parser, Run, day
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records, write_handout
from data.commands.printed_tables import table_lines
from data.database import read_audit
from data.model.access import Action
from data.tables.audit import Chosen, audit_handout, audit_table
from data.words import access as access_words
from data.words import commands as words

_SHOWN: Final = ("audit_id", "logged_at", "person", "action", "subject", "outcome", "detail")


def command(parser: Parser) -> Run:
    """Describe `audit`."""
    actions = [action.value for action in Action]
    parser.option("--person", action="append", metavar="NAME")
    parser.option("--action", action="append", choices=actions)
    parser.option("--from", text="from_day", dest="first_day", type=day, metavar="YYYY-MM-DD")
    parser.option("--to", text="to_day", dest="last_day", type=day, metavar="YYYY-MM-DD")
    parser.answer_as(file=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Give the lines asked for, newest first, or write them to a file."""
    asked = Chosen(arguments.person, arguments.action, arguments.first_day, arguments.last_day)
    with opened() as database:
        every = len(read_audit(database))
        found = read_audit(database, **asdict(asked))
    table = audit_table(found)
    if arguments.out is None:
        empty = [access_words.AUDIT_NONE_MATCH.format(all=every)]
        lines = list(table_lines(table, _SHOWN)) if len(found) else empty
        return Answer(records(found), lines)
    write_handout(audit_handout(table, asked, every), arguments.out)
    return Answer((), [words.WRITTEN.format(count=len(found), file_name=arguments.out.name)])
