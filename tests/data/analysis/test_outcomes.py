import math

import pandas as pd
import pytest

from data.analysis.plan.outcomes import division_outcomes, item_outcomes, measure_outcomes
from tests.readings import indicator_scores

MEASURE_COLUMNS = ["measure_id", "plan_year", "indicator", "items", "item_year", "lead", "support"]


def indicators(*rows):
    """rows: (year, indicator, score)."""
    full = [(year, "indicator", str(number), score, False, False) for year, number, score in rows]
    columns = ["year", "level", "code", "score", "provisional", "revised"]
    return indicator_scores(pd.DataFrame(full, columns=columns), [2568, 2569])


def items(*rows):
    return pd.DataFrame(rows, columns=["year", "code", "score"])


def averages(*rows):
    return pd.DataFrame(rows, columns=["year", "code", "value"])


def plan(*rows, year=2569):
    """rows: (measure_id, indicator, items, lead)."""
    full = [
        (name, year, number, list(codes), year - 1, list(lead), [])
        for name, number, codes, lead in rows
    ]
    return pd.DataFrame(full, columns=MEASURE_COLUMNS)


def test_a_measure_shows_its_indicator_before_and_after_beside_the_nation():
    measures = plan(("a", 8, ["e8"], ["สำนักปลัด"]))
    table = indicators((2568, 8, 76.79), (2569, 8, 80.1))

    found = measure_outcomes(measures, table, averages((2568, "8", 94.39), (2569, "8", 95)))

    row = found.iloc[0]
    assert (row.before, row.after, row.change, row.reading) == (76.79, 80.1, 3.31, "up")
    assert row.national_change == 0.61


def test_a_national_change_needs_both_years():
    measures = plan(("a", 8, ["e8"], ["สำนักปลัด"]))

    found = measure_outcomes(measures, indicators((2568, 8, 76.79)), averages((2568, "8", 94.39)))

    assert math.isnan(found.iloc[0].national_change)


def test_a_result_that_is_not_out_yet_is_unknown_and_not_steady():
    found = measure_outcomes(
        plan(("a", 8, ["e8"], ["สำนักปลัด"])), indicators((2568, 8, 76.79)), averages()
    ).iloc[0]

    assert (found.before, found.reading) == (76.79, "unknown")
    assert math.isnan(found.after)
    assert math.isnan(found.change)


def test_a_year_that_is_not_in_the_table_has_no_scores():
    measures = plan(("a", 8, [], ["สำนักปลัด"]), year=2566)

    found = measure_outcomes(measures, indicators((2568, 8, 76.79)), averages()).iloc[0]

    assert (found.reading, bool(found.broken)) == ("unknown", False)
    assert math.isnan(found.before)


def test_a_break_between_the_years_is_said():
    measures = plan(("a", 8, [], ["สำนักปลัด"]), year=2566)
    rows = [
        (year, "indicator", "8", score, False, False) for year, score in ((2565, 80), (2566, 90))
    ]
    columns = ["year", "level", "code", "score", "provisional", "revised"]
    table = indicator_scores(pd.DataFrame(rows, columns=columns), [2565, 2566])

    found = measure_outcomes(measures, table, averages()).iloc[0]

    assert (bool(found.broken), found.reading) == (True, "unknown")


def test_the_same_code_of_the_later_year_is_another_item():
    scores = items((2568, "o25", 50), (2569, "o25", 100), (2569, "o23", 90))

    found = item_outcomes(plan(("a", 10, ["o25"], ["สำนักปลัด"])), scores).iloc[0]

    # o25 of 2568 is the plan against corruption, which o23 of 2569 continues in another form.
    assert (found.before, found.later_item, found.relation) == (50, "o23", "similar")
    assert math.isnan(found.after)
    assert math.isnan(found.change)


def test_an_item_is_followed_where_the_crosswalk_says_that_it_is_the_same():
    scores = items((2568, "o17", 50), (2569, "o16", 100), (2569, "o17", 0))

    found = item_outcomes(plan(("a", 9, ["o17"], ["สำนักปลัด"])), scores).iloc[0]

    assert (found.later_item, found.relation) == ("o16", "same")
    assert (found.after, found.change) == (100, 50)
    assert found["name"] == "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"


@pytest.mark.parametrize(
    ("code", "year", "relation"),
    [
        ("o11", 2569, "gone"),
        ("i1", 2569, "unknown"),
        ("o1", 2567, "unknown"),
        ("o11", 2571, "unknown"),
    ],
    ids=[
        "all 26 items of OIT are listed in 2569 and none continues it",
        "the items of IIT are not known in 2569",
        "nobody paired the items of 2566 and 2567",
        "no file describes the later year",
    ],
)
def test_an_item_without_a_successor_is_gone_or_not_known(code, year, relation):
    measures = plan(("a", 9, [code], ["สำนักปลัด"]), year=year).assign(
        item_year=2568 if year != 2567 else 2566
    )

    found = item_outcomes(measures, items((2568, code, 50))).iloc[0]

    assert (found.relation, found.later_item) == (relation, "")


def test_each_item_of_a_measure_has_its_row():
    measures = plan(("a", 9, ["o14", "o15", "o16"], ["สำนักปลัด"]), ("b", 2, [], ["กองคลัง"]))

    found = item_outcomes(measures, items((2568, "o15", 50)))

    assert found["item"].tolist() == ["o14", "o15", "o16"]
    assert found["before"].isna().tolist() == [True, False, True]


def test_divisions_are_counted_by_what_their_indicators_did():
    measures = plan(
        ("a", 1, [], ["สำนักปลัด"]),
        ("b", 2, [], ["สำนักปลัด"]),
        ("c", 3, [], ["กองคลัง", "สำนักปลัด"]),
        ("d", 4, [], ["กองคลัง"]),
    )
    table = indicators(
        (2568, 1, 80), (2569, 1, 85), (2568, 2, 80), (2569, 2, 81), (2568, 3, 80), (2569, 3, 70)
    )

    found = division_outcomes(measures, measure_outcomes(measures, table, averages()))

    assert found.to_dict("records") == [
        {"division": "สำนักปลัด", "measures": 3, "up": 1, "down": 1, "steady": 1, "unknown": 0},
        {"division": "กองคลัง", "measures": 2, "up": 0, "down": 1, "steady": 0, "unknown": 1},
    ]


def test_an_empty_plan_has_no_outcomes():
    outcomes = measure_outcomes(plan(), indicators((2568, 1, 80)), averages())

    assert outcomes.empty
    assert item_outcomes(plan(), items()).empty
    assert division_outcomes(plan(), outcomes).empty
