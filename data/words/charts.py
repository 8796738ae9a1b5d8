"""The Thai words of the figures: titles, axes, legends, marks, takeaways and alternative texts."""

from collections.abc import Iterable
from typing import Final

from data.analysis.score_steps import ScoreSteps, score_steps
from data.framework import Framework
from data.words.marks import NOT_COMPARABLE, in_place

SAMPLE: Final = "ตัวอย่าง"
SAMPLE_BADGE: Final = "ตัวอย่าง ไม่ใช่ผลจริง"
JOIN: Final = " · "
AND_MORE: Final = "{first} และอีก {more} ตัวชี้วัด"
YEAR: Final = "ปี {year}"
YEARS: Final = "ปี {first}–{last}"

STEP_BELOW: Final = "ต่ำกว่า {high:g}"
STEP_BETWEEN: Final = "{low:g}–{last:.2f}"
STEP_FROM: Final = "{low:g} ขึ้นไป"
STEPS_BY_TARGET: Final = ("ห่างเป้า", "ใกล้เป้า", "ถึงเป้า", "เกินเป้า")
"""Where indicators have targets of their own, so that no number holds for all."""

HEATMAP_SUBTITLE: Final = "คะแนนรายตัวชี้วัด (เต็ม 100) {years}"
HEATMAP_TITLE: Final = "{year}: ถึงเป้า{aim} แล้ว {reached} จาก {known} ตัวชี้วัด"
HEATMAP_KNOWN: Final = "{year}: ถึงเป้า{aim} แล้ว {reached} จาก {known} ตัวชี้วัดที่มีคะแนน"
HEATMAP_ALL: Final = "{year}: ทุกตัวชี้วัดถึงเป้า{aim}"
HEATMAP_NONE: Final = "{year}: ยังไม่มีตัวชี้วัดใดถึงเป้า{aim}"
HEATMAP_NO_SCORE: Final = "{year}: ยังไม่มีคะแนน"
HEATMAP_INCOMPLETE: Final = "มีข้อมูล {known} จาก {expected}"
HEATMAP_CHANGES: Final = "เทียบปี {from_year} {parts}"
HEATMAP_NOT_COMPARABLE: Final = "เทียบปี {from_year} ไม่ได้โดยตรง"
CHANGE_WORDS: Final = {"up": "ดีขึ้น {n}", "down": "ลดลง {n}", "steady": "ทรงตัว {n}"}
CHANGE_UNKNOWN: Final = "เทียบไม่ได้ {n}"
CHANGE_COLUMN: Final = "เปลี่ยนจาก<br>{from_year}"
CHANGED_FROM: Final = "เปลี่ยนจาก {from_year}"
LEGEND_SCORES: Final = "คะแนน"
LEGEND_CHANGES: Final = "เปลี่ยน"
CHANGES: Final = {
    "down": "ลดลง",
    "steady": "ทรงตัว",
    "up": "ดีขึ้น",
    "unknown": "เทียบไม่ได้",
}
HEATMAP_NEWEST: Final = "แสดง {shown} ปีล่าสุดจาก {years} ปี"
HEATMAP_ALT: Final = "ตารางสีคะแนน {indicators} ตัวชี้วัด {years} {takeaway} {lowest}"
LOWEST: Final = "ต่ำสุดคือ {name} {score} คะแนน"

TRENDS_SUBTITLE: Final = "คะแนนรายตัวชี้วัด (เต็ม 100) {years}"
TRENDS_AXIS: Final = "แกนตั้งเดียวกันทุกช่อง {low}–100 (ไม่เริ่มที่ 0) · เส้นนอนกลางคือเป้า{aim}"
TRENDS_AXIS_FULL: Final = "แกนตั้งเดียวกันทุกช่อง 0–100 · เส้นนอนกลางคือเป้า{aim}"
TRENDS_NATIONAL: Final = "ค่าเฉลี่ยประเทศ"
TRENDS_LEGEND: Final = f"━ {TRENDS_NATIONAL}"
TRENDS_BREAK: Final = f"เกณฑ์เปลี่ยนระหว่างปี {NOT_COMPARABLE}"
TRENDS_UP: Final = "{name} เพิ่มขึ้นมากที่สุด ({change})"
TRENDS_DOWN: Final = "{name} ลดลงมากที่สุด ({change})"
TRENDS_ONLY_UP: Final = "{name} เพิ่มขึ้น ({change})"
TRENDS_ONLY_DOWN: Final = "{name} ลดลง ({change})"
TRENDS_PAIR: Final = "ปี {from_year} ถึง {to_year}: {parts}"
TRENDS_ONE_YEAR: Final = "มีคะแนนปี {year} เพียงปีเดียว · ยังไม่เห็นแนวโน้ม"
TRENDS_NO_SCORE: Final = "ยังไม่มีคะแนน"
TRENDS_EQUAL: Final = "ปี {from_year} ถึง {to_year}: คะแนนเท่าเดิมใน {known} ตัวชี้วัดที่มีคะแนนทั้งสองปี"
TRENDS_BROKEN: Final = "ปี {from_year} กับ {to_year} เทียบกันไม่ได้โดยตรง เพราะเกณฑ์เปลี่ยน"
TRENDS_NO_PAIR: Final = "ไม่มีตัวชี้วัดที่มีคะแนนทั้งปี {from_year} และ {to_year}"
TRENDS_ALT: Final = "กราฟเส้นแยก {indicators} ตัวชี้วัด {years} {takeaway}"

