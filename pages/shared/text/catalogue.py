"""Words of completing the framework of a year with a sheet."""

from typing import Final

TITLE: Final = "เติมกรอบการประเมินของปี (ชื่อข้อ ตัวชี้วัดของข้อ ส่วนราชการ)"
HELP: Final = (
    "ตารางที่มีคอลัมน์ ปี · รหัสข้อ · ตัวชี้วัดที่ · ชื่อ หรือ ส่วนราชการ · ชื่ออื่น (คั่นด้วยจุลภาค) "
    "เขียนลงแฟ้มกรอบการประเมินเมื่อกดเขียน แฟ้มเดิมเก็บสำเนาไว้ข้างกัน"
)
UPLOAD: Final = "ไฟล์กรอบการประเมิน (Excel, CSV)"
ROWS: Final = "อ่าน {rows} แถว ได้ {told} รายการ"
CHANGES: Final = "สิ่งที่จะเปลี่ยนในกรอบการประเมิน {count} รายการ"
NAME: Final = "กรอบการประเมิน"
COLUMNS: Final = {"year": "ปี", "subject": "ข้อ / ส่วนราชการ", "old": "เดิม", "new": "ใหม่"}
WRITE: Final = "เขียนลงแฟ้มกรอบการประเมิน"
WRITING: Final = "กำลังเขียนจาก {name}"
WRITTEN: Final = "เขียนแล้ว มีผลทันที แฟ้มเดิมเก็บเป็น {files}"
NOTHING_NEW: Final = "กรอบการประเมินมีข้อมูลนี้ครบแล้ว ไม่มีอะไรเปลี่ยน"
