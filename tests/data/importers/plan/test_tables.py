"""Plans as tables: workbooks, CSV and Word tables with the same eight columns."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

import data
from data.framework import framework
from data.importers.sheets.opening import Sheet, read_sheets
from data.model.problems import ProblemCode
from data.model.records import ALL_OTHERS, Form
from tests.helpers.workbooks import book_of, merging
from tests.sheet_reading import form_of, matched_columns, read_plan

PLAN = Path(data.__file__).parent / "examples" / "action-plan-2569.txt"
TITLE = "รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. 2569"
AGENCY = "ของ องค์การบริหารส่วนตำบลกุศกร"
HEADINGS = [
    "ประเด็น/ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "มาตรการ/โครงการ/กิจกรรม",
    "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
]


@pytest.fixture(scope="module")
def measures():
    (sheet,) = read_sheets(PLAN.name, PLAN.read_bytes())
    return read_plan(sheet).measures


def indicator_cell(number):
    return f"{number}. {framework(2568).indicator(number).name}"


def table_row(one, *, numbered=True):
    steps = [f"{n}. {step}" if numbered else step for n, step in enumerate(one.steps, start=1)]
    texts = [one.question, one.analysis, one.action, one.alignment, "\n".join(steps)]
    return [indicator_cell(one.indicator), *texts, one.period_text, one.responsible_text]


def csv_bytes(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def read_bytes(name, content):
    (sheet,) = read_sheets(name, content)
    return read_plan(sheet)


def read_rows(*rows, merged=(), **year):
    return read_plan(Sheet("แผน", tuple(map(tuple, rows)), merged=merged), **year)


def without_place(measures):
    return [replace(one, sheet="", cell="", step_cells=()) for one in measures]


def codes(result):
    return [(problem.code, problem.cell) for problem in result.problems]


def body(question="i1 ข้อความ", indicator="1. การปฏิบัติหน้าที่", **texts):
    cells = {
        "analysis": "ผล",
        "action": "มาตรการใหม่",
        "alignment": "สอดคล้อง",
        "steps": "1. ทำ\n2. ตรวจ",
        "period": "ตลอดปีงบประมาณ 2569",
        "responsible": "กองคลัง",
    }
    return [indicator, question, *(cells | texts).values()]


@pytest.mark.parametrize("numbered", [True, False], ids=["numbered steps", "a step a line"])
def test_the_plan_written_as_csv_comes_back_the_same(measures, numbered):
    rows = [[TITLE], [AGENCY], HEADINGS, *(table_row(one, numbered=numbered) for one in measures)]

    result = read_bytes("plan.csv", csv_bytes(rows))

    assert without_place(result.measures) == without_place(measures)
    assert (result.rows_read, result.rows_reported) == (12, 0)


def test_the_plan_written_as_a_workbook_with_two_heading_rows_comes_back_the_same(measures):
    group = [HEADINGS[0], "การวิเคราะห์ผลการประเมิน ในปี 2568", None]
    group += ["การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", None, None, None, None]
    rows = [[TITLE], [AGENCY], [], group, [None, *HEADINGS[1:]], *map(table_row, measures)]
    for row in (6, 7):
        rows[row] = [None, *rows[row][1:4], None, rows[row][5], None, None]
    merged = ["A1:H1", "A2:H2", "A4:A5", "B4:C4", "D4:H4", "A6:A8", "E6:E8", "G6:G8", "H6:H8"]

    result = read_bytes("plan.xlsx", book_of(*rows, change=merging(*merged)))

    assert without_place(result.measures) == without_place(measures)
    assert [one.cell for one in result.measures[:2]] == ["B6", "B7"]
    assert result.blocking == ()


def test_a_plan_of_our_own_with_repeated_indicators_reports_no_change(measures):
    result = read_bytes("p.csv", csv_bytes([[TITLE], HEADINGS, *map(table_row, measures)]))

    changed = {ProblemCode.TEXT_REPAIRED, ProblemCode.TEXT_MOVED, ProblemCode.ROW_SHIFTED}
    assert not changed & {problem.code for problem in result.problems}


def test_columns_may_stand_in_any_order_and_two_headings_may_be_one_row():
    order = [7, 6, 5, 4, 3, 2, 1, 0]
    rows = [[TITLE], *([row[place] for place in order] for row in (HEADINGS, body()))]

    (one,) = read_rows(*rows).measures

    assert (one.items, one.action, one.lead) == (("i1",), "มาตรการใหม่", ("กองคลัง",))
    assert one.steps == ("ทำ", "ตรวจ")


def test_a_continuation_row_is_joined_column_by_column():
    more = [None, "ต่อท้าย", None, "และอื่นๆ", None, "3. รายงาน", None, None]

    (one,) = read_rows([TITLE], HEADINGS, body(), more).measures

    assert (one.question, one.action) == ("i1 ข้อความ ต่อท้าย", "มาตรการใหม่ และอื่นๆ")
    assert one.steps == ("ทำ", "ตรวจ", "รายงาน")


def test_each_row_may_be_a_step_even_one_that_comes_again():
    again = [["", "", "", "", "", step, "", ""] for step in ("จัดทำ", "ประชุม")]
    (one,) = read_rows([TITLE], HEADINGS, body(steps="ประชุม"), *again).measures
    assert one.steps == ("ประชุม", "จัดทำ", "ประชุม")


def test_an_indicator_may_be_filled_down_or_merged():
    rows = [[TITLE], HEADINGS, body(), body("i2 ข้อความ", None), body("i3 ข้อความ")]

    result = read_rows(*rows)

    assert [(one.indicator, one.items) for one in result.measures] == [
        (1, ("i1",)),
        (1, ("i2",)),
        (1, ("i3",)),
    ]


def test_a_row_that_only_repeats_the_one_above_is_skipped_and_said():
    result = read_rows([TITLE], HEADINGS, body(), body())

    assert len(result.measures) == 1
    assert codes(result) == [(ProblemCode.ROW_SKIPPED, "B4")]
    assert (result.rows_imported, result.rows_reported) == (1, 1)


def test_one_question_with_two_measures_gives_two_ids():
    again = body(None, None, analysis=None, action="มาตรการที่สอง", responsible="กองช่าง")

    first, second = read_rows([TITLE], HEADINGS, body(), again).measures

    assert (first.measure_id, second.measure_id) == ("2569-01-i1", "2569-01-i1-2")
    assert (second.question, second.lead) == ("i1 ข้อความ", ("กองช่าง",))


def test_a_merged_responsible_cell_holds_over_indicators():
    rows = [
        [TITLE],
        HEADINGS,
        body(),
        body("i5 ข้อความ", "2. การใช้งบประมาณ", responsible=None),
    ]

    result = read_rows(*rows, merged=((2, 7, 3, 7),))

    assert [one.lead for one in result.measures] == [("กองคลัง",), ("กองคลัง",)]


def test_an_indicator_is_known_by_its_number_or_by_its_name():
    rows = [[TITLE], HEADINGS]
    rows += [body("i5 ก", "2"), body("i7 ข", "การใช้อำนาจ"), body("i11 ค", "ตัวชี้วัดที่ 4")]
    rows += [body("e2 ง", "๖. คุณภาพการดำเนินงาน (e1 – e3)")]

    result = read_rows(*rows)

    assert [one.indicator for one in result.measures] == [2, 3, 4, 6]


def test_an_unknown_indicator_blocks_and_its_rows_are_reported():
    rows = [[TITLE], HEADINGS, body(), body("i1 ข", "11. ไม่มีตัวชี้วัดนี้"), body("i2 ค", None)]

    result = read_rows(*rows)

    assert (ProblemCode.UNKNOWN_INDICATOR, "A4") in codes(result)
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (3, 1, 2)
    assert (ProblemCode.ROW_NOT_UNDERSTOOD, "B5") in codes(result)


def test_a_row_below_an_unknown_indicator_completes_no_name_above_it():
    first = body("i11 ข้อ", "4. การใช้ทรัพย์สินราชการ")
    unknown = body("e2 ข้อ", "6. คุณภาพการให้บริการ")
    other = body("o14 ข้อ", "9. การเปิดเผยข้อมูลสาธารณะ")
    result = read_rows([TITLE], HEADINGS, first, unknown, other)
    assert codes(result) == [
        (ProblemCode.UNKNOWN_INDICATOR, "A4"),
        (ProblemCode.UNKNOWN_INDICATOR, "A5"),
    ]
    assert (result.rows_imported, result.rows_reported) == (1, 2)


def test_an_item_of_another_indicator_or_of_no_year_is_reported_and_does_not_block():
    rows = [[TITLE], HEADINGS, body("i5 ก"), body("o99 ข", "9. การเปิดเผยข้อมูล")]

    result = read_rows(*rows)

    assert codes(result) == [(ProblemCode.UNKNOWN_ITEM, "B3"), (ProblemCode.UNKNOWN_ITEM, "B4")]
    assert [problem.expected for problem in result.problems] == ["i1-i3", "o1-o20"]
    assert result.blocking == ()


def test_a_measure_without_an_item_code_is_reported():
    result = read_rows([TITLE], HEADINGS, body("ไม่มีรหัสข้อ"))

    assert codes(result) == [(ProblemCode.MEASURE_WITHOUT_ITEM, "B3")]
    assert result.measures[0].measure_id == "2569-01-0"


def test_a_period_and_a_division_nobody_knows_are_reported_where_they_stand():
    result = read_rows([TITLE], HEADINGS, body(period="เร็ว ๆ นี้", responsible="กองลูกเสือ"))

    assert codes(result) == [
        (ProblemCode.PERIOD_NOT_UNDERSTOOD, "G3"),
        (ProblemCode.NO_LEAD_DIVISION, "H3"),
        (ProblemCode.UNKNOWN_DIVISION, "H3"),
    ]
    assert (result.measures[0].start, result.measures[0].lead) == (None, ())


def test_all_others_support_in_a_table_too():
    result = read_rows([TITLE], HEADINGS, body(responsible="กองช่าง\nทุกส่วนราชการ"))

    assert result.measures[0].lead == ("กองช่าง",)
    assert result.measures[0].support == (ALL_OTHERS,)


def test_the_year_is_what_a_person_says_then_the_title_s_then_it_is_asked():
    titled = read_rows([TITLE], HEADINGS, body())
    said = read_rows([TITLE], HEADINGS, body(), plan_year=2568)
    given = read_rows(["แผน"], HEADINGS, body(), plan_year=2568)
    missing = read_rows(["แผน"], HEADINGS, body())

    assert (titled.measures[0].plan_year, said.measures[0].plan_year) == (2569, 2568)
    assert (given.measures[0].plan_year, given.measures[0].item_year) == (2568, 2567)
    assert [problem.code for problem in missing.blocking] == [ProblemCode.ASK_YEAR]
    assert (missing.measures, missing.rows_reported) == ((), 1)


def test_a_year_in_the_body_is_not_the_plan_s():
    result = read_rows(["แผน"], HEADINGS, body(action="รายงานประจำปี 2567"), plan_year=2569)

    assert result.measures[0].plan_year == 2569


def test_a_title_with_both_years_names_the_plan_by_the_later_one():
    title = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 สู่การพัฒนาในปีงบประมาณ พ.ศ. ๒๕๖๙"

    assert read_rows([title], HEADINGS, body()).measures[0].plan_year == 2569


def test_a_western_year_is_converted_and_said():
    result = read_rows(["แผนปีงบประมาณ 2026"], HEADINGS, body())

    assert result.measures[0].plan_year == 2569
    assert codes(result) == [(ProblemCode.YEAR_CONVERTED, "A1")]


def test_a_year_nobody_described_blocks():
    result = read_rows(["ปีงบประมาณ พ.ศ. 2599"], HEADINGS, body())

    assert [problem.code for problem in result.blocking] == [ProblemCode.UNKNOWN_YEAR]


def test_the_plan_of_another_organisation_is_asked_about():
    result = read_rows([TITLE], ["ของ เทศบาลตำบลเมืองใหม่"], HEADINGS, body())

    assert [(one.code, one.cell) for one in result.blocking] == [(ProblemCode.ASK_AGENCY, "A2")]


@pytest.mark.parametrize(
    "line",
    [
        "อบต.กุศกร อำเภอตระการพืชผล",
        "ของอบต.กุศกร",
        "องค์การบริหารส่วนตำบล กุศกร",
        "ขององค์การบริหารส่วนตำบลกุศกรประจำปีงบประมาณ",
        "ตามที่ได้มอบตามนโยบาย",
    ],
)
def test_the_home_agency_is_known_in_a_title_however_it_goes_on(line):
    assert read_rows([TITLE], [line], HEADINGS, body()).blocking == ()


def test_the_plan_in_a_word_table_comes_back_the_same(measures):
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=0, cols=8)
    for texts in (HEADINGS, *map(table_row, measures)):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    content = io.BytesIO()
    document.save(content)

    result = read_bytes("plan.docx", content.getvalue())

    assert without_place(result.measures) == without_place(measures)


def test_a_missing_column_blocks_and_an_unknown_one_is_said():
    no_period = [*HEADINGS[:6], "สีที่ชอบ", HEADINGS[7]]

    result = read_rows([TITLE], no_period, body())

    assert (ProblemCode.MISSING_COLUMN, "A2") in codes(result)
    assert (ProblemCode.COLUMN_IGNORED, "G2") in codes(result)


def test_a_column_that_stands_twice_blocks():
    result = read_rows([TITLE], [*HEADINGS, "ผู้รับผิดชอบ"], [*body(), "กองช่าง"])

    assert [(one.code, one.cell) for one in result.blocking] == [
        (ProblemCode.DUPLICATE_COLUMN, "I2")
    ]


def test_text_under_no_heading_is_reported_not_lost():
    result = read_rows([TITLE], HEADINGS, [*body(), "ข้างนอก"])

    assert (ProblemCode.ROW_NOT_UNDERSTOOD, "I3") in codes(result)


def test_a_remark_below_the_table_is_skipped_and_said():
    result = read_rows([TITLE], HEADINGS, body(), ["หมายเหตุ ลงชื่อผู้จัดทำ"])

    assert codes(result) == [(ProblemCode.ROW_SKIPPED, "A4")]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (2, 1, 1)


def test_an_empty_sheet_and_a_sheet_of_scores_are_no_plans():
    scores = Sheet("คะแนน", (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "1", 85.21)))

    assert form_of(scores) is not Form.PLAN
    assert [one.code for one in read_plan(scores).problems] == [ProblemCode.NOTHING_RECOGNISED]
    assert [one.code for one in read_plan(Sheet("ว่าง", ())).problems] == [ProblemCode.EMPTY_SHEET]


def test_without_an_indicator_column_the_item_code_says_it():
    rows = [row[1:] for row in (HEADINGS, body("e4 ก"), body("๐25 ข"))]

    result = read_rows([TITLE], *rows)

    assert [one.indicator for one in result.measures] == [7, 10]


def test_spaces_that_somebody_typed_between_words_stay_in_a_table():
    action = "ส่งเสริม ให้ ทุกคน มีส่วน ร่วม"

    result = read_rows([TITLE], HEADINGS, body(action=action))

    assert result.measures[0].action == "ส่งเสริม ให้ ทุกคน มีส่วนร่วม"
    assert codes(result) == [(ProblemCode.TEXT_REPAIRED, "D3")]


def test_a_measure_above_the_headings_does_not_swallow_the_same_one_below(measures):
    one, other = table_row(measures[5]), table_row(measures[4])
    rows = [one, [TITLE], HEADINGS, one, HEADINGS, other]
    (sheet,) = read_sheets("แผน.csv", csv_bytes(rows))

    found = read_plan(sheet)

    assert [measure.items for measure in found.measures] == [("i11",), ("i7",)]
    skipped = [p.cell for p in found.problems if p.code is ProblemCode.ROW_SKIPPED]
    assert skipped == ["A1"]


def test_a_plan_whose_heading_of_the_measures_was_lost_is_a_plan_without_that_column(measures):
    headings = [*HEADINGS[:3], "0", *HEADINGS[4:]]
    content = csv_bytes([[TITLE], headings, table_row(measures[0])])
    (sheet,) = read_sheets("plan.csv", content)
    assert form_of(sheet) is Form.PLAN
    blocking = [problem for problem in read_plan(sheet).problems if problem.blocking]
    assert [(one.code, one.expected) for one in blocking] == [("missing-column", "action")]
    mended = read_plan(sheet, columns={3: "action"})
    assert mended.measures[0].action == measures[0].action
    assert not [problem for problem in mended.problems if problem.blocking]


def test_a_column_of_a_plan_whose_heading_is_blank_can_be_corrected(measures):
    headings = [*HEADINGS[:3], "", *HEADINGS[4:]]
    (sheet,) = read_sheets("p.csv", csv_bytes([[TITLE], headings, table_row(measures[0])]))
    assert matched_columns(sheet, None)[3] == (3, "", "")
    assert "row-not-understood" in {problem.code for problem in read_plan(sheet).problems}
    mended = read_plan(sheet, columns={3: "action"})
    assert mended.measures[0].action == measures[0].action
    assert not [problem for problem in mended.problems if problem.blocking]


def test_measures_above_the_headings_are_named_when_nothing_stands_below(measures):
    (sheet,) = read_sheets("plan.csv", csv_bytes([table_row(measures[0]), [TITLE], HEADINGS]))
    codes = [(problem.code, problem.cell) for problem in read_plan(sheet).problems]
    assert codes == [("empty-sheet", ""), ("row-skipped", "A1")]


def test_the_rows_of_a_sheet_that_was_called_a_plan_and_is_none_are_counted():
    (sheet,) = read_sheets("a.csv", csv_bytes([["a", "b"], ["1", "2"], ["3", "4"]]))
    result = read_plan(sheet)
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (3, 0, 3)


def test_a_row_is_not_shifted_when_the_indicators_do_not_stand_first(measures):
    def moved(row):
        return [*row[1:3], row[0], *row[3:]]

    second = table_row(measures[1])
    second[0], second[-1] = "กองคลัง", ""
    rows = [[TITLE], moved(HEADINGS), moved(table_row(measures[0])), moved(second)]
    (sheet,) = read_sheets("plan.csv", csv_bytes(rows))
    result = read_plan(sheet)
    blocking = [(one.code, one.cell) for one in result.problems if one.blocking]
    assert blocking == [("unknown-indicator", "C4")]
    assert len(result.measures) == 1


def test_a_column_that_gives_way_to_the_one_a_person_named_is_told(measures):
    rows = [[TITLE], [*HEADINGS, "ขั้นตอนใหม่"], [*table_row(measures[0]), "1. ทำใหม่"]]
    (sheet,) = read_sheets("plan.csv", csv_bytes(rows))
    result = read_plan(sheet, columns={8: "steps"})
    assert result.measures[0].steps == ("ทำใหม่",)
    assert ("column-ignored", "F2") in [(one.code, one.cell) for one in result.problems]


def test_what_another_form_calls_a_column_means_nothing_in_a_plan(measures):
    (sheet,) = read_sheets("p.csv", csv_bytes([[TITLE], HEADINGS, table_row(measures[0])]))
    assert read_plan(sheet, columns={2: "score"}).measures == read_plan(sheet).measures
