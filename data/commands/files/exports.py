"""Everything as tidy tables: one workbook, or a folder of open files."""

from argparse import Namespace
from pathlib import Path

from data.commands.arguments import Parser, Run, day
from data.commands.keeping.stores import opened
from data.commands.output import Answer, write_file, writing
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import today
from data.tables import analyst as tidy
from data.words.files import tidy as words

SUFFIX = ".xlsx"


def command(parser: Parser) -> Run:
    """Describe `export`."""
    parser.option("--as-of", type=day, metavar="YYYY-MM-DD")
    parser.option(
        "--out", text="export_place", type=Path, metavar="FILE.xlsx|FOLDER", required=True
    )
    parser.option("--with-names", action="store_true")
    return run


def run(arguments: Namespace) -> Answer:
    """Write the tables.

    Raises:
        RefusedError: it is neither an xlsx nor a folder, or the place cannot be written.
    """
    target: Path = arguments.out
    if target.suffix and target.suffix.lower() != SUFFIX and not target.is_dir():
        raise RefusedError(Refusal.NO_SUCH_FORMAT, file_name=target.name, known=words.FORMATS)
    as_of, names = arguments.as_of or today(), arguments.with_names
    with opened() as database:
        if target.suffix.lower() == SUFFIX:
            write_file(tidy.analyst_workbook(database, as_of, with_names=names), target)
        else:
            tables = tidy.open_tables(database, as_of, with_names=names)
            with writing(target):
                tidy.write_folder(target, tables)
    return Answer({"file": target.name}, [words.WRITTEN.format(file_name=target.name)])
