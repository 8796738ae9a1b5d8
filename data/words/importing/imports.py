"""Words of the import and history pages, and of the command line where they are the same."""

from collections.abc import Sequence
from typing import Final

from data.database import Batch
from data.exporters.problems import ListWords
from data.importers.plan.headings import Column
from data.importers.spelling.labels import LEVEL_OF_YEAR, score_of_year
from data.importers.status.layout import STATUS_FIELDS
from data.model.problems import ProblemCode
from data.words.files.tables import HEADINGS

UPLOAD: Final = "1. เลือกไฟล์"
UPLOAD_STEPS: Final = (
    "กดปุ่มเลือกไฟล์ หรือลากไฟล์มาวาง เลือกได้หลายไฟล์พร้อมกัน ระบบจะตรวจและบอกสิ่งที่จะเปลี่ยนก่อน "
    "ไม่มีอะไรถูกเก็บจนกว่าจะกดบันทึก"
)
UPLOAD_HELP: Final = (
    "Excel (.xlsx .xlsm .xls .xlsb .ods) CSV Word (.docx .odt .doc .rtf) หรือ PDF ที่เลือกข้อความได้ "
    "ไฟล์ละไม่เกิน 20 MB (CSV 200 MB)"
)
PASTE: Final = "วางข้อความแทนไฟล์"
PASTE_HELP: Final = "ข้อความจากแชต บรรทัดละมาตรการ หรือตารางที่คัดจาก Excel"
PASTED: Final = "ข้อความที่วาง"
PASTE_EXAMPLE: Final = "กองคลัง มาตรการ 3 เสร็จแล้ว 100%"
PASTE_READ: Final = "อ่านข้อความนี้"
LOCK: Final = "รหัสผ่านของไฟล์"
LOCK_HELP: Final = "ใช้เปิดไฟล์ครั้งนี้เท่านั้น ไม่ถูกเก็บหรือบันทึกไว้ที่ใด ไฟล์ต้นฉบับที่ระบบเก็บยังมีรหัสผ่านเหมือนเดิม"
OPEN: Final = "เปิดไฟล์"
TEMPLATES: Final = "แบบฟอร์มเปล่า"
TEMPLATES_HELP: Final = "ดาวน์โหลดแบบฟอร์มเปล่า กรอก แล้วนำเข้ากลับ"
SHEET: Final = "แผ่นงาน “{name}”"
TABLE: Final = "ตารางที่ {name}"
FORM: Final = "รูปแบบที่อ่านได้"
FORM_NONE: Final = "ไม่รู้จัก"
COLUMNS: Final = "คอลัมน์ที่จับคู่ได้"
COLUMNS_HELP: Final = "ถ้าอ่านคอลัมน์ใดผิด เลือกใหม่ได้ ระบบจะจำไว้ใช้กับหัวตารางเดียวกันเมื่อบันทึก"
COLUMNS_HELP_ONCE: Final = "ถ้าอ่านคอลัมน์ใดผิด เลือกใหม่ได้ ใช้กับไฟล์นี้เท่านั้น"
COLUMN_UNHEADED: Final = "ไม่มีหัวตาราง"
COLUMN_UNKNOWN: Final = "ไม่รู้จัก (ไม่ใช้)"
COLUMNS_REMEMBERED: Final = "ใช้คำตอบที่จำไว้ของหัวตารางนี้ (โดย {person} เมื่อ {moment})"
COLUMNS_FORGET: Final = "เลิกใช้ที่จำไว้"
FIELDS: Final = {
    "code": "รายการ (ตัวชี้วัด เครื่องมือ ข้อ)",
    "score": "คะแนน",
    "instrument-score": "คะแนนของเครื่องมือ (IIT EIT OIT)",
    "year": "ปีงบประมาณ",
    "agency": "หน่วยงาน",
    "agency-scores": "คะแนนของหน่วยงานที่หัวคอลัมน์",
    "district": "อำเภอ",
    "province": "จังหวัด",
    "level": "ระดับ",
    "provisional": "เป็นคะแนนเบื้องต้นหรือไม่",
    "ignored": "ไม่ใช้คอลัมน์นี้",
    "total": "คะแนนรวม",
    "item": "ข้อ (i1 e4 o25)",
    "sent": "เวลาที่ส่งคำตอบ",
    "due_date": "วันครบกำหนดของขั้นตอน",
    "new_comment": "ความเห็นใหม่",
    "division": "ส่วนราชการที่รายงาน",
    "tick-not-started": "ช่องกา: ยังไม่เริ่ม",
    "tick-in-progress": "ช่องกา: กำลังดำเนินการ",
    "tick-done": "ช่องกา: เสร็จ",
    "tick-cancelled": "ช่องกา: ยกเลิก",
}
PLAN_FIELDS: Final = frozenset(Column)
REPORT_FIELDS: Final = frozenset(STATUS_FIELDS)
FIELD_INDICATOR: Final = "ตัวชี้วัดที่ {number}"
FIELD_YEAR: Final = "คะแนนปี {year}"
FIELD_LEVEL_OF_YEAR: Final = "ระดับปี {year}"
FIELD_CODE_OF_YEAR: Final = "{name} ปี {year}"
FIELD_CODE: Final = "คะแนน {code}"
ROWS: Final = "อ่าน {read:,} แถว = นำเข้าได้ {imported:,} + ไม่นำเข้า {reported:,}"
READ_SCORES: Final = "คะแนนปี {years} · {agencies} · {count:,} ค่า"
READ_PLAN: Final = "แผนปี {years} · {count:,} มาตรการ"
AGENCIES: Final = "{count:,} หน่วยงาน"
AGENCIES_WITH_HOME: Final = "{agencies} (รวม {home})"
PROBLEMS: Final = "2. สิ่งที่พบ {count:,} เรื่อง (ต้องแก้ {blocking:,})"
NO_PROBLEMS: Final = "2. ไม่พบสิ่งผิดปกติ"
CHANGES: Final = "3. สิ่งที่จะเปลี่ยน"
CHANGE_COUNTS: Final = "เพิ่ม {added:,} · เปลี่ยน {changed:,} · เท่าเดิม {unchanged:,}"
WITHDRAWN_COUNT: Final = "ถอนจากแผน {count:,}"
UNIT_SCORES: Final = "ค่า"
UNIT_MEASURES: Final = "มาตรการ"
EVERY_OTHER: Final = "ทุกส่วนราชการที่เหลือ"
ADDED_VALUES: Final = "ดูสิ่งที่จะเพิ่ม"
LEVEL_COUNTS: Final = "ระดับที่ประกาศ: เพิ่ม {added:,} · เปลี่ยน {changed:,}"
FIRST_VALUES: Final = "แสดง {shown:,} รายการแรกจาก {count:,} รายการ"
SCORE_OF_YEAR: Final = "ปี {year} · {name}"
WITHDRAWS: Final = (
    "แผนนี้ไม่มีมาตรการเดิม {count:,} มาตรการ เมื่อบันทึกจะถือว่าถอนจากแผนและไม่นับ รายงานยังเก็บไว้ "
    "และกลับมาเมื่อยกเลิกการนำเข้า (แผนที่แยกหลายแผ่นงาน มาตรการในแผ่นที่บันทึกต่อจะกลับมาเอง "
    "ถ้าแยกเป็นหลายไฟล์ โปรดรวมเป็นไฟล์เดียวก่อน)"
)
IS_WITHDRAWN: Final = "ถอนจากแผน"
IN_FORCE: Final = "อยู่ในแผน"
WHICH_MEASURES: Final = "มี {count:,} รายการที่ข้อความไม่ชัดว่าเป็นมาตรการหรือขั้นตอนใดในแผนเดิม โปรดเลือก"
WHICH_MEASURE: Final = "มาตรการนี้คือข้อใดในแผนเดิม"
NEW_MEASURE: Final = "ลำดับที่ {place} ในไฟล์: {action}"
OLD_MEASURE: Final = "{measure_id} · {action}"
IS_NEW: Final = "มาตรการใหม่"
WHICH_STEP: Final = "ขั้นตอนนี้คือขั้นตอนใดในแผนเดิม"
NEW_STEP: Final = "ขั้นตอนที่ {place} ในไฟล์: {action}"
STEP_IS_NEW: Final = "ขั้นตอนใหม่ (รายงานของขั้นตอนเดิมยังเก็บไว้)"
CHOOSE_MEASURE: Final = "เลือกของเดิม หรือของใหม่"
WHICH_ROWS: Final = {
    ProblemCode.ASK_MEASURE: "มี {count:,} แถวที่ไม่ชัดว่าเป็นมาตรการใดในแผน โปรดเลือก",
    ProblemCode.ASK_STATUS: "มี {count:,} แถวที่ไม่ได้บอกสถานะชัดเจน โปรดเลือก",
    ProblemCode.ASK_PERCENT: "มี {count:,} แถวที่ร้อยละไม่ชัดเจน โปรดใส่",
}
ROW: Final = "แถวที่ {place}: {said}"
SAID_OF: Final = "{named} — ที่รายงาน: {said}"
WHICH_OF_PLAN: Final = "แถวนี้คือมาตรการใดในแผน"
IS_NONE: Final = "ไม่ใช่ข้อใด ไม่นำเข้าแถวนี้"
CHOOSE_OF_PLAN: Final = "เลือกมาตรการ"
WHICH_STATUS: Final = "สถานะของมาตรการ {measure_id}"
WHICH_PERCENT: Final = "“{said}” คือร้อยละเท่าใด"
MATCH_HINT: Final = (
    "  เลือกด้วย --match รหัสเดิม=ลำดับ เช่น --match {old}={new} ถ้าไม่ใช่ข้อใดเลย --match new={new}"
)
KIND_HINT: Final = "  บอกชนิดด้วย --kind result (หรือ provisional target)"
AGENCY_HINT: Final = "  บอกหน่วยงานด้วย --agency ชื่อหน่วยงาน"
YEAR_HINT: Final = "  บอกปีงบประมาณด้วย --year ปี"
STATE_HINT: Final = (
    "  บอกสถานะด้วย --state สถานะ=แถว เช่น --state done={row} "
    "(done in-progress not-started cancelled)"
)
PERCENT_HINT: Final = "  บอกร้อยละด้วย --percent ร้อยละ=แถว เช่น --percent 50={row}"
PAIRS: Final = "จับคู่กับแผน {count:,} แถว"
PAIR_SAID: Final = "ในไฟล์"
PAIR_STORED: Final = "มาตรการในแผน"
NOTHING_NEW: Final = "ทุกค่าตรงกับที่มีในระบบแล้ว ถ้าบันทึก จะเปลี่ยนเพียงที่มาเป็นไฟล์นี้"
PROVISIONAL_OVER_FINAL: Final = (
    "คะแนนเบื้องต้น {count:,} ค่าจะแทนคะแนนที่ประกาศแล้วในระบบ ถ้าไฟล์นี้เป็นผลทางการ โปรดเลือก "
    "“ผลที่ประกาศ” ในช่องข้างบน"
)
CHANGE_WORDS: Final = {
    "added": "เพิ่ม",
    "changed": "เปลี่ยน",
    "unchanged": "เท่าเดิม",
    "withdrawn": "ถอนจากแผน",
}
SAVE: Final = "4. บันทึก"
ALL_TITLE: Final = "4. บันทึกทุกแผ่นงานของไฟล์นี้"
SAVE_ALL: Final = "บันทึกทั้งหมด {count:,} แผ่น"
SHEET_DOES: Final = "{sheet}: {does}"
SHEET_WAITS: Final = "{sheet}: ยังไม่พร้อม ดูที่แผ่นงานข้างบน"
STOPPED_AT: Final = "แผ่นงาน “{sheet}” ยังไม่ถูกบันทึก: {reason} แผ่นก่อนหน้านี้บันทึกแล้ว"
UNSAVED: Final = "ยังไม่ได้บันทึก {sheets} ถ้าออกจากหน้านี้ก่อน ต้องเลือกไฟล์ใหม่"
WHICH_LABELS: Final = "มี {count:,} แถวที่ไม่รู้จัก โปรดเลือก ไม่ต้องแก้ในไฟล์"
LABEL_IS: Final = "แถว “{label}” คือ"
SKIP_ROW: Final = "ข้ามแถวนี้"
CHOOSE_LABEL: Final = "เลือกว่าเป็นคะแนนของอะไร หรือข้าม"
REPAIRS: Final = "อ่านให้แล้ว {count:,} จุด ไม่ต้องทำอะไร"
BLOCKED: Final = "ยังบันทึกไม่ได้ มี {blocking:,} เรื่องที่ต้องแก้ก่อน"
SAVED: Final = "บันทึกเป็นชุดที่ {batch_id}: เพิ่ม {added:,} เปลี่ยน {changed:,} เท่าเดิม {unchanged:,}"
REPEATED: Final = "แผ่นงานนี้นำเข้าไว้แล้วเป็นชุดที่ {batch_id} ไม่มีอะไรเปลี่ยน"
REPLACED_SINCE: Final = (
    "ค่าข้างบนที่ต่างกัน เพราะชุดที่ใหม่กว่าแทนไปแล้ว ถ้าต้องการค่าของไฟล์นี้ ให้ยกเลิกชุดที่ใหม่กว่าในหน้าประวัติการนำเข้า"
)
SEE: Final = {
    "pages/yearly_trends.py": "ดูแนวโน้มตัวชี้วัด",
    "pages/agency_comparison.py": "ดูเทียบหน่วยงานอื่น",
    "pages/linked_measures.py": "ดูมาตรการ",
    "pages/division_progress.py": "ดูความคืบหน้ารายส่วนราชการ",
    "pages/import_history.py": "ประวัติการนำเข้า",
}
UNDO_THIS: Final = "ยกเลิกชุดที่ {batch_id}"
FIX_LIST: Final = "ดาวน์โหลดรายการที่ต้องแก้"
FIX_FILE: Final = "รายการที่ต้องแก้"
FIX_WORDS: Final = ListWords(
    name="รายการ",
    title="รายการที่พบในไฟล์",
    sheet="แผ่นงาน",
    cell="เซลล์",
    finding="เรื่องที่พบ",
    weight="ผล",
    blocking="ต้องแก้ก่อนบันทึก",
    shown="แจ้งให้ทราบ",
    partly="ไฟล์ใหญ่มาก จึงมีเฉพาะแถวแรก ๆ และแถวที่มีเรื่องที่พบ",
    more="ยังมีอีก {count:,} เรื่องที่ไม่ได้แสดง",
)
READING: Final = "กำลังอ่าน {name}"
CHECKING: Final = "กำลังตรวจ {name}"
COMPARING: Final = "กำลังเทียบ {name} กับข้อมูลเดิม"
SAVING: Final = "กำลังบันทึก {name}"

