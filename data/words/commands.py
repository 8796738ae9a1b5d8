"""Words of the command line: help, refusals, and what it says when it is done."""

import re
from typing import Final

from data.model.records import Keep
from data.model.refusals import Refusal, RefusedError
from data.words import failures

PROGRAM: Final = "python -m data"
ABOUT: Final = (
    "ใช้ระบบ ITA โดยไม่ต้องเปิดหน้าเว็บ: นำเข้า ตรวจดู สำรอง และกู้คืนข้อมูล "
    "คำอธิบายออกทาง stderr ส่วน --json ให้ผลเป็น JSON หนึ่งชุดทาง stdout"
)
AFTERWORD: Final = (
    "รหัสจบ: 0 สำเร็จ · 1 ข้อมูลมีจุดที่ต้องแก้ (แผ่นงานนั้นไม่ถูกบันทึก) · 2 ใช้คำสั่งผิดหรือทำไม่สำเร็จ    "
    "ตัวแปร ITA_DATABASE บอกที่เก็บฐานข้อมูล"
)
USAGE: Final = "วิธีใช้: "
VERBS: Final = "คำสั่ง"
VALUES: Final = "สิ่งที่ต้องระบุ"
OPTIONS: Final = "ตัวเลือก"
HELP: Final = "แสดงคำอธิบายนี้"
COMMANDS: Final = {
    "setup": "บอกว่าเป็นแดชบอร์ดของหน่วยงานใด มีส่วนราชการใดบ้าง ทำซ้ำได้ ยกเลิกได้ด้วย undo",
    "examples": "สร้างฐานข้อมูลตัวอย่างใหม่ (แยกจากฐานข้อมูลของหน่วยงาน)",
    "import": "นำเข้าคะแนนหรือแผนจากไฟล์ บันทึกแผ่นงานละหนึ่งชุด",
    "batches": "ประวัติการนำเข้า ชุดล่าสุดก่อน",
    "undo": "ยกเลิกการนำเข้าหนึ่งชุด ค่าที่ชุดนั้นเคยแทนที่จะกลับมา",
    "scores": "คะแนนตามที่ประกาศ พร้อมที่มา",
    "levels": "ระดับผลการประเมินรายปี และสิ่งที่ขวางระดับถัดไป",
    "next-level": "การเพิ่มคะแนนที่น้อยที่สุดซึ่งถึงแต่ละระดับที่ดีกว่า",
    "movement": "แยกการขยับของคะแนนรวมระหว่างสองปีเป็นส่วน ๆ ที่รวมกันลงตัว",
    "measures": "มาตรการในแผน พร้อมสถานะ ณ วันที่กำหนด",
    "report": "เขียนเอกสารของปี: แผน ผลการดำเนินการ สรุปหนึ่งหน้า หรือรายงานประจำปี",
    "export": "เขียนทุกตารางเป็นสมุดงานสำหรับนักวิเคราะห์ หรือโฟลเดอร์ Parquet, CSV และ DuckDB",
    "schema": "พจนานุกรมข้อมูล: ทุกตารางของ export แต่ละคอลัมน์ชื่ออะไร เก็บอะไร (--json คือ JSON Schema)",
    "workbook": "เขียนสมุดงานของส่วนราชการหนึ่งแห่ง ให้กรอกสถานะแล้วนำเข้ากลับ",
    "reminders": "เขียนการแจ้งเตือนของส่วนราชการ: ปฏิทิน ข้อความ หรือรูปภาพ หรือทุกส่วนราชการเป็น zip",
    "publish": "เขียนเว็บไซต์สำเร็จรูปของปี ให้วางบนเว็บของหน่วยงาน เป็นโฟลเดอร์หรือ zip",
    "catalogue": "กรอบการประเมิน: ดู หรือเขียนเป็นสมุดงาน (นำเข้ากลับด้วยคำสั่ง import)",
    "comment": "ความเห็นต่อมาตรการ: เขียนเพิ่ม หรืออ่าน",
    "evidence": "หลักฐานของมาตรการหรือขั้นตอน: เก็บไฟล์หรือลิงก์ หรือดูรายการ",
    "round": "รอบรายงาน: เปิด ส่ง ตรวจ ส่งกลับ ปิด หรือดูรายการ",
    "audit": "ใครทำอะไรเมื่อใด และใครถูกปฏิเสธ ล่าสุดก่อน",
    "backup": "สำรองฐานข้อมูลทั้งหมดเป็นไฟล์เดียวที่ตรวจแล้ว",
    "copy": "คัดลอกฐานข้อมูลทั้งหมดระหว่างไฟล์กับ PostgreSQL แล้วเทียบยอดควบคุม",
    "restore": "กู้คืนฐานข้อมูลจากไฟล์สำรอง ขณะปิดโปรแกรม ฐานข้อมูลเดิมถูกย้ายไปเก็บไว้",
    "serve": "เปิดโปรแกรมหลายตัวบนเครื่องนี้ให้คนจำนวนมากใช้พร้อมกัน (เฉพาะฐานข้อมูล PostgreSQL) จนกว่าจะสั่งหยุด",
    "link": "ออกลิงก์ให้เบราว์เซอร์หนึ่งเป็นของผู้วางแผน (ใช้ได้ครั้งเดียว ใช้ได้ขณะที่โปรแกรมทำงาน)",
    "kit": "สร้างโฟลเดอร์ติดตั้งสำหรับเครื่องที่ไม่มีอินเทอร์เน็ต (โปรแกรม แพ็กเกจ และแฟ้มเปิดใช้)",
    "check": "ตรวจความครบถ้วนของฐานข้อมูล กรอบการประเมิน และข้อมูลตัวอย่าง",
}
CATALOGUE_STEPS: Final = {
    "show": "ดูว่ารู้อะไรของทุกปี หรือทุกอย่างของปีเดียว",
    "form": "เขียนสมุดงานของปีให้แก้หรือเติม แล้วนำเข้ากลับด้วยคำสั่ง import (ปีถัดจากปีล่าสุดตั้งต้นจากปีล่าสุด)",
}
ONLY_RESULT_OF_ROUND: Final = "--round ใช้กับ result เท่านั้น และไม่ใช้คู่กับ --division หรือ --as-of"
ARGUMENTS: Final = {
    "evidence_file": "ไฟล์ PDF รูปภาพ หรือ Office ไม่เกิน 20 MB",
    "evidence_link": "ลิงก์ http หรือ https",
    "report_round": "เลขของรอบที่ปิดแล้ว แทนการระบุปี (เฉพาะ result)",
    "round_id": "เลขของรอบรายงาน",
    "round_name": "ชื่อรอบ เช่น รอบ 6 เดือน",
    "round_as_of": "วันที่ของข้อมูล (ปี ค.ศ.)",
    "deadline": "วันสุดท้ายที่ส่ง (ปี ค.ศ.)",
    "round_division": "ส่วนราชการ",
    "round_comment": "ข้อความถึงส่วนราชการ",
    "reminded_division": "ส่วนราชการ (ไม่ระบุคือทุกส่วนราชการ เป็น zip)",
    "reminder_file": "ไฟล์ที่จะเขียน: .ics .txt .png (หนึ่งส่วนราชการ) หรือ .zip (ทุกส่วนราชการ)",
    "site_year": "ปีงบประมาณ พ.ศ. (ไม่ระบุคือปีล่าสุดที่มีแผนหรือคะแนน)",
    "site_place": "โฟลเดอร์ว่าง โฟลเดอร์เว็บไซต์เดิม หรือไฟล์ .zip",
    "proves": "หลักฐานนี้แสดงว่าอะไร",
    "step_id": "รหัสขั้นตอน ถ้าเป็นหลักฐานของขั้นตอนเดียว",
    "served_item": "รหัสข้อของปีเดียวกับแผนที่หลักฐานนี้ใช้ตอบ เช่น o12",
    "measure_id": "รหัสมาตรการ",
    "measure": "เฉพาะมาตรการรหัสนี้ ระบุซ้ำได้",
    "comment_text": "ข้อความ",
    "by": "ชื่อผู้เขียน (ปกติคือผู้ใช้เครื่องนี้)",
    "files": "ไฟล์ที่จะนำเข้า ระบุได้หลายไฟล์",
    "sheet": "อ่านเฉพาะแผ่นงานชื่อนี้",
    "form": "รูปแบบของแผ่นงาน (ปกติระบบดูเอง)",
    "choice_year": "ปีงบประมาณ พ.ศ. เมื่อในไฟล์ไม่มีหรือไม่ชัด",
    "choice_agency": "หน่วยงานเจ้าของ เมื่อในไฟล์ไม่มีหรือไม่ชัด",
    "choice_kind": (
        "ตัวเลขเป็นอะไร: result ผลที่ประกาศ · provisional เบื้องต้น · target ค่าเป้าหมาย (ไม่เก็บเป็นคะแนน)"
    ),
    "provisional": "เป็นคะแนนเบื้องต้น (เท่ากับ --kind provisional)",
    "one_division": "ส่วนราชการที่จะส่งสมุดงานให้",
    "one_plan_year": "ปีของแผน พ.ศ.",
    "workbook_file": "ไฟล์ .xlsx ที่จะเขียน",
    "dry_run": "อ่านและบอกสิ่งที่จะเปลี่ยน แต่ไม่บันทึก",
    "password_file": "ไฟล์ที่มีรหัสผ่านของไฟล์ที่จะนำเข้าในบรรทัดแรก · - คืออ่านจาก stdin (ไม่เก็บรหัสผ่าน)",
    "conflicts": (
        "เมื่อมีผู้รายงานหลังแจกสมุดงาน: store = คงค่าในระบบ · file = ใช้ค่าที่กรอกมา "
        "(ปกติไม่บันทึกแผ่นงานนั้น และแจ้งให้เลือก)"
    ),
    "match": (
        "มาตรการลำดับที่ NEW ในไฟล์คือข้อ OLD ในแผนเดิม เช่น 2569-01-i1=3 หรือเป็นมาตรการใหม่: new=3 "
        "(เฉพาะข้อที่ถาม ระบุซ้ำได้ หลายแผ่นงานให้ใช้คู่กับ --sheet) "
        "รายงานที่ไม่มีรหัสของเรา: NEW คือเลขแถว และ new คือไม่นำเข้าแถวนั้น"
    ),
    "row_state": "สถานะของมาตรการในแถวที่รายงานไม่บอก เช่น done=7 (ระบุซ้ำได้ เฉพาะแถวที่ถาม)",
    "row_percent": "ร้อยละของแถวที่เขียนไม่ชัด เช่น 50=7 (ระบุซ้ำได้ เฉพาะแถวที่ถาม)",
    "agency_kind": "ประเภทหน่วยงาน",
    "agency_name": "ชื่อหน่วยงาน ไม่ต้องใส่คำนำหน้าประเภท",
    "province": "จังหวัด",
    "district": "อำเภอ",
    "own_division": "ส่วนราชการของหน่วยงาน ระบุซ้ำได้ตามลำดับ (ไม่ระบุ: คงของเดิม หรือเสนอตามประเภท)",
    "json": "ให้ผลเป็น JSON ทาง stdout",
    "out": "เขียนแถวเดียวกันลงไฟล์ .xlsx หรือ .csv",
    "year": "ปีงบประมาณ พ.ศ. ระบุซ้ำได้",
    "one_year": "ปีงบประมาณ พ.ศ.",
    "only": "ให้เปลี่ยนได้เฉพาะตัวชี้วัดเหล่านี้ คั่นด้วยจุลภาค",
    "from_year": "ปีก่อน พ.ศ.",
    "to_year": "ปีหลัง พ.ศ.",
    "plan_year": "ปีของแผน พ.ศ. ระบุซ้ำได้",
    "level": "ระดับของข้อมูล ระบุซ้ำได้",
    "agency": "หน่วยงานที่ชื่อมีข้อความนี้ (ปกติคือหน่วยงานของตน)",
    "all_agencies": "ทุกหน่วยงาน",
    "division": "ส่วนราชการ ระบุซ้ำได้",
    "role": "lead = เฉพาะที่เป็นเจ้าภาพ · all = เจ้าภาพหรือสนับสนุน",
    "status": "สถานะหรือสิ่งที่ต้องดู เป็นรหัสหรือคำไทย ระบุซ้ำได้: {states}",
    "indicator": "ตัวชี้วัดที่ ระบุซ้ำได้",
    "as_of": "ณ วันที่ (ปี ค.ศ.) ปกติคือวันนี้",
    "known_at": "เฉพาะรายงานที่บันทึกเข้าระบบถึงวันนี้ (ปี ค.ศ.) ปกติคือทุกรายงาน",
    "document": "plan = แผน · result = ผลการดำเนินการ · onepage = สรุปหนึ่งหน้า · yearly = รายงานประจำปี",
    "report_year": "ปีงบประมาณ พ.ศ. ของเอกสาร",
    "thai_digits": "ใช้เลขไทยในแบบฟอร์ม",
    "report_file": "ไฟล์ที่จะเขียน: .docx .xlsx (plan, result) · .pdf .png (onepage) · .pdf (yearly)",
    "export_place": "ไฟล์ .xlsx หรือโฟลเดอร์ที่จะเขียน (ไฟล์ชื่อเดียวกันถูกแทนที่)",
    "with_names": "ใส่ชื่อผู้รายงานและผู้นำเข้าด้วย (ปกติเว้นว่าง)",
    "shown_year": "ปีงบประมาณ พ.ศ. (ไม่ระบุคือทุกปี)",
    "form_year": "ปีที่มีกรอบแล้ว หรือปีถัดจากปีล่าสุด",
    "batch_id": "เลขชุดตามประวัติการนำเข้า",
    "renew": "ยกเลิกสิทธิ์ของทุกเบราว์เซอร์ที่เคยใช้ลิงก์ก่อน",
    "kit_place": "โฟลเดอร์ใหม่ที่จะเขียน",
    "platform": "ระบบของเครื่องปลายทาง",
    "kit_python": "รุ่นของ Python ที่เครื่องปลายทางมี",
    "before_upgrade": "ซ้อมเปลี่ยนเป็นรุ่นนี้กับสำเนาของฐานข้อมูล โดยไม่แตะฐานข้อมูลจริง",
    "servers": "จำนวนโปรแกรมที่เปิด (ปกติ 2)",
    "port": "พอร์ตที่ผู้ใช้เข้า (ปกติ 8501)",
    "host": "ชื่อเครื่องที่ผู้ใช้เข้า เมื่อมี https อยู่ข้างหน้า ระบุซ้ำได้",
    "copy_from": "ฐานข้อมูลต้นทาง: ไฟล์ หรือที่อยู่ postgresql://…",
    "copy_to": "ฐานข้อมูลปลายทางที่ยังว่าง: ไฟล์ใหม่ หรือที่อยู่ postgresql://…",
    "backup_file": "ไฟล์สำรองที่จะเขียน",
    "restore_file": "ไฟล์สำรองที่จะกู้คืน",
    "person": "ผู้ทำ ตามที่แสดงในคอลัมน์ผู้ทำ ระบุซ้ำได้",
    "action": "การกระทำ ระบุซ้ำได้",
    "from_day": "ตั้งแต่วันที่ (ปี ค.ศ.)",
    "to_day": "ถึงวันที่ (ปี ค.ศ.)",
}
NOT_A_YEAR: Final = "“{value}” ไม่ใช่ปีงบประมาณ พ.ศ. สี่หลัก เช่น 2568"
NOT_A_NUMBER: Final = "“{value}” ไม่ใช่จำนวนเต็มตั้งแต่ 1"
NOT_A_DAY: Final = "“{value}” ไม่ใช่วันที่แบบ ปปปป-ดด-วว เช่น 2026-09-30"
NOT_COMMON_ERA: Final = "“{value}” เป็นปี พ.ศ. โปรดใช้ปี ค.ศ. (พ.ศ. ลบ 543)"
NOT_A_MATCH: Final = "“{value}” ไม่ใช่การจับคู่มาตรการ ตัวอย่าง 2569-01-i1=3 หรือ new=3"
NOT_A_ROW_STATE: Final = "“{value}” ไม่ใช่สถานะของแถว ตัวอย่าง done=7 ใช้ได้: {states}"
NOT_A_ROW_PERCENT: Final = "“{value}” ไม่ใช่ร้อยละของแถว ตัวอย่าง 50=7"
NOT_A_STATE: Final = "ไม่รู้จักสถานะ “{value}” ใช้ได้: {states}"
NOT_AN_OUTPUT: Final = "ไฟล์ “{value}” ต้องลงท้ายด้วย .xlsx หรือ .csv"

