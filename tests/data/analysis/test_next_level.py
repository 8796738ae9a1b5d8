from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.analysis.next_level import Change, Detail, nearest_level, outlook
from data.analysis.simulation import simulate
from data.framework import framework
from tests.readings import worked_out

COLLEGE = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip

# Whole years seldom stand near a border, so scores crowd around one.
hundredths = st.integers(0, 10000) | st.integers(8300, 8700) | st.integers(9400, 10000)
scores = hundredths.map(lambda found: Decimal(found) / 100)
ten_scores = st.fixed_dictionaries(dict.fromkeys(range(1, 11), scores))
some_indicators = st.none() | st.sets(st.integers(1, 10), min_size=1)
known_years = st.sampled_from([2565, 2567, 2568])


def moved(held, changes):
    return {**held, **{one.indicator: one.to_score for one in changes}}


def targets(held, described, *, only=None):
    return outlook(worked_out(described, indicators=held), only=only).targets


def level_of(held, described):
    return worked_out(described, indicators=held).level


def moves(target):
    return [(one.indicator, float(one.from_score), float(one.to_score)) for one in target.changes]


def test_the_college_reaches_the_next_level_by_lifting_both_surveys_over_the_border():
    nearest, best = targets(COLLEGE, framework(2568))

    assert (nearest.level, best.level) == ("ผ่านดี", "ผ่านดีเยี่ยม")
    # 84.995 reads as 85.00: IIT lacks 5 x 84.995 - 377.02 = 47.96 points (in whole hundredths)
    # and EIT 3 x 84.995 - 241.05 = 13.94.
    assert moves(nearest) == [(2, 70.59, 100.0), (4, 72.88, 91.43), (8, 76.79, 90.73)]
    assert nearest.sum_of_changes == Decimal("61.90")
    assert nearest.instruments == {"IIT": 85, "EIT": 85, "OIT": 100}
    assert nearest.total == 91
    assert nearest.single == ()


def test_one_instrument_below_the_border_is_lifted_by_any_of_its_indicators():
    held = {**dict.fromkeys(range(1, 6), 98), 6: 84.1, 7: 84.2, 8: 84, 9: 100, 10: 100}
    printed = worked_out(framework(2568), instruments={"EIT": 84.10}, indicators=held)

    nearest = outlook(printed).targets[0]

    # EIT was published as 84.10, its mean: 84.995 reads as 85.00, so 2.685 points are missing.
    assert nearest.changes == (Change("EIT", 8, Decimal(84), Decimal("86.69")),)
    assert [(one.indicator, one.to_score) for one in nearest.single] == [
        (8, Decimal("86.69")),
        (6, Decimal("86.79")),
        (7, Decimal("86.89")),
    ]


def test_the_points_go_where_they_are_worth_most_when_only_the_total_is_missing():
    held = {**dict.fromkeys(range(1, 9), 80), 9: 90, 10: 88}

    nearest = targets(held, framework(2568))[0]

    # The total is 83.6 and 84.995 reads as 85.00; a point of an OIT indicator is worth 0.2.
    assert (nearest.level, moves(nearest)) == ("ผ่าน", [(10, 88.0, 94.98)])
    assert nearest.total == 85
    assert [one.indicator for one in nearest.single] == [10, 9, 6, 7, 8]


def test_only_the_ticked_indicators_change():
    held = {**dict.fromkeys(range(1, 9), 80), 9: 90, 10: 88}

    nearest = targets(held, framework(2568), only=[1, 7])[0]

    assert moves(nearest) == [(7, 80.0, 93.95)]


def test_a_level_out_of_reach_says_the_best_that_can_be():
    nearest, best = targets(COLLEGE, framework(2568), only=[6, 7, 8])

    assert (nearest.reachable, nearest.changes, nearest.single) == (False, (), ())
    assert (nearest.instruments["EIT"], nearest.total) == (100, Decimal("92.62"))
    assert [(one.code, one.gap) for one in nearest.shortfalls] == [("IIT", Decimal("9.60"))]
    assert [one.code for one in best.shortfalls] == ["total", "IIT"]


