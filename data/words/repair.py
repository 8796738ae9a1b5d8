"""Words for backups, and for a store that does not serve."""

from typing import Final

from data.database import BackupReason, KeptBackup
from data.words import dates

ASK_PLANNER: Final = "โปรดแจ้งผู้วางแผน/ผู้ดูแลให้กู้คืนฐานข้อมูล"
NO_KEPT_BACKUP: Final = "ยังไม่มีไฟล์สำรองในโฟลเดอร์สำรองข้างฐานข้อมูล โปรดเลือกไฟล์สำรองที่เก็บไว้เอง"
RESTORE_NEWEST: Final = "กู้คืนจากไฟล์สำรองล่าสุดที่สมบูรณ์ ({file_name})"
OWN_BACKUP: Final = "ไฟล์สำรองที่เก็บไว้ (.zip หรือ .duckdb ของรุ่นก่อน)"
RESTORE_OWN: Final = "กู้คืนจากไฟล์นี้"
NEW_SURE: Final = "เข้าใจแล้วว่าฐานข้อมูลใหม่จะไม่มีข้อมูลเดิม (ไฟล์เดิมถูกย้ายไปเก็บ ไม่ถูกลบ)"
NEW_STORE: Final = "เริ่มฐานข้อมูลใหม่"
LOOK_AGAIN: Final = "เปิดฐานข้อมูลที่อยู่ในที่เดิมขณะนี้"
DAMAGED_BATCHES: Final = (
    "ข้อมูลของชุดนำเข้าที่ {batches} ไม่ตรงกับยอดควบคุม ตัวเลขของชุดนี้อาจผิด "
    "โปรดกู้คืนจากไฟล์สำรอง หรือยกเลิกชุดนี้แล้วนำเข้าใหม่"
)
BACKUP: Final = "สำรองข้อมูล"
BACKUP_HELP: Final = "สำเนาที่ตรวจแล้วของฐานข้อมูลทั้งหมดพร้อมไฟล์ที่นำเข้า เป็นไฟล์ zip ไฟล์เดียว"
BACKUP_MAKE: Final = "สร้างไฟล์สำรอง"
BACKUP_NAME: Final = "ita-backup-{day}.zip"
KEPT: Final = "ไฟล์สำรองที่ระบบเก็บไว้"
KEPT_HELP: Final = (
    "ระบบสำรองเองทุกวันที่เปิดใช้ และก่อนยกเลิกชุดนำเข้า กู้คืน หรือปรับรุ่นฐานข้อมูล "
    "เก็บ {kept} ไฟล์ล่าสุดในโฟลเดอร์สำรองข้างฐานข้อมูล"
)
KEPT_NONE: Final = "ยังไม่มีไฟล์สำรองที่ระบบเก็บไว้"
KEPT_STALE: Final = "ไฟล์สำรองล่าสุดเก่ากว่า {days} วัน โปรดตรวจที่ว่างในดิสก์ของเครื่องที่เปิดโปรแกรม"
KEPT_NEWEST: Final = "มี {count} ไฟล์ ล่าสุด {when}"
KEPT_CHOOSE: Final = "ไฟล์ที่จะกู้คืน"
KEPT_SURE: Final = (
    "ยืนยันแทนที่ข้อมูลทั้งหมดด้วยไฟล์นี้ สิ่งที่บันทึกหลังจากนั้นจะไม่แสดง (ฐานข้อมูลปัจจุบันถูกย้ายไปเก็บ ไม่ถูกลบ)"
)
KEPT_UNSURE: Final = "ยังไม่ได้กู้คืน โปรดเลือกไฟล์ และทำเครื่องหมายยืนยันก่อน"
KEPT_RESTORE: Final = "กู้คืน"
KEPT_RESTORED: Final = "กู้คืนจาก {file_name} แล้ว ({batches} ชุดนำเข้า)"
_REASONS: Final = {
    BackupReason.DAILY: "ประจำวัน",
    BackupReason.MIGRATION: "ก่อนปรับรุ่นฐานข้อมูล",
    BackupReason.UNDO: "ก่อนยกเลิกชุดนำเข้า",
    BackupReason.RESTORE: "ก่อนกู้คืน",
    None: "วางไว้เอง",
}
_KEPT: Final = "{when} · {reason} · {megabytes:.1f} MB · {file_name}"


def kept_backup(backup: KeptBackup) -> str:
    """Name a backup by when and why it was made."""
    return _KEPT.format(
        when=dates.thai_moment(backup.made_at),
        reason=_REASONS[backup.reason],
        megabytes=backup.size / 1e6,
        file_name=backup.path.name,
    )
