"""Words of the web site that is published: names of pages and files, what stands between facts."""

from typing import Final

NAME: Final = "เว็บไซต์เผยแพร่"
ABOUT: Final = (
    "เว็บสำเร็จรูปเป็น ZIP แตกไฟล์แล้ววางบนเว็บของหน่วยงานได้ทันที มีหน้าแผนและหน้าผลการดำเนินการอย่างละหน้า "
    "ใช้เป็นลิงก์ตอบ OIT ข้อแผนและข้อผล พร้อมเอกสาร Word, PDF และข้อมูลเปิด CSV ไม่มีชื่อผู้รายงาน "
    "ข้อมูลเดิมให้ไฟล์เดิมทุกครั้ง"
)
BUTTON: Final = "เว็บไซต์ (ZIP)"
FILE_PART: Final = "เว็บไซต์"
WRITTEN: Final = "เขียนเว็บไซต์ปี {year} {files} ไฟล์ลง {place} แล้ว"

TITLE: Final = "ผลการประเมิน ITA และการดำเนินการตามแผน"
TITLE_YEAR: Final = "{title} ปีงบประมาณ พ.ศ. {year}"
WINDOW: Final = "{page} · {organisation}"
SKIP: Final = "ข้ามไปเนื้อหา"
NAVIGATION: Final = "หน้าในเว็บนี้"
INDICATOR_NAVIGATION: Final = "ตัวชี้วัดอื่น"
PAGES: Final = {
    "index": "ภาพรวม",
    "plan": "แผน",
    "result": "ผลการดำเนินการ",
    "items": "หลักฐานรายข้อ",
    "documents": "เอกสาร",
    "data": "ข้อมูลเปิด",
    "about": "วิธีการ",
}
PLAN_TITLE: Final = "แผนการนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ปีงบประมาณ พ.ศ. {year}"
RESULT_TITLE: Final = (
    "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {year}"
)
ANSWERED: Final = {
    "plan": (
        "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    ),
    "result": (
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    ),
}
"""How the items begin that ask for each page; their codes change every year."""
ANSWERS: Final = "หน้านี้ใช้ตอบข้อ {code} ปี {year} {name}"
ASKS_ANOTHER: Final = " (ข้อนี้ขอผลของปี {asked} หน้านี้เป็นผลของปี {year})"
ANSWERS_UNKNOWN: Final = "ยังไม่ทราบว่าข้อใดของปี {year} ขอหน้านี้"
ITEMS_TITLE: Final = "หลักฐานรายข้อ ปี {year}"
ITEMS_ABOUT: Final = (
    "ข้อที่ขอหน้าแผนหรือหน้าผลนับว่ามีหลักฐาน ไฟล์ในคลังหลักฐานนับจำนวนแต่ไม่เผยแพร่ ลิงก์สาธารณะเปิดได้จากที่นี่"
)
PIECES: Final = "{count} ชิ้น"
NO_EVIDENCE: Final = "ยังไม่มี"
DOCUMENTS_TITLE: Final = "เอกสาร"
DATA_TITLE: Final = "ข้อมูลเปิด"
ABOUT_TITLE: Final = "วิธีการและข้อจำกัด"
PUBLISHED: Final = "ข้อมูล {as_of} · จัดทำด้วย {app} รุ่น {version}"

RESULT_OF: Final = "ผลการประเมิน ปี {year}"
TOTAL_CHART: Final = "คะแนนรวมรายปี"
CHART: Final = "{name} · คะแนนรายปี"
CHART_OWN: Final = "ปี {year}: {score}"
CHART_NATIONAL: Final = "ค่าเฉลี่ยประเทศปี {year}: {score}"
CHART_TARGET: Final = "เป้าหมาย {target:g}"
OWN_LINE: Final = "เส้นสี: หน่วยงาน"
NATIONAL_LINE: Final = "เส้นเทา: ค่าเฉลี่ยประเทศ"
TARGET_LINE: Final = "เส้นจุด: เป้าหมาย"
INSTRUMENTS: Final = "เครื่องมือ"
WEAK_POINTS: Final = "จุดอ่อนสามอันดับ"
INDICATORS: Final = "คะแนนรายตัวชี้วัด"
PROGRESS: Final = "ความคืบหน้ารายส่วนราชการ"
SCORES: Final = "คะแนนรายปี"
ITEMS: Final = "คะแนนรายข้อ ปี {year}"
MEASURES: Final = "มาตรการในแผนปี {year}"
SEE_PLAN: Final = "อ่านแผนทั้งหมด"
SEE_RESULT: Final = "อ่านผลการดำเนินการทั้งหมด"
BACK: Final = "กลับภาพรวม"
NEXT: Final = "ถัดไป: {name}"
BEFORE: Final = "ก่อนหน้า: {name}"

YEAR: Final = "ปี"
SCORE: Final = "คะแนน"
NATIONAL: Final = "ค่าเฉลี่ยประเทศ"
UNKNOWN: Final = "ไม่มีข้อมูล"
INDICATOR: Final = "ตัวชี้วัด"
INSTRUMENT: Final = "เครื่องมือ"
READING: Final = "ทิศทาง"
ITEM: Final = "ข้อ"
ITEM_NAME: Final = "ชื่อข้อ"
DIVISION: Final = "ส่วนราชการ"
ALL_MEASURES: Final = "มาตรการ"
STATES: Final = "สถานะของมาตรการ"
DONE: Final = "สรุป"
STATE_COUNT: Final = "{state} {count}"
MEASURE: Final = "มาตรการที่ {position}"
QUESTION: Final = "ข้อความ ITA"
ANALYSIS: Final = "ผลการวิเคราะห์"
ALIGNMENT: Final = "ความสอดคล้องกับตัวชี้วัด"
STEPS: Final = "ขั้นตอน"
PERIOD: Final = "ระยะเวลา"
RESPONSIBLE: Final = "ผู้รับผิดชอบ"
STATUS: Final = "สถานะ"
TOLD_ON: Final = "ข้อมูล ณ วันที่"
RESULT: Final = "ผลการดำเนินการ"
EVIDENCE: Final = "หลักฐาน"
SPENT: Final = "งบประมาณที่ใช้"
PLANNED: Final = "งบประมาณที่ตั้งไว้"
BAHT: Final = "{amount} บาท"
NO_STEPS: Final = "แผนไม่ได้แบ่งขั้นตอน"
TO_RESULT: Final = "ดูผลของมาตรการนี้"
TO_PLAN: Final = "ดูมาตรการนี้ในแผน"

DOCUMENT: Final = "เอกสาร"
FORMATS: Final = {".docx": "Word", ".pdf": "PDF"}
DOWNLOAD: Final = "{name} ({format}, {size})"
DOCUMENTS_ABOUT: Final = "เอกสารเดียวกันทุกประการกับหน้าในเว็บนี้ เปิดด้วยโปรแกรมในสำนักงานหรือพิมพ์ได้"
ROUND: Final = "ผลของ{name} ข้อมูล ณ {as_of} (ปิดรอบแล้ว)"
NO_DOCUMENTS: Final = "ยังไม่มีเอกสารของปีนี้"
DATA_ABOUT: Final = (
    "ตารางทั้งหมดเป็น CSV (UTF-8) นำไปใช้ต่อได้ ช่องว่างคือไม่มีข้อมูล วันที่เป็นปี ค.ศ. ตามมาตรฐาน ISO 8601 "
    "ปีงบประมาณเป็น พ.ศ. ข้อความที่โปรแกรมตารางอาจเห็นเป็นสูตรมีเครื่องหมาย ' นำหน้า"
)
DATA_FILES: Final = "ไฟล์"
ROWS: Final = "แถว"
DICTIONARY: Final = "พจนานุกรมข้อมูล"
DICTIONARY_OF: Final = "{title} ({file})"
COLUMN: Final = "คอลัมน์"
MEANING: Final = "ความหมาย"
TYPE: Final = "ชนิด"
VALUES: Final = "ค่า"
VALUE: Final = "{code} = {word}"
TYPES: Final = {
    "string": "ข้อความ",
    "integer": "จำนวนเต็ม",
    "number": "จำนวน",
    "boolean": "จริงหรือเท็จ",
    "date": "วันที่",
}
DESCRIPTIONS: Final = "ไฟล์อธิบายข้อมูลสำหรับโปรแกรม"
TABLES: Final = {
    "scores": "คะแนนของหน่วยงานตามที่ประกาศ",
    "indicators": "คะแนนตัวชี้วัดทุกปี",
    "items": "คะแนนรายข้อ (รหัสเดียวกันต่างปีคือคนละข้อ)",
    "measures": "มาตรการในแผน และสถานะล่าสุด",
    "measure_items": "มาตรการใดตอบข้อใด",
    "measure_divisions": "มาตรการใดเป็นของส่วนราชการใด",
    "steps": "ขั้นตอนของมาตรการ ผู้รับ วันครบกำหนด และสถานะล่าสุด",
}
SAMPLE_COLUMN: Final = "ตัวอย่าง ไม่ใช่ผลจริง"
METHODS: Final = "วิธีการ"
BREAKS: Final = "จุดที่เทียบข้ามปีไม่ได้"
STANDS_ON: Final = "ข้อมูลที่ใช้"
ACCESSIBILITY: Final = "การเข้าถึง"
ACCESSIBILITY_ABOUT: Final = (
    "เว็บนี้ตั้งใจให้เป็นไปตาม WCAG 2.2 ระดับ AA อ่านด้วยโปรแกรมอ่านหน้าจอ ใช้แป้นพิมพ์ ขยาย "
    "และอ่านบนโทรศัพท์ได้ ไม่ใช้สคริปต์ ไม่เก็บข้อมูลผู้อ่าน และไม่เรียกไฟล์จากเว็บอื่น"
)


def size(length: int) -> str:
    """Write the size of a file."""
    return f"{max(1, round(length / 1024)):,} KB"
