"""Which agency a file plainly names, with kind, name, district and province."""

import pytest

from data.importers import agency_of_sheets, recognise_sheets
from data.importers.sheets.opening import Sheet

NAUDOM = ("ทต.", "นาอุดม", "นิคมคำสร้อย", "มุกดาหาร")
TITLE = "ผลการประเมิน ITA เทศบาลตำบลนาอุดม"
PLACE = "อำเภอนิคมคำสร้อย จังหวัดมุกดาหาร"
YEARS = ("ปีงบประมาณ", "หน่วยงาน", "คะแนนรวม", "IIT", "EIT", "OIT")
SCORES = (86.5, 85.25, 84.75, 88.25)


def report(*titles):
    rows = ("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "รวม", 86.5)
    return Sheet("แผ่น1", (*((title,) for title in titles), *rows))


def years(title, *agencies):
    rows = ((2567 + at, one, *SCORES) for at, one in enumerate(agencies))
    return Sheet("แผ่น1", ((title,), YEARS, *rows))


def named(*sheets):
    found = agency_of_sheets(recognise_sheets(sheets))
    return found and (found.kind, found.name, found.district, found.province)


@pytest.mark.parametrize(
    "sheet",
    [
        report(f"{TITLE} {PLACE} ประจำปีงบประมาณ 2568"),
        report(f"{TITLE}{PLACE.replace(' ', '')}"),
        report(TITLE, PLACE),
        report("รายงานผล", "ท.ต.นาอุดม อ.นิคมคำสร้อย จ.มุกดาหาร"),
        years(f"{TITLE} {PLACE}", "เทศบาลตำบลนาอุดม", "ทต.นาอุดม", "ทต. นาอุดม"),
    ],
)
def test_a_file_of_one_agency_names_it_with_its_place(sheet):
    assert named(sheet) == NAUDOM


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        (report(TITLE), ("", "")),
        (report(f"{TITLE} จังหวัดมุกดาหาร"), ("", "มุกดาหาร")),
        (report(f"{TITLE} จังหวัดไม่มีจริง"), ("", "")),
        (report(f"{TITLE} อำเภอเมือง และอำเภอนิคมคำสร้อย"), ("", "")),
    ],
)
def test_a_place_that_is_not_told_or_not_clear_is_left_open(sheet, place):
    assert named(sheet) == (*NAUDOM[:2], *place)


def test_a_place_is_none_within_the_short_word_for_a_kind():
    assert named(report("ผลการประเมิน อ.บ.ต.กุศกร")) == ("อบต.", "กุศกร", "", "")


@pytest.mark.parametrize(
    "sheets",
    [
        [report("รายงานผล")],
        [report(f"{TITLE} เทียบ อบต.กุศกร")],
        [report(TITLE), report("ผลการประเมิน อบต.กุศกร")],
        [years(TITLE, "เทศบาลตำบลนาอุดม", "อบต.กุศกร")],
        [years(TITLE, "เทศบาลตำบลนาอุดม", "ทั้งประเทศ")],
    ],
)
def test_a_file_of_several_agencies_or_of_none_names_none(sheets):
    assert named(*sheets) is None
