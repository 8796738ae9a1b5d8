import math

import pandas as pd
import pytest

from pages.charts.strip import MOST_DOTS, agency_strip, agency_strip_alt, agency_strip_takeaway
from tests.helpers.figures import checked

HOME = "อบต.กุศกร"


def _values(group, own, *others):
    rows = [] if own is None else [(HOME, own, True, group)]
    rows += [(f"อบต.{at}", score, False, group) for at, score in enumerate(others)]
    values = pd.DataFrame(rows, columns=["agency", "score", "is_home", "group"])
    rank = values["score"].rank(method="min", ascending=False)
    return values.assign(rank=rank, median=values["score"].median())


def _trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def _draw(values):
    return checked(agency_strip(values, year=2568))


def test_every_agency_of_a_small_group_has_its_dot_at_its_score():
    dots = _trace(_draw(_values("อำเภอ", 86.73, 90.5, 70.25)), "อำเภอ")
    assert list(dots.x) == [70.25, 86.73, 90.5]


def test_ones_own_dot_stands_at_ones_own_score_in_each_group():
    values = pd.concat([_values("อำเภอ", 86.73, 90.0), _values("จังหวัด", 86.73, 80.0)])
    assert list(_trace(_draw(values), "own").x) == [86.73, 86.73]


def test_the_median_of_each_group_is_a_line_and_a_number():
    figure = _draw(_values("อำเภอ", 80.0, 90.0, 100.0))
    assert list(_trace(figure, "medians").x) == [90.0, 90.0, None]
    assert "90.00" in figure.layout.annotations[0].text


def test_a_large_group_is_counted_and_no_agency_is_lost():
    scores = [50 + at % 500 / 10 for at in range(MOST_DOTS + 1)]
    figure = _draw(_values("ประเทศ", 100.0, *scores))
    bars = _trace(figure, "ประเทศ")
    assert bars.type == "bar"
    assert sum(count for count, _ in bars.customdata) == MOST_DOTS + 2
    assert "จำนวนหน่วยงานในแต่ละช่วง" in figure.layout.annotations[-1].text


def test_missing_scores_are_left_out_and_an_empty_group_says_so():
    values = pd.concat([_values("อำเภอ", 86.0, math.nan), _values("จังหวัด", None, math.nan)])
    figure = _draw(values)
    assert list(_trace(figure, "อำเภอ").x) == [86.0]
    assert "[x]" in figure.layout.annotations[1].text


def test_markup_in_the_name_of_an_agency_or_group_stays_text():
    values = _values("<b>g</b>", 86.0, 90.0).replace({HOME: "<a href='http://e'>y</a>"})
    figure = _draw(values)
    shown = figure.layout.title.text + figure.layout.annotations[0].text
    shown += "".join(figure.data[0].customdata)
    assert "<a" not in shown
    assert "&lt;b&gt;g" in figure.layout.annotations[0].text


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        _draw(_values("อำเภอ", None))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (_values("อำเภอ", 86.0, 90.0, 80.0), "อำเภอ อันดับ 2 จาก 3"),
        (_values("อำเภอ", 86.0, 86.0, 80.0), "อำเภอ อันดับ 1 จาก 3"),
        (_values("อำเภอ", 86.0, 86.0), "ได้เท่ากัน"),
        (_values("อำเภอ", 86.0, math.nan), "หน่วยงานเดียว"),
        (_values("อำเภอ", None, 86.0), "ไม่มีคะแนนของหน่วยงานตนเอง"),
        (_values("อำเภอ", math.nan, 86.0), "ไม่มีคะแนนของหน่วยงานตนเอง"),
    ],
)
def test_the_takeaway_gives_ones_own_place(values, words):
    assert words in agency_strip_takeaway(values)


def test_the_alternative_text_names_the_year_and_score():
    alt = agency_strip_alt(_values("อำเภอ", 86.0, 90.0), year=2568)
    assert "ปี 2568" in alt
    assert "86.00" in alt


@pytest.mark.parametrize("others", [3, MOST_DOTS + 1])
def test_the_others_are_drawn_in_the_whole_colour_which_is_strong_enough_to_be_seen(others):
    figure = _draw(_values("อำเภอ", 86.73, *(at / 10 for at in range(others))))
    assert _trace(figure, "อำเภอ").marker.opacity is None
