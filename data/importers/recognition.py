"""Which form a sheet has, and which of its columns means what."""

import hashlib
import json
from collections import Counter
from typing import Final

from data.importers.plan.layout import headed_columns
from data.importers.plan.reading import looks_like_plan
from data.importers.scores.layout.meanings import column_meanings
from data.importers.scores.layout.tables import (
    Table,
    beginning,
    corrected_table,
    find_table,
    head,
    likely_headings,
)
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Cell, Row, Sheet
from data.importers.sheets.readings import column_cells
from data.importers.spelling.folding import bare
from data.importers.spelling.labels import code_of
from data.importers.status.layout import find_status, is_stamped, status_columns
from data.model.choices import Choices
from data.model.problems import ProblemCode
from data.model.records import Form

SCORE_FORMS: Final = (
    Form.SCORES_LONG,
    Form.SCORES_YEARS,
    Form.SCORES_REPORT,
    Form.SCORES_AGENCIES,
)
_FEWEST_SCORES: Final = 3


def recognise(sheet: Sheet) -> Form | None:
    """Give the form a sheet has, None when it is none we read."""
    if _is_status(sheet):
        return Form.STATUS
    if looks_like_plan(beginning(sheet)):
        return Form.PLAN
    table = score_table(sheet, Choices())
    return table.form if table else None


def _is_status(sheet: Sheet) -> bool:
    if is_stamped(sheet):
        return True
    return not looks_like_plan(beginning(sheet)) and find_status(sheet) is not None


def score_table(sheet: Sheet, choices: Choices) -> Table | None:
    """Find the table of scores, in the chosen form and with the corrected columns if there are."""
    found = find_table(sheet, choices.form) or _headless(sheet, choices.form)
    if not choices.columns:
        return found if choices.form or (found and _holds_numbers(found, sheet)) else None
    base = found or find_table(sheet) or _headless(sheet, None)
    return corrected_table(base, sheet, choices.form, choices.columns)


def _holds_numbers(table: Table, sheet: Sheet) -> bool:
    """Say whether a table is blank or has a number where scores are due; words make it another."""
    filled = False
    for row in sheet.rows[table.bottom + 1 :]:
        for column in table.value_columns:
            value = score_of(row[column]) if column < len(row) else None
            if value not in {None, ProblemCode.SCORE_NOT_A_NUMBER}:
                return True
            filled = filled or value is not None
    return not filled


def matched_columns(sheet: Sheet, form: Form | None) -> tuple[tuple[int, str, str], ...]:
    """Give column, heading and field of each column with content; the field "" is unknown.

    Where no table is found, the row that most looks like headings stands for them.
    """
    if form is Form.STATUS or (form is None and _is_status(sheet)):
        return status_columns(sheet)
    if form in {None, Form.PLAN} and (planned := headed_columns(beginning(sheet))):
        return planned
    if form is Form.PLAN:
        return _likely_columns(sheet)
    table = score_table(sheet, Choices(form=form)) or score_table(sheet, Choices())
    if table is None:
        return _likely_columns(sheet)
    columns = sorted({*table.fields, *table.headings, *_filled(sheet, table.bottom)})
    return tuple(
        (column, table.headings.get(column, ""), table.fields.get(column, "")) for column in columns
    )


def _likely_columns(sheet: Sheet) -> tuple[tuple[int, str, str], ...]:
    likely = likely_headings(sheet)
    if likely is None:
        return ()
    row, headings = likely
    stacks = {at: (text,) for at, text in headings.items()}
    fields = column_meanings(stacks, beginning(sheet).rows[row + 1 :], {}).fields
    columns = sorted({*headings, *_filled(sheet, row)})
    return tuple((at, headings.get(at, ""), fields.get(at, "")) for at in columns)


def _filled(sheet: Sheet, bottom: int) -> set[int]:
    rows = beginning(sheet).rows[bottom + 1 :]
    return {column for row in rows for column, cell in enumerate(row) if text_of(cell)}


def heading_fingerprint(sheet: Sheet) -> str | None:
    """Give what is the same for two sheets with the same headings in the same columns.

    Spaces, punctuation and Thai digits make no difference. None for a sheet without headings.
    """
    headings = [(at, bare(text)) for at, text, _ in matched_columns(sheet, None) if text]
    if not headings:
        return None
    return hashlib.sha256(json.dumps(headings).encode()).hexdigest()


def _headless(sheet: Sheet, form: Form | None) -> Table | None:
    """Find a report without headings: a column of labels and exactly one column of scores."""
    if form not in {None, Form.SCORES_REPORT}:
        return None
    rows = head(sheet).rows
    labels = Counter(
        column for row in rows for column, cell in enumerate(row) if _is_label(text_of(cell))
    )
    if not labels or labels.most_common(1)[0][1] < _FEWEST_SCORES:
        return None
    label = labels.most_common(1)[0][0]
    own = [at for at, row in enumerate(rows) if len(row) > label and _is_label(text_of(row[label]))]
    scores = Counter(
        column
        for at in own
        for column, cell in enumerate(rows[at])
        if column != label and isinstance(score_of(cell), float)
    )
    labelled = [rows[at] for at in own]
    values = [
        column
        for column, count in scores.items()
        if count >= _FEWEST_SCORES and not _counts_rows(column_cells(labelled, column))
    ]
    if len(values) != 1 or _is_headed(sheet.rows[: own[0]], values[0]):
        return None
    fields = {label: "code", values[0]: "score"}
    return Table(Form.SCORES_REPORT, own[0], own[0] - 1, fields, {})


def _counts_rows(cells: list[Cell]) -> bool:
    """Say whether a column only numbers the rows: 1, 2, 3."""
    numbers = [score_of(cell) for cell in cells]
    return all(isinstance(one, float) and one == at for at, one in enumerate(numbers, 1))


def _is_headed(above: tuple[Row, ...], column: int) -> bool:
    """Say whether a column has a heading after all: one we do not know, so no scores."""
    cells = (row[column] for row in above if column < len(row))
    return any(text_of(cell) and not isinstance(score_of(cell), float) for cell in cells)


def _is_label(text: str) -> bool:
    return not text.isdigit() and code_of(text) is not None
