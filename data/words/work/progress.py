"""Words of the division progress page."""

from typing import Final

CHART_NAME: Final = "ความคืบหน้า"
TIMELINE_NAME: Final = "กำหนดเวลา"
NAME: Final = "ความคืบหน้าส่วนราชการ"
TABLE: Final = "ตารางตามส่วนราชการ"
MEASURES: Final = "มาตรการ"
SHARED_NOTE: Final = (
    "มาตรการหนึ่งนับให้ทุกส่วนราชการที่เป็นเจ้าภาพหรือสนับสนุน แต่กำหนดเวลา การรายงาน และหลักฐาน นับเฉพาะเจ้าภาพ "
    "เลือก “เฉพาะเจ้าภาพ” เพื่อนับครั้งเดียว"
)
REPORT: Final = "รายงานสถานะ"
REPORT_HELP: Final = "บันทึกเพิ่มต่อท้าย ไม่ทับรายงานเดิม"
MEASURE: Final = "มาตรการ"
STATUS: Final = "สถานะ"
PERCENT: Final = "ร้อยละความคืบหน้า"
NOTE: Final = "หมายเหตุ"
EVIDENCE: Final = "ลิงก์หลักฐาน"
EVIDENCE_HELP: Final = "ขึ้นต้นด้วย https:// หรือ http://"
REPORTER: Final = "ผู้รายงาน"
SAVE: Final = "บันทึกรายงาน"
SAVED: Final = "บันทึกรายงานของ {measure_id} แล้ว"
HISTORY: Final = "ประวัติการรายงาน"
NO_HISTORY: Final = "ยังไม่มีรายงานของมาตรการนี้"
HISTORY_LINE: Final = "{when} · {status}{percent} · {who}"
OPTION: Final = "{measure_id} · {status} · {action}"
