import datetime as dt

import pandas as pd
import pytest

from data.model.records import Status
from data.words import palette
from pages.charts.schedule.quarters import Quarter, between, of
from pages.charts.schedule.timeline import (
    measure_timeline,
    measure_timeline_alt,
    measure_timeline_takeaway,
)
from tests.helpers.figures import checked

DAY = dt.date(2026, 7, 15)
FIRST, LAST = dt.date(2025, 10, 1), dt.date(2026, 9, 30)
COLUMNS = ["measure_id", "label", "start", "end", "status", "division"]


def _measures(*rows):
    return pd.DataFrame([(f"m{at}", *row) for at, row in enumerate(rows)], columns=COLUMNS)


def _days(bar):
    return [milliseconds / 86_400_000 for milliseconds in bar.x]


def test_a_bar_runs_from_the_first_to_the_end_of_the_last_day():
    figure = checked(measure_timeline(_measures(("ก", FIRST, LAST, Status.DONE, "ข")), as_of=DAY))
    assert list(figure.data[0].base) == ["2025-10-01"]
    assert _days(figure.data[0]) == [365]


def test_the_axis_shows_the_four_quarters_of_the_fiscal_year_in_the_buddhist_era():
    figure = checked(measure_timeline(_measures(("ก", FIRST, LAST, Status.DONE, "ข")), as_of=DAY))
    texts = figure.layout.xaxis.ticktext
    assert texts[0] == "ไตรมาส 1<br>ต.ค.–ธ.ค.<br>2568"
    assert texts[3] == "ไตรมาส 4<br>ก.ค.–ก.ย.<br>2569"
    assert list(figure.layout.xaxis.range) == ["2025-10-01", "2026-10-01"]


def test_two_fiscal_years_get_short_names_and_a_note():
    late = dt.date(2026, 12, 31)
    figure = checked(measure_timeline(_measures(("ก", FIRST, late, Status.DONE, "ข")), as_of=DAY))
    assert list(figure.layout.xaxis.ticktext)[:5] == ["1/69", "2/69", "3/69", "4/69", "1/70"]
    assert "ไตรมาส/ปีงบประมาณ" in figure.layout.annotations[-1].text


def test_the_day_of_view_is_a_line_with_its_date():
    figure = checked(measure_timeline(_measures(("ก", FIRST, LAST, Status.DONE, "ข")), as_of=DAY))
    assert any("ณ 15 ก.ค. 2569" in note.text for note in figure.layout.annotations)
    assert figure.layout.shapes[-1].x0 == "2026-07-15"


def test_a_day_outside_the_plan_is_said_and_not_drawn():
    day = dt.date(2027, 1, 1)
    figure = checked(measure_timeline(_measures(("ก", FIRST, LAST, Status.DONE, "ข")), as_of=day))
    assert "1 ม.ค. 2570 อยู่นอกช่วง" in figure.layout.annotations[-1].text
    assert not any(shape.x0 == "2027-01-01" for shape in figure.layout.shapes)
    assert [trace.name for trace in figure.data] == ["measures"]


@pytest.mark.parametrize("missing", [None, pd.NaT])
def test_a_measure_without_dates_gets_words_and_no_bar(missing):
    rows = [("ก", FIRST, LAST, Status.DONE, "x"), ("ข", missing, LAST, Status.DONE, "x")]
    figure = checked(measure_timeline(_measures(*rows), as_of=DAY))
    assert len(figure.data[0].base) == 1
    assert any(note.text == "ไม่ระบุระยะเวลา" for note in figure.layout.annotations)


def test_timestamps_from_the_store_are_read_as_days():
    frame = _measures(("ก", pd.Timestamp(FIRST), pd.Timestamp(LAST), "done", "ข"))
    assert list(checked(measure_timeline(frame, as_of=DAY)).data[0].base) == ["2025-10-01"]


def test_an_overdue_measure_is_marked_by_shape_word_and_colour():
    frame = _measures(("ก", FIRST, FIRST, Status.IN_PROGRESS, "ข")).assign(overdue=[True])
    figure = checked(measure_timeline(frame, as_of=DAY))
    assert list(figure.data[0].text) == ["▲"]
    assert list(figure.data[0].marker.color) == [palette.OVERDUE_MARK.fill.colour]
    texts = [note.text for note in figure.layout.annotations]
    assert "▲ ก" in texts
    assert "▲ เลยกำหนด" in texts


