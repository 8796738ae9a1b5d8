"""Taking a workbook into the catalogue: what is wrong, what changes, what was written."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from data.catalogue import (
    CatalogueBook,
    CatalogueDraft,
    Written,
    draft_catalogue,
    import_catalogue,
    read_catalogue,
)
from data.commands.arguments import Parser, Run
from data.commands.importing import sheet_answers
from data.commands.importing.given_files import content_of, require_file, shown_name
from data.commands.importing.imports import BLOCKED, NO_ACCESS
from data.commands.importing.sheet_answers import Finding, finding
from data.commands.keeping.stores import opened
from data.commands.output import Answer
from data.importers.sheets.opening import read_sheets
from data.model.errors import UnreadableFileError
from data.words import commands as words
from data.words.importing import catalogue as catalogue_words
from data.words.importing import imports as import_words


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file; a file that cannot be opened has no book."""

    file_name: str
    findings: tuple[Finding, ...]
    book: CatalogueBook | None = None
    draft: CatalogueDraft | None = None
    written: Written | None = None
    dry_run: bool = False

    @property
    def blocked(self) -> bool:
        return any(found.blocking for found in self.findings)


def command(parser: Parser) -> Run:
    """Describe `catalogue import`."""
    parser.value("file", text="catalogue_file", type=Path, metavar="FILE")
    parser.option("--dry-run", action="store_true")
    parser.answer_as()
    return run


def run(arguments: Namespace) -> Answer:
    """Write a workbook into the catalogue, or tell what keeps it from being written.

    Raises:
        RefusedError: there is no such file.
        FaultyFrameworkError, CatalogueNotWritableError: it could not be written after all.
    """
    path: Path = arguments.file
    require_file(path)
    outcome = _outcome(path, dry_run=arguments.dry_run)
    return Answer(_document(outcome), _lines(outcome), BLOCKED if outcome.blocked else 0)


def _outcome(path: Path, *, dry_run: bool) -> _Outcome:
    name = shown_name(path)
    try:
        sheets = read_sheets(name, content_of(path))
    except UnreadableFileError as error:
        return _Outcome(name, sheet_answers.refused(error, str(path)).findings)
    except OSError:
        refused = sheet_answers.unreadable(name, str(path), NO_ACCESS)
        return _Outcome(name, refused.findings)
    book = read_catalogue(sheets)
    draft = draft_catalogue(book)
    findings = tuple(finding(problem, set_aside=False) for problem in draft.problems)
    written = None
    if draft.changes and not dry_run:
        with opened() as database:
            written = import_catalogue(database, book, name)
    return _Outcome(name, findings, book, draft, written, dry_run)


def _document(outcome: _Outcome) -> Mapping[str, object]:
    book, written = outcome.book, outcome.written or Written()
    return {
        "file": outcome.file_name,
        "year": book.year if book else None,
        "sheets": [
            {"sheet": table.sheet.name, "table": table.layout.table.value}
            for table in (book.tables if book else ())
        ],
        "set_aside": list(book.set_aside) if book else [],
        "rows_read": book.rows_read if book else 0,
        "changes": [asdict(one) for one in (outcome.draft.changes if outcome.draft else ())],
        "problems": [found.document() for found in outcome.findings],
        "written": list(written.files),
        "kept": list(written.kept),
        "saved": outcome.written is not None,
        "dry_run": outcome.dry_run,
    }


def _lines(outcome: _Outcome) -> Iterator[str]:
    if outcome.book is not None:
        yield f"{outcome.file_name} · {catalogue_words.described(outcome.book)}"
    for found in outcome.findings:
        line = words.PROBLEM_LINE if found.blocking else words.NOTICE_LINE
        yield line.format(place=found.place or outcome.file_name, message=found.message)
    if outcome.draft is None or outcome.blocked:
        blocking = sum(found.blocking for found in outcome.findings)
        yield f"  {import_words.BLOCKED.format(blocking=blocking)}"
        return
    changes = outcome.draft.changes
    yield from (f"  {catalogue_words.change_line(one)}" for one in changes)
    if outcome.written is not None:
        yield catalogue_words.written(outcome.written)
    elif changes:
        yield words.CATALOGUE_DRY_RUN.format(count=len(changes))
    else:
        yield catalogue_words.NOTHING_NEW
