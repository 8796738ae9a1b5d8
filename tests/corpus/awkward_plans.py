"""Action plans as offices send them: columns gone, years and organisations that are not ours."""

from data.model.records import Form
from tests.corpus.tables import Awkward, Outcome, csv_of, document
from tests.helpers.workbooks import book_of, books_of

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


def copied(*action: str) -> bytes:
    """A plan of one measure as a PDF viewer gives it: its cells below each other."""
    when, who = MEASURE[6:]
    lines = (*TITLE, " ".join(HEADINGS[:4]), " ".join(HEADINGS[4:]), *MEASURE[:2], "1. ผล")
    return "\n".join((*lines, *action, when, who)).encode()


def none(*rows: object, found: str) -> Awkward:
    return case(*rows, read=1, used=0, measures=0, found=(found,))


SECOND = ("2. การใช้งบประมาณ", "i5 ข้อความ", *MEASURE[2:])
OWN_WORDS = {
    "ที่": "1",
    "กิจกรรม": "อบรม",
    "ตัวชี้วัด": "1. การปฏิบัติหน้าที่",
    "รหัสข้อ": "i1-i3",
    "ข้อคำถาม": "ข้อความ",
    "วิธีดำเนินงาน": "1. ทำ",
    "ห้วงเวลา": "ไตรมาส 1, 2 และ 3",
    "ผู้รับผิดชอบหลัก": "กองคลัง",
    "ผู้รับผิดชอบร่วม": "กองช่าง",
    "ผลการดำเนินงาน": "อบรมแล้ว",
}
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.")
WHOLE = (Outcome(Form.PLAN, (2, 2), measures=2),)


def charted(*marks: str | None) -> Awkward:
    """A plan whose period is a chart of six months below one heading."""
    heads = (*HEADINGS[:6], HEADINGS[7], HEADINGS[6])
    row = (*MEASURE[:6], MEASURE[7], *marks)
    rows = (TITLE, heads, (*[None] * 7, *MONTHS), row)
    found = () if any(marks) else ("period-not-understood B4",)
    return Awkward(lambda: book_of(*rows), (Outcome(Form.PLAN, (1, 1), found=found, measures=1),))


