"""Names of the app, its sections and pages."""

from typing import Final

from data.framework import organisation

UNNAMED: Final = "แดชบอร์ด ITA"
"""The app before anybody has said whose it is, and where that cannot be asked."""
NEEDS_SCRIPTS: Final = "หน้านี้ต้องเปิด JavaScript ในเบราว์เซอร์"
_APP: Final = "ITA {agency}"
WINDOW: Final = "{page} · {app}"
SECTION_EXECUTIVE: Final = "ดูผล"
SECTION_PLANNING: Final = "ติดตามแผน"
SECTION_DATA: Final = "ข้อมูล"
SECTION_HELP: Final = "ช่วยเหลือ"

OVERVIEW: Final = "ภาพรวมผู้บริหาร"
TRENDS: Final = "แนวโน้มตัวชี้วัด"
MOVEMENT: Final = "คะแนนขยับเพราะอะไร"
NEXT_LEVEL: Final = "ระดับถัดไปและการจำลอง"
COMPARISON: Final = "เทียบหน่วยงานอื่น"
AREAS: Final = "สรุปรายพื้นที่"
MEASURES: Final = "มาตรการที่เชื่อมโยง"
PROGRESS: Final = "ความคืบหน้ารายส่วนราชการ"
REPORT_STATUS: Final = "รายงานสถานะ"
REPORTS: Final = "รายงานทางการ"
IMPORT: Final = "นำเข้าข้อมูล"
HISTORY: Final = "ประวัติการนำเข้า"
AUDIT: Final = "ตรวจสอบการใช้งาน"
SETTINGS: Final = "ตั้งค่า"
SETTINGS_HELP: Final = "หน่วยงาน ส่วนราชการและชื่ออื่น และคะแนนเป้าหมายของแต่ละปี"
GUIDE: Final = "วิธีใช้"
VERSION: Final = "รุ่น {version} · มีอะไรใหม่"
INDICATOR: Final = "ตัวชี้วัด"
MEASURE: Final = "มาตรการ"
DIVISION: Final = "ส่วนราชการ"
SHARE: Final = "แชร์หน้านี้"
SHARE_HELP: Final = "คัดลอกลิงก์นี้ส่งให้ผู้อื่น ผู้เปิดเห็นหน้าเดียวกันพร้อมตัวกรองเดียวกัน"
SHARE_HERE_ONLY: Final = "ลิงก์นี้เปิดได้เฉพาะเครื่องนี้ ให้ผู้ดูแลเปิดโปรแกรมให้เครื่องอื่นในสำนักงานใช้ตามคู่มือผู้ดูแลก่อน"
BACK: Final = "กลับภาพรวมผู้บริหาร"

OVERVIEW_HELP: Final = "ระดับผลการประเมิน การขยับของคะแนน จุดอ่อน งานที่ล่าช้า และเรื่องที่ต้องตัดสินใจ"
TRENDS_HELP: Final = "คะแนนสิบตัวชี้วัดหลายปี เทียบค่าเฉลี่ยประเทศ และคะแนนรายข้อ"
MOVEMENT_HELP: Final = "แต่ละตัวชี้วัดมีส่วนทำให้คะแนนรวมเปลี่ยนเท่าไร รวมกันพอดี"
NEXT_LEVEL_HELP: Final = "ติดเงื่อนไขใด ต้องเพิ่มคะแนนใดเท่าไรจึงถึงระดับถัดไป และลองปรับคะแนน"
COMPARISON_HELP: Final = "อันดับและค่าเฉลี่ยของอำเภอ จังหวัด ประเภทเดียวกัน และทั้งประเทศ"
AREAS_HELP: Final = "คะแนน ระดับ และความคืบหน้าของทุกหน่วยงานในอำเภอหรือจังหวัด ที่ใกล้ระดับถัดไปก่อน"
MEASURES_HELP: Final = "มาตรการในแผน เชื่อมกับตัวชี้วัด ข้อคำถาม และส่วนราชการ"
PROGRESS_HELP: Final = "ความคืบหน้าของมาตรการแยกตามส่วนราชการ สมุดงาน และข้อความแจ้งเตือน"
REPORT_STATUS_HELP: Final = (
    "มาตรการของส่วนราชการ ที่เลยกำหนดก่อน รายงานทีละมาตรการบนโทรศัพท์ หรือหลายมาตรการในตาราง"
)
REPORTS_HELP: Final = (
    "แผนและผลการดำเนินการเป็น Word, Excel, PDF สรุปหนึ่งหน้า รายงานประจำปี และเว็บไซต์เผยแพร่"
)
IMPORT_HELP: Final = "นำเข้าคะแนนและแผนจาก Excel, CSV, Word หรือ PDF"
HISTORY_HELP: Final = "ชุดข้อมูลที่นำเข้า ที่มา และการยกเลิกการนำเข้า"
INDICATOR_HELP: Final = "ตัวชี้วัดเดียว: วัดอะไร คะแนนรายปี รายข้อ มาตรการ และที่มา"
MEASURE_HELP: Final = "มาตรการเดียว: ข้อความ สถานะ รายงาน คะแนนก่อนและหลัง และที่มา"
DIVISION_HELP: Final = "ส่วนราชการเดียว: มาตรการ สิ่งที่ถึงกำหนด และแฟ้มให้กรอก"
AUDIT_HELP: Final = "ใครทำอะไรเมื่อใด และใครถูกปฏิเสธ กรองและดาวน์โหลดได้"
GUIDE_HELP: Final = "แต่ละหน้าตอบอะไร เครื่องหมายและคำหมายถึงอะไร และทำอย่างไร"
GUIDE_OF_PAGE: Final = "วิธีใช้หน้านี้"
TOUR_STOP: Final = "{number}. {page} · {seconds} วินาที"
CHAPTER: Final = "เรื่อง"

