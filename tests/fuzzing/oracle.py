"""What must hold of any file: nothing invented, nothing lost in silence, nothing half saved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.database import (
    Batch,
    Database,
    Source,
    check,
    compare,
    compare_reports,
    save,
    save_reports,
)
from data.database.reports.report_rows import RowKind
from data.importers import read, read_sheets, recognise_sheets
from data.importers.sheets.opening import Cell, Sheet, Unreadability
from data.model.errors import (
    BlockedImportError,
    NothingToImportError,
    StatusConflictError,
    UnreadableFileError,
)
from data.model.problems import ProblemCode
from data.model.records import Form, Import
from tests.fuzzing.mutations import File
from tests.fuzzing.sources import plan_store
from tests.sheet_reading import cells_of

_ROW = frozenset(
    {
        ProblemCode.NO_YEAR,
        ProblemCode.UNKNOWN_INDICATOR,
        ProblemCode.ROW_SKIPPED,
        ProblemCode.ROW_NOT_UNDERSTOOD,
        ProblemCode.TEXT_NOT_PARTED,
        ProblemCode.MISSING_AGENCY,
        ProblemCode.UNKNOWN_MEASURE,
        ProblemCode.REPEATED_MEASURE,
        ProblemCode.CONFLICTING_REPORT,
        ProblemCode.UNKNOWN_STATUS,
        ProblemCode.PERCENT_NOT_UNDERSTOOD,
        ProblemCode.DATE_NOT_UNDERSTOOD,
        ProblemCode.BUDGET_NOT_UNDERSTOOD,
    }
)
"""Problems that speak of all of a row: one bad cell keeps the report of a row out."""
_REPORT = _ROW | {ProblemCode.FORMULA_WITHOUT_VALUE}
"""In a report a formula does so, too; beside a score or in a plan it speaks of its own cell."""
_OF_WHAT_IS_IN = frozenset(
    {
        ProblemCode.ASK_KIND,
        ProblemCode.ASK_AGENCY,
        ProblemCode.SCORE_CONVERTED,
        ProblemCode.UNKNOWN_YEAR,
        ProblemCode.YEAR_CONVERTED,
        ProblemCode.WEIGHTED_INSTRUMENTS,
        ProblemCode.AMBIGUOUS_INSTRUMENTS,
        ProblemCode.SCORES_ARE_FRACTIONS,
        ProblemCode.UNKNOWN_ITEM,
        ProblemCode.ITEM_NOT_IN_FRAMEWORK,
        ProblemCode.TOTAL_DIFFERS,
        ProblemCode.INSTRUMENT_DIFFERS,
        ProblemCode.LEVEL_DIFFERS,
        ProblemCode.MISSING_INDICATORS,
    }
)
"""Problems that speak of a score that was read, so they are no word about one that was not."""
_WHOLE = frozenset({ProblemCode.ASK_YEAR, ProblemCode.NOTHING_RECOGNISED})
"""Problems that speak of all of a sheet, though they point to its heading or title."""
_COLUMN = frozenset({ProblemCode.COLUMN_IGNORED, ProblemCode.DUPLICATE_COLUMN})
_THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_AROUND = re.compile(r"[\s\u00a0\u200b-\u200d\ufeff%,]|คะแนน|ร้อยละ")
_DECIMAL_COMMA = re.compile(r"^(\d{1,2}),(\d{1,2})$")
OUTCOMES = ("refused", "crash", "blocked", "nothing in it", "saved")
"""From nothing to all; a file of several sheets counts as what its best one came to."""
_SHARES = (1.0, 0.3, 0.4)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file: `outcome` for the summary, `faults` if anything did not hold."""

    outcome: str
    faults: tuple[str, ...] = ()


def judged(file: File, database: Database | None) -> Verdict:
    """Take a file through the import, up to the store when there is one."""
    try:
        sheets = recognise_sheets(read_sheets("file", file.content))
    except UnreadableFileError as refusal:
        died = refusal.reason == Unreadability.READER_DIED
        return Verdict("refused", ("crash: the reader died",) if died else ())
    except Exception as crash:  # noqa: BLE001 - finding any is what this is for
        return Verdict("crash", (f"crash: read_sheets {crash!r}",))
    outcomes, faults = ["refused"], []
    for recognised in sheets:
        try:
            imported = read(recognised)
            faults += read_faults(file, recognised.sheet, _compared(file, imported))
            faults += saving_faults(file, imported, database)
            outcomes.append(outcome(imported))
        except Exception as crash:  # noqa: BLE001 - the same
            faults.append(f"crash: {crash!r}")
    return Verdict(max(outcomes, key=OUTCOMES.index), tuple(faults))


def _compared(file: File, imported: Import) -> Import:
    """Give an import as a person sees it: reports are told beside the plan they report on."""
    if not imported.reports:
        return imported
    sha256 = Source("file", file.content, "fuzz").sha256
    return compare_reports(plan_store(), imported, sha256).told(imported)


def outcome(imported: Import) -> str:
    """Say what the import of a sheet comes to."""
    if imported.blocking or imported.form is None:
        return "blocked"
    return "nothing in it" if imported.empty else "saved"


def _beside(database: Database, imported: Import, sha256: str) -> tuple[Import, bool]:
    """Give an import as it is told beside the store, and whether a person has to decide a row."""
    if imported.reports:
        comparison = compare_reports(database, imported, sha256)
        conflict = any(row.kind is RowKind.CONFLICT for row in comparison.rows)
        return comparison.told(imported), conflict
    if imported.form is not None and not imported.blocking:
        # A measure that may be one of the stored plan is a question, as is whose a first sheet is.
        return compare(database, imported, sha256).imported, False
    return imported, False


