"""Comments on measures: written and read."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from data.commands.arguments import Parser, Run
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records
from data.database import add_comment
from data.model.access import login_name
from data.words.work import comments as comment_words
from queries.comments import comments
from queries.frames import records_of


def command(parser: Parser) -> Run:
    """Describe `comment` by what can be done with one."""
    return parser.deeds({"add": _add_command, "list": _list_command}, comment_words.DEEDS)


def _add_command(parser: Parser) -> Run:
    parser.value("measure_id", text="measure_id", metavar="MEASURE")
    parser.option("--text", text="comment_text", required=True, metavar="TEXT")
    parser.option("--by", metavar="NAME")
    return add


def _list_command(parser: Parser) -> Run:
    parser.option("--measure", action="append", metavar="MEASURE")
    return listed


def add(arguments: Namespace) -> Answer:
    """Append a comment."""
    by = arguments.by or login_name()
    with opened() as database:
        number = add_comment(database, arguments.measure_id, arguments.text, by)
    document = {"comment_id": number, "measure_id": arguments.measure_id}
    return Answer(document, [comment_words.SAVED.format(measure_id=arguments.measure_id)])


def listed(arguments: Namespace) -> Answer:
    """Give comments, oldest first."""
    with opened() as database:
        found = comments(database, arguments.measure)
    return Answer(records(found), _lines(records_of(found)))


def _lines(rows: list[dict[Any, Any]]) -> Iterator[str]:
    for row in rows:
        yield f"{row['measure_id']} · {comment_words.line(row)}"
