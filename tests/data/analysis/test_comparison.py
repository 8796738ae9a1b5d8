import math

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.comparison import changes, groups, ranked

COLUMNS = ["agency", "district", "province", "kind", "is_home", "score"]

scores = st.lists(st.integers(0, 10000).map(lambda found: found / 100), min_size=1, max_size=30)


def agencies(*rows):
    """rows: (agency, district, province, kind, score); the first one is the home agency."""
    full = [(*row[:4], position == 0, row[4]) for position, row in enumerate(rows)]
    return pd.DataFrame(full, columns=COLUMNS).astype({"score": float})


def alike(*found):
    return agencies(*[(f"อบต.{n}", "ก", "ข", "อบต.", score) for n, score in enumerate(found)])


def by_group(found):
    return found.set_index("group")


def test_equal_scores_share_a_rank_and_the_next_one_is_left_out():
    found = ranked(alike(90, 95, 90, 80))

    assert found["rank"].tolist() == [2, 1, 2, 4]
    assert found["n"].tolist() == [4, 4, 4, 4]


def test_the_percentile_is_the_share_of_the_others_that_score_lower():
    found = ranked(alike(90, 95, 90, 80, 70))
    assert found["percentile"].tolist() == [50, 100, 50, 25, 0]


def test_an_agency_without_a_score_has_no_rank_and_is_not_counted():
    found = ranked(alike(90, float("nan"), 80))

    assert found["n"].tolist() == [2, 2, 2]
    assert found["rank"].isna().tolist() == [False, True, False]


def test_an_agency_alone_is_first_but_ahead_of_nobody():
    found = ranked(alike(90)).iloc[0]

    assert (found["rank"], found["n"]) == (1, 1)
    assert math.isnan(found["percentile"])


def test_several_years_are_ranked_each_for_itself():
    both = pd.concat([alike(90, 95).assign(year=2567), alike(96, 95).assign(year=2568)])

    assert ranked(both, within=["year"])["rank"].tolist() == [2, 1, 1, 2]


def test_the_own_score_is_set_beside_district_province_kind_and_all():
    found = groups(
        agencies(
            ("อบต.กุศกร", "ตระการพืชผล", "อุบลราชธานี", "อบต.", 86),
            ("ทต.ตระการพืชผล", "ตระการพืชผล", "อุบลราชธานี", "ทต.", 90),
            ("อบต.เขมราฐ", "เขมราฐ", "อุบลราชธานี", "อบต.", 85),
            ("ทน.ขอนแก่น", "เมืองขอนแก่น", "ขอนแก่น", "ทน.", 95),
        )
    )

    assert found[["group", "name", "n", "mean", "difference", "rank"]].values.tolist() == [
        ["district", "ตระการพืชผล", 2, 88.0, -2.0, 2],
        ["province", "อุบลราชธานี", 3, 87.0, -1.0, 2],
        ["kind", "อบต.", 2, 85.5, 0.5, 1],
        ["all", "", 4, 89.0, -3.0, 3],
    ]
    assert found["median"].tolist() == [88, 86, 85.5, 88]
    assert found["own"].tolist() == [86] * 4


def test_a_district_of_the_same_name_in_another_province_is_no_neighbour():
    found = by_group(
        groups(
            agencies(
                ("อบต.หนึ่ง", "เฉลิมพระเกียรติ", "นครราชสีมา", "อบต.", 80),
                ("อบต.สอง", "เฉลิมพระเกียรติ", "สระบุรี", "อบต.", 90),
            )
        )
    )

    assert (found.loc["district", "n"], found.loc["all", "n"]) == (1, 2)


def test_nothing_is_said_of_a_difference_when_nobody_else_has_a_score():
    found = by_group(groups(alike(80, float("nan"))))

    assert found.loc["all", "n"] == 1
    assert math.isnan(found.loc["all", "difference"])
    assert math.isnan(found.loc["all", "percentile"])


def test_a_home_agency_without_a_score_sees_the_others():
    found = by_group(groups(alike(float("nan"), 80, 90))).loc["district"]

    assert (found["n"], found["mean"]) == (2, 85)
    assert found[["own", "difference", "rank", "percentile"]].isna().all()