PLANS = {
    **{
        f"plan without {HEADINGS[column]}": case(
            TITLE, *without(column), read=1, used=1, measures=1, found=("missing-column A2", *more)
        )
        for column, more in {
            6: ("period-not-understood B3",),
            7: ("no-lead-division B3",),
        }.items()
    },
    "plan without its steps": one(TITLE, *without(5), found="column-absent A2"),
    "plan with its columns in another order": one(TITLE, HEADINGS[::-1], MEASURE[::-1]),
    "plan of chosen indicators and set measures": one(
        TITLE,
        ("ตัวชี้วัดที่เลือก", *HEADINGS[1:3], "มาตรการที่กำหนด", *HEADINGS[4:]),
        MEASURE,
    ),
    "plan by indicators without their questions": one(
        TITLE, *without(1), found="measure-without-item B3"
    ),
    "plan of four columns": one(
        TITLE,
        ("ผู้รับผิดชอบ", "มาตรการ", "ตัวชี้วัด", "ระยะเวลา"),
        (MEASURE[7], "ทำทะเบียนของข้อ i2", MEASURE[0], MEASURE[6]),
        found="column-absent A2",
    ),
    "plan of the form of 2569": one(
        TITLE,
        ("ตัวชี้วัดที่เลือก", "ประเด็นที่ต้องพัฒนา", "มาตรการที่กำหนด", *HEADINGS[5:], "ผลลัพธ์ที่คาดหวัง"),
        (MEASURE[0], "ข้อ i1 ได้น้อย", *MEASURE[3:4], *MEASURE[5:], "ดีขึ้น"),
        found="column-ignored G2",
    ),
    "plan with the scores it analyses": case(
        TITLE,
        (HEADINGS[0], "คะแนน ปี 2568", *HEADINGS[1:]),
        (MEASURE[0], "70.25", *MEASURE[1:]),
        read=1,
        used=1,
        measures=1,
        found=("column-ignored B2", "scores-beside B2"),
    ),
    "plan of one card a measure": case(
        (*TITLE, ""),
        ("มาตรการที่ 1", ""),
        *zip(HEADINGS, MEASURE, strict=True),
        ("", ""),
        ("มาตรการที่ 2", ""),
        *zip(HEADINGS, SECOND, strict=True),
        read=2,
        used=2,
        measures=2,
        found=(),
    ),
    "plan without its questions beside a strange column": case(
        TITLE,
        *((*row, more) for row, more in zip(without(1), ("เรื่อง", "i1"), strict=True)),
        read=1,
        used=1,
        measures=1,
        found=("missing-column A2", "column-ignored H2", "measure-without-item B3"),
    ),
    "plan without a measure's column": Awkward(
        lambda: csv_of(TITLE, *without(3)),
        (Outcome(Form.PLAN, (1, 1), {}, ("missing-column A2",), measures=1),),
    ),
    "plan without its analysis": one(TITLE, *without(2)),
    "plan with a column twice": one(
        TITLE, (*HEADINGS, "ผู้รับผิดชอบ"), (*MEASURE, "กองช่าง"), found="duplicate-column I2"
    ),
    "plan with a column of its own": one(
        TITLE, (*HEADINGS, "แหล่งงบประมาณ"), (*MEASURE, "เงินรายได้"), found="column-ignored I2"
    ),
    "plan with a budget": one(
        TITLE, (*HEADINGS, "งบประมาณ (บาท)"), (*MEASURE, "5,000 บาท"), found=""
    ),
    "plan whose budget is no amount": one(
        TITLE, (*HEADINGS, "งบประมาณ"), (*MEASURE, "ตามข้อบัญญัติ"), found="budget-not-taken I3"
    ),
    "plan without a year": none(HEADINGS, MEASURE, found="ask-year "),
    "plan of the common era": one(
        ("แผนปฏิบัติการ ปีงบประมาณ 2026",), HEADINGS, MEASURE, found="year-converted A1"
    ),
    "plan of a year nobody described": none(
        ("แผนปฏิบัติการ ปีงบประมาณ 2599",), HEADINGS, MEASURE, found="unknown-year "
    ),
    "plan of another organisation": one(
        TITLE, ("เทศบาลตำบลเขมราฐ",), HEADINGS, MEASURE, found="ask-agency A2"
    ),
    "plan with headings and no row": case(
        TITLE, HEADINGS, read=0, used=0, measures=0, found=("empty-sheet ",)
    ),
    "plan with a remark behind the name of an indicator": one(
        TITLE,
        HEADINGS,
        changed(c0="1. การปฏิบัติหน้าที่ (ได้ 72.88 คะแนน)"),
        found="text-repaired A3",
    ),
    "plan with the items behind the name of an indicator": one(
        TITLE, HEADINGS, changed(c0="1. การปฏิบัติหน้าที่ (i1 – i3)")
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
    "plan in a Word table for each page, headings repeated": Awkward(
        document(*TITLE, [HEADINGS, MEASURE], *TITLE, [HEADINGS, SECOND]), WHOLE
    ),
    "plan in a Word table that goes on without headings": Awkward(
        document(*TITLE, [HEADINGS, MEASURE], [SECOND]), WHOLE
    ),
    "plan in a Word table for each instrument": Awkward(
        document(*TITLE, "IIT", [HEADINGS, MEASURE], "เครื่องมือ EIT", [HEADINGS, SECOND]),
        (Outcome(Form.PLAN, (3, 2), found=("row-skipped A5",), measures=2),),
    ),
    "plan in Word whose title stands at the head of the page": Awkward(
        document([HEADINGS, MEASURE, SECOND], head=TITLE[0]), WHOLE
    ),
    "plan in Word tables of two years": Awkward(
        document(*TITLE, [HEADINGS, MEASURE], "แผนปี 2568", [HEADINGS, MEASURE]),
        (
            Outcome(Form.PLAN, (1, 1), measures=1),
            Outcome(Form.PLAN, (1, 1), found=("unknown-item B3",), measures=1),
        ),
    ),
    "plan in a sheet for each instrument, the first one titled": Awkward(
        lambda: books_of({"IIT": (TITLE, HEADINGS, MEASURE), "IIT 2": (HEADINGS, SECOND)}),
        (Outcome(Form.PLAN, (1, 1), measures=1),) * 2,
    ),
    "plan in a sheet for each division, one item in both": Awkward(
        lambda: books_of(
            {
                "กองคลัง": (TITLE, HEADINGS, MEASURE),
                "กองช่าง": (TITLE, HEADINGS, changed(c3="มาตรการอื่น", c7="กองช่าง")),
            }
        ),
        (Outcome(Form.PLAN, (1, 1), measures=1),) * 2,
    ),
    "plan with a chart of months": charted(None, "✓", "✓", None, None, "✓"),
    "plan with a chart in colours alone": charted(),
    "plan with a first and a last day": Awkward(
        lambda: book_of(
            TITLE,
            (*HEADINGS[:6], "วันเริ่มต้น", "วันสิ้นสุด", HEADINGS[7]),
            (*MEASURE[:6], "1 ต.ค. 68", "31 มี.ค. 69", MEASURE[7]),
        ),
        (Outcome(Form.PLAN, (1, 1), measures=1),),
    ),
    "plan in words of its own with supporters and a result": case(
        TITLE,
        OWN_WORDS,
        OWN_WORDS.values(),
        read=1,
        used=1,
        measures=1,
        found=("column-ignored J2",),
    ),
    "plan with a band over each indicator": Awkward(
        lambda: book_of(
            TITLE,
            HEADINGS[1:],
            ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (i1 – i3)",),
            MEASURE[1:],
            ("ตัวชี้วัดที่ 2 การใช้งบประมาณ",),
            SECOND[1:],
            change=lambda page: [page.merge_cells(area) for area in ("A3:G3", "A5:G5")],
        ),
        (Outcome(Form.PLAN, (4, 4), measures=2),),
    ),
    "plan copied out of a PDF without tabs": Awkward(
        lambda: copied("- มาตรการใหม่", "1. ทำ"),
        (Outcome(Form.PLAN, (1, 1), {}, ("text-parted A2",), 1),),
    ),
    "plan copied without tabs whose action has no mark": Awkward(
        lambda: copied("มาตรการใหม่", "1. ทำ"),
        (
            Outcome(
                Form.PLAN,
                (1, 1),
                {},
                ("text-parted A2", "text-not-parted H4"),
                1,
            ),
        ),
    ),
    "plan with a sum and a signature below": case(
        TITLE,
        HEADINGS,
        MEASURE,
        ("รวมทั้งสิ้น", "", "", "1 มาตรการ"),
        ("", "", "", "", "", "", "ลงชื่อ", "ผู้รายงาน"),
        ("", "", "", "", "", "", "(นายสมชาย ใจดี)"),
        read=4,
        used=1,
        measures=1,
        found=("row-skipped A4", "row-skipped G5", "row-skipped G6"),
    ),
}
