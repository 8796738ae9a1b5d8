"""Words of the page on all agencies of a district or province."""

from typing import Final

from data.analysis.standing import Standing
from data.model.access import Area

NAME: Final = "สรุปรายพื้นที่"
PROVINCE: Final = "จังหวัด{province}"
DISTRICT: Final = "อำเภอ{district} จังหวัด{province}"
DISTRICTS: Final = "อำเภอ"
EVERY_DISTRICT: Final = "ทุกอำเภอ"
NEAREST_FIRST: Final = (
    "ที่ใกล้ระดับถัดไปอยู่ก่อน: คะแนนรายตัวชี้วัด (หรือรายเครื่องมือ) ที่ต้องเพิ่มรวมกันน้อยที่สุด "
    "คิดเหมือนหน้าระดับถัดไปของหน่วยงานนั้น จากปีล่าสุดที่มีคะแนน"
)
LEADS_ON: Final = "คลิกในกราฟ หรือเลือกแถวในตาราง เพื่อเปิดหน้าของหน่วยงานที่ท่านเป็นผู้ใช้"
SUMS_ALONE: Final = "ท่านดูได้เฉพาะสรุปของหน่วยงานนี้"
NONE: Final = "ยังไม่มีหน่วยงานในพื้นที่ที่ท่านดูได้"
NO_SCORES: Final = "ยังไม่มีคะแนน"
AT_THE_TOP: Final = "ระดับสูงสุดแล้ว"
UNKNOWN: Final = "คะแนนไม่พอให้คำนวณระดับถัดไป"
COLUMNS: Final = {
    "agency": "หน่วยงาน",
    "district": "อำเภอ",
    "year": "ปีของคะแนน",
    "total": "คะแนนรวม",
    "level": "ระดับ",
    "next_level": "ระดับถัดไป",
    "lacking": "ต้องเพิ่มรวม",
    "plan_year": "ปีของแผน",
    "measures": "มาตรการ",
    "done": "เสร็จ",
    "late": "เลยกำหนด",
    "not-reported": "ยังไม่มีรายงาน",
    "note": "หมายเหตุ",
}


def area(one: Area) -> str:
    """Name a district with its province, or the province."""
    named = DISTRICT if one.district else PROVINCE
    return named.format(district=one.district, province=one.province)


def note(standing: Standing) -> str:
    """Say why nothing is said of a next level."""
    is_best = standing.level is not None and standing.level.rank == 1
    return AT_THE_TOP if is_best else UNKNOWN
