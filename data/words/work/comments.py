"""Words of the comments on measures."""

from collections.abc import Mapping
from typing import Any, Final

from data.words import dates

NAME: Final = "ความเห็น"
DEEDS: Final = {
    "add": "เขียนความเห็นต่อท้าย",
    "list": "อ่านความเห็น เก่าสุดก่อน",
}
NONE: Final = "ยังไม่มีความเห็นของมาตรการนี้"
WRITE: Final = "เขียนความเห็น"
WRITE_HELP: Final = "ส่วนราชการของมาตรการเห็นที่หน้านี้และในสมุดงาน ลบหรือแก้ภายหลังไม่ได้"
BY: Final = "ชื่อผู้เขียน"
SAVE: Final = "บันทึกความเห็น"
SAVED: Final = "บันทึกความเห็นของ {measure_id} แล้ว"
MAY_NOT: Final = "ผู้ให้ความเห็นคือเจ้าหน้าที่ของกองที่รับผิดชอบหรือสนับสนุนและผู้วางแผน"
HEAD: Final = "{when} · {who}"
LINE: Final = "{when} · {who}: {text}"


def line(row: Mapping[Any, Any]) -> str:
    """Write a comment in one line: when, by whom, what."""
    when = dates.thai_moment(row["commented_at"])
    return LINE.format(when=when, who=row["commented_by"], text=row["text"])
