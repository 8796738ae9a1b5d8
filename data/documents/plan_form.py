"""The plan form: how the results of ITA become work, eight columns under a two-row heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.digits import with_digits
from data.documents.form_table import FormTable, Range
from data.documents.plan_rows import PlanRow, plan_cells, plan_merges

_HEADING_MERGES: Final[tuple[Range, ...]] = ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 7))
_WIDTHS: Final = (12.0, 14.0, 14.0, 18.0, 20.0, 22.0, 11.0, 11.5)
_CENTRED: Final = frozenset({6})


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of the form; `{year}` is the plan's year, `{analysed}` the one before.

    `headings` are the eight columns, `groups` stand above the second and the fourth of them.
    """

    sheet: str
    title: str
    organisation: str
    divisions: str
    headings: tuple[str, str, str, str, str, str, str, str]
    groups: tuple[str, str]
    conditions_title: str
    page: str


@dataclass(frozen=True, slots=True)
class About:
    """Whose document it is and what it stands on; no divisions means all of them."""

    year: int
    organisation: str
    divisions: tuple[str, ...]
    conditions: tuple[tuple[str, str], ...]
    author: str
    thai_digits: bool = False


def plan_form(rows: Sequence[PlanRow], words: PlanWords, about: About) -> FormTable:
    """Lay out the measures of one plan year."""
    cells = plan_cells(rows, thai_digits=about.thai_digits)

    def written(text: str) -> str:
        filled = text.format(
            year=about.year,
            analysed=about.year - 1,
            organisation=about.organisation,
            divisions=", ".join(about.divisions),
        )
        return with_digits(filled, thai=about.thai_digits)

    titles = [words.title, words.organisation, *([words.divisions] if about.divisions else [])]
    upper = (words.headings[0], words.groups[0], "", words.groups[1], "", "", "", "")
    lower = ("", *words.headings[1:])
    return FormTable(
        name=words.sheet,
        titles=tuple(map(written, titles)),
        headings=(tuple(map(written, upper)), tuple(map(written, lower))),
        heading_merges=_HEADING_MERGES,
        rows=cells,
        merges=plan_merges(rows, cells),
        widths=_WIDTHS,
        conditions_title=words.conditions_title,
        conditions=about.conditions,
        page=words.page,
        author=about.author,
        centred=_CENTRED,
        thai_digits=about.thai_digits,
    )
