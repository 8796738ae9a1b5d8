import math

import pandas as pd
import pytest

from data.framework import framework
from data.words import palette
from pages.charts.heatmap import (
    indicator_heatmap,
    indicator_heatmap_alt,
    indicator_heatmap_takeaway,
)
from tests.catalogues import as_example
from tests.helpers.figures import checked

NAN = math.nan


def _scores(*rows):
    columns = ["indicator", "name", "instrument", "year", "score", "mark"]
    return pd.DataFrame(list(rows), columns=columns)


def _changes(*rows):
    columns = ["indicator", "name", "instrument", "from_year", "to_year", "change", "broken"]
    return pd.DataFrame(list(rows), columns=[*columns, "reading"])


def _texts(figure):
    return list(figure.data[1].text)


def _plain(annotations):
    return " ".join(annotation.text for annotation in annotations)


def test_every_cell_shows_the_number_of_the_frame_with_two_decimals():
    scores = _scores((1, "ก", "IIT", 2568, 85.2, ""), (6, "ข", "EIT", 2568, 0.0, ""))
    figure = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    assert _texts(figure) == ["85.20", "0.00"]


@pytest.mark.parametrize(
    ("score", "step"), [(69.99, 0), (70.0, 1), (84.99, 1), (85.0, 2), (94.99, 2), (95.0, 3)]
)
def test_a_score_on_a_step_has_the_colour_above_it(score, step):
    scores = _scores((1, "ก", "IIT", 2568, score, ""), (2, "ข", "IIT", 2568, NAN, "x"))
    figure = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    z = figure.data[0].z[1][0]
    colours = [colour for _, colour in figure.data[0].colorscale][::2]
    assert colours[int(z)] == palette.STEP_FILLS[step].colour


def test_missing_scores_show_their_mark_and_never_a_number():
    scores = _scores((1, "ก", "IIT", 2567, NAN, "z"), (1, "ก", "IIT", 2568, NAN, "x"))
    figure = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    assert _texts(figure) == ["[z]", "[x]"]
    assert "[z]" in figure.layout.annotations[-1].text
    assert "[x]" in figure.layout.annotations[-1].text


def test_provisional_and_revised_scores_keep_their_number_beside_the_mark():
    scores = _scores((1, "ก", "IIT", 2568, 80.0, "p"), (2, "ข", "IIT", 2568, 81.0, "r"))
    texts = _texts(checked(indicator_heatmap(scores, _changes(), framework(2568))))
    assert texts[0].startswith("80.00")
    assert "[p]" in texts[0]
    assert "[r]" in texts[1]


def test_indicators_stand_under_their_instrument_in_the_official_order():
    scores = _scores(
        (9, "ค", "OIT", 2568, 90.0, ""), (1, "ก", "IIT", 2568, 90.0, ""),
        (6, "ข", "EIT", 2568, 90.0, ""),
    )  # fmt: skip
    figure = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    labels = {note.text: note.y for note in figure.layout.annotations if note.yref == "y"}
    ordered = sorted(labels, key=labels.get)
    assert ["IIT" in ordered[0], "EIT" in ordered[2], "OIT" in ordered[4]] == [True] * 3
    assert ordered[1::2] == ["1 ก", "6 ข", "9 ค"]


def test_only_the_newest_change_is_shown_and_a_broken_one_is_grey():
    scores = _scores((1, "ก", "IIT", 2569, 90.0, ""), (2, "ข", "IIT", 2569, 80.0, ""))
    changes = _changes(
        (1, "ก", "IIT", 2567, 2568, -9.0, False, "down"),
        (1, "ก", "IIT", 2568, 2569, 3.25, False, "up"),
        (2, "ข", "IIT", 2568, 2569, -4.5, True, "unknown"),
    )
    figure = checked(indicator_heatmap(scores, changes, framework(2568)))
    up, broken = _texts(figure)[2:]
    assert up == "+3.25"
    assert broken.startswith("−4.50")
    assert "[b]" in broken
    assert list(figure.data[1].textfont.color)[-1] == palette.CHANGE_FILLS["unknown"].text


def test_a_change_that_cannot_be_computed_is_a_dash():
    scores = _scores((1, "ก", "IIT", 2569, NAN, "x"))
    changes = _changes((1, "ก", "IIT", 2568, 2569, NAN, False, "unknown"))
    assert _texts(checked(indicator_heatmap(scores, changes, framework(2568)))) == ["[x]", "–"]


def test_markup_in_a_name_stays_text():
    scores = _scores((1, "<b>x</b><a href='http://e'>y</a>", "IIT", 2568, 90.0, ""))
    figure = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    shown = _plain(figure.layout.annotations)
    assert "<a" not in shown
    assert "&lt;b&gt;x" in shown


def test_invented_scores_say_so_inside_the_figure():
    scores = _scores((1, "ก", "IIT", 2568, 90.0, ""))
    real = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    as_example()
    invented = checked(indicator_heatmap(scores, _changes(), framework(2568)))
    assert _plain(invented.layout.annotations).count("ตัวอย่าง") == 2
    assert "ตัวอย่าง" not in _plain(real.layout.annotations)


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        checked(indicator_heatmap(_scores(), _changes(), framework(2568)))


def test_the_takeaway_counts_what_is_known_and_says_what_is_missing():
    scores = _scores(
        (1, "ก", "IIT", 2568, 85.0, ""), (2, "ข", "IIT", 2568, 84.99, ""),
        (3, "ค", "IIT", 2568, NAN, "x"),
    )  # fmt: skip
    takeaway = indicator_heatmap_takeaway(scores, _changes(), framework(2568))
    assert "1 จาก 2" in takeaway
    assert "มี" in takeaway
    assert "2 จาก 3" in takeaway


def test_the_takeaway_knows_all_none_and_nothing():
    one = _scores((1, "ก", "IIT", 2568, 90.0, ""))
    low = _scores((1, "ก", "IIT", 2568, 10.0, ""))
    gone = _scores((1, "ก", "IIT", 2568, NAN, "x"))
    sentences = [
        indicator_heatmap_takeaway(frame, _changes(), framework(2568)) for frame in (one, low, gone)
    ]
    assert sentences == [
        "ปี 2568: ทุกตัวชี้วัดถึงเป้า 85",
        "ปี 2568: ยังไม่มีตัวชี้วัดใดถึงเป้า 85",
        "ปี 2568: ยังไม่มีคะแนน",
    ]


def test_changes_over_a_break_are_not_counted_as_moves():
    scores = _scores((1, "ก", "IIT", 2569, 90.0, ""))
    changes = _changes((1, "ก", "IIT", 2568, 2569, 5.0, True, "unknown"))
    takeaway = indicator_heatmap_takeaway(scores, changes, framework(2568))
    assert "ไม่ได้โดยตรง" in takeaway
    assert "ดีขึ้น" not in takeaway


def test_the_alternative_text_names_the_lowest_indicator():
    scores = _scores((1, "ก", "IIT", 2568, 90.0, ""), (2, "ข", "IIT", 2568, 70.5, ""))
    assert "ข 70.50" in indicator_heatmap_alt(scores, _changes(), framework(2568))
