"""The five answers of the executive page, in words made from the facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from data.analysis.indicators import Reading
from data.analysis.levels import Level, Shortfall
from data.analysis.overview import Decision, Matter, Overview, TotalMovement
from data.analysis.plan.weak_points import WeakIndicator, WeakIndicators
from data.analysis.plan.work import Work
from data.analysis.standing import Standing
from data.framework import framework, office
from data.model.work import WorkState
from data.words.marks import NOT_COMPARABLE, in_place, marked
from data.words.numbers import aim
from data.words.scores import movement as movement_words
from data.words.spacing import spaced
from data.words.work.statuses import counted

RESULT: Final = "ผลการประเมิน ปี {year}"
LEVEL: Final = "ได้ระดับใด"
MOVEMENT: Final = "ขยับเท่าไร เพราะอะไร"
WEAKEST: Final = "จุดอ่อนสามอันดับ"
LATE: Final = "งานของใครช้า"
DECIDE: Final = "ต้องตัดสินใจเรื่องใด"
NO_SCORES_TITLE: Final = "ยังไม่มีคะแนน"
NO_SCORES: Final = "นำเข้าใบคะแนน ITA ก่อน แล้วหน้านี้จะแสดงระดับ การขยับของคะแนน และจุดอ่อน"
NO_SCORES_CHOSEN: Final = "ไม่มีคะแนนในปีที่เลือก"
SCORE_TABLE: Final = "คะแนนรายตัวชี้วัด"
AT_LEAST: Final = "{level}ขึ้นไป"
NO_LEVEL: Final = "ยังบอกระดับไม่ได้"
TOTAL: Final = "{total} คะแนน ปี {year}"
LEVEL_KEPT: Final = "ระดับตามที่ประกาศ"
NO_TOTAL: Final = "ไม่มีคะแนนรวมปี {year}"
TOP_LEVEL: Final = "อยู่ระดับสูงสุดแล้ว"
BLOCKED: Final = "ถึง{level}เมื่อ{parts}"
BLOCK_PART: Final = "{name}เพิ่มอีก"
BLOCK_POINTS: Final = "{gap:.2f} (ถึง {needed:.2f})"
NEEDS_INSTRUMENTS: Final = "ต้องมีคะแนน {instruments} จึงบอกระดับที่แน่นอนได้"
PUBLISHED_DIFFERS: Final = "ประกาศไว้เป็น{published}"
SHORT_NAMES: Final = {"total": "คะแนนรวม"}
ONE_YEAR: Final = "มีคะแนนปี {year} ปีเดียว จึงยังเทียบไม่ได้"
UP: Final = "เพิ่มขึ้น {change:.2f}"
DOWN: Final = "ลดลง {change:.2f}"
SAME: Final = "เท่าเดิม"
STEADY: Final = "ทรงตัว ({change:+.2f})"
FROM_YEAR: Final = "จากปี {year} ({total:.2f})"
BROKEN: Final = f"กรอบการประเมินเปลี่ยน {NOT_COMPARABLE}"
BROKEN_YEARS: Final = "ปี {from_year} กับปี {to_year}"
MOST_UP: Final = "เพิ่มคะแนนรวมมากที่สุด: {parts}"
MOST_DOWN: Final = "ลดคะแนนรวมมากที่สุด: {parts}"
NONE_DOWN: Final = "ไม่มีตัวชี้วัดใดลดคะแนนรวม"
NONE_UP: Final = "ไม่มีตัวชี้วัดใดเพิ่มคะแนนรวม"
NONE_DOWN_KNOWN: Final = "เท่าที่มีข้อมูล ไม่มีส่วนใดลดคะแนนรวม"
NONE_UP_KNOWN: Final = "เท่าที่มีข้อมูล ไม่มีส่วนใดเพิ่มคะแนนรวม"
BOTH_KNOWN: Final = "มีคะแนนทั้งสองปี {known} จาก {expected} ตัวชี้วัด"
CANNOT_COMPARE: Final = "คะแนนรวมของสองปีไม่ครบ จึงเทียบไม่ได้"
WEAK_LINE: Final = "{number}. {name} {score:.2f} (ขาด {gap:.2f})"
WEAK_TIED: Final = "และอีก {tied} ตัวชี้วัดที่ได้ {score:.2f} เท่ากัน"
ALL_REACHED: Final = "ทุกตัวชี้วัดถึงเป้า{aim}"
KNOWN_REACHED: Final = "ตัวชี้วัดที่มีคะแนนทั้ง {known} ตัวถึงเป้า{aim}"
BELOW: Final = "ต่ำกว่าเป้า{aim} อยู่ {below} จาก {known} ตัวชี้วัด"
KNOWN_BELOW: Final = "ต่ำกว่าเป้า{aim} อยู่ {below} จาก {known} ตัวชี้วัดที่มีคะแนน"
SCORES_KNOWN: Final = "มีคะแนน {known} จาก {expected} ตัวชี้วัด"
NO_INDICATORS: Final = "ไม่มีคะแนนรายตัวชี้วัด"
NO_MEASURES: Final = "ยังไม่มีแผน"
NO_MEASURES_DETAIL: Final = "นำเข้าแผนปฏิบัติการเพื่อติดตามงาน"
NO_REPORT: Final = "ยังไม่มีรายงาน"
NO_REPORT_OF: Final = "แผนปี {year} ทั้ง {total} มาตรการ"
ENDED_COUNT: Final = "พ้นวันสิ้นสุดในแผนแล้ว {late} มาตรการ"
LATE_COUNT: Final = "เลยกำหนด {late} จาก {total} มาตรการ"
NONE_LATE: Final = "ไม่มีงานเลยกำหนด"
LATE_DIVISION: Final = "{division} {late} มาตรการ"
UNREPORTED_COUNT: Final = "ยังไม่มีรายงาน {count} มาตรการ"
DONE_COUNT: Final = "เสร็จแล้ว {done} จาก {total} มาตรการ (แผนปี {year})"
SILENT_COUNT: Final = "ไม่มีรายงานเกิน {days} วัน {silent} มาตรการ"
DECIDE_LEVEL: Final = "ยกระดับเป็น{level}"
DECISIONS: Final = {
    Matter.PLAN: "ทำแผนปี {next_year} จากผลปี {year}: มี {count} ตัวชี้วัดต่ำกว่าเป้า",
    Matter.NO_REPORT: "ให้ส่วนราชการรายงาน {count} มาตรการที่ยังไม่มีรายงาน",
    Matter.LATE: "เร่งหรือปิด {count} มาตรการที่เลยกำหนด",
    Matter.EVIDENCE: "ขอหลักฐาน {count} มาตรการที่เสร็จแล้ว",
    Matter.SILENT: "ให้รายงานความคืบหน้า {count} มาตรการที่ไม่มีรายงานเกิน {days} วัน",
}
DECIDE_NOTHING: Final = "ไม่มีเรื่องค้าง"
THINGS: Final = "{count} เรื่อง"
MOST_DIVISIONS: Final = 3
MOST_DECISIONS: Final = 3
MORE_DECISIONS: Final = "และอีก {count} เรื่อง"
MORE_DIVISIONS: Final = "และอีก {count} ส่วนราชการ"
GAP: Final = "ขาด {gap:.2f}"
ARROWS: Final = {Reading.UP: "↑", Reading.DOWN: "↓", Reading.STEADY: "→", Reading.UNKNOWN: ""}
NO_MEASURE_OF: Final = "ยังไม่มีมาตรการในแผนปี {year}"
MEASURES_OF: Final = "มาตรการ: {states}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the five answers: the question, the answer in a phrase, and its reasons."""

    question: str
    headline: str
    details: tuple[str, ...]


