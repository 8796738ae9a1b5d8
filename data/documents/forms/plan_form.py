"""The plan form: how the results of ITA become work, eight columns under a two-row heading."""

from collections.abc import Sequence
from typing import Final

from data.documents.forms.filled_form import Body, form_table
from data.documents.forms.form_table import About, FormTable
from data.documents.forms.plan_rows import PlanRow, plan_cells, plan_merges
from data.words.files.form_words import FormWords

_WIDTHS: Final = (12.0, 14.0, 14.0, 18.0, 20.0, 22.0, 11.0, 11.5)
_PERIOD: Final = 6


def plan_form(rows: Sequence[PlanRow], words: FormWords, about: About) -> FormTable:
    """Lay out the measures of one plan year."""
    cells = plan_cells(rows, thai_digits=about.thai_digits)
    merges = plan_merges(rows, cells)
    return form_table(words, about, Body(cells, merges, _WIDTHS, frozenset({_PERIOD})))