REFUSALS: Final = {
    Refusal.USAGE: "{message}",
    Refusal.NOTHING_TO_IMPORT: "โปรดระบุไฟล์ที่จะนำเข้า",
    Refusal.NO_SUCH_FILE: "ไม่พบไฟล์ {file_name} ไม่มีอะไรถูกเปลี่ยน",
    Refusal.CANNOT_WRITE: "เขียนไฟล์ {file_name} ไม่ได้ (ไม่มีโฟลเดอร์ ไม่มีสิทธิ์ ไม่มีที่ว่าง หรือเปิดค้างอยู่)",
    Refusal.TOO_MANY_ROWS: "{rows:,} แถวเกินที่ Excel รับได้ โปรดใช้ .csv หรือเลือกให้แคบลง",
    Refusal.UNKNOWN_MEASURE: "ไม่พบมาตรการ “{value}” ในระบบ ดูรหัสด้วยคำสั่ง measures",
    Refusal.UNKNOWN_DIVISION: "ไม่รู้จักส่วนราชการ “{value}” ที่มี: {known}",
    Refusal.UNKNOWN_INDICATOR: "ปี {year} ไม่มีตัวชี้วัดที่ {value}",
    Refusal.NO_SUCH_FORMAT: "เอกสารนี้เขียนเป็นไฟล์ {file_name} ไม่ได้ ใช้ได้: {known}",
    Refusal.NOTHING_TO_REPORT: "ไม่มีข้อมูลของปี {year} ในขอบเขตที่ขอ จึงไม่ได้เขียนไฟล์",
    Refusal.CANNOT_FETCH: "ดึงแพ็กเกจมาไม่ครบ โปรดตรวจอินเทอร์เน็ตของเครื่องนี้ แล้วสั่งใหม่ในโฟลเดอร์ว่าง",
    Refusal.NO_STORE: "ยังไม่มีฐานข้อมูลให้สำรอง โปรดตรวจค่า ITA_DATABASE",
    Refusal.STORE_ITSELF: "{file_name} คือฐานข้อมูลที่ใช้อยู่ โปรดระบุไฟล์อื่น ไม่มีอะไรถูกเปลี่ยน",
    Refusal.NOT_A_STORE: "{file_name} มีอยู่แล้วและไม่ใช่ไฟล์สำรอง จึงไม่เขียนทับ",
    Refusal.STORE_IS_A_FILE: (
        "ฐานข้อมูลเป็นไฟล์ ซึ่งเปิดได้โปรแกรมเดียว ใช้ streamlit run dashboard.py "
        "หรือย้ายไป PostgreSQL ก่อนด้วยคำสั่ง copy แล้วตั้ง ITA_DATABASE"
    ),
    Refusal.NO_FRONT: (
        "เครื่องนี้ไม่มี HAProxy ซึ่งแจกผู้ใช้ให้แต่ละโปรแกรม โปรดติดตั้ง (Debian: apt-get install haproxy)"
    ),
    Refusal.PORT_TAKEN: (
        "พอร์ต {port} ใช้ไม่ได้ หรือมีโปรแกรมอื่นใช้อยู่ โปรดปิดโปรแกรมนั้น หรือเลือกพอร์ตอื่นด้วย --port"
    ),
    Refusal.CANNOT_SERVE: "เปิดไม่สำเร็จ จึงปิดทุกโปรแกรมแล้ว เหตุผลอยู่ในข้อความข้างบน",
}
NO_ACCESS: Final = "ไม่มีสิทธิ์อ่านไฟล์ หรือไฟล์ถูกเปิดค้างอยู่"
NO_SUCH_SHEET: Final = "ไม่มีแผ่นงานชื่อนี้ ที่มี: {known}"

