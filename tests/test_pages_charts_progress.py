import datetime as dt

import pandas as pd
import pytest

from data.model.records import Status
from data.words import palette
from pages.charts.progress import (
    division_progress,
    division_progress_alt,
    division_progress_takeaway,
)

DAY = dt.date(2026, 11, 22)


def _progress(*rows):
    return pd.DataFrame(list(rows), columns=["division", "status", "measures", "late"])


def _bars(figure):
    return {trace.name.split(" ", 1)[1]: trace for trace in figure.data}


def test_segments_are_shares_of_the_division_and_carry_the_counts():
    progress = _progress(("ก", Status.DONE, 3, 0), ("ก", Status.IN_PROGRESS, 1, 0))
    bars = _bars(division_progress(progress, as_of=DAY))
    assert list(bars["เสร็จ"].x) == [75.0]
    assert list(bars["เสร็จ"].text) == ["● 3"]
    assert bars["กำลังดำเนินการ"].customdata[0][0] == 1
    assert sum(bar.x[0] for bar in bars.values()) == 100


def test_the_most_late_division_stands_on_top():
    progress = _progress(
        ("ก", Status.DONE, 3, 0), ("ข", Status.NOT_STARTED, 2, 2), ("ค", Status.DONE, 1, 1)
    )
    figure = division_progress(progress, as_of=DAY)
    names = [note.text for note in figure.layout.annotations[:3]]
    assert [name[0] for name in names] == ["ข", "ค", "ก"]
    late = [note.text for note in figure.layout.annotations[3:6]]
    assert late == ["▲ 2", "▲ 1", "0"]


def test_a_silent_division_is_hatched_and_not_shown_as_not_started():
    bars = _bars(division_progress(_progress(("ก", Status.NOT_REPORTED, 2, 0)), as_of=DAY))
    assert list(bars) == ["ยังไม่รายงาน"]
    assert list(bars["ยังไม่รายงาน"].marker.pattern.shape) == ["/"]


def test_a_cancelled_segment_has_an_outline_for_the_dark_page():
    bars = _bars(division_progress(_progress(("ก", Status.CANCELLED, 2, 0)), as_of=DAY))
    assert bars["ยกเลิก"].marker.line.color == palette.RULE
    assert bars["ยกเลิก"].marker.line.width >= 1


def test_only_statuses_that_occur_are_in_the_legend():
    progress = _progress(("ก", Status.DONE, 3, 0), ("ก", Status.CANCELLED, 0, 0))
    texts = [note.text for note in division_progress(progress, as_of=DAY).layout.annotations]
    assert "● เสร็จ" in texts
    assert "✕ ยกเลิก" not in texts


def test_a_division_without_measures_is_an_empty_bar_and_no_error():
    bars = _bars(division_progress(_progress(("ก", Status.DONE, 0, 0)), as_of=DAY))
    assert list(bars["เสร็จ"].x) == [0.0]
    assert list(bars["เสร็จ"].text) == [""]


def test_the_day_is_written_in_the_buddhist_era():
    figure = division_progress(_progress(("ก", Status.DONE, 1, 0)), as_of=DAY)
    assert any("22 พ.ย. 2569" in note.text for note in figure.layout.annotations)


def test_markup_in_a_division_stays_text():
    figure = division_progress(_progress(("<b>x</b>", Status.DONE, 1, 1)), as_of=DAY)
    assert figure.layout.annotations[0].text.startswith("&lt;b&gt;")
    assert "<b>x" not in figure.layout.title.text
    assert "<b>" not in figure.data[0].customdata[0][1]


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        division_progress(_progress(), as_of=DAY)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("ก", Status.DONE, 3, 0), ("ข", Status.NOT_STARTED, 5, 2)], "ข มีมาตรการเลยกำหนดมากที่สุด"),
        ([("ก", "done", 3, 1), ("ข", "done", 5, 1), ("ค", "done", 1, 0)], "ก และอีก 1"),
        ([("ก", Status.DONE, 3, 1), ("ข", Status.DONE, 5, 1)], "ทุกส่วนราชการมีมาตรการเลยกำหนด 1"),
        ([("ก", Status.NOT_REPORTED, 3, 0)], "ยังไม่มีส่วนราชการใดรายงาน"),
        ([("ก", Status.DONE, 3, 0)], "เสร็จครบทุกมาตรการ"),
        ([("ก", Status.DONE, 3, 0), ("ข", Status.NOT_STARTED, 5, 0)], "เสร็จครบแล้ว 1 จาก 2"),
        ([("ก", Status.DONE, 0, 0)], "ไม่มีมาตรการ"),
    ],
)  # fmt: skip
def test_the_takeaway_names_the_latest_or_says_how_far_all_are(rows, words):
    assert words in division_progress_takeaway(_progress(*rows))


def test_one_late_division_alone_is_named_with_its_count():
    sentence = division_progress_takeaway(_progress(("ก", Status.IN_PROGRESS, 4, 3)))
    assert "3 จาก 4" in sentence


def test_the_alternative_text_names_the_day():
    alt = division_progress_alt(_progress(("ก", Status.DONE, 1, 0)), as_of=DAY)
    assert "22 พ.ย. 2569" in alt
