"""A sheet without a known table: what was seen, which headings came nearest, what they lack."""

import pytest

from data.importers import read
from data.model.problems import ProblemCode
from data.words.importing.problems import problem
from tests.corpus.tables import csv_of
from tests.sheet_reading import recognised_sheets


def found(*rows, content=None, name="ก.csv"):
    (sheet,) = recognised_sheets(name, content or csv_of(*rows))
    (only,) = read(sheet).problems
    assert only.code is ProblemCode.NOTHING_RECOGNISED
    return only


@pytest.mark.parametrize(
    ("headings", "lacks"),
    [
        (("มาตรการ", "ผู้รับผิดชอบ", "งบ"), "plan: indicator, period"),
        (("มาตรการ", "หมายเหตุ"), "status: status"),
        (("สถานะ", "หมายเหตุ"), "status: action"),
        (("ตัวชี้วัด", "ค่า"), "score"),
        (("ประชุม", "ครั้งที่ 3"), "code, agency, score"),
    ],
)
def test_the_nearest_headings_are_told_with_what_they_lack(headings, lacks):
    only = found(("เรื่องหนึ่ง",), headings, ("ก", "ข", "ค")[: len(headings)])
    assert (only.cell, only.value) == ("A2", " | ".join(headings))
    assert only.expected == lacks
    assert headings[0] in problem(only)


def test_text_without_columns_says_how_much_there_is_and_to_take_the_pdf_itself():
    lines = "แผนปฏิบัติการ ปีงบประมาณ 2569\nตัวชี้วัด มาตรการ\nเรื่อง\n"
    only = found(content=lines.encode(), name="ก.txt")
    assert (only.cell, only.expected) == ("", "3 x 1")
    assert "PDF" in problem(only)
