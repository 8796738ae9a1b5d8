"""Score sheets as a form: four ways to lay them out, found by one search."""

from dataclasses import replace
from typing import Final

from data.framework import framework, years
from data.importers.recognised import ColumnMatch, Columns, Recognised, SheetForm
from data.importers.scores.layout.headless import headless_report
from data.importers.scores.layout.labelled import IGNORED
from data.importers.scores.layout.meanings import AGENCY_SCORES, column_meanings
from data.importers.scores.layout.scope import identify_scores
from data.importers.scores.layout.tables import ScoreTable, corrected_table, find_table
from data.importers.scores.reading import read_scores
from data.importers.scores.templates import templates
from data.importers.sheets.cells import score_of
from data.importers.sheets.head import SheetHead, likely_headings
from data.importers.spelling.labels import TOTAL
from data.model.choices import Choices
from data.model.problems import ProblemCode
from data.model.records import Form

_PLAIN_FIELDS: Final = (
    "code",
    "score",
    "instrument-score",
    "year",
    "agency",
    AGENCY_SCORES,
    "district",
    "province",
    "level",
    "provisional",
    TOTAL,
)


def find_scores(head: SheetHead) -> ScoreTable | None:
    """Find the table of a score sheet; one with words where scores are due is another table."""
    table = _sought(head, None)
    return table if table and _holds_numbers(table, head) else None


def _sought(head: SheetHead, form: Form | None) -> ScoreTable | None:
    table = find_table(head, form)
    if table is None and form in {None, Form.SCORES_REPORT}:
        return headless_report(head)
    return table


def _holds_numbers(table: ScoreTable, head: SheetHead) -> bool:
    """Say whether a table is blank or has a number where scores are due."""
    columns, filled = table.value_columns, False
    for row in head.sheet.rows[table.bottom + 1 :]:
        for column in columns:
            value = score_of(row[column]) if column < len(row) else None
            if value not in {None, ProblemCode.SCORE_NOT_A_NUMBER}:
                return True
            filled = filled or value is not None
    return not filled


def settle_scores(recognised: Recognised, choices: Choices) -> ScoreTable | None:
    """Give the table in the form a person chose, with the columns that person corrected."""
    head, own = recognised.head, recognised.layout
    known = own if isinstance(own, ScoreTable) else None
    fits = known is not None and choices.form in {None, known.form}
    table = known if fits else _sought(head, choices.form)
    if not choices.columns:
        return table if choices.form else None
    if table is None and choices.form:
        table = known or _sought(head, None)
    made = corrected_table(table, head, choices.form, choices.columns)
    left_out = frozenset(at for at, name in choices.columns.items() if name == IGNORED)
    return replace(made, left_out=left_out) if made else None


def score_columns(head: SheetHead, table: ScoreTable | None) -> Columns:
    """Match each column with a heading or content; without a table those of likely headings."""
    if table is not None:
        headings, fields, bottom = table.headings, table.fields, table.bottom
    elif likely := likely_headings(head):
        bottom, headings = likely
        stacks = {column: (text,) for column, text in headings.items()}
        fields = column_meanings(stacks, head.rows[bottom + 1 :], {}).fields
    else:
        return ()
    columns = sorted({*headings, *head.columns_below(bottom), *(fields if table else ())})
    return tuple([ColumnMatch(at, headings.get(at, ""), fields.get(at, "")) for at in columns])


def score_fields() -> list[str]:
    """List what a column of scores can mean: labels, codes of scores, years, items."""
    catalogues = [framework(year) for year in years()]
    instruments = [one.code for catalogue in catalogues for one in catalogue.instruments]
    numbers = sorted({one.number for catalogue in catalogues for one in catalogue.indicators})
    items = [item.code for item in catalogues[-1].items]
    of_years = [str(year) for year in sorted(years(), reverse=True)]
    fields = (*_PLAIN_FIELDS, *instruments, *map(str, numbers), *of_years, *items)
    return list(dict.fromkeys(fields))


SCORES: Final[SheetForm[ScoreTable]] = SheetForm(
    names=(Form.SCORES_LONG, Form.SCORES_YEARS, Form.SCORES_REPORT, Form.SCORES_AGENCIES),
    find=find_scores,
    settle=settle_scores,
    columns=score_columns,
    identify=identify_scores,
    read=read_scores,
    fields=score_fields,
    empty=templates,
    of_any_agency=True,
)
