"""Words of the rounds of reporting."""

import datetime as dt
from typing import Final

from data.model.work import OPEN, Mark
from data.words.dates import thai_date

NAME: Final = "รอบรายงาน"
DEEDS: Final = {
    "open": "เปิดรอบรายงาน",
    "send": "บันทึกว่าส่วนราชการส่งแล้ว",
    "check": "บันทึกว่าตรวจแล้ว",
    "return": "ส่งกลับพร้อมข้อความ",
    "close": "ปิดรอบ เก็บสถานะของวันนั้นไว้ถาวร",
    "list": "ดูรอบทั้งหมด ใหม่สุดก่อน",
}
ABOUT: Final = (
    "รอบหนึ่งรายงานข้อมูล ณ วันเดียว ส่วนราชการส่ง งานแผนตรวจหรือส่งกลับ เมื่อปิดรอบแล้วรายงานของรอบไม่เปลี่ยนอีก "
    "แม้มีรายงานเข้ามาภายหลัง"
)
NONE: Final = "ยังไม่มีรอบรายงาน"
STATES: Final = {
    OPEN: "○ ยังไม่ส่ง",
    Mark.SENT: "▶ ส่งแล้ว",
    Mark.CHECKED: "● ตรวจแล้ว",
    Mark.RETURNED: "▲ ส่งกลับ",
}
CLOSED: Final = "ปิดแล้ว"
HEADINGS: Final = {
    "state": "สภาพ",
    "measures": "มาตรการที่เป็นเจ้าภาพ",
    "reported": "มีรายงานแล้ว",
    "comment": "ข้อความ",
    "made_by": "โดย",
    "made_at": "เมื่อ",
}
TITLE: Final = "{name} · แผนปี {year} · {state}"
OPEN_LINE: Final = "ข้อมูล ณ {as_of} · ส่งภายใน {deadline} · ส่งแล้ว {sent} จาก {divisions} ส่วนราชการ"
CLOSED_LINE: Final = "ข้อมูล ณ {as_of} · ปิดเมื่อ {closed_at} โดย {closed_by} · ลายนิ้วมือ {sha256}"
NOT_SENT: Final = "ยังไม่ส่ง: {divisions}"
DIVISION: Final = "ส่วนราชการ"
SEND: Final = "ส่งรอบนี้"
CHECK: Final = "ตรวจแล้ว"
RETURN: Final = "ส่งกลับ"
COMMENT: Final = "ข้อความถึงส่วนราชการ (ต้องมีเมื่อส่งกลับ)"
CLOSE: Final = "ปิดรอบ"
CLOSE_HELP: Final = (
    "เก็บสถานะของทุกมาตรการ ณ วันที่ของรอบไว้ถาวร เปิดอีกไม่ได้ ผู้ที่ยังไม่ส่งจะเป็นไปตามที่รายงานไว้แล้ว"
)
CLOSE_FOR_GOOD: Final = "ยืนยันปิดรอบ"
MARKED: Final = "{division}: {state}"
ROUND_CLOSED: Final = "ปิดรอบแล้ว ลายนิ้วมือ {sha256}"
NEW: Final = "เปิดรอบใหม่"
NEW_NAME: Final = "ชื่อรอบ"
NAMES: Final = ("รอบ 6 เดือน", "รอบ 12 เดือน", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
PLAN_YEAR: Final = "แผนปี"
AS_OF: Final = "ข้อมูล ณ วันที่"
DEADLINE: Final = "ส่งภายในวันที่"
OPENED: Final = "เปิด{name}แล้ว"
REPORT: Final = "รายงานผลของรอบ ({format})"
COMPARE: Final = "เทียบรอบที่ปิดแล้วของแผนปี {year}"
BATCH: Final = "{name} ปิดเมื่อ {closed_at} (ลายนิ้วมือ {sha256})"
LINE: Final = "#{round_id} {name} แผนปี {year} ข้อมูล ณ {as_of} ส่งภายใน {deadline} · {state}"
STILL_OPEN: Final = "เปิดอยู่"
ASKED: Final = "ข้อมูล ณ {as_of}"
SENT_BACK: Final = "ส่งกลับ: {comment} · {asked}"
ASKED_LINE: Final = "{name} ส่งภายใน {deadline} · {asked}"


def asked(as_of: dt.date, comment: str) -> str:
    """Say about which day a round asks, and with what word a part of it was sent back."""
    told = ASKED.format(as_of=thai_date(as_of))
    return SENT_BACK.format(comment=comment, asked=told) if comment else told


def short(sha256: str) -> str:
    """Give the beginning of a hash: enough to tell two rounds apart."""
    return sha256[:12]
