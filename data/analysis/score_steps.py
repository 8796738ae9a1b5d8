"""Where a score changes its step: at its target and at the level bounds beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.analysis.levels import exact
from data.framework import Framework


@dataclass(frozen=True, slots=True)
class ScoreSteps:
    """The target and the nearest bound of a level under and over it, None where there is none."""

    lower: Decimal | None
    target: Decimal
    upper: Decimal | None

    def step_of(self, score: float) -> int:
        """Give 0 far under the target, 1 under, 2 on or over it, 3 far over; a bound is over."""
        exactly = exact(score)
        reached = exactly >= self.target
        further = self.upper if reached else self.lower
        return 2 * reached + (exactly >= further if further is not None else not reached)

    def ranges(self) -> Iterator[tuple[int, Decimal | None, Decimal | None]]:
        """Give each step that a score can be on with its bounds, the lowest first."""
        bounds = [bound for bound in (self.lower, self.target, self.upper) if bound is not None]
        first = 1 if self.lower is None else 0
        edges = zip((None, *bounds), (*bounds, None), strict=True)
        for step, (low, high) in enumerate(edges, start=first):
            yield step, low, high


def score_steps(described: Framework, indicator: int) -> ScoreSteps:
    """Give the steps of an indicator: 70, 85 and 95 where 85 is its target between such levels."""
    target = described.target_of(indicator)
    bounds = {rule.total_from for rule in described.level_rules if rule.total_from > 0}
    return ScoreSteps(
        max((bound for bound in bounds if bound < target), default=None),
        target,
        min((bound for bound in bounds if bound > target), default=None),
    )
