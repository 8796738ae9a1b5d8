"""Evidence of measures and steps: files and links, added and listed."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.commands.arguments import Parser, Run
from data.commands.importing.given_files import content_of, require_file
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records
from data.database import add_evidence
from data.model.access import login_name
from data.model.work import Proof
from data.words import dates
from data.words.work import evidence as evidence_words
from queries.evidence import evidence
from queries.frames import records_of


def command(parser: Parser) -> Run:
    """Describe `evidence` by what can be done with it."""
    return parser.deeds({"add": _add_command, "list": _list_command}, evidence_words.DEEDS)


def _add_command(parser: Parser) -> Run:
    parser.value("measure_id", text="measure_id", metavar="MEASURE")
    one = parser.options.add_mutually_exclusive_group(required=True)
    parser.option("--file", text="evidence_file", among=one, type=Path, metavar="FILE")
    parser.option("--link", text="evidence_link", among=one, default="", metavar="URL")
    parser.option("--proves", text="proves", required=True, metavar="TEXT")
    parser.option("--step", text="step_id", default="", metavar="STEP")
    parser.option("--item", text="served_item", default="", metavar="ITEM")
    parser.option("--by", metavar="NAME")
    return add


def _list_command(parser: Parser) -> Run:
    parser.option("--measure", action="append", metavar="MEASURE")
    return listed


def add(arguments: Namespace) -> Answer:
    """Keep a file or a link.

    Raises:
        RefusedError: there is no such file.
    """
    file: Path | None = arguments.file
    if file:
        require_file(file)
    proof = Proof(
        arguments.measure_id,
        arguments.proves,
        arguments.step,
        arguments.link,
        file.name if file else "",
        content_of(file) if file else b"",
        arguments.item,
        arguments.by or login_name(),
    )
    with opened() as database:
        number = add_evidence(database, proof)
    told = evidence_words.SAVED.format(measure_id=proof.measure_id)
    return Answer({"evidence_id": number, "measure_id": proof.measure_id}, [told])


def listed(arguments: Namespace) -> Answer:
    """Give evidence, the oldest first."""
    with opened() as database:
        found = evidence(database, arguments.measure)
    shown = found.drop(columns=["stored_name", "thumbnail"])
    return Answer(records(shown), _lines(records_of(found)))


def _lines(rows: list[dict[Any, Any]]) -> Iterator[str]:
    for row in rows:
        yield evidence_words.ROW.format(
            measure_id=row["step_id"] or row["measure_id"],
            what=row["link"] or row["name"],
            proves=row["proves"],
            when=dates.thai_moment(row["added_at"]),
            who=row["added_by"],
        )