SAMPLE_BANNER: Final = (
    "ตัวอย่าง ไม่ใช่ผลจริง — แผนปี 2569 ของ อบต.กุศกร เป็นของจริง "
    "คะแนน รายงานสถานะ และหน่วยงานอื่นสมมติขึ้นทั้งหมด ณ 30 มิ.ย. 2569"
)
SAMPLE_ON_PAGE: Final = "ตัวอย่าง ไม่ใช่ผลจริง ณ 30 มิ.ย. 2569 · ของจริงมีเฉพาะแผนปี 2569 ของ อบต.กุศกร"
SAMPLE_MARK: Final = "ตัวอย่าง"
SAMPLE_SHORT: Final = "ตัวอย่าง ไม่ใช่ผลจริง"
START_OWN: Final = "เริ่มใช้จริง"
START_OWN_HELP: Final = "บอกชื่อหน่วยงานและส่วนราชการ แล้วนำเข้าไฟล์แรก"
SEE_EXAMPLE: Final = "ดูตัวอย่าง (ไม่ใช่ผลจริง)"
LEAVE_EXAMPLE: Final = "กลับไปยังข้อมูลของหน่วยงาน"
SCOPE: Final = "ขอบเขต: {parts}"
GO_IMPORT: Final = "1. เปิดหน้านำเข้าข้อมูล แล้วเลือกไฟล์ที่มีอยู่ หรือดาวน์โหลดแบบฟอร์มเปล่า"
STEPS_AFTER_IMPORT: Final = (
    "2. ตรวจสิ่งที่ระบบอ่านได้ แล้วกดบันทึก ยกเลิกภายหลังได้",
    "3. กลับมาหน้านี้ เห็นผลทันที",
)
SOURCE: Final = "ที่มา: {files}"
TO_CELLS: Final = "ดูที่มาถึงเซลล์และผู้นำเข้า"
TABLE_TWIN: Final = "ดูเป็นตาราง"
VIEW: Final = "แสดงเป็น"
VIEWS: Final = ("กราฟ", "ตาราง")
LEADS_ON: Final = "คลิกในกราฟ หรือเลือกแถวในตาราง เพื่อเปิดหน้าของรายการนั้น"
FORMER_FOLDER: Final = (
    "กรอบการประเมินและส่วนราชการอยู่ในฐานข้อมูลแล้ว โฟลเดอร์ {folder} ไม่ถูกอ่านอีก "
    "ให้นำเข้าแฟ้มทุกแฟ้มในโฟลเดอร์นั้นเหมือนไฟล์อื่น แล้วให้ผู้ดูแลเครื่องยกเลิกการระบุโฟลเดอร์นี้ตามคู่มือผู้ดูแล"
)
PICTURE: Final = {".png": "PNG", ".svg": "SVG"}
PICTURE_HELP: Final = "ภาพพร้อมหัวเรื่อง ตัวกรอง และที่มา"


def app() -> str:
    """Name the app after the agency of the store."""
    agency = organisation().short_name
    return _APP.format(agency=agency) if agency else UNNAMED
