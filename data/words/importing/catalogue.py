"""Words of the framework of a year as a workbook: handed out, taken back, written."""

from typing import Final

from data.catalogue import CatalogueBook, CatalogueChange, Written
from data.catalogue.changes import ORDER
from data.framework.copies import Copy
from data.importers.catalogue.tables import layouts
from data.words import dates

TITLE: Final = "กรอบการประเมินของปี: สร้างปีใหม่ เติมชื่อข้อ ช่วงข้อ น้ำหนัก ระดับ และส่วนราชการ"
HELP: Final = (
    "ดาวน์โหลดสมุดงานของปี แก้หรือเติม แล้วส่งกลับที่นี่ ใส่เลขปีที่ยังไม่มีเพื่อสร้างปีใหม่ หรือส่งตารางเดี่ยวที่มีคอลัมน์ "
    "ปี · รหัสข้อ · ตัวชี้วัดที่ · ชื่อ หรือ ส่วนราชการ · ชื่ออื่น ระบบตรวจทั้งกรอบและแสดงสิ่งที่จะเปลี่ยนก่อน "
    "เขียนเมื่อกดเขียน แฟ้มเดิมเก็บสำเนาไว้ข้างกัน"
)
FORM_YEAR: Final = "สมุดงานกรอบการประเมินของปี"
FORM: Final = "ดาวน์โหลดสมุดงาน (Excel)"
FORM_FILE: Final = "กรอบการประเมิน {year}"
STARTED: Final = "{year} (ตั้งต้นจากปี {base})"
UPLOAD: Final = "สมุดงานหรือตารางกรอบการประเมิน (Excel, CSV)"
WHOLE: Final = "กรอบการประเมินทั้งปี {year} · อ่าน {rows} แถวจากแผ่น {sheets}"
PARTS: Final = "เติมกรอบการประเมิน · อ่าน {rows} แถวจากแผ่น {sheets}"
SET_ASIDE: Final = " · ไม่ได้อ่านแผ่น {sheets}"
CHANGES: Final = "สิ่งที่จะเปลี่ยนในกรอบการประเมิน {count} รายการ"
NAME: Final = "กรอบการประเมิน"
COLUMNS: Final = {
    "year": "ปี",
    "table": "ตาราง",
    "subject": "รายการ",
    "field": "ช่อง",
    "old": "เดิม",
    "new": "ใหม่",
}
ADDED: Final = "เพิ่มทั้งแถว"
REMOVED: Final = "ตัดทั้งแถว"
CHANGED: Final = "ทั้งแถว"
REORDERED: Final = "ลำดับ"
WRITE: Final = "เขียนลงแฟ้มกรอบการประเมิน"
WRITING: Final = "กำลังเขียนจาก {name}"
WRITTEN: Final = "เขียน {files} แล้ว มีผลทันที"
KEPT: Final = " ย้อนกลับได้จากสำเนา {files}"
COPY: Final = "ย้อนแฟ้มกลับไปเป็นก่อนถูกเขียน"
COPY_PLACEHOLDER: Final = "เลือกสำเนา"
COPY_HELP: Final = "แฟ้มที่ใช้อยู่ตอนนี้จะถูกเก็บเป็นสำเนาอีกชุดหนึ่ง"
COPY_NAME: Final = "{file} ก่อน {made}"
COPY_EMPTY: Final = "{file} ก่อน {made} (ยังไม่มีแฟ้ม)"
BRING_BACK: Final = "นำสำเนานี้กลับมา"
NOTHING_NEW: Final = "กรอบการประเมินมีข้อมูลนี้ครบแล้ว ไม่มีอะไรเปลี่ยน"
TABLES: Final = {table: layout.sheet_name for table, layout in layouts().items()}
_BETWEEN: Final = ", "


def form_year(year: int, newest: int) -> str:
    """Name a year that a workbook can be had for; the next one is begun from the newest."""
    return STARTED.format(year=year, base=newest) if year > newest else str(year)


def described(book: CatalogueBook) -> str:
    """Say what a workbook was read as, and which of its sheets were left out."""
    told = WHOLE if book.year else PARTS
    sheets = _BETWEEN.join(table.sheet.name for table in book.tables) or "-"
    aside = SET_ASIDE.format(sheets=_BETWEEN.join(book.set_aside)) if book.set_aside else ""
    return told.format(year=book.year, rows=book.rows_read, sheets=sheets) + aside


def field(change: CatalogueChange) -> str:
    """Name the cell that changes, or say that a whole row comes or goes."""
    if change.field == ORDER:
        return REORDERED
    if change.field:
        return layouts()[change.table].headings[change.field]
    if not change.old:
        return ADDED
    return CHANGED if change.new else REMOVED


def written(done: Written) -> str:
    """Say which files were written, and where the older ones are."""
    kept = KEPT.format(files=_BETWEEN.join(done.kept)) if done.kept else ""
    return WRITTEN.format(files=_BETWEEN.join(done.files)) + kept


def copy_name(copy: Copy) -> str:
    """Say which file a copy was, and until when."""
    told = COPY_EMPTY if copy.empty else COPY_NAME
    return told.format(file=copy.file_name, made=dates.thai_moment(copy.made_at))


def change_line(change: CatalogueChange) -> str:
    """Say one change in a line."""
    subject = " ".join(filter(None, (str(change.year or ""), TABLES[change.table], change.subject)))
    return f"{subject} · {field(change)}: {change.old or '-'} → {change.new or '-'}"
