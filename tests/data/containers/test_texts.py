import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.containers.formats import plain_tables
from data.exporters.text_table import csv_bytes
from data.importers.sheets.opening import read_sheets
from data.model.columns import Column, Kind, Table
from tests.corpus.archives import docx, word_cell

SCORES = (("ปี", "ตัวชี้วัด", "คะแนน"), ("2568", "๙", "๘๕.๒๑"), ("2568", "10", "0.00"))


def written(delimiter, end="\r\n"):
    return end.join(delimiter.join(row) for row in SCORES) + end


def read(content, name="คะแนน.csv"):
    (found,) = read_sheets(name, content)
    return found


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_table_is_the_same_in_every_encoding_and_with_every_delimiter(delimiter, end, encoding):
    assert read(written(delimiter, end).encode(encoding)).rows == SCORES


@given(
    st.text("ก๑a1'=-,;\t \r\n\x0b\x0c\x85\u2028\ufeff", max_size=30),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_a_table_without_quotes_is_cut_as_the_csv_module_cuts_it(tail, encoding):
    text = written(",") * 9 + tail
    assert read(text.encode(encoding)).rows == read(text.encode("utf-16")).rows


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_long_table_keeps_every_row_from_megabyte_to_megabyte(end):
    rows = read((written(",", end) * 30_000).encode("utf-8-sig")).rows
    assert rows == SCORES * 30_000


@given(st.lists(st.sampled_from(SCORES), min_size=20, max_size=200))
def test_cells_are_numbered_alike_over_many_small_parts(rows):
    lines = [*SCORES, *rows]
    content = "\n".join(",".join(row) for row in lines).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_tables, "_BLOCK", 300)
        patch.setattr(plain_tables, "_WAITING", 200)
        grid = plain_tables.plain_rows(content, ",", 3)
    assert list(grid) == lines


def test_a_big_endian_file_of_utf_16_is_read():
    assert read(b"\xfe\xff" + written("\t").encode("utf-16-be")).rows == SCORES


def test_the_delimiter_is_the_one_that_gives_equal_rows():
    content = "หน่วยงาน;คะแนน;ระดับ\nก, ข และ ค;85,21;ผ่าน\nง;70,59;ผ่าน, ดี\n"
    assert read(content.encode()).rows[1] == ("ก, ข และ ค", "85,21", "ผ่าน")


def test_quotes_are_those_of_the_standard():
    content = 'a,b\n"1,234","say ""hi""\nthere"\n,""\n'
    assert read(content.encode()).rows == (("a", "b"), ("1,234", 'say "hi"\nthere'))


def test_ragged_rows_stay_as_they_are():
    rows = read(b"a,b,c\n" * 9 + b"1,2\n1,2,3,4\n").rows
    assert rows[9:] == (("1", "2"), ("1", "2", "3", "4"))


def test_title_lines_without_a_delimiter_leave_the_table_a_table():
    content = "คะแนน ITA ปี 2568\n\n" + "ตัวชี้วัด,คะแนน\n" + "1,85.21\n" * 10
    found = read(content.encode())
    assert found.rows[:3] == (("คะแนน ITA ปี 2568",), (), ("ตัวชี้วัด", "คะแนน"))
    assert found.text is None


def test_running_text_keeps_its_lines_and_its_quotes():
    text = 'แผน "ก\n\nหน้า 1\nข้อ 1\tx\t"ก\nต่อจากหน้าก่อน\n'
    found = read(text.encode(), "plan.txt")
    assert (found.name, found.text) == ("plan", text)
    assert found.rows[3] == ("ข้อ 1", "x", '"ก')


def test_text_stays_text():
    row = ("=1+1", "007", "1e5", "nan", "๘๕", " x ")
    assert read((",".join(row) + "\n").encode() * 2).rows == (row, row)


def test_the_content_decides_and_never_the_name():
    assert read(written(",").encode("cp874"), "a.xlsx").rows == SCORES


