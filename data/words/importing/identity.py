"""What a sheet is, whose and of which year: the sentence, the question, the three fields."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from data.database import identity_document
from data.framework import organisation
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode
from data.model.records import Import
from data.words.files.places import cell_name

KIND: Final = "เป็นตัวเลขชนิดใด"
AGENCY: Final = "ของหน่วยงานใด"
YEAR: Final = "ปีงบประมาณใด"
KINDS: Final = {
    SheetKind.RESULT: "ผลที่ประกาศ",
    SheetKind.PROVISIONAL: "คะแนนเบื้องต้น",
    SheetKind.TARGET: "ค่าเป้าหมาย (ไม่เก็บเป็นคะแนน)",
    SheetKind.PLAN: "แผนปฏิบัติการ",
    SheetKind.STATUS: "รายงานสถานะ",
    SheetKind.CATALOGUE: "กรอบการประเมิน",
}
ASKED: Final = "โปรดเลือก"
AGENCY_HELP: Final = (
    "เว้นว่างเมื่อถูกแล้ว เลือกหรือพิมพ์ชื่อหน่วยงานเมื่อระบบถาม หรือเมื่อไฟล์ระบุผิดหรือไม่ได้ระบุ "
    "คะแนนของหน่วยงานอื่นเก็บไว้เทียบ"
)
YEAR_OF_FILE: Final = "ตามไฟล์"
OPEN: Final = "(ยังไม่ชัดเจน)"
OF_ROWS: Final = "หน่วยงานตามแต่ละแถว"
OF_ITS_YEARS: Final = "ตามที่ระบุในตาราง"
_PARTS: Final = {"kind": "{value}", "agency": "ของ {value}", "year": "ปี {value}"}
_ORIGINS: Final = ("{part} (ผู้นำเข้าระบุ)", "{part} ({cell})", "{part} (เซลล์ {cell})", "{part}")
REFUSED: Final = "ไม่ใช่คะแนนของหน่วยงาน จึงไม่นำเข้า เว้นแต่ผู้นำเข้ายืนยันว่าเป็นผลที่ประกาศ"
DOUBTS: Final[Mapping[str, str]] = {
    Doubt.NOTHING_SAID: "ไม่มีคำใดในแผ่นงาน ชื่อแผ่นงาน หรือชื่อไฟล์บอกว่าเป็นคะแนน",
    Doubt.TARGET_WORDS: "“{value}” อาจเป็นค่าเป้าหมายหรือประมาณการ",
    Doubt.AVERAGE_WORDS: f"“{{value}}” อาจเป็นค่าเฉลี่ย ผลรวม ค่าสูงสุด หรือค่าต่ำสุด ซึ่ง{REFUSED}",
    Doubt.COUNT_WORDS: f"“{{value}}” อาจเป็นจำนวน ซึ่ง{REFUSED}",
    Doubt.RANK_WORDS: f"“{{value}}” อาจเป็นอันดับ ซึ่ง{REFUSED}",
    Doubt.WEIGHT_WORDS: f"“{{value}}” อาจเป็นน้ำหนักหรือคะแนนเต็ม ซึ่ง{REFUSED}",
    Doubt.APPEAL_WORDS: "“{value}” อาจเป็นคะแนนก่อนหรือหลังชี้แจง",
    Doubt.DRAFT_WORDS: "“{value}” อาจเป็นฉบับร่าง",
    Doubt.SAMPLE_WORDS: f"“{{value}}” บอกว่าเป็นข้อมูลตัวอย่างหรือสมมติ ซึ่ง{REFUSED}",
    Doubt.NO_SCORE_WORD: "หัวตาราง “{value}” ไม่ได้บอกว่าเป็นคะแนน",
    Doubt.RIVAL_COLUMNS: (
        "มีมากกว่าหนึ่งคอลัมน์ที่อาจเป็นคะแนน ระบบอ่าน “{read}” ไม่ได้อ่าน “{value}” "
        "ถ้าผิด เลือกใหม่ใน “คอลัมน์ที่จับคู่ได้”"
    ),
    Doubt.ITEMS_OR_INDICATORS: "“{value}” อาจเป็นข้อคำถามหรือตัวชี้วัด",
    Doubt.OTHER_SHEET: "แผ่นงานอื่นของไฟล์นี้ให้ค่าต่างกันของคะแนนเดียวกัน: {value}",
    Doubt.MIXED_FRACTIONS: "มีทั้งเศษส่วนไม่เกิน 1 (เช่น {value}) และคะแนนเต็มร้อย",
    Doubt.MIXED_PERCENTS: "คอลัมน์เดียวกันมีทั้งช่องที่แสดงเป็นร้อยละและช่องที่ไม่ใช่: {value}",
    Doubt.ALL_WHOLE: "ตัวเลขเป็นจำนวนเต็มทุกช่อง (เช่น {value}) อาจเป็นจำนวนนับ",
    Doubt.SMALL_SCALE: "ตัวเลขไม่เกิน 6 ทุกช่อง (เช่น {value}) อาจเป็นมาตรวัดหรือคะแนนถ่วงน้ำหนัก",
    Doubt.SUM_OF_WEIGHTS: "ตัวเลขรวมกันได้ 100 พอดี (เช่น {value}) อาจเป็นน้ำหนัก",
    Doubt.JUMP: "ตัวชี้วัดส่วนใหญ่ต่างจากปีก่อนเกิน 30 คะแนน (เช่น {value})",
    Doubt.OTHER_BODY: "ไฟล์นี้ระบุ “{value}” ซึ่งไม่ใช่หน่วยงานของเรา",
    Doubt.NO_BODY: "ไฟล์ไม่ได้ระบุหน่วยงาน และยังไม่เคยนำเข้าข้อมูลของ {value}",
    Doubt.SEVERAL_YEARS: "พบหลายปี ({value}) ในชื่อเรื่อง หัวตาราง ชื่อแผ่นงาน หรือชื่อไฟล์",
    Doubt.FILE_YEAR: "มีแต่ชื่อไฟล์ที่ระบุปี {value} ไม่มีปีในแผ่นงาน โปรดเลือกปีเพื่อยืนยัน",
    Doubt.NO_YEAR: "ไม่พบปีงบประมาณในชื่อเรื่อง ชื่อแผ่นงาน หรือชื่อไฟล์",
}
NEXT_OF_TARGETS: Final = (
    "ถ้าเป็นผลที่ประกาศ ให้เลือกชนิดใหม่ในช่องข้างบน ถ้าเป็นค่าเป้าหมายจริง ให้ใส่ในหน้าตั้งค่า หัวข้อเป้าหมาย"
)
_ASKS: Final[Mapping[ProblemCode, str]] = {
    ProblemCode.ASK_KIND: "kind",
    ProblemCode.ASK_AGENCY: "agency",
    ProblemCode.ASK_YEAR: "year",
}
NEXT: Final = "ตอบในช่องข้างบนของแผ่นงานนี้ ไม่ต้องแก้ในไฟล์"


def doubt(name: str, value: str) -> str:
    """Say why it is asked what a sheet is."""
    read = ""
    if name == Doubt.RIVAL_COLUMNS:
        value, _, read = value.partition(" | ")
    return DOUBTS.get(name, name).format(value=short(value), read=short(read))


def short(text: str, longest: int = 160) -> str:
    """Keep a sentence readable when a whole cell is quoted."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def of_import(imported: Import) -> str:
    """Say what a sheet is, and what of it is open still."""
    asked = {_ASKS[one.code] for one in imported.problems if one.code in _ASKS}
    told = [row for row in identity_document(imported) if row["what"] not in asked]
    return sentence([*told, *({"what": what, "value": OPEN} for what in asked)], imported.years)


