import pandas as pd
import pytest

from data.analysis.neighbours import neighbours
from data.database import Source, save
from data.model.records import SCORE_COLUMNS, Form, Import


def agencies(database, *rows):
    """rows: (agency, district, province, year, total)."""
    frame = pd.DataFrame(
        [
            (agency, district, province, year, "total", "total", value, False, "แผ่น", "A1")
            for agency, district, province, year, value in rows
        ],
        columns=list(SCORE_COLUMNS),
    )
    found = Import(Form.SCORES_AGENCIES, "แผ่น", len(rows), len(rows), 0, frame)
    save(database, found, Source("a.xlsx", str(rows).encode(), "ก"))


HERE = ("ตระการพืชผล", "อุบลราชธานี")


@pytest.fixture
def province(database):
    agencies(
        database,
        ("", "", "", 2567, 80.0),
        ("องค์การบริหารส่วนตำบลเหนือ", *HERE, 2567, 85.0),
        ("", "", "", 2568, 86.0),
        ("องค์การบริหารส่วนตำบลเหนือ", *HERE, 2568, 90.0),
        ("เทศบาลตำบลใต้", "เมือง", "อุบลราชธานี", 2568, 70.0),
        ("องค์การบริหารส่วนตำบลไกล", "เมือง", "น่าน", 2568, 95.0),
    )
    return database


def test_own_place_is_told_in_district_province_kind_and_all(province):
    found = neighbours(province, 2568, "total", "total").groups.set_index("group")

    assert found["n"].to_dict() == {"district": 2, "province": 3, "kind": 3, "all": 4}
    assert found["rank"].to_dict() == {"district": 2, "province": 2, "kind": 3, "all": 3}
    assert found.loc["district", "difference"] == -2.0


def test_own_change_stands_beside_the_change_of_those_with_both_years(province):
    moved = neighbours(province, 2568, "total", "total").moved.set_index("group")

    assert (moved.loc["all", "n"], moved.loc["all", "own"], moved.loc["all", "mean"]) == (
        2,
        6.0,
        5.5,
    )


def test_the_published_national_average_comes_along_where_it_is_known(province):
    total = neighbours(province, 2568, "total", "total")

    assert total.published == 93.82
    assert total.published_note == "เผยแพร่ในสื่อมวลชน"
    assert neighbours(province, 2568, "indicator", "1").published is None


def test_without_the_year_before_there_is_no_change(province):
    found = neighbours(province, 2567, "total", "total")

    assert (found.before, found.moved) == (None, None)
