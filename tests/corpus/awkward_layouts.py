"""Score tables whose headings, rows, titles and neighbours are odd."""

from data.model.records import Form
from tests.corpus.tables import Awkward, Outcome, csv_of, long_of
from tests.helpers.workbooks import LONG, Rows

TITLE = ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",)
REPORT = ("ประเด็น/ตัวชี้วัด", "คะแนน")
WHOLE = {"IIT": 80.0, "EIT": 90.0, "OIT": 95.0, "total": 89.0}
WHOLE_2568 = {f"2568 {code}": value for code, value in WHOLE.items()}


def case(rows: Rows, *outcome: object) -> Awkward:
    return Awkward(lambda: csv_of(*rows), (Outcome(*outcome),))  # type: ignore[arg-type]


LONG_FORM, YEARS, REPORTS, NATION = (
    Form.SCORES_LONG,
    Form.SCORES_YEARS,
    Form.SCORES_REPORT,
    Form.SCORES_AGENCIES,
)
LAYOUTS: dict[str, Awkward] = {
    "report without headings": case([TITLE, *WHOLE.items()], REPORTS, (4, 4), WHOLE_2568),
    "report with headings in the tenth row": case(
        [TITLE, *[()] * 8, REPORT, *WHOLE.items()], REPORTS, (4, 4), WHOLE_2568
    ),
    "report that repeats its headings": case(
        [TITLE, REPORT, ("IIT", 80), REPORT, ("EIT", 90)],
        REPORTS,
        (3, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
        ("row-skipped A4",),
    ),
    "report with two years in its title": case(
        [("เทียบปี 2567 กับปี 2568",), REPORT, *WHOLE.items()], REPORTS, (4, 0), {}, ("ask-year A1",)
    ),
    "report without a year": case([REPORT, *WHOLE.items()], REPORTS, (4, 0), {}, ("ask-year ",)),
    "report of a year nobody described": case(
        [("ประจำปีงบประมาณ 2598",), REPORT, *WHOLE.items()],
        REPORTS,
        (4, 4),
        {f"2598 {code}": value for code, value in WHOLE.items()},
        ("unknown-year B3", "ask-kind B3"),
    ),
    "report of another organisation": case(
        [("ประจำปี 2568 เทศบาลตำบลเขมราฐ",), REPORT, *WHOLE.items()],
        REPORTS,
        (4, 4),
        {f"เทศบาลตำบลเขมราฐ {key}": value for key, value in WHOLE_2568.items()},
        ("ask-agency A1",),
    ),
    "report with weights beside the scores": case(
        [TITLE, (*REPORT, "น้ำหนัก"), ("IIT", 80, 30), ("EIT", 90, 30)],
        REPORTS,
        (2, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
    ),
    "report with weighted instruments": case(
        [TITLE, REPORT, ("IIT", 24), ("EIT", 27), ("OIT", 38), ("คะแนนรวม", 89)],
        REPORTS,
        (4, 4),
        WHOLE_2568,
        ("weighted-instruments B3",),
    ),
    "report whose instruments may be weighted": case(
        [TITLE, REPORT, ("IIT", 24), ("EIT", 27), ("OIT", 38)],
        REPORTS,
        (3, 3),
        {"2568 IIT": 24.0, "2568 EIT": 27.0, "2568 OIT": 38.0},
        ("ambiguous-instruments B3",),
    ),
    "report of percent formats": case(
        [TITLE, REPORT, ("IIT", 0.8), ("EIT", 0.9), ("OIT", 0.95), ("คะแนนรวม", 0.89)],
        REPORTS,
        (4, 4),
        {"2568 IIT": 0.8, "2568 EIT": 0.9, "2568 OIT": 0.95, "2568 total": 0.89},
        ("scores-are-fractions B3",),
    ),
    "report whose total is wrong": case(
        [TITLE, REPORT, ("IIT", 80), ("EIT", 90), ("OIT", 95), ("คะแนนรวม", 88.5)],
        REPORTS,
        (4, 4),
        WHOLE_2568 | {"2568 total": 88.5},
        ("total-differs B6",),
    ),
    "report whose level is wrong": case(
        [
            TITLE,
            (*REPORT, "ระดับ"),
            ("IIT", 80, ""),
            ("EIT", 90, ""),
            ("OIT", 95, ""),
            ("คะแนนรวม", 89, "ผ่านดีเยี่ยม"),
        ],
        REPORTS,
        (4, 4),
        WHOLE_2568,
        ("level-differs C6",),
    ),
    "report with a level nobody knows": case(
        [TITLE, (*REPORT, "ระดับ"), ("คะแนนรวม", 89, "ดีมากที่สุด")],
        REPORTS,
        (1, 1),
        {"2568 total": 89.0},
        ("unknown-level C3",),
    ),
    "report of half the indicators": case(
        [TITLE, REPORT, *((f"ตัวชี้วัดที่ {n}", 90) for n in range(1, 6))],
        REPORTS,
        (5, 5),
        {f"2568 {n}": 90.0 for n in range(1, 6)},
        ("missing-indicators B3", "ask-kind B3"),
    ),
    "report with a footnote and a sum of rows": case(
        [TITLE, REPORT, ("IIT", 80), ("EIT", 90), (), ("ค่าเฉลี่ย", 85), ("หมายเหตุ: ก่อนทักท้วง",)],
        REPORTS,
        (4, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
        ("row-skipped A6", "row-skipped A7"),
    ),
    "the same score twice": case(
        [LONG, (2568, "IIT", 80), (2568, "iit", "80.00")],
        LONG_FORM,
        (2, 1),
        {"2568 IIT": 80.0},
        ("repeated-score C3",),
    ),
    "two scores for one thing": case(
        [LONG, (2568, "IIT", 80), (2568, "IIT", 81), (2568, "EIT", 90)],
        LONG_FORM,
        (3, 1),
        {"2568 EIT": 90.0},
        ("conflicting-score C2", "conflicting-score C3"),
    ),
    "item the year does not have": case(
        [LONG, (2568, "o43", 100)],
        LONG_FORM,
        (1, 1),
        {"2568 o43": 100.0},
        ("item-not-in-framework C2",),
    ),
    "indicator the year does not have": case(
        [LONG, (2568, "ตัวชี้วัดที่ 77", 90)],
        LONG_FORM,
        (1, 1),
        {"2568 77": 90.0},
        ("unknown-indicator C2",),
    ),
    "scores between bars": case(
        [("|".join(LONG),), ("2568|IIT|80",)], None, (2, 0), {}, ("nothing-recognised ",)
    ),
    "two score columns": case(
        [(*LONG, "คะแนน"), (2568, "IIT", 80, 81)],
        LONG_FORM,
        (1, 1),
        {"2568 IIT": 80.0},
        ("duplicate-column D1",),
    ),
    "column nobody knows": case(
        [(*LONG, "เบอร์โทร"), (2568, "IIT", 80, "045-123456")],
        LONG_FORM,
        (1, 1),
        {"2568 IIT": 80.0},
        ("column-ignored D1",),
    ),
    "scores above their headings": case(
        [("IIT", 80), TITLE, REPORT, ("EIT", 90)],
        REPORTS,
        (2, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
    ),
    "indicator above the headings": case(
        [("ตัวชี้วัดที่ 3", 80), TITLE, REPORT, ("EIT", 90)],
        REPORTS,
        (1, 1),
        {"2568 EIT": 90.0},
        ("row-skipped B1",),
    ),
    "report with total and level above its table": case(
        [TITLE, ("คะแนนรวม 89.00 คะแนน", "ระดับผลการประเมิน: ผ่าน"), REPORT, *WHOLE.items()],
        REPORTS,
        (5, 5),
        WHOLE_2568,
        ("repeated-score A2",),
    ),
    "two years below one another": case(
        [TITLE, REPORT, ("IIT", 80), (), ("ผลการประเมิน ปี 2567",), REPORT, ("IIT", 70)],
        REPORTS,
        (4, 2),
        {"2568 IIT": 80.0, "2567 IIT": 70.0},
        ("section-year A5", "row-skipped A6"),
    ),
    "report with instruments in a column of their own": case(
        [TITLE, (*REPORT, "คะแนนเครื่องมือ"), ("ตัวชี้วัดที่ 6", 88, 90)],
        REPORTS,
        (1, 1),
        {"2568 6": 88.0, "2568 EIT": 90.0},
        ("missing-indicators B3",),
    ),
    "headings with the full mark in brackets": case(
        [TITLE, ("ตัวชี้วัด", "คะแนน (เต็ม 100 คะแนน)"), *WHOLE.items()],
        REPORTS,
        (4, 4),
        WHOLE_2568,
    ),
    "thirty thousand blank rows in between": case(
        [LONG, (2568, "IIT", 80), *[("", "", "")] * 30_000, (2568, "EIT", 90)],
        LONG_FORM,
        (2, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
    ),
    "row longer than the headings": case(
        [LONG, (2568, "IIT", 80, "", "", 81), (2568, "EIT", 90)],
        LONG_FORM,
        (2, 2),
        {"2568 IIT": 80.0, "2568 EIT": 90.0},
        ("column-ignored F1", "ask-kind F1"),
    ),
    "row shorter than the headings": case(
        [LONG, (2568, "IIT"), (2568, "EIT", 90)],
        LONG_FORM,
        (2, 1),
        {"2568 EIT": 90.0},
        ("row-skipped A2",),
    ),
    "headings in two rows": case(
        [
            TITLE,
            ("รายการ", "ผลการประเมิน", ""),
            ("", "2567", "2568"),
            ("IIT", 80, 81),
            ("EIT", 82, 83),
        ],
        YEARS,
        (2, 2),
        {"2567 IIT": 80.0, "2568 IIT": 81.0, "2567 EIT": 82.0, "2568 EIT": 83.0},
        ("ask-kind B4",),
    ),
    "years of two digits": case(
        [("ตัวชี้วัด", "67", "68"), ("IIT", 80, 81), ("EIT", 82, 83)],
        YEARS,
        (2, 2),
        {"2567 IIT": 80.0, "2568 IIT": 81.0, "2567 EIT": 82.0, "2568 EIT": 83.0},
        ("ask-kind B2",),
    ),
    "years of the common era": case(
        [("ตัวชี้วัด", "2024", "FY 2025"), ("IIT", 80, 81), ("EIT", 82, 83)],
        YEARS,
        (2, 2),
        {"2567 IIT": 80.0, "2568 IIT": 81.0, "2567 EIT": 82.0, "2568 EIT": 83.0},
        ("year-converted B1", "year-converted C1", "ask-kind B2"),
    ),
    "score without a year beside the years": case(
        [("ตัวชี้วัด", "คะแนน", "2568"), ("IIT", 80, 81), ("EIT", 82, 83)],
        YEARS,
        (2, 2),
        {"2568 IIT": 81.0, "2568 EIT": 83.0},
        ("column-ignored B1",),
    ),
    "year in two columns": case(
        [("ตัวชี้วัด", "2568", "ปี 2568"), ("IIT", 80, 81), ("EIT", 82, 83)],
        YEARS,
        (2, 2),
        {"2568 IIT": 80.0, "2568 EIT": 82.0},
        ("duplicate-column C1",),
    ),
    "notes and no table": case(
        [("ประชุมวันที่ 5",), ("ผู้เข้าประชุม", "ลายเซ็น")], None, (2, 0), {}, ("nothing-recognised A2",)
    ),
    "only headings": case([LONG], LONG_FORM, (0, 0), {}, ("empty-sheet ",)),
}


def printed(*lines: str, **outcome: object) -> Awkward:
    """A report as lines of text without any tab."""
    return Awkward(lambda: "\n".join(lines).encode(), (Outcome(**outcome),))  # type: ignore[arg-type]


PRINTED = {
    "report of lines copied out of a PDF": printed(
        TITLE[0],
        "ตัวชี้วัด คะแนน",
        "แบบวัด IIT 80.00",
        "แบบวัด EIT 90.00",
        "แบบตรวจ OIT 95.00",
        "คะแนนรวม 89.00",
        form=REPORTS,
        rows=(4, 4),
        scores=WHOLE_2568,
    ),
    "lines of a PDF of which one lost a score": printed(
        "ตัวชี้วัด ปี 2567 ปี 2568",
        "IIT 80.00 81.00",
        "EIT 82.00 83.00",
        "OIT 95.00",
        "รวม 89.00 90.00",
        form=YEARS,
        rows=(4, 3),
        scores={
            "2567 IIT": 80.0,
            "2568 IIT": 81.0,
            "2567 EIT": 82.0,
            "2568 EIT": 83.0,
            "2567 total": 89.0,
            "2568 total": 90.0,
        },
        found=("ask-kind B2", "row-skipped A4"),
    ),
    "glued scores, a broken heading, a wrapped name and a total without its number": printed(
        TITLE[0],
        "ตัวชี้ วัด ค ะแนน",
        "1. การปฏิบัติหน้าที่92.82%",
        "2. การใช้งบ",
        "ประมาณ 88.10%",
        "3. การใช้อํานาจ 80.50%",
        "คะแนนรวม",
        form=REPORTS,
        rows=(4, 3),
        scores={"2568 1": 92.82, "2568 2": 88.1, "2568 3": 80.5},
        found=("missing-indicators B3", "row-skipped A7"),
    ),
}


def encoded(encoding: str, score: float) -> Awkward:
    rows = ((2568, "IIT", score), (2568, "ตัวชี้วัดที่ ๓", 90))
    scores = {"2568 IIT": score, "2568 3": 90.0}
    outcome = Outcome(LONG_FORM, (2, 2), scores, ("missing-indicators C3",))
    return Awkward(lambda: long_of(*rows, encoding=encoding), (outcome,))


def separated(mark: str, score: float) -> Awkward:
    rows = (LONG, (2568, "IIT", score), (2568, "i1", 70))
    outcome = Outcome(LONG_FORM, (2, 2), {"2568 IIT": score, "2568 i1": 70.0})
    return Awkward(lambda: csv_of(*rows, delimiter=mark), (outcome,))


ENCODED = {
    f"scores in {encoding}": encoded(encoding, 80.0 + at)
    for at, encoding in enumerate(("cp874", "utf-16", "utf-8-sig", "tis-620"))
}
SEPARATED = {
    f"scores between {mark!r}": separated(mark, score)
    for mark, score in (("\t", 80.25), (";", 80.75))
}
