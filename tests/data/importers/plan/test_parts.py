"""Plans that say in several columns what the official form says in one."""

import datetime as dt

import pytest

from data.importers.sheets.opening import Sheet
from data.importers.spelling.plan_steps import split_steps
from data.model.records import Form
from tests.sheet_reading import form_of, matched_columns, read_plan

TITLE = ["แผนปฏิบัติการ ปีงบประมาณ 2569"]
HEADINGS = ["ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ"]
MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."]
MONTHS += ["ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
MEASURE = ["1. การปฏิบัติหน้าที่", "i1 ข้อความ", "มาตรการใหม่", "1. ทำ"]
NONE = [None] * 4


def read_rows(*rows, merged=()):
    return read_plan(Sheet("แผน", tuple(map(tuple, rows)), merged=merged))


def charted(*marks, headings=MONTHS, merged=()):
    heads = [*HEADINGS, "ผู้รับผิดชอบ", "ระยะเวลา"]
    rows = (TITLE, heads, [*NONE, None, *headings], [*MEASURE, "กองคลัง", *marks])
    return read_rows(*([*row, *[None] * (17 - len(row))] for row in rows), merged=merged)


def codes(result):
    return [(problem.code.value, problem.cell) for problem in result.problems]


def days(start, end):
    return (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_a_chart_of_months_says_when_a_measure_runs():
    result = charted(*["✓"] * 6)

    (one,) = result.measures
    assert one.period_text == "ต.ค. – มี.ค."
    assert (one.start, one.end) == days("2025-10-01", "2026-03-31")
    assert codes(result) == []


def test_months_apart_are_named_one_by_one():
    (one,) = charted("/", None, None, "x", "x", None, "●").measures

    assert one.period_text == "ต.ค., ม.ค. – ก.พ., เม.ย."
    assert (one.start, one.end) == days("2025-10-01", "2026-04-30")


def test_a_bar_over_several_months_counts_for_each_of_them():
    (one,) = charted(None, "◄──►", merged=((3, 6, 3, 8),)).measures

    assert one.period_text == "พ.ย. – ม.ค."


def test_words_in_a_chart_stay():
    (one,) = charted(None, "อบรม", "✓").measures

    assert one.period_text == "พ.ย. (อบรม), ธ.ค."


def test_a_chart_in_colours_alone_says_nothing_and_that_is_told():
    result = charted()

    assert result.measures[0].start is None
    assert codes(result) == [("period-not-understood", "B4")]


def test_years_may_stand_over_the_months():
    rows = (
        TITLE,
        [*HEADINGS, "ปี 2568", None, None, "ปี พ.ศ. 2569", "ผู้รับผิดชอบ"],
        [*NONE, *MONTHS[:4], None],
        [*MEASURE, None, "/", "/", "/", "กองคลัง"],
    )
    result = read_rows(*rows)

    assert (result.measures[0].start, result.measures[0].end) == days("2025-11-01", "2026-01-31")
    assert codes(result) == []


def test_quarters_may_be_columns():
    heads = [*HEADINGS, "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4", "ผู้รับผิดชอบ"]
    result = read_rows(TITLE, heads, [*MEASURE, None, "✓", "✓", None, "กองคลัง"])

    assert (result.measures[0].start, result.measures[0].end) == days("2026-01-01", "2026-06-30")
    assert codes(result) == []


def test_months_beside_a_period_are_told_and_left_alone():
    heads = [*HEADINGS, "ระยะเวลา", "ต.ค.", "พ.ย.", "ผู้รับผิดชอบ"]
    result = read_rows(TITLE, heads, [*MEASURE, "ตลอดปี", "✓", None, "กองคลัง"])

    assert result.measures[0].period_text == "ตลอดปี"
    assert codes(result) == [("column-ignored", "F2"), ("column-ignored", "G2")]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (dt.date(2025, 10, 1), dt.date(2026, 3, 31), "2025-10-01 – 2026-03-31"),
        ("1 ต.ค. 68", "31 มี.ค. 69", "1 ต.ค. 68 – 31 มี.ค. 69"),
        (None, "31 มี.ค. 69", "ภายใน 31 มี.ค. 69"),
    ],
)
def test_the_first_and_the_last_day_may_be_two_columns(first, last, text):
    heads = [*HEADINGS, "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ"]
    result = read_rows(TITLE, heads, [*MEASURE, first, last, "กองคลัง"])

    (one,) = result.measures
    assert one.period_text == text
    assert (one.start, one.end) == days("2025-10-01", "2026-03-31")
    assert codes(result) == []


