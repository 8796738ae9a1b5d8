"""Words of the page that compares with other agencies."""

from typing import Final

from data.analysis.comparison import Group
from data.framework import Participation
from data.words.marks import NOT_COMPARABLE

WHAT: Final = "เทียบอะไร"
YEAR: Final = "ปีที่เทียบ"
TOTAL: Final = "คะแนนรวม"
NONE_TITLE: Final = "ยังไม่มีคะแนนของหน่วยงานอื่น"
NONE: Final = "นำเข้าใบคะแนนหลายหน่วยงาน (ระดับอำเภอ จังหวัด หรือประเทศ) แล้วหน้านี้จะแสดงอันดับและค่าเฉลี่ย"
NO_SCORE: Final = "ไม่มีคะแนน{what}ของหน่วยงานใดในปี {year}"
GROUPS: Final = {
    Group.DISTRICT: "อำเภอ {name}",
    Group.PROVINCE: "จังหวัด {name}",
    Group.KIND: "ประเภท {name}",
    Group.ALL: "ทุกหน่วยงานที่นำเข้า",
}
NAME: Final = "เทียบหน่วยงานอื่น"
COLUMNS: Final = {
    "name": "กลุ่ม",
    "n": "จำนวนหน่วยงาน",
    "recomputed": "คำนวณให้ [c]",
    "own": "ของเรา",
    "mean": "ค่าเฉลี่ยกลุ่ม",
    "median": "ค่ากลาง",
    "difference": "ห่างค่าเฉลี่ย",
    "rank": "อันดับ",
    "tied": "ได้เท่ากันอีก",
    "percentile": "เปอร์เซ็นไทล์",
    "own_change": "ของเราเปลี่ยน",
    "mean_change": "กลุ่มเปลี่ยน",
    "reading": "อ่านว่า",
}
AGENCY_COLUMNS: Final = {
    "rank": "อันดับ",
    "agency": "หน่วยงาน",
    "marked": "คะแนน",
    "tied": "ได้เท่ากันอีก",
    "kind": "ประเภท",
    "district": "อำเภอ",
    "province": "จังหวัด",
}
ABOVE: Final = "ดีกว่าค่าเฉลี่ย"
BELOW: Final = "ต่ำกว่าค่าเฉลี่ย"
EQUAL: Final = "เท่าค่าเฉลี่ย"
NATIONAL: Final = (
    "ค่าเฉลี่ยประเทศที่ประกาศ ปี {year}: {value:.2f} ของเรา {own:.2f} — {reading} {difference:+.2f}"
)
NATIONAL_SOURCE: Final = "ที่มาของค่าเฉลี่ยประเทศ: กรอบการประเมินปี {year} — {note}"
NATIONAL_NO_NOTE: Final = "ไม่มีบันทึกว่ามาจากที่ใด"
NATIONAL_UNKNOWN: Final = "ไม่ทราบค่าเฉลี่ยประเทศที่ประกาศของรายการนี้ ปี {year}"
ASSESSED: Final = "ทั้งประเทศเข้ารับการประเมินปี {year} จำนวน {agencies:,} หน่วยงาน"
PASSED: Final = "ผ่านเกณฑ์ {passed:,} หน่วยงาน"
PASSED_PERCENT: Final = "ผ่านเกณฑ์ร้อยละ {percent:.2f}"
PASSED_BOTH: Final = "ผ่านเกณฑ์ {passed:,} หน่วยงาน (ร้อยละ {percent:.2f})"
BROKEN: Final = f"กรอบการประเมินปี {{before}} กับ {{year}} ต่างกัน การเปลี่ยนแปลง{NOT_COMPARABLE}"
PLACES: Final = "อันดับและค่ากลางของแต่ละกลุ่ม"
AGENCIES: Final = "หน่วยงานในกลุ่มเดียวกัน"
AGENCY_PLACE: Final = "{name} ({place})"
LIST_GROUP: Final = "แสดงกลุ่ม"


def participation(year: int, known: Participation) -> str:
    """Say how many agencies of the country were assessed and passed, as far as it is known."""
    told = [ASSESSED.format(year=year, agencies=known.agencies)]
    passed = {
        (True, True): PASSED_BOTH,
        (True, False): PASSED,
        (False, True): PASSED_PERCENT,
    }.get((known.passed is not None, known.passed_percent is not None))
    if passed:
        told.append(passed.format(passed=known.passed, percent=known.passed_percent))
    if known.note:
        told.append(f"— {known.note}")
    return " ".join(told)


def reading(difference: float) -> str:
    """Say on which side of an average one stands; called only where both values exist."""
    if difference == 0:
        return EQUAL
    return ABOVE if difference > 0 else BELOW