TOTAL_LINE_ALT: Final = "กราฟเส้นคะแนนรวม {totals}"
TOTAL_OF_YEAR: Final = "ปี {year} {value}"
LINE_ALT: Final = "กราฟเส้น {name} {scores}"
LEVEL_BAND: Final = "{name} {score}+"

WEAKEST_SUBTITLE: Final = "คะแนนรายตัวชี้วัด (เต็ม 100) เรียงจากน้อยไปมาก {years}"
WEAKEST_AXIS: Final = "คะแนน (แกนตัด: เริ่มที่ {low} ไม่ใช่ 0)"
WEAKEST_AXIS_FULL: Final = "คะแนน (แกนเริ่มที่ 0)"
WEAKEST_TARGET: Final = "เป้าหมาย{aim}"
WEAKEST_LOWEST: Final = {
    "below": "{year}: ต่ำสุดคือ {name} {score} คะแนน ขาดอีก {gap} จึงถึง {target}",
    "reached": "{year}: ทุกตัวชี้วัดที่มีคะแนนถึงเป้า{aim} แล้ว ต่ำสุดคือ {name} {score} คะแนน",
    "others": "{year}: ต่ำสุดคือ {name} {score} คะแนน ถึงเป้าแล้ว แต่อีก {below} ตัวชี้วัดยังไม่ถึงเป้าของตน",
}
WEAKEST_ONLY: Final = {
    "below": "{year}: {name} {score} คะแนน ขาดอีก {gap} จึงถึง {target}",
    "reached": "{year}: {name} {score} คะแนน ถึง {target} แล้ว",
}
WEAKEST_EQUAL: Final = "{year}: ตัวชี้วัดที่มีคะแนนทั้ง {known} ตัวได้เท่ากัน {score} คะแนน"
WEAKEST_SHORT: Final = "ขาด {gap}"
WEAKEST_HOVER: Final = "{name}<br>{value} คะแนน<br>{gap}"
WEAKEST_OVER: Final = "ถึงเป้าหมาย เกิน {gap}"
WEAKEST_ALT: Final = "กราฟจุดเรียงคะแนน {indicators} ตัวชี้วัด {takeaway}"

AGENCIES_SUBTITLE: Final = "คะแนนรวมปีล่าสุดของแต่ละหน่วยงาน (เต็ม 100)"
AGENCIES_TARGET: Final = "เป้าหมายของตน"
AGENCIES_NEAREST: Final = "{name} ใกล้ระดับถัดไปที่สุด เพิ่มรวมอีก {gap} ถึง{level}"
AGENCIES_REACHED: Final = "ถึงเป้าหมายแล้ว {reached} จาก {agencies} หน่วยงาน"
AGENCIES_SCORE: Final = "ปี {year}: {score} คะแนน {level}"
AGENCIES_GAP: Final = "อีก {gap}"
AGENCIES_WAY: Final = "เพิ่มรวมอีก {gap} ถึง{level}"
AGENCIES_LEFT_OUT: Final = "แสดง {shown} จาก {agencies} หน่วยงาน ตารางมีครบ"
AGENCIES_ALT: Final = "กราฟจุดคะแนนรวมของ {agencies} หน่วยงาน {takeaway}"

