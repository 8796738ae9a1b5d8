from dataclasses import replace
from decimal import Decimal

import pytest

from data.analysis.score_steps import score_steps
from data.framework import framework
from data.words.charts import step_names


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
    steps = score_steps(replace(framework(year), target=Decimal(target)))

    assert (steps.lower, steps.target, steps.upper) == bounds


@pytest.mark.parametrize("target", [60, 85, 95])
def test_every_step_has_one_name_and_a_bound_belongs_above(target):
    steps = score_steps(replace(framework(2568), target=Decimal(target)))

    names = step_names(steps)

    on_bounds = {steps.step_of(float(low)) for _, low, _ in steps.ranges() if low is not None}
    assert on_bounds | {steps.step_of(0.0)} == set(names)
    assert (steps.step_of(target - 0.01) < 2, steps.step_of(target) >= 2) == (True, True)
