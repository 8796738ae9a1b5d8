"""Words of the official documents: forms, the one-page summary, the yearly report."""

from typing import Final

from data.documents.plan_form import PlanWords

SOURCE_TITLE: Final = "ที่มาของเอกสารนี้"
PAGE: Final = "หน้า"

PLAN: Final = PlanWords(
    sheet="แผน",
    title="รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. {year}",
    organisation="ของ {organisation}",
    divisions="เฉพาะส่วนราชการ: {divisions}",
    headings=(
        "ประเด็น/\nตัวชี้วัด",
        "ข้อความ ITA",
        "ผลการวิเคราะห์\nการประเมิน",
        "มาตรการ/โครงการ/\nกิจกรรม",
        "ผลการวิเคราะห์ตัวชี้วัด\nที่สอดคล้องกับมาตรการ/\nโครงการ/กิจกรรม",
        "ขั้นตอน/\nวิธีการดำเนินการ",
        "ระยะเวลา\nดำเนินการ",
        "ผู้รับผิดชอบ",
    ),
    groups=("การวิเคราะห์ผลการประเมิน ในปี {analysed}", "การนำผลการวิเคราะห์ไปสู่การปฏิบัติ"),
    conditions_title=SOURCE_TITLE,
    page=PAGE,
)

LABELS: Final = {
    "scope": "ขอบเขต",
    "as_of": "สถานะ",
    "batches": "ชุดข้อมูลที่ใช้",
    "marks": "เครื่องหมาย",
    "made": "จัดทำเมื่อ",
    "version": "รุ่นโปรแกรม",
    "sample": "ข้อควรระวัง",
}
LABELLED: Final = "{label}: {text}"
NO_BATCHES: Final = "–"
MEASURES_OF: Final = "{shown} จาก {all} มาตรการ"

SUMMARY_TITLE: Final = "สรุปผลการประเมิน ITA สำหรับผู้บริหาร"
YEAR: Final = "ปี {year}"
TARGET: Final = "{target:.0f}"
GAP: Final = "ขาด {gap:.2f}"
OVER: Final = "เกิน {gap:.2f}"
NO_SCORES: Final = "ยังไม่มีคะแนน"
NO_MEASURES: Final = "ยังไม่มีแผนปี {year}"
NONE_LATE: Final = "ไม่มีงานเลยกำหนด {as_of}"
CHANGE: Final = "เปลี่ยนจาก {year}"
NO_CHANGE: Final = "เปลี่ยน"
INDICATOR: Final = "{number}. {name}"
NO_MEASURE: Final = "ยังไม่มีมาตรการในแผนปี {year}"
MORE_MEASURES: Final = "และอีก {more} มาตรการ"
MORE_DIVISIONS: Final = "และอีก {more} ส่วนราชการ"
DONE: Final = "เสร็จ {done}/{total}"
LATE: Final = " · เลยกำหนด {late}"
DUE: Final = "{date}"
SHARED: Final = "มาตรการหนึ่งนับให้ทุกส่วนราชการที่เป็นเจ้าภาพหรือสนับสนุน"
