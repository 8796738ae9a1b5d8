import pytest

from data.framework import Division, organisation
from data.framework.files import packaged_catalogue, read_part
from data.framework.setting_up import (
    Agency,
    agency_kinds,
    agency_named,
    agency_of,
    organisation_file,
    organisation_of,
    proposed_divisions,
    provinces,
)
from tests.catalogues import home_catalogue

WORDS = packaged_catalogue().organisation


def agency(kind, name, *divisions):
    return Agency(kind, name, "นิคมคำสร้อย", "มุกดาหาร", tuple(map(Division, divisions)))


def test_there_are_eight_kinds_and_every_province():
    assert len(agency_kinds()) == 8
    assert len(provinces()) == 77


@pytest.mark.parametrize(
    ("kind", "name", "full", "short"),
    [
        ("ทต.", "นาอุดม", "เทศบาลตำบลนาอุดม", "ทต.นาอุดม"),
        ("ทต.", "เทศบาลตำบลนาอุดม", "เทศบาลตำบลนาอุดม", "ทต.นาอุดม"),
        ("อบจ.", "อุบลราชธานี", "องค์การบริหารส่วนจังหวัดอุบลราชธานี", "อบจ.อุบลราชธานี"),
        ("เมืองพัทยา", "เมืองพัทยา", "เมืองพัทยา", "เมืองพัทยา"),
        ("หน่วยงานอื่น", "โรงพยาบาลตัวอย่าง", "โรงพยาบาลตัวอย่าง", "โรงพยาบาลตัวอย่าง"),
    ],
)
def test_a_kind_and_a_name_make_the_long_name_and_the_short_one(kind, name, full, short):
    home = organisation_of(agency(kind, name))

    assert (home.name, home.short_name) == (full, short)
    assert home.is_home(full)
    assert home.is_home(f"{short} อ.นิคมคำสร้อย จ.มุกดาหาร")


def test_a_division_brings_the_other_names_it_is_known_by_and_is_known_once():
    home = organisation_of(agency("ทต.", "นาอุดม", "กองการศึกษา ศาสนาและวัฒนธรรม", "กองใหม่"))

    assert home.division_named("กองการศึกษา") == "กองการศึกษา ศาสนาและวัฒนธรรม"
    assert "กองการศึกษา" not in [one.name for one in home.known_divisions]
    assert home.division_named("กองช่าง") == "กองช่าง"


def test_two_own_divisions_that_are_names_of_one_known_division_stay_two():
    home = organisation_of(agency("ทต.", "นาอุดม", "กองการศึกษา", "กองการศึกษา ศาสนาและวัฒนธรรม"))

    assert [one.aliases for one in home.divisions] == [(), ()]


def test_the_file_of_an_agency_gives_it_back():
    home = home_catalogue().organisation

    assert read_part("organisation.toml", organisation_file(home)).part == home


def test_what_was_said_of_an_agency_can_be_shown_again():
    home = organisation_of(agency("ทต.", "นาอุดม", "กองคลัง"))

    assert organisation_of(agency_of(home), home) == home


@pytest.mark.parametrize(
    ("text", "kind", "name", "district", "province"),
    [
        ("เทศบาลตำบลนาอุดม", "ทต.", "นาอุดม", "", ""),
        ("อบต. กุศกร อ.ตระการพืชผล จ.อุบลราชธานี", "อบต.", "กุศกร", "ตระการพืชผล", "อุบลราชธานี"),
        ("อ.บ.ต.กุศกร จังหวัดอุบลราชธานี", "อบต.", "กุศกร", "", "อุบลราชธานี"),
    ],
)
def test_an_agency_is_read_from_the_text_that_names_it(text, kind, name, district, province):
    found = agency_named(text, WORDS)

    assert (found.kind, found.name, found.district, found.province) == (
        kind,
        name,
        district,
        province,
    )
    assert found.divisions == proposed_divisions(kind)


def test_a_text_without_a_kind_names_no_agency():
    assert agency_named("รายงานผล", WORDS) is None


def test_no_text_names_the_agency_of_a_store_that_nobody_has_set_up():
    assert not WORDS.is_set_up
    assert not any(map(WORDS.is_home, ("", "อบต.กุศกร", "อำเภอ", "จังหวัด")))
    assert organisation().is_set_up
