"""Single cells as people type them: odd numbers, odd codes, odd years, odd texts."""

from data.model.records import Form
from tests.corpus.tables import Awkward, Outcome, long_of

# What stands in the score cell, and the score or the finding it must give.
NUMBERS: dict[str, float | str | None] = {
    "nan": "score-not-a-number",
    "NaN": "score-not-a-number",
    "Inf": "score-not-a-number",
    "-infinity": "score-not-a-number",
    "1e999": "score-not-a-number",
    "8.5e1": "score-not-a-number",
    "8_5": "score-not-a-number",
    "0x55": "score-not-a-number",
    "85,21,1": "score-not-a-number",
    "85.21.1": "score-not-a-number",
    "85..2": "score-not-a-number",
    "+85": "score-not-a-number",
    "85 บาท": "score-not-a-number",
    "แปดสิบห้า": "score-not-a-number",
    "=80+5": "score-not-a-number",
    "TRUE": "score-not-a-number",
    "2568-01-02": "score-not-a-number",
    "#REF!": "score-not-a-number",
    "⁸⁵": "score-not-a-number",
    "८५": "score-not-a-number",
    "1,000": "score-out-of-range",
    "-0.01": "score-out-of-range",
    "100.01": "score-out-of-range",
    "9" * 400: "score-not-a-number",
    "-": "not-assessed",
    "ไม่เข้าร่วม": "not-assessed",
    "N/A": "not-assessed",
    "85 %": 85.0,
    "85.21%": 85.21,
    "ร้อยละ 85.21": 85.21,
    "85.21 คะแนน": 85.21,
    "85.21 (ผ่าน)": 85.21,
    "85.21 คะแนน ระดับ A": 85.21,
    "ผ่านดี (85.21)": 85.21,
    "85.21 (ดีมาก)": "score-not-a-number",
    "185.21 (ผ่าน)": "score-out-of-range",
    "85A": "score-not-a-number",
    "๘๕.๒๑": 85.21,
    "\u00a085.21\u200b ": 85.21,
    "085.210": 85.21,
    "-0": 0.0,
    "100.00": 100.0,
    "": None,
    "   ": None,
}

# How a code is written, and the code it must be.
CODES = {
    "i 1": "i1",
    "I01": "i1",
    "ข้อที่ i1": "i1",
    "ข้อคำถาม E2 ท่านได้รับบริการ": "e2",
    "๐14": "o14",
    "o๑๔": "o14",
    "O25 การประเมิน": "o25",
    "027": "o27",
    "ตัวชี้วัดที่ ๓": "3",
    "3. การใช้อำนาจ": "3",
    "การใช้อํานาจ": "3",
    "การ ใช้ อำนาจ": "3",
    "ด้านที่ 10": "10",
    "แบบวัด IIT (30)": "IIT",
    "การเปิดเผยข้อมูลสาธารณะ (OIT)": "OIT",
    "คะแนน ITA": "total",
    "ภาพรวม": "total",
    "คะแนนรวม": "total",
}
UNKNOWN_CODES = ("x9", "IIT และ EIT", "**หนา**", "<b>i1</b>", "' or 1=1 --")
YEARS = {
    "2568": (2568, ""),
    "๒๕๖๘": (2568, ""),
    "ปี 2568": (2568, ""),
    "พ.ศ. 2568": (2568, ""),
    "FY2025": (2568, "year-converted A2"),
    "2025": (2568, "year-converted A2"),
    "ปี 68": (2568, ""),
}
NO_YEARS = ("68", "2568/2569", "1 ต.ค. 2567", "45292", "2024-10-01", "25680", "ปีที่แล้ว")


def number_case(text: str, due: float | str | None) -> Awkward:
    """A score cell beside a sound one, which must come in whatever becomes of the other."""
    scores, found = {"2568 EIT": 80.0}, "row-skipped A2" if due is None else f"{due} C2"
    if isinstance(due, float):
        scores, found = {"2568 IIT": due, **scores}, ""
    outcome = Outcome(Form.SCORES_LONG, (2, len(scores)), scores, (found,) if found else ())
    return Awkward(lambda: long_of((2568, "IIT", text), (2568, "EIT", 80)), (outcome,))


def code_case(text: str, code: str) -> Awkward:
    found = ("missing-indicators C2",) if code.isdigit() else ()
    outcome = Outcome(Form.SCORES_LONG, (1, 1), {f"2568 {code}": 90.0}, found)
    return Awkward(lambda: long_of((2568, text, 90)), (outcome,))


def unknown_case(text: str) -> Awkward:
    return _one_row_lost((2568, text, 90), "unknown-indicator B2")


def year_case(text: str, year: int, found: str) -> Awkward:
    scores = {f"{year} IIT": 90.0, "2568 EIT": 80.0}
    outcome = Outcome(Form.SCORES_LONG, (2, 2), scores, (found,) if found else ())
    return Awkward(lambda: long_of((text, "IIT", 90), (2568, "EIT", 80)), (outcome,))


def _one_row_lost(row: tuple[object, ...], found: str) -> Awkward:
    outcome = Outcome(Form.SCORES_LONG, (2, 1), {"2568 EIT": 80.0}, (found,))
    return Awkward(lambda: long_of(row, (2568, "EIT", 80)), (outcome,))


VALUES = {
    **{f"score {text[:20]!r}": number_case(text, due) for text, due in NUMBERS.items()},
    **{f"code {text!r}": code_case(text, code) for text, code in CODES.items()},
    **{f"unknown code {text!r}": unknown_case(text) for text in UNKNOWN_CODES},
    **{f"year {text!r}": year_case(text, *due) for text, due in YEARS.items()},
    **{f"no year {text!r}": _one_row_lost((text, "IIT", 90), "no-year A2") for text in NO_YEARS},
}
