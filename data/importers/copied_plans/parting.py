"""The way in: a copied plan becomes a table, by the places or else by the marks of its cells."""

from dataclasses import replace
from typing import Final

from data.importers.copied_plans.copied_lines import letters_of
from data.importers.copied_plans.marked_cells import marked_rows
from data.importers.copied_plans.placed_cells import placed_rows
from data.model.grid import Row, Sheet

_MOST_LINES: Final = 5_000
_LONGEST_LINE: Final = 300


def with_plan_columns(sheet: Sheet) -> Sheet:
    """Part the lines of a plan without tabs; row n stays line n, and any other text stays."""
    if sheet.text is None or "\t" in sheet.text or len(sheet.rows) > _MOST_LINES:
        return sheet
    if max(map(len, sheet.lines), default=0) > _LONGEST_LINE:
        return sheet
    letters = letters_of(sheet.text)
    lines = [letters(line) for line in sheet.lines]
    parted = placed_rows(sheet.lines, letters) or marked_rows(lines)
    if not parted:
        return sheet
    first = min(parted)
    rows: list[Row] = [(line,) if at < first else () for at, line in enumerate(lines)]
    for at, row in parted.items():
        rows[at] = row
    return replace(sheet, rows=tuple(rows), text="\n".join(lines), parted=True)
