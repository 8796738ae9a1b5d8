"""The line of one indicator: its values, marks, breaks, rules and what it is beside."""

import math
import re

import pandas as pd
import pytest

from data.words import palette
from pages.charts.trend_panels import panels_of
from pages.sections.scores import indicator_line

ENDS = (60, 85)


def line(*values, name="ก", national=(), look=indicator_line.IN_A_ROW, **settings):
    rows = [
        {"indicator": 1, "name": name, "instrument": "IIT", "year": 2567 + at}
        | {"score": value, "mark": "x" if math.isnan(value) else ""}
        for at, value in enumerate(values)
    ]
    known = pd.DataFrame(list(national), columns=["year", "code", "value"])
    (own,) = panels_of(rows, known)
    return indicator_line.drawn(
        own, settings.pop("ends", ENDS), look, **{"breaks": set(), **settings}
    )


def written(html):
    return re.findall(r"<u [^>]*><span>([^<]*)<", html)


def test_each_score_is_written_at_its_point_in_the_colour_of_the_instrument():
    html = line(70.25, 80.5, 91.75)

    assert written(html) == ["70.25", "80.50", "91.75"]
    assert f"color:{palette.instrument_mark('IIT').colour}" in html
    assert "ปี 2568 80.50" in html


def test_a_missing_year_is_a_gap_with_its_mark():
    html = line(70.0, math.nan, 80.0)

    assert "<b" not in html
    assert written(html) == ["70.00", "[x]", "80.00"]


def test_of_many_years_the_newest_value_and_the_missing_ones_are_written():
    assert written(line(70.0, math.nan, 80.0, 81.0)) == ["[x]", "81.00"]


def test_a_break_is_dashed_under_its_mark_and_nothing_else():
    html = line(70.0, 80.0, 90.0, breaks={(2568, 2569)})

    assert (html.count("<b "), html.count('<b class="dashed"')) == (2, 1)
    assert html.count("[b]") == 1


def test_nation_and_district_stand_beside_without_numbers():
    beside = {"national": [(2568, "1", 99.0)], "district": ((2567, 75.0), (2568, 77.0))}
    html = line(70.0, 80.0, **beside)

    assert html.count("<u ") == 5
    assert written(html) == ["70.00", "80.00"]


@pytest.mark.parametrize(
    ("ends", "numbers"), [((60, 85), ["60", "85", "100"]), ((60, 99.5), ["60", "99.5"])]
)
def test_the_numbers_of_the_rules_do_not_lie_on_each_other(ends, numbers):
    assert re.findall(r'class="rule"[^>]*>([^<]*)<', line(80.0, ends=ends)) == numbers


def test_markup_in_a_name_stays_text():
    assert "<b>x" not in line(90.0, 91.0, name="<b>x</b>")
