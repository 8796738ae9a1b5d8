"""Tables of many agencies: sums, footnotes, agencies twice, names that want to be code."""

from tests.corpus.awkward_layouts import NATION, TITLE, WHOLE_2568, case
from tests.corpus.tables import Awkward

AGENCIES = ("หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม")
KHEMARAT = ("อบต.เขมราฐ", 80, 90, 95, 89)


def agency_scores(name: str) -> dict[str, float]:
    return {f"{name} {key}": value for key, value in WHOLE_2568.items()}


NATIONS: dict[str, Awkward] = {
    "agencies with numbered columns and sums": case(
        [
            TITLE,
            AGENCIES,
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            KHEMARAT,
            ("ค่าเฉลี่ย", 1, 2, 3, 4),
            ("รวมจังหวัดอุบลราชธานี", 5, 6, 7, 8),
            ("ที่มา: สำนักงาน ป.ป.ช.",),
        ],
        NATION,
        (5, 1),
        agency_scores("อบต.เขมราฐ"),
        ("row-skipped A3", "row-skipped A5", "row-skipped A6", "row-skipped A7"),
    ),
    "agencies with a nameless one": case(
        [TITLE, AGENCIES, KHEMARAT, ("", 80, 90, 95, 89)],
        NATION,
        (2, 1),
        agency_scores("อบต.เขมราฐ"),
        ("missing-agency A4",),
    ),
    "row of scores out of step": case(
        [TITLE, AGENCIES, KHEMARAT, (80, 90, 95, 89)],
        NATION,
        (2, 1),
        agency_scores("อบต.เขมราฐ"),
        ("missing-agency A4",),
    ),
    "agency twice": case(
        [TITLE, AGENCIES, KHEMARAT, ("อบต. เขมราฐ", 80, 90, 95, 89)],
        NATION,
        (2, 1),
        agency_scores("อบต.เขมราฐ"),
        tuple(f"repeated-score {c}4" for c in "BCDE"),
    ),
    "agency twice with other scores": case(
        [TITLE, AGENCIES, KHEMARAT, ("อบต.เขมราฐ", 80, 90, 95, 89.01)],
        NATION,
        (2, 1),
        {key: value for key, value in agency_scores("อบต.เขมราฐ").items() if "total" not in key},
        ("conflicting-score E3", *(f"repeated-score {c}4" for c in "BCD"), "conflicting-score E4"),
    ),
    **{
        f"agency named {name[:12]!r}": case(
            [TITLE, AGENCIES, (name, 80, 90, 95, 89)], NATION, (1, 1), agency_scores(name)
        )
        for name in (
            "=cmd|'/c calc'!A1",
            "+อบต.ค+1",
            "@SUM(A1)",
            "<script>alert(1)</script>",
            "**อบต.ก**",
            "[กด](http://x.test)",
            "![x](http://x.test/a.png)",
            "$\\LaTeX$",
            ":red[อบต.ข]",
            "อบต." + "ก" * 5_000,
            "อบต.\u202eคค",
            "NULL",
            "'; drop table score; --",
        )
    },
    "agencies below a row of full marks": case(
        [TITLE, AGENCIES, ("", "30.00", "30.00", "40.00", "100.00"), KHEMARAT],
        NATION,
        (2, 1),
        agency_scores("อบต.เขมราฐ"),
        ("row-skipped A3",),
    ),
    "agencies below full marks with a name": case(
        [TITLE, AGENCIES, ("คะแนนเต็ม", 100, 100, 100, 100), KHEMARAT],
        NATION,
        (2, 1),
        agency_scores("อบต.เขมราฐ"),
        ("row-skipped A3",),
    ),
    "agencies with full marks in the headings": case(
        [
            TITLE,
            ("หน่วยงาน", "IIT 30.00", "EIT\n30.00", "OIT\n40.00", "คะแนน ITA\n100.00"),
            ("อบต.เขมราฐ", "24.00", "27.00", "38.00", "89.00"),
        ],
        NATION,
        (1, 1),
        agency_scores("อบต.เขมราฐ"),
        ("weighted-instruments B3",),
    ),
    "agencies with a total for each year": case(
        [("หน่วยงาน", "คะแนน ปี 2567", "ระดับ ปี 2567", "คะแนน ปี 2568"), ("อบต.ก", 80, "", 81)],
        NATION,
        (1, 1),
        {"อบต.ก 2567 total": 80.0, "อบต.ก 2568 total": 81.0},
    ),
    "home agency in other spellings": case(
        [TITLE, AGENCIES, ("องค์การบริหารส่วนตำบล กุศกร", 80, 90, 95, 89)],
        NATION,
        (1, 1),
        WHOLE_2568,
    ),
    "nothing but agencies that were not assessed": case(
        [TITLE, AGENCIES, ("อบต.เขมราฐ", *["ไม่ประเมิน"] * 4)],
        NATION,
        (1, 0),
        {},
        tuple(f"not-assessed {c}3" for c in "BCDE"),
    ),
}
