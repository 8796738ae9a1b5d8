from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.movement import Part, movement
from data.framework import framework
from tests.readings import worked_out

BEFORE = {
    1: 80, 2: 70, 3: 75, 4: 72, 5: 73,
    6: 81, 7: 83, 8: 76,
    9: 90, 10: 95,
}  # fmt: skip
COLLEGE = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip
YEARS = {2567: BEFORE, 2568: COLLEGE}
WEIGHTS = {"IIT": "0.5", "EIT": "0.3", "OIT": "0.2"}

scores = st.integers(0, 10000).map(lambda found: Decimal(found) / 100)
numbers = st.sets(st.integers(1, 12), min_size=3)
splits = st.tuples(st.integers(1, 98), st.integers(1, 98)).filter(lambda found: sum(found) < 100)


def year(number, held, total=None, instruments=None, described=None):
    """Give the reading of a year, its total published."""
    described = described or framework(number)
    whole = worked_out(described, indicators=held).recomputed
    total = round(whole, 2) if total is None else total
    return worked_out(described, total=total, instruments=instruments, indicators=held)


def weighted(described, weights):
    return replace(
        described,
        instruments=tuple(
            replace(one, weight=Decimal(weights[one.code])) for one in described.instruments
        ),
    )


def sum_of(found):
    parts = sum(part.contribution for part in found.parts)
    return parts + found.framework_effect + found.rounding


def contributions(found):
    return {part.indicator or part.instrument: part.contribution for part in found.parts}


@st.composite
def described_years(draw):
    """A framework with drawn weights and numbers of indicators, and scores for all of it."""
    described = framework(2568)
    shares = draw(splits)
    weights = [Decimal(one) / 100 for one in (*shares, 100 - sum(shares))]
    placed = zip(sorted(draw(numbers)), ["IIT", "EIT", "OIT"] * 4, strict=False)
    indicator = described.indicators[0]
    described = replace(
        described,
        instruments=tuple(
            replace(one, weight=weight)
            for one, weight in zip(described.instruments, weights, strict=True)
        ),
        indicators=tuple(
            replace(indicator, number=number, instrument=code) for number, code in placed
        ),
    )
    held = {one.number: draw(scores) for one in described.indicators}
    return worked_out(described, total=draw(scores), indicators=held)


def test_each_indicator_adds_its_share_of_the_total():
    found = movement(year(2567, BEFORE), year(2568, COLLEGE))

    # 0.30 / 5, 0.30 / 3 and 0.40 / 2 points of the total for each point of an indicator.
    assert contributions(found) == {
        1: Decimal("0.3126"), 2: Decimal("0.0354"), 3: Decimal("0.006"),
        4: Decimal("0.0528"), 5: Decimal("0.0144"),
        6: Decimal("0.014"), 7: Decimal("0.012"), 8: Decimal("0.079"),
        9: Decimal(2), 10: Decimal(1),
    }  # fmt: skip
    assert found.by_instrument() == {
        "IIT": Decimal("0.4212"),
        "EIT": Decimal("0.105"),
        "OIT": Decimal(3),
    }


def test_published_rounding_is_a_part_of_its_own():
    found = movement(year(2567, BEFORE), year(2568, COLLEGE))

    # 83.20 is exact, 86.7262 was published as 86.73.
    assert (found.change, found.rounding) == (Decimal("3.53"), Decimal("0.0038"))
    assert (found.framework_effect, found.complete) == (0, True)
    assert sum_of(found) == found.change


def test_the_largest_rise_and_fall_are_named():
    fallen = {**COLLEGE, 1: 70, 9: 100}
    found = movement(year(2567, BEFORE), year(2568, fallen))

    assert [part.indicator for part in found.largest_rises] == [9]
    assert found.largest_falls == (Part("IIT", 1, Decimal("-0.6")),)


def test_a_tie_names_all_and_no_change_names_none():
    tied = movement(year(2567, BEFORE), year(2568, {**BEFORE, 1: 81, 2: 71}))
    same = movement(year(2567, BEFORE), year(2568, BEFORE))

    assert [part.indicator for part in tied.largest_rises] == [1, 2]
    assert tied.largest_falls == ()
    assert (same.change, same.largest_rises, same.largest_falls) == (0, (), ())


def test_other_weights_alone_are_an_effect_of_the_framework():
    old = framework(2568)
    new = weighted(old, WEIGHTS)
    after = year(2568, COLLEGE, "81.81", described=new)

    found = movement(year(2567, COLLEGE), after)

    # 0.5 x 75.404 + 0.3 x 80.35 + 0.2 x 100 = 81.807 instead of 86.7262.
    assert set(contributions(found).values()) == {0}
    assert found.framework_effect == Decimal("-4.9192")
    assert found.rounding == Decimal("0.003") - Decimal("0.0038")
    assert sum_of(found) == found.change == Decimal("-4.92")


