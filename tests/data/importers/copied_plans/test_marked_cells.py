"""Plans as text copied out of a PDF viewer, cell below cell without a tab between them."""

import pytest

from data.importers import read, read_sheets, recognise_sheets
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.corpus.pdfs import contents

HEAD = """แผนปฏิบัติการ ITA ประจำปีงบประมาณ พ.ศ. 2569
ของ องค์การบริหารส่วนตำบลกุศกร
"""
HEADINGS = """ประเด็น/ตัวชี้วัด ข้อความ ITA ผลการวิเคราะห์การ
ประเมิน
มาตรการ/โครงการ/กิจกรรม ขั้นตอน/วิธีการดำเนินการ ระยะเวลา
ดำเนินการ
ผู้รับผิดชอบ
"""
FIRST = """1. การปฏิบัติ
หน้าที่ (i1 –
i3)
i1 เจ้าหน้าที่ของหน่วยงาน
ให้บริการ
1. ยังไม่ทันเวลา
- จัดทำคู่มือ
และเผยแพร่
1. จัดทำคู่มือ
2. แจ้งเวียนให้ทราบ
ตลอดปีงบ
ประมาณ 2569
สำนักปลัด
กองงานอื่นที่เกี่ยวข้อง
"""
SECOND = """4. การใช้ทรัพย์สินของราชการ (i10 – i12)
i11 การยืมทรัพย์สิน
1. ยังยืมโดยไม่ขออนุญาต
- กำหนดขั้นตอนการยืม
1. ประกาศขั้นตอน
ไตรมาส 1 - ไตรมาส 2
กองคลัง
"""


def plan(text):
    """The plan as a viewer gives it that copies a letter twice where its font draws it in parts."""
    copied = text.replace("ขั้น", "ขั้ขั้น")
    (sheet,) = recognise_sheets(read_sheets("แผน.txt", copied.encode()))
    return read(sheet)


def test_cells_below_each_other_are_told_by_what_opens_them():
    found = plan(HEAD + HEADINGS + FIRST + "หน้า 1\n" + HEAD + HEADINGS + SECOND)
    first, second = found.measures
    assert (found.form, found.blocking) == (Form.PLAN, ())
    assert (first.items, first.cell, second.items, second.cell) == (("i1",), "B8", ("i11",), "B30")
    assert (first.analysis, first.action) == ("1. ยังไม่ทันเวลา", "- จัดทำคู่มือ และเผยแพร่")
    assert first.steps == ("จัดทำคู่มือ", "แจ้งเวียนให้ทราบ")
    assert (first.period_text, first.lead, first.support) == (
        "ตลอดปีงบประมาณ 2569",
        ("สำนักปลัด",),
        ("*",),
    )
    assert (second.indicator, second.lead) == (4, ("กองคลัง",))
    assert ProblemCode.TEXT_PARTED in {problem.code for problem in found.problems}


@pytest.mark.parametrize(
    "text",
    [
        FIRST.replace("- จัดทำ", "จัดทำ"),
        FIRST + HEADINGS + "และรายงานผลที่ขาดไป\n",
    ],
)
def test_what_cannot_be_told_is_quoted_whole_and_not_saved(text):
    found = plan(HEAD + HEADINGS + text + SECOND)
    (lost,) = found.blocking
    told = found.measures[0]
    said = "".join((told.question, told.analysis, told.action, *told.steps, lost.value))
    assert lost.code is ProblemCode.TEXT_NOT_PARTED
    assert all(word in said for word in ("คู่มือ", "และเผยแพร่", "แจ้งเวียนให้ทราบ"))
    first, last = map(int, lost.expected.split("-"))
    lines = (HEAD + HEADINGS + text + SECOND).splitlines()
    assert all(line in lines[first - 1 : last] for line in lost.value.splitlines())
    assert ("และรายงานผลที่ขาดไป" in lost.value) == ("ขาดไป" in text)


def test_what_stands_above_and_below_the_measures_is_told():
    found = plan(HEAD + HEADINGS + "ทุกส่วนราชการ\n" + SECOND + "ลงชื่อ\n(นายก ข)\n")
    assert [(one.code, one.cell, one.value) for one in found.problems if one.value] == [
        (ProblemCode.TEXT_NOT_PARTED, "H8", "ทุกส่วนราชการ"),
        (ProblemCode.ROW_SKIPPED, "A16", "ลงชื่อ"),
        (ProblemCode.ROW_SKIPPED, "A17", "(นายก ข)"),
    ]


def test_every_word_of_a_real_measure_without_tabs_is_read_or_quoted():
    (table,) = contents.seed_plan().measures[:1]
    cells = (table.question, table.analysis, table.action, *table.steps)
    text = HEAD + HEADINGS + "1. การปฏิบัติหน้าที่\n" + "\n".join(cells) + "\nตลอดปี\nสำนักปลัด\n"
    found = plan(text)
    told = found.measures[0]
    quoted = " ".join(problem.value for problem in found.blocking)
    said = squeezed(" ".join((told.question, told.analysis, told.action, *told.steps, quoted)))
    assert [cell for cell in cells if squeezed(cell) not in said] == []


def test_a_letter_typed_twice_stays_where_it_also_stands_alone():
    found = plan(HEAD + HEADINGS + FIRST.replace("ให้บริการ", "หน้าที่ที่ได้รับ"))
    assert "หน้าที่ที่ได้รับ" in found.measures[0].question


@pytest.mark.parametrize(
    "lines", ["๐14 แผนการบริหาร\n๐15 รายงานผล\n", "๐14 แผนการบริหาร\nและอื่น ๆ\n๐15 รายงาน\n"]
)
def test_a_code_with_nothing_but_a_question_is_no_measure(lines):
    rest = "1. ผล\n- มาตรการ\n1. ทำ\nตลอดปี\nสำนักปลัด\n"
    found = plan(HEAD + HEADINGS + "9. การเปิดเผยข้อมูล\n" + lines + rest)
    assert [one.code for one in found.blocking] == [ProblemCode.TEXT_NOT_PARTED]


def test_lines_that_may_be_of_the_next_cell_are_quoted():
    aligned = HEADINGS.replace("ขั้นตอน", "ตัวชี้วัดที่สอดคล้อง ขั้นตอน", 1)
    unmarked = FIRST.replace("1. ยังไม่ทันเวลา", "ยังไม่ทันเวลา")
    (lost,) = plan(HEAD + aligned + FIRST).blocking
    assert (lost.code, lost.value) == (ProblemCode.TEXT_NOT_PARTED, "และเผยแพร่")
    (lost,) = plan(HEAD + HEADINGS + unmarked).blocking
    assert lost.value == "ให้บริการ\nยังไม่ทันเวลา"


def test_a_year_in_a_line_of_its_own_ends_the_period():
    found = plan(HEAD + HEADINGS + FIRST.replace("ประมาณ 2569", "ประมาณ\n2569"))
    assert found.measures[0].period_text == "ตลอดปีงบประมาณ 2569"


def test_a_text_without_the_headings_of_a_plan_stays_as_it_is():
    assert plan(HEAD + FIRST).form is not Form.PLAN


def squeezed(text):
    return "".join(text.split())
