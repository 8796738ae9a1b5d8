"""Plans in pieces: several tables of a Word file, several sheets of a workbook."""

import docx
from docx.oxml import OxmlElement

from data.importers import read
from tests.helpers.workbooks import books_of, saved
from tests.sheet_reading import recognised_sheets

TITLE = "แผนปฏิบัติการ ปีงบประมาณ 2569"
HEADINGS = ["ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ"]
FIRST = ["1. การปฏิบัติหน้าที่", "i1 ข้อความ", "จัดทำ คู่มือ", "1. ทำ", "ตลอดปี", "กองคลัง"]
SECOND = ["2. การใช้งบประมาณ", "i5 ข้อความ", *FIRST[2:]]


def word(*parts, head=""):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = head
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), len(part[0]))
        for cells, row in zip(table.rows, part, strict=True):
            for cell, text in zip(cells.cells, row, strict=False):
                cell.text = text
    return made


def read_all(content):
    return [read(sheet) for sheet in recognised_sheets("แผน", content)]


def ids(results):
    return [one.measure_id for result in results for one in result.measures]


def codes(results):
    return [(one.code.value, one.cell) for result in results for one in result.problems]


def changed(**cells):
    return [cells.get(f"c{at}", cell) for at, cell in enumerate(FIRST)]


def test_the_tables_of_a_document_are_one_plan():
    results = read_all(saved(word(TITLE, [HEADINGS, FIRST], TITLE, [HEADINGS, SECOND], [FIRST])))

    assert ids(results) == ["2569-01-i1", "2569-02-i5", "2569-01-i1-2"]
    assert codes(results) == []
    assert [result.rows_imported for result in results] == [3]


def test_words_of_tables_keep_the_spaces_that_somebody_typed():
    (result,) = read_all(saved(word(TITLE, [HEADINGS, FIRST], [HEADINGS, SECOND])))

    assert [one.action for one in result.measures] == ["จัดทำ คู่มือ"] * 2


def test_a_row_may_go_on_in_the_next_table():
    rest = ["", "", "", "2. ตรวจ", "", ""]
    (result,) = read_all(saved(word(TITLE, [HEADINGS, FIRST], [rest])))

    assert [one.steps for one in result.measures] == [("ทำ", "ตรวจ")]


def test_a_line_between_two_tables_may_name_the_indicator():
    heads, first, second = ([*row[1:], "x"] for row in (HEADINGS, FIRST, SECOND))
    heads[-1] = "ประเด็นปัญหา"
    first[0] = second[0] = "ข้อความ"
    made = word(TITLE, [heads, ["i1", *first[1:]]], "ตัวชี้วัดที่ 2 การใช้งบประมาณ", [heads, second])
    results = read_all(saved(made))

    assert ids(results) == ["2569-01-i1", "2569-02-0"]


def test_a_table_of_other_columns_or_of_another_year_stands_apart():
    signed = [["ลงชื่อ", "ลงชื่อ"], ["ผู้จัดทำ", "ผู้อนุมัติ"]]
    old = "แผนปี 2568"
    results = read_all(saved(word(TITLE, [HEADINGS, FIRST], signed, old, [HEADINGS, FIRST])))

    assert ids(results) == ["2569-01-i1", "2568-01-i1"]
    assert [result.form for result in results][1] is None


def test_a_title_may_stand_at_the_head_of_the_pages_alone():
    assert ids(read_all(saved(word([HEADINGS, FIRST], head=TITLE)))) == ["2569-01-i1"]
    assert ids(read_all(saved(word("แผนปี 2568", [HEADINGS, FIRST], head=TITLE)))) == ["2568-01-i1"]


def test_a_row_deleted_while_changes_were_tracked_is_gone():
    made = word(TITLE, [HEADINGS, FIRST, SECOND])
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:del"))
    made.element.body.tbl_lst[0].tr_lst[2].insert(0, properties)

    assert ids(read_all(saved(made))) == ["2569-01-i1"]


def test_a_sheet_without_a_title_is_of_the_year_of_the_plan_before_it():
    results = read_all(books_of({"IIT": [[TITLE], HEADINGS, FIRST], "OIT": [HEADINGS, SECOND]}))

    assert ids(results) == ["2569-01-i1", "2569-02-i5"]
    assert [result.measures[0].cell for result in results] == ["B3", "B2"]
    assert codes(results) == []


def test_another_measure_for_the_same_item_on_another_sheet_takes_no_ones_place():
    other = changed(c2="มาตรการอื่น", c5="กองช่าง")
    sheets = {
        "a": [[TITLE], HEADINGS, FIRST],
        "b": [[TITLE], HEADINGS, other],
        "c": [HEADINGS, other],
    }

    results = read_all(books_of(sheets))

    assert ids(results) == ["2569-01-i1", "2569-01-i1-2", "2569-01-i1-2"]


def test_the_same_plan_on_two_sheets_is_one_plan():
    rows = [[TITLE], HEADINGS, FIRST, changed(c2="มาตรการอื่น")]

    assert ids(read_all(books_of({"a": rows, "b": rows}))) == ["2569-01-i1", "2569-01-i1-2"] * 2


def test_a_plan_of_another_year_on_a_sheet_before_counts_for_nothing():
    last_year = [["แผนปี 2568"], HEADINGS, changed(c2="มาตรการเดิม")]

    assert ids(read_all(books_of({"a": last_year, "b": [[TITLE], HEADINGS, FIRST]}))) == [
        "2568-01-i1",
        "2569-01-i1",
    ]