def test_an_indicator_that_only_one_year_has_is_an_effect_of_the_framework():
    old = framework(2568)
    new = replace(old, indicators=old.indicators[:-1])
    held = {number: score for number, score in COLLEGE.items() if number != 10}
    after = year(2568, {**held, 9: 99}, "86.73", described=new)

    found = movement(year(2567, COLLEGE), after)

    # Indicator 9 now carries all of OIT: it fell by one point and is worth 0.4 of the total.
    assert contributions(found)[9] == Decimal("-0.4")
    assert 10 not in contributions(found)
    assert found.framework_effect == 0
    assert sum_of(found) == found.change


def test_parts_that_never_end_still_add_up():
    old = framework(2568)
    seven = [
        replace(old.indicators[0], number=number, instrument="EIT") for number in range(11, 15)
    ]
    new = replace(old, indicators=(*old.indicators, *seven))
    held = {**COLLEGE, 6: 90, 11: 80, 12: 81, 13: 82, 14: 83}
    after = year(2568, held, "87.50", described=new)

    found = movement(year(2567, COLLEGE), after)

    # 0.3 / 7 x (90 - 81.14)
    assert round(contributions(found)[6], 9) == Decimal("0.379714286")
    assert sum_of(found) == found.change == Decimal("0.77")


def test_a_missing_indicator_leaves_its_instrument_as_one_part():
    held = {number: score for number, score in BEFORE.items() if number != 7}
    before = year(2567, held, 83.2, {"EIT": 80})

    found = movement(before, year(2568, COLLEGE, instruments={"EIT": 80.35}))

    assert Part("EIT", None, Decimal("0.105")) in found.parts
    assert [part.indicator for part in found.parts if part.instrument == "IIT"] == [1, 2, 3, 4, 5]
    assert found.complete
    assert sum_of(found) == found.change


def test_an_instrument_that_is_not_printed_is_the_mean_of_its_indicators():
    held = {number: score for number, score in BEFORE.items() if number != 7}
    before = year(2567, held, 83.2, {"EIT": 80})

    found = movement(before, year(2568, COLLEGE))

    assert contributions(found)["EIT"] == Decimal("0.105")


def test_an_instrument_nobody_knows_is_not_invented():
    held = {number: score for number, score in BEFORE.items() if number != 7}

    found = movement(year(2567, held, 83.2), year(2568, COLLEGE))

    assert Part("EIT", None, None) in found.parts
    assert (found.framework_effect, found.rounding, found.complete) == (None, None, False)
    assert found.change == Decimal("3.53")
    assert set(found.by_instrument()) == {"IIT", "OIT"}


def test_a_missing_total_leaves_the_contributions():
    held = {number: score for number, score in BEFORE.items() if number != 7}
    before = worked_out(framework(2567), indicators=held)

    found = movement(before, year(2568, COLLEGE))

    assert (found.change, found.complete) == (None, False)
    assert contributions(found)[9] == 2


def test_a_total_that_nobody_published_moves_as_it_is_read():
    before, after = (worked_out(framework(n), indicators=s) for n, s in YEARS.items())

    found = movement(before, after)

    # 86.7262 reads as 86.73, from 83.20.
    assert (found.change, found.rounding) == (Decimal("3.53"), Decimal("0.0038"))
    assert sum_of(found) == found.change


def test_years_without_described_indicators_are_taken_by_instrument():
    same = {"IIT": 80, "EIT": 80, "OIT": 80}
    before = worked_out(framework(2563), total=80, instruments=same)
    after = worked_out(framework(2564), total=84, instruments=same | {"OIT": 90})

    found = movement(before, after)

    assert contributions(found) == {"IIT": 0, "EIT": 0, "OIT": 4}
    assert sum_of(found) == 4


@settings(deadline=None)
@given(described_years(), described_years())
def test_the_parts_add_up_to_the_change_whatever_the_frameworks(before, after):
    found = movement(before, after)

    assert found.complete
    assert sum_of(found) == found.change == after.published - before.published


@settings(deadline=None)
@given(described_years(), described_years())
def test_rounding_is_only_how_far_published_totals_are_from_recomputed_ones(before, after):
    gaps = [year.published - year.recomputed for year in (before, after)]

    found = movement(before, after)

    assert abs(found.rounding - (gaps[1] - gaps[0])) < Decimal("1e-8")


@settings(deadline=None)
@given(described_years(), st.data())
def test_within_one_framework_there_is_no_effect_of_the_framework(before, data):
    parts = tuple(
        replace(part, indicators={number: data.draw(scores) for number in part.indicators})
        for part in before.parts
    )

    assert movement(before, replace(before, parts=parts)).framework_effect == 0
