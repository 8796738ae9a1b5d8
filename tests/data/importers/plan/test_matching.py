"""Which stored measure one of a newer plan is: by content, or a person is asked."""

import datetime as dt
import itertools
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers.plan.matching import StoredVersion, match_measures, wording
from data.importers.spelling.similarity import same_numbers, similarity
from data.model.records import Measure
from tests.changing_plans import changed_plan, first_plan

TRAINING = "จัดอบรมให้ความรู้ด้านการปฏิบัติหน้าที่อย่างเป็นธรรมแก่บุคลากรทุกระดับ"
PANEL = "ประชาสัมพันธ์ขั้นตอนและระยะเวลาการให้บริการบนเว็บไซต์ของหน่วยงาน"
REGISTER = "จัดทำทะเบียนคุมการยืมทรัพย์สินของราชการและรายงานผู้บริหาร"


def measure(action, *, indicator=1, items=("i1",), steps=("ประชุม",), sheet="แผน"):
    return Measure(
        plan_year=2569,
        indicator=indicator,
        position=1,
        items=items,
        item_year=2568,
        question="ข้อ",
        analysis="ผล",
        action=action,
        alignment="สอดคล้อง",
        steps=steps,
        period_text="ต.ค. 68 - ก.ย. 69",
        start=dt.date(2025, 10, 1),
        end=dt.date(2026, 9, 30),
        responsible_text="กองคลัง",
        lead=("กองคลัง",),
        support=(),
        sheet=sheet,
        cell="A3",
    )


def stored(measure_id, one, **flags):
    return StoredVersion(measure_id, wording(one), one.sheet, **flags)


def match(old, new, **decided):
    versions = [stored(name, one) for name, one in old.items()]
    chosen = {int(place.removeprefix("at")): name for place, name in decided.items()}
    found = match_measures(versions, new, chosen)
    return dict(found.kept), dict(found.asked)


def test_swapped_measures_of_the_same_items_keep_their_ids():
    old = {"a": measure(TRAINING), "b": measure(PANEL)}

    assert match(old, [measure(PANEL), measure(TRAINING)]) == ({1: "b", 2: "a"}, {})


def test_other_spaces_and_thai_digits_are_the_same_text():
    old = {"a": measure("อบรม 2 ครั้ง", steps=("ก  ข",))}

    assert match(old, [measure("อบรม๒ ครั้ง", steps=("กข",))]) == ({1: "a"}, {})


def test_a_small_edit_keeps_the_id_though_another_measure_was_added_before_it():
    new = [measure(REGISTER), measure(TRAINING.replace("ทุกระดับ", "ทุกระดับชั้น"))]

    assert match({"a": measure(TRAINING)}, new) == ({2: "a"}, {})


def test_an_action_written_anew_for_the_same_items_is_asked():
    assert match({"a": measure(TRAINING)}, [measure(REGISTER)]) == ({}, {1: ("a",)})


def test_an_action_that_resembles_two_stored_ones_is_asked_with_the_likeliest_first():
    old = {"a": measure(f"{TRAINING} รุ่นแรก"), "b": measure(f"{TRAINING} รุ่นหลัง")}

    kept, asked = match(old, [measure(f"{TRAINING} รุ่นหลังสุด")])

    assert (kept, asked) == ({}, {1: ("b", "a")})


def test_two_new_measures_that_resemble_one_stored_are_both_asked():
    new = [measure(f"{TRAINING} รุ่นแรก"), measure(f"{TRAINING} รุ่นหลัง")]

    assert match({"a": measure(TRAINING)}, new) == ({}, {1: ("a",), 2: ("a",)})


def test_another_number_is_no_small_edit():
    old = {"a": measure("จัดอบรมบุคลากรด้านจริยธรรมประจำปี ครั้งที่ 1")}

    assert match(old, [measure("จัดอบรมบุคลากรด้านจริยธรรมประจำปี ครั้งที่ 2")]) == ({}, {1: ("a",)})


def test_a_measure_of_other_items_with_another_text_is_new():
    assert match({"a": measure(TRAINING)}, [measure(REGISTER, items=("i2",))]) == ({}, {})


@pytest.mark.parametrize("moved", [{"items": ("i2",)}, {"indicator": 3}])
def test_the_same_action_under_other_items_or_another_indicator_is_asked(moved):
    assert match({"a": measure(TRAINING)}, [measure(TRAINING, **moved)]) == ({}, {1: ("a",)})


def test_measures_that_say_the_same_are_told_apart_by_their_details():
    old = {"a": measure(TRAINING, steps=("ก",)), "b": measure(TRAINING, steps=("ข",))}

    swapped = match(old, [measure(TRAINING, steps=("ข",)), measure(TRAINING, steps=("ก",))])
    edited = match(old, [measure(TRAINING, steps=("ค",)), measure(TRAINING, steps=("ก",))])

    assert swapped == ({1: "b", 2: "a"}, {})
    assert edited == ({1: "b", 2: "a"}, {})


