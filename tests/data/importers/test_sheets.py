import datetime as dt

import openpyxl
import pytest

from data.importers.sheets.opening import Sheet, Unreadability, Unreadable, read_sheets
from data.model.errors import UnreadableFileError
from tests.helpers.workbooks import saved


def workbook(**cells):
    book = openpyxl.Workbook()
    for address, value in cells.items():
        book.active[address] = value
    return book


def test_a_workbook_keeps_its_addresses():
    (sheet,) = read_sheets("คะแนน.xlsx", saved(workbook(C14=85.21)))
    assert sheet.rows[13][2] == 85.21
    assert sheet.address(13, 2) == "C14"
    assert [len(sheet.rows), len(sheet.rows[0])] == [14, 3]


def test_every_kind_of_value_arrives_as_itself():
    day, moment, hour = dt.date(2025, 10, 1), dt.datetime(2025, 10, 1, 8, 30), dt.time(8, 30)  # noqa: DTZ001
    book = workbook(A1="๘๕.๒๑", B1=85.0, C1=85.5, D1=True, E1=day, F1=moment, G1=hour, H1="=x")
    book.active["H1"].data_type = "s"
    (sheet,) = read_sheets("a.xlsx", saved(book))
    assert sheet.rows == (("๘๕.๒๑", 85, 85.5, True, day, moment, hour, "=x"),)
    assert type(sheet.rows[0][1]) is int


def test_errors_and_formulas_without_a_value_are_marked_where_they_stand():
    (sheet,) = read_sheets("a.xlsx", saved(workbook(A1=1, B1="=SUM(A1)", C3="#REF!")))
    assert sheet.rows[0] == (1, Unreadable("=SUM(A1)"), None)
    assert sheet.rows[2][2] == Unreadable("#REF!")


def test_a_comma_separated_file_stays_text_and_ragged():
    (sheet,) = read_sheets("คะแนน.csv", "ปี,คะแนน\n2568,85.21\n2569,\n".encode("cp874"))
    rows = (("ปี", "คะแนน"), ("2568", "85.21"), ("2569", None))
    assert sheet == Sheet("คะแนน", rows, file_name="คะแนน")


def test_text_copied_out_of_a_pdf_keeps_its_lines():
    text = 'แผน\nข้อ "ก\nหน้า 1\n1\tx\tก\nต่อ\n'
    (sheet,) = read_sheets("plan.txt", text.encode())
    assert sheet.text == text
    assert sheet.rows[3] == ("1", "x", "ก")


def test_an_empty_file_is_refused_with_its_name():
    with pytest.raises(UnreadableFileError) as refusal:
        read_sheets("ว่าง.xlsx", b"")
    assert (refusal.value.file_name, refusal.value.reason) == ("ว่าง.xlsx", Unreadability.EMPTY)
