"""Words of the official documents: forms, the one-page summary, the yearly report."""

from enum import StrEnum
from typing import Final

from data.framework import Signatory
from data.words.files.form_words import FormWords
from data.words.marks import NOT_COMPARABLE
from data.words.setting_up import SIGNATORY


class Document(StrEnum):
    """The documents, named as on the command line."""

    PLAN = "plan"
    RESULT = "result"
    ONE_PAGE = "onepage"
    YEARLY = "yearly"


NAMES: Final = {
    Document.PLAN: "แผน",
    Document.RESULT: "ผลการดำเนินการ",
    Document.ONE_PAGE: "สรุปผู้บริหาร",
    Document.YEARLY: "รายงานประจำปี",
}
TITLES: Final = {
    Document.PLAN: "รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร (แผน)",
    Document.RESULT: "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส",
    Document.ONE_PAGE: "สรุปหนึ่งหน้าสำหรับผู้บริหาร",
    Document.YEARLY: "รายงานประจำปี",
}
ABOUT: Final = {
    Document.PLAN: "ตารางแปดคอลัมน์ตามแบบ พร้อมเผยแพร่ Word และ Excel นำกลับเข้าระบบได้ข้อมูลเดิมทุกคำ",
    Document.RESULT: "สถานะ ผล หลักฐาน และงบที่ใช้เท่าที่รายงาน ของแต่ละมาตรการ เว้นช่องปัญหาไว้ให้กรอก",
    Document.ONE_PAGE: "A4 หน้าเดียว: ระดับ คะแนน จุดอ่อน และงานที่ล่าช้า (PNG ส่งทางแชตได้)",
    Document.YEARLY: "ทุกตัวชี้วัด แนวโน้ม มาตรการ วิธีการ และที่มาของทุกค่า มีสารบัญ",
}
FORMATS: Final = {".docx": "Word", ".xlsx": "Excel", ".pdf": "PDF", ".png": "PNG"}
YEAR_CHOSEN: Final = "เอกสารของปี {year} (เปลี่ยนปีได้ที่ตัวกรอง ใช้ปีล่าสุดที่เลือก)"
THAI_DIGITS: Final = "ใช้เลขไทยในแบบฟอร์ม"
THAI_DIGITS_HELP: Final = "ข้อความในแผนคงตัวเลขตามต้นฉบับ เพื่อให้นำกลับเข้าระบบได้ตรงทุกคำ รหัสข้อเช่น i1 คงเดิม"
NOTHING_TITLE: Final = "ยังไม่มีข้อมูลของปี {year}"
NOTHING: Final = "นำเข้าแผนหรือคะแนนก่อน แล้วเอกสารจะพร้อมที่นี่"
NO_PLAN: Final = "ไม่มีมาตรการในขอบเขตนี้ จึงทำแบบฟอร์มไม่ได้"
WRITTEN: Final = "เขียน{name} ปี {year} ลงไฟล์ {file_name} แล้ว"

SOURCE_TITLE: Final = "ที่มาของเอกสารนี้"
PAGE: Final = "หน้า"

DIVISIONS: Final = "เฉพาะส่วนราชการ: {divisions}"

