"""Words of the linked measures page."""

from typing import Final

NO_MEASURES_TITLE: Final = "ยังไม่มีมาตรการ"
NO_MEASURES: Final = "นำเข้าแผนปฏิบัติการ (Excel, CSV หรือข้อความจาก PDF) แล้วมาตรการจะแสดงที่นี่"
NONE_MATCH: Final = "ไม่มีมาตรการตรงกับตัวกรองที่เลือก จากทั้งหมด {all} มาตรการ ลองล้างตัวกรอง"
COUNT: Final = "แสดง {shown} จาก {all} มาตรการ"
NAME: Final = "มาตรการ"
LINKS: Final = "ตัวชี้วัดกับมาตรการ"
LINK_COLUMNS: Final = {
    "indicator_name": "ตัวชี้วัด",
    "analysed": "คะแนนปีที่วิเคราะห์",
    "result": "คะแนนปีของแผน",
    "change": "เปลี่ยนแปลง",
    "national_change": "ประเทศเปลี่ยน",
    "measures": "มาตรการ",
    "items": "ข้อ",
    "lead": "เจ้าภาพ",
}
UNANSWERED: Final = "ตัวชี้วัดต่ำกว่าเป้าในปี {year} ที่ยังไม่มีมาตรการในแผนปี {plan_year}: {names}"
ALL_ANSWERED: Final = "ทุกตัวชี้วัดที่ต่ำกว่าเป้าในปี {year} มีมาตรการในแผนปี {plan_year}"
NO_CAUSE: Final = "คะแนนก่อนและหลังแสดงไว้คู่กัน ไม่ได้แปลว่ามาตรการทำให้คะแนนเปลี่ยน"
DETAIL: Final = "รายละเอียดมาตรการ"
CHOOSE: Final = "เลือกมาตรการ"
OPTION: Final = "{measure_id} · {lead}"
FIELDS: Final = (
    "question",
    "analysis",
    "action",
    "alignment",
    "steps",
    "period_text",
    "responsible_text",
)
SUMMARY: Final = "สรุปตามส่วนราชการ"
