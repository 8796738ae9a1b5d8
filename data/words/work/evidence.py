"""Words of the evidence locker."""

from typing import Final

NAME: Final = "หลักฐาน"
DEEDS: Final = {
    "add": "เก็บไฟล์หรือลิงก์เป็นหลักฐาน",
    "list": "ดูรายการหลักฐาน เก่าสุดก่อน",
}
NONE: Final = "ยังไม่มีหลักฐานของมาตรการนี้"
COUNTED: Final = "{name} ({count})"
ADD: Final = "เพิ่มหลักฐาน"
UPLOAD: Final = "ไฟล์ (PDF, JPG, PNG, Word, Excel, PowerPoint ไม่เกิน 20 MB)"
LINK: Final = "หรือลิงก์"
PROVES: Final = "หลักฐานนี้แสดงว่า"
STEP: Final = "ของขั้นตอน"
WHOLE: Final = "ทั้งมาตรการ"
STEP_OPTION: Final = "{position}. {text}"
ITEM: Final = "ใช้ตอบข้อของปี {year}"
NO_ITEM: Final = "ไม่ได้ใช้ตอบข้อใด"
ITEM_OPTION: Final = "{code} {name}"
BY: Final = "ชื่อผู้เพิ่ม"
SAVE: Final = "บันทึกหลักฐาน"
SAVED: Final = "บันทึกหลักฐานของ {measure_id} แล้ว"
WITHDRAW: Final = "ถอน"
WITHDRAW_HELP: Final = "ถอนหลักฐานที่เพิ่มผิด ไฟล์และประวัติยังเก็บไว้"
WITHDRAWN: Final = "ถอนหลักฐานที่ {evidence_id} แล้ว"
GONE: Final = "ไม่พบไฟล์นี้ข้างฐานข้อมูลแล้ว"
FILE: Final = "{name} ({size})"
SERVES: Final = "ใช้ตอบ {item}"
HEAD: Final = "{when} · {who}"
ITEMS: Final = "ข้อที่ต้องเผยแพร่ของปี {year} มีหลักฐานจากมาตรการใด"
ITEMS_COUNT: Final = "ปี {year}: มีหลักฐาน {done} จาก {items} ข้อ"
DONE_WITHOUT: Final = "เสร็จแล้วแต่ยังไม่มีหลักฐาน {count} มาตรการ: {measures}"
ALL_PROVEN: Final = "มาตรการที่เสร็จแล้วมีหลักฐานครบ"
NO_ITEMS: Final = "ยังไม่ทราบข้อที่ต้องเผยแพร่ของปี {year}"
ROW: Final = "{measure_id} · {what} · {proves} · {when} · {who}"
_KILOBYTE: Final = 1024


def size(count: int) -> str:
    """Write a number of bytes as people read it: 34 KB, 1.2 MB."""
    if count < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(count / _KILOBYTE)):,} KB"
    return f"{count / _KILOBYTE / _KILOBYTE:,.1f} MB"