def _lines(figure):
    """What stands beside the bars, from top to bottom."""
    notes = [note for note in figure.layout.annotations if note.yref == "y"]
    return [note.text for note in sorted(notes, key=lambda note: note.y)]


def test_measures_stand_below_their_division_in_the_order_of_the_frame():
    rows = [
        ("ข", FIRST, LAST, Status.DONE, "กองช่าง"),
        ("ก", FIRST, LAST, Status.DONE, "กองคลัง"),
        ("ค", FIRST, LAST, Status.IN_PROGRESS, "กองช่าง"),
    ]
    figure = checked(measure_timeline(_measures(*rows), as_of=DAY))
    assert _lines(figure) == [
        "<b>กองช่าง · 2 มาตรการ</b>",
        "● ข",
        "▶ ค",
        "<b>กองคลัง · 1 มาตรการ</b>",
        "● ก",
    ]
    assert figure.layout.yaxis.range[1] == 0


def test_measures_of_one_state_period_and_state_of_steps_are_one_row():
    rows = [(name, FIRST, LAST, Status.NOT_REPORTED, "กองช่าง") for name in "กขคง"]
    steps = _steps(
        ("m0", 1, "ก", LAST, Status.NOT_REPORTED, False),
        ("m1", 1, "ก", FIRST, Status.NOT_REPORTED, False),
        ("m2", 1, "ก", LAST, Status.DONE, False),
        ("m2", 2, "ก", LAST, Status.NOT_REPORTED, False),
        ("m3", 1, "ก", LAST, Status.NOT_REPORTED, True),
    )
    figure = checked(measure_timeline(_measures(*rows), as_of=DAY, steps=steps))
    assert _lines(figure)[1:] == ["◌ 2 มาตรการเหมือนกัน · m0 · m1", "◌ ค", "◌ ง"]
    assert [target for _hover, *target in figure.data[0].customdata] == [
        ["", "กองช่าง"],
        ["m2", "กองช่าง"],
        ["m3", "กองช่าง"],
    ]
    assert len(figure.data[-1].x) == 3


def test_markup_in_a_measure_or_division_stays_text():
    rows = [("<b>x</b>", FIRST, LAST, Status.DONE, "<a href='http://e'>y</a>")]
    figure = checked(measure_timeline(_measures(*rows), as_of=DAY))
    shown = "".join(_lines(figure)) + figure.data[0].customdata[0][0]
    assert "<a" not in shown
    assert shown.count("&lt;b&gt;x") == 2


def _steps(*rows):
    columns = ["measure_id", "position", "text", "due_date", "status", "overdue"]
    return pd.DataFrame(rows, columns=columns)


def test_steps_are_diamonds_by_state_on_a_thin_line_of_their_measure():
    frame = _measures(
        ("ก", FIRST, LAST, Status.IN_PROGRESS, "x"), ("ข", FIRST, LAST, Status.DONE, "x")
    )
    steps = _steps(
        ("m0", 1, "หนึ่ง", FIRST, Status.DONE, False),
        ("m0", 2, "<b>สอง</b>", LAST, Status.IN_PROGRESS, True),
        ("m0", 3, "สาม", pd.NaT, Status.NOT_REPORTED, False),
    )

    figure = checked(measure_timeline(frame, as_of=DAY, steps=steps))

    bars, diamonds = figure.data[0], figure.data[-1]
    assert (diamonds.name, diamonds.marker.symbol) == ("steps", "diamond")
    assert list(diamonds.x) == ["2025-10-01", "2026-09-30"]
    assert list(diamonds.y) == [bars.y[0]] * 2
    assert list(diamonds.text) == ["●", "▲"]
    assert list(diamonds.marker.color) == [
        palette.STATUSES[Status.DONE].fill.colour,
        palette.OVERDUE_MARK.fill.colour,
    ]
    assert "&lt;b&gt;" in diamonds.customdata[1][0]
    assert bars.width[0] < bars.width[1]
    assert list(bars.text) == ["", "●"]


