"""What became of one sheet of an imported file: as a JSON row, and in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from data.catalogue import CatalogueChange
from data.database import Batch, identity_document
from data.model.errors import UnreadableFileError
from data.model.identity import Identity
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import
from data.words import commands as words
from data.words.files import places
from data.words.files import tables as table_words
from data.words.importing import catalogue as catalogue_words
from data.words.importing import identity as identity_words
from data.words.importing import imports as import_words
from data.words.importing import problems as problem_words
from data.words.work import reporting

_HINTS: Final = {
    ProblemCode.ASK_KIND: import_words.KIND_HINT,
    ProblemCode.ASK_AGENCY: import_words.AGENCY_HINT,
    ProblemCode.ASK_YEAR: import_words.YEAR_HINT,
    ProblemCode.ASK_STATUS: import_words.STATE_HINT,
    ProblemCode.ASK_PERCENT: import_words.PERCENT_HINT,
}


class FileFinding(StrEnum):
    """What can be wrong with a file apart from what its sheets say."""

    UNREADABLE = "unreadable"
    NO_SUCH_SHEET = "no-such-sheet"
    REPORTED_SINCE = "reported-since"
    WITHDRAWS = "withdraws"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as the command line tells it; `value` is the text that was found."""

    code: str
    sheet: str
    cell: str
    value: str
    message: str
    blocking: bool
    expected: str = ""

    @property
    def place(self) -> str:
        """Say where it stands: sheet!C14."""
        return places.place(self.sheet, self.cell)


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """One sheet of one file, or a file without any sheet to read.

    `change` counts what was saved, in a dry run what would be. A sheet that is set aside is none
    of ours in a file that has others: it is told, and blocks nothing. `remembered_by` is who once
    said what its columns mean. `changes` are those of the catalogue, fact by fact.
    """

    file_name: str
    path: str
    sheet: str
    imported: Import | None
    change: Batch | None
    findings: tuple[Finding, ...]
    set_aside: bool = False
    dry_run: bool = False
    remembered_by: str = ""
    changes: tuple[CatalogueChange, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether it could not be saved as it is."""
        return any(found.blocking for found in self.findings)

    @property
    def saved(self) -> bool:
        """Whether its values are in the store now; an untouched workbook gives batch 0."""
        return self.change is not None and not self.dry_run and self.change.batch_id > 0

    def document(self) -> dict[str, object]:
        """Give it as JSON has it."""
        form = self.imported.form if self.imported else None
        change = self.change or Batch(0, 0, 0, 0)
        return {
            "file": self.file_name,
            "sheet": self.sheet,
            "form": form.value if form else None,
            **self._identity(),
            "batch_id": change.batch_id if self.saved else None,
            "rows_read": self.imported.rows_read if self.imported else 0,
            "rows_imported": self.imported.rows_imported if self.imported else 0,
            "rows_rejected": self.imported.rows_reported if self.imported else 0,
            "added": change.added,
            "changed": change.changed,
            "unchanged": change.unchanged,
            "problems": list(map(asdict, self.findings)),
            "path": self.path,
            "saved": self.saved,
            "repeated": change.repeated,
            "set_aside": self.set_aside,
            "dry_run": self.dry_run,
            **({"changes": list(map(asdict, self.changes))} if form is Form.CATALOGUE else {}),
        }

    def _identity(self) -> dict[str, object]:
        identity = self.imported.identity if self.imported else Identity()
        named = {name: getattr(identity, name) for name in ("kind", "agency", "year")}
        told = identity_document(self.imported) if self.imported else []
        return {
            **{name: answer.value if answer else None for name, answer in named.items()},
            "identity": told,
        }

    def lines(self) -> Iterator[str]:
        """Say it in Thai, blocking problems one by one, the others once a kind."""
        if self.imported is not None:
            yield from self._title(self.imported)
        if self.remembered_by:
            yield words.COLUMNS_REMEMBERED.format(person=self.remembered_by)
        for found in self.findings:
            if found.blocking:
                place = found.place or self.file_name
                yield words.PROBLEM_LINE.format(place=place, message=found.message)
        yield from _how_to_answer(self.findings)
        yield from _notices(self.findings)
        yield from (f"  {catalogue_words.change_line(change)}" for change in self.changes)
        if self.set_aside:
            yield words.SET_ASIDE
        elif self.blocked and self.imported is not None:
            blocking = sum(found.blocking for found in self.findings)
            yield f"  {import_words.BLOCKED.format(blocking=blocking)}"
        elif self.change is not None:
            yield f"  {self._outcome(self.change)}"
        elif self.imported is not None:
            is_catalogue = self.imported.form is Form.CATALOGUE
            nothing = catalogue_words.NOTHING_NEW if is_catalogue else import_words.EMPTY
            yield f"  {nothing}"

    def _title(self, imported: Import) -> Iterator[str]:
        form = imported.form
        told = table_words.FORMS[form.value] if form else import_words.FORM_NONE
        yield words.IMPORT_PLACE.format(file=self.file_name, sheet=self.sheet, form=told)
        rows = import_words.ROWS.format(
            read=imported.rows_read,
            imported=imported.rows_imported,
            reported=imported.rows_reported,
        )
        if form is not None and form is not Form.CATALOGUE:
            yield f"  {identity_words.of_import(imported)}"
        yield f"  {rows}"

    def _outcome(self, change: Batch) -> str:
        if self.saved or change.repeated:
            return import_words.saved(change)
        if not self.dry_run:
            return reporting.UNTOUCHED
        told = import_words.CHANGE_COUNTS.format(**asdict(change))
        return words.DRY_RUN.format(counts=told)


def finding(problem: Problem, *, set_aside: bool) -> Finding:
    """Put a problem of a sheet into words; in a sheet that is set aside nothing blocks."""
    return Finding(
        problem.code.value,
        problem.sheet,
        problem.cell,
        problem.value,
        problem_words.problem(problem),
        problem.blocking and not set_aside,
        problem.expected,
    )


def unreadable(file_name: str, path: str, reason: str) -> SheetAnswer:
    """Answer for a file that no sheet could be read from."""
    message = words.unreadable(reason)
    found = Finding(FileFinding.UNREADABLE, "", "", reason, message, blocking=True)
    return SheetAnswer(file_name, path, "", None, None, (found,))


def refused(error: UnreadableFileError, path: str) -> SheetAnswer:
    """Answer for a file the containers refused."""
    return unreadable(error.file_name, path, error.reason)


def no_such_sheet(file_name: str, path: str, asked: str, known: Sequence[str]) -> SheetAnswer:
    """Answer for a file that lacks the sheet asked for."""
    message = words.NO_SUCH_SHEET.format(known=", ".join(known))
    found = Finding(FileFinding.NO_SUCH_SHEET, asked, "", asked, message, blocking=True)
    return SheetAnswer(file_name, path, asked, None, None, (found,))


def _how_to_answer(findings: Sequence[Finding]) -> Iterator[str]:
    asks = {ProblemCode.ASK_MEASURE, ProblemCode.ASK_STEP}
    asked = (one for one in findings if one.code in asks)
    if question := next(asked, None):
        likeliest = question.expected.partition(",")[0]
        yield import_words.MATCH_HINT.format(old=likeliest, new=question.value)
    for code, hint in _HINTS.items():
        if question := next((one for one in findings if one.code == code), None):
            yield hint.format(row=question.value)


def _notices(findings: Sequence[Finding]) -> Iterator[str]:
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        if not found.blocking:
            by_code[found.code].append(found)
    for alike in by_code.values():
        line = words.NOTICES_LINE if len(alike) > 1 else words.NOTICE_LINE
        yield line.format(place=alike[0].place, message=alike[0].message, more=len(alike) - 1)
