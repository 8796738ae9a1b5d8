"""Reports that know none of our ids, as divisions send them: of the plan of 2569 in the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from data.examples import PLAN_FILE
from data.importers import read, read_sheets, recognise_sheets
from data.model.choices import RowAnswers
from data.model.records import Measure, ReportValue, Status
from tests.corpus.tables import csv_of, document

TITLE = ("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569",)
FIRST, SECOND, THIRD, FOURTH, SIXTH = (
    "2569-01-i1",
    "2569-01-i2",
    "2569-01-i3",
    "2569-02-i5",
    "2569-04-i11",
)
DONE, UNDER_WAY, NOT_BEGUN = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED
LINK = "https://kutsakon.go.th/1"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report and what becomes of it: rows read and taken, values by measure, findings."""

    build: Callable[[], bytes]
    rows: tuple[int, int]
    values: Mapping[str, Mapping[str, ReportValue]]
    found: tuple[str, ...] = ()
    answers: RowAnswers = field(default_factory=RowAnswers)
    file_name: str = "รายงาน.csv"


@cache
def plan() -> dict[str, Measure]:
    """Give the measures of the seed's plan by id."""
    (sheet,) = recognise_sheets(read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes()))
    return {measure.measure_id: measure for measure in read(sheet).measures}


def action(measure_id: str) -> str:
    """Give what a measure of the plan says is to be done."""
    return plan()[measure_id].action


OFFICIAL = (
    "ที่",
    "มาตรการ",
    "ผู้รับผิดชอบ",
    "ผลการดำเนินงาน",
    "งบประมาณ",
    "ปัญหา/อุปสรรค",
    "หลักฐาน",
)


def official(*rows: tuple[object, ...]) -> Callable[[], bytes]:
    """Give the official result report with these rows; "" of a measure is filled in by its id."""
    return lambda: csv_of(TITLE, OFFICIAL, *[_named(row) for row in rows])


def ticked(*rows: tuple[object, ...]) -> Callable[[], bytes]:
    """Give a report of three columns to tick, under headings in two rows."""
    upper = ("มาตรการ", "ผลการดำเนินการ", "", "", "หมายเหตุ")
    lower = ("", "ดำเนินการแล้ว", "อยู่ระหว่าง", "ยังไม่", "")
    return lambda: csv_of(TITLE, upper, lower, *[_named(row) for row in rows])


def answers_of_a_form(*rows: tuple[object, ...]) -> Callable[[], bytes]:
    """Give the export of a form on the web."""
    headings = (
        "ประทับเวลา",
        "ชื่อ-สกุล ผู้รายงาน",
        "โปรดเลือกมาตรการที่ท่านรายงาน",
        "ขณะนี้มาตรการดังกล่าวมีสถานะการดำเนินงานเป็นอย่างไร",
        "ความคืบหน้าคิดเป็นร้อยละเท่าใด (0-100)",
        "โปรดแนบลิงก์หลักฐาน (ถ้ามี)",
    )
    return lambda: csv_of(headings, *[_named(row) for row in rows])


def chat(*lines: str) -> Callable[[], bytes]:
    return lambda: "\n".join(lines).encode()


def _named(row: tuple[object, ...]) -> tuple[object, ...]:
    """Write out the action where an id stands."""
    return tuple(action(one) if isinstance(one, str) and one in plan() else one for one in row)


def _by_item() -> bytes:
    headings = ("ข้อ", "สถานะ", "ร้อยละ")
    return csv_of(
        TITLE, headings, ("i11", "เสร็จ", 100), ("o14", "กำลังดำเนินการ", 30), ("i99", "", "")
    )


def _in_a_document() -> bytes:
    rows = [("มาตรการ", "สถานะ", "หลักฐาน"), (action(SIXTH), "ดำเนินการแล้วเสร็จ", LINK)]
    return document(TITLE[0], rows)()


def _as_a_plan() -> bytes:
    headings = ("ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ")
    says = ("4. การใช้ทรัพย์สินของราชการ", "i11", action(SIXTH), "1. ทำ", "ตลอดปี", "กองคลัง")
    results = ("ผลการดำเนินงาน", "หลักฐาน")
    return csv_of(TITLE, (*headings, *results), (*says, "อยู่ระหว่างดำเนินการ", LINK))


def _ended() -> bytes:
    """The action without its last letters, as somebody typed it again."""
    return csv_of(TITLE, ("มาตรการ", "สถานะ"), (action(SIXTH)[:-8], "เสร็จ"))


