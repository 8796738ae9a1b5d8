"""One's own place among other agencies: in the view, and as the page has it."""

import math
from contextlib import contextmanager

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.comparison import Group, neighbours
from data.model.records import CELL_COLUMNS
from tests.readings import store_of

HERE = ("ตระการพืชผล", "อุบลราชธานี")
TOTAL = (2568, "total", "total")
HOME = ("อบต.กุศกร", *HERE)
scores = st.lists(st.integers(0, 10000).map(lambda score: score / 100), min_size=1, max_size=30)


@contextmanager
def agencies(*rows, before=(), home=HERE):
    """rows: (name, district, province, total of 2568 or scores as of `store_of`), the home first.

    before: the totals of 2567 in the same order; home: district and province of the home agency.
    """
    with store_of() as database:
        listed = [
            (number, name, name, district, province, number == 1)
            for number, (name, district, province, _) in enumerate(rows, start=1)
        ]
        scored = [
            (number, *score, False, 1, "", 0, 0)
            for number, row in enumerate(rows, start=1)
            for score in _scores(row[3])
        ]
        scored += [
            (number, 2567, "total", "total", float(score), False, 1, "", 0, 0)
            for number, score in enumerate(before, start=1)
            if score is not None
        ]
        with database.writing() as cursor:
            _put(cursor, listed, scored, home)
        try:
            yield database
        finally:
            with database.writing() as cursor:
                cursor.execute("delete from agency where agency_id > 1")
                cursor.execute(HOME_IS, {"name": "", "district": "", "province": ""})


HOME_IS = (
    "update agency set match_key = $name, name = $name, district = $district,"
    " province = $province where agency_id = 1"
)


def _put(cursor, listed, scored, home):
    cursor.execute("delete from agency where agency_id > 1")
    district, province = home
    cursor.execute(HOME_IS, {"name": HOME[0], "district": district, "province": province})
    keys = ["agency_id", "match_key", "name", "district", "province", "is_home"]
    if listed[1:]:
        cursor.append("agency", pd.DataFrame(listed[1:], columns=keys), by_name=True)
    if scored:
        keys = ["agency_id", "year", "level", "code", "value"]
        keys += ["provisional", "batch_id", *CELL_COLUMNS]
        cursor.append("score", pd.DataFrame(scored, columns=keys), by_name=True)


def _scores(total):
    if isinstance(total, list):
        return total
    return [] if total is None else [(*TOTAL, float(total))]


def around(*rows, **more):
    with agencies(*rows, **more) as database:
        return neighbours(database, *TOTAL)


def alike(*totals):
    return [(f"อบต.{number}", *HERE, total) for number, total in enumerate(totals)]


def by_group(found):
    return found.groups.set_index("group")


def test_equal_scores_share_a_rank_are_told_and_the_next_rank_is_left_out():
    places = around(*alike(90, 95, 90, 80)).members(Group.ALL)

    assert places["score"].tolist() == [95, 90, 90, 80]
    assert places["rank"].tolist() == [1, 2, 2, 4]
    assert places["tied"].tolist() == [0, 1, 1, 0]
    assert places["n"].tolist() == [4] * 4


def test_the_percentile_is_the_share_of_the_others_that_score_lower():
    row = by_group(around(*alike(90, 95, 90, 80, 70))).loc["all"]

    assert (row["rank"], row["tied"], row["percentile"]) == (2, 1, 50)


def test_an_agency_alone_is_first_but_ahead_of_nobody():
    row = by_group(around(*alike(90))).loc["all"]

    assert (row["rank"], row["n"]) == (1, 1)
    assert row[["percentile", "difference"]].isna().all()


