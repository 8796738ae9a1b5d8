import math

import pandas as pd
import pytest

from data.words import palette
from pages.charts.agencies import (
    MOST_ROWS,
    agency_levels,
    agency_levels_alt,
    agency_levels_takeaway,
)
from tests.helpers.figures import LEVELS, checked

NAN = math.nan


def _agencies(*rows):
    """Give agencies by score, target, rank of the level and what they lack to the next."""
    frame = pd.DataFrame(list(rows), columns=["score", "target", "rank", "lacking"])
    names = [f"อบต.{number}" for number in frame.index]
    codes = [f"a{number}" for number in frame.index]
    levels = [f"ระดับ {rank:g}" for rank in frame["rank"]]
    named = frame.assign(code=codes, short_name=names, level=levels)
    return named.assign(year=2568, mark="", next_level="ดีกว่า")


def _right(figure):
    return [note.text for note in figure.layout.annotations if note.xanchor == "right"]


def test_each_agency_has_a_dot_in_the_colour_of_its_level_and_what_it_lacks_beside_it():
    figure = checked(agency_levels(_agencies((83.5, 85.0, 2, 1.5), (96.0, 85.0, 1, NAN))))

    dots = figure.data[1]
    assert list(dots.x) == [83.5, 96.0]
    assert list(dots.customdata) == ["a0", "a1"]
    assert list(dots.marker.color) == [palette.level_badge(rank)[1].colour for rank in (2, 1)]
    assert ["1.50" in text for text in _right(figure)] == [True, False]
    shapes = [palette.level_badge(rank)[0] for rank in (2, 1)]
    assert [text[0] for text in _right(figure)] == shapes


def test_an_agency_without_target_or_level_has_a_dot_alone():
    figure = checked(agency_levels(LEVELS))

    assert len(figure.layout.shapes) == 1
    assert list(figure.data[1].x) == [83.5, 92.0]
    assert "[c]" in _right(figure)[1]


def test_the_takeaway_names_the_nearest_and_counts_those_that_reach_their_target():
    told = agency_levels_takeaway(
        _agencies((83.5, 85.0, 2, 1.5), (84.9, 85.0, 2, 0.1), (96.0, 85.0, 1, NAN))
    )

    assert "อบต.1" in told
    assert "0.10" in told
    assert "1 จาก 3" in told
    assert agency_levels_takeaway(LEVELS) in agency_levels_alt(LEVELS)


def test_of_many_agencies_the_first_are_drawn_and_that_is_said():
    many = _agencies(*[(80.0, 85.0, 2, number) for number in range(MOST_ROWS + 1)])
    figure = checked(agency_levels(many))

    assert len(figure.data[1].x) == MOST_ROWS
    assert f"{MOST_ROWS} จาก {MOST_ROWS + 1}" in figure.layout.annotations[-1].text


def test_markup_in_a_name_stays_text():
    figure = checked(agency_levels(LEVELS.assign(short_name="<a href='http://e'>y</a>")))

    texts = [figure.layout.title.text, *figure.data[1].text]
    assert not any("<a" in text for text in texts)
    assert not any("<a" in note.text for note in figure.layout.annotations)


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        agency_levels(LEVELS.iloc[:0])
