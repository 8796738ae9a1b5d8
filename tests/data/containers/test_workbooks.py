import datetime as dt
import zipfile

import openpyxl
import pytest

from data.importers.sheets.opening import Sheet, Unreadable, read_sheets
from data.model.grid import Percentage
from tests.corpus import records
from tests.corpus.archives import (
    MAIN,
    SHEET,
    book,
    good_parts,
    number,
    ods,
    row,
    rows_book,
    sheet,
    text,
    zipped,
)
from tests.helpers.workbooks import saved


def read(content, name="a.xlsx"):
    (found,) = read_sheets(name, content)
    return found


def test_an_error_of_newer_excel_does_not_lose_the_rest_of_the_sheet():
    spill = '<c r="C1" t="e"><v>#SPILL!</v></c>'
    found = read(
        rows_book(row(1, number("A1", 85), number("B1", 85.5), spill) + row(2, text("A2", "ก")))
    )
    assert found.rows == ((85, 85.5, Unreadable("#SPILL!")), ("ก", None, None))


def test_a_formula_that_gave_blank_text_is_blank():
    computed = '<c r="B1" t="str"><f>IF(A1,"","x")</f><v></v></c>'
    assert read(rows_book(row(1, number("A1", 1), computed))).rows == ((1,),)


def test_a_formula_with_a_stored_value_is_that_value():
    computed = '<c r="B1"><f>A1*2</f><v>170.42</v></c>'
    assert read(rows_book(row(1, number("A1", 85.21), computed))).rows == ((85.21, 170.42),)


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", "<v />", ""])
def test_a_formula_without_a_value_is_marked_however_it_is_written(value):
    found = read(rows_book(row(1, number("A1", 1), f'<c r="B1"><f>A1&amp;"ก"</f>{value}</c>')))
    assert found.rows == ((1, Unreadable('=A1&"ก"')),)


def test_a_shared_formula_without_a_value_is_marked():
    first = '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>2</v></c>'
    second = '<c r="A2"><f t="shared" si="0"/></c>'
    assert read(rows_book(row(1, first) + row(2, second))).rows == ((2,), (Unreadable("="),))


def test_cells_without_addresses_are_counted():
    found = read(rows_book("<row><c><v>1</v></c></row><row><c/><c><f>A1</f></c></row>"))
    assert found.rows == ((1, None), (None, Unreadable("=A1")))


def test_names_with_a_prefix_are_understood():
    plain = sheet(row(1, number("A1", 1), '<c r="B1" t="e"><v>#N/A</v></c>'))
    prefixed = plain.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    assert read(book(prefixed)).rows == ((1, Unreadable("#N/A")),)


def test_formatting_far_away_is_no_content():
    blank = '<c r="XFD1048576" s="1"/>'
    rows = (
        row(1, number("A1", 1)) + row(300_000, '<c r="A300000" s="1"></c>') + row(1_048_576, blank)
    )
    assert read(rows_book(rows)).rows == ((1,),)


def test_a_declared_extent_is_not_believed():
    huge = '<dimension ref="A1:XFD1048576"/>'
    assert read(book(sheet(row(1, number("A1", 1)), before=huge))).rows == ((1,),)


def test_a_count_of_strings_that_is_too_small_does_no_harm():
    strings = f'<sst xmlns="{MAIN}" count="0" uniqueCount="0"><si><t>ก</t></si></sst>'
    cell = sheet(row(1, '<c r="A1" t="s"><v>0</v></c>'))
    assert read(zipped(good_parts() | {SHEET: cell, "xl/sharedStrings.xml": strings})).rows == (
        ("ก",),
    )


def test_what_is_no_number_in_arithmetic_becomes_text():
    cells = (number("A1", "NaN"), number("B1", "1e999"), number("C1", "-1e999"), number("D1", 1e15))
    assert read(rows_book(row(1, *cells))).rows == (("nan", "inf", "-inf", 10**15),)


def test_numbers_and_truths_that_are_equal_stay_apart():
    truth = '<c r="B1" t="b"><v>1</v></c><c r="C1" t="b"><v>0</v></c>'
    (cells,) = read(rows_book(row(1, number("A1", 1), truth, number("D1", 0)))).rows
    assert list(map(type, cells)) == [int, bool, bool, int]


def test_thai_date_formats_are_dates_and_percentages_are_told_apart():
    workbook = openpyxl.Workbook()
    active = workbook.active
    formats = {"A1": "[$-D07041E]d mmmm yyyy;@", "B1": "[$-1070000]d/mm/yyyy;@", "C1": "0.00%"}
    for address, number_format in formats.items():
        active[address] = 0.8521 if address == "C1" else dt.date(2026, 1, 31)
        active[address].number_format = number_format
    day = dt.date(2026, 1, 31)
    assert read(saved(workbook)).rows == ((day, day, Percentage(0.8521)),)


