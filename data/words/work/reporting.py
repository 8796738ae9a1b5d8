"""Words of handing workbooks out, taking them back, the table of reports and the to-do sheets."""

import datetime as dt
from typing import Final

from data.model.columns import Kind
from data.model.records import Keep, ReportValue, Status
from data.roundtrip.values import HOLDS
from data.words.dates import thai_date
from data.words.work import statuses

HANDING_OUT: Final = "สมุดงานสำหรับส่วนราชการ"
HANDING_OUT_HELP: Final = (
    "เลือกส่วนราชการ ดาวน์โหลดแล้วส่งให้กรอก เมื่อได้คืนให้นำเข้าที่หน้า “นำเข้าข้อมูล” เลือกหลายแห่งจะได้เป็นไฟล์ zip"
)
DIVISIONS: Final = "ส่วนราชการที่จะส่งให้"
PLAN_YEAR: Final = "แผนปี"
DOWNLOAD_ONE: Final = "ดาวน์โหลดสมุดงาน (Excel)"
DOWNLOAD_ZIP: Final = "ดาวน์โหลดสมุดงาน {count} ส่วนราชการ (zip)"
CHOOSE_DIVISION: Final = "เลือกอย่างน้อยหนึ่งส่วนราชการ"
ZIP_PART: Final = "รายงานสถานะ"

TODO: Final = "สิ่งที่ต้องทำ"
TODO_TITLE: Final = "สิ่งที่ต้องทำของ {division} แผนปี {year}"
TODO_BUTTON: Final = "ใบสิ่งที่ต้องทำ พิมพ์ได้ (Excel)"
TODO_NONE: Final = "ไม่มีมาตรการค้าง"
TODO_COLUMNS: Final = {"tick": "ทำแล้ว", "role": "บทบาท", "todo": "ต้องทำ"}
TICK: Final = "☐"
ROLES: Final = {"lead": "เจ้าภาพ", "support": "สนับสนุน"}
TODO_FIRST: Final = "รายงานครั้งแรก"
TODO_OVERDUE: Final = "เลยกำหนดแล้ว เร่งให้เสร็จ หรือรายงานเหตุ"
TODO_DUE_SOON: Final = "ใกล้กำหนด ทำให้เสร็จและเตรียมหลักฐาน"
TODO_SILENT: Final = "รายงานความคืบหน้า (ไม่มีรายงานเกิน {days} วัน)"
TODO_EVIDENCE: Final = "แนบลิงก์หลักฐาน"
TODO_GO_ON: Final = "ดำเนินการต่อ"
TODO_SUPPORT: Final = "ช่วยเจ้าภาพ และส่งหลักฐาน"

UNTOUCHED: Final = "ไม่มีการเปลี่ยนแปลง"
CHANGES_STEP: Final = "3. "
CHANGES: Final = "สิ่งที่จะเปลี่ยน — เปลี่ยน {changed} รายการ · ต้องตัดสิน {conflicts} · เท่าเดิม {unchanged}"
DOES: Final = "รายงานสถานะ {count:,} มาตรการ"
CONFLICT: Final = "{measure_id} มีผู้รายงานไปแล้วหลังจากส่งสมุดงาน/เปิดตารางนี้ ({who}) เลือกว่าจะใช้ของใคร"
KEEPS: Final = {Keep.THEIRS: "คงค่าในระบบ", Keep.OURS: "ใช้ค่าที่กรอกมา"}
KEEP: Final = "ใช้ค่าของ"
SUBJECT: Final = "มาตรการหรือขั้นตอน"
IN_STORE: Final = "ค่าในระบบ"
CAME_BACK: Final = "ค่าที่กรอกมา"
ONLY_THEIRS: Final = "ค่าที่กรอกมาบันทึกไม่ได้: {field}"
UNDECIDED: Final = "ยังมีที่ต้องตัดสินอีก {count} รายการ"
SAVED_BATCH: Final = "บันทึกเป็นชุดที่ {batch_id}: เปลี่ยน {count} รายการ"
NOTHING_SAVED: Final = "คงค่าในระบบทั้งหมด ไม่มีอะไรถูกบันทึก"
NOT_SAID: Final = "–"

TABLE: Final = "ตารางหลายมาตรการ"
WAY_TO_REPORT: Final = "รายงานทีละมาตรการ หรือหลายมาตรการในตาราง"
TABLE_HELP: Final = "แก้ในตารางได้หลายมาตรการ แล้วดูสิ่งที่จะบันทึก บันทึกพร้อมกันทั้งหมดหรือไม่บันทึกเลย"
TABLE_ALT: Final = "ตารางแก้ไขสถานะของมาตรการ"
TABLE_REPORTER: Final = "ชื่อผู้รายงาน (ทุกแถวที่แก้)"
TABLE_COMPARE: Final = "ดูสิ่งที่จะบันทึก"
TABLE_RELOAD: Final = "โหลดค่าล่าสุด ทิ้งที่แก้"
TABLE_SAVE: Final = "บันทึกที่แก้ {count} รายการ"
TABLE_UNCHANGED: Final = "ยังไม่มีช่องที่แก้"
TABLE_MORE: Final = "มีช่องที่แก้เพิ่มหลังดู ตรวจรายการอีกครั้งแล้วกดบันทึก"
TABLE_SAVED: Final = "บันทึกรายงาน {count} รายการแล้ว"
TABLE_FAULT: Final = "{measure_id}: {field}"
ONLY_READING: Final = "บัญชีนี้ดูได้อย่างเดียว รายงานสถานะไม่ได้"

SAVE_SUPPORT: Final = "บันทึกการสนับสนุน"
HISTORY_SUPPORT: Final = "{when} · {division} (สนับสนุน) · {who}"
SAID_LINE: Final = "{heading} {value}"
TAKE_BACK: Final = "ส่งสมุดงานที่กรอกแล้วกลับเข้าระบบ"


def value(field: str, said: ReportValue) -> str:
    """Write what a report says as people read it."""
    if said is None or said == "":
        return NOT_SAID
    if isinstance(said, Status):
        return statuses.status(said)
    if isinstance(said, dt.date):
        return thai_date(said)
    if HOLDS[field] is Kind.MONEY:
        return f"{said:,.2f}"
    return f"{said}%" if HOLDS[field] is Kind.PERCENT else str(said)