def sentence(told: Sequence[Mapping[str, Any]], years: Iterable[int] = ()) -> str:
    """Say what a sheet is: ผลที่ประกาศ (เซลล์ A3) ของ อบต.กุศกร (เซลล์ A1) ปี 2568.

    `told` are the rows of `identity_document`; a sheet that names nobody is our own. `years` are
    those of its scores where its columns or rows tell them.
    """
    by_what: dict[str, Mapping[str, Any]] = {row["what"]: row for row in told}
    kind = by_what.get("kind", {"value": ""})
    agency = by_what.get("agency", {"value": organisation().name})
    year = by_what.get("year", {"value": ", ".join(map(str, years))})
    shown = (
        ("kind", KINDS.get(kind["value"], OPEN), kind),
        ("agency", agency["value"] or OF_ROWS, agency),
        ("year", year["value"] or OF_ITS_YEARS, year),
    )
    return " ".join(_part(what, value, row) for what, value, row in shown)


def _part(what: str, value: object, row: Mapping[str, Any]) -> str:
    part = _PARTS[what].format(value=value)
    cell = str(row.get("cell") or "")
    place = cell_name(cell)
    origin = 0 if row.get("by_person") else 1 if place != cell else 2 if cell else 3
    return _ORIGINS[origin].format(part=part, cell=place)
