import math
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from data.framework import framework
from data.words import palette
from pages.charts.trends import (
    indicator_small_multiples,
    indicator_small_multiples_alt,
    indicator_small_multiples_takeaway,
)
from tests.catalogues import as_example
from tests.helpers.figures import checked

NAN = math.nan


def _scores(*rows):
    columns = ["indicator", "name", "instrument", "year", "score", "mark"]
    return pd.DataFrame(list(rows), columns=columns)


def _national(*rows):
    return pd.DataFrame(list(rows), columns=["year", "code", "value"])


def _line(*values, name="ก", indicator=1, instrument="IIT"):
    return [
        (indicator, name, instrument, 2567 + at, value, "x" if math.isnan(value) else "")
        for at, value in enumerate(values)
    ]


def _trace(figure, name):
    found = [trace for trace in figure.data if trace.name == name]
    return found[0] if found else None


def _draw(*rows, national=(), breaks=frozenset()):
    return checked(
        indicator_small_multiples(
            _scores(*rows), _national(*national), framework(2568), breaks=breaks
        )
    )


def test_every_panel_has_the_same_vertical_range_and_cannot_be_zoomed():
    figure = _draw(*_line(70.0, 80.0), *_line(99.0, 100.0, indicator=9, instrument="OIT"))
    ranges = {tuple(figure.layout[axis].range) for axis in ("yaxis", "yaxis2")}
    assert len(ranges) == 1
    assert figure.layout.yaxis.fixedrange
    low, high = ranges.pop()
    assert low < 70
    assert high > 100


@pytest.mark.parametrize(("target", "numbers"), [("85", [70, 85, 100]), ("99.5", [70, 99.5])])
def test_the_numbers_of_an_axis_do_not_lie_on_each_other(target, numbers):
    year = replace(framework(2568), target=Decimal(target))
    figure = checked(
        indicator_small_multiples(_scores(*_line(80.0, 82.0)), _national(), year, breaks=set())
    )

    assert list(figure.layout.yaxis.tickvals) == numbers


def test_the_cut_axis_is_stated():
    figure = _draw(*_line(71.0, 80.0))
    assert "60–100 (ไม่เริ่มที่ 0)" in figure.layout.annotations[-1].text


def test_a_line_holds_exactly_the_scores_of_its_indicator():
    own = _trace(_draw(*_line(70.25, 80.5, 91.75)), "own 1")
    assert list(own.x) == [2567, 2568, 2569]
    assert list(own.y) == [70.25, 80.5, 91.75]
    assert own.line.color == palette.instrument_mark("IIT").colour


def test_only_the_newest_known_value_is_labelled():
    own = _trace(_draw(*_line(70.0, 80.5, NAN)), "own 1")
    assert [bool(text) for text in own.text] == [False, True, False]
    assert "80.50" in own.text[1]


def test_a_missing_year_is_a_gap_with_its_mark_and_is_not_interpolated():
    figure = _draw(*_line(70.0, NAN, 80.0))
    own = _trace(figure, "own 1")
    assert list(own.y) == [70.0, None, 80.0]
    assert own.connectgaps is False
    assert list(_trace(figure, "missing 1").text) == ["[x]"]
    assert list(_trace(figure, "missing 1").x) == [2568]


def test_a_break_cuts_the_line_and_joins_it_with_dashes_and_a_rule():
    figure = _draw(*_line(70.0, 80.0, 90.0), breaks={(2568, 2569)})
    assert list(_trace(figure, "own 1").x) == [2567, 2568, None, 2569]
    dashes = _trace(figure, "break 1")
    assert list(dashes.x) == [2568, 2569, None]
    assert dashes.line.dash
    assert [shape.x0 for shape in figure.layout.shapes] == [2568.5]


def test_without_a_break_there_are_neither_dashes_nor_rules():
    figure = _draw(*_line(70.0, 80.0))
    assert _trace(figure, "break 1") is None
    assert not figure.layout.shapes


def test_dashes_never_bridge_a_missing_score():
    figure = _draw(*_line(70.0, NAN, 90.0), breaks={(2568, 2569)})
    assert _trace(figure, "break 1") is None


def test_the_national_line_shows_only_what_is_known_for_that_indicator():
    national = [(2568, "1", 99.0), (2568, "2", 50.0), (2566, "1", 10.0), (2568, "total", 93.0)]
    grey = _trace(_draw(*_line(70.0, 80.0), national=national), "national 1")
    assert list(grey.x) == [2567, 2568]
    assert list(grey.y) == [None, 99.0]


def test_an_indicator_without_national_value_has_no_national_line():
    figure = _draw(*_line(70.0, 80.0), national=[(2568, "2", 50.0)])
    assert _trace(figure, "national 1") is None


def test_invented_scores_say_so_inside_the_figure():
    as_example()
    figure = _draw(*_line(70.0, 80.0))
    assert any("ตัวอย่าง" in note.text for note in figure.layout.annotations)


def test_panels_follow_the_number_of_the_indicator():
    figure = _draw(*_line(90.0, indicator=10, name="สิบ"), *_line(80.0, indicator=2, name="สอง"))
    assert [trace.name for trace in figure.data] == ["own 2", "own 10"]


def test_markup_in_a_name_stays_text():
    figure = _draw(*_line(90.0, 91.0, name="<b>x</b>"))
    assert "&lt;b&gt;" in figure.layout.annotations[0].text
    assert "<b>x" not in figure.layout.title.text


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        _draw()


def _takeaway(*rows, breaks=frozenset()):
    return indicator_small_multiples_takeaway(_scores(*rows), breaks=breaks)


def test_the_takeaway_names_the_largest_rise_and_fall():
    sentence = _takeaway(
        *_line(70.0, 75.5, name="ก"),
        *_line(90.0, 88.0, name="ข", indicator=2),
        *_line(80.0, 80.1, name="ค", indicator=3),
    )
    assert "ก เพิ่มขึ้นมากที่สุด (+5.50)" in sentence
    assert "ข ลดลงมากที่สุด (−2.00)" in sentence


def test_equal_rises_are_counted_and_not_hidden():
    sentence = _takeaway(*_line(70.0, 75.0, name="ก"), *_line(60.0, 65.0, name="ข", indicator=2))
    assert "ก และอีก 1 ตัวชี้วัด" in sentence
    assert "ลดลง" not in sentence


@pytest.mark.parametrize(
    ("rows", "breaks", "words"),
    [
        (_line(70.0), set(), "เพียงปีเดียว"),
        (_line(70.0, NAN), set(), "เพียงปีเดียว"),
        (_line(NAN, NAN), set(), "ยังไม่มีคะแนน"),
        (_line(70.0, 70.0), set(), "เท่าเดิม"),
        (_line(70.0, 80.0), {(2567, 2568)}, "เทียบกันไม่ได้"),
        (_line(70.0, 80.0, NAN), set(), "ไม่มีตัวชี้วัดที่มีคะแนนทั้ง"),
    ],
)
def test_the_takeaway_says_why_there_is_no_trend(rows, breaks, words):
    assert words in _takeaway(*rows, breaks=breaks)


def test_the_alternative_text_counts_the_panels():
    scores = _scores(*_line(70.0, 80.0), *_line(70.0, 80.0, indicator=2))
    assert "2 ตัวชี้วัด" in indicator_small_multiples_alt(scores, breaks=set())
