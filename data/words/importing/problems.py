"""Wording of findings in a user's file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from data.model.problems import Problem, ProblemCode
from data.model.records import Form
from data.words.dates import thai_date
from data.words.failures import FAULTS, FIELDS
from data.words.files import places
from data.words.files.tables import HEADINGS
from data.words.importing import identity
from data.words.importing.identity import short
from data.words.work.statuses import STATUSES

PROBLEMS: Final = {
    ProblemCode.ASK_KIND: "เป็นผลที่ประกาศหรือไม่: {expected}",
    ProblemCode.ASK_AGENCY: "เป็นของหน่วยงานใด: {expected}",
    ProblemCode.ASK_YEAR: "เป็นของปีงบประมาณใด: {expected}",
    ProblemCode.TARGETS_NOT_KEPT: "ค่าเป้าหมายไม่ใช่คะแนน จึงไม่นำเข้าจากไฟล์",
    ProblemCode.EMPTY_SHEET: "แผ่นงานนี้ว่างเปล่า",
    ProblemCode.NOTHING_RECOGNISED: (
        "ไม่พบตารางคะแนน แผน หรือรายงานสถานะในรูปแบบที่รู้จัก แถวที่ใกล้เคียงหัวตารางที่สุดคือ “{value}” {expected}"
    ),
    ProblemCode.TEXT_LOST: (
        "ตัวอักษรไทยในไฟล์นี้เสียไปแล้ว (เช่น “{value}”) จึงไม่นำเข้า โปรดบันทึกต้นฉบับใหม่เป็น .xlsx หรือ CSV UTF-8"
    ),
    ProblemCode.NO_YEAR: "ไม่พบปีงบประมาณ โปรดระบุปีของข้อมูล",
    ProblemCode.UNKNOWN_YEAR: "ยังไม่มีกรอบการประเมินของปี “{value}” ในระบบ",
    ProblemCode.YEAR_CONVERTED: "อ่านปี “{value}” เป็นปี พ.ศ. {expected}",
    ProblemCode.OTHER_ORGANISATION: "ไฟล์นี้เป็นของ “{value}” ไม่ใช่ {expected}",
    ProblemCode.OTHER_YEAR: "สมุดงานนี้เป็นของแผนปี {value} ไม่ใช่ปี {expected}",
    ProblemCode.STAMP_LOST: (
        "คอลัมน์ที่ซ่อนไว้หายไป จึงเทียบกับค่าปัจจุบันในระบบแทน ช่องว่างถือว่าไม่เปลี่ยน "
        "และบอกไม่ได้ว่ามีผู้แก้ไขระหว่างนั้นหรือไม่"
    ),
    ProblemCode.MISSING_COLUMN: "ไม่พบคอลัมน์ “{expected}” เลือกเองได้ในหน้านำเข้าข้อมูล",
    ProblemCode.TEXT_PARTED: (
        "ข้อความนี้ไม่มีตัวคั่นช่อง จึงแบ่งช่องตามตำแหน่งในบรรทัด หรือตามรหัสข้อ เลขข้อ และเครื่องหมายหน้าข้อความ "
        "โปรดตรวจทุกช่อง ส่วนที่แบ่งไม่ได้แจ้งไว้ด้านล่าง ถ้ามีไฟล์ PDF ให้เลือกไฟล์นั้นแทน จะได้ครบทุกช่อง"
    ),
    ProblemCode.TEXT_NOT_PARTED: "บรรทัดที่ {expected} ไม่บอกว่าอยู่ช่องใดของตาราง: “{value}”",
    ProblemCode.COLUMN_ABSENT: "ไม่มีคอลัมน์ “{expected}” จึงนำเข้าโดยไม่มีส่วนนี้",
    ProblemCode.DUPLICATE_COLUMN: "มีคอลัมน์ “{value}” ซ้ำกัน",
    ProblemCode.COLUMN_IGNORED: "ไม่ได้ใช้คอลัมน์ “{value}”",
    ProblemCode.SCORES_BESIDE: "คอลัมน์ “{value}” ของแผนนี้มีคะแนน ซึ่งยังไม่ได้นำเข้าเป็นคะแนน",
    ProblemCode.WEIGHTED_INSTRUMENTS: (
        "คะแนนเครื่องมือพิมพ์แบบถ่วงน้ำหนัก (“{value}”) แปลงเป็นเต็ม 100 ได้ {expected}"
    ),
    ProblemCode.AMBIGUOUS_INSTRUMENTS: (
        "บอกไม่ได้ว่าคะแนนเครื่องมือ “{value}” เต็ม 100 หรือถ่วงน้ำหนักแล้ว โปรดตรวจสอบ"
    ),
    ProblemCode.SCORES_ARE_FRACTIONS: (
        "คะแนนทุกช่องไม่เกิน 1 (เช่น “{value}”) และไม่ได้จัดรูปแบบเป็นร้อยละ โปรดใส่เป็น 0–100"
    ),
    ProblemCode.ROW_NOT_UNDERSTOOD: "อ่านแถวนี้ไม่เข้าใจ: “{value}”",
    ProblemCode.PAGES_NOT_READ: "หน้าที่เป็นภาพไม่ได้อ่าน: หน้า {value} ถ้ามีตารางในหน้านั้น โปรดขอไฟล์ต้นฉบับ",
    ProblemCode.ROW_SKIPPED: "ไม่ได้นำเข้าแถวนี้ เพราะไม่พบคะแนนหรือมาตรการที่อ่านได้แน่: “{value}”",
    ProblemCode.SECTION_YEAR: "แถวต่อจากนี้อ่านเป็นปี {expected} ตามหัวข้อ “{value}”",
    ProblemCode.ROW_SHIFTED: "ข้อความอยู่ผิดคอลัมน์หนึ่งช่อง อ่านโดยเลื่อนให้ตรงแล้ว: “{value}”",
    ProblemCode.MISSING_AGENCY: "แถวนี้ไม่มีชื่อหน่วยงาน",
    ProblemCode.NOT_ASSESSED: "ช่องนี้ระบุว่า “{value}” จึงไม่มีคะแนนให้นำเข้า",
    ProblemCode.MARK_NOT_UNDERSTOOD: (
        "ไม่รู้จัก “{value}” ในคอลัมน์คะแนนเบื้องต้น จึงถือเป็นคะแนนทางการ โปรดตรวจสอบ"
    ),
    ProblemCode.SCORE_NOT_A_NUMBER: "คะแนน “{value}” ไม่ใช่ตัวเลข",
    ProblemCode.SCORE_CONVERTED: "อ่านคะแนน “{value}” เป็น {expected}",
    ProblemCode.SCORE_OUT_OF_RANGE: "คะแนน “{value}” อยู่นอกช่วง {expected}",
    ProblemCode.FORMULA_WITHOUT_VALUE: "สูตรหรือค่าผิดพลาดในเซลล์ (“{value}”) ไม่มีตัวเลขให้อ่าน",
    ProblemCode.CONFLICTING_SCORE: "มีสองค่าที่ต่างกันของรายการเดียวกัน: “{value}” และ {expected}",
    ProblemCode.REPEATED_SCORE: "ค่า “{value}” ซ้ำกับ {expected} นำเข้าเพียงครั้งเดียว",
    ProblemCode.UNKNOWN_INDICATOR: "ไม่รู้จักตัวชี้วัดหรือรายการ “{value}”",
    ProblemCode.UNKNOWN_ITEM: "ไม่พบข้อ “{value}” ในกรอบการประเมินที่มี (รายการข้อของปีนั้นยังไม่ครบ)",
    ProblemCode.ITEM_NOT_IN_FRAMEWORK: "ปีนั้นไม่มีข้อ “{value}” ในกรอบการประเมิน",
    ProblemCode.CODE_REPAIRED: "อ่านรหัส “{value}” เป็น {expected}",
    ProblemCode.PERIOD_NOT_UNDERSTOOD: "อ่านระยะเวลา “{value}” เป็นวันเริ่มและวันสิ้นสุดไม่ได้",
    ProblemCode.NO_LEAD_DIVISION: "ไม่พบส่วนราชการเจ้าภาพใน “{value}”",
    ProblemCode.UNKNOWN_DIVISION: "ไม่รู้จักส่วนราชการ “{value}”",
    ProblemCode.TEXT_REPAIRED: "ซ่อมช่องว่างหรืออักขระ: “{value}” → “{expected}”",
    ProblemCode.SPELLING_SUSPECT: "อาจสะกดผิด: “{value}” (น่าจะเป็น “{expected}”) ไม่ได้แก้ให้",
    ProblemCode.TEXT_MOVED: "ข้อความ “{value}” เป็นส่วนท้ายของมาตรการก่อนหน้า จึงย้ายไปต่อท้ายที่ {expected}",
    ProblemCode.MEASURE_WITHOUT_ITEM: "มาตรการนี้ไม่ได้ระบุข้อคำถาม: “{value}”",
    ProblemCode.ASK_MEASURE: ("ลำดับที่ {value} ในไฟล์ คือมาตรการใดในแผนเดิม: {expected} หรือไม่ใช่ข้อใดในนี้"),
    ProblemCode.ASK_STEP: (
        "ขั้นตอนที่ {value} ในไฟล์ (มาตรการ.ขั้นตอน) คือขั้นตอนเดิมที่มีรายงานแล้วหรือไม่: {expected}"
    ),
    ProblemCode.ASK_STATUS: "แถวที่ {value} ไม่ได้บอกสถานะของมาตรการ {expected} ชัดเจน",
    ProblemCode.ASK_PERCENT: "แถวที่ {value} บอกร้อยละว่า “{expected}” คือกี่เปอร์เซ็นต์",
    ProblemCode.STATUS_FROM_TEXT: "อ่านสถานะจาก “{value}” เป็น {expected}",
    ProblemCode.MEASURE_MATCHED: "จับคู่ “{value}” กับมาตรการ {expected}",
    ProblemCode.STEP_LEFT_OUT: (
        "แผนใหม่ไม่มีขั้นตอน {expected} “{value}” ที่มีรายงาน กำหนดวัน หรือหลักฐานแล้ว ของเดิมยังเก็บไว้"
    ),
    ProblemCode.UNKNOWN_LEVEL: "ไม่รู้จักระดับผลการประเมิน “{value}”",
    ProblemCode.UNKNOWN_MEASURE: "ไม่ได้นำเข้าแถวนี้ เพราะไม่อยู่ในสมุดงานนี้: “{value}”",
    ProblemCode.MEASURE_MISSING: "แถวของ {value} ถูกลบออกจากสมุดงาน (ในระบบไม่เปลี่ยน)",
    ProblemCode.REPEATED_MEASURE: "{value} ซ้ำกับเซลล์ {expected} นำเข้าเพียงครั้งเดียว",
    ProblemCode.CONFLICTING_REPORT: "{value} มีสองแถวที่กรอกต่างกัน (อีกแถวที่ {expected})",
    ProblemCode.UNKNOWN_STATUS: "ไม่รู้จักสถานะ “{value}” โปรดเลือกจากรายการ",
    ProblemCode.PERCENT_NOT_UNDERSTOOD: "ร้อยละ “{value}” ต้องเป็นจำนวนเต็ม {expected}",
    ProblemCode.PERCENT_CONVERTED: "อ่านร้อยละ “{value}” เป็น {expected}",
    ProblemCode.PERCENT_COMPLETED: "สถานะเสร็จ จึงถือว่าร้อยละเป็น {expected} (ในช่องคือ “{value}”)",
    ProblemCode.DATE_NOT_UNDERSTOOD: "อ่านวันที่ “{value}” ไม่ได้ ตัวอย่าง 22 พ.ย. 2569 หรือ 22/11/2569",
    ProblemCode.BUDGET_NOT_TAKEN: (
        "งบประมาณ “{value}” ไม่ใช่จำนวนเงินเดียวของมาตรการนี้ จึงไม่นำเข้าเป็นงบประมาณที่ตั้งไว้"
    ),
    ProblemCode.BUDGET_NOT_UNDERSTOOD: "งบประมาณ “{value}” ต้องเป็นจำนวนเงินตั้งแต่ 0",
    ProblemCode.REPORT_OUT_OF_RANGE: "บันทึกรายงานแถวนี้ไม่ได้: {expected} (ในช่องคือ “{value}”)",
    ProblemCode.OLDER_THAN_CURRENT: (
        "รายงานของ {value} เก่ากว่าสถานะปัจจุบัน (ข้อมูล ณ {expected}) จะเก็บไว้ในประวัติ สถานะปัจจุบันไม่เปลี่ยน"
    ),
    ProblemCode.WITHDRAWN_MEASURE: (
        "มาตรการ {value} ถอนจากแผนแล้ว รายงานนี้จะเก็บไว้กับมาตรการ แต่ไม่นับในผล จนกว่าแผนจะมีมาตรการนี้อีก"
    ),
    ProblemCode.CATALOGUE_FAULT: "{expected}: “{value}”",
    ProblemCode.TOTAL_DIFFERS: "คะแนนรวมที่พิมพ์ {value} ต่างจากที่คำนวณได้ {expected} (เก็บค่าที่พิมพ์)",
    ProblemCode.INSTRUMENT_DIFFERS: (
        "คะแนนเครื่องมือที่พิมพ์ {value} ต่างจากค่าเฉลี่ยตัวชี้วัด {expected} (เก็บค่าที่พิมพ์)"
    ),
    ProblemCode.LEVEL_DIFFERS: "ระดับที่พิมพ์ “{value}” ต่างจากที่คิดตามเกณฑ์ “{expected}”",
    ProblemCode.MISSING_INDICATORS: "มีคะแนนไม่ครบทุกตัวชี้วัด: {value}",
}
_EXPECTED: Final[Mapping[ProblemCode, Mapping[str, str]]] = {
    ProblemCode.REPORT_OUT_OF_RANGE: FIELDS,
    ProblemCode.STATUS_FROM_TEXT: {status.value: said for status, said in STATUSES.items()},
    ProblemCode.CATALOGUE_FAULT: {str(reason): said for reason, said in FAULTS.items()},
}
_MOST_LISTED: Final = 3
_ASKS: Final = frozenset({ProblemCode.ASK_KIND, ProblemCode.ASK_AGENCY, ProblemCode.ASK_YEAR})
NEXT: Final = "ทำต่อ"
CORRECT_FILE: Final = (
    "แก้ {count:,} จุดในไฟล์ (“ดาวน์โหลดรายการที่ต้องแก้” คือไฟล์เดิมที่ระบายสีและมีหมายเหตุในเซลล์) "
    "แล้วเลือกไฟล์ที่แก้แล้วในช่องเลือกไฟล์"
)
_NAME_COLUMNS: Final = "เปิด “คอลัมน์ที่จับคู่ได้” ข้างบน แล้วเลือกว่าคอลัมน์ใดคืออะไร ไม่ต้องแก้ในไฟล์"
NEXT_STEPS: Final[Mapping[ProblemCode, str]] = {
    ProblemCode.ASK_KIND: identity.NEXT,
    ProblemCode.ASK_AGENCY: identity.NEXT,
    ProblemCode.ASK_YEAR: identity.NEXT,
    ProblemCode.TARGETS_NOT_KEPT: identity.NEXT_OF_TARGETS,
    ProblemCode.EMPTY_SHEET: "ตรวจว่าเลือกไฟล์ถูกและบันทึกข้อมูลไว้ในแผ่นงานแล้ว",
    ProblemCode.NOTHING_RECOGNISED: (
        "ถ้าแผ่นงานนี้มีคะแนน แผน หรือสถานะ ให้เลือกรูปแบบและบอกว่าคอลัมน์ใดคืออะไรในช่องที่เปิดไว้ข้างบน "
        "หรือคัดข้อมูลลงแบบฟอร์มเปล่าท้ายหน้านี้ ถ้าไม่มี ไม่ต้องทำอะไร แผ่นงานนี้ไม่ถูกนำเข้า"
    ),
    ProblemCode.TEXT_LOST: (
        "เปิดไฟล์ต้นฉบับที่ตัวอักษรไทยยังครบ บันทึกเป็น .xlsx (หรือ “CSV UTF-8”) แล้วเลือกไฟล์นั้น แก้ในไฟล์นี้ไม่ได้แล้ว"
    ),
    ProblemCode.TEXT_NOT_PARTED: (
        "ข้อความที่คัดจากโปรแกรมอ่าน PDF ไม่มีเส้นตารางให้รู้ว่าแต่ละบรรทัดอยู่ช่องใด แก้ในข้อความไม่ได้ "
        "ให้เลือกไฟล์ PDF นั้นโดยตรง ถ้ายังอ่านไม่ครบ ให้เปิด PDF ด้วย Word แล้วบันทึกเป็น .docx "
        "หรือขอไฟล์ต้นฉบับ (.docx หรือ .xlsx) จากผู้จัดทำแผน"
    ),
    ProblemCode.UNKNOWN_YEAR: (
        "ตรวจว่าปีถูกต้อง ถ้าถูก ให้สร้างกรอบการประเมินของปีนั้นก่อน ที่หัวข้อกรอบการประเมินท้ายหน้านี้"
    ),
    ProblemCode.OTHER_ORGANISATION: ("แผนของหน่วยงานอื่นไม่นำเข้า ถ้าเป็นแผนของเรา ให้แก้ชื่อหน่วยงานในไฟล์"),
    ProblemCode.OTHER_YEAR: "เลือกสมุดงานของปีที่ต้องการ หรือเลือกปีในช่อง “ปีงบประมาณ” ให้ตรงกับสมุดงาน",
    ProblemCode.SCORES_BESIDE: (
        "ถ้าต้องการคะแนนในแผนด้วย บันทึกแผนก่อน แล้วเลือกรูปแบบเป็นคะแนน เลือกปีที่ประเมิน และบอกว่าคอลัมน์ใดคือคะแนน"
    ),
    ProblemCode.MISSING_COLUMN: _NAME_COLUMNS,
    ProblemCode.DUPLICATE_COLUMN: _NAME_COLUMNS,
    ProblemCode.ITEM_NOT_IN_FRAMEWORK: (
        "ตรวจว่าปีของไฟล์ถูกต้อง ถ้าปีนั้นมีข้อนี้จริง ให้เติมที่หัวข้อกรอบการประเมินท้ายหน้านี้"
    ),
    ProblemCode.ASK_MEASURE: "เลือกมาตรการในช่องที่ถามไว้ข้างบน ไม่ต้องแก้ในไฟล์",
    ProblemCode.ASK_STEP: "เลือกขั้นตอนเดิมหรือขั้นตอนใหม่ในช่องที่ถามไว้ข้างบน ไม่ต้องแก้ในไฟล์",
    ProblemCode.UNKNOWN_INDICATOR: "เลือกในช่อง “แถว … คือ” ว่าเป็นคะแนนของอะไร หรือข้าม ไม่ต้องแก้ในไฟล์",
    ProblemCode.ASK_STATUS: "เลือกในช่อง “สถานะ” ของแถวนั้น ไม่ต้องแก้ในไฟล์",
    ProblemCode.ASK_PERCENT: "ใส่ร้อยละในช่องของแถวนั้น ไม่ต้องแก้ในไฟล์",
    ProblemCode.UNKNOWN_DIVISION: (
        "ส่วนราชการที่ไม่รู้จัก: เติมส่วนราชการหรือชื่ออื่นของส่วนราชการได้ที่หัวข้อกรอบการประเมินท้ายหน้านี้ "
        "หรือบันทึกไปก่อนก็ได้"
    ),
}
BLOCKING: Final = "ต้องแก้ก่อนบันทึก"
NOT_BLOCKING: Final = "แจ้งให้ทราบ"
_NO_HEADING: Final = (
    "ไม่พบตารางคะแนน แผน หรือรายงานสถานะในรูปแบบที่รู้จัก เห็น {rows} แถว {columns} คอลัมน์ "
    "และไม่มีแถวใดคล้ายหัวตาราง"
)
_ONE_COLUMN: Final = " ข้อความที่คัดจาก PDF มักไม่มีตัวคั่นคอลัมน์ โปรดเลือกไฟล์ PDF นั้นโดยตรง"
_NEAREST: Final = {Form.PLAN: "คล้ายแผน", Form.STATUS: "คล้ายรายงานสถานะ"}
_LACKS: Final = "ซึ่งขาดคอลัมน์ {fields}"
_LACKING: Final = {"code": "รายการที่ประเมิน", "agency": "หน่วยงาน", "score": "คะแนน"}
_NOTHING_EXPECTED: Final = {
    ProblemCode.TEXT_REPAIRED: "ตัดข้อความที่ไม่ใช่เนื้อหาออก: “{value}”",
}
UNREAD_YEAR: Final = "อ่าน “{value}” เป็นปีงบประมาณไม่ได้"


def problem(found: Problem) -> str:
    """Say a finding in one Thai sentence, without its place."""
    if found.code is ProblemCode.NO_YEAR and found.value:
        return UNREAD_YEAR.format(value=short(found.value))
    if found.code is ProblemCode.NOTHING_RECOGNISED:
        return _not_recognised(found)
    if found.code in _ASKS:
        said = identity.doubt(found.expected, found.value)
        return PROBLEMS[found.code].format(expected=said)
    expected = _EXPECTED.get(found.code, HEADINGS).get(found.expected, found.expected)
    if found.code in {ProblemCode.ASK_MEASURE, ProblemCode.ASK_STEP}:
        expected = _first_of(found.expected)
    if found.code is ProblemCode.OLDER_THAN_CURRENT:
        expected = _thai_day(found.expected)
    sentence = PROBLEMS[found.code]
    if not expected:
        sentence = _NOTHING_EXPECTED.get(found.code, sentence)
    return sentence.format(value=short(found.value), expected=short(expected))


def _first_of(listed: str) -> str:
    """Name the likeliest of many; all of them stand in the box where one is chosen."""
    first, more = listed.split(", ")[:_MOST_LISTED], listed.count(", ") >= _MOST_LISTED
    return ", ".join([*first, "…"] if more else first)


def _not_recognised(found: Problem) -> str:
    """Say which row came nearest to headings and what it lacks."""
    if not found.value:
        rows, _, columns = found.expected.partition(" x ")
        told = _NO_HEADING.format(rows=rows or "-", columns=columns or "-")
        return told + (_ONE_COLUMN if columns == "1" else "")
    form, _, lacking = found.expected.rpartition(": ")
    names = {**HEADINGS, **_LACKING}
    fields = [names.get(name, name) for name in lacking.split(", ") if name]
    lacks = _LACKS.format(fields=", ".join(fields)) if fields else ""
    lacks = " ".join(filter(None, (_NEAREST[Form(form)] if form else "", lacks)))
    sentence = PROBLEMS[ProblemCode.NOTHING_RECOGNISED]
    return sentence.format(value=short(found.value), expected=lacks).rstrip()


def next_steps(problems: Sequence[Problem]) -> list[str]:
    """Say what to do about findings: what the page can settle first, then what the file must."""
    settled = [NEXT_STEPS[one.code] for one in problems if one.code in NEXT_STEPS]
    in_file = sum(one.blocking and one.code not in NEXT_STEPS for one in problems)
    told = [CORRECT_FILE.format(count=in_file)] if in_file else []
    return [*dict.fromkeys(settled), *told]


def place(found: Problem) -> str:
    """Say where a finding stands: คะแนน!C14."""
    return places.place(found.sheet, found.cell)


def _thai_day(text: str) -> str:
    """Write an ISO day as people read it; any other text stays."""
    try:
        return thai_date(dt.date.fromisoformat(text))
    except ValueError:
        return text