IMPORT_PLACE: Final = "{file} · แผ่นงาน “{sheet}” · {form}"
PROBLEM_LINE: Final = "  ✗ {place}: {message}"
NOTICE_LINE: Final = "  · {place}: {message}"
NOTICES_LINE: Final = "  · {place}: {message} (และเรื่องแบบนี้อีก {more} แห่ง ดูทั้งหมดด้วย --json)"
DRY_RUN: Final = "ทดลองอ่าน ไม่ได้บันทึก: {counts}"
REPORTED_SINCE: Final = "มาตรการ {measure} มีรายงานใหม่ของ {by} หลังแจกแบบฟอร์ม"
CONFLICT_ENDINGS: Final = {
    None: "ต้องเลือกในหน้านำเข้าข้อมูล หรือสั่งด้วย --conflicts",
    Keep.THEIRS: "คงค่าในระบบตามที่สั่ง",
    Keep.OURS: "ใช้ค่าที่กรอกมาตามที่สั่ง",
}
COLUMNS_REMEMBERED: Final = "  ใช้การจับคู่คอลัมน์ที่จำไว้ (โดย {person})"
SET_ASIDE: Final = "  ไม่ได้นำเข้าแผ่นงานนี้ (แผ่นงานอื่นในไฟล์อ่านได้)"
IMPORT_TOTAL: Final = "บันทึก {saved} จาก {all} แผ่นงาน"
IMPORT_BLOCKED: Final = "{total} · ต้องแก้ก่อนบันทึก {blocked}"