def test_the_own_score_is_set_beside_district_province_kind_and_all():
    found = around(
        (*HOME, 86),
        ("ทต.ตระการพืชผล", *HERE, 90),
        ("อบต.เขมราฐ", "เขมราฐ", "อุบลราชธานี", 85),
        ("ทน.ขอนแก่น", "เมืองขอนแก่น", "ขอนแก่น", 95),
    ).groups

    assert found[["group", "name", "n", "mean", "difference", "rank"]].values.tolist() == [
        ["district", "ตระการพืชผล", 2, 88.0, -2.0, 2],
        ["province", "อุบลราชธานี", 3, 87.0, -1.0, 2],
        ["kind", "อบต.", 2, 85.5, 0.5, 1],
        ["all", "", 4, 89.0, -3.0, 3],
    ]
    assert found["median"].tolist() == [88, 86, 85.5, 88]
    assert found["own"].tolist() == [86] * 4


def test_a_district_of_the_same_name_in_another_province_is_no_neighbour():
    here = ("เฉลิมพระเกียรติ", "นครราชสีมา")

    found = by_group(around((*HOME, 80), ("อบต.สอง", here[0], "สระบุรี", 90), home=here))

    assert (found.loc["district", "n"], found.loc["all", "n"]) == (1, 2)


def test_a_home_agency_without_a_score_sees_the_others():
    found = around(*alike(None, 80, 90))

    row = by_group(found).loc["district"]
    assert (row["n"], row["mean"], found.own) == (2, 85, None)
    assert row[["own", "difference", "rank", "percentile"]].isna().all()


@pytest.mark.parametrize(
    ("home", "groups"),
    [
        (("", "อุบลราชธานี"), ["province", "kind", "all"]),
        (("ตระการพืชผล", ""), ["kind", "all"]),
    ],
)
def test_what_is_not_known_of_the_home_agency_makes_no_group(home, groups):
    found = around((*HOME, 80), ("อบต.สอง", "", "", 90), home=home)

    assert found.groups["group"].tolist() == groups


def test_where_nobody_has_a_score_there_is_no_group():
    assert around(*alike(None)).groups.empty


def test_a_change_is_only_taken_of_agencies_with_both_years():
    found = by_group(around(*alike(86, 91, None, 60), before=(80, 90, 70, None)))

    assert found.loc["all", ["own_change", "mean_change"]].tolist() == [6, 3.5]


def test_across_a_break_no_change_is_told():
    with agencies(
        *alike([(2566, "total", "total", 80.0), (2565, "total", "total", 70.0)])
    ) as store:
        found = neighbours(store, 2566, "total", "total")

    assert found.broken
    assert found.groups[["own_change", "mean_change"]].isna().all(axis=None)


def test_what_nobody_published_is_recomputed_marked_and_counted():
    instruments = [(2568, "instrument", code, 80.0) for code in ("IIT", "EIT", "OIT")]

    found = around((*HOME, 90), ("อบต.สอง", *HERE, instruments), ("อบต.สาม", *HERE, 70))

    places = found.members(Group.ALL)
    assert places[["agency", "score", "mark", "rank"]].values.tolist()[1:] == [
        ["อบต.สอง", 80.0, "c", 2],
        ["อบต.สาม", 70.0, "", 3],
    ]
    assert by_group(found).loc["all", ["n", "recomputed"]].tolist() == [3, 1]


def test_the_published_national_average_comes_along_where_it_is_known():
    with agencies(*alike(80)) as database:
        total = neighbours(database, *TOTAL)
        other = neighbours(database, 2568, "indicator", "1")

    assert (total.published, total.published_note) == (93.82, "เผยแพร่ในสื่อมวลชน")
    assert other.published is None


@settings(max_examples=15, deadline=None)
@given(scores)
def test_every_place_is_what_counting_by_hand_gives(totals):
    found = around(*alike(*totals))

    for row in found.members(Group.ALL).itertuples():
        assert row.rank == 1 + sum(other > row.score for other in totals)
        assert row.tied == totals.count(row.score) - 1
    row = by_group(found).loc["all"]
    assert math.isclose(row["mean"], sum(totals) / len(totals), abs_tol=1e-6)
    lower = sum(score < totals[0] for score in totals)
    others = len(totals) - 1
    assert others == 0 or math.isclose(row["percentile"], 100 * lower / others)
