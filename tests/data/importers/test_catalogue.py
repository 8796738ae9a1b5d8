"""A sheet of the catalogue is read row by row, and every row is told or reported."""

from decimal import Decimal

import pytest

from data.framework import Evidence, Fault
from data.importers.catalogue.tables import CatalogueTable
from data.importers.sheets.opening import Unreadable
from data.model.grid import Percentage
from data.model.problems import ProblemCode
from tests.catalogues import book

HEADINGS = ("ปี", "รหัสข้อ", "ตัวชี้วัดที่", "ชื่อ")
INSTRUMENTS = ("ปี", "รหัสเครื่องมือ", "น้ำหนัก (ร้อยละ)")


def sheet(*rows, name="แผ่น1"):
    return book((name, *rows))


def told(read):
    return [(entry.table, entry.year, dict(entry.facts)) for entry in read.entries]


def found(read):
    return [(problem.code, problem.cell, problem.expected) for problem in read.problems]


def test_items_are_read_with_year_indicator_and_name():
    read = sheet(("รายการข้อ",), HEADINGS, (2569, "i1", 1, "ข้อ  หนึ่ง"), (2569, "e2", None, "ข้อสอง"))

    assert told(read) == [
        (CatalogueTable.ITEMS, 2569, {"code": "i1", "indicator": 1, "name": "ข้อ หนึ่ง"}),
        (CatalogueTable.ITEMS, 2569, {"code": "e2", "name": "ข้อสอง"}),
    ]
    assert (read.rows_read, read.problems, read.year) == (2, (), None)


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        (("๒๕๖๙", "i๗", "๒", "ก"), {"code": "i7", "indicator": 2, "name": "ก"}),
        ((2026, "o1", "ตัวชี้วัดที่ 9", "ก"), {"code": "o1", "indicator": 9, "name": "ก"}),
        (
            ("ปี 2569", "๐14", "การเปิดเผยข้อมูล", "ก"),
            {"code": "o14", "indicator": 9, "name": "ก"},
        ),
        (("2569", "O3", "", ""), {"code": "o3"}),
        ((2569, "x1", 11, "ก"), {"code": "x1", "indicator": 11, "name": "ก"}),
    ],
)
def test_what_people_write_is_understood(row, facts):
    read = sheet(HEADINGS, row)

    assert told(read) == [(CatalogueTable.ITEMS, 2569, facts)]
    assert read.problems == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("", "i1", 1, "ก"), (ProblemCode.NO_YEAR, "A2", "")),
        ((2500, "i1", 1, "ก"), (ProblemCode.NO_YEAR, "A2", "")),
        ((2562, "i1", 1, "ก"), (ProblemCode.UNKNOWN_YEAR, "A2", "")),
        ((2569, "รวม", 1, "ก"), (ProblemCode.CATALOGUE_FAULT, "B2", Fault.NOT_AN_ITEM_CODE)),
        ((2569, "i1", "IIT", "ก"), (ProblemCode.CATALOGUE_FAULT, "C2", Fault.UNKNOWN_INDICATOR)),
        ((2569, "i1", 1, Unreadable("#REF!")), (ProblemCode.FORMULA_WITHOUT_VALUE, "D2", "")),
        ((2569, "", "", ""), (ProblemCode.ROW_NOT_UNDERSTOOD, "A2", "")),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_with_its_cell_and_blocks(row, problem):
    read = sheet(HEADINGS, row, (2569, "i2", 1, "ข"))

    assert found(read) == [problem]
    assert all(one.blocking for one in read.problems)
    assert [entry.facts["code"] for entry in read.entries] == ["i2"]


def test_every_faulty_cell_of_a_row_is_named():
    read = sheet((*HEADINGS, "ความแน่ชัด"), (2569, "รวม", "IIT", "ก", "แน่มาก"))

    assert [problem.cell for problem in read.problems] == ["B2", "C2", "E2"]
    assert read.problems[-1].expected == Fault.UNKNOWN_WORD


def test_the_year_may_stand_in_the_name_of_the_sheet():
    read = sheet(("รหัส", "ชื่อ"), ("i1", "ก"), name="ปี 2569")

    assert told(read) == [(CatalogueTable.ITEMS, 2569, {"code": "i1", "name": "ก"})]


def test_divisions_are_read_with_their_other_names():
    read = sheet(("ส่วนราชการ", "ชื่ออื่น"), ("กองช่าง", "งานช่าง, กองโยธา"), ("กองคลัง", None))

    assert told(read) == [
        (CatalogueTable.DIVISIONS, None, {"name": "กองช่าง", "aliases": ("งานช่าง", "กองโยธา")}),
        (CatalogueTable.DIVISIONS, None, {"name": "กองคลัง"}),
    ]


@pytest.mark.parametrize(
    ("written", "share"),
    [
        (30, "0.3"),
        ("30", "0.3"),
        ("๓๐", "0.3"),
        ("30%", "0.3"),
        ("ร้อยละ 30", "0.3"),
        (0.3, "0.3"),
        (12.5, "0.125"),
        ("0.5%", "0.005"),
        (1, "1"),
    ],
)
def test_a_weight_is_a_share_however_it_is_written(written, share):
    read = sheet(INSTRUMENTS, (2569, "IIT", written))

    assert read.entries[0].facts["weight"] == Decimal(share)


@pytest.mark.parametrize("written", ["สามสิบ", "8_5", "nan", "1e3", True, "30/100"])
def test_a_weight_that_is_no_number_is_reported(written):
    read = sheet(INSTRUMENTS, (2569, "IIT", written))

    assert found(read) == [(ProblemCode.CATALOGUE_FAULT, "C2", Fault.NOT_A_NUMBER)]


