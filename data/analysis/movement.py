"""Why the total moved: what each indicator added or took, exactly, between two years."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from data.analysis.places import as_decimal
from data.analysis.standing import InstrumentReading, Standing

DIGITS: Final = Decimal("1e-12")
"""A part that does not end, as with seven indicators, is cut here; the cut goes to rounding."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one indicator adds to the change of the total, in points of the total.

    `indicator` is None where only the whole instrument is known in both years; `contribution` is
    None where not even that is known.
    """

    instrument: str
    indicator: int | None
    contribution: Decimal | None


@dataclass(frozen=True, slots=True)
class Movement:
    """The change of the total, as each year is read, and its parts.

    Where `complete`: contributions + framework_effect + rounding = change, to the last decimal.
    Otherwise framework_effect and rounding are None: they cannot be told from what is missing.

    Contributions are weighed as in the later named year. `framework_effect` is what other weights
    or another set of indicators do to the total by themselves: old scores at new weights less old
    scores at old weights, with an indicator that only one year has counting in full. `rounding` is
    by how much the totals as read differ from those that the parts add up to.
    """

    from_year: int
    to_year: int
    change: Decimal | None
    parts: tuple[Part, ...]
    framework_effect: Decimal | None
    rounding: Decimal | None
    complete: bool

    @property
    def largest_rises(self) -> tuple[Part, ...]:
        """The part that added most, all of them in a tie, none when nothing rose."""
        return self._furthest(max(self._contributions(), default=Decimal(0)), above=True)

    @property
    def largest_falls(self) -> tuple[Part, ...]:
        """The part that took most, all of them in a tie, none when nothing fell."""
        return self._furthest(min(self._contributions(), default=Decimal(0)), above=False)

    def by_instrument(self) -> dict[str, Decimal]:
        """Give the sum of the contributions of each instrument that is known."""
        sums: dict[str, Decimal] = {}
        for part in self.parts:
            if part.contribution is not None:
                sums[part.instrument] = sums.get(part.instrument, Decimal(0)) + part.contribution
        return sums

    def _contributions(self) -> list[Decimal]:
        return [part.contribution for part in self.parts if part.contribution is not None]

    def _furthest(self, contribution: Decimal, *, above: bool) -> tuple[Part, ...]:
        if contribution == 0 or (contribution > 0) != above:
            return ()
        return tuple(part for part in self.parts if part.contribution == contribution)


@dataclass(frozen=True, slots=True)
class _Term:
    """A score as it stands in the sum of the total: points of the total = share x score."""

    share: Fraction
    score: Fraction

    @property
    def points(self) -> Fraction:
        return self.share * self.score


_Terms: TypeAlias = Mapping[int | None, _Term]
"""By indicator, or under None for the whole instrument; empty where a year does not have it."""


def movement(before: Standing, after: Standing) -> Movement:
    """Take the change of the total between two years apart.

    An instrument is taken apart by indicators where both years have all of theirs, else as a
    whole by its score.
    """
    old, new = ({part.code: part for part in year.parts} for year in (before, after))
    parts: list[Part] = []
    effects: list[Fraction | None] = []
    # Instruments of both years, those that left last.
    for code in dict.fromkeys((*new, *old)):
        # A year without scores tells nothing, not even which instruments it did not have.
        known = bool(old and new)
        terms = _same_detail(old.get(code), new.get(code)) if known else None
        parts += _parts(code, terms)
        effects.append(_effect(*terms) if terms else None)
    return _movement(before, after, tuple(parts), effects)


def _movement(
    before: Standing, after: Standing, parts: tuple[Part, ...], effects: list[Fraction | None]
) -> Movement:
    known = [effect for effect in effects if effect is not None]
    change = None
    if before.value is not None and after.value is not None:
        change = after.value - before.value
    if change is None or len(known) < len(effects):
        return Movement(before.year, after.year, change, parts, None, None, complete=False)
    effect = _cut(sum(known, Fraction(0)))
    explained = sum((part.contribution or Decimal(0) for part in parts), effect)
    return Movement(
        before.year, after.year, change, parts, effect, change - explained, complete=True
    )


def _same_detail(
    old: InstrumentReading | None, new: InstrumentReading | None
) -> tuple[_Terms, _Terms] | None:
    """Give the terms of an instrument in both years, in the finest detail that both have."""
    for terms_of in (_indicator_terms, _whole_term):
        before, after = terms_of(old), terms_of(new)
        if before is not None and after is not None:
            return before, after
    return None


def _indicator_terms(part: InstrumentReading | None) -> _Terms | None:
    """Give a term for each indicator, None when one is missing or none is described."""
    if part is None:
        return {}
    if not part.complete:
        return None
    share = Fraction(part.weight) / part.expected
    return {
        number: _Term(share, Fraction(score))
        for number, score in part.indicators.items()
        if score is not None
    }


def _whole_term(part: InstrumentReading | None) -> _Terms | None:
    """Give one term for the whole instrument: as published, else the mean of its indicators."""
    if part is None:
        return {}
    weight = Fraction(part.weight)
    if part.published is not None:
        return {None: _Term(weight, Fraction(part.published))}
    indicators = _indicator_terms(part)
    if indicators is None:
        return None
    points = sum((term.points for term in indicators.values()), Fraction(0))
    return {None: _Term(weight, points / weight)}


def _parts(code: str, terms: tuple[_Terms, _Terms] | None) -> list[Part]:
    if terms is None:
        return [Part(code, None, None)]
    old, new = terms
    return [
        Part(code, indicator, _cut(term.share * (term.score - old[indicator].score)))
        for indicator, term in new.items()
        if indicator in old
    ]


def _effect(old: _Terms, new: _Terms) -> Fraction:
    """Give what is left of the change of an instrument when its contributions are taken off."""
    gone = sum((term.points for key, term in old.items() if key not in new), Fraction(0))
    come = sum((term.points for key, term in new.items() if key not in old), Fraction(0))
    weighed = sum(
        ((term.share - old[key].share) * old[key].score for key, term in new.items() if key in old),
        Fraction(0),
    )
    return come - gone + weighed


def _cut(number: Fraction) -> Decimal:
    return as_decimal(number).quantize(DIGITS)
