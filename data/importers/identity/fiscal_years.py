"""The fiscal years that the titles and names of a sheet speak of; a day of signing is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.importers.sheets.head import Text, asked
from data.importers.sheets.readings import WHOLE_SHEET, Finding
from data.importers.sheets.title_years import Year, name_years, title_years
from data.importers.spelling.folding import fold, remembering
from data.importers.spelling.identity_words import identity_words
from data.model.identity import Doubt
from data.model.problems import ProblemCode


@dataclass(frozen=True, slots=True)
class YearSaid:
    """A fiscal year B.E. and the text that says it; `converted` when it was written in C.E."""

    year: int
    converted: bool
    text: Text


def years_said(texts: Iterable[Text]) -> tuple[YearSaid, ...]:
    """Give every fiscal year that any of the texts says, in their order."""
    return tuple(
        YearSaid(year, converted, text)
        for text in texts
        for year, converted in sorted(_years_in(text.text, text.row == WHOLE_SHEET))
    )


@remembering(1024)
def _years_in(text: str, is_name: bool) -> frozenset[Year]:  # noqa: FBT001  a key of what is kept
    plain = identity_words().no_fiscal_year.sub(" ", fold(text))
    told = name_years(plain)
    # In a title four digits of the common era are a year only behind a word for it.
    return told if is_name else title_years([plain]).union(year for year in told if not year[1])


def only_year(said: Sequence[YearSaid]) -> YearSaid | None:
    """Give the one year that is said, by the text that says it best; None of none or several."""
    if len({one.year for one in said}) != 1:
        return None
    return min(said, key=lambda one: (one.converted, one.text.row == WHOLE_SHEET))


def ask_year(said: Sequence[YearSaid]) -> Finding:
    """Ask for the year: none is said, or several are."""
    years = sorted({one.year for one in said})
    if not years:
        return Finding(ProblemCode.ASK_YEAR, expected=Doubt.NO_YEAR.value)
    other = next(one for one in said if one.year != said[0].year)
    listed = ", ".join(map(str, years))
    return asked(ProblemCode.ASK_YEAR, Doubt.SEVERAL_YEARS, other.text, listed)
