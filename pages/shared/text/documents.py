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
