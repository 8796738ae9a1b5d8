"""The catalogue: shown, handed out as a workbook, taken back, and brought back from a copy."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from data.catalogue import restore_catalogue
from data.catalogue.changes import described, fields_of
from data.catalogue.forms import year_form
from data.catalogue.merging import KINDS
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.importing import catalogue_imports
from data.commands.keeping.stores import opened
from data.commands.output import Answer, plain, write_file
from data.framework import Framework, catalogue_faults, framework, organisation, years
from data.framework.copies import Copy, kept_copies
from data.model.errors import FaultyFrameworkError
from data.model.refusals import Refusal, RefusedError
from data.words import commands as words
from data.words import dates, failures
from data.words.importing import catalogue as catalogue_words
from data.words.scores import comparison as comparison_words

SUFFIX: Final = ".xlsx"


def command(parser: Parser) -> Run:
    """Describe `catalogue` by the steps it knows."""
    steps = parser.add_subparsers(title=words.VERBS, metavar="STEP", required=True)
    for name, describe in _STEPS.items():
        about = words.CATALOGUE_STEPS[name]
        step = steps.add_parser(name, help=about, description=about)
        step.set_defaults(step=describe(step), verb=step)
    return run


def run(arguments: Namespace) -> Answer:
    """Take the step that was asked for."""
    answer: Answer = arguments.step(arguments)
    return answer


def _show_command(parser: Parser) -> Run:
    parser.value("year", text="shown_year", type=fiscal_year, nargs="?", metavar="YEAR")
    parser.answer_as()
    return show


def _form_command(parser: Parser) -> Run:
    parser.value("year", text="form_year", type=fiscal_year, metavar="YEAR")
    parser.option("--out", text="workbook_file", type=Path, metavar="FILE.xlsx", required=True)
    parser.answer_as()
    return form


def _restore_command(parser: Parser) -> Run:
    parser.value("copy", text="copy", metavar="COPY")
    parser.answer_as()
    return restore


def show(arguments: Namespace) -> Answer:
    """Give what the catalogue knows of all years, or everything it knows of one.

    Raises:
        UnknownYearError: it describes no such year.
    """
    if arguments.year is not None:
        found = framework(arguments.year)
        return Answer(_year_document(found), _year_lines(found))
    faults = catalogue_faults()
    document = {
        "years": [_counts(framework(year)) for year in years()],
        "divisions": [one.name for one in organisation().divisions],
        "faults": [_fault(fault) for fault in faults],
        "copies": [_copy(copy) for copy in kept_copies()],
    }
    return Answer(document, _lines(faults))


def form(arguments: Namespace) -> Answer:
    """Write the workbook of a year, or of the next one begun from the newest.

    Raises:
        RefusedError: the file is no xlsx, or the place cannot be written.
        UnknownYearError: there is no such year, and it is not the next one.
    """
    target: Path = arguments.out
    if target.suffix.lower() != SUFFIX:
        raise RefusedError(Refusal.NO_SUCH_FORMAT, file_name=target.name, known=SUFFIX)
    write_file(year_form(arguments.year), target)
    facts = {"year": arguments.year, "begun": arguments.year not in years(), "file": target.name}
    told = words.CATALOGUE_FORM.format(year=arguments.year, file_name=target.name)
    return Answer(facts, [told])


def restore(arguments: Namespace) -> Answer:
    """Bring a kept copy back; what is there now becomes a copy itself.

    Raises:
        UnknownCopyError: no copy has this name.
        FaultyFrameworkError: with it the catalogue would be wrong; nothing was written.
    """
    with opened() as database:
        written = restore_catalogue(database, arguments.copy)
    document = {"restored": arguments.copy, "written": written.files, "kept": written.kept}
    nothing = [catalogue_words.NOTHING_NEW]
    return Answer(document, [catalogue_words.written(written)] if written.files else nothing)


def _counts(found: Framework) -> Mapping[str, object]:
    return {
        "year": found.year,
        "file": f"{found.year}.toml",
        "target": plain(found.target),
        "instruments": len(found.instruments),
        "indicators": len(found.indicators),
        "items": len(found.items),
        "named_items": sum(item.name is not None for item in found.items),
        "levels": len(found.level_rules),
    }


def _fault(fault: FaultyFrameworkError) -> Mapping[str, object]:
    facts = {"file": fault.file_name, "place": fault.place, "reason": str(fault.reason)}
    return {**facts, "message": failures.failure(fault)}


def _copy(copy: Copy) -> Mapping[str, object]:
    facts = {"name": copy.name, "file": copy.file_name, "made_at": plain(copy.made_at)}
    return {**facts, "empty": copy.empty}


def _year_document(found: Framework) -> Mapping[str, object]:
    tables = {
        table.value: [
            {name: plain(value) for name, value in fields_of(table, row).items()}
            for row in getattr(found, kind.attribute)
        ]
        for table, kind in KINDS.items()
    }
    known = found.participation
    participation = known and {name: plain(value) for name, value in asdict(known).items()}
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


def _lines(faults: tuple[FaultyFrameworkError, ...]) -> Iterator[str]:
    for year in years():
        yield words.CATALOGUE_YEAR.format(**_counts(framework(year)))
    yield from map(failures.failure, faults)
    for copy in kept_copies():
        yield words.CATALOGUE_COPY.format(name=copy.name, made=dates.thai_moment(copy.made_at))


_STEPS: Final[Mapping[str, Callable[[Parser], Run]]] = {
    "show": _show_command,
    "form": _form_command,
    "import": catalogue_imports.command,
    "restore": _restore_command,
}
