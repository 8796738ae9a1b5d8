"""Plans copied out of pages: repeated titles, breaks inside a cell, headings taken out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import data
from data.importers.sheets.opening import Sheet, read_sheets
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.sheet_reading import read_plan

PLAN = Path(data.__file__).parent / "examples" / "action-plan-2569.txt"
TITLE = ["รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. 2569"]
HEADINGS = [
    "ประเด็น/ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์ การประเมิน",
    "มาตรการ/โครงการ/ กิจกรรม",
    "ผลการวิเคราะห์ ตัวชี้วัดที่สอดคล้องกับมาต รการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนิน การ",
    "ระยะเวลา ดำเนินการ",
    "ผู้รับผิดชอบ",
]
FIRST = ["1. การปฏิบัติหน้าที่", "i1 ก", "1. ข", "- คู่มือ", "ง", "1. จัดทำ 2. เผยแพร่", "ม.ค. 69", "กองช่าง"]
INDICATOR, QUESTION, ANALYSIS, ACTION, STEPS = 0, 1, 2, 3, 5


def read_rows(*rows):
    return read_plan(Sheet("แผน", tuple(map(tuple, rows))))


def row(**cells):
    places = {"indicator": 0, "question": 1, "analysis": 2, "action": 3, "steps": 5}
    filled = [""] * 8
    for name, text in cells.items():
        filled[places[name]] = text
    return filled


def page(*rows):
    return [[], TITLE, HEADINGS, *rows]


def found(plan, code):
    return [
        (problem.cell, problem.value, problem.expected)
        for problem in plan.problems
        if problem.code == code
    ]


def without_place(measures):
    return [replace(one, sheet="", cell="", step_cells=()) for one in measures]


@pytest.fixture(scope="module")
def seed():
    (sheet,) = read_sheets(PLAN.name, PLAN.read_bytes())
    return sheet


def test_the_same_measures_come_out_when_somebody_took_the_repeated_headings_out(seed):
    whole = read_plan(seed)
    first = next(number for number, cells in enumerate(seed.rows) if len(cells) == 8)
    kept = list(seed.rows[: first + 2])
    furniture = {str(cells[0])[:12] for cells in kept if cells and cells[0]}
    for cells in seed.rows[first + 2 :]:
        repeated = cells and (str(cells[0])[:12] in furniture and len(cells) != 8)
        heading = len(cells) == 8 and cells[-1] == "ผู้รับผิดชอบ"
        group = len(cells) == 8 and str(cells[1]).startswith("การวิเคราะห์ผล")
        if cells and not repeated and not heading and not group:
            kept.append(cells)

    stripped = read_plan(Sheet("แผน", tuple(kept)))

    assert len(kept) < 40
    assert without_place(stripped.measures) == without_place(whole.measures)
    assert len(found(stripped, ProblemCode.TEXT_MOVED)) == 3


def test_page_numbers_and_titles_between_pages_are_no_rows():
    plan = read_rows(
        TITLE, HEADINGS, FIRST, ["- 2 -"], *page(row(action="แผนงาน")), ["หน้า 3"], *page()
    )

    assert [one.action for one in plan.measures] == ["- คู่มือ แผนงาน"]
    assert (plan.rows_read, plan.problems) == (2, ())


def test_a_tail_goes_back_only_when_the_measure_before_is_marked_in_the_same_way():
    unmarked = [*FIRST[:3], "ค", *FIRST[4:5], "จ", *FIRST[6:]]
    second = row(question="i2 ช", action="ปลาย - ใหม่", steps="เว็บไซต์ 1. ทำ")

    marked = read_rows(TITLE, HEADINGS, FIRST, *page(second))
    plain = read_rows(TITLE, HEADINGS, unmarked, *page(second))

    assert [one.action for one in marked.measures] == ["- คู่มือ ปลาย", "- ใหม่"]
    assert [one.steps for one in marked.measures] == [("จัดทำ", "เผยแพร่ เว็บไซต์"), ("ทำ",)]
    assert [one.action for one in plain.measures] == ["ค", "ปลาย - ใหม่"]
    assert [place for place, _, _ in found(marked, ProblemCode.TEXT_MOVED)] == ["D7", "F7"]
    assert found(plain, ProblemCode.TEXT_MOVED) == []


def test_words_that_lead_into_the_first_step_are_no_tail():
    second = row(question="i2 ช", steps="ดำเนินการดังนี้ 1. ทำ 2. ตรวจ")

    plan = read_rows(TITLE, HEADINGS, FIRST, *page(second))

    assert plan.measures[1].steps == ("ดำเนินการดังนี้", "ทำ", "ตรวจ")
    assert found(plan, ProblemCode.TEXT_MOVED) == []


def test_the_end_of_a_question_below_a_page_break_goes_back_too():
    plan = read_rows(TITLE, HEADINGS, FIRST, *page(row(question="ปลาย i2 ใหม่", steps="1. ทำ")))

    assert [one.question for one in plan.measures] == ["i1 ก ปลาย", "i2 ใหม่"]


def test_a_list_of_documents_goes_on_over_a_page_break():
    first = ["9. การเปิดเผยข้อมูล", "๐14 ก", *FIRST[2:]]

    plan = read_rows(TITLE, HEADINGS, first, *page(row(question="๐15 ข", steps="3. ช")))

    assert [one.items for one in plan.measures] == [("o14", "o15")]
    assert plan.measures[0].steps == ("จัดทำ", "เผยแพร่", "ช")


def test_the_name_of_an_indicator_may_break_over_a_page():
    broken = ["4. การใช้ทรัพย์สินของ", "i11 ก", *FIRST[2:]]

    plan = read_rows(
        TITLE, HEADINGS, broken, *page(row(indicator="ราชการ (i10 – i12)", question="ข"))
    )

    assert [(one.indicator, one.question) for one in plan.measures] == [(4, "i11 ก ข")]
    assert plan.blocking == ()


def test_a_row_one_column_too_far_left_is_put_back():
    shifted = ["ปลายข้อความ", "ปลายผล", "ปลายมาตรการ", "", "3. ช", "", "", ""]

    plan = read_rows(TITLE, HEADINGS, FIRST, *page(shifted))

    (one,) = plan.measures
    assert (one.question, one.analysis) == ("i1 ก ปลายข้อความ", "1. ข ปลายผล")
    assert (one.action, one.steps[-1]) == ("- คู่มือ ปลายมาตรการ", "ช")
    assert found(plan, ProblemCode.ROW_SHIFTED) == [("A7", "ปลายข้อความ", "B7")]


def test_lines_a_converter_broke_inside_a_cell_are_joined_at_thai_words():
    text = "จัดทำคู่มือ/แนว\nทางการปฏิบัติงาน ให้เจ้า\nหน้าที่\nทราบ"
    steps = "1.จัดทำ\nคู่มือ2. แจ้ง\nเวียน"

    plan = read_rows(TITLE, HEADINGS, [*FIRST[:3], text, FIRST[4], steps, *FIRST[6:]])

    assert plan.measures[0].action == "จัดทำคู่มือ/แนวทางการปฏิบัติงาน ให้เจ้าหน้าที่ทราบ"
    assert plan.measures[0].steps == ("จัดทำคู่มือ", "แจ้งเวียน")


CELLS = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.sampled_from([*FIRST, *HEADINGS, *TITLE, "๐15 ข", "i2", "1.", "- ", "\n", "(i1 – i99)"]),
    st.text(max_size=12),
)
ROWS = st.lists(st.lists(CELLS, max_size=10).map(tuple), max_size=8)
AREAS = st.tuples(*[st.integers(0, 12)] * 4).map(
    lambda area: (
        min(area[0], area[2]),
        min(area[1], area[3]),
        max(area[0], area[2]),
        max(area[1:4:2]),
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, merged=st.lists(AREAS, max_size=2).map(tuple))
def test_no_content_makes_the_reader_fail_and_each_row_is_accounted_for(rows, merged):
    plan = read_plan(Sheet("แผน", (tuple(TITLE), tuple(HEADINGS), *rows), merged=merged))

    assert plan.form is Form.PLAN
    assert plan.rows_read == plan.rows_imported + plan.rows_reported
    assert plan.rows_reported == 0 or plan.problems


def test_the_plan_may_be_written_in_thai_digits(seed):
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    rows = tuple(tuple(str(cell or "").translate(digits) for cell in cells) for cells in seed.rows)

    thai, plain = read_plan(Sheet("แผน", rows)).measures, read_plan(seed).measures

    assert [one.measure_id for one in thai] == [one.measure_id for one in plain]
    assert [(one.start, one.end) for one in thai] == [(one.start, one.end) for one in plain]
    assert [len(one.steps) for one in thai] == [len(one.steps) for one in plain]


def test_the_text_of_pages_pasted_into_a_workbook_reads_the_same(seed):
    pasted = Sheet("Sheet1", tuple(tuple(cell or None for cell in cells) for cells in seed.rows))

    assert without_place(read_plan(pasted).measures) == without_place(read_plan(seed).measures)