def test_ranges_levels_and_averages_are_read_too():
    read = book(
        ("ช่วง 2569", ("ตัวชี้วัดที่", "ข้อแรก", "ข้อสุดท้าย"), (1, "i1", "i3")),
        (
            "ระดับ 2569",
            ("ระดับ", "คะแนนรวมตั้งแต่", "ทุกเครื่องมือตั้งแต่", "ความแน่ชัด"),
            ("ผ่าน", 85, None, "ยืนยันแล้ว"),
        ),
        ("ประเทศ 2569", ("รายการ", "ค่าเฉลี่ยประเทศ"), ("คะแนนรวม", 93.05), ("11", "80")),
    )

    assert read.problems == ()
    assert told(read) == [
        (
            CatalogueTable.INDICATORS,
            2569,
            {"number": 1, "first_item": "i1", "last_item": "i3"},
        ),
        (
            CatalogueTable.LEVELS,
            2569,
            {"name": "ผ่าน", "total_from": Decimal(85), "evidence": Evidence.CONFIRMED},
        ),
        (CatalogueTable.NATIONAL, 2569, {"code": "total", "value": Decimal("93.05")}),
        (CatalogueTable.NATIONAL, 2569, {"code": "11", "value": Decimal(80)}),
    ]


def test_a_year_nobody_knows_is_taken_where_its_instruments_are_told():
    read = book(
        ("เครื่องมือ", INSTRUMENTS, (2570, "IIT", 100)), ("ข้อ", HEADINGS, (2570, "i1", 1, "ก"))
    )

    assert read.problems == ()
    assert read.years == (2570,)


def test_the_sheet_of_the_year_gives_all_the_others_their_year():
    read = book(
        ("ข้อ", ("รหัสข้อ", "ชื่อข้อ"), ("i1", "ก")),
        ("ปี", ("ปีงบประมาณ", "คะแนนเป้าหมาย"), (2570, 85)),
    )

    assert read.year == 2570
    assert {entry.year for entry in read.entries} == {2570}


def test_a_sheet_of_the_year_that_names_two_years_is_reported():
    read = sheet(("ปีงบประมาณ", "คะแนนเป้าหมาย"), (2569, 85), (2570, 85))

    assert found(read) == [(ProblemCode.CATALOGUE_FAULT, "A3", Fault.REPEATED)]


def test_a_column_nobody_knows_is_told_and_one_that_stands_twice_blocks():
    read = sheet(("รหัสข้อ", "ชื่อ", "สี", "ชื่อ"), ("i1", "ก", "แดง", "ข"), name="2569")

    assert found(read) == [
        (ProblemCode.COLUMN_IGNORED, "C1", ""),
        (ProblemCode.DUPLICATE_COLUMN, "D1", ""),
    ]
    assert [problem.blocking for problem in read.problems] == [False, True]


def test_a_sheet_of_another_kind_beside_ours_is_set_aside():
    read = book(("บันทึก", ("ข้อความ",)), ("ข้อ 2569", ("รหัสข้อ", "ชื่อ"), ("i1", "ก")))

    assert read.set_aside == ("บันทึก",)
    assert read.problems == ()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), ProblemCode.EMPTY_SHEET),
        (((None, ""),), ProblemCode.EMPTY_SHEET),
        ((("ปี", "ตัวชี้วัด", "คะแนน"), (2569, "IIT", 85.5)), ProblemCode.NOTHING_RECOGNISED),
        ((("หน่วยงาน", "คะแนนรวม", "ระดับ"), ("ก", 85.5, "A")), ProblemCode.NOTHING_RECOGNISED),
    ],
)
def test_a_sheet_of_another_kind_is_reported(rows, code):
    assert [problem.code for problem in sheet(*rows).problems] == [code]


def test_a_sheet_of_the_form_that_lost_a_heading_is_not_left_out_in_silence():
    read = book(
        ("ปี", ("ปีงบประมาณ", "คะแนนเป้าหมาย"), (2569, 85)),
        ("เครื่องมือ", ("รหัสเครื่องมือ", "น้ำหนก"), ("IIT", 30)),
    )

    assert found(read) == [(ProblemCode.MISSING_COLUMN, "A1", "น้ำหนัก (ร้อยละ)")]
    assert read.problems[0].blocking


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (0.85, (ProblemCode.SCORES_ARE_FRACTIONS, "B2", "")),
        (1, (ProblemCode.SCORES_ARE_FRACTIONS, "B2", "")),
        ("0.85", (ProblemCode.SCORES_ARE_FRACTIONS, "B2", "")),
        ("สูง", (ProblemCode.CATALOGUE_FAULT, "B2", Fault.NOT_A_NUMBER)),
    ],
)
def test_a_percentage_that_excel_keeps_as_a_fraction_is_no_score(written, problem):
    read = sheet(("ระดับ", "คะแนนรวมตั้งแต่"), ("ผ่าน", written), name="2569")

    assert found(read) == [problem]
    assert read.problems[0].blocking


@pytest.mark.parametrize(
    "written", [85, "85", "๘๕", "85%", "ร้อยละ 85", "85 คะแนน", 85.0, Percentage(0.85)]
)
def test_a_score_is_read_however_it_is_written(written):
    read = sheet(("ระดับ", "คะแนนรวมตั้งแต่"), ("ผ่าน", written), ("ไม่ผ่าน", 0), name="2569")

    assert [entry.facts["total_from"] for entry in read.entries] == [85, 0]