def test_of_two_measures_with_one_text_the_one_that_is_left_is_asked():
    old = {"a": measure(TRAINING), "b": measure(TRAINING)}

    assert match(old, [measure(TRAINING)]) == ({}, {1: ("a", "b")})
    assert match(old, [measure(TRAINING), measure(TRAINING)]) == ({1: "a", 2: "b"}, {})


def test_a_person_decides_what_is_asked_and_overrules_what_is_clear():
    old = {"a": measure(TRAINING), "b": measure(PANEL)}
    new = [measure(REGISTER), measure(PANEL)]

    assert match(old, new, at1="a") == ({1: "a", 2: "b"}, {})
    assert match(old, new, at1="") == ({2: "b"}, {})
    assert match(old, new, at1="b") == ({1: "b"}, {2: ("a",)})


def test_one_stored_measure_given_to_two_is_asked_again_for_the_second():
    old = {"a": measure(TRAINING)}
    new = [measure(REGISTER), measure(PANEL)]

    assert match(old, new, at1="a", at2="a") == ({1: "a"}, {2: ("a",)})
    assert match(old, new) == ({}, {1: ("a",), 2: ("a",)})


def test_a_withdrawn_measure_returns_by_its_text_and_is_not_asked_for_its_items_alone():
    versions = [stored("a", measure(TRAINING), withdrawn=True)]

    returned = match_measures(versions, [measure(TRAINING)], {})
    another = match_measures(versions, [measure(REGISTER)], {})

    assert (dict(returned.kept), dict(another.asked)) == ({1: "a"}, {})


def test_what_a_measure_once_said_brings_it_back():
    versions = [
        stored("a", measure(PANEL)),
        stored("a", measure(TRAINING), outdated=True),
    ]

    assert match_measures(versions, [measure(TRAINING)], {}).kept == {1: "a"}


def test_an_edit_that_moved_to_another_sheet_of_a_plan_of_several_is_asked():
    old = {"a": measure(TRAINING, sheet="ก"), "b": measure(PANEL, items=("i9",), sheet="ข")}

    assert match(old, [measure(f"{TRAINING}แล้ว", sheet="ข")]) == ({}, {1: ("a",)})


def test_similarity_counts_letter_pairs_and_takes_time_by_length_only():
    assert similarity(TRAINING, TRAINING) == 1
    assert similarity("", "ก") == 0
    assert similarity(TRAINING, f"{TRAINING}แล้ว") > 0.95
    assert similarity(TRAINING, PANEL) < 0.5
    assert similarity("i1-" * 300_000, "i2-" * 300_000) < 0.5


def test_numbers_are_compared_whatever_their_order():
    assert same_numbers("ปี 2569 ครั้งที่ 1", "ครั้งที่ 1 ปี 2569")
    assert not same_numbers("ครั้งที่ 1", "ครั้งที่ 2")


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=True))
def test_no_measure_is_ever_taken_for_another_silently(rng):
    fresh = itertools.count()
    before = first_plan(rng, fresh)
    for _ in range(3):
        after = changed_plan(before, rng, fresh)
        names = dict(before)
        versions = [stored(str(name), one) for name, one in before]
        found = match_measures(versions, [one for _, one in after], {})
        for at, (name, one) in enumerate(after, start=1):
            kept = found.kept.get(at)
            if kept is None:
                # Nobody is told that his measure is new while it is in the plan before.
                assert at in found.asked or name not in names
            else:
                # Two measures with one text cannot be told apart, and need not be.
                assert int(kept) == name or names[int(kept)].action == one.action
        before = after


def test_plans_of_many_measures_written_anew_are_compared_in_seconds():
    old = {str(at): measure(f"{TRAINING} {at}", items=(f"i{at}",)) for at in range(150)}
    new = [measure(f"{PANEL} {at}", items=(f"o{at}",)) for at in range(150)]

    started = time.perf_counter()
    match(old, new)

    assert time.perf_counter() - started < 20


def rewritten(count):
    """A plan of one indicator, and the same with every action written anew."""
    old = {f"m{at}": measure(f"{TRAINING} กลุ่มที่ {'ก' * (at % 50)}{at}") for at in range(count)}
    return old, [measure(f"{REGISTER} ฝ่าย {'ข' * (at % 50)}{at}") for at in range(count)]


def test_hundreds_of_measures_written_anew_cost_time_with_their_number_only():
    took = []
    for count in (300, 600):
        old, new = rewritten(count)
        started = time.process_time()
        kept, asked = match(old, new)
        took.append(time.process_time() - started)

    assert kept == {}
    assert set(asked) == set(range(1, 601))
    assert f"m{299}" in asked[300]
    assert took[1] < 3.5 * took[0] + 0.2


def test_of_hundreds_an_edited_measure_is_still_kept_by_its_text():
    old, _ = rewritten(300)
    new = [
        replace(one, action=f"{one.action} ทุกปี")
        for one in (measure(v.action) for v in old.values())
    ]

    kept, _ = match(old, new)

    assert not {at for at, name in kept.items() if name != f"m{at - 1}"}
