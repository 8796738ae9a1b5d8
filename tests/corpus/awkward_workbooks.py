"""Workbooks with formulas, dates, merged, hidden and several sheets."""

import datetime as dt

from openpyxl.worksheet.worksheet import Worksheet

from data.model.records import Form
from tests.corpus.archives import book, docx, number, row, sheet, text, word_cell
from tests.corpus.awkward_agencies import AGENCIES
from tests.corpus.awkward_layouts import REPORT, TITLE, WHOLE_2568
from tests.corpus.tables import Awkward, Outcome
from tests.helpers.workbooks import LONG, Rows, book_of, books_of

LONG_FORM, YEARS, REPORTS = Form.SCORES_LONG, Form.SCORES_YEARS, Form.SCORES_REPORT
BOTH = {"2568 IIT": 80.0, "2568 EIT": 90.0}


def long_sheet(score: str) -> bytes:
    """Make a workbook by hand whose last score is this cell."""
    headings = row(1, *(text(f"{c}1", t) for c, t in zip("ABC", LONG, strict=True)))
    sound = row(2, number("A2", 2568), text("B2", "EIT"), number("C2", 90))
    odd = row(3, number("A3", 2568), text("B3", "IIT"), score)
    return book(sheet(headings + sound + odd))


def odd_cell(score: str, due: float | str) -> Awkward:
    known = {"2568 EIT": 90.0} | ({"2568 IIT": due} if isinstance(due, float) else {})
    found = () if isinstance(due, float) else (f"{due} C3",)
    outcome = Outcome(LONG_FORM, (2, len(known)), known, found)
    return Awkward(lambda: long_sheet(score), (outcome,))


def hide(page: Worksheet) -> None:
    page.row_dimensions[2].hidden = True
    page.column_dimensions["B"].hidden = True


def hide_sheet(page: Worksheet) -> None:
    if page.title == "เก่า":
        page.sheet_state = "veryHidden"


def merge(*areas: str) -> "object":
    def change(page: Worksheet) -> None:
        for area in areas:
            page.merge_cells(area)

    return change


def formatted(number_format: str, *areas: str) -> "object":
    def change(page: Worksheet) -> None:
        for area in areas:
            for cell in page[area]:
                cell[0].number_format = number_format

    return change


SHARES = (("IIT", 0.8), ("EIT", 0.9), ("OIT", 0.95), ("คะแนนรวม", 0.89))


def of_years(*years: int) -> dict[str, Rows]:
    return {f"ปี {year}": [REPORT, ("IIT", year - 2480), ("EIT", 90)] for year in years}


