"""The catalogue: shown, and handed out as a workbook that `import` takes back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from data.catalogue.changes import described, fields_of
from data.catalogue.forms import year_form
from data.catalogue.merging import KINDS
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened, present_store
from data.commands.output import Answer, facts_of, format_of, plain, write_file
from data.framework import Framework, framework, organisation, years
from data.words import command_line
from data.words import commands as words
from data.words.importing import catalogue as catalogue_words
from data.words.scores import comparison as comparison_words
from queries.catalogue import versions

SUFFIX: Final = ".xlsx"


def command(parser: Parser) -> Run:
    """Describe `catalogue` by the steps it knows."""
    return parser.deeds(
        {"show": _show_command, "form": _form_command}, command_line.CATALOGUE_STEPS
    )


def _show_command(parser: Parser) -> Run:
    parser.value("year", text="shown_year", type=fiscal_year, nargs="?", metavar="YEAR")
    return show


def _form_command(parser: Parser) -> Run:
    parser.value("year", text="form_year", type=fiscal_year, metavar="YEAR")
    parser.option("--out", text="workbook_file", type=Path, metavar="FILE.xlsx", required=True)
    return form


def show(arguments: Namespace) -> Answer:
    """Give what the catalogue knows of all years, or everything it knows of one.

    Raises:
        UnknownYearError: it describes no such year.
    """
    with opened(present_store()) as database:
        batches = {row["part"]: row["batch_id"] for row in versions(database)}
    if arguments.year is not None:
        found = framework(arguments.year)
        return Answer(_year_document(found), _year_lines(found))
    counts = [{**_counts(framework(year)), "batch_id": batches[str(year)]} for year in years()]
    divisions = [one.name for one in organisation().divisions]
    return Answer({"years": counts, "divisions": divisions}, map(_year_line, counts))


def form(arguments: Namespace) -> Answer:
    """Write the workbook of a year, or of the next one begun from the newest.

    Raises:
        RefusedError: the file is no xlsx, or the place cannot be written.
        UnknownYearError: there is no such year, and it is not the next one.
    """
    target: Path = arguments.out
    format_of(target, [SUFFIX])
    with opened(present_store()):
        write_file(year_form(arguments.year), target)
    facts = {"year": arguments.year, "begun": arguments.year not in years(), "file": target.name}
    told = words.CATALOGUE_FORM.format(year=arguments.year, file_name=target.name)
    return Answer(facts, [told])


def _counts(found: Framework) -> Mapping[str, object]:
    return {
        "year": found.year,
        "target": plain(found.target),
        "instruments": len(found.instruments),
        "indicators": len(found.indicators),
        "items": len(found.items),
        "named_items": sum(item.name is not None for item in found.items),
        "levels": len(found.level_rules),
    }


def _year_document(found: Framework) -> Mapping[str, object]:
    tables = {
        table.value: [
            {name: plain(value) for name, value in fields_of(table, row).items()}
            for row in getattr(found, kind.attribute)
        ]
        for table, kind in KINDS.items()
    }
    participation = found.participation and facts_of(found.participation)
    facts = {"year": found.year, "target": plain(found.target), "notes": list(found.notes)}
    return {**facts, **tables, "participation": participation}


def _year_lines(found: Framework) -> Iterator[str]:
    yield words.CATALOGUE_YEAR.format(**_counts(found))
    yield from (f"  {note}" for note in found.notes)
    for table, kind in KINDS.items():
        yield catalogue_words.TABLES[table]
        for row in getattr(found, kind.attribute):
            yield f"  {getattr(row, kind.key)}: {described(table, row)}"
    if found.participation is not None:
        yield comparison_words.participation(found.year, found.participation)


def _year_line(counts: Mapping[str, object]) -> str:
    line = words.CATALOGUE_YEAR.format(**counts)
    batch_id = counts["batch_id"]
    return line if batch_id is None else line + words.CATALOGUE_BATCH.format(batch_id=batch_id)
