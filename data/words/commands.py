"""Words of the commands: refusals, and what they say when they are done."""

from typing import Final

from data.model.access import Area, ListedAgency
from data.model.records import Keep
from data.model.refusals import Refusal, RefusedError
from data.words import failures
from data.words.command_line import PROGRAM

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
    Refusal.ONE_AGENCY: "ฐานข้อมูลเป็นไฟล์ของหน่วยงานเดียว จึงไม่ใช้ --agency",
    Refusal.AGENCY_KNOWN: "มีหน่วยงานรหัส “{code}” หรือชื่อเข้าใช้ของรหัสนี้บนเครื่องแม่ข่ายอยู่แล้ว จึงไม่เพิ่ม",
    Refusal.HOLDS_ONE_AGENCY: (
        "ฐานข้อมูลนี้เป็นของหน่วยงานเดียวอยู่แล้ว จึงไม่เพิ่มหน่วยงานอื่นลงไป โปรดสร้างฐานข้อมูลใหม่ให้หลายหน่วยงาน "
        "แล้วคัดลอกหน่วยงานนี้เข้าไปด้วยคำสั่ง copy"
    ),
    Refusal.NO_REGISTER: (
        "คำสั่งนี้ใช้กับฐานข้อมูล PostgreSQL ที่มีหลายหน่วยงาน เพิ่มหน่วยงานแรกด้วย agencies add (ITA_DATABASE=postgresql://…)"
    ),
    Refusal.WRITTEN_MEANWHILE: (
        "มีผู้บันทึกหลังเริ่มคัดลอกลง {file_name} จึงไม่นำออก ปิดโปรแกรมแล้วสั่งใหม่ด้วยชื่อไฟล์อื่น"
    ),
    Refusal.NO_LINK: (
        "ฐานข้อมูลนี้มีหลายหน่วยงาน จึงไม่มีลิงก์ของผู้วางแผน โปรดตั้งค่าการลงชื่อเข้าใช้ "
        "แล้วใส่รายชื่อของแต่ละหน่วยงาน (วิธีอยู่ในคู่มือผู้ดูแล)"
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

ONLY_RESULT_OF_ROUND: Final = "--round ใช้กับ result เท่านั้น และไม่ใช้คู่กับ --division หรือ --as-of"
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
AGENCY_ADDED: Final = (
    "เพิ่มหน่วยงาน {code} แล้ว นำข้อมูลของสำนักงานเข้าด้วย copy ita.duckdb postgresql://… --agency {code} "
    "หรือเริ่มใหม่ด้วย --agency {code} setup"
)
AGENCY_TO_REMOVE: Final = (
    "{code} คือ {name}: {batches} ชุดนำเข้า {measures} มาตรการ พร้อมรายงาน หลักฐาน ผู้ใช้ และบันทึกการใช้งาน "
    "ยังไม่มีอะไรเปลี่ยน เติม --yes เพื่อคัดลอกทั้งหมดลง {file_name} แล้วนำออกจากฐานข้อมูลที่ใช้ร่วมกัน"
)
AGENCY_REMOVED: Final = (
    "คัดลอก {name} ลง {file_name} แล้ว ({batches} ชุดนำเข้า ยอดควบคุมตรงกัน) และนำหน่วยงาน {code} ออกแล้ว "
    "นำกลับด้วย agencies add กับ copy"
)
AGENCY_OPENED: Final = "ทุกคนที่เข้าหน้าเว็บได้อ่านหน่วยงาน {code} ได้แล้ว"
AGENCY_CLOSED: Final = "อ่านหน่วยงาน {code} ได้เฉพาะผู้ที่หน่วยงานลงรายชื่อไว้"
AGENCY_LINE: Final = "{number}. {code} · {name}"
AREA: Final = ("จังหวัด{province}", "อำเภอ{district} จังหวัด{province}")
AGENCY_IS_OPEN: Final = "ทุกคนอ่านได้"
AGENCY_UNNAMED: Final = "ยังไม่ได้ตั้งค่า"
NO_AGENCIES: Final = "ยังไม่มีหน่วยงาน"
AREA_LINE: Final = "ดูสรุป: {email} · {area}"
AREA_ALLOWED: Final = "{email} ดูสรุปของ {area} ได้แล้ว"
AREA_FORBIDDEN: Final = "{email} ดูสรุปไม่ได้อีก ({count} พื้นที่)"
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
SERVING: Final = "เปิดแล้ว {servers} โปรแกรม ที่ {address} ({way_in}) หยุดด้วย Ctrl-C"
BY_LINK: Final = f"ลิงก์ของผู้วางแผน: {PROGRAM} link"
BY_SIGN_IN: Final = "เข้าด้วยการลงชื่อเข้าใช้ ตามรายชื่อของแต่ละหน่วยงาน"
SERVED: Final = "ปิดทุกโปรแกรมแล้ว ระหว่างนั้นเปิดใหม่ {again} ครั้ง"
STORE_ABSENT: Final = "ยังไม่ได้สร้าง"
STORE_SOUND: Final = "{batches} ชุดนำเข้า ครบถ้วน"
STORE_DAMAGED: Final = "ข้อมูลของชุดที่ {batches} ไม่ครบ โปรดกู้คืนจากไฟล์สำรองด้วยคำสั่ง restore"
CATALOGUE_SOUND: Final = "ปี {years}"
EXAMPLES_SOUND: Final = "{measures} มาตรการ {scores} คะแนน"
EXAMPLES_DAMAGED: Final = "อ่านได้ {measures} มาตรการ {scores} คะแนน มีจุดที่ต้องแก้ {blocking}"


def refusal(refused: RefusedError) -> str:
    """Say why a command was not carried out."""
    return REFUSALS[refused.refusal].format(**refused.values)


def area(place: ListedAgency | Area) -> str:
    """Name a district with its province, or the province where no district is told."""
    named: str = AREA[bool(place.district)]
    return named.format(province=place.province, district=place.district)


def named_part(instrument: str, indicator: int | None) -> str:
    """Name an indicator, or the whole instrument where the indicator is not known."""
    if indicator is None:
        return instrument
    return INDICATOR.format(indicator=indicator, instrument=instrument)


def unreadable(reason: str) -> str:
    """Say why a file cannot be opened."""
    known = {str(one): sentence for one, sentence in failures.UNREADABLE.items()}
    return known.get(reason, NO_ACCESS)
