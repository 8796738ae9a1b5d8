"""The documents of a year as files: forms, the one page, the yearly report."""

from argparse import Namespace
from pathlib import Path

from data.commands.arguments import Parser, Run, day, fiscal_year, number
from data.commands.keeping.stores import opened
from data.commands.measures import named_divisions
from data.commands.output import Answer, format_of, write_file
from data.database import Database
from data.documents import building as documents
from data.documents.ground import Ground
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import today
from data.words import commands as words
from data.words.files import documents as document_words
from data.words.files.documents import Document


def command(parser: Parser) -> Run:
    """Describe `report`."""
    parser.value("document", text="document", choices=[one.value for one in Document])
    one = parser.options.add_mutually_exclusive_group(required=True)
    parser.option("--year", text="report_year", among=one, type=fiscal_year, metavar="YEAR")
    parser.option("--round", text="report_round", among=one, type=number, metavar="N")
    parser.option("--division", action="append", metavar="DIVISION")
    parser.option("--as-of", type=day, metavar="YYYY-MM-DD")
    parser.option("--thai-digits", action="store_true")
    parser.option("--out", text="report_file", type=Path, metavar="FILE", required=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Write one document.

    Raises:
        RefusedError: it does not come in this format, there is nothing to say, or no place.
    """
    document, target = Document(arguments.document), arguments.out
    suffix = format_of(target, documents.formats(document))
    with opened() as database:
        found = _ground(database, document, arguments)
    if documents.is_empty(document, planned=found.planned, scored=found.scored):
        raise RefusedError(Refusal.NOTHING_TO_REPORT, year=found.year)
    thai_digits = arguments.thai_digits
    write_file(documents.build(document, suffix, found, thai_digits=thai_digits), target)
    told = {"file_name": target.name, "name": document_words.NAMES[document]}
    done = document_words.WRITTEN.format(year=found.year, **told)
    return Answer({"document": document.value, "year": found.year, "file": target.name}, [done])


def _ground(database: Database, document: Document, arguments: Namespace) -> Ground:
    """Read the year asked for, or what a closed round holds: only its result can be set."""
    if arguments.round is None:
        chosen = tuple(named_divisions(database, arguments.division))
        return documents.ground(database, arguments.year, arguments.as_of or today(), chosen)
    if document is not Document.RESULT or arguments.division or arguments.as_of:
        raise RefusedError(Refusal.USAGE, message=words.ONLY_RESULT_OF_ROUND)
    return documents.closed_ground(database, arguments.round)
