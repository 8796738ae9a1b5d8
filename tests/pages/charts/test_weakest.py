import math

import pandas as pd
import pytest

from data.framework import framework
from data.words import palette
from pages.charts.weakest import weakest_dots, weakest_dots_alt, weakest_dots_takeaway
from tests.helpers.figures import checked

NAN = math.nan


def _scores(*rows):
    frame = pd.DataFrame(list(rows), columns=["indicator", "name", "instrument", "score", "mark"])
    return frame.assign(year=2568)


def _right(figure):
    return [note.text for note in figure.layout.annotations if note.xanchor == "right"]


def test_dots_run_from_the_lowest_to_the_highest_with_the_exact_scores():
    scores = _scores((1, "ก", "IIT", 91.5, ""), (6, "ข", "EIT", 70.59, ""))
    dots = checked(weakest_dots(scores, framework(2568))).data[1]
    assert list(dots.x) == [70.59, 91.5]
    assert list(dots.marker.color) == [
        palette.instrument_mark(code).colour for code in ("EIT", "IIT")
    ]


def test_only_scores_below_the_target_have_a_gap():
    scores = _scores((1, "ก", "IIT", 85.0, ""), (6, "ข", "EIT", 70.59, ""))
    figure = checked(weakest_dots(scores, framework(2568)))
    assert list(figure.data[0].x) == [70.59, 85.0, None]
    assert "ขาด 14.41" in _right(figure)[0]
    assert _right(figure)[1] == "<b>85.00</b>"


def test_a_missing_score_stands_last_with_its_mark_and_no_dot():
    scores = _scores((1, "ก", "IIT", NAN, "z"), (6, "ข", "EIT", 70.0, "p"))
    figure = checked(weakest_dots(scores, framework(2568)))
    assert list(figure.data[1].x) == [70.0]
    assert "[p]" in _right(figure)[0]
    assert _right(figure)[1] == "[z]"


@pytest.mark.parametrize(("lowest", "start"), [(70.59, 60), (95.0, 80), (5.0, 0)])
def test_a_cut_axis_is_stated_and_holds_every_dot(lowest, start):
    figure = checked(weakest_dots(_scores((1, "ก", "IIT", lowest, "")), framework(2568)))
    assert figure.layout.xaxis.range[0] == start
    stated = figure.layout.annotations[-1].text
    assert ("ไม่ใช่ 0" in stated) == (start > 0)


def test_markup_in_a_name_stays_text():
    scores = _scores((1, "<a href='http://e'>y</a>", "IIT", 70.0, ""))
    figure = checked(weakest_dots(scores, framework(2568)))
    assert "<a" not in figure.layout.title.text
    assert "<a" not in figure.data[1].text[0]
    assert not any("<a" in note.text for note in figure.layout.annotations)


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        checked(weakest_dots(_scores(), framework(2568)))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(1, "ก", "IIT", 70.0, ""), (2, "ข", "IIT", 80.0, "")], "ก 70.00 คะแนน ขาดอีก 15.00"),
        ([(1, "ก", "IIT", 86.0, ""), (2, "ข", "IIT", 90.0, "")], "ถึงเป้า 85 แล้ว ต่ำสุดคือ ก 86.00"),
        ([(1, "ก", "IIT", 70.0, ""), (2, "ข", "IIT", 70.0, "")], "เท่ากัน 70.00"),
        (
            [(1, "ก", "IIT", 70.0, ""), (2, "ข", "IIT", 70.0, ""), (3, "ค", "IIT", 71.0, "")],
            "ก และอีก 1 ตัวชี้วัด",
        ),
        ([(1, "ก", "IIT", NAN, "x")], "ยังไม่มีคะแนน"),
    ],
)
def test_the_takeaway_names_the_weakest(rows, words):
    assert words in weakest_dots_takeaway(_scores(*rows), framework(2568))


def test_the_alternative_text_holds_the_takeaway():
    scores = _scores((1, "ก", "IIT", 70.0, ""))
    assert weakest_dots_takeaway(scores, framework(2568)) in weakest_dots_alt(
        scores, framework(2568)
    )
