"""Words of the glossary of indicators."""

from typing import Final

NAME: Final = "ตัวชี้วัด"
TITLE: Final = "ตัวชี้วัดของปี {year}"
UNKNOWN: Final = "ยังไม่ทราบ"
RANGE: Final = "{first}–{last}"
OPEN: Final = "?"
HEADINGS: Final = {
    "name": "ชื่อ",
    "name_evidence": "ความแน่ชัดของชื่อ",
    "meaning": "ความหมาย",
    "respondents": "ใครตอบ หรือดูจากอะไร",
    "range_evidence": "ความแน่ชัดของข้อ",
}
