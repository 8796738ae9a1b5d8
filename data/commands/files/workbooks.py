"""The workbook a division fills in and sends back."""

from argparse import Namespace
from pathlib import Path

from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.measures import named_division
from data.commands.output import Answer, format_of, write_file
from data.documents.division.workbook import division_workbook
from data.model.thai_time import today
from data.words import commands as words
from data.words.work.roundtrip import workbook_words

SUFFIX = ".xlsx"


def command(parser: Parser) -> Run:
    """Describe `workbook`."""
    parser.option("--division", text="one_division", metavar="DIVISION", required=True)
    parser.option("--year", text="one_plan_year", type=fiscal_year, metavar="YEAR", required=True)
    parser.option("--out", text="workbook_file", type=Path, metavar="FILE.xlsx", required=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Write the workbook of one division.

    Raises:
        RefusedError: nobody knows the division, or the file is no xlsx or cannot be written.
        NoMeasuresError: the plan has none for it.
    """
    target: Path = arguments.out
    format_of(target, [SUFFIX])
    day = today()
    with opened() as database:
        division = named_division(database, arguments.division)
        content = division_workbook(database, division, arguments.year, day, workbook_words(day))
    write_file(content, target)
    facts = {"division": division, "year": arguments.year}
    done = words.WORKBOOK_WRITTEN.format(file_name=target.name, **facts)
    return Answer(facts | {"file": target.name}, [done])