def test_the_two_days_may_stand_below_the_heading_of_the_period():
    rows = (
        TITLE,
        [*HEADINGS, "ระยะเวลาดำเนินการ", None, "ผู้รับผิดชอบ"],
        [*NONE, "เริ่มต้น", "สิ้นสุด", None],
        [*MEASURE, "1 ต.ค. 68", "30 ก.ย. 69", "กองคลัง"],
    )
    result = read_rows(*rows)

    assert (result.measures[0].start, result.measures[0].end) == days("2025-10-01", "2026-09-30")
    assert codes(result) == []


def test_who_supports_may_be_a_column():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบหลัก", "ผู้รับผิดชอบร่วม/สนับสนุน"]
    result = read_rows(TITLE, heads, [*MEASURE, "ตลอดปี", "กองคลัง", "กองช่าง, สำนักปลัด"])

    (one,) = result.measures
    assert (one.lead, one.support) == (("กองคลัง",), ("กองช่าง", "สำนักปลัด"))
    assert codes(result) == []


def test_the_codes_of_items_may_be_a_column():
    heads = ["ตัวชี้วัด", "รหัสข้อ", *HEADINGS[1:], "ระยะเวลา", "ผู้รับผิดชอบ"]
    row = [MEASURE[0], "i1, i2", "ข้อความ", *MEASURE[2:], "ตลอดปี", "กองคลัง"]
    result = read_rows(TITLE, heads, row)

    (one,) = result.measures
    assert (one.items, one.question) == (("i1", "i2"), "i1, i2 ข้อความ")
    assert codes(result) == []


def test_parts_are_shown_as_the_column_they_belong_to():
    heads = [*HEADINGS, "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ"]
    sheet = Sheet("แผน", (tuple(TITLE), tuple(heads), (*MEASURE, "x", "y", "กองคลัง")))

    told = {heading: field for _, heading, field in matched_columns(sheet, Form.PLAN)}

    assert told["วันเริ่มต้น"] == told["วันสิ้นสุด"] == "period"


def test_a_report_by_hand_with_columns_of_a_plan_stays_a_report():
    heads = ("รหัสมาตรการ", "ตัวชี้วัด", "ข้อ", "มาตรการ", "สนับสนุน", "สิ้นสุด", "สถานะ")
    row = ("2569-01-i1", "1", "i1", "มาตรการ", "กองช่าง", "30 ก.ย. 69", "เสร็จ")

    assert form_of(Sheet("รายงาน", (heads, row))) is Form.STATUS


