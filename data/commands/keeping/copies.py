"""Moving a store from a file to a server, or back."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from data.commands.arguments import Parser, Run
from data.commands.importing.given_files import require_file
from data.commands.keeping.stores import local_person
from data.commands.output import Answer
from data.database import Database, Place, copy_store, open_database, register_of
from data.model.places import Address, named_agency, place_named
from data.words import commands as words


def command(parser: Parser) -> Run:
    """Describe `copy`."""
    parser.value("source", text="copy_from", type=place_named, metavar="FROM")
    parser.value("target", text="copy_to", type=place_named, metavar="TO")
    return run


def run(arguments: Namespace) -> Answer:
    """Copy all of one store into a fresh one; the first stays as it is.

    Raises:
        RefusedError: the file to copy is not there.
    """
    if isinstance(arguments.source, Path):
        require_file(arguments.source)
    person, code = local_person(), named_agency()
    with (
        closing(open_database(_of_agency(arguments.source, code))) as source,
        closing(Database(_of_agency(arguments.target, code))) as target,
    ):
        found = copy_store(source.acting_as(person), target.acting_as(person))
    told = words.COPIED.format(batches=found.batches)
    return Answer({"batches": found.batches, "sound": found.sound}, [told])


def _of_agency(place: Place, code: str) -> Place:
    """Give the store of the agency where the place holds several."""
    if isinstance(place, Address) and register_of(place):
        return replace(place, agency=code)
    return place
