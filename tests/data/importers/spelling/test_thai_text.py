"""Spacing and encoding of Thai text."""

import socket
from pathlib import Path

import pytest

import data
from data.importers.spelling.plan_words import word_table
from data.importers.spelling.thai_segments import dictionary, segments
from data.importers.spelling.thai_text import Repair, RepairKind, Suspect, repair, suspects

PLAN = Path(data.__file__).parent / "examples" / "action-plan-2569.txt"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("มาตร การ", "มาตรการ"),
        ("มาต รการ", "มาตรการ"),
        ("แนว ทางการ ปฏิบัติงาน", "แนวทางการปฏิบัติงาน"),
        ("ธรรม มาภิ บาล", "ธรรมมาภิบาล"),
        ("ของท างราชการ", "ของทางราชการ"),
        ("จัดซื้อ จัดจ้าง", "จัดซื้อจัดจ้าง"),
        ("การ เผยแพร่ ข้อมูล ข่าวสาร", "การเผยแพร่ ข้อมูลข่าวสาร"),
        ("ณ จุด ให้บริการ", "ณ จุดให้บริการ"),
        ("ทุก คน อย่าง เท่า เทียมกัน", "ทุกคนอย่างเท่าเทียมกัน"),
    ],
)
def test_a_word_broken_by_a_line_is_whole_again(broken, whole):
    assert repair(broken).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "คุณธรรม จริยธรรม",
        "ระเบียบ กฎหมาย",
        "สะดวก รวดเร็ว",
        "เงิน ทรัพย์สิน ของขวัญ ของกำนัล หรือผลประโยชน์",
        "ทราบ และยึดถือปฏิบัติ",
        "ระบบ IT ของหน่วยงาน",
        "ปี 2568 ได้ 100% แล้ว",
        "คู่มือ / ขั้นตอน",
        "E- Service อย่างรวดเร็ว",
        "ค่าเดินทาง ฯลฯ มากน้อยเพียงใด",
        "ข้อ ๑๔ และ ๐25",
    ],
)
def test_a_space_that_means_something_stays(text):
    assert repair(text).text == text
    assert repair(text).repairs == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ส\u0e4d\u0e32รวจ", "สำรวจ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ค\u0eb8\u0ec9\u0ea1ครอง", "คุ้มครอง"),
        ("\u0e40\u0e40ผน", "แผน"),
        ("ที\uf70a", "ที่"),
        ("เจ้า\u200bหน้าที่", "เจ้าหน้าที่"),
        ("รายงาน  ผล", "รายงานผล"),
        ("ระบบ\u00a0IT", "ระบบ IT"),
    ],
)
def test_letters_in_a_wrong_encoding_are_put_right(before, after):
    found = repair(before)

    assert found.text == after
    assert found.repairs


def test_a_repair_says_what_it_was():
    assert repair("มาตร การ ปี 2567  ส\u0e4d\u0e32รวจ").repairs == (
        Repair(RepairKind.LETTERS, "ส\u0e4d\u0e32รวจ", "สำรวจ"),
        Repair(RepairKind.DOUBLED_SPACE, "  ", " "),
        Repair(RepairKind.SPACE_INSIDE_WORD, "มาตร การ", "มาตรการ"),
    )


def test_in_typed_text_only_the_inside_of_a_word_is_joined():
    text = "ให้ เจ้าหน้าที่ เผย แพร่"

    assert repair(text).text == "ให้เจ้าหน้าที่ เผยแพร่"
    assert repair(text, broken_lines=False).text == "ให้ เจ้าหน้าที่ เผยแพร่"


def test_a_line_break_between_thai_words_is_the_end_of_a_line_on_paper():
    text = "ให้\nเจ้าหน้าที่ สะดวก\nรวดเร็ว"

    assert repair(text, broken_lines=False).text == "ให้เจ้าหน้าที่ สะดวก\nรวดเร็ว"


@pytest.mark.parametrize("broken_lines", [True, False])
def test_repairing_the_whole_plan_twice_changes_nothing_more(broken_lines):
    for line in PLAN.read_text(encoding="utf-8").splitlines():
        once = repair(line, broken_lines=broken_lines).text
        again = repair(once, broken_lines=broken_lines)
        assert (again.text, again.repairs) == (once, ())


def test_spelling_stays_and_is_offered_with_a_suggestion():
    text = "ต่อต้านการทูจจริตของบุคคลากร"

    assert repair(text).text == text
    assert suspects(text) == (Suspect("ทูจจริต", "ทุจริต"), Suspect("บุคคลากร", "บุคลากร"))


def test_no_suggestion_is_itself_in_doubt():
    table = word_table("spelling")
    assert [right for right in table.values() if suspects(right)] == []


def test_unknown_letters_stay_together_between_known_words():
    cut = segments("เจ้าหน้าที่ฬฬฬทราบ")

    assert [(word.text, word.known) for word in cut] == [
        ("เจ้าหน้าที่", True),
        ("ฬฬฬ", False),
        ("ทราบ", True),
    ]


def test_the_dictionary_needs_no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)

    dictionary.cache_clear()
    assert repair("มาตร การ").text == "มาตรการ"