PROGRESS_SUBTITLE: Final = "สัดส่วนมาตรการตามสถานะ (ตัวเลขในแท่ง = จำนวนมาตรการ) ณ วันที่ {as_of}"
PROGRESS_LATE: Final = "{division} เป็นเจ้าภาพงานเลยกำหนดมากที่สุด {late} จาก {led} มาตรการ"
PROGRESS_LATE_TIED: Final = (
    "{division} และอีก {more} ส่วนราชการ เป็นเจ้าภาพงานเลยกำหนดเท่ากัน {late} มาตรการ"
)
PROGRESS_LATE_ONE: Final = "{division} เป็นเจ้าภาพงานเลยกำหนด {late} จาก {led} มาตรการ"
PROGRESS_NO_REPORT: Final = "ยังไม่มีรายงานของมาตรการที่แสดง"
PROGRESS_ALL_DONE: Final = "เสร็จครบทุกมาตรการที่แสดง ทั้ง {divisions} ส่วนราชการ"
PROGRESS_ONE_DONE: Final = "{division} เสร็จครบทั้ง {measures} มาตรการที่แสดง"
PROGRESS_NONE_LATE: Final = "ไม่มีมาตรการที่แสดงเลยกำหนด เสร็จครบแล้ว {done} จาก {divisions} ส่วนราชการ"
PROGRESS_ONE_NOT_LATE: Final = "{division} ไม่มีมาตรการที่แสดงเลยกำหนด เสร็จแล้ว {done} จาก {measures}"
CHART_SCOPE: Final = "เฉพาะ: {limits}"
PROGRESS_NO_MEASURE: Final = "ไม่มีมาตรการในขอบเขตนี้"
PROGRESS_DIVISION: Final = "{division} ({measures})"
PROGRESS_AXIS: Final = "ร้อยละของมาตรการ (ในวงเล็บคือจำนวน)"
PROGRESS_HOVER: Final = "{division}<br>{status}: {measures} จาก {total} มาตรการ"
PROGRESS_ALT: Final = "กราฟแท่งแนวนอนซ้อนครบร้อย {divisions} ส่วนราชการ ณ วันที่ {as_of} {takeaway}"

WATERFALL_SUBTITLE: Final = "คะแนนรวม (เต็ม 100) และส่วนที่แต่ละตัวชี้วัดทำให้เปลี่ยน {first} → {last}"
WATERFALL_AXIS: Final = "คะแนนรวม (แกนตัด: เริ่มที่ {low} ไม่ใช่ 0)"
WATERFALL_AXIS_FULL: Final = "คะแนนรวม (แกนเริ่มที่ 0)"
WATERFALL_REST: Final = "ส่วนต่างจากคะแนนที่ประกาศ"
WATERFALL_MOVED: Final = {
    "up": "คะแนนรวมเพิ่มขึ้น {change} จาก {start} เป็น {end}",
    "down": "คะแนนรวมลดลง {change} จาก {start} เป็น {end}",
    "steady": "คะแนนรวมทรงตัว ({signed}) จาก {start} เป็น {end}",
}
WATERFALL_SAME: Final = "คะแนนรวมเท่าเดิม {end}"
WATERFALL_BROKEN: Final = f"{{first}} กับ {{last}} {NOT_COMPARABLE} เพราะกรอบการประเมินเปลี่ยน"
WATERFALL_GAIN: Final = "บวกมากที่สุด {change}: {name}"
WATERFALL_LOSS: Final = "ลบมากที่สุด {change}: {name}"
WATERFALL_LEGEND: Final = {"up": "เพิ่ม", "down": "ลด", "total": "คะแนนรวม"}
WATERFALL_ALT: Final = "กราฟน้ำตก {parts} ส่วน {takeaway}"

TIMELINE_SUBTITLE: Final = "ระยะเวลาของมาตรการตามไตรมาสของปีงบประมาณ ณ วันที่ {as_of}"
TIMELINE_AS_OF: Final = "ณ {as_of}"
TIMELINE_OUTSIDE: Final = "วันที่ {as_of} อยู่นอกช่วงเวลาที่แสดง"
TIMELINE_QUARTER: Final = "ไตรมาส {quarter}<br>{first}–{last}<br>{year}"
TIMELINE_SHORT: Final = "{quarter}/{year}"
TIMELINE_SHORT_NOTE: Final = "แกนเวลา: ไตรมาส/ปีงบประมาณ"
TIMELINE_NO_DATES: Final = "ไม่ระบุระยะเวลา"
TIMELINE_GROUP: Final = "{division} · {measures} มาตรการ"
TIMELINE_ALIKE: Final = "{measures} มาตรการเหมือนกัน · {ids}"
TIMELINE_HOVER: Final = "{name}<br>{start} – {end}<br>{status}"
STEPS_DONE: Final = "ขั้นตอนเสร็จ {done} จาก {steps} ขั้น"
STEPS_NOTE: Final = "◆ คือขั้นตอนในวันครบกำหนด เส้นคือระยะเวลาของมาตรการ"
STEP_HOVER: Final = "ขั้นที่ {position} {text}<br>ครบกำหนด {due}<br>{status}"
TIMELINE_OVERDUE: Final = "เลยกำหนด {n} จาก {measures} มาตรการที่แสดง"
TIMELINE_DONE: Final = "เสร็จแล้ว {n} จาก {measures} มาตรการที่แสดง"
TIMELINE_ALL_DONE: Final = "เสร็จครบทั้ง {measures} มาตรการที่แสดง"
TIMELINE_NO_REPORT: Final = "ยังไม่มีรายงานทั้ง {measures} มาตรการที่แสดง"
TIMELINE_RUNNING: Final = "อยู่ในช่วงดำเนินการ {n} มาตรการ"
TIMELINE_ALT: Final = "แผนภูมิเวลา {measures} มาตรการ ณ วันที่ {as_of} {takeaway}"