def test_what_is_not_known_of_the_home_agency_makes_no_group():
    blank = agencies(("ก", "", "ข", "", 80), ("ค", "", "ข", "", 90))
    missing = agencies(("ก", None, None, None, 80), ("ค", None, None, None, 90))

    assert groups(blank)["group"].tolist() == ["province", "all"]
    assert groups(missing)["group"].tolist() == ["all"]


def test_a_sheet_without_the_home_agency_has_only_the_average_of_all():
    others = alike(80, 90).assign(is_home=False)

    found = groups(others)

    assert found[["group", "n", "mean"]].values.tolist() == [["all", 2, 85.0]]
    assert math.isnan(found["own"].iloc[0])


def test_an_empty_frame_has_a_row_that_counts_nobody():
    found = groups(alike())

    assert found[["group", "n"]].values.tolist() == [["all", 0]]
    assert math.isnan(found["mean"].iloc[0])


def test_a_change_is_only_taken_of_agencies_with_both_years():
    before = alike(82.1, 90, float("nan"))
    after = alike(85.74, 88, 70, 60)

    found = changes(before, after)

    assert found[["agency", "score"]].values.tolist() == [["อบต.0", 3.64], ["อบต.1", -2.0]]


def test_the_own_change_is_set_beside_the_mean_change_of_the_same_agencies():
    found = by_group(groups(changes(alike(80, 90, 70), alike(84, 91, 70, 10))))

    row = found.loc["all"]
    assert (row["own"], row["n"], row["rank"]) == (4, 3, 1)
    assert (round(row["mean"], 4), round(row["difference"], 4)) == (1.6667, 2.3333)


def test_an_agency_that_changed_its_kind_is_still_the_same():
    before = agencies(("อบต.หนึ่ง", "ก", "ข", "อบต.", 80))
    after = agencies(("อบต.หนึ่ง", "ก", "ข", "ทต.", 82))

    assert changes(before, after)[["kind", "score"]].values.tolist() == [["ทต.", 2.0]]


def test_agencies_that_nothing_tells_apart_are_not_matched():
    twice = agencies(("ก", "", "", "", 80), ("ข", "", "", "", 70), ("ข", "", "", "", 60))

    assert changes(twice, twice)["agency"].tolist() == ["ก"]


def test_the_whole_nation_is_ranked_at_once():
    rng = np.random.default_rng(1)
    size = 8317 * 3
    nation = pd.DataFrame(
        {
            "agency": [f"อบต.{n // 3}" for n in range(size)],
            "district": [f"อ.{n % 900}" for n in range(size)],
            "province": [f"จ.{n % 76}" for n in range(size)],
            "kind": "อบต.",
            "is_home": [n < 3 for n in range(size)],
            "score": rng.integers(5000, 10001, size) / 100,
            "year": [2567 + n % 3 for n in range(size)],
        }
    )

    found = ranked(nation, within=["year"])

    assert found.groupby("year")["n"].unique().tolist() == [[8317]] * 3
    best = found.sort_values(["year", "score"]).groupby("year").tail(1)
    assert best["rank"].tolist() == [1, 1, 1]


@settings(deadline=None)
@given(scores)
def test_rank_counts_those_above_and_percentile_those_below(held):
    found = ranked(alike(*held))
    for score, rank, percentile in zip(held, found["rank"], found["percentile"], strict=True):
        assert rank == 1 + sum(other > score for other in held)
        if len(held) > 1:
            below = sum(other < score for other in held)
            assert math.isclose(percentile, 100 * below / (len(held) - 1))


@settings(deadline=None)
@given(scores)
def test_the_own_place_in_a_group_is_the_one_in_the_ranking(held):
    whole, own = groups(alike(*held)).iloc[-1], ranked(alike(*held)).iloc[0]

    assert (whole["rank"], whole["n"]) == (own["rank"], own["n"])
    assert str(whole["percentile"]) == str(own["percentile"])
