"""Words of the framework of a year as a workbook: handed out, taken back, written."""

from collections.abc import Mapping
from typing import Final

from data.catalogue import CatalogueChange, CatalogueFile
from data.catalogue.changes import ORDER, PartTable
from data.importers.catalogue.tables import CatalogueTable, layouts
from data.words import setting_up as setting_words

TITLE: Final = "กรอบการประเมินของปี: สร้างปีใหม่ เติมชื่อข้อ ช่วงข้อ น้ำหนัก ระดับ และส่วนราชการ"
HELP: Final = (
    "ดาวน์โหลดสมุดงานของปี แก้หรือเติม แล้วนำเข้าที่ช่องเลือกไฟล์ข้างบนเหมือนไฟล์อื่น ใส่เลขปีที่ยังไม่มีเพื่อสร้างปีใหม่ "
    "หรือนำเข้าตารางเดี่ยวที่มีคอลัมน์ ปี · รหัสข้อ · ตัวชี้วัดที่ · ชื่อ หรือ ส่วนราชการ · ชื่ออื่น หรือแฟ้ม .toml ของปี "
    "ระบบตรวจทั้งกรอบและแสดงสิ่งที่จะเปลี่ยนก่อนบันทึก และยกเลิกได้จากประวัติการนำเข้า"
)
FORM_YEAR: Final = "สมุดงานกรอบการประเมินของปี"
FORM: Final = "ดาวน์โหลดสมุดงาน (Excel)"
FORM_FILE: Final = "กรอบการประเมิน {year}"
STARTED: Final = "{year} (ตั้งต้นจากปี {base})"
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
    "cell": "เซลล์",
}
ADDED: Final = "เพิ่มทั้งแถว"
REMOVED: Final = "ตัดทั้งแถว"
CHANGED: Final = "ทั้งแถว"
REORDERED: Final = "ลำดับ"
NOTHING_NEW: Final = "กรอบการประเมินมีข้อมูลนี้ครบแล้ว ไม่มีอะไรเปลี่ยน"
TABLES: Final[Mapping[str, str]] = {
    **{table: layout.sheet_name for table, layout in layouts().items()},
    PartTable.BREAKS: "จุดที่เทียบข้ามปีไม่ได้",
    PartTable.PAIRS: "ข้อที่ต่อเนื่องกันข้ามปี",
    PartTable.ORGANISATION: "หน่วยงาน",
    PartTable.OFFICE: "การตั้งค่าของหน่วยงาน",
    PartTable.PEOPLE: setting_words.PEOPLE,
    PartTable.KNOWN_DIVISIONS: "ส่วนราชการที่หน่วยงานอื่นมี",
}
_FIELDS: Final = {
    "participation": "จำนวนหน่วยงานทั้งประเทศ",
    "late_days": setting_words.LATE_DAYS,
    "due_soon_days": setting_words.DUE_SOON_DAYS,
    "silent_days": setting_words.SILENT_DAYS,
    "signatories": setting_words.SIGNATORIES,
    "logo": setting_words.LOGO,
    "persons": "รายชื่อ",
    "role_claim": "claim ที่บอกบทบาท",
    "division_claim": "claim ที่บอกส่วนราชการ",
    "verified_claim": "claim ที่ยืนยันอีเมล",
    "steady_band": "เปลี่ยนไม่เกินกี่คะแนนจึงถือว่าทรงตัว",
    "name": "ชื่อ",
    "short_name": "ชื่อย่อ",
    "aliases": "ชื่ออื่น",
    "kind": "ประเภท",
    "district": "อำเภอ",
    "province": "จังหวัด",
    "prefixes": "คำนำหน้าชื่อหน่วยงาน",
    "district_words": "คำนำหน้าอำเภอ",
    "province_words": "คำนำหน้าจังหวัด",
}
PART: Final = "แฟ้มกรอบการประเมิน {name} · อ่าน {rows} แถว"
_BETWEEN: Final = ", "


def form_year(year: int, newest: int) -> str:
    """Name a year that a workbook can be had for; the next one is begun from the newest."""
    return STARTED.format(year=year, base=newest) if year > newest else str(year)


def described(file: CatalogueFile, rows: int) -> str:
    """Say what a file was read as, and which of its sheets were left out."""
    book = file.book
    if book is None:
        return PART.format(name=file.name, rows=rows)
    told = WHOLE if book.year else PARTS
    sheets = _BETWEEN.join(table.sheet.name for table in book.tables) or "-"
    aside = SET_ASIDE.format(sheets=_BETWEEN.join(book.set_aside)) if book.set_aside else ""
    return told.format(year=book.year, rows=rows, sheets=sheets) + aside


def field(change: CatalogueChange) -> str:
    """Name the cell that changes, or say that a whole row comes or goes."""
    if change.field == ORDER:
        return REORDERED
    if change.field:
        table = change.table
        headings = layouts()[table].headings if isinstance(table, CatalogueTable) else {}
        return headings.get(change.field) or _FIELDS[change.field]
    if not change.old:
        return ADDED
    return CHANGED if change.new else REMOVED


def change_line(change: CatalogueChange) -> str:
    """Say one change in a line."""
    subject = " ".join(filter(None, (str(change.year or ""), TABLES[change.table], change.subject)))
    place = f" ({change.sheet}!{change.cell})" if change.cell else ""
    return f"{subject} · {field(change)}: {change.old or '-'} → {change.new or '-'}{place}"