EMPTY: Final = "อ่านแผ่นงานนี้แล้ว ไม่มีคะแนน ระดับ หรือมาตรการให้นำเข้า"
OTHER_SHEETS: Final = "แผ่นงานที่ไม่ใช่ตารางข้อมูล {count} แผ่น (ไม่นำเข้า)"
NO_BATCHES: Final = "ยังไม่มีการนำเข้า"
HISTORY_NAME: Final = "ประวัติการนำเข้า"
UNDO: Final = "ยกเลิกการนำเข้า"
UNDO_HELP: Final = "ค่าที่ชุดนี้เคยแทนที่จะกลับมา ข้อมูลของชุดยังเก็บไว้ในประวัติ"
UNDO_CHOOSE: Final = "ชุดที่จะยกเลิก"
BATCH_NONE: Final = "เลือกชุด"
UNDO_UNSURE: Final = "ยังไม่ได้ยกเลิก โปรดเลือกชุด และทำเครื่องหมาย “ยืนยันยกเลิกชุดนี้” ก่อน"
UNDO_OPTION: Final = "ชุดที่ {batch_id} · {file_name} · {sheet}"
UNDO_CONFIRM: Final = "ยืนยันยกเลิกชุดนี้"
UNDONE: Final = "ยกเลิกชุดที่ {batch_id} แล้ว"


