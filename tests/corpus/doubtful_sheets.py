"""Sheets that do not say plainly what kind they are, whose, or of which year; and some that do."""

from tests.corpus.awkward_layouts import NATION, REPORT, REPORTS, YEARS, case
from tests.corpus.tables import Awkward

SCORED = {"IIT": 80.51, "EIT": 90.25, "OIT": 95.75}
ROWS = tuple(SCORED.items())
OF_2568 = {f"2568 {code}": value for code, value in SCORED.items()}
TITLE = "ผลการประเมิน ITA ปีงบประมาณ 2568"
INDICATORS = tuple((f"ตัวชี้วัดที่ {at}", 80 + at / 10) for at in range(1, 11))
OF_INDICATORS = {f"2568 {at}": 80 + at / 10 for at in range(1, 11)}


def titled(*titles: str, found: tuple[str, ...] = (), of: str = "") -> Awkward:
    """A report under some titles; what is asked keeps it from being saved."""
    scores = {f"{of} {key}".strip(): value for key, value in OF_2568.items()}
    return case([*((title,) for title in titles), REPORT, *ROWS], REPORTS, (3, 3), scores, found)


def of_no_year(*titles: str, cell: str) -> Awkward:
    found = (f"ask-year {cell}",)
    return case([*((title,) for title in titles), REPORT, *ROWS], REPORTS, (3, 0), {}, found)


def numbers(values: tuple[float, ...], *found: str) -> Awkward:
    rows = [(f"ตัวชี้วัดที่ {at}", value) for at, value in enumerate(values, start=1)]
    scores = {f"2568 {at}": float(value) for at, value in enumerate(values, start=1)}
    return case([(TITLE,), REPORT, *rows], REPORTS, (len(values),) * 2, scores, found)


def headed(heading: str, *found: str) -> Awkward:
    rows = [(TITLE,), ("ตัวชี้วัด", heading), *ROWS]
    return case(rows, REPORTS, (3, 3), OF_2568, found)


def beside(heading: str, *found: str) -> Awkward:
    rows = [(TITLE,), (*REPORT, heading), *((*row, 77.7 + at) for at, row in enumerate(ROWS))]
    return case(rows, REPORTS, (3, 3), OF_2568, found)


def over_years(group: str, *found: str) -> Awkward:
    rows = [(TITLE.partition(" ปี")[0],), ("ตัวชี้วัด", group, group), (None, "2567", "2568")]
    rows += [("IIT", 80.5, 81.5), ("EIT", 82.5, 83.5)]  # type: ignore[list-item]
    scores = {"2567 IIT": 80.5, "2568 IIT": 81.5, "2567 EIT": 82.5, "2568 EIT": 83.5}
    return case(rows, YEARS, (2, 2), scores, found)


