"""Words of the filters and of the scope line."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from data.words.dates import thai_date

YEARS: Final = "ปีงบประมาณ"
DIVISIONS: Final = "ส่วนราชการ"
ROLE: Final = "บทบาทของส่วนราชการ"
STATES: Final = "สถานะ"
INDICATORS: Final = "ตัวชี้วัด"
AS_OF: Final = "ณ วันที่"
AS_OF_HELP: Final = "สถานะเลยกำหนด ใกล้กำหนด และไม่มีรายงาน คิด ณ วันนี้"
ANY: Final = "ทั้งหมด"
CLEAR: Final = "ล้างตัวกรอง"
ROLES: Final = {"all": "ทั้งหมด", "lead": "เฉพาะเจ้าภาพ"}
UNKNOWN_IN_LINK: Final = "ลิงก์นี้มีค่าตัวกรองที่ไม่รู้จัก จึงไม่ได้ใช้: {values}"
EVERY_YEAR: Final = "ทุกปี"
EVERY_DIVISION: Final = "ทุกส่วนราชการ"
LEAD_ONLY: Final = "{divisions} (เฉพาะเจ้าภาพ)"
STATE_SCOPE: Final = "สถานะ: {states}"
INDICATOR_SCOPE: Final = "ตัวชี้วัดที่ {numbers}"
KNOWN_AT: Final = "รายงานที่บันทึกถึง {day}"
SEPARATOR: Final = " · "


def indicator(number: int, name: str) -> str:
    """Write an indicator by its number and name, where it is known."""
    return f"{number}. {name}".strip()


def years(chosen: Sequence[int]) -> str:
    """Write years as a range where they are one."""
    ordered = sorted(chosen)
    if len(ordered) > 1 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"ปี {ordered[0]}–{ordered[-1]}"
    return f"ปี {', '.join(map(str, ordered))}"


def known_at(chosen: dt.date) -> str:
    """Write the day up to which what was typed counts."""
    return KNOWN_AT.format(day=thai_date(chosen))
