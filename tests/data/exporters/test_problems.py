import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from data.exporters import problems
from data.exporters.problems import ListWords, marked_workbook
from data.importers.sheets.opening import Sheet, Unreadable, read_sheets
from data.model.grid import Percentage

WORDS = ListWords(
    name="รายการที่ต้องแก้",
    title="รายการที่ต้องแก้",
    sheet="แผ่นงาน",
    cell="ช่อง",
    finding="สิ่งที่พบ",
    weight="ความสำคัญ",
    blocking="ต้องแก้",
    shown="ควรดู",
    partly="ไฟล์ใหญ่ แสดงเฉพาะแถวที่มีปัญหา",
    more="ยังมีอีก {count} รายการ",
)
RED, YELLOW = "FFFFC7CE", "FFFFEB9C"


def scores(**given: Any) -> Sheet:
    rows = (("ปี", "รหัส", "คะแนน"), (2569, "i1", 85.21), (2569, "i2", "แปดสิบ"))
    return Sheet(**({"name": "คะแนน", "rows": rows} | given))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_sheet_comes_back_with_every_value_in_its_cell() -> None:
    moment = dt.datetime(2569, 1, 10, 8, 30)  # noqa: DTZ001
    row = (
        None,
        "=1+1",
        0.1 + 0.2,
        True,
        dt.date(2569, 10, 1),
        moment,
        dt.time(8, 30),
        "๐1",
        10**20,
    )
    sheet = Sheet("คะแนน", ((), row, (None, Unreadable("=A1+B1"), Unreadable("#REF!"))))
    book = opened(marked_workbook([sheet], [], WORDS))
    cells = [cell.value for cell in book["คะแนน"][2]]
    day = dt.datetime(2569, 10, 1)  # noqa: DTZ001
    assert cells == [None, "=1+1", 0.1 + 0.2, True, day, moment, dt.time(8, 30), "๐1", str(10**20)]
    assert book["คะแนน"]["B2"].data_type == "s"
    assert [book["คะแนน"]["B3"].value, book["คะแนน"]["C3"].value] == ["=A1+B1", "#REF!"]
    assert {book["คะแนน"]["B3"].data_type, book["คะแนน"]["C3"].data_type} == {"s"}


def test_a_percentage_comes_back_as_one() -> None:
    content = marked_workbook([Sheet("คะแนน", ((Percentage(0.928249),),))], [], WORDS)
    assert opened(content)["คะแนน"]["A1"].number_format == "0.00%"
    assert read_sheets("คะแนน.xlsx", content)[0].rows[0] == (Percentage(0.928249),)


def test_a_faulty_cell_is_coloured_by_weight_and_says_in_a_comment_what_is_wrong() -> None:
    found = [("คะแนน", "C3", "ไม่ใช่ตัวเลข", True), ("คะแนน", "B2", "ซ่อมรหัสแล้ว", False)]
    sheet = opened(marked_workbook([scores()], found, WORDS))["คะแนน"]
    assert sheet["C3"].value == "แปดสิบ"
    assert sheet["C3"].fill.fgColor.rgb == RED
    assert sheet["C3"].comment.text == "ต้องแก้: ไม่ใช่ตัวเลข"
    assert sheet["B2"].fill.fgColor.rgb == YELLOW
    assert sheet["B2"].comment.text == "ควรดู: ซ่อมรหัสแล้ว"
    assert sheet["C2"].comment is None
    assert sheet["C2"].fill.patternType is None


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_several_findings_on_a_cell_share_a_comment_and_the_gravest_colour(
    order: tuple[bool, bool],
) -> None:
    found = [("คะแนน", "C3", f"ข้อ {number}", weight) for number, weight in enumerate(order)]
    cell = opened(marked_workbook([scores()], found, WORDS))["คะแนน"]["C3"]
    assert cell.fill.fgColor.rgb == RED
    assert [line[-1] for line in cell.comment.text.split("\n")] == ["0", "1"]


