"""Words of the page of one indicator: what it is, how sure that is, what nobody knows."""

from collections.abc import Iterator, Sequence
from typing import Final

from data.framework import Evidence, Framework, Indicator, Instrument

CHOOSE: Final = "ตัวชี้วัด"
MEANING: Final = "วัดอะไร"
SCORES: Final = "คะแนนรายปี"
YEAR: Final = "ปี"
UNKNOWN: Final = "ยังไม่ทราบ"
CAVEATS: Final = "ข้อสังเกตของปี {year}"
ASKS: Final = "ถามหรือตรวจเรื่องใด: {items}"
ASKED_ITEM: Final = "{name} ({code} {evidence})"
UNNAMED: Final = "อีก {count} ข้อยังไม่ทราบชื่อ"
ITEMS: Final = "คะแนนรายข้อ ปี {year} จากต่ำไปสูง"
MEASURES: Final = "มาตรการในแผน"
NO_MEASURES: Final = "ยังไม่มีมาตรการของตัวชี้วัดนี้ในแผนที่แสดง"
MEASURE: Final = "{measure_id} · {status} · {lead}"
NO_SCORE: Final = "ไม่มีคะแนนของตัวชี้วัดนี้ในปีที่แสดง"
UNKNOWN_ITEMS: Final = "ไม่ทราบว่าข้อใดของ {instrument} ปี {year} เป็นของตัวชี้วัดนี้"
UNNAMED_ITEMS: Final = "ไม่ทราบชื่อ {count} จาก {all} ข้อ"
NAME_ITEMS: Final = "เติมข้อคำถามของปี {year} ในหน้าตั้งค่า"
LEGEND: Final = "เส้นหนา: หน่วยงานของเรา · เส้นนอน: เป้าหมาย"
LEGEND_NATION: Final = "เส้นเทา: ค่าเฉลี่ยประเทศ"
LEGEND_DISTRICT: Final = "จุดไข่ปลา: ค่าเฉลี่ยอำเภอ ปี {year} {mean:.2f}"
GAP_TO_TARGET: Final = "ขาด {gap:.2f} จากเป้า {target:g}"
AT_TARGET: Final = "ถึงเป้า {target:g}"
OF: Final = "{code} · {name}"
ASKED: Final = "ผู้ตอบหรือหลักฐาน: {respondents}"
WEIGHT: Final = (
    "เป็น 1 ใน {count} ตัวชี้วัดของ {code} ซึ่งมีน้ำหนักร้อยละ {weight:g} ของคะแนนรวม: "
    "ถ้าเพิ่ม 1 คะแนน คะแนนรวมเพิ่ม {share:.2f} (น้ำหนัก: {evidence})"
)
RANGE: Final = "ข้อ {first}–{last} ({evidence})"
OPEN: Final = "?"
NO_RANGE: Final = "ยังไม่ทราบว่ามีข้อใดบ้าง"
NAME_EVIDENCE: Final = "ชื่อตัวชี้วัด: {evidence}"
NOTE: Final = "หมายเหตุ: {note}"
EVIDENCE: Final = {
    Evidence.CONFIRMED: "ยืนยันจากสองแหล่งขึ้นไป",
    Evidence.ONE_SOURCE: "จากแหล่งเดียว",
    Evidence.INFERRED: "อนุมานจากข้อเท็จจริงอื่น",
    Evidence.DISPUTED: "แหล่งข้อมูลขัดแย้งกัน",
    Evidence.UNKNOWN: "ยังไม่พบแหล่งข้อมูล",
}


def asks(indicator: Indicator, described: Framework) -> str:
    """Say what an indicator asks by the names of its items, each with how sure it is."""
    items = described.items_of(indicator.number)
    told = [
        ASKED_ITEM.format(name=one.name, code=one.code, evidence=EVIDENCE[one.evidence])
        for one in items
        if one.name
    ]
    if told and len(told) < len(items):
        told.append(UNNAMED.format(count=len(items) - len(told)))
    return ASKS.format(items=" · ".join(told) or UNKNOWN)


def meaning(indicator: Indicator, described: Framework) -> Iterator[str]:
    """Say what an indicator is in a year and how sure each fact is."""
    instrument = described.instrument(indicator.instrument)
    if instrument is not None:
        yield from _place(instrument, described)
    if indicator.first_item or indicator.last_item:
        yield RANGE.format(
            first=indicator.first_item or OPEN,
            last=indicator.last_item or OPEN,
            evidence=EVIDENCE[indicator.range_evidence],
        )
    else:
        yield NO_RANGE
    yield NAME_EVIDENCE.format(evidence=EVIDENCE[indicator.evidence])
    if indicator.note:
        yield NOTE.format(note=indicator.note)


def legend(*, nation: bool, district: Sequence[tuple[int, float]] = ()) -> str:
    """Say which line is whose."""
    parts = [LEGEND, *([LEGEND_NATION] if nation else [])]
    if district:
        year, mean = district[-1]
        parts.append(LEGEND_DISTRICT.format(year=year, mean=mean))
    return " · ".join(parts)


def _place(instrument: Instrument, described: Framework) -> Iterator[str]:
    count = len(described.indicators_of(instrument.code))
    yield OF.format(code=instrument.code, name=instrument.name)
    if instrument.respondents:
        yield ASKED.format(respondents=instrument.respondents)
    yield WEIGHT.format(
        count=count,
        code=instrument.code,
        weight=float(instrument.weight * 100),
        share=instrument.weight / count,
        evidence=EVIDENCE[instrument.evidence],
    )
