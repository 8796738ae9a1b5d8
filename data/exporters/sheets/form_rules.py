"""The rules of a form as Excel's data validation: drop-downs and bounds."""

from collections.abc import Sequence
from typing import Any, Final

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_text import clean_text
from data.exporters.forms import FormColumn, Template
from data.model.columns import Kind

FIRST_CHOICES_COLUMN: Final = 2
"""Where on the notes sheet the lists begin that are too long for a rule."""

_LONGEST_LIST: Final = 250  # Excel: 255 characters with the separators
_LONGEST_ADVICE: Final = 250
_WHOLE: Final = frozenset({Kind.YEAR, Kind.INTEGER, Kind.PERCENT})


def add_rules(sheet: Worksheet, form: Template, notes_name: str) -> None:
    """Put the rule of each column on its cells."""
    ruled = form.row_count if form.ruled_rows is None else form.ruled_rows
    if not ruled:
        return
    long_lists = long_choices(form)
    for position, column in enumerate(form.columns):
        rule = _rule(column)
        if column.choices in long_lists:
            place = FIRST_CHOICES_COLUMN + long_lists.index(column.choices)
            cells = xl_range_abs(0, place, len(column.choices) - 1, place)
            quoted = notes_name.replace("'", "''")
            rule["source"] = f"='{quoted}'!{cells}"
        if rule:
            last = form.first_row + ruled - 1
            sheet.data_validation(form.first_row, position, last, position, rule)


def long_choices(form: Template) -> list[tuple[str, ...]]:
    """Give the lists that need cells of their own: too long, or with a comma in a choice."""
    lists = dict.fromkeys(column.choices for column in form.columns if column.choices)
    return [choices for choices in lists if not _fits_rule(choices)]


def _fits_rule(choices: Sequence[str]) -> bool:
    text = ",".join(choices)
    return len(text) <= _LONGEST_LIST and text.count(",") == len(choices) - 1


def _rule(column: FormColumn) -> dict[str, Any]:
    if column.choices:
        rule: dict[str, Any] = {"validate": "list", "source": list(column.choices)}
    elif column.lowest is not None and column.highest is not None:
        rule = {
            "validate": "integer" if column.kind in _WHOLE else "decimal",
            "criteria": "between",
            "minimum": column.lowest,
            "maximum": column.highest,
        }
    else:
        rule = {"validate": "any"} if column.advice else {}
    if advice := clean_text(column.advice)[:_LONGEST_ADVICE]:
        rule |= {"input_message": advice, "error_message": advice}
    return rule