def five_answers(facts: Overview) -> tuple[Answer, ...]:
    """Answer the five questions; without scores only whose work is late."""
    if facts.standing is None or facts.weak is None:
        return (late_answer(facts.work),)
    return (
        level_answer(facts.standing),
        movement_answer(facts.standing.year, facts.moved),
        weakest_answer(facts.weak),
        late_answer(facts.work),
        decide_answer(facts.standing, facts.decisions),
    )


def total_text(standing: Standing) -> str:
    """Write the total large, with its mark; without one why there is none."""
    if standing.value is None:
        return in_place(standing.mark)
    return marked(f"{standing.value:.2f}", standing.mark)


def direction(moved: TotalMovement | None) -> Reading:
    """Tell which way the total went, as its words do."""
    return moved.reading if moved else Reading.UNKNOWN


def weak_note(weak: WeakIndicator, work: Work, states: Mapping[WorkState, int]) -> str:
    """Say what a weak indicator lacks and how its measures stand; where there is none, that."""
    told = NO_MEASURES
    if work.plan_year is not None:
        told = NO_MEASURE_OF.format(year=work.plan_year)
    if states:
        told = MEASURES_OF.format(states=counted(states))
    return f"{GAP.format(gap=weak.gap)} · {told}"


def level_answer(standing: Standing) -> Answer:
    """Say the level of a year and what keeps it from the next."""
    total = NO_TOTAL.format(year=standing.year)
    if standing.value is not None:
        value = marked(f"{standing.value:.2f}", standing.mark)
        total = TOTAL.format(total=value, year=standing.year)
    level = standing.level
    if level is None:
        return Answer(LEVEL, NO_LEVEL, (total,))
    details = [total, LEVEL_KEPT if standing.level_kept else _blocked(standing)]
    if standing.level_differs and standing.published_level:
        details.append(spaced(PUBLISHED_DIFFERS, published=standing.published_level))
    return Answer(LEVEL, level_name(level), tuple(details))