def test_nothing_is_above_the_best_level():
    assert targets(dict.fromkeys(range(1, 11), 95), framework(2568)) == ()


def test_a_total_that_meets_the_border_exactly_needs_no_change_in_spite_of_thirds():
    held = {**dict.fromkeys(range(1, 6), 85), 6: 85.02, 7: 85, 8: 85, 9: 84.99, 10: 85}

    # 0.30 x 85.00666... + 0.40 x 84.995 + 25.5 = 85 exactly, and OIT reads as 85.00.
    assert worked_out(framework(2568), indicators=held).recomputed == 85
    assert [one.level for one in targets(held, framework(2568))] == ["ผ่านดีเยี่ยม"]


def test_a_missing_indicator_leaves_the_instruments():
    held = {number: Decimal(90) for number in range(1, 10)}
    instruments = {"IIT": Decimal("98.03"), "EIT": Decimal("84.10"), "OIT": Decimal(100)}

    found = outlook(
        worked_out(framework(2568), total=94.64, instruments=instruments, indicators=held)
    )

    assert targets(held, framework(2568)) == ()
    assert (found.basis, found.level.name) == (Detail.INSTRUMENTS, "ผ่าน")
    assert found.targets[0].changes == (Change("EIT", None, Decimal("84.1"), Decimal(85)),)
    assert found.targets[0].sum_of_changes == Decimal("0.90")


def test_a_published_instrument_lacks_what_its_published_value_lacks():
    held = {**dict.fromkeys(range(1, 6), 85), 5: 84.98, **dict.fromkeys(range(6, 11), 90)}
    instruments = {"IIT": 84.99}

    reached = outlook(worked_out(framework(2568), instruments={"IIT": 85}, indicators=held))
    short = outlook(worked_out(framework(2568), instruments=instruments, indicators=held))

    # The indicators average 84.996; published as 85.00 nothing is missing.
    assert (reached.level.name, reached.targets[0].level) == ("ผ่านดี", "ผ่านดีเยี่ยม")
    # Published as 84.99, a hundredth is: five times 0.01 on its indicators.
    assert (short.level.name, short.targets[0].sum_of_changes) == ("ผ่าน", Decimal("0.05"))


def test_a_total_alone_gives_a_level_but_no_way_up():
    found = outlook(worked_out(framework(2568), total=86.73))

    assert (found.basis, found.start, found.targets) == (Detail.NOTHING, None, ())
    assert (found.level.name, found.level.certain) == ("ผ่าน", False)


def test_a_year_whose_indicators_nobody_knows_is_worked_out_by_its_instruments():
    instruments = {"IIT": Decimal(80), "EIT": Decimal(80), "OIT": Decimal(80)}

    found = outlook(worked_out(framework(2563), total=80, instruments=instruments))

    assert found.basis is Detail.INSTRUMENTS
    assert [one.level for one in found.targets] == ["A", "AA"]


def test_the_start_is_the_reading_and_differences_to_the_parts_stay_visible():
    instruments = {"IIT": 75.40, "EIT": 82.00, "OIT": 100.0}

    found = outlook(
        worked_out(framework(2568), total=86.73, instruments=instruments, indicators=COLLEGE)
    )

    assert (found.start.total, found.start.instruments["EIT"]) == (Decimal("86.73"), 82)
    # 0.3 x 75.40 + 0.3 x 82 + 0.4 x 100 = 87.22
    assert [(one.code, one.recomputed, one.rounding) for one in found.differences] == [
        ("total", Decimal("87.22"), False),
        ("IIT", Decimal("75.404"), True),
        ("EIT", Decimal("80.35"), False),
    ]


def test_other_weights_give_another_way():
    described = framework(2568)
    weights = {"IIT": Decimal("0.5"), "EIT": Decimal("0.4"), "OIT": Decimal("0.1")}
    changed = replace(
        described,
        instruments=tuple(replace(one, weight=weights[one.code]) for one in described.instruments),
    )
    held = {**dict.fromkeys(range(1, 9), 84), 9: 90, 10: 90}

    # The total is 84.6; a point of an EIT indicator is now worth 0.4 / 3, the most of all.
    assert moves(targets(held, changed)[0]) == [(6, 84.0, 86.97)]


