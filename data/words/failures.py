"""Wording of actions that could not be done, and of faults in a catalogue file."""

from typing import Final

from data.containers.gate.reasons import Unreadability
from data.framework.tables import Fault
from data.model import errors
from data.roundtrip.values import REPORT_KEYS
from data.words import access
from data.words.files import tables

UNREADABLE: Final = {
    Unreadability.EMPTY: "ไฟล์ว่างเปล่า โปรดตรวจว่าบันทึกหรือดาวน์โหลดมาครบ",
    Unreadability.TOO_LARGE: (
        "ไฟล์ใหญ่เกินที่รับได้ (20 MB, CSV 200 MB) โปรดลบรูปภาพหรือแผ่นงานที่ไม่ใช้ หรือบันทึกเป็น CSV"
    ),
    Unreadability.UNKNOWN_CONTAINER: (
        "ไม่ใช่ไฟล์ตารางที่รู้จัก (Excel, ODS, CSV, Word, PDF) ถ้าเป็น zip ให้แตกก่อนแล้วเลือกไฟล์ข้างใน "
        "(เลือกหลายไฟล์ได้)"
    ),
    Unreadability.NEEDS_OFFICE: (
        "เครื่องนี้ไม่มี LibreOffice จึงเปิด Word รุ่นเก่า (.doc) หรือ .rtf ไม่ได้ โปรดเปิดด้วย Word "
        "กด “บันทึกเป็น” เลือก .docx แล้วเลือกไฟล์ใหม่นั้น"
    ),
    Unreadability.NO_PICTURE: "ไม่ใช่ภาพ PNG หรือ JPEG",
    Unreadability.LOGO_TOO_LARGE: "ภาพใหญ่เกิน 1 MB",
    Unreadability.UNKNOWN_ATTACHMENT: (
        "ไม่ใช่ชนิดที่เก็บเป็นหลักฐานได้ รับ PDF รูปภาพ (JPG, PNG) และ Word, Excel, PowerPoint "
        "หรือ OpenDocument ไม่เกิน 20 MB"
    ),
    Unreadability.MACROS: "ไฟล์มีมาโคร จึงไม่เก็บ โปรดบันทึกเป็นชนิดที่ไม่มีมาโคร หรือเป็น PDF",
    Unreadability.UNKNOWN_ENCODING: ("อ่านรหัสอักขระของไฟล์ไม่ได้ โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx"),
    Unreadability.PICTURE: (
        "ไฟล์เป็นรูปภาพ ระบบไม่อ่านตัวหนังสือจากภาพ เพราะตัวเลขที่อ่านผิดดูไม่ออก "
        "โปรดขอไฟล์ต้นฉบับ (Excel, Word หรือ PDF ที่เลือกข้อความได้) หรือพิมพ์ลงในแบบฟอร์มของหน้านี้"
    ),
    Unreadability.SCANNED: (
        "PDF เป็นภาพสแกน ไม่มีข้อความให้อ่าน ระบบไม่อ่านตัวหนังสือจากภาพ เพราะตัวเลขที่อ่านผิดดูไม่ออก "
        "โปรดขอไฟล์ต้นฉบับ (Excel, Word หรือ PDF ที่เลือกข้อความได้) หรือพิมพ์ลงในแบบฟอร์มของหน้านี้"
    ),
    Unreadability.ENCRYPTED: (
        "ไฟล์มีรหัสผ่าน โปรดใส่รหัสผ่าน (ใช้เปิดครั้งนี้เท่านั้น ระบบไม่เก็บ) "
        "หรือเปิดด้วยโปรแกรมที่สร้างไฟล์ เอารหัสผ่านออก แล้วบันทึกใหม่"
    ),
    Unreadability.WRONG_PASSWORD: "รหัสผ่านไม่ถูกต้อง โปรดพิมพ์ใหม่",
    Unreadability.DAMAGED: (
        "ไฟล์เสียหาย หรือเป็นชนิดที่อ่านไม่ได้ (เช่น Word รุ่นเก่า .doc) โปรดเปิดด้วยโปรแกรมที่สร้างไฟล์ "
        "แล้วบันทึกใหม่เป็น .xlsx หรือ .docx ถ้าเปิดไม่ได้ โปรดขอไฟล์ใหม่"
    ),
    Unreadability.ZIP_BOMB: "ไฟล์ขยายออกใหญ่ผิดปกติ จึงไม่เปิด",
    Unreadability.TOO_MANY_ENTRIES: "ไฟล์มีส่วนประกอบมากผิดปกติ จึงไม่เปิด",
    Unreadability.UNSAFE_ENTRY: "ไฟล์มีส่วนประกอบที่ไม่ปลอดภัย จึงไม่เปิด",
    Unreadability.FORBIDDEN_XML: "ไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย จึงไม่เปิด",
    Unreadability.LYING_COUNT: "ไฟล์ระบุจำนวนข้อมูลไม่ตรงกับที่มีจริง จึงไม่เปิด",
    Unreadability.TOO_MANY_PAGES: "PDF มีหน้ามากเกินที่รับได้ (1,000 หน้า) โปรดแยกเฉพาะหน้าที่มีตาราง",
    Unreadability.TOO_MANY_SHEETS: "มีแผ่นงานมากเกินที่รับได้ (100 แผ่น)",
    Unreadability.TOO_MANY_COLUMNS: "มีคอลัมน์มากเกินที่รับได้ (512 คอลัมน์)",
    Unreadability.TOO_MANY_ROWS: "มีแถวมากเกินที่รับได้ (200,000 แถว, CSV 2 ล้านแถว)",
    Unreadability.TOO_MANY_CELLS: "มีเซลล์มากเกินที่รับได้ (แผ่นละ 2 ล้านเซลล์ รวมเซลล์ผสาน ทั้งไฟล์ 4 ล้านเซลล์)",
    Unreadability.TEXT_TOO_LONG: "มีข้อความยาวเกินที่รับได้ (เซลล์ละ 1 MB ทั้งไฟล์ 8 ล้านตัวอักษร)",
    Unreadability.UNKNOWN_LETTERS: (
        "PDF ไม่บอกว่าตัวอักษรในไฟล์คือตัวใด จึงอ่านเป็นข้อความไม่ได้ (คัดลอกออกมาก็จะเป็นอักขระแปลก) "
        "โปรดขอไฟล์ต้นฉบับ (Excel หรือ Word)"
    ),
    Unreadability.BROKEN_QUOTES: "เครื่องหมายคำพูดใน CSV ไม่ครบคู่ โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
    Unreadability.NOT_A_TABLE: (
        "ไม่พบตารางในไฟล์ มีแต่ข้อความหรือหน้าว่าง ถ้าในข้อความมีคะแนน แผน หรือสถานะ "
        "ให้คัดไปวางใน “วางข้อความแทนไฟล์” หรือใส่ในแบบฟอร์มเปล่าของหน้านี้"
    ),
    Unreadability.CHART_ONLY: "ไฟล์มีแต่แผนภูมิ ไม่มีแผ่นงานที่มีข้อมูล",
    Unreadability.TIME_LIMIT: "อ่านไฟล์นานเกินกำหนด จึงหยุด",
    Unreadability.MEMORY_LIMIT: "ไฟล์ใช้หน่วยความจำมากเกินกำหนด จึงหยุด",
    Unreadability.READER_DIED: (
        "ตัวอ่านไฟล์หยุดทำงาน เพราะไฟล์ผิดปกติหรือเครื่องกำลังทำงานหนัก ระบบยังทำงานต่อได้ "
        "โปรดลองอีกครั้ง หรือบันทึกไฟล์ใหม่เป็น .xlsx"
    ),
}
FAULTS: Final = {
    Fault.MISSING_FILE: "ไม่พบไฟล์",
    Fault.NOT_READABLE: "เปิดอ่านไฟล์ไม่ได้ (ไม่มีสิทธิ์ หรือโปรแกรมอื่นเปิดค้างไว้)",
    Fault.NOT_UTF_8: "ไฟล์ไม่ได้บันทึกเป็น UTF-8",
    Fault.NOT_TOML: "เขียนผิดรูปแบบ TOML",
    Fault.YEAR_DIFFERS: "ปีในไฟล์ไม่ตรงกับชื่อไฟล์",
    Fault.MISSING: "ขาดข้อมูลนี้",
    Fault.EMPTY: "เว้นว่างไม่ได้",
    Fault.UNKNOWN_KEY: "ไม่รู้จักชื่อรายการนี้",
    Fault.UNKNOWN_WORD: "ใช้คำนี้ไม่ได้",
    Fault.NOT_A_TEXT: "ต้องเป็นข้อความ",
    Fault.NOT_A_NUMBER: "ต้องเป็นตัวเลข",
    Fault.NOT_A_WHOLE_NUMBER: "ต้องเป็นจำนวนเต็ม",
    Fault.NOT_A_LIST: "ต้องเป็นรายการ",
    Fault.OUTSIDE_SCALE: "ต้องอยู่ระหว่าง 0 ถึง 100",
    Fault.TOO_MANY_DECIMALS: "มีทศนิยมเกิน 9 ตำแหน่ง",
    Fault.REPEATED: "มีซ้ำกัน",
    Fault.WEIGHTS_NOT_ONE: "น้ำหนักรวมกันไม่เท่ากับ 1 (ร้อยละ 100)",
    Fault.WEIGHT_NOT_POSITIVE: "น้ำหนักต้องมากกว่า 0",
    Fault.NOT_A_LETTER: "ต้องเป็นอักษร a–z หนึ่งตัว",
    Fault.NOT_AN_ITEM_CODE: "ไม่ใช่รหัสข้อ",
    Fault.UNKNOWN_INSTRUMENT: "ไม่มีเครื่องมือนี้ในปีเดียวกัน",
    Fault.UNKNOWN_INDICATOR: "ไม่มีตัวชี้วัดนี้ในปีเดียวกัน",
    Fault.UNKNOWN_ITEM: "ไม่มีข้อนี้ในปีนั้น",
    Fault.UNKNOWN_YEAR: "ไม่มีกรอบของปีนั้น",
    Fault.UNKNOWN_CODE: "ไม่มีรหัสนี้ในปีนั้น",
    Fault.OTHER_INSTRUMENT: "ข้อนี้เป็นของเครื่องมืออื่น",
    Fault.OUTSIDE_RANGE: "ข้อนี้อยู่นอกช่วงของตัวชี้วัด",
    Fault.RANGE_BACKWARDS: "ช่วงของข้อกลับหัวท้าย",
    Fault.RANGES_OVERLAP: "ช่วงของข้อทับกัน",
    Fault.MORE_THAN_ALL: "หน่วยงานที่ผ่านต้องไม่ติดลบและไม่เกินหน่วยงานทั้งหมด",
    Fault.TOO_MANY_ITEMS: "มีข้อมากกว่าจำนวนที่ระบุ",
    Fault.NOT_BEST_FIRST: "ระดับต้องเรียงจากดีที่สุด",
    Fault.NEVER_REACHED: "ระดับนี้ไม่มีทางเกิดขึ้น",
    Fault.NO_LOWEST_LEVEL: "ไม่มีระดับสำหรับคะแนนต่ำสุด",
    Fault.YEARS_NOT_ASCENDING: "ปีต้องเรียงจากน้อยไปมาก",
    Fault.TWO_MEANINGS: "ชื่อนี้มีสองความหมาย",
}
FIELDS: Final = {
    **{key: tables.HEADINGS[key] for key in REPORT_KEYS},
    "status": "สถานะ (ต้องเลือกเมื่อรายงาน)",
    "percent": "ร้อยละความคืบหน้า (0–100, เสร็จ = 100)",
    "status_on": "ข้อมูล ณ วันที่ (ต้องไม่เกินวันนี้)",
    "budget_planned": "งบประมาณที่ตั้งไว้ (ต้องเป็นจำนวนเงินตั้งแต่ 0)",
    "budget_spent": "งบประมาณที่ใช้ไป (ต้องเป็นจำนวนเงินตั้งแต่ 0)",
    "division": "ส่วนราชการที่รายงาน",
    "note": "หมายเหตุ (ยาวเกินไป)",
    "evidence": "ลิงก์หลักฐาน (ลิงก์เดียว ขึ้นต้นด้วย http:// หรือ https:// ไม่มีช่องว่างหรือรหัสผ่าน)",
    "reported_by": "ชื่อผู้รายงาน",
    "round_name": "ชื่อรอบ (ต้องไม่ว่าง)",
    "plan_year": "ปีของแผน (ต้องมีมาตรการในระบบ)",
    "deadline": "วันสุดท้ายที่ส่ง (ต้องไม่ก่อนวันของข้อมูล)",
    "round_state": "สภาพของรอบ (ส่วนราชการนี้ยังทำขั้นนี้ไม่ได้)",
    "proves": "สิ่งที่หลักฐานแสดง (ต้องไม่ว่าง และไม่ยาวเกินไป)",
    "evidence_or_file": "หลักฐาน (เลือกไฟล์ หรือใส่ลิงก์ อย่างใดอย่างหนึ่ง)",
    "item": "ข้อของปีนั้น",
    "comment": "ความเห็น (ต้องไม่ว่าง และไม่ยาวเกินไป)",
}
_RESTORE: Final = "ไฟล์เดิมยังอยู่ครบ โปรดกู้คืนจากไฟล์สำรอง"
FAILURES: Final[dict[type[errors.ItaError], str]] = {
    errors.UnreadableFileError: "เปิดไฟล์ {file_name} ไม่ได้: {reason}",
    errors.UnknownYearError: "ยังไม่มีกรอบการประเมินของปี {year}",
    errors.FaultyFrameworkError: "แฟ้มกรอบการประเมิน {file_name} ผิดที่ {place}: {reason}",
    errors.BlockedImportError: "ยังบันทึกไม่ได้ มีจุดที่ต้องแก้ {blocking} จุด",
    errors.NothingToImportError: "ในแผ่นงานนี้ไม่มีคะแนน ระดับ หรือมาตรการให้นำเข้า",
    errors.UnknownBatchError: "ไม่พบชุดนำเข้าที่ {batch_id}",
    errors.BatchAlreadyUndoneError: "ชุดนำเข้าที่ {batch_id} ถูกยกเลิกไปแล้ว",
    errors.DependentReportsError: (
        "ยกเลิกชุดนำเข้าที่ {batch_id} ไม่ได้ เพราะมีรายงาน ความเห็น หรือหลักฐาน {reports} รายการ"
        "ของมาตรการในชุดนี้ "
        "ไม่มีอะไรถูกเปลี่ยน ถ้ารายงานมาจากสมุดงาน ให้ยกเลิกชุดของสมุดงานก่อน หรือนำเข้าแผนที่แก้แล้วแทน"
    ),
    errors.UnknownMeasureError: "ไม่พบมาตรการหรือขั้นตอน {measure_id}",
    errors.UnknownEvidenceError: "ไม่พบหลักฐานที่ {evidence_id} หรือถอนไปแล้ว",
    errors.UnknownRoundError: "ไม่พบรอบรายงานที่ {round_id} หรือยังไม่ปิด",
    errors.RoundClosedError: "รอบรายงานที่ {round_id} ปิดแล้ว แก้ไม่ได้",
    errors.NoDutiesError: "{division} ไม่มีกำหนดที่ค้าง จึงไม่มีอะไรให้แจ้งเตือน",
    errors.NothingToPublishError: "ยังไม่มีแผนปี {year} และไม่มีคะแนน จึงไม่มีอะไรให้เผยแพร่",
    errors.NoSiteFolderError: (
        "โฟลเดอร์ {folder} มีไฟล์อื่นอยู่ จึงไม่ได้เขียนทับ โปรดใช้โฟลเดอร์ว่างหรือโฟลเดอร์เว็บไซต์เดิม"
    ),
    errors.NoMeasuresError: "แผนปี {year} ไม่มีมาตรการของ {division}",
    errors.StatusConflictError: (
        "มีผู้บันทึก {measure_id} ไปแล้วระหว่างที่ท่านกรอก ยังไม่ได้บันทึกของท่าน "
        "โปรดดูค่าล่าสุด แล้วกดบันทึกอีกครั้งถ้ายังต้องการ"
    ),
    errors.InvalidStatusError: "ข้อมูลไม่ถูกต้อง: {field}",
    errors.NotSetUpError: (
        "ยังไม่ได้ตั้งค่าว่าเป็นแดชบอร์ดของหน่วยงานใด และไฟล์ไม่ได้ระบุหน่วยงานเดียวไว้ชัดเจน จึงยังไม่นำเข้า "
        "โปรดกดเริ่มใช้จริงในหน้าเว็บ หรือตั้งค่าด้วยคำสั่งตามคู่มือผู้ดูแล"
    ),
    errors.NoPlannerLeftError: "ต้องเหลือผู้วางแผนอย่างน้อยหนึ่งคน จึงยังไม่ได้บันทึก",
    errors.ExampleStandsError: (
        "นี่คือตัวอย่าง ไม่ใช่ผลจริง จึงแก้ไขหรือนำเข้าไม่ได้ กดเริ่มใช้จริงเพื่อทำงานกับข้อมูลของหน่วยงาน"
    ),
    errors.StoreLockedError: "ฐานข้อมูลถูกเปิดใช้โดยโปรแกรมอื่นอยู่ โปรดปิดโปรแกรมนั้นก่อน",
    errors.StoreHeaderDamagedError: (
        f"ส่วนต้นของไฟล์ฐานข้อมูลเสียหาย หรือไฟล์นี้ไม่ใช่ฐานข้อมูล จึงเปิดไม่ได้ {_RESTORE}"
    ),
    errors.StoreBlockDamagedError: (
        f"ข้อมูลบางส่วนในไฟล์ฐานข้อมูลเสียหาย จึงอ่านต่อไม่ได้และไม่มีอะไรถูกบันทึก {_RESTORE}"
    ),
    errors.StoreTruncatedError: (f"ไฟล์ฐานข้อมูลไม่ครบ ส่วนท้ายขาดหายไป (เช่น คัดลอกมาไม่จบ) {_RESTORE}"),
    errors.StoreEmptyError: f"ไฟล์ฐานข้อมูลว่างเปล่า ไม่มีข้อมูลอยู่ข้างใน {_RESTORE}",
    errors.StoreMissingError: (
        "ไม่พบไฟล์ฐานข้อมูล ทั้งที่ไฟล์ประกอบของฐานข้อมูลเดิมยังอยู่ โปรดนำไฟล์เดิมกลับมาไว้ที่เดิม หรือกู้คืนจากไฟล์สำรอง"
    ),
    errors.SqliteStoreError: (f"ไฟล์ที่อยู่แทนฐานข้อมูลเป็นฐานข้อมูล SQLite ของโปรแกรมอื่น จึงไม่เปิด {_RESTORE}"),
    errors.ForeignLogError: (
        f"ไฟล์ .wal ที่อยู่ข้างฐานข้อมูลเป็นของฐานข้อมูลอื่น จึงยังไม่เปิดเพื่อไม่ให้ข้อมูลปนกัน {_RESTORE}"
    ),
    errors.DamagedLogError: (
        f"ไฟล์ .wal ที่อยู่ข้างฐานข้อมูลเสียหาย รายการที่บันทึกล่าสุดอาจอยู่ในไฟล์นั้น จึงยังไม่เปิด {_RESTORE}"
    ),
    errors.StoreMovedError: (
        "ไฟล์ฐานข้อมูลถูกย้าย ลบ หรือแทนที่ขณะที่โปรแกรมทำงาน จึงไม่มีอะไรถูกบันทึก "
        "โปรดนำไฟล์เดิมกลับมาไว้ที่เดิม แล้วทำงานต่อได้ทันที"
    ),
    errors.StoreTooNewError: "ฐานข้อมูลนี้สร้างด้วยโปรแกรมรุ่นใหม่กว่า โปรดใช้โปรแกรมรุ่นล่าสุด",
    errors.StoreUnreachableError: (
        "ใช้ที่เก็บฐานข้อมูลไม่ได้ (ไม่มีสิทธิ์ ไม่มีที่ว่าง หรืออยู่บนเครือข่าย) โปรดใช้ดิสก์ในเครื่อง"
    ),
    errors.StoreAddressError: (
        "ITA_DATABASE เป็นที่อยู่ของเครื่องแม่ข่ายที่โปรแกรมไม่รองรับ โปรดกำหนดเป็นแฟ้มในเครื่องนี้ หรือ postgresql://…"
    ),
    errors.StoreDriverMissingError: (
        "ฐานข้อมูลอยู่บน PostgreSQL แต่ยังไม่ได้ติดตั้งแพ็กเกจที่ใช้ติดต่อ โปรดแจ้งผู้ดูแลระบบ (วิธีติดตั้งอยู่ในคู่มือผู้ดูแล)"
    ),
    errors.StoreCollationError: (
        "ฐานข้อมูลบน PostgreSQL ต้องสร้างด้วยการเรียงลำดับแบบ C และรหัสอักขระ UTF8 จึงไม่เปิด "
        "โปรดแจ้งผู้ดูแลระบบ (วิธีสร้างอยู่ในคู่มือผู้ดูแล)"
    ),
    errors.UnknownAgencyError: (
        "ไม่พบหน่วยงานที่ระบุ หรือยังไม่ได้ระบุ โปรดใช้ --agency รหัส (ก่อนชื่อคำสั่ง) หรือ ITA_AGENCY "
        "รหัสที่มีในฐานข้อมูลนี้: {known}"
    ),
    errors.NoAgencyError: "ท่านไม่มีสิทธิ์ในหน่วยงานนี้แล้ว หรือยังไม่ได้เลือกหน่วยงาน โปรดเปิดหน้าใหม่",
    errors.StoreNotAFileError: (
        "ทำได้กับฐานข้อมูลที่เป็นไฟล์เท่านั้น ฐานข้อมูลบน PostgreSQL สำรองและกู้คืนด้วยเครื่องมือของ PostgreSQL "
        "(วิธีทำอยู่ในคู่มือผู้ดูแล)"
    ),
    errors.StoreNotFreshError: "ฐานข้อมูลปลายทางมีข้อมูลอยู่แล้ว จึงไม่คัดลอกลงไป ไม่มีอะไรถูกเปลี่ยน",
    errors.StoreSynchronisedError: (
        "ฐานข้อมูลอยู่ในโฟลเดอร์ที่ซิงก์กับคลาวด์ (OneDrive, Dropbox, Google Drive หรือคล้ายกัน) "
        "ซึ่งทำให้ข้อมูลเสียหายได้ จึงไม่เปิด โปรดปิดการซิงก์แล้วย้ายทั้งโฟลเดอร์ไปไว้ที่อื่นในเครื่อง "
        "หรือกำหนด ITA_DATABASE เป็นที่อื่น"
    ),
    errors.StoreFailedError: (
        "ฐานข้อมูลหยุดกลางคัน (เช่น ดิสก์เต็ม) ไม่มีอะไรบันทึกครึ่ง ๆ กลาง ๆ โปรดตรวจที่ว่างในดิสก์ "
        "แล้วดูประวัติการนำเข้าว่ารายการนี้บันทึกแล้วหรือยังก่อนทำซ้ำ"
    ),
    errors.NothingSavedError: (
        "เขียนลงดิสก์ไม่สำเร็จ (เช่น ดิสก์เต็ม) ไม่มีอะไรถูกบันทึก โปรดตรวจที่ว่างในดิสก์แล้วลองอีกครั้ง"
    ),
    errors.ForeignStoreError: (f"ไฟล์ที่อยู่แทนฐานข้อมูลเป็นฐานข้อมูล DuckDB ของโปรแกรมอื่น จึงไม่ใช้ {_RESTORE}"),
    errors.BackupFailedError: "สำรองข้อมูลไม่สำเร็จ ไม่มีไฟล์ใดถูกเขียนทับ",
    errors.NotAllowedError: (
        "{person} ไม่มีสิทธิ์{action} {subject} ไม่มีอะไรถูกเปลี่ยน และระบบบันทึกการปฏิเสธนี้ไว้แล้ว"
    ),
    errors.FaultyPeopleError: (
        "แฟ้มรายชื่อผู้ใช้ {file_name} ผิดที่ {place}: {reason} จึงยังไม่มีใครเข้าใช้ได้ โปรดแจ้งผู้ดูแลระบบ"
    ),
    errors.UnsafeSignInError: (
        "ระบบไม่เปิดให้ใช้ เพราะการตั้งค่าการเข้าสู่ระบบใน {file_name} ไม่ปลอดภัย: {reason} โปรดแจ้งผู้ดูแลระบบ"
    ),
    errors.NotABackupError: "ไฟล์นี้ไม่ใช่ไฟล์สำรองที่สมบูรณ์ของระบบนี้ ไม่มีอะไรถูกเปลี่ยน",
}
TITLE: Final = "ทำรายการไม่สำเร็จ"

# The same code, such as "empty", says another thing of a file, of a catalogue and of a sign-in.
_REASONS: Final[dict[type[errors.ItaError], dict[str, str]]] = {
    errors.UnreadableFileError: {str(reason): words for reason, words in UNREADABLE.items()},
    errors.FaultyFrameworkError: {str(fault): words for fault, words in FAULTS.items()},
    errors.FaultyPeopleError: {str(fault): words for fault, words in FAULTS.items()},
    errors.UnsafeSignInError: {
        str(weakness): words for weakness, words in access.WEAKNESSES.items()
    },
}
_ACTIONS: Final = {str(action): words for action, words in access.ACTIONS.items()}


def failure(error: errors.ItaError) -> str:
    """Say in one Thai sentence why an action was not done, and what stays untouched."""
    words = {"reason": _REASONS.get(type(error), {}), "field": FIELDS, "action": _ACTIONS}
    values = {
        key: words.get(key, {}).get(str(value), str(value)) for key, value in vars(error).items()
    }
    return FAILURES[type(error)].format(**values)
