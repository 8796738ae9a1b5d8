"""A sheet of items or divisions is read row by row, and every row is told or reported."""

import pytest

from data.importers.catalogue import DivisionEntry, ItemEntry, read_catalogue
from data.importers.sheets import Sheet
from data.problems import ProblemCode

HEADINGS = ("ปี", "รหัสข้อ", "ตัวชี้วัดที่", "ชื่อ")


def sheet(*rows, name="แผ่น1"):
    return Sheet(name, tuple(rows))


def found(read):
    return [(problem.code, problem.cell) for problem in read.problems]


def test_items_are_read_with_year_indicator_and_name():
    read = read_catalogue(
        sheet(("รายการข้อ",), HEADINGS, (2569, "i1", 1, "ข้อ  หนึ่ง"), (2569, "e2", None, "ข้อสอง"))
    )

    assert read.items == (ItemEntry(2569, "i1", 1, "ข้อ หนึ่ง"), ItemEntry(2569, "e2", None, "ข้อสอง"))
    assert (read.rows_read, read.problems) == (2, ())


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        (("๒๕๖๙", "i๗", "๒", "ก"), ItemEntry(2569, "i7", 2, "ก")),
        ((2026, "o1", "ตัวชี้วัดที่ 9", "ก"), ItemEntry(2569, "o1", 9, "ก")),
        (("ปี 2569", "๐14", "การเปิดเผยข้อมูล", "ก"), ItemEntry(2569, "o14", 9, "ก")),
        (("2569", "O3", "", ""), ItemEntry(2569, "o3", None, None)),
    ],
)
def test_what_people_write_is_understood(row, entry):
    read = read_catalogue(sheet(HEADINGS, row))

    assert read.items == (entry,)
    assert read.problems == ()


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("", "i1", 1, "ก"), ProblemCode.NO_YEAR, "A2"),
        ((2500, "i1", 1, "ก"), ProblemCode.NO_YEAR, "A2"),
        ((2562, "i1", 1, "ก"), ProblemCode.UNKNOWN_YEAR, "A2"),
        ((2569, "รวม", 1, "ก"), ProblemCode.ROW_NOT_UNDERSTOOD, "B2"),
        ((2569, "", 1, "ก"), ProblemCode.ROW_NOT_UNDERSTOOD, "B2"),
        ((2569, "i1", 11, "ก"), ProblemCode.UNKNOWN_INDICATOR, "C2"),
        ((2569, "i1", "IIT", "ก"), ProblemCode.UNKNOWN_INDICATOR, "C2"),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_with_its_cell_and_blocks(row, code, cell):
    read = read_catalogue(sheet(HEADINGS, row, (2569, "i2", 1, "ข")))

    assert found(read) == [(code, cell)]
    assert read.blocking
    assert read.items == (ItemEntry(2569, "i2", 1, "ข"),)


def test_two_rows_that_say_different_things_of_one_item_are_reported():
    read = read_catalogue(sheet(HEADINGS, (2569, "i1", 1, "ก"), (2569, "i1", 1, "ข")))

    assert found(read) == [(ProblemCode.ROW_NOT_UNDERSTOOD, "A3")]


def test_the_same_row_twice_is_said_once():
    read = read_catalogue(sheet(HEADINGS, (2569, "i1", 1, "ก"), (2569, "i1", 1, "ก")))

    assert (read.rows_read, len(read.items), read.problems) == (2, 1, ())


def test_the_year_may_stand_in_the_name_of_the_sheet():
    read = read_catalogue(sheet(("รหัส", "ชื่อ"), ("i1", "ก"), name="ปี 2569"))

    assert read.items == (ItemEntry(2569, "i1", None, "ก"),)


def test_divisions_are_read_with_their_other_names():
    read = read_catalogue(
        sheet(("ส่วนราชการ", "ชื่ออื่น"), ("กองช่าง", "งานช่าง, กองโยธา"), ("กองคลัง", None))
    )

    assert read.divisions == (
        DivisionEntry("กองช่าง", ("งานช่าง", "กองโยธา")),
        DivisionEntry("กองคลัง", ()),
    )


def test_other_names_without_a_division_are_reported():
    read = read_catalogue(sheet(("ส่วนราชการ", "ชื่ออื่น"), ("", "งานช่าง")))

    assert found(read) == [(ProblemCode.ROW_NOT_UNDERSTOOD, "A2")]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), ProblemCode.EMPTY_SHEET),
        (((None, ""),), ProblemCode.EMPTY_SHEET),
        ((("ปี", "ตัวชี้วัด", "คะแนน"), (2569, "IIT", 85.5)), ProblemCode.NOTHING_RECOGNISED),
    ],
)
def test_a_sheet_of_another_kind_is_reported(rows, code):
    assert [problem.code for problem in read_catalogue(sheet(*rows)).problems] == [code]
