"""Words about who may do what."""

from typing import Final

from data.model.access import Action, Role
from data.people.sign_in import Weakness
from data.words.work import rounds

ROLES: Final = {
    Role.VIEWER: "ผู้ชม",
    Role.REPORTER: "เจ้าหน้าที่กอง",
    Role.PLANNER: "ผู้วางแผน/ผู้ดูแล",
}
NO_ROLE: Final = "ไม่มีสิทธิ์"
ACTIONS: Final = {
    Action.READ: "ดูข้อมูล",
    Action.IMPORT: "นำเข้าข้อมูล",
    Action.UNDO: "ยกเลิกการนำเข้า",
    Action.REPORT: "รายงานสถานะ",
    Action.SUPPORT: "เพิ่มหมายเหตุหรือหลักฐาน",
    Action.SCHEDULE: "กำหนดผู้รับขั้นตอนและวันครบกำหนด",
    Action.COMMENT: "ให้ความเห็น",
    Action.EVIDENCE: "เก็บหรือถอนหลักฐาน",
    Action.ROUND: "เปิด ตรวจ หรือปิดรอบรายงาน",
    Action.BACKUP: "สำรองข้อมูล",
    Action.RESTORE: "กู้คืนข้อมูล",
    Action.AUDIT: "ตรวจสอบการใช้งาน",
    Action.SETTINGS: "ตั้งค่า",
}
OUTCOMES: Final = {"allowed": "ทำแล้ว", "refused": "ปฏิเสธ"}
WEAKNESSES: Final = {
    Weakness.NOT_TOML: "เขียนผิดรูปแบบ TOML",
    Weakness.NOT_READABLE: "เปิดอ่านไฟล์ไม่ได้",
    Weakness.EMPTY: "มีหัวข้อ [auth] แต่ไม่มีผู้ให้บริการ (client_id)",
    Weakness.MISSING: "ไม่มี cookie_secret",
    Weakness.SHORT: "cookie_secret สั้นเกินไป (ต้องอย่างน้อย 32 ตัวอักษร)",
    Weakness.SAMPLE: "cookie_secret เป็นค่าตัวอย่างหรือเดาได้ง่าย",
}

SIGN_IN: Final = "เข้าสู่ระบบ"
SIGN_IN_WITH: Final = "เข้าสู่ระบบด้วย {provider}"
CHOOSE_AGENCY: Final = "เลือกหน่วยงาน"
OTHER_AGENCIES: Final = "หน่วยงานอื่นของท่าน"
LINK_OF_ANOTHER: Final = "ลิงก์นี้เป็นของหน่วยงานที่ท่านไม่มีสิทธิ์ หรือสิทธิ์ของท่านเปลี่ยนไปแล้ว"
NOTHING_OPEN: Final = (
    "ฐานข้อมูลนี้มีหลายหน่วยงาน จึงเข้าได้เฉพาะผู้ที่ลงชื่อเข้าใช้ ซึ่งยังไม่ได้ตั้งค่า โปรดแจ้งผู้ดูแลระบบ (วิธีตั้งอยู่ในคู่มือผู้ดูแล)"
)
AREA_ROLE: Final = "ผู้ดูสรุปรายพื้นที่"
SIGN_OUT: Final = "ออกจากระบบ"
SIGNED_OUT: Final = "โปรดเข้าสู่ระบบเพื่อดูข้อมูล"
UNKNOWN: Final = (
    "เข้าสู่ระบบแล้วในชื่อ {person} แต่ยังไม่มีสิทธิ์ใช้ระบบนี้ "
    "โปรดแจ้งผู้ดูแล (นักวิเคราะห์นโยบายและแผน) ให้เพิ่มอีเมลนี้ในหน้าตั้งค่า"
)
UNVERIFIED: Final = "ผู้ให้บริการลงชื่อเข้าใช้ยังไม่ยืนยันอีเมล {person} โปรดยืนยันอีเมลแล้วเข้าสู่ระบบใหม่"
SIGNED_IN: Final = "{person} · {role}"
READ_ONLY: Final = "ดูได้อย่างเดียว"
READ_ONLY_HELP: Final = (
    "ผู้วางแผนเปิดด้วยลิงก์ที่โปรแกรมแสดงเมื่อเริ่มทำงาน หรือให้ผู้ดูแลเครื่องขอลิงก์ใหม่ตามคู่มือผู้ดูแล "
    "(ใช้ได้ครั้งเดียว เบราว์เซอร์ที่เปิดลิงก์แล้วแก้ไขได้ 180 วัน)"
)
VISITOR: Final = "ผู้ชม"
LINK_AT_START: Final = "ลิงก์ของผู้วางแผน (ใช้ได้ครั้งเดียวภายใน 1 ชั่วโมง): {link}"
LINK_VOID: Final = (
    "ลิงก์นี้ใช้ไม่ได้แล้ว (ใช้ได้ครั้งเดียวภายใน 1 ชั่วโมง) ขอลิงก์ใหม่จากผู้ดูแลเครื่องที่เปิดโปรแกรม (วิธีอยู่ในคู่มือผู้ดูแล)"
)
MAY_NOT_REPORT: Final = "ท่านดูได้อย่างเดียว ผู้รายงานคือเจ้าหน้าที่ของกองที่รับผิดชอบและผู้วางแผน"

AUDIT_NAME: Final = "ตรวจสอบการใช้งาน"
AUDIT_NONE_MATCH: Final = "ไม่มีรายการตรงกับที่เลือก (มีทั้งหมด {all:,} รายการ)"
AUDIT_COUNT: Final = "แสดง {shown:,} จาก {all:,} รายการ ใหม่สุดก่อน"
PERSON: Final = "ผู้ทำ"
ACTION: Final = "การกระทำ"
FROM_DAY: Final = "ตั้งแต่วันที่"
TO_DAY: Final = "ถึงวันที่"
EVERYBODY: Final = "ทุกคน"
EVERY_ACTION: Final = "ทุกการกระทำ"
EVERY_DAY: Final = "ทุกวัน"
DAYS: Final = "{first} – {last}"
NO_LIMIT: Final = "…"
HEADINGS: Final = {
    "audit_id": "เลขที่",
    "logged_at": "เวลา",
    "person": "ผู้ทำ",
    "role": "บทบาท",
    "action": "การกระทำ",
    "subject": "สิ่งที่ทำ",
    "outcome": "ผล",
    "detail": "รายละเอียด",
}
DECIDED: Final = {
    "late_days": "วันที่ถือว่าเลยกำหนด",
    "due_soon_days": "วันที่ถือว่าใกล้กำหนด",
    "silent_days": "วันที่ถือว่าขาดรายงาน",
    "signatories": "ผู้ลงนาม",
    "logo": "ตรา",
}
"""What of an office was changed, as the log has it."""


def subject(logged: str) -> str:
    """Say in words what a line of the log is about."""
    before, _, number = logged.partition("/")
    if before == "round":
        return f"{rounds.NAME} #{number}"
    return ", ".join(DECIDED.get(one, one) for one in logged.split(", "))