def test_a_plan_by_indicators_needs_no_questions_where_every_heading_is_known():
    heads = ["ตัวชี้วัด", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ"]
    row = [MEASURE[0], *MEASURE[2:], "ตลอดปี", "กองคลัง"]
    known = read_rows(TITLE, [*heads, "ผลการดำเนินงาน"], [*row, ""])
    strange = read_rows(TITLE, [*heads, "เรื่อง"], [*row, "i1"])

    assert codes(known) == [("column-ignored", "F2"), ("measure-without-item", "B3")]
    assert ("missing-column", "A2") in codes(strange)


def test_the_only_column_of_what_a_measure_is_for_may_name_items():
    heads = ["ประเด็น", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ"]
    rows = [[text, *MEASURE[2:], "ตลอดปี", "กองคลัง"] for text in ("i1 ข้อความ", "o12", "i99 ผิด")]
    result = read_rows(TITLE, heads, *rows)

    assert [(one.items, one.question) for one in result.measures] == [
        (("i1",), "i1 ข้อความ"),
        (("o12",), "o12"),
    ]
    assert codes(result) == [("unknown-indicator", "A5")]


def test_the_name_of_an_indicator_over_the_whole_table_holds_below_it():
    heads = [*HEADINGS[1:], "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการวิเคราะห์"]
    rows = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (i1 – i3)"],
        [*MEASURE[1:], "ตลอดปี", "กองคลัง", "ผล"],
        ["ตัวชี้วัดที่ 2 : การใช้งบประมาณ"],
        ["i5 ข้อความ", *MEASURE[2:], "ตลอดปี", "กองคลัง", "ผล"],
    ]
    result = read_rows(TITLE, heads, *rows, merged=((2, 0, 2, 5), (4, 0, 4, 5)))

    assert [one.measure_id for one in result.measures] == ["2569-01-i1", "2569-02-i5"]
    assert codes(result) == []
    assert result.rows_imported == 4


@pytest.mark.parametrize(
    "name",
    [
        "EIT\n6. คุณภาพการดำเนินงาน",
        "EIT: ตัวชี้วัดที่ 6 – คุณภาพการดำเนินงาน",
        "ตชว.6 คุณภาพการดำเนินงาน",
        "ตัวชี้วัดที่ ๖ : คุณภาพการดำเนินงาน (e1 – e3)",
    ],
)
def test_an_instrument_and_signs_may_stand_around_the_number_of_an_indicator(name):
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    result = read_rows(TITLE, heads, [name, "e2 ข้อความ", *MEASURE[2:], "ตลอดปี", "กองคลัง"])

    assert [one.measure_id for one in result.measures] == ["2569-06-e2"]
    assert codes(result) == []


@pytest.mark.parametrize(
    "row",
    [
        ["แบบวัด IIT"],
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"],
        ["รวมทั้งสิ้น", None, "2 มาตรการ"],
        [None, None, None, None, "ลงชื่อ", "ผู้รายงาน"],
    ],
)
def test_bands_sums_and_signatures_are_told_and_part_of_no_measure(row):
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    measure = [*MEASURE, "ตลอดปี", "กองคลัง"]
    result = read_rows(TITLE, heads, measure, row)

    (one,) = result.measures
    assert (one.action, one.period_text, one.lead) == ("มาตรการใหม่", "ตลอดปี", ("กองคลัง",))
    assert [code for code, _ in codes(result)] == ["row-skipped"]
    assert (result.rows_imported, result.rows_reported) == (1, 1)


def test_what_stands_below_a_signature_is_no_measure_until_one_begins_again():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    measure = [*MEASURE, "ตลอดปี", "กองคลัง"]
    signed = [[*NONE, "(ลงชื่อ) .......", None], [*NONE, "(นายสมชาย ใจดี)", None]]
    again = ["2. การใช้งบประมาณ", "i5 ข้อ", *measure[2:]]
    result = read_rows(TITLE, heads, measure, *signed, again)

    assert [one.period_text for one in result.measures] == ["ตลอดปี", "ตลอดปี"]
    assert codes(result) == [("row-skipped", "E4"), ("row-skipped", "E5")]


def test_the_name_of_a_sheet_without_titles_says_the_year():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    rows = (tuple(heads), (*MEASURE, "ตลอดปี", "กองคลัง"))

    assert read_plan(Sheet("แผน ปี 2569", rows)).measures[0].plan_year == 2569
    assert codes(read_plan(Sheet("แผน", rows))) == [("ask-year", "")]


def test_a_year_of_the_common_era_may_be_called_so():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    title = ["แผนปฏิบัติการ ประจำปี ค.ศ. 2026"]
    result = read_rows(title, heads, [*MEASURE, "ตลอดปี", "กองคลัง"])

    assert result.measures[0].plan_year == 2569
    assert codes(result) == [("year-converted", "A1")]


def test_two_headings_for_one_column_are_read_as_one():
    heads = [*HEADINGS[:3], "กิจกรรม/โครงการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ"]
    row = [*MEASURE[:3], "โครงการอบรม", "1. ทำ", "ตลอดปี", "กองคลัง"]
    result = read_rows(TITLE, heads, row)

    assert [one.action for one in result.measures] == ["มาตรการใหม่ / โครงการอบรม"]
    assert codes(result) == []


def test_one_heading_twice_still_stops_the_import():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ", "ผู้รับผิดชอบ"]
    result = read_rows(TITLE, heads, [*MEASURE, "ตลอดปี", "กองคลัง", "กองช่าง"])

    assert codes(result) == [("duplicate-column", "G2")]


def test_a_day_by_which_a_measure_is_done_is_a_deadline():
    heads = [*HEADINGS, "กำหนดแล้วเสร็จ", "ผู้รับผิดชอบ"]
    (one,) = read_rows(TITLE, heads, [*MEASURE, "31 มี.ค. 69", "กองคลัง"]).measures

    assert (one.start, one.end) == days("2025-10-01", "2026-03-31")


def test_numbers_of_rows_are_no_codes():
    heads = ["ข้อ", *HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    (one,) = read_rows(TITLE, heads, [1, *MEASURE, "ตลอดปี", "กองคลัง"]).measures

    assert (one.question, one.items) == ("i1 ข้อความ", ("i1",))


@pytest.mark.parametrize("form", ["({})", "{}", "{}."])
def test_numbers_of_the_columns_are_part_of_the_headings(form):
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    numbers = [form.format(number) for number in range(1, 7)]
    result = read_rows(TITLE, heads, numbers, [*MEASURE, "ตลอดปี", "กองคลัง"])

    assert [one.measure_id for one in result.measures] == ["2569-01-i1"]
    assert codes(result) == []


def test_scores_of_two_years_below_one_heading_are_told_as_columns():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ", "คะแนน", None]
    years = [*NONE, None, None, "ปี 2567", "ปี 2568"]
    result = read_rows(TITLE, heads, years, [*MEASURE, "ตลอดปี", "กองคลัง", 80.5, 81.5])

    ignored = [("column-ignored", cell) for cell in ("G2", "G3", "H3")]
    assert [one for one in codes(result) if one[0] == "column-ignored"] == ignored
    assert ("scores-beside", "G3") in codes(result)


def test_a_plan_of_another_year_below_stops_the_import():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    row = [*MEASURE, "ตลอดปี", "กองคลัง"]
    result = read_rows(TITLE, heads, row, ["แผนปฏิบัติการ ปีงบประมาณ 2570"], heads, row)

    assert ("other-year", "A4") in codes(result)


def test_lines_of_the_title_may_be_repeated_whatever_year_they_name():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    row = [*MEASURE, "ตลอดปี", "กองคลัง"]
    titles = [["ผลการประเมิน ปีงบประมาณ 2568"], TITLE]
    result = read_rows(*titles, heads, row, *titles, heads, ["2.", "i5", *row[2:]])

    assert [one.measure_id for one in result.measures] == ["2569-01-i1", "2569-02-i5"]
    assert not result.blocking


def test_the_year_after_the_analysed_one_is_the_plan_s_in_the_same_line():
    heads = [*HEADINGS, "ระยะเวลา", "ผู้รับผิดชอบ"]
    title = ["การนำผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 ไปสู่การปฏิบัติ ในปี พ.ศ. 2569"]
    result = read_rows(title, heads, [*MEASURE, "ตลอดปี", "กองคลัง"])

    assert [one.plan_year for one in result.measures] == [2569]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("(๑) แต่งตั้ง (๒) จัดทำ", ("แต่งตั้ง", "จัดทำ")),
        ("(1) แต่งตั้ง\n(2) จัดทำ", ("แต่งตั้ง", "จัดทำ")),
        ("\uf0b7 แต่งตั้ง\n\uf0b7 จัดทำ", ("แต่งตั้ง", "จัดทำ")),
        ("● แต่งตั้ง ● จัดทำ", ("แต่งตั้ง", "จัดทำ")),
        ("๑) แต่งตั้ง ๒) จัดทำ", ("แต่งตั้ง", "จัดทำ")),
        ("1. แต่งตั้ง (ระยะที่ 2) 2. จัดทำ", ("แต่งตั้ง (ระยะที่ 2)", "จัดทำ")),
    ],
)
def test_steps_may_be_numbered_in_parentheses_or_marked_by_signs(text, steps):
    assert split_steps(text) == steps
