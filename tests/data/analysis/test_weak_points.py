import datetime as dt
import math
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from data.analysis.plan.weak_points import (
    answered,
    item_divisions,
    measures_without_item,
    weak_indicators,
)
from data.analysis.scorebook import scorebook
from data.examples import PLAN_FILE, import_file
from data.framework import framework
from queries import readings
from queries.measures import measures as stored_measures
from tests.catalogues import hold_parts
from tests.readings import store_of

COLLEGE = [85.21, 70.59, 75.10, 72.88, 73.24, 81.14, 83.12, 76.79, 100, 100]
MEASURE_COLUMNS = ["measure_id", "plan_year", "indicator", "items", "item_year", "lead", "support"]


def rows(**years):
    """years: y2568=[scores of indicators 1, 2, ...], None where there is none."""
    return [
        (int(year[1:]), "indicator", str(number), score)
        for year, scores in years.items()
        for number, score in enumerate(scores, start=1)
        if score is not None
    ]


def weak_points(*items, year=2568, measures=None, **years):
    """items: (year, code, score)."""
    scores = [(of, "item", code, score) for of, code, score in items]
    with store_of(*rows(**years), *scores) as database:
        points = readings.weak_points(database, year)
    return answered(points, plan() if measures is None else measures, year)


def weak_of(**years):
    with store_of(*rows(**years)) as database:
        return weak_indicators(scorebook(database))


def plan(*rows):
    """rows: (indicator, items) or with lead and support, of the plan of 2569."""
    full = [
        (f"2569-{row[0]:02}-{'+'.join(row[1]) or '0'}", 2569, row[0], list(row[1]), 2568, *people)
        for row in rows
        for people in [row[2:] or (["สำนักปลัด"], [])]
    ]
    return pd.DataFrame(full, columns=MEASURE_COLUMNS)


def reasons_of(found):
    return {row.code: row.reasons for row in found.itertuples() if row.level == "indicator"}


def test_weak_indicators_of_the_college_come_lowest_first_with_their_reasons():
    found = weak_points(y2568=COLLEGE)

    assert list(reasons_of(found).items()) == [
        ("2", ("below-target", "lowest")),
        ("4", ("below-target", "lowest")),
        ("5", ("below-target", "lowest")),
        ("3", ("below-target",)),
        ("8", ("below-target",)),
        ("6", ("below-target",)),
        ("7", ("below-target",)),
    ]
    assert set(found["target"]) == {85.0}


def test_a_score_on_the_target_is_not_below_it():
    found = weak_points(y2568=[85, 84.99, *[90] * 8])

    assert reasons_of(found) == {"2": ("below-target", "lowest")}


def test_only_what_misses_the_target_is_weak_however_low_or_fallen():
    before, after = [99] * 10, [86, 97, *[99] * 8]

    found = weak_points(y2567=before, y2568=after)

    assert found.empty


def test_a_fall_of_more_than_the_band_makes_a_weak_point_worse():
    before = [81, 81, 70, 70, 70, *[99] * 5]
    after = [80, 79.99, 70, 70, 70, *[99] * 5]

    found = weak_points(y2567=before, y2568=after)

    assert reasons_of(found) == {
        **dict.fromkeys(["3", "4", "5"], ("below-target", "lowest")),
        "2": ("below-target", "fallen"),
        "1": ("below-target",),
    }
    assert found.set_index("code").loc["2", "change"] == -1.01


def test_the_band_is_the_one_of_the_year():
    hold_parts(replace(framework(2568), steady_band=Decimal(2)))

    found = weak_points(y2567=[82] * 10, y2568=[80, *[82] * 9])

    assert reasons_of(found)["1"] == ("below-target", "lowest")


def test_a_change_over_a_break_is_no_fall():
    found = weak_points(year=2566, y2565=[84] * 10, y2566=[80] * 10)

    # EIT (6 to 8) was assessed in another manner from 2566 on.
    fallen = [code for code, reasons in reasons_of(found).items() if "fallen" in reasons]
    assert fallen == ["1", "2", "3", "4", "5", "9", "10"]


def test_where_all_are_equal_none_is_the_lowest():
    found = weak_points(y2568=[80] * 10)
    assert set(reasons_of(found).values()) == {("below-target",)}


def test_a_tie_at_the_third_place_names_all_of_it():
    found = weak_points(y2568=[76, 77, 78, 78, *[80] * 6])
    lowest = [code for code, reasons in reasons_of(found).items() if "lowest" in reasons]
    assert lowest == ["1", "2", "3", "4"]


def test_weak_indicators_leave_out_what_reaches_the_target():
    weak = weak_of(y2568=[100, 84, *[85] * 5, None, None, None])

    assert [(one.number, one.gap) for one in weak.weak] == [(2, Decimal(1))]
    assert (weak.known, weak.expected, weak.tied) == (7, 10, 0)


