import math

import pandas as pd
import pytest

from data.analysis.indicators import Reading
from data.words import palette
from pages.charts.waterfall import (
    EFFECT,
    END,
    PART,
    START,
    movement_waterfall,
    movement_waterfall_alt,
    movement_waterfall_takeaway,
)
from tests.catalogues import as_example
from tests.helpers.figures import checked


def _parts(start, *moves, end):
    rows = [
        ("ปี 2567", start, START),
        *((name, value, PART) for name, value in moves),
        ("ปี 2568", end, END),
    ]
    return pd.DataFrame(rows, columns=["label", "contribution", "kind"])


RISEN = _parts(80, ("ก", 3.0), ("ข", -1.0), end=82)


def _bars(figure):
    return figure.data[0]


def test_each_part_begins_where_the_one_before_ended():
    parts = _parts(80.0, ("ก", 2.5), ("ข", -1.0), end=81.5)
    bars = _bars(checked(movement_waterfall(parts, Reading.UP)))
    assert list(bars.x) == [80.0, 2.5, -1.0, 81.5]
    assert list(bars.base) == [0.0, 80.0, 82.5, 0.0]


def test_what_the_parts_leave_open_is_a_bar_of_its_own_so_that_all_add_up():
    parts = _parts(80.0, ("ก", 2.5), end=82.63)
    figure = checked(movement_waterfall(parts, Reading.UP))
    bars = _bars(figure)
    assert bars.x[0] + sum(bars.x[1:-1]) == pytest.approx(bars.x[-1])
    assert "ส่วนต่าง" in bars.customdata[2][0]
    assert bars.marker.color[2] == palette.TOTAL_FILL.colour


def test_a_rest_below_the_last_printed_digit_is_not_drawn():
    assert (
        len(_bars(checked(movement_waterfall(_parts(80, ("ก", 2.5), end=82.504), Reading.UP))).x)
        == 3
    )


def test_gains_are_blue_and_losses_orange():
    bars = _bars(
        checked(movement_waterfall(_parts(80, ("ก", 2.0), ("ข", -1.0), end=81), Reading.UP))
    )
    assert bars.marker.color[1] == palette.CHANGE_FILLS["up"].colour
    assert bars.marker.color[2] == palette.CHANGE_FILLS["down"].colour


def test_the_numbers_beside_the_bars_are_those_of_the_frame():
    figure = checked(
        movement_waterfall(_parts(80, ("ก", 2.25), ("ข", -1.0), end=81.25), Reading.UP)
    )
    right = [note.text for note in figure.layout.annotations if note.xanchor == "right"]
    assert right == ["<b>80.00</b>", "+2.25", "−1.00", "<b>81.25</b>"]


def test_the_cut_axis_is_stated():
    figure = checked(movement_waterfall(_parts(80, ("ก", 2.0), end=82), Reading.UP))
    low = figure.layout.xaxis.range[0]
    assert 0 < low < 80
    assert f"เริ่มที่ {low} ไม่ใช่ 0" in figure.layout.annotations[-1].text


def test_invented_totals_say_so_inside_the_figure():
    as_example()
    figure = checked(movement_waterfall(_parts(80, ("ก", 2.0), end=82), Reading.UP))
    assert sum("ตัวอย่าง" in note.text for note in figure.layout.annotations) == 2


def test_markup_in_a_label_stays_text():
    figure = checked(movement_waterfall(_parts(80, ("<b>x</b>", 2.0), end=82), Reading.UP))
    assert "&lt;b&gt;x" in _bars(figure).customdata[1][0]
    assert "<b>x" not in figure.layout.title.text


@pytest.mark.parametrize(
    "parts",
    [
        _parts(80, ("ก", math.nan), end=82),
        _parts(80, end=82).iloc[:1],
        _parts(80, end=82).iloc[:0],
        pd.concat([_parts(80, end=82), _parts(80, end=82)]),
    ],
)
def test_a_movement_without_both_totals_and_all_numbers_is_refused(parts):
    with pytest.raises(ValueError, match="needs"):
        checked(movement_waterfall(parts, Reading.UP))


@pytest.mark.parametrize(
    ("parts", "reading", "words"),
    [
        (RISEN, Reading.UP, "เพิ่มขึ้น 2.00 จาก 80.00 เป็น 82.00"),
        (RISEN, Reading.UP, "ลบมากที่สุด −1.00: ข"),
        (RISEN, Reading.STEADY, "ทรงตัว (+2.00) จาก 80.00 เป็น 82.00"),
        (_parts(82, ("ก", -2.0), end=80), Reading.DOWN, "ลดลง 2.00 จาก 82.00 เป็น 80.00"),
        (_parts(82, ("ก", 0.0), end=82), Reading.STEADY, "เท่าเดิม 82.00"),
    ],
)
def test_the_takeaway_says_how_the_total_moved(parts, reading, words):
    assert words in movement_waterfall_takeaway(parts, reading)


def test_parts_that_did_not_move_are_not_called_the_largest():
    assert "มากที่สุด" not in movement_waterfall_takeaway(_parts(82, ("ก", 0.0), end=82), Reading.UP)


def test_the_alternative_text_counts_the_parts():
    assert "2 ส่วน" in movement_waterfall_alt(
        _parts(80, ("ก", 3.0), ("ข", -1.0), end=82), Reading.UP
    )


def test_across_a_break_the_takeaway_compares_nothing():
    said = movement_waterfall_takeaway(_parts(80, ("ก", 3.0), end=83), Reading.UNKNOWN)
    assert "[b]" in said
    assert "3.00" not in said


def test_what_no_score_did_is_never_the_largest_part():
    parts = _parts(80, ("ก", 1.0), ("ข", 2.0), end=83)
    parts.loc[parts["label"] == "ข", "kind"] = EFFECT
    assert "+1.00: ก" in movement_waterfall_takeaway(parts, Reading.UP)


def test_parts_that_share_the_place_are_counted():
    parts = _parts(80, ("ก", 1.0), ("ข", 1.0), end=82)
    assert "ก และอีก 1" in movement_waterfall_takeaway(parts, Reading.UP)