def saving_faults(file: File, imported: Import, database: Database | None) -> Iterator[str]:
    """Save what may be saved, and see that it is all in the store; see that the rest is refused."""
    if database is None or (outcome(imported) == "blocked" and len(file.content) % 4):
        return  # a refusal costs as much as a save, and none has ever been a surprise
    source = Source("file", file.content, "fuzz")
    told, in_conflict = _beside(database, imported, source.sha256)
    try:
        batch = _save(database, imported, source)
    except (BlockedImportError, NothingToImportError):
        if outcome(told) == "saved":
            yield "partial save: what may be saved was refused"
        return
    except StatusConflictError:
        if not in_conflict:
            yield "partial save: refused for a conflict nobody was shown"
        return
    if outcome(told) != "saved" and batch.batch_id:
        yield "partial save: what is blocked was saved"
    due = len(imported.scores) + len({one.measure_id for one in imported.measures})
    due += told.rows_imported if imported.reports else 0
    if batch.added + batch.changed + batch.unchanged != due:
        yield f"partial save: {batch} of {due}"
    found = check(database)
    if found.damaged or found.batches < batch.batch_id:
        yield f"partial save: {found}"


def _save(database: Database, imported: Import, source: Source) -> Batch:
    if imported.form is Form.STATUS:
        return save_reports(database, imported, source, {})
    return save(database, imported, source)


def read_faults(file: File, sheet: Sheet, imported: Import) -> Iterator[str]:
    """Name every score that is invented, misplaced or lost."""
    named = _Named(sheet, imported)
    frame = imported.scores
    keys = zip(frame["agency"], frame["year"], frame["code"], strict=True)
    for key, value, cell in zip(keys, frame["value"], cells_of(frame), strict=True):
        row, column = place(cell)
        stands = _score_in(sheet.rows[row][column])
        if stands is None or not any(abs(stands / share - value) < 1e-9 for share in _SHARES):
            yield f"invented: {value} at {cell} where {sheet.rows[row][column]!r} stands"
        due = file.good.truth.get(stands if stands is not None else -1)
        told = f"{key[0]} {key[1]} {key[2]}".strip()
        if file.moved and due is not None and due != told:
            yield f"invented: {told} for what is {due} at {cell}"
    yield from _invented_reports(file, sheet, imported)
    yield from _lost(file, sheet, imported, named)


def _invented_reports(file: File, sheet: Sheet, imported: Import) -> Iterator[str]:
    for report in imported.reports:
        for name in ("budget_planned", "budget_spent"):
            if report.values.get(name) is None:
                continue
            row, column = place(report.cells[name])
            stands = number(sheet.rows[row][column])
            if stands is None or stands != report.values[name]:
                yield f"invented: {name} {report.values[name]} at {report.cells[name]}"
            due = file.good.truth.get(stands if stands is not None else -1)
            if file.moved and due not in {None, f"{report.measure_id} {name}"}:
                yield f"invented: {report.measure_id} {name} for what is {due}"


def _lost(file: File, sheet: Sheet, imported: Import, named: "_Named") -> Iterator[str]:
    scored = {place(cell) for cell in cells_of(imported.scores)}
    scored |= {place(cell) for one in imported.reports for cell in one.cells.values()}
    texts = "\n".join(_texts(imported))
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if (row, column) in scored or named.somewhere(row, column):
                continue
            if number(cell) in file.good.truth:
                yield f"lost: {cell!r} at {sheet.address(row, column)}"
            if isinstance(cell, str):
                marks = [mark for mark in file.good.marks if mark in cell and mark not in texts]
                yield from (f"lost: {mark} at {sheet.address(row, column)}" for mark in marks)


def _texts(imported: Import) -> Iterator[str]:
    """Give every text that was taken up, as far as marks stand in it."""
    for one in imported.measures:
        yield " ".join((one.question, one.analysis, one.action, one.alignment, *one.steps))
        yield f"{one.period_text} {one.responsible_text}"
    for report in imported.reports:
        yield " ".join(map(str, report.values.values()))
        yield report.reported_by
    yield from (problem.value for problem in imported.problems)


class _Named:
    """The cells, rows and columns that problems speak of."""

    def __init__(self, sheet: Sheet, imported: Import) -> None:
        self.whole = any(
            problem.blocking and (not problem.cell or problem.code in _WHOLE)
            for problem in imported.problems
        )
        at = [(one.code, place(one.cell)) for one in imported.problems if one.cell]
        self.cells = {where for code, where in at if code not in _OF_WHAT_IS_IN}
        of_rows = _REPORT if imported.form is Form.STATUS else _ROW
        self.rows = {row for code, (row, _) in at if code in of_rows}
        self.columns = {column for code, (_, column) in at if code in _COLUMN}
        self.sheet = sheet

    def somewhere(self, row: int, column: int) -> bool:
        here = (row, column) in self.cells or row in self.rows or column in self.columns
        return here or self.whole


def place(cell: str) -> tuple[int, int]:
    """Give row and column from 0 of an address: C14 is (13, 2)."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]) - 1, column - 1


def _score_in(cell: Cell) -> float | None:
    """Read a cell as a number, or the last word of a sentence: the total is 87.39."""
    words = cell.split() if isinstance(cell, str) else []
    return number(words[-1]) if len(words) > 1 and number(cell) is None else number(cell)


def number(cell: Cell) -> float | None:
    """Read a cell as a number, by rules of its own: the importer's are what is judged."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return round(float(cell), 12)
    if not isinstance(cell, str):
        return None
    cell = _DECIMAL_COMMA.sub(r"\1.\2", cell.translate(_THAI).strip())
    try:
        return round(float(_AROUND.sub("", cell.lower())), 12)
    except ValueError:
        return None
