"""The five answers are sentences made from numbers; each rule has its case here."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from data.analysis.overview import Decision, Matter, Overview, total_movement
from data.analysis.plan.weak_points import weak_indicators
from data.analysis.plan.work import Work
from data.analysis.scorebook import scorebook
from data.framework import framework
from data.words.scores import overview
from queries.readings import Comparison
from tests.catalogues import hold_parts
from tests.readings import standings_of, store_of


def scores(**years):
    """years: y2568=(total, {"IIT": 90.0}, {1: 85.0})."""
    rows = []
    for name, (total, instruments, indicators) in years.items():
        year = int(name[1:])
        if total is not None:
            rows.append((year, "total", "total", total))
        rows += [(year, "instrument", code, value) for code, value in instruments.items()]
        rows += [(year, "indicator", str(n), value) for n, value in indicators.items()]
    frame = pd.DataFrame(rows, columns=["year", "level", "code", "score"])
    return frame.assign(provisional=False, revised=False)


def standing_of(frame, *years, published=()):
    printed = pd.DataFrame(list(published), columns=["year", "published_level"])
    return standings_of(frame, printed, years)


def all_three(value):
    return dict.fromkeys(("IIT", "EIT", "OIT"), value)


def test_the_level_comes_with_what_keeps_it_from_the_next():
    frame = scores(y2568=(94.64, {"IIT": 96.0, "EIT": 84.1, "OIT": 99.0}, {}))

    answer = overview.level_answer(standing_of(frame, 2568)[0])

    assert answer.headline == "ผ่าน"
    assert answer.details == ("94.64 คะแนน ปี 2568", "ถึงผ่านดีเมื่อ EIT เพิ่มอีก 0.90 (ถึง 85.00)")


def test_without_instruments_the_level_is_only_a_lower_bound():
    answer = overview.level_answer(standing_of(scores(y2568=(92.0, {}, {})), 2568)[0])

    assert answer.headline == "ผ่านขึ้นไป"
    assert answer.details[1] == "ต้องมีคะแนน IIT, EIT, OIT จึงบอกระดับที่แน่นอนได้"


def test_the_top_level_has_nothing_above_it():
    answer = overview.level_answer(standing_of(scores(y2568=(97.0, all_three(97.0), {})), 2568)[0])

    assert (answer.headline, answer.details[1]) == ("ผ่านดีเยี่ยม", "อยู่ระดับสูงสุดแล้ว")


def test_a_published_level_that_differs_is_said():
    frame = scores(y2568=(86.73, all_three(86.0), {}))

    answer = overview.level_answer(standing_of(frame, 2568, published=[(2568, "ผ่าน")])[0])

    assert (answer.headline, answer.details[-1]) == ("ผ่านดี", "ประกาศไว้เป็นผ่าน")


def test_no_total_means_no_level():
    answer = overview.level_answer(standing_of(scores(y2568=(None, {}, {1: 80.0})), 2568)[0])

    assert (answer.headline, answer.details) == ("ยังบอกระดับไม่ได้", ("ไม่มีคะแนนรวมปี 2568",))


def test_a_level_that_is_only_published_is_kept_and_said_to_be():
    frame = scores(y2568=(None, {}, {1: 80.0}))

    answer = overview.level_answer(standing_of(frame, 2568, published=[(2568, "ผ่านดี")])[0])

    assert answer.headline == "ผ่านดี"
    assert answer.details == (overview.NO_TOTAL.format(year=2568), overview.LEVEL_KEPT)


def test_a_recomputed_total_carries_its_mark():
    answer = overview.level_answer(standing_of(scores(y2568=(None, all_three(90.0), {})), 2568)[0])

    assert answer.details[0] == overview.TOTAL.format(total="90.00 [c]", year=2568)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ผ่านดี", "ถึงผ่านดีเมื่อคะแนนรวมเพิ่มอีก 5.00 (ถึง 85.00)"),
        ("AA", "ถึง AA เมื่อคะแนนรวมเพิ่มอีก 5.00 (ถึง 85.00)"),
    ],
)
def test_a_name_in_latin_letters_stands_apart_from_thai(name, said):
    (standing,) = standing_of(scores(y2568=(80.0, all_three(80.0), {})), 2568)
    rule = replace(standing.next_level, name=name)

    answer = overview.level_answer(replace(standing, next_level=rule))

    assert answer.details[1] == said


def moved(old, new, *, comparable=True):
    """old, new: (total, {indicator: score}) of 2567 and 2568."""
    frame = scores(y2567=(old[0], {}, old[1]), y2568=(new[0], {}, new[1]))
    broken = () if comparable else (Comparison(2567, 2568),)
    return total_movement(*standing_of(frame, 2567, 2568), broken)


def every(score, **changed):
    """Ten indicators with one score, but i3=90.0."""
    return dict.fromkeys(range(1, 11), score) | {int(key[1:]): v for key, v in changed.items()}


@pytest.mark.parametrize(
    ("old", "new", "headline"),
    [
        (80.0, 83.22, overview.UP.format(change=3.22)),
        (83.22, 80.0, overview.DOWN.format(change=3.22)),
        (80.0, 80.0, overview.SAME),
        (80.0, 81.0, overview.STEADY.format(change=1.0)),
        (80.0, 79.0, overview.STEADY.format(change=-1.0)),
        (80.0, 81.01, overview.UP.format(change=1.01)),
    ],
)
def test_a_move_inside_the_band_is_steady(old, new, headline):
    answer = overview.movement_answer(2568, moved((old, {}), (new, {})))

    assert answer.headline == headline


def test_the_cause_is_the_largest_contribution_and_not_the_largest_change():
    # 4 of 5 in IIT: 6.58 x 0.06 = 0.39; 10 of 2 in OIT: 2.70 x 0.20 = 0.54.
    facts = moved((80.0, every(80.0)), (80.93, every(80.0, i4=86.58, i10=82.70)))

    since, most_up, most_down = overview.movement_answer(2568, facts).details

    assert since == overview.FROM_YEAR.format(year=2567, total=80.0)
    assert most_up == overview.MOST_UP.format(parts="10. การป้องกันการทุจริต +0.54")
    assert most_down == overview.NONE_DOWN


def test_nothing_is_said_of_indicators_that_have_no_score():
    seven = dict.fromkeys(range(1, 8), 80.0)
    facts = moved((80.0, seven), (81.0, seven | {1: 90.0}))

    details = overview.movement_answer(2568, facts).details

    assert overview.NONE_DOWN not in details
    assert details[-2:] == (
        overview.NONE_DOWN_KNOWN,
        overview.BOTH_KNOWN.format(known=7, expected=10),
    )


def test_one_year_alone_is_not_compared():
    answer = overview.movement_answer(2568, None)

    assert (answer.headline, answer.details) == (overview.ONE_YEAR.format(year=2568), ())


def test_a_move_inside_the_band_of_its_year_is_steady():
    hold_parts(replace(framework(2568), steady_band=Decimal("3.5")))

    answer = overview.movement_answer(2568, moved((80.0, {}), (83.22, {})))

    assert answer.headline == overview.STEADY.format(change=3.22)


def test_a_missing_total_is_not_compared():
    answer = overview.movement_answer(2568, moved((None, {1: 80.0}), (80.0, {})))

    assert (answer.headline, answer.details) == (overview.CANNOT_COMPARE, ())


def test_over_a_break_neither_the_change_nor_the_cause_is_told():
    facts = moved((80.0, every(80.0)), (90.0, every(90.0)), comparable=False)

    answer = overview.movement_answer(2568, facts)

    assert answer.headline == overview.BROKEN
    assert answer.details == (overview.BROKEN_YEARS.format(from_year=2567, to_year=2568),)


def weakest_of(indicators):
    held = [(2568, "indicator", str(number), score) for number, score in indicators.items()]
    with store_of(*held, (2568, "item", "o1", 100.0)) as database:
        return overview.weakest_answer(weak_indicators(scorebook(database)))


def test_the_three_lowest_are_named_with_what_they_miss():
    answer = weakest_of({1: 90.0, 2: 70.59, 3: 75.1, 5: 73.24})

    assert answer.headline == overview.KNOWN_BELOW.format(aim=" 85", below=3, known=4)
    assert answer.details[0] == "2. การใช้งบประมาณ 70.59 (ขาด 14.41)"
    assert answer.details[3:] == (overview.SCORES_KNOWN.format(known=4, expected=10),)


def test_a_full_score_is_no_weak_point():
    answer = weakest_of(every(100.0, i8=84.0))

    assert answer.headline == overview.BELOW.format(aim=" 85", below=1, known=10)
    assert [line[:2] for line in answer.details] == ["8."]


def test_equal_weak_points_behind_the_third_are_counted():
    answer = weakest_of(every(80.0))

    assert answer.details[3:] == (overview.WEAK_TIED.format(tied=7, score=80.0),)


def test_that_all_reach_the_target_is_only_said_where_all_are_known():
    assert weakest_of(every(85.0)).headline == overview.ALL_REACHED.format(aim=" 85")

    seven = weakest_of(dict.fromkeys(range(1, 8), 90.0))
    assert seven.headline == overview.KNOWN_REACHED.format(known=7, aim=" 85")
    assert seven.details == (overview.SCORES_KNOWN.format(known=7, expected=10),)


def test_no_indicators_at_all_are_said():
    assert weakest_of({}).headline == overview.NO_INDICATORS


def work(**counts):
    """A plan of 2569 with twelve measures that are all in progress, but late=3."""
    plan = Work(2569, 12, 0, 0, 0, 0, 0, 0, ())
    return replace(plan, **counts)


def test_late_work_is_told_by_leading_division_most_first():
    divisions = (("สำนักปลัด", 2), ("กองคลัง", 1))
    answer = overview.late_answer(work(late=3, done=1, late_by_division=divisions))

    assert answer.headline == overview.LATE_COUNT.format(late=3, total=12)
    assert answer.details == (
        overview.LATE_DIVISION.format(division="สำนักปลัด", late=2),
        overview.LATE_DIVISION.format(division="กองคลัง", late=1),
        overview.DONE_COUNT.format(done=1, total=12, year=2569),
    )


def test_where_nobody_has_reported_that_is_said_first_and_nothing_is_called_done():
    answer = overview.late_answer(work(unreported=12, late=12, late_unreported=12))

    assert answer.headline == overview.NO_REPORT
    assert answer.details == (
        overview.NO_REPORT_OF.format(year=2569, total=12),
        overview.ENDED_COUNT.format(late=12),
    )


def test_measures_without_report_are_counted_beside_the_others():
    details = overview.late_answer(work(unreported=5, done=2)).details

    assert details[-1] == overview.UNREPORTED_COUNT.format(count=5)


def test_without_a_plan_it_asks_for_one():
    assert overview.late_answer(work(plan_year=None)).headline == overview.NO_MEASURES


def test_decisions_are_told_with_their_numbers():
    frame = scores(y2569=(90.0, {"IIT": 84.0, "EIT": 84.11, "OIT": 95.0}, {8: 80.48}))
    decisions = (
        Decision(Matter.NEXT_LEVEL, 2),
        Decision(Matter.PLAN, 1),
        Decision(Matter.NO_REPORT, 7),
    )

    answer = overview.decide_answer(standing_of(frame, 2569)[0], decisions)

    assert answer.headline == overview.THINGS.format(count=3)
    assert answer.details == (
        "ยกระดับเป็นผ่านดี: IIT เพิ่มอีก 1.00 (ถึง 85.00) · EIT เพิ่มอีก 0.89 (ถึง 85.00)",
        overview.DECISIONS[Matter.PLAN].format(next_year=2570, year=2569, count=1),
        overview.DECISIONS[Matter.NO_REPORT].format(count=7),
    )


def test_nothing_to_decide_is_an_answer_too():
    frame = scores(y2569=(97.0, all_three(97.0), {1: 97.0}))

    answer = overview.decide_answer(standing_of(frame, 2569)[0], ())

    assert (answer.headline, answer.details) == (overview.DECIDE_NOTHING, ())


def test_without_scores_only_whose_work_is_late_is_answered():
    facts = Overview(None, None, None, work(), ())

    assert [one.question for one in overview.five_answers(facts)] == [overview.LATE]
