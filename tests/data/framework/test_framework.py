from decimal import Decimal

import pytest

from data.framework import Evidence, comparisons, framework, years
from data.framework.files import read_part
from data.model.errors import UnknownYearError
from tests.catalogues import hold_parts, packaged


def test_the_years_are_ascending_and_each_can_be_read():
    assert years() == (2563, 2564, 2565, 2566, 2567, 2568, 2569)
    assert [framework(year).year for year in years()] == list(years())


def test_a_year_without_a_file_is_refused():
    with pytest.raises(UnknownYearError) as refused:
        framework(2562)
    assert refused.value.year == 2562


def test_every_year_weighs_the_instruments_30_30_40():
    for year in years():
        weights = {found.code: found.weight for found in framework(year).instruments}
        assert weights == {"IIT": Decimal("0.30"), "EIT": Decimal("0.30"), "OIT": Decimal("0.40")}


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2563, {"IIT": 0, "EIT": 0, "OIT": 0}),
        (2564, {"IIT": 0, "EIT": 0, "OIT": 43}),
        (2565, {"IIT": 0, "EIT": 0, "OIT": 1}),
        (2566, {"IIT": 0, "EIT": 0, "OIT": 43}),
        (2567, {"IIT": 0, "EIT": 0, "OIT": 35}),
        (2568, {"IIT": 15, "EIT": 9, "OIT": 28}),
        (2569, {"IIT": 0, "EIT": 0, "OIT": 26}),
    ],
)
def test_the_items_known_of_each_year_are_listed(year, counts):
    listed = {
        instrument.code: sum(item.code[0] == instrument.letter for item in framework(year).items)
        for instrument in framework(year).instruments
    }
    assert listed == counts


def test_the_number_of_oit_items_is_known_where_it_was_published():
    counts = {year: framework(year).instrument("OIT").item_count for year in years()}
    assert counts == {
        2563: None, 2564: 43, 2565: 43, 2566: 43, 2567: 35, 2568: 28, 2569: 26,
    }  # fmt: skip


def test_only_an_instrument_with_all_its_items_listed_counts_as_known():
    known = {
        year: [code for code in ("IIT", "EIT", "OIT") if framework(year).items_known(code)]
        for year in years()
    }
    assert known == {
        2563: [], 2564: ["OIT"], 2565: [], 2566: ["OIT"], 2567: ["OIT"],
        2568: ["IIT", "EIT", "OIT"], 2569: ["OIT"],
    }  # fmt: skip
    assert not framework(2568).items_known("XIT")


def test_the_ten_indicators_stay_the_same_from_2564_on():
    names = {
        tuple((found.number, found.name, found.instrument) for found in framework(year).indicators)
        for year in years()[1:]
    }
    assert len(names) == 1
    assert [name for _, name, _ in names.pop()] == [
        "การปฏิบัติหน้าที่",
        "การใช้งบประมาณ",
        "การใช้อำนาจ",
        "การใช้ทรัพย์สินของราชการ",
        "การแก้ไขปัญหาการทุจริต",
        "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร",
        "การปรับปรุงระบบการทำงาน",
        "การเปิดเผยข้อมูล",
        "การป้องกันการทุจริต",
    ]


def test_what_is_only_carried_over_says_so():
    assert {found.evidence for found in framework(2568).indicators} == {Evidence.CONFIRMED}
    assert {found.evidence for found in framework(2569).indicators} == {Evidence.INFERRED}
    assert {found.evidence for found in framework(2567).instruments} == {Evidence.CONFIRMED}
    assert {found.evidence for found in framework(2568).instruments} == {Evidence.INFERRED}


def test_nothing_is_invented_where_nothing_is_known():
    assert framework(2563).indicators == ()
    unnamed = [item for year in years() for item in framework(year).items if item.name is None]
    assert len(unnamed) == 30 + 14
    assert {item.evidence for item in unnamed} == {Evidence.UNKNOWN}
    named = [item for year in years() for item in framework(year).items if item.name]
    assert Evidence.UNKNOWN not in {item.evidence for item in named}
    assert framework(2567).indicator_of_item("o20") is None


def test_a_code_means_another_item_in_another_year():
    assert framework(2568).item("o25").name == "แผนปฏิบัติการป้องกันการทุจริต"
    assert framework(2569).item("o25").name == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
    assert framework(2568).item("o29") is None


def test_the_split_between_indicators_9_and_10_moves():
    assert framework(2568).items_of(10)[0].code == "o21"
    assert framework(2569).items_of(10)[0].code == "o20"
    assert framework(2568).indicator_of_item("o20") == 9
    assert framework(2569).indicator(10).range_evidence is Evidence.INFERRED


def test_indicators_and_instruments_find_each_other():
    numbers = [found.number for found in framework(2568).indicators_of("EIT")]
    assert numbers == [6, 7, 8]
    assert framework(2568).instrument_of_item("e9").code == "EIT"
    assert framework(2568).instrument("XIT") is None
    assert framework(2568).indicator(11) is None


def test_a_range_with_one_end_unknown_can_only_exclude():
    ninth = framework(2567).indicator(9)
    tenth = framework(2567).indicator(10)
    assert (ninth.first_item, ninth.last_item) == ("o1", None)
    assert ninth.covers("o20") is None
    assert tenth.covers("o36") is False
    assert framework(2568).indicator(9).covers("o20") is True
    assert framework(2568).indicator(9).covers("o21") is False


def test_national_averages_keep_the_published_decimals():
    totals = {
        year: score.value
        for year in years()
        for score in framework(year).national
        if score.code == "total"
    }
    assert totals[2568] == Decimal("93.82")
    assert 2569 not in totals
    assert {score.code: score.value for score in framework(2568).national}["8"] == Decimal("94.39")


def test_levels_have_letters_up_to_2565_and_names_after():
    letters = [rule.name for rule in framework(2565).level_rules]
    assert letters == ["AA", "A", "B", "C", "D", "E", "F"]
    names = [rule.name for rule in framework(2566).level_rules]
    assert names == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]


def test_a_new_year_is_a_file_and_not_code():
    text = packaged("2568.toml", ("year = 2568", "year = 2570")).decode()
    text = text.replace("weight = 0.40", "weight = 0.30").replace(
        '"เจ้าหน้าที่ของหน่วยงาน", weight = 0.30', '"เจ้าหน้าที่ของหน่วยงาน", weight = 0.40'
    )
    text = text.replace(
        "indicators = [\n",
        "indicators = [\n"
        '    { number = 11, name = "ใหม่", instrument = "EIT", evidence = "confirmed" },\n',
    )
    hold_parts(read_part("2570.toml", text.encode()).part)
    assert years()[-1] == 2570
    assert len(framework(2570).indicators) == 11
    assert framework(2570).instrument("IIT").weight == Decimal("0.40")
    assert comparisons().breaks_between(2569, 2570) == ()
