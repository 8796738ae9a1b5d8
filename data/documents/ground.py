"""What the documents of a year stand on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis.scorebook import Scorebook
from data.framework import Framework, framework, office, years
from data.words.files import documents as words


@dataclass(frozen=True, slots=True)
class Ground:
    """What the documents of a year stand on; `progress` is what `division_progress` gives.

    `book` is None without scores, and `scores` are the same with where each one comes from.
    `measures` are those of the plan of this year, as shown; `all_measures` counts them without the
    filter of divisions, `budget` is what `data.tables.work.budget.budget_total` gives. What is
    `public`, on the web site of the agency, names no file and no moment of its making: the same
    input gives the same bytes.
    """

    year: int
    as_of: dt.date
    book: Scorebook | None
    scores: pd.DataFrame
    measures: pd.DataFrame
    progress: pd.DataFrame
    all_measures: int
    divisions: tuple[str, ...]
    lead_only: bool
    batches: tuple[str, ...]
    budget: Mapping[str, Any] | None = None
    public: bool = False

    @property
    def planned(self) -> bool:
        """Whether there are measures to show."""
        return not self.measures.empty

    @property
    def scored(self) -> bool:
        """Whether there are scores to show."""
        return self.book is not None

    @property
    def signatures(self) -> tuple[tuple[str, ...], ...]:
        """The lines of those who sign what is made of it; nobody is named on the web."""
        return () if self.public else tuple(map(words.signature, office().signatories))

    @property
    def described(self) -> Framework:
        """What the newest scored year is judged by; without scores the year of the plan."""
        year = self.book.newest.year if self.book else self.year
        return framework(year if year in years() else years()[-1])
