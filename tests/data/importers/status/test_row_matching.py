"""A measure that a line of a chat names by a few of its words: settled, or asked nearest first."""

import pytest

from data.importers.status.row_matching import PlannedMeasure, match_rows
from data.model.measure_said import MeasureSaid

ACTIONS = {
    "a": "จัดทำคู่มือแนวทางการปฏิบัติงาน ขั้นตอนและระยะเวลาให้ชัดเจน",
    "b": "จัดทำคู่มือการป้องกันการทุจริต รอบที่ 2 และลดความเสี่ยงในการทุจริต",
    "c": "จัดกิจกรรมอบรมคุณธรรมจริยธรรม",
}
PLAN = [
    PlannedMeasure(name, position, position, (), action, ("กองคลัง",))
    for position, (name, action) in enumerate(ACTIONS.items(), start=1)
]


def matched(*texts):
    said = [MeasureSaid(at, text, in_passing=True) for at, text in enumerate(texts, start=1)]
    return match_rows(said, PLAN)


@pytest.mark.parametrize("words", ["คู่มือการป้องกันการทุจริต", "คู่มือป้องกันการทุจริต รอบที่ 2"])
def test_a_few_words_that_one_measure_alone_has_settle_it(words):
    assert matched(words).kept == {1: "b"}


@pytest.mark.parametrize(
    ("words", "first"),
    [("จัดทำคู่มือ", {"a", "b"}), ("คู่มือการป้องกันการทุจริต รอบที่ 3", {"b"}), ("คุณธรรม", {"c"})],
)
def test_words_of_two_measures_another_number_and_too_few_letters_are_asked(words, first):
    found = matched(words)
    assert not found.kept
    assert set(found.asked[1][: len(first)]) == first


def test_two_lines_with_words_of_one_measure_are_asked():
    found = matched("คู่มือการป้องกันการทุจริต", "ลดความเสี่ยงในการทุจริต")
    assert set(found.asked) == {1, 2}
