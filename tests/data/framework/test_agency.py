import pytest

from data.framework import Fault, agency_key, organisation
from data.framework.agency import organisation_faults
from data.framework.files import read_part
from tests.catalogues import packaged


@pytest.mark.parametrize(
    "written",
    [
        "องค์การบริหารส่วนตำบลกุศกร",
        "องค์การบริหารส่วนตําบล กุศกร",
        "อบต.กุศกร",
        "อบต. กุศกร ",
        "อบต กุศกร",
        "อ.บ.ต.กุศกร",
        "กุศกร",
        "อบต.กุศกร อ.ตระการพืชผล จ.อุบลราชธานี",
        "องค์การบริหารส่วนตำบลกุศกร\nอำเภอตระการพืชผล จังหวัดอุบลราชธานี",
    ],
)
def test_the_home_agency_is_known_in_every_way_of_writing(written):
    assert organisation().is_home(written)


@pytest.mark.parametrize("written", ["อบต.กุศกร อ.เมือง", "ทต.กุศกร", "อบต.กุศ", "อบต.ตระการ", ""])
def test_another_agency_is_not_the_home_agency(written):
    assert not organisation().is_home(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เทศบาลตำบล ตระการพืชผล", "ทต.ตระการพืชผล"),
        ("เทศบาลเมืองวารินชำราบ", "ทม. วารินชำราบ"),
        ("เทศบาลนครอุบลราชธานี", "ทน.อุบลราชธานี"),
        ("องค์การบริหารส่วนจังหวัดอุบลราชธานี", "อบจ.อุบลราชธานี"),
        ("เทศบาลตําบลนํ้ายืน", "ทต.น้ำยืน"),
        ("\ufeffสตง.\u200b", "สตง."),
    ],
)
def test_long_and_short_names_of_an_agency_have_one_key(one, other):
    assert agency_key(one) == agency_key(other)


def test_agencies_of_another_kind_keep_apart():
    keys = {agency_key(kind + "ในเมือง") for kind in ("อบต.", "ทต.", "ทม.", "ทน.", "อบจ.")}
    assert len(keys) == 5


@pytest.mark.parametrize(
    ("written", "division"),
    [
        ("สำนักปลัด อบต.", "สำนักปลัด"),
        ("สํานักปลัดองค์การ บริหารส่วนตำบล", "สำนักปลัด"),
        ("กอง คลัง", "กองคลัง"),
        ("กองการศึกษา ศาสนา และวัฒนธรรม", "กองการศึกษา"),
        ("งานตรวจสอบภายใน", "หน่วยตรวจสอบภายใน"),
        ("กองสวัสดิการสังคม", "กองสวัสดิการสังคม"),
        ("กองสาธารณสุข", "กองสาธารณสุขและสิ่งแวดล้อม"),
        ("กองลับ", None),
        ("", None),
    ],
)
def test_a_division_is_found_by_any_of_its_names(written, division):
    assert organisation().division_named(written) == division


def test_the_home_agency_has_five_divisions_in_order():
    names = [division.name for division in organisation().divisions]
    assert names == ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "หน่วยตรวจสอบภายใน"]
    assert "กองสวัสดิการสังคม" in [other.name for other in organisation().known_divisions]


def test_one_name_cannot_mean_two_divisions():
    old, new = '{ name = "กองการประปา" }', '{ name = "กองการประปา", aliases = ["กอง คลัง"] }'
    content = packaged("organisation.toml", (old, new))
    faults = list(organisation_faults(read_part("organisation.toml", content).part))
    assert faults == [("กองคลัง", Fault.TWO_MEANINGS)]
