"""Words of the division progress page, and of the form of a report."""

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
HAND_OUT_AND_REPORT: Final = "ให้ส่วนราชการรายงาน"
STATUS: Final = "สถานะ"
PERCENT: Final = "ร้อยละความคืบหน้า"
NOTE: Final = "หมายเหตุ"
REPORTER: Final = "ผู้รายงาน"
SAVE: Final = "บันทึกรายงาน"
STATUS_ON_HELP: Final = "วันที่สถานะเป็นจริง ถ้าก่อนวันของรายงานปัจจุบัน จะเก็บไว้ในประวัติ สถานะปัจจุบันไม่เปลี่ยน"
SAVED_OLDER: Final = "บันทึกรายงานของ {measure_id} ไว้ในประวัติแล้ว (เก่ากว่าสถานะปัจจุบัน)"
SAVED: Final = "บันทึกรายงานของ {measure_id} แล้ว"
HISTORY: Final = "ประวัติการรายงาน"
NO_HISTORY: Final = "ยังไม่มีรายงานของมาตรการนี้"
HISTORY_BEFORE: Final = "รายงานก่อนหน้านั้น {count} ครั้ง"
HISTORY_MORE: Final = "แสดงรายงานล่าสุดไม่เกิน {shown} ครั้ง ประวัติทั้งหมดอยู่ในไฟล์ส่งออกสำหรับนักวิเคราะห์"
HISTORY_LINE: Final = "{when} · {status}{percent} · {who}"
