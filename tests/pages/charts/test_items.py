import pandas as pd
import pytest

from pages.charts.items import item_trend, item_trend_alt, item_trend_takeaway
from tests.helpers.figures import checked


def trend(*rows):
    return pd.DataFrame(list(rows), columns=["year", "code", "name", "score", "joined"])


def test_only_the_same_item_is_joined_and_a_namesake_is_a_dot_of_its_own():
    figure = checked(
        item_trend(trend((2568, "o25", "ก", 50.0, False), (2569, "o25", "ข", 100.0, True)), 85.0)
    )
    same, others = figure.data
    assert (list(same.x), list(same.y), same.mode) == ([2569], [100.0], "lines+markers")
    assert (list(others.x), list(others.y), others.mode) == ([2568], [50.0], "markers")


def test_the_title_says_from_where_to_where_the_same_item_went():
    rows = trend((2567, "o4", "ก", 0.0, True), (2568, "o3", "ก", 50.0, True))
    assert (
        item_trend_takeaway(rows)
        == "ข้อเดียวกันจาก 0.00 คะแนนในปี 2567 เป็น 50.00 คะแนนในปี 2568 (ข้อ o3)"
    )


def test_an_item_of_one_year_says_that_no_other_is_known():
    assert "ไม่ทราบข้อเดียวกันในปีอื่น" in item_trend_takeaway(trend((2568, "o1", "ก", 50.0, True)))


def test_markup_in_a_name_stays_text():
    figure = checked(item_trend(trend((2568, "o1", "<a href='x'>ก</a>", 50.0, True)), 85.0))
    assert "&lt;a href" in figure.data[0].customdata[0]
    assert "<a href" not in item_trend_alt(trend((2568, "o1", "ก", 50.0, True)))


def test_without_a_row_there_is_no_figure():
    with pytest.raises(ValueError, match="row"):
        checked(item_trend(trend(), 85.0))
