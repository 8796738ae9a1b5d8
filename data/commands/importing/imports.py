"""Importing files: one answer a sheet, one transaction a sheet, every file handled."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from data.catalogue import part_file, set_up, workbook_file
from data.commands import output
from data.commands.arguments import Parser, Run, fiscal_year, measure_match, row_percent, row_state
from data.commands.importing import sheet_answers
from data.commands.importing.catalogue_imports import catalogue_answer
from data.commands.importing.given_files import (
    content_of,
    password_of,
    require_file,
    shown_name,
)
from data.commands.importing.sheet_answers import SheetAnswer, finding
from data.commands.importing.sheet_saving import KEEPS, changed, ground
from data.commands.keeping.stores import opened, present_store
from data.commands.output import NOT_DONE, Answer
from data.database import Database, Source, remembered_match
from data.framework import held, hold, organisation
from data.framework.setting_up import agency_named, organisation_of
from data.importers import (
    READABLE_FORMS,
    Choices,
    Recognised,
    agency_of_sheets,
    read,
    read_sheets,
    recognise_sheets,
)
from data.importers.identity.other_sheets import beside_other_sheets
from data.model.access import login_name
from data.model.choices import MeasureMatches, RowAnswers
from data.model.errors import NotSetUpError, UnreadableFileError
from data.model.identity import SheetKind
from data.model.problems import ProblemCode
from data.model.records import Form, Import, Keep, Status
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import today
from data.words import commands as words
from queries.measures import measures

KINDS: Final = (SheetKind.RESULT.value, SheetKind.PROVISIONAL.value, SheetKind.TARGET.value)
NO_ACCESS: Final = "no-access"
_NOTHING_OURS: Final = (ProblemCode.EMPTY_SHEET, ProblemCode.NOTHING_RECOGNISED)


@dataclass(frozen=True, slots=True)
class _Order:
    """What to read and how."""

    files: tuple[Path, ...]
    sheet: str | None
    choices: Choices
    keep: Keep | None
    answers: RowAnswers
    dry_run: bool
    password: str


def command(parser: Parser) -> Run:
    """Describe `import`."""
    parser.value("files", text="files", nargs="*", type=Path, metavar="FILE")
    parser.option("--sheet", metavar="NAME")
    parser.option("--form", choices=[form.value for form in READABLE_FORMS], type=str)
    parser.option("--year", text="choice_year", type=fiscal_year, metavar="YEAR")
    parser.option("--agency", text="choice_agency", metavar="NAME")
    parser.option("--kind", text="choice_kind", choices=KINDS, type=str)
    parser.option("--provisional", action="store_true")
    parser.option("--match", action="append", type=measure_match, metavar="OLD=NEW")
    parser.option(
        "--state", text="row_state", action="append", type=row_state, metavar="STATUS=ROW"
    )
    parser.option(
        "--percent", text="row_percent", action="append", type=row_percent, metavar="PERCENT=ROW"
    )
    parser.option("--password-file", type=Path, metavar="FILE")
    parser.option("--conflicts", choices=list(KEEPS), type=str)
    parser.option("--dry-run", action="store_true")
    return run


def run(arguments: Namespace) -> Answer:
    """Import every sheet that has no blocking problem; the others are told."""
    order = _order(arguments)
    with opened(present_store() if order.dry_run else None) as database:
        _require_measures(database, order.answers.measures)
        answers = [
            answer for path in order.files for answer in _file_answers(database, path, order)
        ]
    blocked = sum(answer.blocked for answer in answers)
    return Answer(
        [answer.document() for answer in answers], _lines(answers), NOT_DONE if blocked else 0
    )


def _order(arguments: Namespace) -> _Order:
    """Take the command line as an order.

    Raises:
        RefusedError: nothing to import, or a file that is not there.
    """
    form = Form(arguments.form) if arguments.form else None
    kind = SheetKind.PROVISIONAL if arguments.provisional else arguments.kind
    choices = Choices(
        form, arguments.year, arguments.agency, SheetKind(kind) if kind is not None else None
    )
    if not arguments.files:
        raise RefusedError(Refusal.NOTHING_TO_IMPORT)
    for path in arguments.files:
        require_file(path)
    return _Order(
        tuple(arguments.files),
        arguments.sheet,
        choices,
        KEEPS.get(arguments.conflicts),
        RowAnswers(
            dict(arguments.match or ()),
            {row: Status(code) for code, row in arguments.state or ()},
            {row: percent for percent, row in arguments.percent or ()},
        ),
        arguments.dry_run,
        password_of(arguments.password_file),
    )


def _require_measures(database: Database, matches: MeasureMatches) -> None:
    """Refuse a match with a measure nobody knows: left out, it would answer nothing.

    Raises:
        RefusedError: with the first id that is not in the store.
    """
    if not matches:
        return
    known = {"", *measures(database, as_of=today(), withdrawn=True)["measure_id"]}
    for stored in matches.values():
        if stored.partition("/")[0] not in known:
            raise RefusedError(Refusal.UNKNOWN_MEASURE, value=stored)


def _file_answers(database: Database, path: Path, order: _Order) -> Iterator[SheetAnswer]:
    name = shown_name(path)
    try:
        source = Source(name, content_of(path), login_name())
        told = part_file(name, source.content)
        sheets = () if told else recognise_sheets(read_sheets(name, source.content, order.password))
    except UnreadableFileError as error:
        yield sheet_answers.refused(error, str(path))
        return
    except OSError:
        yield sheet_answers.unreadable(name, str(path), NO_ACCESS)
        return
    told = told or workbook_file(name, sheets, order.choices.form)
    if told is not None:
        yield catalogue_answer(database, path, told, source, dry_run=order.dry_run)
        return
    _require_agency(database, name, sheets, order)
    chosen = [one for one in sheets if _is_asked(one.sheet.name, order.sheet)]
    if not chosen:
        names = [one.sheet.name for one in sheets]
        yield sheet_answers.no_such_sheet(name, str(path), order.sheet or "", names)
    settled = [_settled(database, one, order.choices) for one in chosen]
    imports = beside_other_sheets([imported for imported, _ in settled])
    some_known = not all(map(_is_foreign, imports))
    for imported, (_, remembered_by) in zip(imports, settled, strict=True):
        set_aside = some_known and _is_foreign(imported)
        beside = ground(database, imported, source, order.keep, order.answers)
        findings = (finding(one, set_aside=set_aside) for one in beside.imported.problems)
        yield SheetAnswer(
            name,
            str(path),
            beside.imported.sheet,
            beside.imported,
            changed(database, source, beside, dry_run=order.dry_run),
            (*findings, *beside.conflicts),
            set_aside,
            order.dry_run,
            remembered_by,
        )


def _settled(database: Database, recognised: Recognised, choices: Choices) -> tuple[Import, str]:
    """Read a sheet with what a person once said of these headings, and name the person."""
    match = remembered_match(database, recognised.fingerprint)
    settled = match.settle(choices) if match else choices
    imported = read(recognised, settled)
    if match and settled.kind is None and (kind := match.answer(imported)):
        settled = replace(settled, kind=kind)
        imported = read(recognised, settled)
    return imported, match.remembered_by if match and settled != choices else ""


def _require_agency(
    database: Database, name: str, sheets: Sequence[Recognised], order: _Order
) -> None:
    """Let the first file that plainly names one agency say whose store it is.

    Raises:
        NotSetUpError: nobody has said so, and the file does not.
    """
    if organisation().is_set_up or not sheets:
        return
    told = order.choices.agency
    agency = agency_named(told, organisation()) if told else agency_of_sheets(sheets)
    if agency is None:
        raise NotSetUpError
    if order.dry_run:
        hold(held().replaced((organisation_of(agency),)))
    else:
        set_up(database, agency, login_name())
    said = words.SET_UP_BY_FILE.format(agency=organisation().name, file_name=name)
    output.write_words([said])


def _is_foreign(imported: Import) -> bool:
    """Whether a sheet holds nothing we read, like the notes beside a table."""
    return any(problem.code in _NOTHING_OURS for problem in imported.problems)


def _is_asked(sheet_name: str, name: str | None) -> bool:
    return name is None or sheet_name.strip().casefold() == name.strip().casefold()


def _lines(answers: Sequence[SheetAnswer]) -> Iterator[str]:
    for answer in answers:
        yield from answer.lines()
    counted = [answer for answer in answers if not answer.set_aside]
    saved = sum(answer.saved for answer in counted)
    total = words.IMPORT_TOTAL.format(saved=saved, all=len(counted))
    blocked = sum(answer.blocked for answer in counted)
    if blocked:
        yield words.IMPORT_BLOCKED.format(total=total, blocked=blocked)
    elif not all(answer.dry_run for answer in counted):
        yield total