def test_the_list_names_every_finding_in_order_even_without_a_cell() -> None:
    found = [
        ("คะแนน", "C3", "=ไม่ใช่ตัวเลข", True),
        ("คะแนน", "", "ไม่พบปี", True),
        ("แผ่นอื่น", "A1", "ไม่รู้จัก", False),
        ("คะแนน", "XFD1048577", "นอกแผ่น", False),
    ]
    book = opened(marked_workbook([scores()], found, WORDS))
    assert book.sheetnames == ["คะแนน", "รายการที่ต้องแก้"]
    rows = list(book["รายการที่ต้องแก้"].iter_rows(min_row=2, values_only=True))
    assert rows == [
        ("แผ่นงาน", "ช่อง", "ความสำคัญ", "สิ่งที่พบ"),
        ("คะแนน", "C3", "ต้องแก้", "=ไม่ใช่ตัวเลข"),
        ("คะแนน", None, "ต้องแก้", "ไม่พบปี"),
        ("แผ่นอื่น", "A1", "ควรดู", "ไม่รู้จัก"),
        ("คะแนน", "XFD1048577", "ควรดู", "นอกแผ่น"),
    ]


def test_a_finding_on_a_blank_cell_outside_the_rows_is_marked_there() -> None:
    sheet = opened(marked_workbook([scores()], [("คะแนน", "E9", "ขาด", True)], WORDS))["คะแนน"]
    assert sheet["E9"].value is None
    assert sheet["E9"].fill.fgColor.rgb == RED


def test_merged_cells_stay_merged_and_a_finding_inside_is_shown_on_the_first() -> None:
    rows = (("หัวข้อ", None), ("ก", "ข"), ("ค", None))
    merged = ((0, 0, 0, 1), (1, 1, 2, 1), (0, 1, 1, 1), (2, 0, 2, 0), (1, 0, 900, 900))
    content = marked_workbook(
        [scores(rows=rows, merged=merged)], [("คะแนน", "B3", "ว่าง", True)], WORDS
    )
    sheet = opened(content)["คะแนน"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1", "B2:B3"}
    assert sheet["B2"].value == "ข"
    assert sheet["B2"].comment.text == "ต้องแก้: ว่าง"


def test_a_sheet_with_marks_reads_back_to_the_same_rows() -> None:
    content = marked_workbook([scores()], [("คะแนน", "C3", "ไม่ใช่ตัวเลข", True)], WORDS)
    first, *_ = read_sheets("แก้.xlsx", content)
    assert (first.name, first.rows) == ("คะแนน", scores().rows)


def test_a_marked_file_holds_no_formula_and_nothing_that_points_outside() -> None:
    rows = (("=1+1", "http://example.invalid/", "<r><t>x</t></r>", Unreadable("=HYPERLINK(1)")),)
    found = [("คะแนน", "A1", "=1+1 <r></r>", True), ("คะแนน", "C1", "x", False)]
    with zipfile.ZipFile(io.BytesIO(marked_workbook([scores(rows=rows)], found, WORDS))) as archive:
        written = {name: archive.read(name).decode() for name in archive.namelist()}
    sheets = [text for name, text in written.items() if "worksheets/sheet" in name]
    assert not any("<f" in text or "<hyperlink" in text for text in sheets)
    assert not any("External" in text for text in written.values())


def test_a_very_large_sheet_keeps_its_first_rows_and_those_with_findings_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(problems, "_MOST_CELLS", 100)
    monkeypatch.setattr(problems, "_MOST_FINDINGS", 2)
    rows = tuple((number, "ก") for number in range(1, 201))
    found = [("คะแนน", "A150", "หนึ่ง", True)] * 2 + [("คะแนน", "A160", "สอง", True)]
    book = opened(marked_workbook([scores(rows=rows)], found, WORDS))
    sheet = book["คะแนน"]
    assert [sheet.cell(row, 1).value for row in (1, 50, 51, 149, 150, 160)] == [
        1,
        50,
        None,
        None,
        150,
        None,
    ]
    listed = [row[0] for row in book["รายการที่ต้องแก้"].iter_rows(max_row=3, values_only=True)]
    assert listed == [WORDS.title, WORDS.partly, "ยังมีอีก 1 รายการ"]