def test_a_tie_behind_the_three_lowest_indicators_is_counted():
    weak = weak_of(y2568=[80] * 10)

    assert [one.number for one in weak.foremost] == [1, 2, 3]
    assert weak.tied == 7


def test_the_target_is_the_one_of_the_year():
    hold_parts(replace(framework(2568), target=Decimal(95)))

    weak = weak_of(y2568=[94, *[95] * 9])

    assert (weak.targets, [one.number for one in weak.weak]) == ((95,), [1])


def test_a_missing_score_is_not_weak():
    assert "1" not in reasons_of(weak_points(y2568=[None, 70, *[90] * 8]))


def test_each_weak_point_names_the_measures_that_answer_it():
    measures = plan((1, ["i1"]), (1, ["i2"]), (2, []), (9, ["o14", "o15"]))
    scores = [(2568, "i1", 60), (2568, "o15", 50), (2568, "e9", 70), (2568, "o1", 100)]

    found = weak_points(*scores, measures=measures, y2568=[70, 71, 72, *[90] * 7])

    assert found[["level", "code", "measure_ids"]].values.tolist() == [
        ["indicator", "1", ("2569-01-i1", "2569-01-i2")],
        ["indicator", "2", ("2569-02-0",)],
        ["indicator", "3", ()],
        ["item", "o15", ("2569-09-o14+o15",)],
        ["item", "i1", ("2569-01-i1",)],
        ["item", "e9", ()],
    ]


def test_a_plan_that_analyses_another_year_answers_nothing():
    measures = plan((1, ["o25"]))

    found = weak_points((2567, "o25", 0), year=2567, measures=measures, y2567=[70, *[90] * 9])

    assert found["measure_ids"].tolist() == [(), ()]


def test_a_weak_item_knows_its_name_and_indicator_where_the_catalogue_does():
    found = weak_points((2567, "o4", 50), (2567, "o5", 60), year=2567, y2567=[90] * 10)

    named = found[["code", "name"]].fillna("")
    assert named.values.tolist() == [["o4", "ข้อมูลการติดต่อ"], ["o5", ""]]
    assert found["indicator"].isna().tolist() == [False, True]


def test_an_item_fell_only_against_the_same_item_of_the_year_before():
    scores = [
        (2567, "o4", 80), (2567, "o10", 80), (2567, "o1", 80), (2567, "o3", 70),
        (2568, "o3", 75), (2568, "o8", 79.5), (2568, "o1", 70), (2568, "o4", 80),
    ]  # fmt: skip

    found = weak_points(*scores, y2568=[90] * 10).set_index("code")

    # o4 of 2567 is o3 of 2568; o1 of both years is only similar.
    assert (found.loc["o3", "change"], found.loc["o3", "reasons"]) == (
        -5,
        ("below-target", "lowest", "fallen"),
    )
    assert (found.loc["o8", "change"], found.loc["o8", "reasons"]) == (
        -0.5,
        ("below-target", "lowest"),
    )
    assert math.isnan(found.loc["o1", "change"])


def test_without_any_score_nothing_is_weak():
    assert weak_points(measures=plan((1, ["i1"]))).empty


def test_measures_that_name_no_item_are_listed():
    found = measures_without_item(plan((1, ["i1"]), (2, [])))

    assert found["measure_id"].tolist() == ["2569-02-0"]
    assert list(measures_without_item(plan()).columns) == MEASURE_COLUMNS


def test_items_meet_the_divisions_that_answer_for_them_in_order():
    found = item_divisions(
        plan(
            (10, ["o25"], ["กองคลัง"], []),
            (9, ["o15", "o4"], ["สำนักปลัด"], ["กองช่าง"]),
            (2, [], ["กองคลัง"], []),
        )
    )

    assert found[["item", "division", "role"]].values.tolist() == [
        ["o4", "สำนักปลัด", "lead"],
        ["o4", "กองช่าง", "support"],
        ["o15", "สำนักปลัด", "lead"],
        ["o15", "กองช่าง", "support"],
        ["o25", "กองคลัง", "lead"],
    ]


def test_the_real_plan_answers_seventeen_items(database):
    import_file(database, PLAN_FILE, "ก")
    measures = stored_measures(database, as_of=dt.date(2026, 3, 1))

    matrix = item_divisions(measures)

    assert matrix["item"].nunique() == 17
    assert matrix.loc[matrix["item"] == "i11", ["division", "role"]].values.tolist() == [
        ["กองคลัง", "lead"]
    ]
    assert measures_without_item(measures).empty
    found = weak_points((2568, "i4", 60), measures=measures, y2568=COLLEGE)
    assert dict(zip(found["code"], found["measure_ids"], strict=True)) == {
        "2": ("2569-02-i5",),
        "4": ("2569-04-i11",),
        "5": ("2569-05-i14",),
        "3": ("2569-03-i7",),
        "8": ("2569-08-e8",),
        "6": ("2569-06-e2",),
        "7": ("2569-07-e4",),
        "i4": (),
    }
