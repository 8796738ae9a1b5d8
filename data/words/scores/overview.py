"""The five answers of the executive page, in words made from the numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from data.analysis.levels import Shortfall
from data.analysis.standing import Standing

LEVEL: Final = "ได้ระดับใด"
MOVEMENT: Final = "ขยับเท่าไร เพราะอะไร"
WEAKEST: Final = "จุดอ่อนสามอันดับ"
LATE: Final = "งานของใครช้า"
DECIDE: Final = "ต้องตัดสินใจเรื่องใด"
NO_SCORES_TITLE: Final = "ยังไม่มีคะแนน"
NO_SCORES: Final = "นำเข้าใบคะแนน ITA ก่อน แล้วหน้านี้จะแสดงระดับ การขยับของคะแนน และจุดอ่อน"
NO_SCORES_CHOSEN: Final = "ไม่มีคะแนนในปีที่เลือก ลองล้างตัวกรองปี"
SCORE_TABLE: Final = "คะแนนรายตัวชี้วัด"
AT_LEAST: Final = "{level}ขึ้นไป"
NO_LEVEL: Final = "ยังบอกระดับไม่ได้"
TOTAL: Final = "{total:.2f} คะแนน ปี {year}"
NO_TOTAL: Final = "ไม่มีคะแนนรวมปี {year}"
TOP_LEVEL: Final = "อยู่ระดับสูงสุดแล้ว"
BLOCKED: Final = "ถึง{level}เมื่อ {parts}"
BLOCK_PART: Final = "{name} เพิ่มอีก {gap:.2f} (ถึง {needed:.2f})"
NEEDS_INSTRUMENTS: Final = "ต้องมีคะแนน IIT, EIT, OIT จึงบอกระดับที่แน่นอนได้"
PUBLISHED_DIFFERS: Final = "ประกาศไว้เป็น {published}"
SHORT_NAMES: Final = {"total": "คะแนนรวม"}
ONE_YEAR: Final = "มีคะแนนปี {year} ปีเดียว จึงยังเทียบไม่ได้"
UP: Final = "เพิ่มขึ้น {change:.2f}"
DOWN: Final = "ลดลง {change:.2f}"
SAME: Final = "เท่าเดิม"
STEADY: Final = "ทรงตัว ({change:+.2f})"
FROM_YEAR: Final = "จากปี {year} ({total:.2f})"
BROKEN: Final = "กรอบการประเมินเปลี่ยน เทียบไม่ได้โดยตรง [b]"
MOST_UP: Final = "ขึ้นมากสุด {name} {change:+.2f}"
MOST_DOWN: Final = "ลงมากสุด {name} {change:+.2f}"
NONE_DOWN: Final = "ไม่มีตัวชี้วัดใดลดลง"
NONE_UP: Final = "ไม่มีตัวชี้วัดใดเพิ่มขึ้น"
CANNOT_COMPARE: Final = "คะแนนรวมของสองปีไม่ครบ จึงเทียบไม่ได้"
WEAK_LINE: Final = "{number}. {name} {score:.2f}"
WEAK_GAP: Final = " (ขาด {gap:.2f})"
ALL_REACHED: Final = "ทุกตัวชี้วัดถึงเป้า {target:.0f}"
BELOW: Final = "ต่ำกว่าเป้า {target:.0f} อยู่ {below} จาก {known} ตัวชี้วัด"
NO_INDICATORS: Final = "ไม่มีคะแนนรายตัวชี้วัด"
NO_MEASURES: Final = "ยังไม่มีแผน"
NO_MEASURES_DETAIL: Final = "นำเข้าแผนปฏิบัติการเพื่อติดตามงาน"
LATE_COUNT: Final = "เลยกำหนด {late} จาก {total} มาตรการ"
NONE_LATE: Final = "ไม่มีงานเลยกำหนด"
LATE_DIVISION: Final = "{division} {late} มาตรการ"
DONE_COUNT: Final = "เสร็จแล้ว {done} จาก {total} มาตรการ (แผนปี {year})"
SILENT_COUNT: Final = "ไม่มีรายงานเกิน 90 วัน {silent} มาตรการ"
DECIDE_BLOCK: Final = "ยก {name} อีก {gap:.2f} คะแนน เพื่อถึง{level}"
DECIDE_LATE: Final = "เร่งหรือปิด {late} มาตรการที่เลยกำหนด"
DECIDE_PLAN: Final = "ทำแผนปี {year} จากผลปี {result_year}: มี {below} ตัวชี้วัดต่ำกว่าเป้า"
DECIDE_EVIDENCE: Final = "ขอหลักฐาน {count} มาตรการที่เสร็จแล้ว"
DECIDE_SILENT: Final = "ให้ส่วนราชการรายงาน {count} มาตรการ"
DECIDE_NOTHING: Final = "ไม่มีเรื่องค้าง"
ONE_THING: Final = "1 เรื่อง"
MANY_THINGS: Final = "{count} เรื่อง"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the five answers: the question, the answer in a phrase, and its reasons."""

    question: str
    headline: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """The plan on a day: its year, and its measures counted."""

    plan_year: int | None
    total: int
    done: int
    late: int
    silent: int
    awaiting_evidence: int
    late_by_division: tuple[tuple[str, int], ...]


def work_of(measures: pd.DataFrame) -> Work:
    """Count the measures of the newest plan year among those given."""
    if measures.empty:
        return Work(None, 0, 0, 0, 0, 0, ())
    year = int(measures["plan_year"].max())
    newest = measures[measures["plan_year"] == year]
    late = newest[newest["overdue"]].explode("lead")["lead"].dropna().value_counts()
    return Work(
        year,
        len(newest),
        int((newest["status"] == "done").sum()),
        int(newest["overdue"].sum()),
        int(newest["silent"].sum()),
        int(newest["awaiting_evidence"].sum()),
        tuple((str(division), int(count)) for division, count in late.items()),
    )


