"""What a view is limited to, and how that is said. No Streamlit: files and commands use it too."""

import datetime as dt
from dataclasses import dataclass

from data.words import dates
from data.words import filters as words
from data.words.work import statuses


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person chose; None is no filter."""

    years: tuple[int, ...] | None = None
    divisions: tuple[str, ...] | None = None
    lead_only: bool = False
    states: tuple[str, ...] | None = None
    indicators: tuple[int, ...] | None = None
    as_of: dt.date = dt.date.min
    known_at: dt.date | None = None

    def scope(self) -> tuple[str, ...]:
        """Say the filters in words, as for the scope line and the conditions sheet."""
        every_year = () if self.years else (words.EVERY_YEAR,)
        day = () if self.as_of == dt.date.min else (dates.as_of(self.as_of),)
        known = (words.known_at(self.known_at),) if self.known_at else ()
        return (*every_year, *self.limits(), *day, *known)

    def limits(self) -> tuple[str, ...]:
        """Say only the filters that leave something out; none of them is nothing."""
        parts = [words.years(self.years)] if self.years else []
        if self.divisions:
            named = ", ".join(self.divisions)
            parts.append(words.LEAD_ONLY.format(divisions=named) if self.lead_only else named)
        elif self.lead_only:
            parts.append(words.LEAD_ONLY.format(divisions=words.EVERY_DIVISION))
        if self.states:
            chosen = ", ".join(statuses.STATES[state] for state in self.states)
            parts.append(words.STATE_SCOPE.format(states=chosen))
        if self.indicators:
            numbers = ", ".join(map(str, self.indicators))
            parts.append(words.INDICATOR_SCOPE.format(numbers=numbers))
        return tuple(parts)