PLAN: Final = FormWords(
    sheet="แผน",
    titles=(
        "รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. {year}",
        "ของ {organisation}",
    ),
    divisions=DIVISIONS,
    headings=(
        "ประเด็น/\nตัวชี้วัด",
        "ข้อความ ITA",
        "ผลการวิเคราะห์\nการประเมิน",
        "มาตรการ/โครงการ/\nกิจกรรม",
        "ผลการวิเคราะห์ตัวชี้วัด\nที่สอดคล้องกับมาตรการ/\nโครงการ/กิจกรรม",
        "ขั้นตอน/\nวิธีการดำเนินการ",
        "ระยะเวลา\nดำเนินการ",
        "ผู้รับผิดชอบ",
    ),
    groups=(
        ("การวิเคราะห์ผลการประเมิน ในปี {analysed}", 1, 2),
        ("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 3, 7),
    ),
    conditions_title=SOURCE_TITLE,
    page=PAGE,
)
RESULT: Final = FormWords(
    sheet="ผลการดำเนินการ",
    titles=(
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปีงบประมาณ พ.ศ. {year} {organisation}",
    ),
    divisions=DIVISIONS,
    headings=(
        "ตัวชี้วัด",
        "มาตรการ/โครงการ/กิจกรรม",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
        "สถานะ",
        "ผลการดำเนินการ",
        "หลักฐาน",
        "งบประมาณ\nที่ใช้ (บาท)",
        "ปัญหา อุปสรรค\nและข้อเสนอแนะ",
    ),
    groups=(("มาตรการตามแผน", 1, 3), ("ผลการดำเนินการ {as_of}", 4, 8)),
    conditions_title=SOURCE_TITLE,
    page=PAGE,
)
PERCENT: Final = "ร้อยละ {percent}"
ITEMS: Final = "ข้อ {items}"

LABELS: Final = {
    "scope": "ขอบเขต",
    "as_of": "สถานะ",
    "batches": "ชุดข้อมูลที่ใช้",
    "marks": "เครื่องหมาย",
    "made": "จัดทำเมื่อ",
    "version": "รุ่นโปรแกรม",
}
LABELLED: Final = "{label}: {text}"
NO_BATCHES: Final = "–"
MEASURES_OF: Final = "{shown} จาก {all} มาตรการ"

SIGN: Final = "ลงชื่อ........................................"
SIGN_NAME: Final = "({name})"

SUMMARY_TITLE: Final = "สรุปผลการประเมิน ITA สำหรับผู้บริหาร"
YEAR: Final = "ปี {year}"
TARGET: Final = "{target:g}"
INSTRUMENTS_TITLE: Final = "เครื่องมือทั้ง {count} เทียบเป้าหมาย {target}"
INDICATORS_TITLE: Final = "คะแนน {count} ตัวชี้วัด"
WEAKEST_TITLE: Final = "จุดอ่อนสามอันดับ และมาตรการในแผน"
GAP: Final = "ขาด {gap:.2f}"
OVER: Final = "เกิน {gap:.2f}"
NO_SCORES: Final = "ยังไม่มีคะแนน"
NO_MEASURES: Final = "ยังไม่มีแผนปี {year}"
NONE_LATE: Final = "ไม่มีงานเลยกำหนด {as_of}"
CHANGE: Final = "เปลี่ยนจาก {year}"
NO_CHANGE: Final = "เปลี่ยน"
INDICATOR: Final = "{number}. {name}"
NO_MEASURE: Final = "ยังไม่มีมาตรการในแผนปี {year}"
MORE_MEASURES: Final = "และอีก {more} มาตรการ"
MORE_DIVISIONS: Final = "และอีก {more} ส่วนราชการ"
DONE: Final = "เสร็จ {done}/{total}"
LATE: Final = " · เลยกำหนด {late}"
SHARED: Final = "มาตรการหนึ่งนับให้ทุกส่วนราชการที่เป็นเจ้าภาพหรือสนับสนุน เลยกำหนดนับเฉพาะเจ้าภาพ"
NOTES: Final = "สีของคะแนน: {steps} · เปลี่ยนไม่เกิน ±{band:.1f} ถือว่าทรงตัว"

YEARLY_TITLE: Final = "รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA)"
YEARLY_SUBTITLE: Final = "ประจำปีงบประมาณ พ.ศ. {year}"
AXIS: Final = "แกนตั้งเริ่มที่ {low} ไม่ใช่ 0"
AXIS_FULL: Final = "แกนตั้งเริ่มที่ 0"
BROKEN_LINE: Final = f"เส้นประ: {NOT_COMPARABLE}"
ITEM_UNKNOWN: Final = "ไม่ทราบชื่อข้อ"
NO_ITEMS: Final = "ไม่มีคะแนนรายข้อของปี {year}"
ITEMS_APART: Final = (
    "คะแนนข้อ {first}–{last} ของ {instrument} ปี {year} อยู่ในภาคผนวก "
    "กรอบการประเมินยังไม่บอกว่าข้อใดเป็นของตัวชี้วัดนี้"
)
NO_BREAKS: Final = "ไม่มีจุดเปลี่ยนของกรอบการประเมินที่ทราบระหว่างปี {first}–{last}"
BREAK: Final = "ปี {from_year} กับ {to_year} ({what}): {reason}"
BREAK_SCOPES: Final = {
    "items": "ข้อคำถาม",
    "indicators": "ตัวชี้วัด",
    "instruments": "เครื่องมือ",
    "total": "คะแนนรวม",
    "levels": "ระดับ",
}
WEIGHTS: Final = "คะแนนรวม = {parts}"
WEIGHT: Final = "{weight:.2f} × {code}"
LEVEL_RULE: Final = "{name}: คะแนนรวมตั้งแต่ {total}"
LEVEL_EACH: Final = " และทุกเครื่องมือตั้งแต่ {each}"
METHODS: Final = (
    (
        "คะแนนแสดงตามที่ประกาศ (เต็ม 100) และไม่แก้ คะแนนรวมหรือเครื่องมือที่ไม่ได้ประกาศแต่มีส่วนประกอบครบ "
        "คำนวณให้และมีเครื่องหมาย [c] ค่าที่ส่วนประกอบไม่ครบจะแสดงเครื่องหมาย ไม่เติมค่าเอง"
    ),
    "คะแนนเครื่องมือเป็นค่าเฉลี่ยของตัวชี้วัดในเครื่องมือนั้น",
    "รหัสข้อเดียวกันของคนละปีอาจเป็นคนละเรื่อง จึงเทียบข้ามปีเฉพาะระดับตัวชี้วัด",
    "คะแนนและมาตรการแสดงไว้คู่กัน ไม่ได้แปลว่ามาตรการทำให้คะแนนเปลี่ยน",
)
STEADY: Final = "คะแนนที่เปลี่ยนไม่เกิน ±{band:.1f} ถือว่าทรงตัว"


def signature(one: Signatory) -> tuple[str, ...]:
    """Give the lines of one who signs: room to sign, name, what he or she is, and why."""
    return ("", SIGN, SIGN_NAME.format(name=one.name), one.title, SIGNATORY[one.role])
