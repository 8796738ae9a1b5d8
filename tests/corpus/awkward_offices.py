"""Score tables as neighbours and offices send them: turned sideways, with boxes, pivoted."""

from data.model.records import Form
from tests.corpus.tables import Awkward, Outcome, csv_of
from tests.helpers.workbooks import Rows

TITLE = ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",)
REPORT, NATION = Form.SCORES_REPORT, Form.SCORES_AGENCIES
FIRST, SIXTH = "1. การปฏิบัติหน้าที่", "6. คุณภาพการดำเนินงาน"
TWO = {"2568 1": 92.82, "2568 6": 88.21}
KHAM, CHAROEN = "อบต.ขามเปี้ย", "เทศบาลตำบลนาเจริญ"


def case(rows: Rows, *outcome: object) -> Awkward:
    width = max(map(len, rows))
    squared = [(*row, *[""] * (width - len(row))) for row in rows]
    return Awkward(lambda: csv_of(*squared), (Outcome(*outcome),))  # type: ignore[arg-type]


def beside(rows: Rows, *outcomes: Outcome) -> Awkward:
    """Tables that stand beside each other, each of which is a sheet of its own."""
    width = max(map(len, rows))
    squared = [(*row, *[""] * (width - len(row))) for row in rows]
    return Awkward(lambda: csv_of(*squared), outcomes)


TWICE = ("ตัวชี้วัด", "คะแนน", "", "ตัวชี้วัด", "คะแนน")
SIDES = [(FIRST, 92.82, "", FIRST, 80.1), (SIXTH, 88.21, "", SIXTH, 79.5)]
THEIRS = {f"{KHAM} 2568 1": 80.1, f"{KHAM} 2568 6": 79.5}
FEW = ("missing-indicators B3", "missing-indicators B4", "missing-indicators E4")