NO_SCORES: Final = "ไม่มีคะแนนตรงกับที่ขอ"
NO_MEASURES: Final = "ไม่มีมาตรการตรงกับที่ขอ"
NO_LEVELS: Final = "ไม่มีคะแนนในปีที่ขอ"
ROWS: Final = "{count:,} แถว"
WORKBOOK_WRITTEN: Final = "เขียนสมุดงานของ {division} แผนปี {year} ลงไฟล์ {file_name} แล้ว"
CATALOGUE_FORM: Final = "เขียนสมุดงานกรอบการประเมินปี {year} ลงไฟล์ {file_name} แล้ว"
CATALOGUE_YEAR: Final = (
    "ปี {year}: {instruments} เครื่องมือ {indicators} ตัวชี้วัด {items} ข้อ (มีชื่อ {named_items}) "
    "{levels} ระดับ เป้าหมาย {target}"
)
CATALOGUE_BATCH: Final = " (จากชุดนำเข้าที่ {batch_id})"
WRITTEN: Final = "เขียน {count:,} แถวลงไฟล์ {file_name} แล้ว"
EVERY_AGENCY: Final = "ทุกหน่วยงาน"
SCORES_TITLE: Final = "คะแนนตามที่ประกาศ"
SAMPLES: Final = "ตัวอย่าง ไม่ใช่ผลจริง (สมมติขึ้น)"
SET_UP: Final = "ตั้งค่าเป็น {agency} แล้ว ส่วนราชการ: {divisions}"
SET_UP_BEFORE: Final = "ตั้งค่าเป็น {agency} อยู่แล้ว ไม่มีอะไรเปลี่ยน"
SET_UP_BY_FILE: Final = (
    "ยังไม่ได้ตั้งค่าหน่วยงาน จึงตั้งเป็น {agency} ตามที่ไฟล์ {file_name} ระบุ "
    "ส่วนราชการเสนอตามประเภทหน่วยงาน แก้ได้ด้วยคำสั่ง setup หรือหน้าตั้งค่า"
)
KIT_MADE: Final = (
    "สร้าง {folder} แล้ว {wheels} แพ็กเกจ {megabytes} MB เปิดด้วย start.bat หรือ start.sh ที่เครื่องปลายทาง"
)
EXAMPLE_BUILT: Final = "สร้างตัวอย่างแล้ว ดูได้จากหน้าวิธีใช้"

