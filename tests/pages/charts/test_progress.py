import datetime as dt

import pandas as pd
import pytest

from data.model.records import Status
from data.words import charts as words
from data.words import palette
from pages.charts.progress import (
    division_progress,
    division_progress_alt,
    division_progress_takeaway,
)
from tests.helpers.figures import checked

DAY = dt.date(2026, 11, 22)


def _progress(*rows):
    """rows: (division, status, measures, late); a division leads all it has."""
    frame = pd.DataFrame(list(rows), columns=["division", "status", "measures", "late"])
    return frame.assign(led=frame.groupby("division")["measures"].transform("sum"))


def _bars(figure):
    return {trace.name.split(" ", 1)[1]: trace for trace in figure.data}


def test_segments_are_shares_of_the_division_and_carry_the_counts():
    progress = _progress(("ก", Status.DONE, 3, 0), ("ก", Status.IN_PROGRESS, 1, 0))
    bars = _bars(checked(division_progress(progress, as_of=DAY)))
    assert list(bars["เสร็จ"].x) == [75.0]
    assert list(bars["เสร็จ"].text) == ["● 3"]
    assert bars["กำลังดำเนินการ"].customdata[0][0] == 1
    assert sum(bar.x[0] for bar in bars.values()) == 100


def test_a_segment_that_is_clicked_names_its_font_chosen_or_not():
    """Where only one of the two has it, the library stops before it tells what was clicked."""
    progress = _progress(("ก", Status.DONE, 3, 0), ("ก", Status.IN_PROGRESS, 1, 0))

    for bar in checked(division_progress(progress, as_of=DAY)).data:
        assert bar.selected.textfont.color == bar.unselected.textfont.color


def test_the_most_late_division_stands_on_top():
    progress = _progress(
        ("ก", Status.DONE, 3, 0), ("ข", Status.NOT_STARTED, 2, 2), ("ค", Status.DONE, 1, 1)
    )
    figure = checked(division_progress(progress, as_of=DAY))
    names = [note.text for note in figure.layout.annotations[:3]]
    assert [name[0] for name in names] == ["ข", "ค", "ก"]
    late = [note.text for note in figure.layout.annotations[3:6]]
    assert late == ["▲ 2", "▲ 1", "0"]


def test_a_silent_division_is_hatched_and_not_shown_as_not_started():
    bars = _bars(checked(division_progress(_progress(("ก", Status.NOT_REPORTED, 2, 0)), as_of=DAY)))
    assert list(bars) == ["ยังไม่รายงาน"]
    assert list(bars["ยังไม่รายงาน"].marker.pattern.shape) == ["/"]


def test_a_cancelled_segment_has_an_outline_for_the_dark_page():
    bars = _bars(checked(division_progress(_progress(("ก", Status.CANCELLED, 2, 0)), as_of=DAY)))
    assert bars["ยกเลิก"].marker.line.color == palette.RULE
    assert bars["ยกเลิก"].marker.line.width >= 1


def test_only_statuses_that_occur_are_in_the_legend():
    progress = _progress(("ก", Status.DONE, 3, 0), ("ก", Status.CANCELLED, 0, 0))
    texts = [
        note.text for note in checked(division_progress(progress, as_of=DAY)).layout.annotations
    ]
    assert "● เสร็จ" in texts
    assert "✕ ยกเลิก" not in texts


def test_a_division_without_measures_is_an_empty_bar_and_no_error():
    bars = _bars(checked(division_progress(_progress(("ก", Status.DONE, 0, 0)), as_of=DAY)))
    assert list(bars["เสร็จ"].x) == [0.0]
    assert list(bars["เสร็จ"].text) == [""]


def test_the_day_is_written_in_the_buddhist_era():
    figure = checked(division_progress(_progress(("ก", Status.DONE, 1, 0)), as_of=DAY))
    assert any("22 พ.ย. 2569" in note.text for note in figure.layout.annotations)


def test_markup_in_a_division_stays_text():
    figure = checked(division_progress(_progress(("<b>x</b>", Status.DONE, 1, 1)), as_of=DAY))
    assert figure.layout.annotations[0].text.startswith("&lt;b&gt;")
    assert "<b>x" not in figure.layout.title.text
    assert "<b>" not in figure.data[0].customdata[0][1]


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        checked(division_progress(_progress(), as_of=DAY))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("ก", "done", 3, 0), ("ข", "not-started", 5, 2)],
         words.PROGRESS_LATE.format(division="ข", late=2, led=5)),
        ([("ก", "done", 3, 1), ("ข", "done", 5, 1), ("ค", "done", 1, 0)],
         words.PROGRESS_LATE_TIED.format(division="ก", more=1, late=1)),
        ([("ก", "in-progress", 4, 3)], words.PROGRESS_LATE_ONE.format(division="ก", late=3, led=4)),
        ([("ก", "not-reported", 3, 0)], words.PROGRESS_NO_REPORT),
        ([("ก", "done", 3, 0)], words.PROGRESS_ONE_DONE.format(division="ก", measures=3)),
        ([("ก", "done", 3, 0), ("ก", "not-started", 1, 0)],
         words.PROGRESS_ONE_NOT_LATE.format(division="ก", done=3, measures=4)),
        ([("ก", "done", 3, 0), ("ข", "done", 5, 0)], words.PROGRESS_ALL_DONE.format(divisions=2)),
        ([("ก", "done", 3, 0), ("ข", "not-started", 5, 0)],
         words.PROGRESS_NONE_LATE.format(done=1, divisions=2)),
        ([("ก", "done", 0, 0)], words.PROGRESS_NO_MEASURE),
    ],
)  # fmt: skip
def test_the_takeaway_names_the_latest_or_says_how_far_those_shown_are(rows, sentence):
    assert division_progress_takeaway(_progress(*rows)) == sentence


def test_without_any_report_that_is_said_first_and_late_measures_apart():
    said = division_progress_takeaway(
        _progress(("ก", Status.NOT_REPORTED, 3, 3), ("ข", Status.NOT_REPORTED, 3, 0))
    )
    late = words.PROGRESS_LATE.format(division="ก", late=3, led=3)
    assert said == words.JOIN.join((words.PROGRESS_NO_REPORT, late))


def test_filters_that_leave_measures_out_stand_in_the_figure():
    figure = checked(
        division_progress(_progress(("ก", "done", 1, 0)), as_of=DAY, limits=("กองช่าง",))
    )
    assert any("เฉพาะ: กองช่าง" in note.text for note in figure.layout.annotations)


def test_the_alternative_text_names_the_day():
    alt = division_progress_alt(_progress(("ก", Status.DONE, 1, 0)), as_of=DAY)
    assert "22 พ.ย. 2569" in alt
