"""The budget that a plan has beside its measures: taken with its cell, or told."""

import pytest

from data.importers.sheets.opening import Sheet
from tests.sheet_reading import read_plan

TITLE = ("แผนปฏิบัติการ ปีงบประมาณ 2569",)
HEADINGS = ("ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ", "ระยะเวลา", "งบประมาณ (บาท)", "ผู้รับผิดชอบ")


def row(code, budget, indicator="1. การปฏิบัติหน้าที่"):
    return (indicator, f"{code} ข้อความ", f"มาตรการของ {code}", "1. ทำ", "ตลอดปี", budget, "กองคลัง")


def read(*rows, merged=()):
    return read_plan(Sheet("แผน", (TITLE, HEADINGS, *rows), merged=merged))


def budgets(imported):
    return [(one.budget_planned, one.budget_cell) for one in imported.measures]


def found(imported):
    return [(one.code.value, one.cell) for one in imported.problems]


@pytest.mark.parametrize(
    ("written", "amount"),
    [(50000, 50000), ("50,000 บาท", 50000), ("๑,๕๐๐.๕๐", 1500.5), ("ไม่ใช้งบประมาณ", 0), (0, 0)],
)
def test_an_amount_is_the_budget_of_its_measure_and_has_a_cell(written, amount):
    imported = read(row("i1", written))
    assert budgets(imported) == [(amount, "F3")]
    assert found(imported) == []


@pytest.mark.parametrize("written", [None, "-", ""])
def test_a_blank_cell_tells_no_budget(written):
    imported = read(row("i1", written))
    assert budgets(imported) == [(None, "")]
    assert found(imported) == []


@pytest.mark.parametrize("written", ["ตามข้อบัญญัติ", "50,000 / 20,000", "ปีละ 5,000", "-500"])
def test_what_is_no_single_amount_is_told_and_does_not_block(written):
    imported = read(row("i1", written))
    assert budgets(imported) == [(None, "")]
    assert found(imported) == [("budget-not-taken", "F3")]
    assert not imported.blocking


def test_an_amount_beside_several_measures_is_none_of_each():
    rows = (row("i1", 9000), row("i2", None), row("i3", 700))
    imported = read(*rows, merged=((2, 5, 3, 5),))
    assert budgets(imported) == [(None, ""), (None, ""), (700, "F5")]
    assert ("budget-not-taken", "F3") in found(imported)


def test_amounts_of_several_rows_of_one_measure_are_not_summed():
    more = (None, None, None, "2. ตรวจ", None, 300, None)
    imported = read(row("i1", 500), more)
    assert budgets(imported) == [(None, "")]
    assert found(imported) == [("budget-not-taken", "F3")]


def test_a_budget_makes_no_plan_of_a_table_that_says_too_little():
    headings = ("มาตรการ", "งบประมาณ", "ผู้รับผิดชอบ", "หมายเหตุ")
    sheet = Sheet("ก", (TITLE, headings, ("อบรม", 500, "กองคลัง", "")))
    assert not read_plan(sheet).measures
