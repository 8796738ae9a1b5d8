"""The packaged years say what is known of them, and how sure it is, and no more."""

from collections import Counter
from decimal import Decimal

import pytest

from data.framework import Evidence, Participation, framework, years
from data.framework.files import PACKAGED

C, ONE, INF = Evidence.CONFIRMED, Evidence.ONE_SOURCE, Evidence.INFERRED
DISPUTED, UNKNOWN = Evidence.DISPUTED, Evidence.UNKNOWN


@pytest.mark.parametrize(
    ("year", "marks"),
    [
        (2563, {}),
        (2564, {ONE: 43}),
        (2565, {ONE: 1}),
        (2566, {C: 12, ONE: 31}),
        (2567, {C: 3, ONE: 2, UNKNOWN: 30}),
        (2568, {C: 9, ONE: 26, INF: 3, UNKNOWN: 14}),
        (2569, {C: 1, ONE: 21, INF: 3, DISPUTED: 1}),
    ],
)
def test_each_year_lists_its_items_with_their_evidence(year, marks):
    assert Counter(item.evidence for item in framework(year).items) == marks


@pytest.mark.parametrize(
    ("year", "code", "indicator", "name"),
    [
        (2564, "o1", 9, "โครงสร้าง"),
        (2564, "o18", 9, "แผนการใช้จ่ายงบประมาณประจำปี"),
        (2564, "o33", 9, "การเปิดโอกาสให้เกิดการมีส่วนร่วม"),
        (2564, "o34", 10, "เจตจำนงสุจริตของผู้บริหาร"),
        (2564, "o43", 10, "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        (2565, "o34", 10, "นโยบายไม่รับของขวัญ (No Gift Policy)"),
        (2566, "o8", 9, "Q&A"),
        (2566, "o10", 9, "นโยบายคุ้มครองข้อมูลส่วนบุคคล"),
        (2566, "o31", 10, "ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่"),
        (2566, "o41", 10, "การประเมินจริยธรรมเจ้าหน้าที่ของรัฐ"),
    ],
)
def test_items_have_the_names_and_indicators_of_their_own_year(year, code, indicator, name):
    item = framework(year).item(code)
    assert (item.indicator, item.name) == (indicator, name)


def test_ranges_of_items_are_told_with_how_sure_they_are():
    ranges = {
        (year, found.number): (found.first_item, found.last_item, found.range_evidence)
        for year in (2564, 2565, 2566, 2569)
        for found in framework(year).indicators
        if found.first_item or found.last_item
    }
    assert ranges == {
        (2564, 1): ("i1", "i6", ONE),
        (2564, 2): ("i7", "i12", ONE),
        (2564, 3): ("i13", "i18", ONE),
        (2564, 4): ("i19", "i24", ONE),
        (2564, 5): ("i25", "i30", ONE),
        (2564, 9): ("o1", "o33", C),
        (2564, 10): ("o34", "o43", ONE),
        (2566, 9): ("o1", "o30", INF),
        (2566, 10): ("o31", "o43", INF),
        (2569, 9): ("o1", "o19", INF),
        (2569, 10): ("o20", "o26", INF),
    }


def test_an_item_that_is_not_listed_belongs_to_the_indicator_whose_range_holds_it():
    assert framework(2564).item("i7") is None
    assert framework(2564).indicator_of_item("i7") == 2
    assert framework(2564).indicator_of_item("i31") is None
    assert framework(2564).indicator_of_item("e1") is None
    assert framework(2564).indicator_of_item("x1") is None


def test_counts_of_items_are_told_where_they_are_known():
    counts = {
        (year, found.code): (found.item_count, found.item_count_evidence)
        for year in years()
        for found in framework(year).instruments
        if found.item_count is not None
    }
    assert counts == {
        (2564, "IIT"): (30, ONE),
        (2564, "OIT"): (43, ONE),
        (2565, "OIT"): (43, ONE),
        (2566, "OIT"): (43, ONE),
        (2567, "OIT"): (35, ONE),
        (2568, "IIT"): (15, ONE),
        (2568, "EIT"): (9, ONE),
        (2568, "OIT"): (28, C),
        (2569, "OIT"): (26, C),
    }


def test_a_disputed_item_tells_both_readings():
    item = framework(2569).item("o26")
    assert item.evidence is DISPUTED
    assert "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส" in item.note
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใส" in item.note


def test_levels_carried_over_to_2569_are_inferred():
    marks = {
        year: {rule.name: rule.evidence for rule in framework(year).level_rules}
        for year in (2568, 2569)
    }
    assert (marks[2568]["ผ่านดี"], marks[2568]["ผ่าน"]) == (C, C)
    assert (marks[2569]["ผ่านดี"], marks[2569]["ผ่าน"]) == (INF, INF)


def test_the_national_averages_are_those_known_and_no_others():
    values = {(year, one.code): one.value for year in years() for one in framework(year).national}
    assert values == {
        (2563, "total"): Decimal("67.9"),
        (2564, "total"): Decimal("81.25"),
        (2565, "total"): Decimal("87.57"),
        (2566, "total"): Decimal("90.19"),
        (2567, "total"): Decimal("93.05"),
        (2567, "8"): Decimal("84.49"),
        (2568, "total"): Decimal("93.82"),
        (2568, "3"): Decimal("99.45"),
        (2568, "8"): Decimal("94.39"),
    }
    assert all(one.note for year in years() for one in framework(year).national)


def test_how_many_agencies_took_part_and_passed_is_told_where_it_is_known():
    known = {year: framework(year).participation for year in years()}
    derived = known[2567].note
    assert derived
    assert known == {
        2563: Participation(8303),
        2564: None,
        2565: Participation(8303, 5855, Decimal("70.52")),
        2566: Participation(8323, 6737, Decimal("80.94")),
        2567: Participation(8325, None, Decimal("92.44"), derived),
        2568: Participation(8317, 7832, Decimal("94.17")),
        2569: None,
    }


def test_what_every_agency_begins_with_names_none_of_them():
    named = [path.name for path in PACKAGED.glob("*.toml") if "กุศกร" in path.read_text("utf-8")]

    assert named == []
