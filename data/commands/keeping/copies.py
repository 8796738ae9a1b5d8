"""Moving a store from a file to a server, or back."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from data.commands.arguments import Parser, Run
from data.commands.importing.given_files import require_file
from data.commands.keeping.stores import local_person
from data.commands.output import Answer
from data.database import Database, copy_store, open_database
from data.model.places import place_named
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
    person = local_person()
    with (
        closing(open_database(arguments.source)) as source,
        closing(Database(arguments.target)) as target,
    ):
        found = copy_store(source.acting_as(person), target.acting_as(person))
    told = words.COPIED.format(batches=found.batches)
    return Answer({"batches": found.batches, "sound": found.sound}, [told])
