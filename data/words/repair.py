"""Words for a store that does not serve."""

from typing import Final

ASK_PLANNER: Final = "โปรดแจ้งผู้วางแผน/ผู้ดูแลให้กู้คืนฐานข้อมูล"
NO_KEPT_BACKUP: Final = "ยังไม่มีไฟล์สำรองในโฟลเดอร์ backups ข้างฐานข้อมูล โปรดเลือกไฟล์สำรองที่เก็บไว้เอง"
RESTORE_NEWEST: Final = "กู้คืนจากไฟล์สำรองล่าสุดที่สมบูรณ์ ({file_name})"
OWN_BACKUP: Final = "ไฟล์สำรองที่เก็บไว้ (.duckdb)"
RESTORE_OWN: Final = "กู้คืนจากไฟล์นี้"
NEW_SURE: Final = "เข้าใจแล้วว่าฐานข้อมูลใหม่จะไม่มีข้อมูลเดิม (ไฟล์เดิมถูกย้ายไปเก็บ ไม่ถูกลบ)"
NEW_STORE: Final = "เริ่มฐานข้อมูลใหม่"
LOOK_AGAIN: Final = "เปิดฐานข้อมูลที่อยู่ในที่เดิมขณะนี้"
DAMAGED_BATCHES: Final = (
    "ข้อมูลของชุดนำเข้าที่ {batches} ไม่ตรงกับยอดควบคุม ตัวเลขของชุดนี้อาจผิด "
    "โปรดกู้คืนจากไฟล์สำรอง หรือยกเลิกชุดนี้แล้วนำเข้าใหม่"
)
