"""Headings of tables on pages and in files, and the words around them."""

from typing import Final

from data.words.marks import MEANINGS

HEADINGS: Final = {
    "plan_year": "แผนปี",
    "position": "ลำดับ",
    "indicator": "ตัวชี้วัดที่",
    "indicator_name": "ตัวชี้วัด",
    "instrument": "เครื่องมือ",
    "items": "ข้อ",
    "period": "ระยะเวลาดำเนินการ",
    "responsible": "ผู้รับผิดชอบ",
    "budget": "งบประมาณ",
    "responsible_text": "ผู้รับผิดชอบ (ตามแผน)",
    "question": "ข้อความ ITA",
    "analysis": "ผลการวิเคราะห์การประเมิน",
    "action": "มาตรการ/โครงการ/กิจกรรม",
    "alignment": "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้อง",
    "steps": "ขั้นตอน/วิธีการดำเนินการ",
    "period_text": "ระยะเวลาดำเนินการ",
    "start_date": "เริ่ม",
    "end_date": "สิ้นสุด",
    "lead": "เจ้าภาพ",
    "support": "สนับสนุน",
    "status": "สถานะ",
    "percent": "ร้อยละ",
    "flags": "สิ่งที่ต้องดู",
    "status_on": "ข้อมูล ณ วันที่",
    "budget_planned": "งบประมาณที่ตั้งไว้ (บาท)",
    "budget_spent": "งบประมาณที่ใช้ไป (บาท)",
    "budget_left": "งบประมาณคงเหลือ (บาท)",
    "steps_done": "ขั้นตอนที่เสร็จ",
    "steps_counted": "ขั้นตอนที่นับ",
    "step_count": "ขั้นตอนเสร็จ",
    "proposed_percent": "ร้อยละตามขั้นตอน",
    "step_id": "รหัสขั้นตอน",
    "text": "ขั้นตอน",
    "due_date": "ครบกำหนด",
    "proposed": "วันที่ระบบเสนอ",
    "schedule_id": "การกำหนดที่",
    "set_by": "ผู้กำหนด",
    "set_at": "กำหนดเมื่อ",
    "evidence_id": "หลักฐานที่",
    "proves": "แสดงว่า",
    "link": "ลิงก์",
    "sha256": "ลายนิ้วมือไฟล์ (SHA-256)",
    "media_type": "ชนิดไฟล์",
    "size": "ขนาด (ไบต์)",
    "item_year": "ปีของข้อ",
    "item": "ข้อ",
    "item_name": "ชื่อข้อ",
    "evidence_count": "หลักฐาน (ชิ้น)",
    "evidence_of": "หลักฐานของมาตรการ",
    "added_by": "ผู้เพิ่ม",
    "added_at": "เพิ่มเมื่อ",
    "withdrawn_by": "ผู้ถอน",
    "withdrawn_at": "ถอนเมื่อ",
    "round_id": "รอบที่",
    "event_id": "ลำดับที่",
    "as_of": "ข้อมูล ณ วันที่",
    "deadline": "ส่งภายใน",
    "opened_by": "ผู้เปิด",
    "opened_at": "เปิดเมื่อ",
    "closed": "ปิดแล้ว",
    "closed_by": "ผู้ปิด",
    "closed_at": "ปิดเมื่อ",
    "comment": "ข้อความ",
    "made_by": "โดย",
    "made_at": "เมื่อ",
    "comment_id": "ความเห็นที่",
    "commented_by": "ผู้เขียน",
    "commented_at": "เขียนเมื่อ",
    "comments": "ความเห็น",
    "new_comment": "ความเห็นใหม่",
    "note": "หมายเหตุ",
    "evidence": "หลักฐาน",
    "reported_by": "ผู้รายงาน",
    "reported_at": "รายงานเมื่อ",
    "measure_id": "รหัสมาตรการ",
    "source": "ที่มา (ไฟล์ แผ่นงาน เซลล์)",
    "year": "ปี",
    "change": "เปลี่ยนแปลง",
    "reading": "ทิศทาง",
    "target": "เป้าหมาย",
    "gap": "ขาดอีก",
    "national": "ประเทศ",
    "code": "รหัส",
    "name": "ชื่อ",
    "level": "ระดับข้อมูล",
    "score": "คะแนน",
    "mark": "เครื่องหมาย",
    "agency": "หน่วยงาน",
    "division": "ส่วนราชการ",
    "total": "มาตรการทั้งหมด",
    "led": "เป็นเจ้าภาพ",
    "supported": "สนับสนุน (ไม่นับกำหนด)",
    "done": "เสร็จ",
    "due": "ครบกำหนดแล้ว",
    "late": "เลยกำหนด",
    "due_soon": "ใกล้กำหนด",
    "silent": "ขาดรายงาน",
    "awaiting_evidence": "เสร็จ – รอหลักฐาน",
    "withdrawn": "ถอนจากแผน",
    "not-reported": "ยังไม่รายงาน",
    "not-started": "ยังไม่เริ่ม",
    "in-progress": "กำลังดำเนินการ",
    "cancelled": "ยกเลิก",
    "batch_id": "ชุดที่",
    "kind": "ประเภท",
    "form": "รูปแบบ",
    "file_name": "ไฟล์",
    "sheet": "แผ่นงาน",
    "cell": "เซลล์",
    "budget_cell": "เซลล์ของงบประมาณ",
    "imported_at": "นำเข้าเมื่อ",
    "imported_by": "ผู้นำเข้า",
    "state": "สภาพ",
    "rows_read": "แถวที่อ่าน",
    "rows_imported": "แถวที่นำเข้า",
    "rows_reported": "แถวที่แจ้ง",
    "identity": "เป็นอะไร ของใคร ปีใด",
    "added": "เพิ่ม",
    "changed": "เปลี่ยน",
    "unchanged": "เท่าเดิม",
    "undone_at": "ยกเลิกเมื่อ",
    "undone_by": "ผู้ยกเลิก",
    "place": "ที่",
    "value": "ข้อความที่พบ",
    "message": "เรื่องที่พบ",
    "blocking": "ผล",
    "old_value": "ค่าเดิม",
    "new_value": "ค่าใหม่",
    "what": "รายการ",
    "field": "ช่อง",
    "title": "มาตรการ",
}
YEAR_HEADING: Final = "ปี {year}"
CHANGE_HEADING: Final = "เปลี่ยนจาก {from_year}"
NATIONAL_HEADING: Final = "ประเทศ {year}"
MARKS_EXPLAINED: Final = " · ".join(MEANINGS.values())
READINGS: Final = {"up": "ดีขึ้น", "down": "ลดลง", "steady": "ทรงตัว", "unknown": "บอกไม่ได้"}
STEADY_NOTE: Final = "เปลี่ยนไม่เกิน ±{band:.1f} คะแนนถือว่าทรงตัว"
SHEETS: Final = {
    "data": "ข้อมูล",
    "details": "รายละเอียด",
    "divisions": "ส่วนราชการ",
    "summary": "สรุป",
    "conditions": "เงื่อนไข",
}
CONDITIONS_TITLE: Final = "เงื่อนไขของข้อมูลในไฟล์นี้"
CONDITIONS: Final = {
    "agency": "หน่วยงาน",
    "scope": "ขอบเขต",
    "rows": "จำนวนแถว",
    "made_at": "จัดทำเมื่อ",
    "batches": "ชุดข้อมูลที่ใช้",
    "sample": "ข้อควรระวัง",
    "marks": "เครื่องหมาย",
    "version": "รุ่นโปรแกรม",
}
ROWS: Final = "{shown:,} จาก {all:,} แถว"
BATCH: Final = "ชุดที่ {batch_id}: {file_name}"
BATCH_SAMPLE: Final = "ชุดที่ {batch_id}: {file_name} (ตัวอย่าง)"
DOWNLOAD_EXCEL: Final = "ดาวน์โหลด Excel"
DOWNLOAD_CSV: Final = "ดาวน์โหลด CSV"
FILE_PREFIX: Final = "ITA"
TREND_TITLE: Final = "แนวโน้มคะแนนรวมและเครื่องมือ"
EMPTY_LIST: Final = "–"
ROW_LEADS: Final = "เลือกแถวเพื่อเปิดหน้าของรายการนั้น"
ON_PAPER: Final = "บนกระดาษมีเท่าที่เห็นบนจอ ตารางครบทุกแถวและทุกคอลัมน์อยู่ในไฟล์ Excel ของหน้านี้"
CUT: Final = "ข้อความที่ถูกตัดเพราะยาวเกินเซลล์"
KINDS: Final = {"scores": "คะแนน", "plan": "แผน", "status": "สถานะ", "catalogue": "กรอบการประเมิน"}
FORMS: Final = {
    "scores-long": "คะแนน แถวละค่า",
    "scores-years": "คะแนน หลายปีเป็นคอลัมน์",
    "scores-report": "คะแนน รายงานผลปีเดียว",
    "scores-agencies": "คะแนน หลายหน่วยงาน",
    "plan": "แผน 8 คอลัมน์",
    "status": "รายงานสถานะ",
    "catalogue": "กรอบการประเมิน",
}
LEVELS: Final = {
    "total": "คะแนนรวม",
    "instrument": "เครื่องมือ",
    "indicator": "ตัวชี้วัด",
    "item": "ข้อคำถาม",
}
COMPUTED_LEVEL: Final = "ระดับตามเกณฑ์"
PUBLISHED_LEVEL: Final = "ระดับที่ประกาศ"
STATES: Final = {"seen": "ใช้อยู่", "retired": "ตัวอย่างที่เลิกใช้แล้ว", "undone": "ยกเลิกแล้ว"}
DECIDED: Final = {
    "organisation.toml": "ตั้งค่าหน่วยงาน",
    "office.txt": "ตั้งค่าสำนักงาน",
    "people.txt": "ตั้งค่าผู้ใช้",
    "year.txt": "ตั้งค่าปี",
}


def source_name(file_name: str) -> str:
    """Name a file as people know it; what was decided on a page has no file of theirs."""
    return DECIDED.get(file_name, file_name)
