"""Action plans as offices send them: columns gone, years and organisations that are not ours."""

from data.records import Form
from tests.corpus.tables import Awkward, Outcome, csv_of

TITLE = ("รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. 2569",)
HEADINGS = (
    "ประเด็น/ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "มาตรการ/โครงการ/กิจกรรม",
    "ตัวชี้วัดที่สอดคล้อง",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
)
MEASURE = (
    "1. การปฏิบัติหน้าที่",
    "i1 ข้อความ",
    "ผล",
    "มาตรการใหม่",
    "สอดคล้อง",
    "1. ทำ 2. ตรวจ",
    "ตลอดปีงบประมาณ 2569",
    "กองคลัง",
)


def changed(**cells: str) -> tuple[str, ...]:
    """Give the measure with some of its cells changed, named after their column: c3."""
    return tuple(cells.get(f"c{at}", cell) for at, cell in enumerate(MEASURE))


def without(column: int) -> list[tuple[str, ...]]:
    return [one[:column] + one[column + 1 :] for one in (HEADINGS, MEASURE)]


def case(*rows: object, read: int, used: int, measures: int, found: tuple[str, ...]) -> Awkward:
    outcome = Outcome(Form.PLAN, (read, used), {}, found, measures)
    return Awkward(lambda: csv_of(*rows), (outcome,))  # type: ignore[arg-type]


def one(*rows: object, found: str = "") -> Awkward:
    """A plan of one measure that is read whatever is found in it."""
    return case(*rows, read=1, used=1, measures=1, found=(found,) if found else ())


def none(*rows: object, found: str) -> Awkward:
    return case(*rows, read=1, used=0, measures=0, found=(found,))


PLANS = {
    **{
        f"plan without {HEADINGS[column]}": case(
            TITLE, *without(column), read=1, used=1, measures=1, found=("missing-column A2", *more)
        )
        for column, more in {
            1: ("measure-without-item B3",),
            5: (),
            6: ("period-not-understood B3",),
            7: ("no-lead-division B3",),
        }.items()
    },
    "plan without a measure's column": Awkward(
        lambda: csv_of(TITLE, *without(3)),
        (Outcome(Form.PLAN, (1, 1), {}, ("missing-column A2",), measures=1),),
    ),
    "plan without its analysis": one(TITLE, *without(2)),
    "plan with a column twice": one(
        TITLE, (*HEADINGS, "ผู้รับผิดชอบ"), (*MEASURE, "กองช่าง"), found="duplicate-column I2"
    ),
    "plan with a column of its own": one(
        TITLE, (*HEADINGS, "งบประมาณ"), (*MEASURE, "5,000"), found="column-ignored I2"
    ),
    "plan without a year": none(HEADINGS, MEASURE, found="no-year "),
    "plan of the common era": one(
        ("แผนปฏิบัติการ ปีงบประมาณ 2026",), HEADINGS, MEASURE, found="year-converted A1"
    ),
    "plan of a year nobody described": none(
        ("แผนปฏิบัติการ ปีงบประมาณ 2599",), HEADINGS, MEASURE, found="unknown-year "
    ),
    "plan of another organisation": one(
        TITLE, ("เทศบาลตำบลเขมราฐ",), HEADINGS, MEASURE, found="other-organisation A2"
    ),
    "plan with headings and no row": case(
        TITLE, HEADINGS, read=0, used=0, measures=0, found=("empty-sheet ",)
    ),
    "plan with a measure above its headings": one(
        MEASURE, TITLE, HEADINGS, MEASURE, found="row-skipped A1"
    ),
    "plan with a period nobody understands": one(
        TITLE, HEADINGS, changed(c6="เมื่อพร้อม"), found="period-not-understood G3"
    ),
    "plan with a division nobody knows": case(
        TITLE,
        HEADINGS,
        changed(c7="กองอวกาศ"),
        read=1,
        used=1,
        measures=1,
        found=("no-lead-division H3", "unknown-division H3"),
    ),
    "plan without a lead": one(TITLE, HEADINGS, changed(c7=""), found="no-lead-division B3"),
    "plan with an item of no year": one(
        TITLE, HEADINGS, changed(c1="i99 ข้อความ"), found="unknown-item B3"
    ),
    "plan without an item": one(
        TITLE, HEADINGS, changed(c1="ไม่มีรหัส"), found="measure-without-item B3"
    ),
    "plan of formula-like and marked-up text": one(
        TITLE, HEADINGS, changed(c3="=cmd|'/c calc'!A1 <script>alert(1)</script> **x**")
    ),
    "plan with a measure of two hundred thousand letters": one(
        TITLE, HEADINGS, changed(c2="ผล" * 100_000)
    ),
}