def saved(batch: Batch) -> str:
    """Say as which batch something was saved, or that it was there."""
    counts = {"added": batch.added, "changed": batch.changed, "unchanged": batch.unchanged}
    told = REPEATED if batch.repeated else SAVED
    return told.format(batch_id=batch.batch_id, **counts)


def unsaved(sheets: Sequence[str]) -> str:
    """Say which sheets would be lost with the page."""
    return UNSAVED.format(sheets=", ".join(f"“{name}”" for name in sheets))


def column_label(letter: str, heading: str) -> str:
    """Name a column by its letter and its heading."""
    return f"{letter} · {heading or COLUMN_UNHEADED}"


def field_name(field: str) -> str:
    """Say what a column is read as, by the names `Choices.columns` uses."""
    if field in FIELDS:
        return FIELDS[field]
    if field in PLAN_FIELDS | REPORT_FIELDS:
        return HEADINGS[field]
    if field.startswith(LEVEL_OF_YEAR):
        return FIELD_LEVEL_OF_YEAR.format(year=field.removeprefix(LEVEL_OF_YEAR))
    if dated := score_of_year(field) if "-" in field else None:
        return FIELD_CODE_OF_YEAR.format(name=field_name(dated[0]), year=dated[1])
    if field.isdigit():
        form = FIELD_YEAR if len(field) == 4 else FIELD_INDICATOR
        return form.format(year=field, number=field)
    return FIELD_CODE.format(code=field)