WORKBOOKS: dict[str, Awkward] = {
    "formula with its value": odd_cell('<c r="C3"><f>160/2</f><v>80</v></c>', 80.0),
    "formula without a value": odd_cell('<c r="C3"><f>160/2</f></c>', "formula-without-value"),
    "formula that is an error": odd_cell(
        '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "score-not-a-number"
    ),
    "number beyond every number": odd_cell(number("C3", "1e999"), "score-not-a-number"),
    "truth for a score": odd_cell('<c r="C3" t="b"><v>1</v></c>', "score-not-a-number"),
    "number kept as text": odd_cell('<c r="C3" t="str"><v>80.50 </v></c>', 80.5),
    "number of fifteen decimals": odd_cell(number("C3", "80.300000000000011"), 80.3),
    "score that became a date": Awkward(
        lambda: book_of(LONG, (2568, "IIT", dt.datetime(2025, 5, 8)), (2568, "EIT", 90)),  # noqa: DTZ001
        (Outcome(LONG_FORM, (2, 1), {"2568 EIT": 90.0}, ("score-not-a-number C2",)),),
    ),
    "year that became a date": Awkward(
        lambda: book_of(LONG, (dt.datetime(2025, 10, 1), "IIT", 80), (2568, "EIT", 90)),  # noqa: DTZ001
        (Outcome(LONG_FORM, (2, 1), {"2568 EIT": 90.0}, ("no-year A2",)),),
    ),
    "hidden row and hidden column": Awkward(
        lambda: book_of(LONG, (2568, "IIT", 80), (2568, "EIT", 90), change=hide),
        (Outcome(LONG_FORM, (2, 2), BOTH),),
    ),
    "hidden sheet of older scores": Awkward(
        lambda: books_of(
            {"เก่า": [LONG, (2566, "IIT", 70)], "ใหม่": [LONG, (2568, "IIT", 80)]}, hide_sheet
        ),
        (
            Outcome(LONG_FORM, (1, 1), {"2566 IIT": 70.0}),
            Outcome(LONG_FORM, (1, 1), {"2568 IIT": 80.0}),
        ),
    ),
    "a sheet a year": Awkward(
        lambda: books_of(of_years(2566, 2567, 2568)),
        tuple(
            Outcome(REPORTS, (2, 2), {f"{year} IIT": year - 2480.0, f"{year} EIT": 90.0})
            for year in (2566, 2567, 2568)
        ),
    ),
    "sheet whose name and title differ in the year": Awkward(
        lambda: book_of(TITLE, REPORT, ("IIT", 80), name="ปี 2567"),
        (Outcome(REPORTS, (1, 0), {}, ("ask-year ",)),),
    ),
    "notes and an empty sheet beside the scores": Awkward(
        lambda: books_of(
            {"หมายเหตุ": [("โทร 045",)], "ว่าง": [], "คะแนน": [LONG, (2568, "IIT", 82)]}
        ),
        (
            Outcome(None, (1, 0), {}, ("nothing-recognised ",)),
            Outcome(None, (0, 0), {}, ("empty-sheet ",)),
            Outcome(LONG_FORM, (1, 1), {"2568 IIT": 82.0}),
        ),
    ),
    "titles and headings over merged cells": Awkward(
        lambda: book_of(
            TITLE,
            ("รายการ", "คะแนน", None),
            (None, 2567, 2568),
            ("IIT", 80, 81),
            ("EIT", 82, 83),
            change=merge("A1:C1", "A2:A3", "B2:C2"),
        ),
        (
            Outcome(
                YEARS,
                (2, 2),
                {"2567 IIT": 80.0, "2568 IIT": 81.0, "2567 EIT": 82.0, "2568 EIT": 83.0},
                ("ask-kind B4",),
            ),
        ),
    ),
    "score over two merged rows counts once": Awkward(
        lambda: book_of(
            TITLE, REPORT, ("IIT", 80), ("EIT", None), ("OIT", 95), change=merge("B3:B4")
        ),
        (Outcome(REPORTS, (3, 2), {"2568 IIT": 80.0, "2568 OIT": 95.0}, ("row-skipped A4",)),),
    ),
    "district merged over its agencies": Awkward(
        lambda: book_of(
            TITLE,
            (*AGENCIES, "อำเภอ"),
            ("อบต.กุศกร", 80, 90, 95, 89, "ตระการพืชผล"),
            ("อบต.ขามเปี้ย", 81, 90, 95, 89.3, None),
            change=merge("F3:F4"),
        ),
        (
            Outcome(
                Form.SCORES_AGENCIES,
                (2, 2),
                WHOLE_2568
                | {
                    f"อบต.ขามเปี้ย 2568 {code}": value
                    for code, value in {
                        "IIT": 81.0,
                        "EIT": 90.0,
                        "OIT": 95.0,
                        "total": 89.3,
                    }.items()
                },
            ),
        ),
    ),
    "report of percent formats throughout": Awkward(
        lambda: book_of(TITLE, REPORT, *SHARES, change=formatted("0.00%", "B3:B6")),
        (Outcome(REPORTS, (4, 4), WHOLE_2568, ("score-converted B3",)),),
    ),
    "report of percent formats without decimals, whose numbers have some": Awkward(
        lambda: book_of(TITLE, REPORT, ("IIT", 0.9282), change=formatted("0%", "B3:B3")),
        (Outcome(REPORTS, (1, 1), {"2568 IIT": 92.82}, ("score-converted B3",)),),
    ),
    "report of which one score is no percent format": Awkward(
        lambda: book_of(
            TITLE, REPORT, *SHARES[:3], ("คะแนนรวม", 89), change=formatted("0.0%", "B3:B5")
        ),
        (Outcome(REPORTS, (4, 4), WHOLE_2568, ("ask-kind B3", "score-converted B3")),),
    ),
    "report of numbers to 100 that show a percent a hundredfold": Awkward(
        lambda: book_of(TITLE, REPORT, ("IIT", 92.82), change=formatted("0.00%", "B3:B3")),
        (Outcome(REPORTS, (1, 0), {}, ("score-out-of-range B3",)),),
    ),
    "report of numbers with a percent sign that is only shown": Awkward(
        lambda: book_of(TITLE, REPORT, ("IIT", 92.82), change=formatted('0.00"%"', "B3:B3")),
        (Outcome(REPORTS, (1, 1), {"2568 IIT": 92.82}),),
    ),
    "formulas of openpyxl in a whole column": Awkward(
        lambda: book_of(LONG, (2568, "IIT", "=40*2"), (2568, "EIT", "=45*2")),
        (Outcome(LONG_FORM, (2, 0), {}, ("formula-without-value C2", "formula-without-value C3")),),
    ),
    "web page saved as a workbook": Awkward(
        "<html><meta charset=utf-8><table><tr><th>ปี<th>รหัส<th>คะแนน"
        "<tr><td>2568<td>IIT<td>80.75<tr><td>2568<td>EIT<td><b>90</b></table>".encode,
        (Outcome(LONG_FORM, (2, 2), {"2568 IIT": 80.75, "2568 EIT": 90.0}),),
    ),
    "scores in a Word table": Awkward(
        lambda: docx(
            "<w:tbl>"
            + "".join(
                f"<w:tr>{''.join(word_cell(str(cell)) for cell in cells)}</w:tr>"
                for cells in (LONG, (2568, "IIT", "๘๐.๕"), (2568, "EIT", "90 %"))
            )
            + "</w:tbl>"
        ),
        (Outcome(LONG_FORM, (2, 2), {"2568 IIT": 80.5, "2568 EIT": 90.0}),),
    ),
}
