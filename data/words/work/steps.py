"""Words of the steps of measures."""

from typing import Final

NAME: Final = "ขั้นตอน"
HEADINGS: Final = {
    "position": "ขั้นที่",
    "division": "ผู้รับขั้นตอน",
    "due_date": "ครบกำหนด",
    "due_from": "ที่มาของวันครบกำหนด",
}
DUE_PROPOSED: Final = "ระบบเสนอ"
DUE_SET: Final = "กำหนดแล้ว"
NONE: Final = "มาตรการที่แสดงไม่มีขั้นตอน"
TABLE: Final = "ขั้นตอน: เสร็จ {done} จาก {steps} ขั้น · เลยกำหนด {late} ขั้น"
PROPOSED: Final = "ขั้นตอนเสร็จ {done} จาก {steps} เสนอร้อยละ {percent}"

REPORT: Final = "สถานะของขั้นตอน"
REPORT_HELP: Final = (
    "บันทึกสถานะของแต่ละขั้น สถานะและร้อยละของมาตรการไม่เปลี่ยนเอง ระบบเพียงเสนอร้อยละจากขั้นตอน"
)
REPORT_ALT: Final = "ตารางแก้ไขสถานะของขั้นตอน"
SCHEDULE: Final = "กำหนดวันและผู้รับ"
SCHEDULE_HELP: Final = (
    "วันที่เห็นคือวันที่ระบบเสนอ (แบ่งระยะเวลาของมาตรการเท่า ๆ กัน) หรือวันที่กำหนดแล้ว แก้วันหรือผู้รับขั้นตอนได้ "
    "ลบวันออกเพื่อกลับไปใช้วันที่ระบบเสนอ"
)
SCHEDULE_ALT: Final = "ตารางกำหนดวันและผู้รับขั้นตอน"
SCHEDULE_SAVE: Final = "บันทึกการกำหนด"
SCHEDULE_SAVED: Final = "บันทึกการกำหนด {count} ขั้นแล้ว"
ONLY_READING: Final = "ผู้กำหนดวันและผู้รับขั้นตอนคือเจ้าภาพของมาตรการและผู้วางแผน"


def due_from(*, proposed: bool) -> str:
    """Say whether a day was set by somebody."""
    return DUE_PROPOSED if proposed else DUE_SET