LEVEL_LINE: Final = "ปี {year}: {headline} — {details}"
LEVEL_NOW: Final = "ปี {year}: {level}"
NEXT_LEVEL: Final = "  ถึง{level}: {changes} (รวม +{sum:.2f})"
NEXT_LEVEL_UNREACHABLE: Final = "  ถึง{level}: เปลี่ยนเฉพาะเท่าที่ให้เปลี่ยนได้แล้วยังไม่ถึง"
NEXT_LEVEL_SEPARATOR: Final = " · "
CHANGE: Final = "{name} {before:.2f} → {after:.2f}"
INDICATOR: Final = "ตัวชี้วัดที่ {indicator} ({instrument})"
MOVED: Final = "คะแนนรวมปี {before} → {after}: {change:+.2f}"
NOT_MOVED: Final = "คะแนนรวมปี {before} → {after}: ไม่มีคะแนนรวมครบสองปี จึงเทียบไม่ได้"
CONTRIBUTION: Final = "  {name}: {points:+.4f}"
FRAMEWORK_EFFECT: Final = "ผลจากกรอบการประเมินที่เปลี่ยน"
ROUNDING: Final = "การปัดเศษ"
ASKING_APP: Final = "ฐานข้อมูลเปิดอยู่ กำลังขอให้โปรแกรมที่เปิดอยู่สำรองให้"
COPIED: Final = "คัดลอกแล้ว ({batches} ชุดนำเข้า ยอดควบคุมตรงกัน)"
BACKED_UP: Final = "สำรองข้อมูลลงไฟล์ {file_name} แล้ว ({batches} ชุดนำเข้า ตรวจครบ)"
RESTORED: Final = "กู้คืนจากไฟล์ {file_name} แล้ว ({batches} ชุดนำเข้า ตรวจครบ) ฐานข้อมูลเดิมถูกย้ายไปเก็บข้าง ๆ"