OFFICES: dict[str, Awkward] = {
    "own scores beside a neighbour's": beside(
        [TITLE, ("อบต.กุศกร", "", "", KHAM), TWICE, *SIDES],
        Outcome(REPORT, (2, 2), TWO, (FEW[1],)),
        Outcome(REPORT, (2, 2), THEIRS, ("ask-agency D2", FEW[2])),
    ),
    "two halves of one list beside each other": beside(
        [TITLE, TWICE, (FIRST, 92.82, "", SIXTH, 88.21)],
        Outcome(REPORT, (1, 1), {"2568 1": 92.82}, (FEW[0],)),
        Outcome(REPORT, (1, 1), {"2568 6": 88.21}, ("missing-indicators E3",)),
    ),
    "respondents beside scores under the headings of scores": case(
        [
            TITLE,
            ("หน่วยงาน", "IIT", "EIT", "", "หน่วยงาน", "IIT"),
            (KHAM, 80.25, 90.5, "", KHAM, 35),
        ],
        NATION,
        (1, 1),
        {f"{KHAM} 2568 IIT": 80.25, f"{KHAM} 2568 EIT": 90.5},
        ("duplicate-column E2", "duplicate-column F2"),
    ),
    "agencies as columns": case(
        [
            TITLE,
            ("ตัวชี้วัด", "อบต.กุศกร", KHAM, CHAROEN, "เฉลี่ย"),
            (FIRST, 90.1, 80.2, 70.3, 80.2),
            ("คะแนนรวม", 92.3, 80.4, 75.1, 82.6),
            ("ระดับผลการประเมิน", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุง", ""),
        ],
        NATION,
        (3, 3),
        {
            "2568 1": 90.1,
            "2568 total": 92.3,
            f"{KHAM} 2568 1": 80.2,
            f"{KHAM} 2568 total": 80.4,
            f"{CHAROEN} 2568 1": 70.3,
            f"{CHAROEN} 2568 total": 75.1,
        },
        (
            "column-ignored E2",
            "missing-indicators B3",
            "missing-indicators C3",
            "missing-indicators D3",
        ),
    ),
    "agencies as columns without a year": case(
        [("ผลการประเมิน ITA",), ("ตัวชี้วัด", "อบต.กุศกร", KHAM), ("คะแนนรวม", 92.3, 80.4)],
        NATION,
        (1, 0),
        {},
        ("ask-year ",),
    ),
    "averages of districts in the column of districts": case(
        [
            TITLE,
            ("ลำดับ", "อำเภอ", "หน่วยงาน", "คะแนนรวม"),
            (1, "ตระการพืชผล", "อบต.กุศกร", 92.1),
            (2, "ตระการพืชผล", KHAM, 82.1),
            ("", "เฉลี่ยอำเภอตระการพืชผล", "", 87.1),
            (3, "นาตาล", CHAROEN, 82.2),
            ("", "เฉลี่ยอำเภอนาตาล", "", 82.2),
            ("", "รวมทั้งจังหวัด", "", 83.2),
        ],
        NATION,
        (6, 3),
        {"2568 total": 92.1, f"{KHAM} 2568 total": 82.1, f"{CHAROEN} 2568 total": 82.2},
        ("row-skipped A5", "row-skipped A7", "row-skipped A8"),
    ),
    "parts of indicators 9 and 10": case(
        [
            TITLE,
            ("ตัวชี้วัด", "คะแนน"),
            ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", 95.2),
            ("9.1 ข้อมูลพื้นฐาน", 100),
            ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 88.5),
            ("10.2 การดำเนินการเพื่อป้องกันการทุจริต", 97.5),
        ],
        REPORT,
        (4, 2),
        {"2568 9": 95.2, "2568 10": 88.5},
        ("missing-indicators B3", "row-skipped A4", "row-skipped A6"),
    ),
    "respondents beside scores": case(
        [
            TITLE,
            ("เครื่องมือ", "จำนวนผู้ตอบ (คน)", "คะแนน"),
            ("IIT", 30, 90.12),
            ("EIT", 96, 88.21),
        ],
        REPORT,
        (2, 2),
        {"2568 IIT": 90.12, "2568 EIT": 88.21},
        ("column-ignored B2",),
    ),
    "box with the total beside the headings": case(
        [
            TITLE,
            ("ตัวชี้วัด", "คะแนน", "", "คะแนนรวม", 89.5),
            (FIRST, 92.82, "", "ระดับ", "ผ่านดี"),
            (SIXTH, 88.21),
        ],
        REPORT,
        (2, 2),
        TWO,
        ("column-ignored D2", "column-ignored E2", "missing-indicators B3"),
    ),
    "items with their scores and whether they passed": case(
        [TITLE, ("ข้อ", "คะแนน", "สถานะ"), ("o1", 100, "ผ่าน"), ("o2", 0, "ไม่ผ่าน")],
        REPORT,
        (2, 2),
        {"2568 o1": 100.0, "2568 o2": 0.0},
        ("column-ignored C2",),
    ),
    "pivot table of sums": case(
        [
            TITLE,
            ("ป้ายชื่อแถว", "ผลรวมของ คะแนน"),
            (FIRST, 92.82),
            (SIXTH, 88.21),
            ("ผลรวมทั้งหมด", 181.03),
        ],
        REPORT,
        (3, 2),
        TWO,
        ("ask-kind B2", "missing-indicators B3", "row-skipped A5"),
    ),
    "pivot table of agencies": case(
        [
            TITLE,
            ("Average of คะแนน", "Column Labels"),
            ("Row Labels", "IIT", "EIT", "OIT"),
            ("อบต.กุศกร", 92.82, 88.21, 90.1),
            (KHAM, 82.82, 78.21, 80.1),
            ("Grand Total", 87.82, 83.21, 85.1),
        ],
        NATION,
        (3, 2),
        {
            "2568 IIT": 92.82,
            "2568 EIT": 88.21,
            "2568 OIT": 90.1,
            f"{KHAM} 2568 IIT": 82.82,
            f"{KHAM} 2568 EIT": 78.21,
            f"{KHAM} 2568 OIT": 80.1,
        },
        ("ask-kind A2", "row-skipped A6"),
    ),
    "full marks behind the scores": case(
        [TITLE, ("ตัวชี้วัด", "คะแนน"), (FIRST, "92.82/100"), (SIXTH, "88.21 / 100")],
        REPORT,
        (2, 2),
        TWO,
        ("score-converted B3", "missing-indicators B3", "score-converted B4"),
    ),
    "footnote of a score": case(
        [TITLE, ("ตัวชี้วัด", "คะแนน"), (FIRST, "92.82*"), (SIXTH, 88.21), ("* ปัดเศษแล้ว",)],
        REPORT,
        (3, 2),
        TWO,
        ("score-converted B3", "missing-indicators B3", "row-skipped A5"),
    ),
    "footnote that a score may change": case(
        [TITLE, ("ตัวชี้วัด", "คะแนน"), (FIRST, "92.82*"), (SIXTH, 88.21), ("* ก่อนการอุทธรณ์",)],
        REPORT,
        (3, 2),
        TWO,
        ("score-converted B3", "missing-indicators B3", "row-skipped A5", "ask-kind A5"),
    ),
    "decimal comma in a short file of lines": Awkward(
        f'{TITLE[0]}\nตัวชี้วัด,คะแนน\n{FIRST},"92,82"\n'.encode,
        (
            Outcome(
                REPORT,
                (1, 1),
                {"2568 1": 92.82},
                ("score-converted B3", "missing-indicators B3"),
            ),
        ),
    ),
    "decimal comma": case(
        [TITLE, ("ตัวชี้วัด", "คะแนน"), (FIRST, "92,82"), (SIXTH, "88,21")],
        REPORT,
        (2, 2),
        TWO,
        ("score-converted B3", "missing-indicators B3", "score-converted B4"),
    ),
}