def level_name(level: Level) -> str:
    """Name a level; of one that is not certain say that it may be a better one."""
    return level.name if level.certain else spaced(AT_LEAST, level=level.name)


def needs_instruments(year: int) -> str:
    """Say which scores would make the level of a year certain."""
    codes = ", ".join(one.code for one in framework(year).instruments)
    return NEEDS_INSTRUMENTS.format(instruments=codes)


def movement_answer(year: int, moved: TotalMovement | None) -> Answer:
    """Say how far the total moved and which parts moved it most; across a break say neither."""
    if moved is None:
        return Answer(MOVEMENT, ONE_YEAR.format(year=year), ())
    if not moved.comparable:
        years = {"from_year": moved.apart.from_year, "to_year": moved.apart.to_year}
        return Answer(MOVEMENT, BROKEN, (BROKEN_YEARS.format(**years),))
    if moved.apart.change is None or moved.before is None:
        return Answer(MOVEMENT, CANNOT_COMPARE, ())
    since = FROM_YEAR.format(year=moved.apart.from_year, total=moved.before)
    headline = _moved(moved.apart.change, moved.reading)
    return Answer(MOVEMENT, headline, (since, *_causes(moved)))


def weakest_answer(weak: WeakIndicators) -> Answer:
    """Name the three lowest indicators under the target, and how many there are."""
    if not weak.known:
        return Answer(WEAKEST, NO_INDICATORS, ())
    complete = weak.known == weak.expected
    counts = {"aim": aim(weak.targets), "below": len(weak.weak), "known": weak.known}
    if weak.weak:
        headline = BELOW if complete else KNOWN_BELOW
    else:
        headline = ALL_REACHED if complete else KNOWN_REACHED
    details = [
        WEAK_LINE.format(number=one.number, name=one.name, score=one.score, gap=one.gap)
        for one in weak.foremost
    ]
    if weak.tied:
        details.append(WEAK_TIED.format(tied=weak.tied, score=weak.foremost[-1].score))
    if not complete:
        details.append(SCORES_KNOWN.format(known=weak.known, expected=weak.expected))
    return Answer(WEAKEST, headline.format(**counts), tuple(details))