SOUND: Final = "✓ {what}: {detail}"
DAMAGED: Final = "✗ {what}: {detail}"
CHECKED: Final = {
    "store": "ฐานข้อมูล",
    "catalogue": "กรอบการประเมิน",
    "examples": "ข้อมูลตัวอย่าง",
    "upgrade": "การเปลี่ยนรุ่น",
}
UPGRADE_SOUND: Final = "ซ้อมกับสำเนาแล้ว เปิดด้วยรุ่น {version} ได้ ครบทั้ง {batches} ชุด ฐานข้อมูลจริงยังไม่ถูกแตะ"
LINK_MADE: Final = "ลิงก์ของผู้วางแผน: {link}"
LINK_COUNTS_ONCE: Final = "ใช้ได้ครั้งเดียวภายใน 1 ชั่วโมง ลิงก์ก่อนหน้าที่ยังไม่ได้ใช้เป็นอันยกเลิก"
SERVING: Final = (
    "เปิดแล้ว {servers} โปรแกรม ที่ {address} (ลิงก์ของผู้วางแผน: python -m data link) หยุดด้วย Ctrl-C"
)
SERVED: Final = "ปิดทุกโปรแกรมแล้ว ระหว่างนั้นเปิดใหม่ {again} ครั้ง"
STORE_ABSENT: Final = "ยังไม่ได้สร้าง"
STORE_SOUND: Final = "{batches} ชุดนำเข้า ครบถ้วน"
STORE_DAMAGED: Final = "ข้อมูลของชุดที่ {batches} ไม่ครบ โปรดกู้คืนจากไฟล์สำรองด้วยคำสั่ง restore"
CATALOGUE_SOUND: Final = "ปี {years}"
EXAMPLES_SOUND: Final = "{measures} มาตรการ {scores} คะแนน"
EXAMPLES_DAMAGED: Final = "อ่านได้ {measures} มาตรการ {scores} คะแนน มีจุดที่ต้องแก้ {blocking}"

