"""Words of the workbook a division fills in, of its way back, and of the table of reports."""

import datetime as dt
from typing import Final

from data.roundtrip.words import Words
from data.words.dates import thai_date
from data.words.files import tables
from data.words.work import statuses, steps

TITLES: Final = (
    "แบบรายงานความคืบหน้ามาตรการ แผนปีงบประมาณ พ.ศ. {year}",
    "{agency}",
    "{division}",
)
INSTRUCTIONS: Final = (
    "แบบรายงานความคืบหน้ามาตรการ แผนปีงบประมาณ พ.ศ. {year} ของ {division} ({agency})",
    "ข้อมูล ณ วันที่ {day}",
    "1. กรอกเฉพาะช่องสีครีม ช่องอื่นล็อกไว้ (ไม่มีรหัสผ่าน) แถวที่ไม่มีอะไรใหม่ให้ปล่อยไว้ตามเดิม",
    "2. แผ่น “รายงาน” คือมาตรการที่เป็นเจ้าภาพ แผ่น “สนับสนุน” คือมาตรการที่ช่วย เพิ่มได้เฉพาะหลักฐานและหมายเหตุ",
    "3. สถานะ เลือกจากรายการ: {statuses}",
    "4. ร้อยละ เป็นจำนวนเต็ม 0–100 ถ้าเลือก “เสร็จ” แล้วไม่แก้ร้อยละ ระบบถือว่า 100",
    "   แผ่น “ขั้นตอน” กรอกสถานะของแต่ละขั้นได้ ไม่เปลี่ยนสถานะของมาตรการ เจ้าภาพแก้วันครบกำหนดได้",
    "   ช่อง “ความเห็นใหม่” เขียนถึงผู้เกี่ยวข้องของมาตรการ ระบบต่อท้ายความเห็นเดิม",
    "5. ข้อมูล ณ วันที่ คือวันที่สถานะเป็นจริง เช่น 22 พ.ย. 2569 หรือ 22/11/2569",
    "6. ลิงก์หลักฐาน ขึ้นต้นด้วย https:// หรือ http://",
    "7. ผู้รายงาน เว้นว่างได้ ระบบจะใช้ชื่อส่วนราชการ",
    "8. เรียงแถว ซ่อนหรือเพิ่มคอลัมน์ได้ แต่อย่าแก้รหัสมาตรการ และอย่าลบคอลัมน์ที่ซ่อนไว้ท้ายตาราง",
    "9. บันทึกเป็น .xlsx แล้วส่งกลับ งานแผนนำเข้าที่หน้า “นำเข้าข้อมูล” ระบบจะแสดงเฉพาะช่องที่เปลี่ยนก่อนบันทึก",
)
HEADINGS: Final = tables.HEADINGS | {
    "end_date": "กำหนดเสร็จ",
    "state": "สถานะที่เจ้าภาพรายงาน",
    "division": steps.HEADINGS["division"],
    "evidence": "ลิงก์หลักฐาน",
}
ADVICE: Final = {
    "status": "เลือกจากรายการ",
    "percent": "จำนวนเต็ม 0–100",
    "status_on": "วันที่สถานะเป็นจริง เช่น 22/11/2569",
    "budget_planned": "บาท ตั้งแต่ 0",
    "budget_spent": "บาท ตั้งแต่ 0",
    "due_date": "แก้ได้ ลบออกคือใช้วันที่ระบบเสนอ เช่น 22/11/2569",
    "new_comment": "เขียนเพิ่มต่อท้าย ลบหรือแก้ภายหลังไม่ได้",
    "evidence": "ลิงก์ ขึ้นต้นด้วย https:// หรือ http://",
}


def workbook_words(as_of: dt.date) -> Words:
    """Give the words of a workbook that shows the state of a day."""
    offered = ", ".join(word for code, word in statuses.STATUSES.items() if code != "not-reported")
    known = {"{day}": thai_date(as_of), "{statuses}": offered}
    return Words(
        lead_sheet="รายงาน",
        support_sheet="สนับสนุน",
        step_sheet=steps.NAME,
        instructions_sheet="คำชี้แจง",
        titles=TITLES,
        instructions=tuple(_with(line, known) for line in INSTRUCTIONS),
        headings=HEADINGS,
        advice=ADVICE,
        statuses=statuses.STATUSES,
        flags=statuses.FLAGS,
        file_prefix=tables.FILE_PREFIX,
        file_part="รายงานสถานะ",
    )


def _with(line: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        line = line.replace(name, value)
    return line