BODIES = (
    "โรงเรียนบ้านกุศกร",
    "มหาวิทยาลัยอุบลราชธานี",
    "โรงพยาบาลตระการพืชผล",
    "จังหวัดอุบลราชธานี",
    "อำเภอตระการพืชผล",
    "กรมการปกครอง",
    "ระดับประเทศ",
    "บ้านหนองแวง",
)
OTHER_KINDS = (
    "เป้าหมาย ITA ปี 2568",
    "ประมาณการคะแนน ITA ปี 2568",
    "ค่าเฉลี่ย ITA ปี 2568",
    "จำนวนผู้ตอบ ITA ปี 2568",
    "อันดับ ITA ปี 2568",
    "ลำดับที่ ITA ปี 2568",
    "ร้อยละของผู้ตอบ ITA ปี 2568",
    "น้ำหนัก ITA ปี 2568",
    "คะแนนเต็ม ITA ปี 2568",
    "คะแนน ITA ก่อนชี้แจง ปี 2568",
    "คะแนน ITA หลังชี้แจง ปี 2568",
    "(ร่าง) คะแนน ITA ปี 2568",
    "ข้อมูลตัวอย่าง: คะแนน ITA สมมติ ปี 2568",
)
DOUBTFUL: dict[str, Awkward] = {
    "report that says all three": titled("ผลการประเมิน ITA ของ อบต.กุศกร ปีงบประมาณ 2568"),
    "report with the place of the home agency": titled(
        TITLE, "องค์การบริหารส่วนตำบลกุศกร อำเภอตระการพืชผล จังหวัดอุบลราชธานี"
    ),
    "report under a report of the year after": of_no_year(
        "รายงานผลการดำเนินงาน ปีงบประมาณ 2569", "ผลคะแนนการประเมิน ITA ปี 2568", cell="A2"
    ),
    "report signed in the year after": titled(TITLE, "ประกาศ ณ วันที่ 5 สิงหาคม พ.ศ. 2569"),
    "report numbered like a letter": titled(TITLE, "ที่ อบ 74201/2569"),
    "report under a law": titled(TITLE, "ตามพระราชบัญญัติการป้องกันการทุจริต พ.ศ. 2561"),
    "report that tells its source": titled(f"{TITLE} อบต.กุศกร", "ที่มา: สำนักงาน ป.ป.ช."),
    "years as columns under a range": over_years("คะแนน ปี 2567–2568".replace("ปี ", "")),
    **{
        f"report of {body}": titled(f"{TITLE} ของ{body}", found=("ask-agency A1",), of=body)
        for body in BODIES
    },
    **{f"report titled {title}": titled(title, found=("ask-kind A1",)) for title in OTHER_KINDS},
    "scores headed as targets": case(
        [(TITLE,), ("ตัวชี้วัด", "คะแนนเป้าหมาย"), *ROWS],
        None,
        (5, 0),
        {},
        ("nothing-recognised A2",),
    ),
    "scores headed as means": headed("ค่าเฉลี่ย", "ask-kind B2"),
    "budgets over years": over_years("งบประมาณ", "ask-kind B3", "ask-kind C3"),
    "targets over years": over_years(
        "ค่าเป้าหมาย", *(f"ask-kind {cell}" for cell in ("B2", "B3", "C3"))
    ),
    "own score beside the average": beside("ค่าเฉลี่ยจังหวัด", "column-ignored C2", "ask-kind C2"),
    "score beside that after the appeal": beside("หลังอุทธรณ์", "column-ignored C2", "ask-kind C2"),
    "score beside the highest": beside("สูงสุด", "column-ignored C2", "ask-kind C2"),
    "score beside respondents": beside("จำนวนผู้ตอบ", "column-ignored C2"),
    "agencies with columns i1 to i10": case(
        [(TITLE,), ("หน่วยงาน", *(f"i{at}" for at in range(1, 11))), ("อบต.ก", *[80.5] * 10)],
        NATION,
        (1, 1),
        {f"อบต.ก 2568 i{at}": 80.5 for at in range(1, 11)},
        ("ask-kind B2",),
    ),
    "questions 1 to 9": case(
        [(TITLE,), ("ข้อ", "คะแนน"), *((at, 80 + at / 10) for at in range(1, 10))],
        REPORTS,
        (9, 9),
        {f"2568 {at}": 80 + at / 10 for at in range(1, 10)},
        ("ask-kind A2", "missing-indicators B3"),
    ),
    "shares among hundreds": numbers((0.85, *[80.5] * 9), "ask-kind B3"),
    "whole numbers that could be counts": numbers(
        (31, 12, 7, 45, 9, 3, 18, 22, 40, 5), "ask-kind B3"
    ),
    "answers on a scale of five": numbers(
        (4.2, 3.9, 4.4, 4.1, 3.8, 4.6, 4.0, 4.3, 4.5, 4.7), "ask-kind B3"
    ),
    "weights that sum to a hundred": numbers((8, 8, 7, 7, 10, 10, 10, 10, 15, 15), "ask-kind B3"),
    "provincial book with averages in the column of districts": case(
        [
            (TITLE,),
            ("อำเภอ", "หน่วยงาน", "คะแนนรวม"),
            ("เมือง", "อบต.ก", 80.5),
            ("เฉลี่ยอำเภอเมือง", None, 80.5),
            ("เฉลี่ยจังหวัด", None, 81.5),
        ],
        NATION,
        (3, 1),
        {"อบต.ก 2568 total": 80.5},
        ("row-skipped A4", "row-skipped A5"),
    ),
    "report with parts of indicators": case(
        [(TITLE,), REPORT, *INDICATORS, ("9.1 ข้อมูลพื้นฐาน", 81.0), ("10.2 มาตรการภายใน", 82.0)],
        REPORTS,
        (12, 10),
        OF_INDICATORS,
        ("row-skipped A13", "row-skipped A14"),
    ),
    "scores with a footnote, a full mark and a comma": case(
        [(TITLE,), REPORT, ("IIT", "80.51*"), ("EIT", "90.25/100"), ("OIT", "95,75")],
        REPORTS,
        (3, 3),
        OF_2568,
        ("score-converted B3", "score-converted B4", "score-converted B5"),
    ),
    "table whose scores have another name": case(
        [(TITLE,), ("ตัวชี้วัด", "ผลที่ได้"), ("IIT", "ดี"), ("EIT", "ดี")],
        None,
        (4, 0),
        {},
        ("nothing-recognised A2",),
    ),
}
