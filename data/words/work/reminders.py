"""Words of the reminders: calendar, message, picture."""

from typing import Final

NAME: Final = "แจ้งเตือนส่วนราชการ"
HELP: Final = (
    "ไม่ต้องมีระบบอีเมล: ปฏิทินเปิดด้วย Google Calendar หรือ Outlook ข้อความวางใน LINE ได้ทันที "
    "(ไม่เกิน 900 ตัวอักษร)"
)
FILE_PART: Final = "แจ้งเตือน"
DIVISION: Final = "ส่วนราชการ"
BUTTONS: Final = {".ics": "ปฏิทิน (.ics)", ".txt": "ข้อความ (.txt)", ".png": "รูปภาพ (.png)"}
ZIP: Final = "ทุกส่วนราชการ (zip)"
MESSAGE: Final = "ข้อความสำหรับ LINE"

CALENDAR: Final = "ITA {division}"
SUMMARIES: Final = {
    "measure": "ครบกำหนดมาตรการ {subject}: {text}",
    "step": "ครบกำหนดขั้นตอน {subject}: {text}",
    "round": "วันสุดท้ายที่ส่ง{subject}: {text}",
}
TITLE: Final = "งาน ITA ของ {division}"
PARTS: Final = (
    "◆ รอบรายงานที่รอส่ง {count}",
    "▲ เลยกำหนด {count}",
    "■ ครบกำหนดใน {days} วัน {count}",
    "◌ มาตรการที่ยังไม่รายงาน {count}",
    "● เสร็จแต่ยังไม่มีหลักฐาน {count}",
)
LINE: Final = "• {subject} {text}"
LINE_DUE: Final = "• {subject} {text} (กำหนด {due})"
MORE: Final = "และอีก {count} รายการ"
NOTHING: Final = "ไม่มีงานค้าง ไม่มีกำหนดใน {days} วัน"
WRITTEN: Final = "เขียนการแจ้งเตือนลง {file_name} แล้ว"


def line(subject: str, text: str, due: str) -> str:
    """Write one duty in a line, with the day it is due where one is known."""
    return (LINE_DUE if due else LINE).format(subject=subject, text=text, due=due)