REPORTS: dict[str, Reported] = {
    "official result report": Reported(
        official(
            (1, FIRST, "สำนักปลัด", "ดำเนินการแล้วเสร็จ ร้อยละ 100", "10,000", "-", LINK),
            (2, SECOND, "สำนักปลัด", "อยู่ระหว่างดำเนินการ 60%", "-", "ขาดคน", "-"),
            ("", "รวม", "", "", "10,000", "", ""),
        ),
        (3, 2),
        {
            FIRST: {
                "status": DONE,
                "percent": 100,
                "budget_planned": 10000.0,
                "evidence": LINK,
                "note": "ดำเนินการแล้วเสร็จ ร้อยละ 100",
            },
            SECOND: {
                "status": UNDER_WAY,
                "percent": 60,
                "note": "อยู่ระหว่างดำเนินการ 60%\nปัญหา/อุปสรรค: ขาดคน",
            },
        },
        (
            "status-from-text D3",
            "status-from-text D4",
            "row-skipped B5",
            "measure-matched B3",
            "measure-matched B4",
        ),
    ),
    "result report whose evidence is on paper": Reported(
        official((1, FIRST, "สำนักปลัด", "ดำเนินการแล้ว", "", "", "ภาพถ่ายกิจกรรม")),
        (1, 1),
        {
            FIRST: {
                "status": DONE,
                "percent": 100,
                "note": "ดำเนินการแล้ว\nหลักฐาน: ภาพถ่ายกิจกรรม",
            }
        },
        ("status-from-text D3", "measure-matched B3"),
    ),
    "result report that does not say how a measure stands": Reported(
        official((1, FOURTH, "สำนักปลัด", "จัดอบรมแล้ว 2 ครั้ง", "", "", "")),
        (1, 1),
        {FOURTH: {"note": "จัดอบรมแล้ว 2 ครั้ง"}},
        ("measure-matched B3", "ask-status B3"),
    ),
    "result report whose state a person said": Reported(
        official((1, FOURTH, "สำนักปลัด", "จัดอบรมแล้ว 2 ครั้ง", "", "", "")),
        (1, 1),
        {FOURTH: {"note": "จัดอบรมแล้ว 2 ครั้ง", "status": DONE, "percent": 100}},
        ("measure-matched B3",),
        RowAnswers(statuses={3: DONE}),
    ),
    "result report that goes on in a further row": Reported(
        official(
            (1, FIRST, "", "ดำเนินการแล้ว", "", "", ""), ("", "", "", "ต่อจากข้างบน", "", "", LINK)
        ),
        (2, 2),
        {
            FIRST: {
                "status": DONE,
                "percent": 100,
                "note": "ดำเนินการแล้ว\nต่อจากข้างบน",
                "evidence": LINK,
            }
        },
        ("status-from-text D3", "measure-matched B3"),
    ),
    "result report of a measure the plan does not have": Reported(
        official((1, "ปลูกต้นไม้รอบสำนักงานและดูแลสวนสาธารณะ", "", "ดำเนินการแล้ว", "", "", "")),
        (1, 0),
        {},
        ("status-from-text D3", "ask-measure B3"),
    ),
    "result report of a measure a person left out": Reported(
        official((1, "ปลูกต้นไม้รอบสำนักงานและดูแลสวนสาธารณะ", "", "ดำเนินการแล้ว", "", "", "")),
        (1, 0),
        {},
        ("status-from-text D3", "row-skipped B3"),
        RowAnswers({3: ""}),
    ),
    "result report of a measure a person knew": Reported(
        official((1, "ปลูกต้นไม้รอบสำนักงานและดูแลสวนสาธารณะ", "", "ดำเนินการแล้ว", "", "", "")),
        (1, 1),
        {SIXTH: {"status": DONE, "percent": 100, "note": "ดำเนินการแล้ว"}},
        ("status-from-text D3", "measure-matched B3"),
        RowAnswers({3: SIXTH}),
    ),
    "one measure in two rows that differ": Reported(
        official((1, FIRST, "", "ดำเนินการแล้ว", "", "", ""), (2, FIRST, "", "ยังไม่เริ่ม", "", "", "")),
        (2, 1),
        {FIRST: {"status": NOT_BEGUN, "note": "ยังไม่เริ่ม"}},
        (
            "status-from-text D3",
            "status-from-text D4",
            "measure-matched B3",
            "measure-matched B4",
            "conflicting-report B3",
        ),
    ),
    "report with the columns of the plan": Reported(
        _as_a_plan,
        (1, 1),
        {SIXTH: {"status": UNDER_WAY, "note": "อยู่ระหว่างดำเนินการ", "evidence": LINK}},
        ("status-from-text G3", "measure-matched C3"),
    ),
    "report in a document": Reported(
        _in_a_document,
        (1, 1),
        {SIXTH: {"status": DONE, "percent": 100, "evidence": LINK}},
        ("measure-matched A3",),
        file_name="รายงาน.docx",
    ),
    "report of a measure typed again": Reported(
        _ended, (1, 1), {SIXTH: {"status": DONE, "percent": 100}}, ("measure-matched A3",)
    ),
    "report by item codes": Reported(
        _by_item,
        (3, 2),
        {
            SIXTH: {"status": DONE, "percent": 100},
            "2569-09-o14+o15+o16": {"status": UNDER_WAY, "percent": 30},
        },
        ("row-skipped A5", "measure-matched A3", "measure-matched A4"),
    ),
    "ticks of every sign": Reported(
        ticked(
            (FIRST, "✓", "", "", ""),
            (SECOND, "", "✔", "", ""),
            (THIRD, "", "", "/", "รอ"),
            (FOURTH, "ü", "", "", ""),
            (SIXTH, "x", "P", "x", ""),
        ),
        (5, 5),
        {
            FIRST: {"status": DONE, "percent": 100},
            SECOND: {"status": UNDER_WAY},
            THIRD: {"status": NOT_BEGUN, "note": "รอ"},
            FOURTH: {"status": DONE, "percent": 100},
            SIXTH: {"status": UNDER_WAY},
        },
        tuple(f"measure-matched A{row}" for row in range(4, 9)),
    ),
    "crosses that tick": Reported(
        ticked((FIRST, "x", "", "", ""), (SECOND, "", "X", "", "")),
        (2, 2),
        {FIRST: {"status": DONE, "percent": 100}, SECOND: {"status": UNDER_WAY}},
        ("measure-matched A4", "measure-matched A5"),
    ),
    "two ticks in one row": Reported(
        ticked((FIRST, "✓", "✓", "", "")), (1, 0), {}, ("unknown-status C4",)
    ),
    "ticks under quarters beside a status": Reported(
        lambda: csv_of(
            TITLE,
            ("มาตรการ", "สถานะ", "ไตรมาส 1", "ไตรมาส 2"),
            (action(FIRST), "กำลังดำเนินการ", "✓", "/"),
            (action(SECOND), "เสร็จ", "✓", ""),
            (action(THIRD), "กำลังดำเนินการ", "จัดอบรม", "-"),
        ),
        (3, 3),
        {
            FIRST: {"status": UNDER_WAY, "percent": 50},
            SECOND: {"status": DONE, "percent": 100},
            THIRD: {"status": UNDER_WAY, "note": "ไตรมาส 1: จัดอบรม"},
        },
        (
            "percent-converted D3",
            *(f"measure-matched A{row}" for row in range(3, 6)),
        ),
    ),
    "ticks under quarters alone": Reported(
        lambda: csv_of(
            TITLE,
            ("มาตรการ", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4", "ผู้รับผิดชอบ"),
            (action(FIRST), "✓", "✓", "✓", "✓", "สำนักปลัด"),
            (action(SECOND), "✓", "", "จัดอบรม 2 ครั้ง", "", "สำนักปลัด"),
            (action(THIRD), "", "", "", "", "สำนักปลัด"),
        ),
        (3, 2),
        {
            FIRST: {"status": DONE, "percent": 100},
            SECOND: {"status": UNDER_WAY, "percent": 25, "note": "ไตรมาส 3: จัดอบรม 2 ครั้ง"},
        },
        (
            "percent-converted E3",
            "status-from-text E3",
            "percent-converted B4",
            "status-from-text B4",
            "row-skipped A5",
            "measure-matched A3",
            "measure-matched A4",
        ),
    ),
    "percents in words": Reported(
        lambda: csv_of(
            TITLE,
            ("มาตรการ", "สถานะ", "ร้อยละ"),
            (action(FIRST), "กำลังดำเนินการ", "ร้อยละหกสิบ"),
            (action(SECOND), "กำลังดำเนินการ", "60 เปอร์เซ็นต์"),
            (action(THIRD), "กำลังดำเนินการ", "ยี่สิบเอ็ดเปอร์เซ็นต์"),
            (action(FOURTH), "กำลังดำเนินการ", "ครึ่งหนึ่ง"),
        ),
        (4, 4),
        {
            FIRST: {"status": UNDER_WAY, "percent": 60},
            SECOND: {"status": UNDER_WAY, "percent": 60},
            THIRD: {"status": UNDER_WAY, "percent": 21},
            FOURTH: {"status": UNDER_WAY},
        },
        (
            "measure-matched A3",
            "measure-matched A4",
            "measure-matched A5",
            "measure-matched A6",
            "ask-percent A6",
        ),
    ),
    "percent in words that a person made clear": Reported(
        lambda: csv_of(
            TITLE,
            ("มาตรการ", "สถานะ", "ร้อยละ"),
            (action(FOURTH), "กำลังดำเนินการ", "ครึ่งหนึ่ง"),
        ),
        (1, 1),
        {FOURTH: {"status": UNDER_WAY, "percent": 50}},
        ("measure-matched A3",),
        RowAnswers(percents={3: 50}),
    ),
    "percent out of range": Reported(
        lambda: csv_of(
            TITLE, ("มาตรการ", "สถานะ", "ร้อยละ"), (action(FOURTH), "กำลังดำเนินการ", "160%")
        ),
        (1, 0),
        {},
        ("percent-not-understood C3",),
    ),
    "answers of a form, the newest of a measure counts": Reported(
        answers_of_a_form(
            ("15/9/2024, 10:15:00", "สมศรี", SIXTH, "กำลังดำเนินการ", "60", ""),
            ("20/9/2024, 10:15:00", "สมชาย", SIXTH, "ดำเนินการแล้ว", "100", LINK),
        ),
        (2, 1),
        {SIXTH: {"status": DONE, "percent": 100, "evidence": LINK}},
        ("measure-matched C2", "measure-matched C3", "repeated-measure C2"),
    ),
    "lines of a chat": Reported(
        chat(
            "สำนักปลัด มาตรการ 3 เสร็จแล้ว 100%",
            "กองคลัง i11 อยู่ระหว่างดำเนินการ 40%",
            "ขอบคุณค่ะ",
        ),
        (3, 2),
        {
            THIRD: {
                "status": DONE,
                "percent": 100,
                "note": "สำนักปลัด มาตรการ 3 เสร็จแล้ว 100%",
            },
            SIXTH: {
                "status": UNDER_WAY,
                "percent": 40,
                "note": "กองคลัง i11 อยู่ระหว่างดำเนินการ 40%",
            },
        },
        ("row-skipped A3", "measure-matched A1", "measure-matched A2"),
        file_name="แชต.txt",
    ),
    "line of a chat by a division that does not lead": Reported(
        chat("กองคลัง มาตรการ 3 เสร็จแล้ว 100%"),
        (1, 0),
        {},
        ("ask-measure A1",),
        file_name="แชต.txt",
    ),
    "lines of a chat that name measures by a few of their words": Reported(
        chat(
            "สำนักปลัด จัดทำคู่มือการป้องกันการทุจริต เสร็จแล้วค่ะ",
            "10:17 สมศรี การขอยืม และควบคุมทรัพย์สิน อยู่ระหว่างดำเนินการ 40% ครับ",
            "จัดกิจกรรมส่งเสริมคุณธรรม จริยธรรม ยังไม่เริ่ม",
        ),
        (3, 3),
        {
            "2569-05-i14": {
                "status": DONE,
                "percent": 100,
                "note": "สำนักปลัด จัดทำคู่มือการป้องกันการทุจริต เสร็จแล้วค่ะ",
            },
            SIXTH: {
                "status": UNDER_WAY,
                "percent": 40,
                "note": "สมศรี การขอยืม และควบคุมทรัพย์สิน อยู่ระหว่างดำเนินการ 40% ครับ",
            },
            "2569-03-i7": {
                "status": NOT_BEGUN,
                "note": "จัดกิจกรรมส่งเสริมคุณธรรม จริยธรรม ยังไม่เริ่ม",
            },
        },
        ("measure-matched A1", "measure-matched A2", "measure-matched A3"),
        file_name="แชต.txt",
    ),
    "lines of a chat with words of several measures, of none, of one others lead": Reported(
        chat(
            "จัดทำคู่มือ เสร็จแล้ว",
            "จัดซื้อรถดับเพลิงคันใหม่ เสร็จแล้ว",
            "กองคลัง จัดทำคู่มือการป้องกันการทุจริต เสร็จแล้ว",
        ),
        (3, 0),
        {},
        ("ask-measure A1", "ask-measure A2", "ask-measure A3"),
        file_name="แชต.txt",
    ),
    "chat with times and names": Reported(
        chat(
            "10:15\tสมชาย\tสำนักปลัด มาตรการที่ 3 ยังไม่เสร็จ 40%",
            "10:17\tสมศรี\tสำนักปลัด มาตรการที่ 4 เสร็จเรียบร้อย",
        ),
        (2, 2),
        {
            THIRD: {
                "status": UNDER_WAY,
                "percent": 40,
                "note": "สมชาย สำนักปลัด มาตรการที่ 3 ยังไม่เสร็จ 40%",
            },
            FOURTH: {
                "status": DONE,
                "percent": 100,
                "note": "สมศรี สำนักปลัด มาตรการที่ 4 เสร็จเรียบร้อย",
            },
        },
        ("measure-matched A1", "measure-matched A2"),
        file_name="แชต.txt",
    ),
}
