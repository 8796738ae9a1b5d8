"""Plans whose cells stand in columns by blanks alone, as `pdftotext -layout` prints them."""

import pytest

from data.importers import read, read_sheets, recognise_sheets
from data.model.problems import ProblemCode

HEAD = """แผนปฏิบัติการ ITA ประจำปีงบประมาณ พ.ศ. 2569

"""
PLACES = (0, 20, 40, 60, 80, 100, 120)
HEADINGS = (
    ("ประเด็น/ตัวชี้วัด", "ข้อความ ITA", "ผลการวิเคราะห์", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ"),
    ("", "", "การประเมิน", "", "", "ดำเนินการ", ""),
)
FIRST = (
    ("1. การปฏิบัติ", "i1 เจ้าหน้าที่", "ไม่ทันเวลา", "จัดทำคู่มือ", "1. จัดทำ", "ตลอดปี", "สำนักปลัด"),
    ("หน้าที่", "ให้บริการ", "", "และเผยแพร่", "2. เผยแพร่", "งบประมาณ", ""),
    ("", "ตามขั้นตอน", "", "", "", "2569", ""),
)
SECOND = (
    ("4. การใช้ทรัพย์สิน", "i11 การยืม", "ยืมโดยไม่ขอ", "กำหนดขั้นตอน", "1. ประกาศ", "ไตรมาส 1 -", "กองคลัง"),
    ("ของราชการ", "ทรัพย์สิน", "", "การยืม", "", "ไตรมาส 2", ""),
)


def line(cells):
    placed = ""
    for place, cell in zip(PLACES, cells, strict=True):
        placed = placed.ljust(place) + cell if cell else placed
    return placed


def plan(*rows):
    text = HEAD + "\n".join(line(cells) for cells in (*HEADINGS, *rows))
    (sheet,) = recognise_sheets(read_sheets("แผน.txt", text.encode()))
    return read(sheet)


def test_cells_are_told_by_the_columns_they_stand_in():
    found = plan(*FIRST, *SECOND)
    first, second = found.measures
    assert found.blocking == ()
    assert (first.items, first.action) == (("i1",), "จัดทำคู่มือ และเผยแพร่")
    assert first.steps == ("จัดทำ", "เผยแพร่")
    assert (first.period_text, first.lead) == ("ตลอดปีงบประมาณ 2569", ("สำนักปลัด",))
    assert (second.indicator, second.analysis, second.lead) == (4, "ยืมโดยไม่ขอ", ("กองคลัง",))
    assert (first.cell, second.cell) == ("B5", "B8")


def test_a_row_that_a_page_cuts_goes_on_below_its_headings():
    found = plan(*FIRST[:2], *HEADINGS, *FIRST[2:], *SECOND)
    assert [measure.items for measure in found.measures] == [("i1",), ("i11",)]
    assert found.measures[0].question == "i1 เจ้าหน้าที่ ให้บริการตามขั้นตอน"


def test_texts_that_could_be_parted_in_two_ways_are_quoted():
    close = " " * 40 + "เพราะเอกสาร ไม่ครบ และ อื่น ๆ"
    text = HEAD + "\n".join([*map(line, (*HEADINGS, *FIRST)), close])
    (sheet,) = recognise_sheets(read_sheets("แผน.txt", text.encode()))
    (lost,) = read(sheet).blocking
    assert (lost.code, lost.value) == (ProblemCode.TEXT_NOT_PARTED, close.strip())


def changed(rows, at, **cells):
    line = [cells.get(f"c{column}", cell) for column, cell in enumerate(rows[at])]
    return (*rows[:at], tuple(line), *rows[at + 1 :])


@pytest.mark.parametrize(
    "rows",
    [
        # A period for several rows.
        (*FIRST, *changed(SECOND, 0, c0="", c5="", c6="")),
        # A period in the middle of its row.
        (*changed(changed(FIRST, 0, c5="", c6=""), 1, c5="ตลอดปี", c6="สำนักปลัด"), *SECOND),
        # The name of an indicator below the beginning of its row.
        (*FIRST, *changed(changed(SECOND, 0, c0=""), 1, c0="4. การใช้ทรัพย์สิน")),
    ],
)
def test_a_row_that_may_be_two_is_quoted_and_not_saved(rows):
    assert ProblemCode.TEXT_NOT_PARTED in {problem.code for problem in plan(*rows).blocking}
