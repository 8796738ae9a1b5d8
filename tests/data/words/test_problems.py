"""Findings in Thai: what a person is told of a value of the engine."""

import pytest

from data.model.problems import Problem, ProblemCode
from data.words.importing.problems import PROBLEMS, problem


@pytest.mark.parametrize("code", ProblemCode)
def test_every_finding_has_words(code):
    assert PROBLEMS[code]


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("", "", "ไม่พบปีงบประมาณ โปรดระบุปีของข้อมูล"),
        ("", "2567, 2568", "พบหลายปี (2567, 2568) โปรดระบุปีของข้อมูล"),
        ("A4", "ปีก่อน", "อ่าน “ปีก่อน” เป็นปีงบประมาณไม่ได้"),
    ],
)
def test_a_missing_year_says_whether_there_is_none_or_several_or_one_not_understood(
    cell, value, said
):
    assert problem(Problem(ProblemCode.NO_YEAR, "คะแนน", cell, value)) == said


def test_a_missing_column_is_called_by_its_heading():
    told = problem(Problem(ProblemCode.MISSING_COLUMN, "แผน", "A2", expected="action"))
    assert "“มาตรการ/โครงการ/กิจกรรม”" in told


def test_a_text_that_was_left_out_is_not_told_as_repaired_into_nothing():
    told = problem(Problem(ProblemCode.TEXT_REPAIRED, "แผน", "A50", "ประเด็น/ตัวชี้วัด"))
    assert told == "ตัดข้อความที่ไม่ใช่เนื้อหาออก: “ประเด็น/ตัวชี้วัด”"