@settings(deadline=None)
@given(ten_scores, some_indicators, known_years)
def test_the_suggested_change_reaches_the_level_and_a_hundredth_less_does_not(held, only, year):
    described = framework(year)
    for target in targets(held, described, only=only):
        if not target.reachable:
            continue
        assert level_of(moved(held, target.changes), described).rank <= target.rank
        for change in target.changes:
            less = replace(change, to_score=change.to_score - Decimal("0.01"))
            others = [one for one in target.changes if one is not change]
            assert level_of(moved(held, [*others, less]), described).rank > target.rank


@settings(deadline=None)
@given(ten_scores, some_indicators, known_years)
def test_each_single_way_reaches_the_level_alone_and_is_never_shorter(held, only, year):
    described = framework(year)
    for target in targets(held, described, only=only):
        for change in target.single:
            less = replace(change, to_score=change.to_score - Decimal("0.01"))
            assert level_of(moved(held, [change]), described).rank <= target.rank
            assert level_of(moved(held, [less]), described).rank > target.rank
            assert change.points >= target.sum_of_changes


@settings(deadline=None)
@given(ten_scores, some_indicators, known_years)
def test_scores_only_go_up_within_the_scale_and_only_where_they_may(held, only, year):
    for target in targets(held, framework(year), only=only):
        for change in (*target.changes, *target.single):
            assert held[change.indicator] < change.to_score <= 100
            assert only is None or change.indicator in only


@settings(deadline=None)
@given(ten_scores, some_indicators, known_years)
def test_a_level_said_to_be_out_of_reach_is_not_reached_by_perfect_scores(held, only, year):
    described = framework(year)
    perfect = {number: 100 if only is None or number in only else held[number] for number in held}
    for target in targets(held, described, only=only):
        assert target.reachable == (level_of(perfect, described).rank <= target.rank)
        assert bool(target.shortfalls) != target.reachable


@settings(deadline=None)
@given(ten_scores, st.integers(1, 10), known_years)
def test_a_better_score_never_makes_the_way_longer(held, number, year):
    assume(held[number] < 100)
    better = {**held, number: held[number] + Decimal("0.01")}
    before = {one.level: one.sum_of_changes for one in targets(held, framework(year))}

    for target in targets(better, framework(year)):
        assert target.sum_of_changes <= before[target.level]


@settings(deadline=None)
@given(ten_scores, known_years)
def test_a_better_level_never_needs_less(held, year):
    sums = [one.sum_of_changes for one in targets(held, framework(year))]
    assert sums == sorted(sums)


@settings(deadline=None)
@given(ten_scores, st.fixed_dictionaries({"IIT": scores, "OIT": scores}), scores, known_years)
def test_published_numbers_too_are_lifted_by_no_more_than_they_lack(held, printed, total, year):
    read = worked_out(framework(year), total=total, instruments=printed, indicators=held)
    for target in outlook(read).targets:
        if not target.reachable:
            continue
        assert simulate(moved(held, target.changes), read).level.rank <= target.rank
        for change in target.changes:
            less = {change.indicator: change.to_score - Decimal("0.01")}
            simulated = simulate(moved(held, target.changes) | less, read)
            assert simulated.level.rank > target.rank


@settings(deadline=None, max_examples=30)
@given(ten_scores, known_years, st.sampled_from([{}, {"EIT": 100}, {"IIT": 60}]))
def test_the_nearest_level_is_the_first_target_that_can_be_reached(held, year, instruments):
    read = worked_out(framework(year), instruments=instruments, indicators=held)
    reachable = [one for one in outlook(read).targets if one.reachable]

    nearest = nearest_level(read, framework(year).level_rules)

    assert nearest == next(((one.level, one.sum_of_changes) for one in reachable), None)
