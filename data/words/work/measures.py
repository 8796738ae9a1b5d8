"""Words of the linked measures page."""

from typing import Final

from data.analysis.plan.weak_points import Reason

NO_MEASURES_TITLE: Final = "ยังไม่มีมาตรการ"
NO_MEASURES: Final = "นำเข้าแผนปฏิบัติการ (Excel, CSV, Word หรือ PDF) แล้วมาตรการจะแสดงที่นี่"
NONE_MATCH: Final = "ไม่มีมาตรการตรงกับตัวกรองที่เลือก จากทั้งหมด {all} มาตรการ ลองล้างตัวกรอง"
COUNT: Final = "แสดง {shown} จาก {all} มาตรการ"
WITHDRAWN_TOO: Final = "ท้ายตารางมีมาตรการที่ถอนจากแผนแล้ว {count} มาตรการ (ไม่นับในผลและกราฟ)"
NAME: Final = "มาตรการ"

WEAK: Final = "จุดอ่อนกับมาตรการ"
OUTCOMES: Final = "คะแนนก่อนและหลัง"
ITEMS: Final = "ข้อก่อนและหลัง"
MATRIX: Final = "ข้อกับส่วนราชการ"
SUMMARY: Final = "สรุปตามส่วนราชการ"
DETAIL: Final = "รายละเอียดมาตรการ"

NO_SCORES: Final = "ยังไม่มีคะแนนของปีที่แผนวิเคราะห์ จึงเทียบไม่ได้"
NO_WEAK: Final = "ไม่มีจุดอ่อนในปี {year}"
UNANSWERED: Final = "จุดอ่อนปี {year} ที่ยังไม่มีมาตรการในแผนที่แสดง {count} จาก {all}: {names}"
ALL_ANSWERED: Final = "จุดอ่อนปี {year} ทั้ง {all} จุดมีมาตรการในแผนที่แสดง"
WITHOUT_ITEM: Final = "มาตรการที่ไม่ได้ระบุข้อคำถาม: {measures}"
NO_CAUSE: Final = "คะแนนก่อนและหลังแสดงไว้คู่กัน ไม่ได้แปลว่ามาตรการทำให้คะแนนเปลี่ยน"
NO_LATER_ITEM: Final = "ไม่มีข้อนี้ในปีหลังเท่าที่ทราบ"
SIMILAR_ITEM: Final = "{item} (คล้าย ไม่เทียบคะแนน)"
REASONS: Final = {
    Reason.BELOW_TARGET: "ต่ำกว่าเป้า",
    Reason.LOWEST: "ต่ำสุดสามอันดับ",
    Reason.FALLEN: "ลดลงเกินช่วงทรงตัว",
}
NO_MEASURE: Final = "ยังไม่มีมาตรการ"
LEAD_MARK: Final = "เจ้าภาพ"
SUPPORT_MARK: Final = "สนับสนุน"
COLUMNS: Final = {
    "point": "จุดอ่อน",
    "name": "ชื่อ",
    "score": "คะแนน",
    "target": "เป้า",
    "change": "เปลี่ยนจากปีก่อน",
    "reasons": "เพราะ",
    "answers": "มาตรการ",
    "measure_id": "รหัสมาตรการ",
    "indicator_name": "ตัวชี้วัด",
    "before": "ปีที่วิเคราะห์",
    "after": "ปีของแผน",
    "moved": "เปลี่ยนแปลง",
    "reading": "ทิศทาง",
    "national_change": "ประเทศเปลี่ยน",
    "item": "ข้อ",
    "later": "ข้อในปีของแผน",
    "division": "ส่วนราชการ",
    "measures": "มาตรการ",
    "up": "คะแนนดีขึ้น",
    "steady": "ทรงตัว",
    "down": "ลดลง",
    "unknown": "บอกไม่ได้",
}
CHOOSE: Final = "เลือกมาตรการ"
OPTION: Final = "{measure_id} · {lead}"
