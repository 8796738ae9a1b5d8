"""Words of the workbook for analysts and of the data export."""

from typing import Final

NAME: Final = "ข้อมูลวิเคราะห์"
TITLE: Final = "ข้อมูลทั้งหมดสำหรับนักวิเคราะห์"
ABOUT: Final = (
    "ทุกคะแนน มาตรการ รายงาน กรอบการประเมิน และประวัติการนำเข้า แผ่นละตาราง แถวละหนึ่งเรื่อง "
    "ใช้ PivotTable ได้ทันที ไฟล์ ZIP มีตารางชุดเดียวกันเป็น Parquet, CSV และ DuckDB "
    "รวมคะแนนของหน่วยงานอื่นที่นำเข้าไว้"
)
EXCEL: Final = "Excel"
OPEN_FILES: Final = "Parquet · CSV · DuckDB (ZIP)"
SUMMARY_SHEET: Final = "สรุปรายปี"
SUMMARY_TITLE: Final = "คะแนนรวม เครื่องมือ และระดับ รายปี"
SHEETS: Final = {
    "scores": "คะแนน",
    "indicators": "ตัวชี้วัด",
    "items": "ข้อคำถาม",
    "measures": "มาตรการ",
    "measure_items": "มาตรการ-ข้อ",
    "measure_divisions": "มาตรการ-ส่วนราชการ",
    "steps": "ขั้นตอน",
    "step_schedules": "กำหนดขั้นตอน",
    "evidence": "หลักฐาน",
    "rounds": "รอบรายงาน",
    "round_events": "รอบ-ส่วนราชการ",
    "round_measures": "รอบ-มาตรการ",
    "comments": "ความเห็น",
    "status_history": "ประวัติสถานะ",
    "catalogue_instruments": "กรอบ-เครื่องมือ",
    "catalogue_indicators": "กรอบ-ตัวชี้วัด",
    "catalogue_items": "กรอบ-ข้อคำถาม",
    "catalogue_levels": "กรอบ-เกณฑ์ระดับ",
    "catalogue_national": "กรอบ-ค่าเฉลี่ยประเทศ",
    "batches": "ชุดนำเข้า",
}
TITLES: Final = {
    "scores": "คะแนนของหน่วยงานตามที่ประกาศ พร้อมที่มา",
    "indicators": "คะแนนตัวชี้วัดทุกปี พร้อมเครื่องหมาย",
    "items": "คะแนนรายข้อ (รหัสเดียวกันต่างปีคือคนละข้อ)",
    "measures": "มาตรการในแผน และสถานะล่าสุด {as_of}",
    "measure_items": "มาตรการใดตอบข้อใด",
    "measure_divisions": "มาตรการใดเป็นของส่วนราชการใด",
    "steps": "ขั้นตอนของมาตรการ ผู้รับ วันครบกำหนด และสถานะล่าสุด {as_of}",
    "step_schedules": "การกำหนดผู้รับขั้นตอนและวันครบกำหนดทุกครั้ง",
    "evidence": "หลักฐานทุกชิ้น รวมที่ถอนแล้ว",
    "rounds": "รอบรายงานทั้งหมด",
    "round_events": "การส่ง ตรวจ และส่งกลับของส่วนราชการทุกครั้ง",
    "round_measures": "สถานะของมาตรการที่รอบซึ่งปิดแล้วเก็บไว้",
    "comments": "ความเห็นต่อมาตรการทุกความเห็น",
    "status_history": "รายงานสถานะทุกครั้ง ของมาตรการและของขั้นตอน",
    "catalogue_instruments": "กรอบการประเมิน: เครื่องมือและน้ำหนัก",
    "catalogue_indicators": "กรอบการประเมิน: ตัวชี้วัด",
    "catalogue_items": "กรอบการประเมิน: ข้อคำถามเท่าที่ทราบ",
    "catalogue_levels": "กรอบการประเมิน: เกณฑ์ระดับ ดีที่สุดก่อน",
    "catalogue_national": "กรอบการประเมิน: ค่าเฉลี่ยระดับประเทศเท่าที่ทราบ",
    "batches": "ประวัติการนำเข้าทั้งหมด",
}
SAMPLE_TITLE: Final = "{mark} · {title}"
HEADINGS: Final = {
    "is_home": "หน่วยงานของตน",
    "seen": "ใช้อยู่",
    "provisional": "เบื้องต้น",
    "revised": "แก้ไขแล้ว",
    "previous_score": "คะแนนก่อนแก้ไข",
    "sample": "ข้อมูลตัวอย่าง",
    "is_sample": "ข้อมูลตัวอย่าง",
    "item_year": "ปีของข้อ",
    "overdue": "เลยกำหนด",
    "role": "บทบาท",
    "report_id": "รายงานที่",
    "kind": "ผู้พูด",
    "weight": "น้ำหนัก",
    "item_count": "จำนวนข้อ",
    "evidence_of": "ความแน่ชัด",
    "range_evidence": "ความแน่ชัดของช่วงข้อ",
    "first_item": "ข้อแรก",
    "last_item": "ข้อสุดท้าย",
    "total_from": "คะแนนรวมตั้งแต่",
    "each_from": "ทุกเครื่องมือตั้งแต่",
    "level_name": "ระดับ",
}
ROLES: Final = {"lead": "เจ้าภาพ", "support": "สนับสนุน", "step": "ขั้นตอน"}
EVIDENCE: Final = {
    "confirmed": "ยืนยันแล้ว",
    "one-source": "แหล่งเดียว",
    "inferred": "อนุมาน",
    "disputed": "แหล่งไม่ตรงกัน",
    "unknown": "ไม่ทราบ",
}
YES: Final = "ใช่"
NO: Final = ""
SCOPE_EXCEL: Final = "ทุกปี · คะแนนเฉพาะหน่วยงานของตน"
SCOPE_OPEN: Final = "ทุกปี · คะแนนทุกหน่วยงานที่นำเข้า"
WRITTEN: Final = "เขียนทุกตารางลง {file_name} แล้ว"
FORMATS: Final = ".xlsx หรือชื่อโฟลเดอร์ (Parquet, CSV และ DuckDB)"
