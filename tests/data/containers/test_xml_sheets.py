import datetime as dt

from data.importers.sheets.opening import Unreadable, read_sheets
from tests.corpus.markup import OFFICE, xml_book, xml_cell, xml_row

EXCEL = f"{OFFICE}:excel"


def read(*rows, change=lambda book: book):
    (sheet,) = read_sheets("คะแนน.xls", change(xml_book(*rows)).encode())
    return sheet


def typed(kind, text, place=""):
    return f'<Cell{place}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_a_cell_is_what_its_type_says():
    row = xml_row(
        typed("Number", "8.521E1"),
        typed("Number", "2568"),
        typed("String", "a&#10;b"),
        typed("Boolean", "1"),
        typed("Error", "#DIV/0!"),
        typed("DateTime", "2025-10-01T00:00:00.000"),
        typed("DateTime", "2025-10-01T08:30:00.000"),
        typed("DateTime", "1899-12-31T08:30:00.000"),
    )
    assert read(row).rows == (
        (
            85.21,
            2568,
            "a\nb",
            True,
            Unreadable("#DIV/0!"),
            dt.date(2025, 10, 1),
            dt.datetime(2025, 10, 1, 8, 30),  # noqa: DTZ001
            dt.time(8, 30),
        ),
    )


def test_what_is_not_as_its_type_says_stays_text():
    row = xml_row(typed("Number", "8_5"), typed("Number", "๘๕"), typed("DateTime", "เมื่อวาน"))
    assert read(row).rows == (("8_5", "๘๕", "เมื่อวาน"),)


def test_a_formula_without_a_result_is_unreadable_and_one_with_it_is_its_result():
    bare = '<Cell ss:Formula="=RC[-1]*2"/>'
    computed = '<Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell>'
    assert read(xml_row(bare, computed)).rows == ((Unreadable("=RC[-1]*2"), 2),)


def test_rich_text_is_its_letters_and_a_comment_is_none_of_them():
    rich = (
        '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">'
        "<B>คะ</B>แนน</ss:Data><Comment><ss:Data>ไม่ใช่</ss:Data></Comment></Cell>"
    )
    assert read(xml_row(rich)).rows == (("คะแนน",),)


def test_an_index_leaves_rows_and_columns_out():
    place = ' ss:Index="3"'
    found = read(xml_row(1), xml_row(xml_cell(2, place), 3, place=place), xml_row(4))
    assert found.rows == ((1, *[None] * 3), (None,) * 4, (None, None, 2, 3), (4, *[None] * 3))


def test_a_merged_cell_pushes_the_next_one_aside():
    wide = xml_cell("ก", ' ss:MergeAcross="1" ss:MergeDown="1"')
    below = xml_row(xml_cell(2, ' ss:Index="3"'))
    found = read(xml_row(wide, 1), below)
    assert (found.rows, found.merged) == ((("ก", None, 1), (None, None, 2)), ((0, 0, 1, 1),))


def test_hidden_rows_columns_and_sheets_are_told():
    column = '<Column/><Column ss:Hidden="1" ss:Span="1"/>'
    options = f'<WorksheetOptions xmlns="{EXCEL}"><Visible>SheetHidden</Visible></WorksheetOptions>'
    found = read(
        column,
        xml_row(1, 2, 3, 4),
        xml_row(5, place=' ss:Hidden="1"'),
        change=lambda book: book.replace("</Worksheet>", f"{options}</Worksheet>"),
    )
    assert (found.hidden, found.hidden_rows, found.hidden_columns) == (True, {1}, {1, 2})


def test_every_sheet_keeps_its_name_in_any_prefix():
    name = f"{OFFICE}:spreadsheet"
    sheets = "".join(f'<s:Worksheet s:Name="{one}"/>' for one in "กข")
    found = read_sheets("a.xml", f'<s:Workbook xmlns:s="{name}">{sheets}</s:Workbook>'.encode())
    assert [sheet.name for sheet in found] == ["ก", "ข"]
