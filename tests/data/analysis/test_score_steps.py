from dataclasses import replace
from decimal import Decimal

import pytest

from data.analysis.score_steps import score_steps
from data.framework import framework
from data.words.charts import STEPS_BY_TARGET, step_names


@pytest.mark.parametrize(
    ("year", "target", "bounds"),
    [
        (2568, 85, (70, 85, 95)),
        (2568, 95, (85, 95, None)),
        (2568, 90, (85, 90, 95)),
        (2568, 60, (None, 60, 70)),
        (2565, 85, (75, 85, 95)),
    ],
)
def test_the_steps_are_the_target_and_the_level_bounds_beside_it(year, target, bounds):
    steps = score_steps(replace(framework(year), target=Decimal(target)), 1)

    assert (steps.lower, steps.target, steps.upper) == bounds


@pytest.mark.parametrize("target", [60, 85, 95])
def test_every_step_has_one_name_and_a_bound_belongs_above(target):
    described = replace(framework(2568), target=Decimal(target))
    steps = score_steps(described, 1)

    names = step_names(described)

    on_bounds = {steps.step_of(float(low)) for _, low, _ in steps.ranges() if low is not None}
    assert on_bounds | {steps.step_of(0.0)} == set(names)
    assert (steps.step_of(target - 0.01) < 2, steps.step_of(target) >= 2) == (True, True)


def test_targets_of_their_own_make_the_steps_of_their_indicators():
    known = framework(2568)
    first, *others = known.indicators
    described = replace(known, indicators=(replace(first, target=Decimal("95.1")), *others))

    assert score_steps(described, first.number).target == Decimal("95.1")
    assert score_steps(described, first.number).step_of(95.1) == 2
    assert score_steps(described, others[0].number).target == 85
    assert list(step_names(described).values()) == list(STEPS_BY_TARGET)
