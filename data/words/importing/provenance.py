"""Words of the provenance of scores and measures."""

from typing import Final

TITLE: Final = "ที่มาของคะแนน"
HELP: Final = "เลือกคะแนนแล้วเห็นไฟล์ แผ่นงาน เซลล์ ผู้นำเข้า และค่าเดิมทุกรุ่น รวมที่ถูกแทนที่ [r] และที่ยกเลิกแล้ว"
AGENCY: Final = "หน่วยงาน"
AGENCY_NONE: Final = "เลือกหน่วยงาน"
YEAR: Final = "ปีของคะแนน"
SCORE: Final = "คะแนนของ"
SCORE_NONE: Final = "เลือกคะแนนรวม เครื่องมือ ตัวชี้วัด หรือข้อ"
SHEET: Final = "ที่มา"
INDICATOR: Final = "ตัวชี้วัดที่ {number} {name}"
ITEM: Final = "ข้อ {code} {name}"
MEASURE_TITLE: Final = "ที่มาของมาตรการ {measure_id}"
VERSIONS: Final = {
    "current": "ใช้อยู่",
    "withdrawn": "ถอนจากแผน",
    "replaced": "ค่าเดิม (ถูกแทนที่)",
    "undone": "ยกเลิกแล้ว",
    "retired": "ตัวอย่างที่เลิกใช้แล้ว",
}
HEADINGS: Final = {
    "state": "สถานะของค่า",
    "changed_texts": "ต่างจากรุ่นก่อน",
}
SOURCE_OF: Final = "ไฟล์ของชุดที่ {batch_id}"
SOURCE_GONE: Final = "ไม่มีสำเนาไฟล์ของชุดที่ {batch_id}"
SOURCES: Final = "ไฟล์ต้นฉบับ"
SOURCES_HELP: Final = "ดาวน์โหลดไฟล์ตามที่นำเข้ามา ทุกไบต์ตรงกับวันที่นำเข้า"
SOURCE_CHOOSE: Final = "ชุดที่จะดูไฟล์"
