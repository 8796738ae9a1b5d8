"""What if: total, instruments and level of scores that nobody published, and their short link."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from data.analysis.levels import Level, Score, exact, level
from data.analysis.places import indicator_places, moved_values
from data.analysis.standing import Standing
from data.framework import Framework, framework

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
WIDTH: Final = 3
"""Three of these digits hold a score in hundredths: 36 x 36 x 36 is more than 10,001."""
HUNDREDTHS: Final = 100
HIGHEST: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Simulation:
    """Simulated numbers: never stored, never exported as results; `simulated` is always true."""

    year: int
    scores: Mapping[int, Decimal]
    instruments: Mapping[str, Decimal]
    total: Decimal
    level: Level | None
    simulated: bool = field(default=True, init=False)


def simulate(scores: Mapping[int, Score], standing: Standing) -> Simulation | None:
    """Give what scores would lead to in a year, None when one of its indicators is missing.

    The scores of the year itself lead to the reading of the year, and every change from there.

    Raises:
        ValueError: a score lies outside 0-100.
    """
    places = indicator_places(standing, None)
    held = {
        place.indicator: _on_scale(scores[place.indicator])
        for place in places
        if place.indicator is not None and place.indicator in scores
    }
    if not places or len(held) < len(places):
        return None
    moves = [
        Fraction(held[place.indicator]) - Fraction(place.score)
        for place in places
        if place.indicator is not None
    ]
    found = moved_values(standing, places, moves)
    if found is None:
        return None
    reached = level(found.total, found.instruments, framework(standing.year))
    return Simulation(standing.year, held, found.instruments, found.total, reached)


def encode_scores(scores: Mapping[int, Score], framework: Framework) -> str:
    """Write the scores of a year's indicators as letters and digits that may stand in a link.

    Three characters an indicator, in the order of the framework, to the hundredth.

    Raises:
        KeyError: an indicator of the framework has no score.
        ValueError: a score lies outside 0-100.
    """
    return "".join(_digits(_on_scale(scores[one.number])) for one in framework.indicators)


def decode_scores(code: str, framework: Framework) -> dict[int, Decimal] | None:
    """Read what `encode_scores` wrote, None when it is not such a text of this framework."""
    length = WIDTH * len(framework.indicators)
    if not length or not re.fullmatch(f"[{DIGITS}]{{{length}}}", code):
        return None
    parts = (code[start : start + WIDTH] for start in range(0, length, WIDTH))
    scores = [Decimal(int(part, len(DIGITS))) / HUNDREDTHS for part in parts]
    if max(scores) > HIGHEST:
        return None
    return {one.number: score for one, score in zip(framework.indicators, scores, strict=True)}


def _on_scale(score: Score) -> Decimal:
    number = exact(score)
    if not 0 <= number <= HIGHEST:
        raise ValueError(score)
    return number


def _digits(score: Decimal) -> str:
    rest = int((score * HUNDREDTHS).to_integral_value())
    written = ""
    for _ in range(WIDTH):
        rest, digit = divmod(rest, len(DIGITS))
        written = DIGITS[digit] + written
    return written
