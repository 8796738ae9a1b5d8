"""Words of the page that takes the change of the total apart."""

from decimal import Decimal
from typing import Final

from data.analysis.movement import Movement, Part

FROM: Final = "จากปี"
TO: Final = "ถึงปี"
ONE_YEAR: Final = "มีคะแนนปีเดียว ({year}) จึงยังไม่มีการขยับให้แยก นำเข้าคะแนนอีกปีหนึ่งก่อน"
SAME_YEAR: Final = "เลือกสองปีที่ต่างกัน"
NO_TOTAL: Final = "ปี {years} ไม่มีคะแนนรวม จึงแยกส่วนไม่ได้"
INCOMPLETE: Final = "บางส่วนของสองปีนี้ไม่มีคะแนน ส่วนที่รู้จึงรวมกันไม่ครบ ไม่ได้เติมค่าที่ไม่มี"
BROKEN: Final = "กรอบการประเมินของสองปีนี้ต่างกัน การเปลี่ยนแปลงเทียบไม่ได้โดยตรง [b] ดูเหตุผลท้ายหน้า"
NAME: Final = "คะแนนขยับเพราะอะไร"
FRAMEWORK: Final = "ผลจากการเปลี่ยนกรอบ"
ROUNDING: Final = "ปัดเศษของค่าที่ประกาศ"
WHOLE: Final = "{instrument} ทั้งเครื่องมือ"
TOTAL: Final = "คะแนนรวมปี {year}"
CHANGE: Final = "การเปลี่ยนแปลงของคะแนนรวม"
COLUMNS: Final = {
    "label": "ส่วน",
    "instrument": "เครื่องมือ",
    "old": "คะแนนปี {year}",
    "new": "คะแนนปี {year}",
    "contribution": "มีส่วนในคะแนนรวม",
}
EXPLAINED: Final = (
    "แต่ละส่วนคือ น้ำหนักของตัวชี้วัดในคะแนนรวม × คะแนนที่เปลี่ยน ทุกส่วนรวมกันเท่ากับการเปลี่ยนแปลงของคะแนนรวมพอดี "
    "ตัวเลขบอกว่าคะแนนใดขยับเท่าไร ไม่ได้บอกว่ามาตรการใดเป็นเหตุ"
)
BOTH: Final = "คะแนนรวม {change:+.2f}: บวกมากสุด {rise} · ลบมากสุด {fall}"
ONLY_RISE: Final = "คะแนนรวม {change:+.2f}: บวกมากสุด {rise} · ไม่มีส่วนใดลบ"
ONLY_FALL: Final = "คะแนนรวม {change:+.2f}: ลบมากสุด {fall} · ไม่มีส่วนใดบวก"
NEITHER: Final = "คะแนนรวมเท่าเดิมและไม่มีส่วนใดขยับ"
UNKNOWN: Final = "คะแนนรวมของสองปีไม่ครบ จึงบอกไม่ได้"
PART: Final = "{name} {contribution:+.2f}"


def sentence(found: Movement, names: dict[int, str]) -> str:
    """Say the change in one sentence with its largest plus and minus; ties are all named."""
    if found.change is None:
        return UNKNOWN
    rise = _named(found.largest_rises, names)
    fall = _named(found.largest_falls, names)
    if rise and fall:
        return BOTH.format(change=found.change, rise=rise, fall=fall)
    if rise:
        return ONLY_RISE.format(change=found.change, rise=rise)
    return ONLY_FALL.format(change=found.change, fall=fall) if fall else NEITHER


def label(part: Part, names: dict[int, str]) -> str:
    """Name a part: its indicator, or the whole instrument."""
    if part.indicator is None:
        return WHOLE.format(instrument=part.instrument)
    return f"{part.indicator}. {names.get(part.indicator, '')}".strip()


def _named(parts: tuple[Part, ...], names: dict[int, str]) -> str:
    return ", ".join(
        PART.format(name=label(part, names), contribution=part.contribution or Decimal(0))
        for part in parts
    )
