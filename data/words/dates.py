"""Dates and times as Thai offices write them: Buddhist Era, Thai months, Bangkok time."""

import datetime as dt
from typing import Final

from data.model.thai_time import THAI_TIME

ERA: Final = 543
MONTHS: Final = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
AS_OF: Final = "ณ วันที่ {date}"
DAY_EXAMPLE: Final = "เช่น 30/9/2569"
DAY_HELP: Final = "พิมพ์เป็น พ.ศ. ได้หลายแบบ เช่น 30/9/2569 หรือ 30 ก.ย. 69"
NO_DAY: Final = "ไม่เข้าใจวันที่นี้ พิมพ์เช่น 30/9/2569"
NO_DAYS: Final = "ไม่เข้าใจวันที่ในตาราง: {texts} พิมพ์เช่น 30/9/2569 จึงจะบันทึกได้"


def thai_date(day: dt.date) -> str:
    """Write a day as 22 พ.ย. 2569."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def thai_moment(moment: dt.datetime) -> str:
    """Write a moment as 22 พ.ย. 2569 14:05 in Bangkok time."""
    local = moment.astimezone(THAI_TIME)
    return f"{thai_date(local.date())} {local:%H:%M}"


def as_of(day: dt.date) -> str:
    """Write the day a view depends on."""
    return AS_OF.format(date=thai_date(day))
