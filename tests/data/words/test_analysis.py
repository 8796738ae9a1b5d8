"""Sentences about the movement of the total and the next level, made from exact numbers."""

from dataclasses import replace
from decimal import Decimal

from data.analysis.movement import Movement, Part
from data.analysis.next_level import outlook
from data.analysis.overview import TotalMovement
from data.words.scores import movement, next_level
from tests.readings import standing_of

NAMES = {1: "การปฏิบัติหน้าที่", 2: "การใช้งบประมาณ", 8: "การปรับปรุงระบบการทำงาน"}


def moved(change, *parts):
    """parts: (indicator, contribution)."""
    held = tuple(
        Part("IIT", number, None if value is None else Decimal(value)) for number, value in parts
    )
    total = None if change is None else Decimal(change)
    apart = Movement(2567, 2568, total, held, Decimal(0), Decimal(0), complete=True)
    return TotalMovement(apart, Decimal(80), NAMES, 10, 10, comparable=True, steady_band=Decimal(1))


def test_the_largest_plus_and_minus_are_named():
    found = moved("0.12", (1, "0.3"), (2, "-0.18"))

    assert movement.sentence(found) == (
        "คะแนนรวม +0.12: บวกมากสุด 1. การปฏิบัติหน้าที่ +0.30 · ลบมากสุด 2. การใช้งบประมาณ -0.18"
    )


def test_when_nothing_fell_it_says_so():
    assert movement.sentence(moved("0.30", (1, "0.3"), (2, "0"))).endswith("ไม่มีส่วนใดลบ")


def test_when_nothing_rose_it_says_so():
    assert movement.NO_RISE in movement.sentence(moved("-0.30", (1, "-0.3")))


def test_equal_years_are_said_to_be_equal():
    assert movement.sentence(moved("0", (1, "0"))) == "คะแนนรวม +0.00: ไม่มีส่วนใดขยับ"


def test_equal_parts_are_all_named():
    found = moved("0.6", (1, "0.3"), (2, "0.3"))

    assert "1. การปฏิบัติหน้าที่ +0.30, 2. การใช้งบประมาณ +0.30" in movement.sentence(found)


def test_across_a_break_nothing_is_compared():
    broken = replace(moved("0.6", (1, "0.3"), (2, "0.3")), comparable=False)

    assert movement.sentence(broken) == movement.BROKEN


def test_what_is_not_known_is_not_said_to_have_kept_still():
    partly = moved("0.30", (1, "0.3"), (2, None))
    partly = replace(partly, apart=replace(partly.apart, complete=False))

    assert movement.sentence(partly).endswith("(เท่าที่มีข้อมูล)")
    assert movement.sentence(moved("0.30", (1, None))) == movement.NO_PARTS.format(
        change=Decimal("0.30")
    )


def test_a_missing_total_is_not_explained():
    assert movement.sentence(moved(None, (1, None))) == "คะแนนรวมของสองปีไม่ครบ จึงบอกไม่ได้"


def standing(total, **instruments):
    return standing_of(2568, total=total, instruments=instruments)


def test_the_binding_condition_comes_with_the_way_out():
    assert next_level.binding(standing(94.64, IIT=96.0, EIT=84.1, OIT=99.0)) == (
        "คะแนนรวม 94.64 อยู่ระดับผ่าน เพราะ EIT 84.10 < 85.00 — เพิ่ม EIT อีก 0.90 จะเป็นผ่านดี"
    )


def test_two_binding_conditions_are_both_said():
    said = next_level.binding(standing(90.0, IIT=84.0, EIT=84.5, OIT=99.0))

    assert "IIT 84.00 < 85.00 และ EIT 84.50 < 85.00" in said


def test_the_top_has_no_next_level():
    assert next_level.binding(standing(97.0, IIT=97.0, EIT=97.0, OIT=97.0)) == (
        "คะแนนรวม 97.00 อยู่ระดับผ่านดีเยี่ยม ซึ่งสูงสุดแล้ว"
    )


def test_without_a_total_no_level_is_claimed():
    assert next_level.binding(standing(None)) == "ปี 2568 ยังไม่มีคะแนนรวม จึงบอกระดับไม่ได้"


def year(**changes):
    scores = dict.fromkeys(range(1, 11), Decimal(90)) | {
        int(key[1:]): Decimal(value) for key, value in changes.items()
    }
    return standing_of(2568, indicators=scores)


def test_the_cost_of_a_level_and_the_single_way_to_it_are_said():
    found = outlook(year(i8="70")).targets[0]

    assert next_level.target(found, by_indicator=True) == ("ผ่านดี: เพิ่มรวม 4.99 คะแนนรายตัวชี้วัด")
    assert next_level.single(found, NAMES).startswith(
        "ปรับตัวเดียวก็ถึง: 8. การปรับปรุงระบบการทำงาน ถึง 74.99 (+4.99)"
    )


def test_a_level_out_of_reach_says_what_is_still_missing():
    found = outlook(year(i8="70"), only=[1]).targets[0]

    assert next_level.target(found, by_indicator=True) == (
        "ผ่านดี: ไปไม่ถึงด้วยตัวชี้วัดที่เลือก ต่อให้ได้เต็ม 100 ยังขาด EIT 1.67"
    )
