"""The result form: what became of the measures of a plan by a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.forms.digits import with_digits
from data.documents.forms.filled_form import Body, form_table
from data.documents.forms.form_table import About, FormTable
from data.documents.forms.plan_rows import indicator_label, indicator_merges
from data.words.files.form_words import FormWords

_WIDTHS: Final = (14.0, 23.5, 13.0, 13.0, 19.0, 22.0, 15.0, 13.5, 18.0)
_CENTRED: Final = frozenset({2, 4})
_TO_FILL_IN: Final = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One measure with its newest report, in words; empty is nothing reported."""

    indicator: int
    item_year: int
    action: str
    period: str
    responsible: str
    status: str
    note: str
    evidence: str
    spent: str = ""


def result_form(rows: Sequence[ResultRow], words: FormWords, about: About) -> FormTable:
    """Lay out the measures; the column for problems, and a budget not told, are to be filled in.

    Thai digits are for everything but the evidence: with other digits an address leads nowhere.
    """
    cells = tuple(
        (
            *_told(row, thai_digits=about.thai_digits),
            row.evidence,
            with_digits(row.spent, thai=about.thai_digits),
            _TO_FILL_IN,
        )
        for row in rows
    )
    merges = tuple(indicator_merges(row.indicator for row in rows))
    return form_table(words, about, Body(cells, merges, _WIDTHS, _CENTRED))


def _told(row: ResultRow, *, thai_digits: bool) -> tuple[str, ...]:
    label = indicator_label(row.indicator, row.item_year)
    texts = (label, row.action, row.period, row.responsible, row.status, row.note)
    return tuple(with_digits(text, thai=thai_digits) for text in texts)
