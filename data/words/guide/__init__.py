"""The user guide, a chapter a file in Markdown: what a page shows under วิธีใช้."""

from pathlib import Path
from typing import Final

CHAPTERS: Final = {
    "start": "เริ่มต้น",
    "reading": "อ่านตัวเลขและเครื่องหมาย",
    "scores": "คะแนนและระดับ",
    "measures": "มาตรการ",
    "progress": "ความคืบหน้าและการรายงาน",
    "reports": "รายงานและไฟล์",
    "importing": "นำเข้าข้อมูล",
    "keeping": "ประวัติ สำรอง และสิทธิ์",
    "catalogue": "กรอบการประเมิน",
    "glossary": "คำที่ใช้",
}
"""Title of each chapter, in reading order."""
CHAPTER_OF_PAGE: Final = {
    "executive_overview": "scores",
    "yearly_trends": "scores",
    "score_movement": "scores",
    "next_level": "scores",
    "profiles/indicator": "scores",
    "profiles/measure": "measures",
    "profiles/division": "progress",
    "agency_comparison": "scores",
    "linked_measures": "measures",
    "division_progress": "progress",
    "official_reports": "reports",
    "import_files": "importing",
    "import_history": "keeping",
    "audit_log": "keeping",
    "user_guide": "start",
}
"""Which chapter explains a page."""


def chapter(key: str) -> str:
    """Read the Markdown text of one chapter."""
    return Path(__file__).with_name(f"{key}.md").read_text(encoding="utf-8")
