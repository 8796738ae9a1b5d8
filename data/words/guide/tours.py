"""Two minutes each for the executive and the planner: where to look, and what for."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of a tour, what to look for there, and about how many seconds it takes."""

    page: str
    look: str
    seconds: int


TOURS: Final = {
    "ผู้บริหาร: ได้เท่าไร เพราะอะไร ต้องตัดสินใจอะไร": (
        Stop(
            "executive_overview",
            "อ่านห้าการ์ด: ได้ระดับใดและติดอะไร คะแนนขยับเท่าไร จุดอ่อน งานของใครช้า ต้องตัดสินใจเรื่องใด "
            "กดข้อความสีน้ำเงินเพื่อดูที่มา",
            40,
        ),
        Stop("score_movement", "แท่งที่ยาวที่สุดคือตัวชี้วัดที่ดันหรือฉุดคะแนนรวมมากที่สุด ทุกแท่งรวมกันพอดี", 20),
        Stop("next_level", "ติดเงื่อนไขใด เพิ่มที่ใดน้อยที่สุดจึงถึง ลองเลื่อนคะแนนได้ ไม่กระทบข้อมูลจริง", 20),
        Stop("division_progress", "ส่วนราชการใดมีงานเลยกำหนดหรือยังไม่รายงาน กดชื่อเพื่อดูมาตรการ", 20),
        Stop("official_reports", "ดาวน์โหลดสรุปหนึ่งหน้าเป็น PDF หรือภาพ ส่งต่อได้ทันที", 20),
    ),
    "ผู้วางแผน: ใส่ข้อมูล ติดตาม ส่งรายงาน": (
        Stop(
            "import_files",
            "วางไฟล์คะแนนหรือแผน ระบบบอกสิ่งที่อ่านได้ สิ่งที่สงสัย และสิ่งที่จะเปลี่ยน ก่อนกดบันทึกทุกครั้ง",
            30,
        ),
        Stop("linked_measures", "จุดอ่อนใดยังไม่มีมาตรการในแผน", 20),
        Stop(
            "division_progress",
            "ส่วนราชการใดค้างงาน แจกสมุดงาน Excel ให้กรอก และข้อความแจ้งเตือน",
            20,
        ),
        Stop("status_report", "ส่วนราชการรายงานเองจากโทรศัพท์ หรือกรอกแทนหลายมาตรการในตารางเดียว", 15),
        Stop("official_reports", "แบบฟอร์มแผนและรายงานผลเป็น Word, Excel และ PDF พร้อมผู้ลงนาม", 20),
        Stop("import_history", "ทุกการบันทึกเป็นชุด ยกเลิกได้ทั้งชุด และสำรองข้อมูลได้ที่นี่", 15),
    ),
}
"""Title of each tour -> its stops, at most two minutes together."""