def late_answer(work: Work) -> Answer:
    """Say whose measures are late; where nobody has reported anything, say that first."""
    if work.plan_year is None:
        return Answer(LATE, NO_MEASURES, (NO_MEASURES_DETAIL,))
    if work.nothing_reported:
        plan = NO_REPORT_OF.format(year=work.plan_year, total=work.total)
        ended = ENDED_COUNT.format(late=work.late) if work.late else NONE_LATE
        return Answer(LATE, NO_REPORT, (plan, ended, *_late_divisions(work)))
    headline = LATE_COUNT.format(late=work.late, total=work.total) if work.late else NONE_LATE
    counts = [UNREPORTED_COUNT.format(count=work.unreported)] if work.unreported else []
    done = DONE_COUNT.format(done=work.done, total=work.total, year=work.plan_year)
    if work.silent and not work.late:
        counts.append(SILENT_COUNT.format(silent=work.silent, days=office().silent_days))
    return Answer(LATE, headline, (*_late_divisions(work), done, *counts))


def decide_answer(standing: Standing, decisions: tuple[Decision, ...]) -> Answer:
    """List what the facts ask of the executive, most consequential first."""
    if not decisions:
        return Answer(DECIDE, DECIDE_NOTHING, ())
    lines = tuple(decision(standing, one) for one in decisions)
    return Answer(DECIDE, THINGS.format(count=len(lines)), lines)


def _blocked(standing: Standing) -> str:
    if standing.next_level is None:
        return TOP_LEVEL
    if not standing.blocks:
        return needs_instruments(standing.year)
    return spaced(BLOCKED, level=standing.next_level.name, parts=_block_parts(standing))


def _block_parts(standing: Standing) -> str:
    return " · ".join(map(_block_part, standing.blocks))


def _block_part(block: Shortfall) -> str:
    name = spaced(BLOCK_PART, name=SHORT_NAMES.get(block.code, block.code))
    return f"{name} {BLOCK_POINTS.format(gap=block.gap, needed=block.needed)}"


def moved_by(change: Decimal, reading: Reading) -> str:
    """Say how far a score moved, behind its arrow."""
    return f"{ARROWS[reading]} {_moved(change, reading)}"


def _moved(change: Decimal, reading: Reading) -> str:
    if change == 0:
        return SAME
    if reading is Reading.STEADY:
        return STEADY.format(change=change)
    return (UP if reading is Reading.UP else DOWN).format(change=abs(change))


def _causes(moved: TotalMovement) -> Iterator[str]:
    """Name what added and what took most; "none" only as far as the parts are known."""
    every = moved.known == moved.expected
    for parts, most, none, none_known in (
        (moved.apart.largest_rises, MOST_UP, NONE_UP, NONE_UP_KNOWN),
        (moved.apart.largest_falls, MOST_DOWN, NONE_DOWN, NONE_DOWN_KNOWN),
    ):
        if parts:
            yield most.format(parts=movement_words.named(parts, moved.names))
        elif moved.apart.by_instrument():
            yield none if every else none_known
    if not every:
        yield BOTH_KNOWN.format(known=moved.known, expected=moved.expected)


def _late_divisions(work: Work) -> Iterator[str]:
    for division, late in work.late_by_division[:MOST_DIVISIONS]:
        yield LATE_DIVISION.format(division=division, late=late)


def decision(standing: Standing, matter: Decision) -> str:
    """Say one decision as what is to be done."""
    if matter.matter is Matter.NEXT_LEVEL and standing.next_level is not None:
        level = spaced(DECIDE_LEVEL, level=standing.next_level.name)
        return f"{level}: {_block_parts(standing)}"
    return DECISIONS[matter.matter].format(
        count=matter.count,
        year=standing.year,
        next_year=standing.year + 1,
        days=office().silent_days,
    )
