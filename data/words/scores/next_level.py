"""Words of the page on the next level and the simulation."""

from decimal import Decimal
from typing import Final

from data.analysis.levels import Shortfall
from data.analysis.next_level import Change, Target
from data.analysis.standing import Standing
from data.model.records import ScoreLevel
from data.words.filters import indicator
from data.words.scores.overview import level_name, needs_instruments
from data.words.spacing import spaced

YEAR: Final = "ปีที่ดู"
BINDING: Final = "คะแนนรวม {total} อยู่ระดับ{level} เพราะ {parts} — {actions} จะเป็น{next_level}"
BINDING_PART: Final = "{name} {value:.2f} < {needed:.2f}"
BINDING_ACTION: Final = "เพิ่ม{name}อีก {gap}"
TOTAL_NAME: Final = "คะแนนรวม"
TOP: Final = "คะแนนรวม {total} อยู่ระดับ{level} ซึ่งสูงสุดแล้ว"
NO_LEVEL: Final = "ปี {year} ยังไม่มีคะแนนรวม จึงบอกระดับไม่ได้"
WAY: Final = "ทางที่สั้นที่สุดถึงแต่ละระดับ"
ONLY: Final = "ใช้เฉพาะตัวชี้วัดที่ปรับได้"
ONLY_HELP: Final = "เลือกตัวชี้วัดที่หน่วยงานปรับได้จริง ไม่เลือกคือใช้ได้ทุกตัว"
BY_INSTRUMENTS: Final = "คะแนนรายตัวชี้วัดไม่ครบ จึงคิดเป็นรายเครื่องมือ"
NOTHING: Final = "คะแนนของปีนี้ไม่พอให้คำนวณ (ต้องมีครบทุกตัวชี้วัด หรือครบทุกเครื่องมือ)"
TARGET: Final = "{level}: เพิ่มรวม {points:.2f} คะแนนรายตัวชี้วัด"
TARGET_INSTRUMENTS: Final = "{level}: เพิ่มรวม {points:.2f} คะแนนรายเครื่องมือ"
UNREACHABLE: Final = "{level}: ไปไม่ถึงด้วยตัวชี้วัดที่เลือก ต่อให้ได้เต็ม 100 ยังขาด {parts}"
MISSING_PART: Final = "{name} {gap:.2f}"
SINGLE: Final = "ปรับตัวเดียวก็ถึง: {ways}"
SINGLE_WAY: Final = "{name} ถึง {score:.2f} (+{points:.2f})"
NO_SINGLE: Final = "ไม่มีตัวชี้วัดใดตัวเดียวที่พาถึงระดับนี้"
RESULT: Final = "แล้วจะได้คะแนนรวม {total}"
ROUNDED: Final = "คำนวณจากคะแนนรายตัวชี้วัดแบบไม่ปัดเศษ ค่าที่ประกาศต่างจากที่คำนวณได้ที่ {names}"
COLUMNS: Final = {
    "level": "ถึงระดับ",
    "name": "ตัวชี้วัด",
    "from_score": "จาก",
    "to_score": "เป็น",
    "points": "เพิ่ม",
}
WAYS_NAME: Final = "ทางสู่ระดับถัดไป"
SIMULATE: Final = "ลองปรับคะแนน (จำลอง)"
SIMULATED_NOTE: Final = (
    "ตัวเลขจำลอง ไม่ใช่ผลประเมิน ไม่ถูกบันทึกและไม่มีในไฟล์ที่ดาวน์โหลด คัดลอกที่อยู่หน้านี้เพื่อส่งการจำลองให้ผู้อื่นได้"
)
SIMULATED_TOTAL: Final = "คะแนนรวม (จำลอง)"
SIMULATED_LEVEL: Final = "ระดับ (จำลอง)"
SIMULATED_INSTRUMENT: Final = "{code} (จำลอง)"
ACTUAL: Final = "จริง {value}"
NO_VALUE: Final = "–"
RESET: Final = "กลับเป็นคะแนนจริง"
CANNOT_SIMULATE: Final = "จำลองไม่ได้ เพราะคะแนนรายตัวชี้วัดของปี {year} ไม่ครบ"
BAD_LINK: Final = "ลิงก์การจำลองนี้อ่านไม่ได้ จึงเริ่มจากคะแนนจริง"


def rounded(codes: tuple[str, ...]) -> str:
    """Say which published values differ from the recomputed ones: instruments, "total"."""
    names = (TOTAL_NAME if code == ScoreLevel.TOTAL else code for code in codes)
    return ROUNDED.format(names=", ".join(names))


def binding(standing: Standing) -> str:
    """Say in one sentence what keeps a year from the next level."""
    if standing.level is None or standing.total is None:
        return NO_LEVEL.format(year=standing.year)
    level = standing.level.name
    if standing.next_level is None:
        return spaced(TOP, total=two_decimals(standing.total), level=level)
    if not standing.blocks:
        return f"{level_name(standing.level)} — {needs_instruments(standing.year)}"
    return spaced(
        BINDING,
        total=two_decimals(standing.total),
        level=level,
        parts=" และ ".join(map(_part, standing.blocks)),
        actions=" และ ".join(map(_action, standing.blocks)),
        next_level=standing.next_level.name,
    )


def target(found: Target, *, by_indicator: bool) -> str:
    """Say what a level costs, or what is missing even at the best."""
    if found.reachable:
        words = TARGET if by_indicator else TARGET_INSTRUMENTS
        return words.format(level=found.level, points=found.sum_of_changes)
    parts = ", ".join(
        MISSING_PART.format(name=_name(one.code), gap=one.gap) for one in found.shortfalls
    )
    return UNREACHABLE.format(level=found.level, parts=parts)


def single(found: Target, names: dict[int, str]) -> str:
    """Say which score could reach a level alone."""
    if not found.single:
        return NO_SINGLE
    ways = " · ".join(
        SINGLE_WAY.format(name=change_name(one, names), score=one.to_score, points=one.points)
        for one in found.single[:3]
    )
    return SINGLE.format(ways=ways)


def change_name(change: Change, names: dict[int, str]) -> str:
    """Name what is to change: an indicator, or a whole instrument."""
    if change.indicator is None:
        return change.instrument
    return indicator(change.indicator, names.get(change.indicator, ""))


def two_decimals(value: Decimal | float | None) -> str:
    """Write a score for comparison, a dash where there is none."""
    return NO_VALUE if value is None else f"{value:.2f}"


def _part(block: Shortfall) -> str:
    return BINDING_PART.format(name=_name(block.code), value=block.value, needed=block.needed)


def _action(block: Shortfall) -> str:
    return spaced(BINDING_ACTION, name=_name(block.code), gap=f"{block.gap:.2f}")


def _name(code: str) -> str:
    return TOTAL_NAME if code == "total" else code