STRIP_SUBTITLE: Final = "คะแนน (เต็ม 100) {year} แต่ละจุดคือหนึ่งหน่วยงาน"
STRIP_BARS: Final = "กลุ่มใหญ่แสดงเป็นแท่ง: จำนวนหน่วยงานในแต่ละช่วง 1 คะแนน"
STRIP_AXIS: Final = "คะแนน (แกนตัด: เริ่มที่ {low} ไม่ใช่ 0) · ขีดตั้งคือค่ากลางของกลุ่ม"
STRIP_AXIS_FULL: Final = "คะแนน (แกนเริ่มที่ 0) · ขีดตั้งคือค่ากลางของกลุ่ม"
STRIP_GROUP: Final = "{group} ({agencies} หน่วยงาน ค่ากลาง {median})"
STRIP_GROUP_EMPTY: Final = f"{{group}} ({in_place('x')})"
STRIP_OWN: Final = "{score} · อันดับ {rank} จาก {agencies}"
STRIP_TITLE: Final = "{name} ได้ {score} คะแนน"
STRIP_IN_GROUP: Final = "{group} อันดับ {rank} จาก {agencies}"
STRIP_EQUAL: Final = "{group} ทุกหน่วยงานได้เท่ากัน"
STRIP_ALONE: Final = "{group} มีข้อมูลหน่วยงานเดียว"
STRIP_NO_OWN: Final = "ไม่มีคะแนนของหน่วยงานตนเองให้เทียบ"
STRIP_HOVER: Final = "{name}<br>{score} คะแนน"
STRIP_BAR_HOVER: Final = "{low}–{high} คะแนน: {agencies} หน่วยงาน"
STRIP_ALT: Final = "กราฟจุดเทียบคะแนนหน่วยงาน {year} {takeaway}"

ITEM_SUBTITLE: Final = "คะแนนรายข้อ (เต็ม 100) {years}"
ITEM_AXIS: Final = "แกนตั้ง 0–100 ลากเส้นเฉพาะข้อที่เป็นข้อเดียวกันตามตารางเทียบข้อ"
ITEM_OTHERS: Final = f"วงกลมโปร่งคือรหัสเดียวกันแต่เป็นคนละข้อ {NOT_COMPARABLE}"
ITEM_NONE: Final = "ไม่มีคะแนนของข้อนี้"
ITEM_ONCE: Final = "ข้อ {code} ปี {year} ได้ {score} คะแนน ไม่ทราบข้อเดียวกันในปีอื่นที่แสดง"
ITEM_JOINED: Final = "ข้อเดียวกันจาก {old} คะแนนในปี {first} เป็น {score} คะแนนในปี {year} (ข้อ {code})"
ITEM_SCORE: Final = "ปี {year} ข้อ {code} {score}"
ITEM_ALT: Final = "กราฟคะแนนรายข้อ {takeaway} {scores}"
ITEM_HOVER: Final = "ข้อ {code} ปี {year}: {score} คะแนน<br>{name}"

BUDGET_SUBTITLE: Final = "บาท ตามรายงาน ณ {as_of}"
BUDGET_BARS: Final = "แท่งจางมีกรอบ: ที่ตั้งไว้ · แท่งเข้ม: ที่ใช้ไป · ไม่มีแท่งคือไม่ทราบ"
BUDGET_ALT: Final = "กราฟแท่งงบประมาณที่ตั้งไว้และที่ใช้ไป {rows} แถว ณ {as_of} {takeaway}"
BUDGET_UNKNOWN: Final = "ไม่ทราบ"
BUDGET_OF: Final = "จาก {planned}"
BUDGET_OVER: Final = "เกินงบ {amount}"


def step_names(described: Framework) -> dict[int, str]:
    """Name the steps of a score for a legend: under 70, 70 to 84.99, and so on."""
    found = {score_steps(described, one.number) for one in described.indicators}
    if len(found) != 1:
        return {step: STEPS_BY_TARGET[step] for step in _steps(found)}
    names = {}
    for step, low, high in found.pop().ranges():
        if low is None:
            names[step] = STEP_BELOW.format(high=float(high or 0))
        elif high is None:
            names[step] = STEP_FROM.format(low=float(low))
        else:
            names[step] = STEP_BETWEEN.format(low=float(low), last=float(high) - 0.01)
    return names


def _steps(found: Iterable[ScoreSteps]) -> list[int]:
    return sorted({step for steps in found for step, _, _ in steps.ranges()})
