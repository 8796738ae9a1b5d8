"""The steps of a plan: how many, where each begins, and which stored one each is."""

import pytest

from data.examples import PLAN_FILE
from data.importers import read_sheets
from data.importers.plan.step_matching import StoredStep, match_steps
from data.importers.spelling.plan_steps import placed_steps, split_steps
from tests.changing_plans import measure
from tests.sheet_reading import read

FIRST, SECOND, THIRD = "ประชุมคณะทำงานจัดทำแผน", "แจกเวียนให้ทุกกองทราบ", "ติดตามและรายงานผลต่อผู้บริหาร"


def stored(*texts, newest=True):
    return [StoredStep(f"m/{at}", text, newest) for at, text in enumerate(texts, start=1)]


def ids(before, *texts):
    return match_steps(measure("ทำ", steps=texts, kept_id="m"), before).step_ids


@pytest.fixture(scope="module")
def seed():
    sheets = read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes())
    return [one for sheet in sheets for one in read(sheet).measures]


def test_the_seed_gives_the_steps_it_numbers(seed):
    assert [len(one.steps) for one in seed] == [3, 3, 2, 4, 1, 3, 10, 3, 4, 3, 3, 4]


def test_a_step_is_found_in_the_cell_where_it_begins_however_far_it_runs(seed):
    cells = {one.measure_id: one.step_cells for one in seed}

    assert cells["2569-01-i1"] == ("F8", "F8", "F16")
    assert cells["2569-10-o25+o26+o27+o28"] == ("F174", "F174", "E182", "E182")
    assert all(len(one.steps) == len(one.step_cells) for one in seed)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("1. ก 2. ข", [0, 5]),
        ("นำ 1. ก2. ข", [0, 3, 7]),
        ("- ก\n- ข", [0, 4]),
        ("ก\nข\n\nค", [0, 1, 4]),
        ("", []),
    ],
)
def test_a_step_begins_where_its_number_or_mark_stands(text, begins):
    placed = list(placed_steps(text))

    assert [begin for begin, _ in placed] == begins
    assert tuple(step for _, step in placed) == split_steps(text)


@pytest.mark.parametrize("text", ["- 2. 1. ", "1. 2. 3.", "- - •", "(1) 2)"])
def test_numbers_and_bullets_without_a_word_are_no_steps(text):
    assert split_steps(text) == ()


@pytest.mark.parametrize("text", ["- ทำ2. 1. ", "1. - ทำ2.", "- - ทำ2."])
def test_a_bullet_before_a_step_is_no_part_of_it(text):
    assert split_steps(text)[0].startswith("ทำ")


def test_steps_of_a_new_measure_are_numbered():
    assert ids([], FIRST, SECOND) == ("m/1", "m/2")


def test_steps_keep_their_ids_wherever_they_stand_now():
    assert ids(stored(FIRST, SECOND), SECOND, THIRD, FIRST) == ("m/2", "m/3", "m/1")


def test_a_step_that_was_edited_a_little_is_the_same_step():
    assert ids(stored(FIRST, SECOND), SECOND, f"{FIRST}ประจำปี") == ("m/2", "m/1")


def test_what_counts_rounds_is_not_the_same_step():
    assert ids(stored("อบรมเจ้าหน้าที่รอบ 1"), "อบรมเจ้าหน้าที่รอบ 2") == ("m/2",)


def test_of_two_alike_neither_is_taken_for_the_edited_one():
    before = stored("ประชุมคณะทำงานชุดใหญ่", "ประชุมคณะทำงานชุดเล็ก")

    assert ids(before, "ประชุมคณะทำงานชุดกลาง") == ("m/3",)


def test_a_step_of_an_earlier_plan_comes_back_under_its_id():
    before = [*stored(FIRST), StoredStep("m/7", THIRD, newest=False)]

    assert ids(before, FIRST, THIRD, SECOND) == ("m/1", "m/7", "m/8")


def test_the_same_text_twice_is_two_steps_in_their_order():
    assert ids(stored(FIRST, FIRST), FIRST, FIRST, FIRST) == ("m/1", "m/2", "m/3")


REPORTED = [
    StoredStep("m/1", FIRST, newest=True, reported=True),
    StoredStep("m/2", SECOND, newest=True),
    StoredStep("m/3", "สรุปผลความพึงพอใจ", newest=True, reported=True),
]


def matched(*texts, **decided):
    answers = {int(place[1:]): kept for place, kept in decided.items()}
    return match_steps(measure("ทำ", steps=texts, kept_id="m"), REPORTED, answers)


def test_only_a_step_with_reports_is_missed_and_nothing_is_asked_where_nothing_new_stands():
    found = matched(SECOND)

    assert [one.step_id for one in found.left_out] == ["m/1", "m/3"]
    assert found.asked == {}


def test_what_a_new_step_is_is_asked_while_one_with_reports_is_missed_the_likest_first():
    found = matched(SECOND, "สรุปความพึงพอใจของประชาชนทุกหมู่บ้านแล้วเผยแพร่")

    assert found.asked == {2: ("m/3", "m/1")}


def test_the_answer_is_the_stored_step_or_a_new_one():
    assert matched(SECOND, THIRD, s2="m/3").step_ids == ("m/2", "m/3")
    new = matched(SECOND, THIRD, s2="")
    assert (new.step_ids, new.asked) == (("m/2", "m/4"), {})
    assert [one.step_id for one in new.left_out] == ["m/1", "m/3"]


def test_an_answer_moves_no_step_that_is_clear_and_gives_none_twice():
    assert matched(FIRST, SECOND, s2="m/3").step_ids == ("m/1", "m/2")
    twice = matched("ก", "ข", s1="m/3", s2="m/3")
    assert (twice.step_ids[0], twice.asked) == ("m/3", {2: ("m/1",)})
