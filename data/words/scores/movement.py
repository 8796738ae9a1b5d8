"""Words of the page that takes the change of the total apart."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from data.analysis.movement import Part
from data.analysis.overview import TotalMovement
from data.words.filters import indicator
from data.words.marks import NOT_COMPARABLE

FROM: Final = "จากปี"
TO: Final = "ถึงปี"
ONE_YEAR_TITLE: Final = "มีคะแนนปีเดียว ({year})"
ONE_YEAR: Final = "นำเข้าหรือเลือกคะแนนอีกปีหนึ่ง แล้วหน้านี้จะแยกว่าคะแนนรวมขยับเพราะตัวชี้วัดใด"
SAME_YEAR: Final = "เลือกสองปีที่ต่างกัน"
INCOMPLETE: Final = "บางส่วนของสองปีนี้ไม่มีคะแนน ส่วนที่รู้จึงรวมกันไม่ครบ ไม่ได้เติมค่าที่ไม่มี"
BROKEN: Final = f"กรอบการประเมินของสองปีนี้ต่างกัน การเปลี่ยนแปลง{NOT_COMPARABLE} ดูเหตุผลท้ายหน้า"
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
CHANGED: Final = "คะแนนรวม {change:+.2f}: {rise} · {fall}"
RISE: Final = "บวกมากสุด {parts}"
FALL: Final = "ลบมากสุด {parts}"
NO_RISE: Final = "ไม่มีส่วนใดบวก"
NO_FALL: Final = "ไม่มีส่วนใดลบ"
NEITHER: Final = "คะแนนรวม {change:+.2f}: ไม่มีส่วนใดขยับ"
NO_PARTS: Final = "คะแนนรวม {change:+.2f}: ไม่มีคะแนนย่อยครบทั้งสองปี จึงบอกเหตุไม่ได้"
UNKNOWN: Final = "คะแนนรวมของสองปีไม่ครบ จึงบอกไม่ได้"
AS_KNOWN: Final = "{sentence} (เท่าที่มีข้อมูล)"
PART: Final = "{name} {contribution:+.2f}"
MORE: Final = "และอีก {more} ส่วนที่เท่ากัน"
MOST_NAMED: Final = 3


def sentence(moved: TotalMovement) -> str:
    """Say the change in one sentence with its largest plus and minus, not across a break."""
    if not moved.comparable:
        return BROKEN
    if moved.apart.change is None:
        return UNKNOWN
    change = moved.apart.change
    if not moved.apart.by_instrument():
        return NO_PARTS.format(change=change)
    rise = named(moved.apart.largest_rises, moved.names)
    fall = named(moved.apart.largest_falls, moved.names)
    said = (CHANGED if rise or fall else NEITHER).format(
        change=change,
        rise=RISE.format(parts=rise) if rise else NO_RISE,
        fall=FALL.format(parts=fall) if fall else NO_FALL,
    )
    return said if moved.apart.complete else AS_KNOWN.format(sentence=said)


def label(part: Part, names: Mapping[int, str]) -> str:
    """Name a part: its indicator, or the whole instrument."""
    if part.indicator is None:
        return WHOLE.format(instrument=part.instrument)
    return indicator(part.indicator, names.get(part.indicator, ""))


def named(parts: Sequence[Part], names: Mapping[int, str]) -> str:
    """Name parts that share the place, with what each adds; many are counted."""
    told = [
        PART.format(name=label(part, names), contribution=part.contribution or Decimal(0))
        for part in parts[:MOST_NAMED]
    ]
    if len(parts) > MOST_NAMED:
        told.append(MORE.format(more=len(parts) - MOST_NAMED))
    return ", ".join(told)
