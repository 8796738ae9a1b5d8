"""The web site of a year: a folder to put on the agency's web, or a ZIP of it."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from data.commands.arguments import Parser, Run, day, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.output import Answer, write_file, writing
from data.documents.site.publishing import (
    newest_year,
    require_place_of_site,
    site,
    write_site,
)
from data.exporters.archive import archive
from data.model.thai_time import today
from data.words.files import site as words

_ZIP: Final = ".zip"


def command(parser: Parser) -> Run:
    """Describe `publish`."""
    parser.option("--year", text="site_year", type=fiscal_year, metavar="YEAR")
    parser.option("--as-of", type=day, metavar="YYYY-MM-DD")
    parser.option("--out", text="site_place", type=Path, metavar="FOLDER|FILE.zip", required=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Write the site.

    Raises:
        NothingToPublishError: there is neither a plan nor a score.
        NoSiteFolderError: the folder holds other files.
        RefusedError: the place cannot be written.
    """
    target: Path = arguments.out
    as_of = arguments.as_of or today()
    in_folder = target.suffix.lower() != _ZIP
    if in_folder:  # told at once: the site takes seconds
        with writing(target):
            require_place_of_site(target)
    with opened() as database:
        year = arguments.year or newest_year(database, as_of)
        files = site(database, year, as_of)
    if in_folder:
        with writing(target):
            write_site(files, target)
    else:
        write_file(archive(files), target)
    facts = {"year": year, "files": len(files), "place": target.name}
    return Answer(facts | {"as_of": as_of.isoformat()}, [words.WRITTEN.format(**facts)])