_USAGE_ERRORS: Final = (
    (r"the following arguments are required: (.+)", r"ต้องระบุ \1"),
    (r"one of the arguments (.+) is required", r"ต้องระบุหนึ่งใน \1"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (
        r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
        r"\1: ใช้ค่า \2 ไม่ได้ เลือกได้จาก \3",
    ),
    (r"argument (.+?): expected one argument", r"\1 ต้องมีค่าหนึ่งค่า"),
    (r"argument (.+?): expected at least one argument", r"\1 ต้องมีอย่างน้อยหนึ่งค่า"),
    (r"argument (.+?): not allowed with argument (.+)", r"ใช้ \1 พร้อมกับ \2 ไม่ได้"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 ไม่รับค่า \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


def usage_error(message: str) -> str:
    """Say in Thai what argparse found wrong; a sentence it does not know stays as it is."""
    for pattern, thai in _USAGE_ERRORS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return found.expand(thai)
    return message


def refusal(refused: RefusedError) -> str:
    """Say why a command was not carried out."""
    return REFUSALS[refused.refusal].format(**refused.values)


def named_part(instrument: str, indicator: int | None) -> str:
    """Name an indicator, or the whole instrument where the indicator is not known."""
    if indicator is None:
        return instrument
    return INDICATOR.format(indicator=indicator, instrument=instrument)


def unreadable(reason: str) -> str:
    """Say why a file cannot be opened."""
    known = {str(one): sentence for one, sentence in failures.UNREADABLE.items()}
    return known.get(reason, NO_ACCESS)
