"""The user guide, a chapter a file in Markdown: what a page shows under วิธีใช้."""

from pathlib import Path
from typing import Final

from data.model.places import CHANGELOG

CHANGES: Final = "changes"
"""The chapter of what each version brought, which lies in data/ for those who come by its files."""
TOUR: Final = "tour"
INDICATORS: Final = "indicators"
"""The chapters that go on below their text: with links, and with what the catalogue knows."""
CHAPTERS: Final = {
    "start": "เริ่มต้น",
    TOUR: "ทัวร์สองนาที",
    "reading": "อ่านตัวเลขและเครื่องหมาย",
    "scores": "คะแนนและระดับ",
    "measures": "มาตรการ",
    "progress": "ความคืบหน้าและการรายงาน",
    "reports": "รายงานและไฟล์",
    "importing": "นำเข้าข้อมูล",
    "keeping": "ประวัติ สำรอง และสิทธิ์",
    "catalogue": "กรอบการประเมิน",
    INDICATORS: "ตัวชี้วัดทั้งสิบ",
    "glossary": "คำที่ใช้",
    CHANGES: "มีอะไรใหม่",
}
"""Title of each chapter, in reading order."""


def chapter(key: str) -> str:
    """Read the Markdown text of one chapter."""
    if key == CHANGES:
        # The title of the file is that of the chapter.
        return CHANGELOG.read_text(encoding="utf-8").partition("\n")[2]
    return Path(__file__).with_name(f"{key}.md").read_text(encoding="utf-8")