def test_a_year_typed_in_the_buddhist_era_stays_as_stored():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = dt.date(2569, 10, 1)
    assert read(saved(workbook)).rows == ((dt.date(2569, 10, 1),),)


def test_dates_counted_from_1904_are_the_same_days():
    workbook = openpyxl.Workbook()
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    workbook.active["A1"] = dt.date(2026, 1, 31)
    assert read(saved(workbook)).rows == ((dt.date(2026, 1, 31),),)


def test_dates_around_the_day_that_never_was():
    workbook = openpyxl.Workbook()
    for address, serial in (("A1", 59), ("B1", 61)):
        workbook.active[address] = serial
        workbook.active[address].number_format = "yyyy-mm-dd"
    assert read(saved(workbook)).rows == ((dt.date(1900, 2, 28), dt.date(1900, 3, 1)),)


def test_what_is_merged_or_hidden_is_told():
    workbook = openpyxl.Workbook()
    active = workbook.active
    active["B2"], active["D4"] = "ก", 1
    active.merge_cells("B2:C3")
    active.row_dimensions[4].hidden = True
    active.column_dimensions["D"].hidden = True
    workbook.create_sheet("ลับ").sheet_state = "veryHidden"
    shown, secret = read_sheets("a.xlsx", saved(workbook))
    assert shown.merged == ((1, 1, 2, 2),)
    assert (shown.hidden_rows, shown.hidden_columns) == ({3}, {3})
    assert (shown.hidden, secret.hidden, secret.name, secret.rows) == (False, True, "ลับ", ())


def test_a_merged_value_can_be_repeated_in_all_its_cells():
    found = Sheet("ก", (("x", None), (None, 1), (2,)), merged=((0, 0, 1, 0), (2, 0, 9, 9)))
    assert found.unmerged() == Sheet("ก", (("x", None), ("x", 1), (2, 2)))


def test_an_archive_without_compression_is_read():
    content = zipped(good_parts(), zipfile.ZIP_STORED)
    assert read(content, "คะแนน.csv").rows == ((85.21,),)


def test_a_workbook_of_excel_97_is_read():
    cells = (
        records.number(0, 0, 85),
        records.number(2, 1, 85.21),
        records.error(2, 2, 0x17),
        records.merged(0, 1, 0, 1),
    )
    found = read(records.compound(records.book_stream(*cells)), "a.xls")
    blank = (None, None, None)
    assert found.rows == ((85, None, None), blank, (None, 85.21, Unreadable("#REF!")))
    assert (found.name, found.merged) == ("คะแนน", ((0, 0, 1, 1),))


def test_a_workbook_of_excel_2_is_read_as_thai():
    cells = (records.old_number(0, 1, 85.21), records.old_text(1, 0, "รวม".encode("cp874")))
    assert read(records.old_sheet(*cells)).rows == ((None, 85.21), ("รวม", None))


def test_a_binary_workbook_is_read():
    rows = (
        records.packed_row(1, hidden=True),
        records.packed_number(0, 85.21),
        records.packed_text(1, "รวม"),
        records.packed_error(2, 0x07),
    )
    merge = records.packed(176, bytes([1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]))
    found = read(records.xlsb(*rows, after=merge), "a.xlsb")
    assert found.rows == ((None, None, None), (85.21, "รวม", Unreadable("#DIV/0!")))
    assert (found.merged, found.hidden_rows) == (((1, 0, 1, 1),), {1})


def test_an_open_document_is_read():
    cells = (
        '<table:table-cell office:value-type="float" office:value="85.210"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-01-31"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2">'
        '<text:p>ก<text:s text:c="2"/>ข</text:p><text:p>ค</text:p></table:table-cell>'
        "<table:covered-table-cell/>"
        '<table:table-cell table:formula="of:=[.A1]"/>'
        '<table:table-cell calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
    )
    tables = (
        '<table:table table:name="คะแนน" table:style-name="off">'
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-row table:number-rows-repeated="2"/>'
        f'<table:table-row table:visibility="collapse">{cells}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"/></table:table>'
    )
    off = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="off">{off}</style:style>'
    found = read(ods(tables, styles), "a.ods")
    assert found.rows[2] == (
        85.21,
        dt.date(2026, 1, 31),
        True,
        Percentage(0.5),
        "ก  ข\nค",
        None,
        Unreadable("=[.A1]"),
        Unreadable("#REF!"),
    )
    assert (found.hidden, found.hidden_rows, found.hidden_columns) == (True, {2}, {1})
    assert (found.merged, len(found.rows)) == (((2, 4, 2, 5),), 3)


def test_a_row_repeated_in_an_open_document_is_there_as_often_as_it_says():
    cell = '<table:table-cell office:value-type="float" office:value="7"/>'
    rows = f'<table:table-row table:number-rows-repeated="3">{cell}</table:table-row>'
    assert read(ods(f'<table:table table:name="ก">{rows}</table:table>')).rows == ((7,), (7,), (7,))
