"""Findings in Thai: what a person is told of a value of the engine."""

import pytest

from data.model.identity import Doubt
from data.model.problems import Problem, ProblemCode
from data.words.importing.problems import PROBLEMS, problem


@pytest.mark.parametrize("code", ProblemCode)
def test_every_finding_has_words(code):
    assert PROBLEMS[code]


def test_a_year_that_is_not_understood_is_quoted():
    found = Problem(ProblemCode.NO_YEAR, "คะแนน", "A4", "ปีก่อน")
    assert problem(found) == "อ่าน “ปีก่อน” เป็นปีงบประมาณไม่ได้"


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words_that_quote_what_was_found(doubt):
    said = problem(Problem(ProblemCode.ASK_KIND, "คะแนน", "A4", "ของจริง", doubt.value))
    assert doubt.value not in said
    assert "{" not in said


def test_a_missing_column_is_called_by_its_heading():
    told = problem(Problem(ProblemCode.MISSING_COLUMN, "แผน", "A2", expected="action"))
    assert "“มาตรการ/โครงการ/กิจกรรม”" in told


def test_a_text_that_was_left_out_is_not_told_as_repaired_into_nothing():
    told = problem(Problem(ProblemCode.TEXT_REPAIRED, "แผน", "A50", "ประเด็น/ตัวชี้วัด"))
    assert told == "ตัดข้อความที่ไม่ใช่เนื้อหาออก: “ประเด็น/ตัวชี้วัด”"


def test_of_columns_that_could_all_be_scores_the_one_that_is_read_is_named_first():
    value = "หลังชี้แจง (D) | ก่อนชี้แจง"
    told = problem(Problem(ProblemCode.ASK_KIND, "ผล", "D3", value, Doubt.RIVAL_COLUMNS.value))
    assert told.index("“ก่อนชี้แจง”") < told.index("“หลังชี้แจง (D)”")