def test_a_page_named_xls_gives_its_tables_with_the_lines_above_them():
    page = (
        '<html><meta charset="windows-874"><title>เว็บ</title><style>td{}</style><body>'
        "<h1>ผล ITA<br>ปี 2568</h1><table border=1><tr><th rowspan=2>ที่<th colspan=2>คะแนน"
        "<tr><td>IIT<td>&nbsp;EIT&amp;\n OIT </tr></table><p>ท้าย</p>"
        "<table><tr><td>1</td></tr></table></body></html>"
    )
    first, second = read_sheets("ita.xls", page.encode("cp874"))
    assert first.rows == (
        ("ผล ITA", None, None),
        ("ปี 2568", None, None),
        ("ที่", "คะแนน", None),
        (None, "IIT", "EIT& OIT"),
    )
    assert first.merged == ((2, 0, 3, 0), (2, 1, 2, 2))
    assert (second.name, second.rows) == ("2", (("ท้าย",), ("1",)))


def test_a_table_inside_a_table_stands_on_its_own():
    page = "<table><tr><td>นอก<table><tr><td>ใน</table></td><td>2</td></tr></table>"
    inner, outer = read_sheets("a.xls", page.encode())
    assert (inner.rows, outer.rows) == ((("ใน",),), (("นอก", "2"),))


def test_a_word_table_keeps_its_title_and_its_merged_cells():
    across = '<w:gridSpan w:val="2"/>'
    start, going_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        "<w:p><w:r><w:t>แผนปี </w:t></w:r><w:r><w:t>2569</w:t></w:r></w:p><w:p/>"
        f"<w:tbl><w:tr>{word_cell('ก', across)}{word_cell('ข')}</w:tr>"
        f"<w:tr>{word_cell('ค', start)}{word_cell('1')}{word_cell('2')}</w:tr>"
        f"<w:tr>{word_cell('', going_on)}{word_cell('3')}{word_cell('4')}</w:tr></w:tbl>"
        f"<w:p/><w:tbl><w:tr>{word_cell('ลงชื่อ')}</w:tr></w:tbl>"
    )
    plan, signature = read_sheets("แผน.docx", docx(body))
    assert plan.rows == (
        ("แผนปี 2569", None, None),
        ("ก", None, "ข"),
        ("ค", "1", "2"),
        (None, "3", "4"),
    )
    assert plan.merged == ((1, 0, 1, 1), (2, 0, 3, 0))
    assert (signature.name, signature.rows) == ("2", (("ลงชื่อ",),))


def test_a_word_cell_keeps_its_lines_but_not_what_was_deleted():
    cell = (
        "<w:tc><w:p><w:r><w:t>1.</w:t><w:tab/><w:t>ก</w:t><w:br/><w:t>ข</w:t></w:r>"
        "<w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del></w:p>"
        "<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p></w:tc>"
    )
    (found,) = read_sheets("a.docx", docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert found.rows == (("1.\tก\nข\nใหม่",),)


@pytest.mark.parametrize("text", ["- ข้อหนึ่ง", "=1+1", "+66", "@here", "'quoted", "''=x", "ปกติ"])
def test_what_our_own_csv_escaped_comes_back_as_it_was(text):
    columns = (Column("a", "หัว", Kind.TEXT), Column("n", "เลข", Kind.INTEGER))
    frame = pd.DataFrame({"a": [text, text], "n": [1, 2]})

    sheet = read_sheets("a.csv", csv_bytes(Table("t", "t", columns, frame)))[0]

    assert [row[0] for row in sheet.rows] == ["หัว", text, text]


def test_titles_and_notes_do_not_make_a_small_table_running_text():
    rows = [["แผนปี 2569"], ["อบต.กุศกร"], ["ก", "ข", "ค"], ["1", "5,000", "ทำ\nตรวจ"], ["หมายเหตุ"]]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (sheet,) = read_sheets("แผน.csv", text.getvalue().encode())
    assert [list(row) for row in sheet.rows] == rows
    assert sheet.text is None


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_short_table_with_a_decimal_comma_in_quotes_is_no_running_text(delimiter):
    lines = ["ผลคะแนน ITA ปี 2568", f"ตัวชี้วัด{delimiter}คะแนน", f'IIT{delimiter}"92,82"', ""]
    assert read("\n".join(lines).encode()).rows == (
        ("ผลคะแนน ITA ปี 2568",),
        ("ตัวชี้วัด", "คะแนน"),
        ("IIT", "92,82"),
    )