def level_answer(standing: Standing) -> Answer:
    """Say the level of a year and what keeps it from the next."""
    if standing.level is None or standing.total is None:
        return Answer(LEVEL, NO_LEVEL, (NO_TOTAL.format(year=standing.year),))
    level = standing.level
    name = level.name if level.certain else AT_LEAST.format(level=level.name)
    details = [TOTAL.format(total=standing.total, year=standing.year), _blocked(standing)]
    if standing.published_level and standing.published_level != level.name:
        details.append(PUBLISHED_DIFFERS.format(published=standing.published_level))
    return Answer(LEVEL, name, tuple(details))


def movement_answer(
    standings: Sequence[Standing], changes: pd.DataFrame, *, band: float, broken: bool
) -> Answer:
    """Say how far the total moved in the newest two years, and which indicators moved most."""
    newest = standings[-1]
    if len(standings) == 1:
        return Answer(MOVEMENT, ONE_YEAR.format(year=newest.year), ())
    before = standings[-2]
    if newest.total is None or before.total is None:
        return Answer(MOVEMENT, CANNOT_COMPARE, ())
    since = FROM_YEAR.format(year=before.year, total=before.total)
    if broken:
        return Answer(MOVEMENT, BROKEN, (since,))
    headline = _moved(round(newest.total - before.total, 2), band)
    return Answer(MOVEMENT, headline, (since, *_extremes(changes)))


def weakest_answer(weak: pd.DataFrame) -> Answer:
    """Name the three lowest indicators of a year and how many miss the target."""
    if weak.empty:
        return Answer(WEAKEST, NO_INDICATORS, ())
    below = int((weak["gap"] > 0).sum())
    target = float(weak["target"].iloc[0])
    headline = (
        BELOW.format(target=target, below=below, known=len(weak))
        if below
        else ALL_REACHED.format(target=target)
    )
    return Answer(WEAKEST, headline, tuple(_weak_line(row) for row in _rows(weak.head(3))))


def late_answer(work: Work) -> Answer:
    """Say whose measures are late."""
    if work.plan_year is None:
        return Answer(LATE, NO_MEASURES, (NO_MEASURES_DETAIL,))
    headline = LATE_COUNT.format(late=work.late, total=work.total) if work.late else NONE_LATE
    details = [
        LATE_DIVISION.format(division=division, late=late)
        for division, late in work.late_by_division[:3]
    ]
    details.append(DONE_COUNT.format(done=work.done, total=work.total, year=work.plan_year))
    if work.silent and not work.late:
        details.append(SILENT_COUNT.format(silent=work.silent))
    return Answer(LATE, headline, tuple(details))


def decide_answer(standing: Standing, weak: pd.DataFrame, work: Work) -> Answer:
    """List what the numbers ask of the executive, most consequential first."""
    things = [*_level_decisions(standing), *_plan_decisions(standing, weak, work)]
    if not things:
        return Answer(DECIDE, DECIDE_NOTHING, ())
    headline = ONE_THING if len(things) == 1 else MANY_THINGS.format(count=len(things))
    return Answer(DECIDE, headline, tuple(things))


def _blocked(standing: Standing) -> str:
    if standing.next_level is None:
        return TOP_LEVEL
    if not standing.blocks:
        return NEEDS_INSTRUMENTS
    parts = " · ".join(map(_block_part, standing.blocks))
    return BLOCKED.format(level=standing.next_level.name, parts=parts)


def _block_part(block: Shortfall) -> str:
    name = SHORT_NAMES.get(block.code, block.code)
    return BLOCK_PART.format(name=name, gap=block.gap, needed=block.needed)


def _moved(change: float, band: float) -> str:
    if change == 0:
        return SAME
    if abs(change) <= band:
        return STEADY.format(change=change)
    return (UP if change > 0 else DOWN).format(change=abs(change))


def _extremes(changes: pd.DataFrame) -> tuple[str, ...]:
    readable = _rows(changes[changes["change"].notna() & ~changes["broken"].astype(bool)])
    if not readable:
        return ()
    rise = max(readable, key=itemgetter("change"))
    fall = min(readable, key=itemgetter("change"))
    return (
        MOST_UP.format(**rise) if rise["change"] > 0 else NONE_UP,
        MOST_DOWN.format(**fall) if fall["change"] < 0 else NONE_DOWN,
    )


def _weak_line(row: dict[str, Any]) -> str:
    line = WEAK_LINE.format(number=row["indicator"], name=row["name"], score=row["score"])
    return line + (WEAK_GAP.format(gap=row["gap"]) if row["gap"] > 0 else "")


def _level_decisions(standing: Standing) -> list[str]:
    if standing.next_level is None:
        return []
    return [
        DECIDE_BLOCK.format(
            name=SHORT_NAMES.get(block.code, block.code),
            gap=block.gap,
            level=standing.next_level.name,
        )
        for block in standing.blocks
    ]


def _plan_decisions(standing: Standing, weak: pd.DataFrame, work: Work) -> list[str]:
    things = []
    below = int((weak["gap"] > 0).sum())
    if below and (work.plan_year is None or work.plan_year <= standing.year):
        things.append(
            DECIDE_PLAN.format(year=standing.year + 1, result_year=standing.year, below=below)
        )
    if work.late:
        things.append(DECIDE_LATE.format(late=work.late))
    if work.awaiting_evidence:
        things.append(DECIDE_EVIDENCE.format(count=work.awaiting_evidence))
    if work.silent and not work.late:
        things.append(DECIDE_SILENT.format(count=work.silent))
    return things


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