def test_the_states_of_steps_are_named_below_and_counted_in_the_takeaway():
    frame = _measures(("ก", FIRST, LAST, Status.IN_PROGRESS, "x"))
    steps = _steps(
        ("m0", 1, "หนึ่ง", FIRST, Status.DONE, False),
        ("m0", 2, "สอง", LAST, Status.NOT_REPORTED, False),
        ("m0", 3, "สาม", LAST, Status.CANCELLED, False),
    )

    figure = checked(measure_timeline(frame, as_of=DAY, steps=steps))

    texts = [note.text for note in figure.layout.annotations]
    assert {"● เสร็จ", "◌ ยังไม่รายงาน", "✕ ยกเลิก"} <= set(texts)
    assert measure_timeline_takeaway(frame, as_of=DAY, steps=steps).endswith("ขั้นตอนเสร็จ 1 จาก 2 ขั้น")


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ValueError, match="one row"):
        checked(measure_timeline(_measures(), as_of=DAY))


def test_the_takeaway_counts_done_and_running():
    rows = [
        ("ก", FIRST, LAST, Status.DONE, "x"),
        ("ข", FIRST, LAST, Status.NOT_STARTED, "x"),
        ("ค", FIRST, FIRST, Status.NOT_STARTED, "x"),
    ]
    sentence = measure_timeline_takeaway(_measures(*rows), as_of=DAY)
    assert sentence == "เสร็จแล้ว 1 จาก 3 มาตรการที่แสดง · อยู่ในช่วงดำเนินการ 1 มาตรการ"


def test_the_takeaway_puts_overdue_first_and_knows_when_all_is_done():
    late = _measures(("ก", FIRST, FIRST, Status.IN_PROGRESS, "ข")).assign(overdue=[True])
    assert measure_timeline_takeaway(late, as_of=DAY).startswith("เลยกำหนด 1 จาก 1")
    done = _measures(*[("ก", FIRST, LAST, Status.DONE, "ข")] * 2)
    assert measure_timeline_takeaway(done, as_of=DAY) == "เสร็จครบทั้ง 2 มาตรการที่แสดง"


def test_one_measure_alone_is_not_called_all():
    done = _measures(("ก", FIRST, LAST, Status.DONE, "ข"))
    assert measure_timeline_takeaway(done, as_of=DAY) == "เสร็จแล้ว 1 จาก 1 มาตรการที่แสดง"


def test_without_any_report_that_is_said_first_and_nothing_is_called_done():
    silent = _measures(("ก", FIRST, FIRST, Status.NOT_REPORTED, "ข")).assign(overdue=[True])
    assert measure_timeline_takeaway(silent, as_of=DAY) == (
        "ยังไม่มีรายงานทั้ง 1 มาตรการที่แสดง · เลยกำหนด 1 จาก 1 มาตรการที่แสดง"
    )


def test_filters_that_leave_measures_out_stand_in_the_figure():
    frame = _measures(("ก", FIRST, LAST, Status.DONE, "ข"))
    figure = checked(measure_timeline(frame, as_of=DAY, limits=("กองช่าง", "สถานะ: เสร็จ")))
    assert "เฉพาะ: กองช่าง · สถานะ: เสร็จ" in figure.layout.annotations[-1].text


def test_the_alternative_text_names_the_day():
    frame = _measures(("ก", FIRST, LAST, Status.DONE, "ข"))
    assert "15 ก.ค. 2569" in measure_timeline_alt(frame, as_of=DAY)


@pytest.mark.parametrize(
    ("day", "number", "year"),
    [
        (dt.date(2025, 10, 1), 1, 2569),
        (dt.date(2025, 12, 31), 1, 2569),
        (dt.date(2026, 1, 1), 2, 2569),
        (dt.date(2026, 6, 30), 3, 2569),
        (dt.date(2026, 9, 30), 4, 2569),
    ],
)
def test_fiscal_quarters_begin_in_october(day, number, year):
    assert (of(day).number, of(day).fiscal_year) == (number, year)


def test_quarters_between_two_days_are_whole_fiscal_years_at_least():
    found = between(dt.date(2026, 2, 3), dt.date(2026, 2, 4))
    assert found[0] == Quarter(dt.date(2025, 10, 1))
    assert [quarter.number for quarter in found] == [1, 2, 3, 4]
