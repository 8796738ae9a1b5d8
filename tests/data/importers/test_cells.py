import datetime as dt

import pytest

from data.containers.cell_columns import Column
from data.importers.sheets.cells import score_of, year_of
from data.importers.sheets.opening import Unreadable
from data.importers.sheets.readings import interned
from data.model.problems import ProblemCode


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        (85, 85.0),
        (85.21, 85.21),
        (0, 0.0),
        (-0.0, 0.0),
        (100, 100.0),
        (80.35000000000001, 80.35),
        ("85.21", 85.21),
        (" 85.21\u00a0", 85.21),
        ("85.40%", 85.4),
        ("85.40 คะแนน", 85.4),
        ("ร้อยละ 85.4", 85.4),
        ("๘๕.๔๐", 85.4),
        ("0.00", 0.0),
        ("100", 100.0),
    ],
)
def test_a_cell_that_says_a_number_from_0_to_100_is_that_score(cell, score):
    assert score_of(cell) == score


@pytest.mark.parametrize("cell", [None, "", "  ", "\n", "\u200b"])
def test_a_blank_cell_is_no_score_and_no_problem(cell):
    assert score_of(cell) is None


@pytest.mark.parametrize("cell", ["-", "–", "ไม่ประเมิน", "ไม่ได้ประเมิน", "N/A", " n/a ", "[z]"])
def test_words_for_no_score_are_told_from_zero(cell):
    assert score_of(cell) is ProblemCode.NOT_ASSESSED


@pytest.mark.parametrize(
    "cell",
    [
        "8_5",
        "nan",
        "inf",
        "1e2",
        "1e999",
        "+85",
        "8 5.4",
        "85.",
        ".5",
        "(85)",
        "85.1.2",
        "=A1",
        "สูง",
        "²",
        float("nan"),
        float("inf"),
        True,
        False,
        dt.date(2025, 1, 10),
        dt.datetime(2025, 1, 10, tzinfo=dt.UTC),
        dt.time(1, 2),
        Unreadable("#REF!"),
    ],
)
def test_everything_else_is_not_a_number(cell):
    assert score_of(cell) is ProblemCode.SCORE_NOT_A_NUMBER


@pytest.mark.parametrize("cell", [-0.01, 100.01, "-5", "1,000", "101%", 8521])
def test_a_number_outside_the_scale_is_no_score(cell):
    assert score_of(cell) is ProblemCode.SCORE_OUT_OF_RANGE


def test_a_formula_that_was_never_computed_is_a_problem_of_its_own():
    assert score_of(Unreadable("=SUM(A1:A3)")) is ProblemCode.FORMULA_WITHOUT_VALUE


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2568", (2568, False)),
        ("๒๕๖๘", (2568, False)),
        ("2025", (2568, True)),
        ("1568", None),
        ("25680", None),
        ("68", None),
        ("", None),
    ],
)
def test_a_year_is_four_digits_of_either_era(text, year):
    assert year_of(text) == year


def test_values_that_are_equal_but_of_another_type_are_read_apart():
    column = Column.of([1, True, 1.0, "1"])
    assert list(column) == [1, True, 1.0, "1"]
    assert list(map(type, column)) == [int, bool, float, str]
    places, scores = interned(column, score_of)
    assert places.tolist() == [0, 1, 0, 0]
    assert scores == [1.0, ProblemCode.SCORE_NOT_A_NUMBER]
