"""Each form as a file: a known set of scores comes back identical, and the rest is reported."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.framework import framework
from data.importers import Choices, read_sheets
from data.importers.sheets.opening import Sheet
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.helpers.workbooks import book_of, merging
from tests.sheet_reading import read

SCORES = {
    **dict(
        zip(
            map(str, range(1, 11)),
            (85.21, 70.59, 75.1, 72.88, 73.24, 81.14, 83.12, 76.79, 100.0, 99.5),
            strict=True,
        )
    ),
    "IIT": 75.4,
    "EIT": 80.35,
    "OIT": 99.75,
    "total": 86.63,
    "i1": 88.5,
    "o14": 0.0,
}
LABELS = {"total": "คะแนนรวม"}
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def name_of(number):
    return framework(2568).indicator(number).name


def saved(rows, merged=()):
    content = book_of(*rows, name="แผ่น1", change=merging(*merged))
    (sheet,) = read_sheets("คะแนน.xlsx", content)
    return sheet


def as_csv(rows):
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    (sheet,) = read_sheets("คะแนน.csv", buffer.getvalue().encode())
    return sheet


def values(result):
    frame = result.scores
    return {
        (agency, year, code): value
        for agency, year, code, value in zip(
            frame["agency"], frame["year"], frame["code"], frame["value"], strict=True
        )
    }


def found(result):
    return {(problem.code, problem.cell) for problem in result.problems}


def report_rows(scores=SCORES):
    rows = [("ผลการประเมิน ITA ประจำปีงบประมาณ\nพ.ศ. ๒๕๖๘",), ("อบต.กุศกร อ.ตระการพืชผล",), ()]
    rows += [("ประเด็น / ตัวชี้วัด", "คะแนน", "ระดับ")]
    for number in range(1, 11):
        rows.append((f"{number}. {name_of(number)}", scores[str(number)]))
        rows += [("i1 เจ้าหน้าที่ปฏิบัติงาน", scores["i1"])] if number == 1 else []
        rows += [("๐14 แผนการบริหาร", scores["o14"])] if number == 9 else []
    rows += [(f"แบบวัด {code}", scores[code]) for code in ("IIT", "EIT", "OIT")]
    return [*rows, ("คะแนนรวม", scores["total"], "ผ่าน"), (), ("หมายเหตุ: ข้อมูลจาก ป.ป.ช.",)]


def test_a_report_of_one_year_comes_back_identical():
    result = read(saved(report_rows()))
    assert result.form is Form.SCORES_REPORT
    assert values(result) == {("", 2568, code): score for code, score in SCORES.items()}
    assert result.levels["published_level"].tolist() == ["ผ่าน"]
    assert found(result) == {(ProblemCode.ROW_SKIPPED, "A22")}
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (17, 16, 1)


def test_a_report_without_a_year_asks_for_one():
    rows = [("ประเด็น", "คะแนน"), ("IIT", 75.4), ("EIT", 80.35), ("OIT", 100)]
    result = read(Sheet("แผ่น1", tuple(rows)))
    assert found(result) == {(ProblemCode.ASK_YEAR, "")}
    assert (result.rows_imported, result.rows_reported) == (0, 3)
    chosen = read(Sheet("แผ่น1", tuple(rows)), Choices(year=2568))
    assert values(chosen)["", 2568, "EIT"] == 80.35
    named = read(Sheet("ITA 2567", tuple(rows)))
    assert values(named)["", 2567, "EIT"] == 80.35


def test_a_title_and_a_sheet_name_of_two_years_leave_the_year_open():
    rows = (("ผลการประเมินประจำปี 2568",), ("ประเด็น", "คะแนน"), ("IIT", 75.4))
    result = read(Sheet("2567", rows))
    assert [(one.code, one.value) for one in result.problems] == [
        (ProblemCode.ASK_YEAR, "2567, 2568")
    ]


def test_a_year_that_only_the_name_of_the_file_tells_is_asked():
    rows = (("ประเด็น", "คะแนน"), ("IIT", 75.4))
    result = read(Sheet("Sheet1", rows, file_name="คะแนน ITA 2568"))
    assert values(result) == {}
    assert [(one.code, one.value, one.expected) for one in result.problems] == [
        (ProblemCode.ASK_YEAR, "2568", Doubt.FILE_YEAR)
    ]
    titled = read(Sheet("Sheet1", (("ผลประจำปี 2567",), *rows), file_name="แผน 2568"))
    assert [(one.code, one.value) for one in titled.problems] == [
        (ProblemCode.ASK_YEAR, "2567, 2568")
    ]
    several = read(Sheet("Sheet1", rows, file_name="คะแนน 2567-2568"))
    assert found(several) == {(ProblemCode.ASK_YEAR, "")}


def test_a_blank_year_cell_is_not_filled_from_the_name_of_the_file_unasked():
    rows = (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "IIT", 75.4), (None, "EIT", 80))
    result = read(Sheet("Sheet1", rows, file_name="คะแนน 2567"))
    assert (ProblemCode.NO_YEAR, "A3") in found(result)
    full = read(Sheet("Sheet1", rows[:2], file_name="คะแนน 2567"))
    assert full.problems == ()


def test_a_report_of_another_organisation_has_to_be_chosen():
    rows = (("ผลการประเมิน ITA ปี 2568 เทศบาลตำบลตระการพืชผล",), ("ประเด็น", "คะแนน"), ("IIT", 75))
    result = read(Sheet("แผ่น1", rows))
    assert [one.code for one in result.blocking] == [ProblemCode.ASK_AGENCY]
    chosen = read(Sheet("แผ่น1", rows), Choices(agency="เทศบาลตำบลตระการพืชผล"))
    assert chosen.problems == ()
    assert set(chosen.scores["agency"]) == {"เทศบาลตำบลตระการพืชผล"}


def test_a_column_that_a_person_left_out_is_told_of_no_more():
    rows = [("ผลการประเมินปี 2568 อบต.กุศกร",), ("ตัวชี้วัด", "ก่อนชี้แจง", "หลังชี้แจง")]
    rows += [(name_of(number), 80.25 + number, 81.5 + number) for number in range(1, 11)]
    chosen = Choices(kind=SheetKind.RESULT, columns={1: "ignored", 2: "score"})
    result = read(Sheet("แผ่น1", tuple(rows)), chosen)
    assert values(result) == {("", 2568, str(number)): 81.5 + number for number in range(1, 11)}
    assert result.problems == ()


def test_instruments_merged_beside_their_indicators_do_not_take_their_place():
    rows = [("ผลการประเมินปี 2568",), ("เครื่องมือ", "ตัวชี้วัด", "คะแนน")]
    rows += [("IIT", f"{number}. {name_of(number)}", 80 + number) for number in range(1, 6)]
    rows[3:] = [(None, *row[1:]) for row in rows[3:]]
    result = read(saved(rows, merged=("A3:A7", "A1:C1")))
    assert values(result) == {("", 2568, str(number)): 80 + number for number in range(1, 6)}


def test_a_year_in_the_corner_of_a_title_heads_no_column():
    headings = ("ข้อ", "ตัวชี้วัด", "คะแนน")
    rows = (
        ("แบบวัด IIT", None, None, "ปีงบประมาณ 2569", "อบต.กุศกร"),
        headings,
        *((number, name_of(number), 80.25 + number) for number in range(1, 6)),
        (None,),
        ("แบบวัด EIT",),
        headings,
        *((number, name_of(number), 80.25 + number) for number in range(6, 9)),
    )
    result = read(Sheet("แผ่น1", rows))
    assert list(result.scores["value"]) == [80.25 + number for number in range(1, 9)]
    assert set(result.scores["year"]) == {2569}
    assert not result.blocking


def test_a_part_of_an_instrument_is_skipped_aloud():
    rows = (("ผลการประเมินปี 2568",), ("ประเด็น", "คะแนน"), ("EIT ส่วนที่ 1", 70), ("EIT", 75))
    result = read(Sheet("แผ่น1", rows))
    assert found(result) == {(ProblemCode.ROW_SKIPPED, "A3")}
    assert values(result) == {("", 2568, "EIT"): 75}


def years_rows():
    rows = [("คะแนน ITA ขององค์การบริหารส่วนตำบลกุศกร",), ()]
    rows += [("ประเด็น/ตัวชี้วัด", "ปี 2567", "ปีงบประมาณ\nพ.ศ. ๒๕๖๘", "2026", "เปลี่ยนแปลง")]
    rows += [
        (LABELS.get(code, code), score - 0 if score else 0, score, "-", 0.5)
        for code, score in SCORES.items()
    ]
    return [*rows, ("ระดับผลการประเมิน", "ผ่าน", "ผ่าน", "-", None)]


def test_a_table_over_years_comes_back_identical():
    result = read(saved(years_rows()))
    assert result.form is Form.SCORES_YEARS
    expected = {("", year, code): score for year in (2567, 2568) for code, score in SCORES.items()}
    assert values(result) == expected
    assert result.levels[["year", "published_level", "cell"]].to_numpy().tolist() == [
        [2567, "ผ่าน", "B20"],
        [2568, "ผ่าน", "C20"],
    ]
    assert (ProblemCode.YEAR_CONVERTED, "D3") in found(result)
    assert (ProblemCode.NOT_ASSESSED, "D20") in found(result)
    assert (ProblemCode.NOT_ASSESSED, "D4") in found(result)
    assert result.blocking == ()
    assert (result.rows_read, result.rows_imported) == (17, 17)


def test_two_digit_years_are_understood_where_a_whole_row_has_them():
    rows = (("ตัวชี้วัด", "67", "๖๘"), ("IIT", 75.4, 80))
    assert values(read(Sheet("แผ่น1", rows))) == {("", 2567, "IIT"): 75.4, ("", 2568, "IIT"): 80}


def test_a_year_with_a_level_column_of_its_own_is_read():
    rows = (
        ("ตัวชี้วัด", "ปี 2567", None, "ปี 2568", None),
        (None, "คะแนน", "ระดับ", "คะแนน", "ระดับ"),
        ("รวม", 96.5, "ผ่านดีเยี่ยม", 86.5, "ผ่าน"),
    )
    result = read(Sheet("แผ่น1", rows, ((0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0))))
    assert values(result) == {("", 2567, "total"): 96.5, ("", 2568, "total"): 86.5}
    assert result.levels["published_level"].tolist() == ["ผ่านดีเยี่ยม", "ผ่าน"]


def agency_rows(*agencies):
    numbers = range(1, 11)
    labels = ("ลำดับ", "หน่วยงาน", "อำเภอ", "จังหวัด")
    groups = ("รายตัวชี้วัด", *[None] * 9, "รายเครื่องมือ", None, None)
    rows = [
        ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568", *[None] * 18),
        (*labels, *groups, "คะแนน\nรวม", "ระดับ"),
        (*[None] * 4, *map(str, numbers), "IIT", "EIT", "OIT", None, None),
        (*[None] * 4, *map(name_of, numbers), None, None, None, None, None),
    ]
    codes = (*map(str, numbers), "IIT", "EIT", "OIT", "total")
    for at, (name, district) in enumerate(agencies, 1):
        row = (at, name, district, "อุบลราชธานี", *(SCORES[code] for code in codes), "ผ่าน")
        rows.append(row)
    return rows


MERGED = ("A1:S1", "A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:N2", "O2:Q2", "O3:O4", "P3:P4", "Q3:Q4")
AGENCY_CODES = {code: score for code, score in SCORES.items() if code not in {"i1", "o14"}}


def test_a_table_of_agencies_comes_back_identical():
    rows = agency_rows(("อบต.กุศกร", "อ.ตระการพืชผล"), ("อบต.ขามเปี้ย", "ตระการพืชผล"))
    rows += [(None, "ค่าเฉลี่ย", None, None, *[80.5] * 14), (), ("ที่มา: สำนักงาน ป.ป.ช.",)]
    result = read(saved(rows, merged=(*MERGED, "R2:R4", "S2:S4")))
    assert result.form is Form.SCORES_AGENCIES
    assert values(result) == {
        (agency, 2568, code): score
        for agency in ("", "อบต.ขามเปี้ย")
        for code, score in AGENCY_CODES.items()
    }
    assert set(result.scores["district"]) == {"ตระการพืชผล"}
    assert found(result) == {(ProblemCode.ROW_SKIPPED, "B7"), (ProblemCode.ROW_SKIPPED, "A9")}
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (4, 2, 2)


def test_agencies_of_one_name_in_two_districts_are_two_agencies():
    rows = agency_rows(("อบต.หนองบัว", "เมือง"), ("อบต.หนองบัว", "เดชอุดม"))
    result = read(as_csv(rows))
    assert found(result) == set()
    assert len(result.scores) == 28
    again = agency_rows(("อบต.หนองบัว", "เมือง"), ("องค์การบริหารส่วนตำบลหนองบัว", "อ.เมือง"))
    repeated = read(as_csv(again))
    assert {problem.code for problem in repeated.problems} == {ProblemCode.REPEATED_SCORE}
    assert (repeated.rows_imported, repeated.rows_reported) == (1, 1)


def test_a_namesake_of_the_home_agency_elsewhere_is_not_the_home_agency():
    rows = (("หน่วยงาน", "จังหวัด", "รวม"), ("อบต.กุศกร", "น่าน", 90.5), ("อบต.กุศกร", None, 80.5))
    result = read(Sheet("2568", rows))
    assert result.scores["agency"].tolist() == ["อบต.กุศกร", ""]


def test_scores_without_the_name_of_an_agency_block():
    rows = (("หน่วยงาน", "คะแนนรวม"), (None, 90.5), ("อบต.ก", 80.5), ("อบต.ข", None))
    result = read(Sheet("2568", rows))
    assert found(result) == {(ProblemCode.MISSING_AGENCY, "A2"), (ProblemCode.ROW_SKIPPED, "A4")}
    assert (result.rows_imported, result.rows_reported) == (1, 2)


def test_an_agency_whose_name_begins_like_a_sum_is_an_agency():
    rows = (("หน่วยงาน", "รวม"), ("รวมไทยพัฒนา", 90.5), ("รวม", 85.5), ("รวมทั้งสิ้น", 3))
    result = read(Sheet("2568", rows))
    assert result.scores["agency"].tolist() == ["รวมไทยพัฒนา"]


def test_a_province_merged_over_its_agencies_belongs_to_each_of_them():
    rows = [("จังหวัด", "หน่วยงาน", "รวม"), ("อุบลราชธานี", "อบต.ก", 90.5), (None, "อบต.ข", 80.5)]
    result = read(Sheet("2568", tuple(rows), ((1, 0, 2, 0),)))
    assert result.scores["province"].tolist() == ["อุบลราชธานี"] * 2


def test_one_organisation_with_a_row_for_each_year_is_read():
    rows = (("ปี", "IIT", "EIT", "OIT", "รวม"), (2567, 90, 90, 90, 90), (2568, 80, 80, 80, 80))
    result = read(Sheet("แผ่น1", rows))
    assert values(result)["", 2567, "IIT"] == 90
    assert values(result)["", 2568, "total"] == 80
    assert result.problems == ()


def test_a_row_that_numbers_the_columns_is_skipped():
    rows = (("หน่วยงาน", "IIT", "รวม"), ("(1)", "(2)", "(3)"), ("อบต.ก", 80.5, 80.5))
    result = read(Sheet("2568", rows))
    assert found(result) == {(ProblemCode.ROW_SKIPPED, "A2")}


def long_rows(years=(2568,)):
    rows = [("ปีงบประมาณ", "รหัส", "คะแนน")]
    return rows + [
        (year, LABELS.get(code, code), score) for year in years for code, score in SCORES.items()
    ]


@pytest.mark.parametrize("write", [saved, as_csv])
def test_the_long_form_comes_back_identical(write):
    result = read(write([("ผลการประเมิน ITA",), (), *long_rows((2567, 2568))]))
    assert result.form is Form.SCORES_LONG
    expected = {("", year, code): score for year in (2567, 2568) for code, score in SCORES.items()}
    assert values(result) == expected
    assert result.rows_reported == 0


def test_a_tidy_table_of_this_system_comes_back_identical():
    headings = ("agency", "year", "level", "code", "name", "score", "provisional", "sheet", "cell")
    rows = [
        headings,
        ("อบต.ก", 2568, "instrument", "IIT", "แบบวัด", 80.5, "false", "แผ่น1", "C2"),
        ("อบต.ก", 2568, "total", "total", "คะแนนรวม", 81.25, "true", "แผ่น1", "C3"),
    ]
    result = read(as_csv(rows))
    assert result.problems == ()
    assert result.scores["provisional"].tolist() == [False, True]
    assert values(result) == {("อบต.ก", 2568, "IIT"): 80.5, ("อบต.ก", 2568, "total"): 81.25}


def test_a_level_column_of_a_long_sheet_is_the_published_level():
    rows = (("ปี", "รหัส", "คะแนน", "ระดับ"), (2568, "รวม", 86.5, "ผ่าน"), (2568, "IIT", 86.5, None))
    result = read(Sheet("แผ่น1", rows))
    assert result.levels["cell"].tolist() == ["D2"]


cents = st.integers(0, 10_000).map(lambda score: score / 100)
words = st.sampled_from(["", "ตารางแสดงผล", "องค์การบริหารส่วนตำบลกุศกร", "ลงชื่อ ผู้รายงาน"])


@st.composite
def tables(draw):
    """Draw scores of some codes in some years, and one way of writing them down."""
    codes = draw(st.lists(st.sampled_from(sorted(SCORES)), min_size=3, unique=True))
    years = draw(st.lists(st.sampled_from([2567, 2568, 2569]), min_size=2, unique=True))
    scores = {(year, code): draw(cents) for year in years for code in codes}
    printed = draw(st.sampled_from([str, lambda x: f"{x:.2f}", lambda x: f"{x}%".translate(THAI)]))
    year_heading = draw(st.sampled_from(["{}", "ปี {}", "ปีงบประมาณ\nพ.ศ. {}"]))
    titles = [(title,) for title in draw(st.lists(words, max_size=4))]
    cells = {place: printed(score) for place, score in scores.items()}
    if draw(st.booleans()):
        order = draw(st.permutations(["ปี", "ตัวชี้วัด", "คะแนน"]))
        rows = [
            tuple(
                {"ปี": year, "ตัวชี้วัด": LABELS.get(code, code), "คะแนน": cell}[name] for name in order
            )
            for (year, code), cell in cells.items()
        ]
        return scores, [*titles, tuple(order), *rows]
    headings = ("ประเด็น", *(year_heading.format(year).translate(THAI) for year in years))
    rows = [(LABELS.get(code, code), *(cells[year, code] for year in years)) for code in codes]
    return scores, [*titles, headings, *rows]


@given(tables())
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_down_is_imported_or_reported(table):
    scores, rows = table
    result = read(Sheet("แผ่น1", tuple(rows)))
    assert values(result) | {
        ("", year, code): score
        for (year, code), score in scores.items()
        if any(one.code is ProblemCode.WEIGHTED_INSTRUMENTS for one in result.problems)
        and code in {"IIT", "EIT", "OIT"}
    } == {("", year, code): score for (year, code), score in scores.items()}
    assert result.rows_reported == 0


odd_numbers = [0, 101, -1, 2025, 2550, True, float("nan"), float("inf")]
odd_words = ["", " ", "-", "8_5", "รวม", "IIT", "ระดับ", "คะแนน", "ปี 2567", "๐1", "ผ่าน", "\ud800"]
junk = st.sampled_from([None, *odd_numbers, *odd_words])
changes = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), junk), min_size=1, max_size=12)


@given(st.sampled_from([report_rows(), years_rows(), long_rows((2567, 2568))]), changes)
@settings(max_examples=60, deadline=None)
def test_no_change_to_a_sheet_loses_a_row_or_lets_an_impossible_score_in(rows, changed):
    cells = [list(row) for row in rows]
    for at, column, value in changed:
        row = cells[at % len(cells)]
        row[column : column + 1] = [value]
    result = read(Sheet("2568", tuple(map(tuple, cells))))
    assert result.scores["value"].between(0, 100).all()
    assert not result.scores.duplicated(["agency", "year", "code"]).any()
    assert len(result.problems) >= (result.rows_reported > 0)


def test_a_decimal_under_a_column_that_is_not_needed_is_named():
    lines = ("ปี 2568", "ลำดับ,หน่วยงาน,คะแนนรวม", "1,อบต.เหนือ,80.5", "85.25,อบต.ใต้,81")
    (sheet,) = read_sheets("a.csv", "\n".join(lines).encode())

    found = read(sheet)

    named = [(p.cell, p.value) for p in found.problems if p.code is ProblemCode.COLUMN_IGNORED]
    assert named == [("A4", "85.25")]


def test_a_decimal_under_further_labels_is_named_but_for_the_number_of_a_part():
    lines = ("ITA อบต.กุศกร", "ตัวชี้วัด,ปี 2566,ตัวชี้วัด", "IIT,80.5,43.88", "OIT,81,9.1")
    (sheet,) = read_sheets("a.csv", "\n".join(lines).encode())

    found = read(sheet)

    named = [(p.cell, p.value) for p in found.problems if p.code is ProblemCode.COLUMN_IGNORED]
    assert named == [("C3", "43.88")]


def test_a_decimal_under_a_torn_label_of_a_book_of_agencies_is_named():
    lines = ("ITA ปี 2568", "หน่วยงาน,ตัวชี้วัดที่ 1,ตัวชี้วัดที่,OIT", "อบต.กุศกร,80.5,61.46,82")
    (sheet,) = read_sheets("a.csv", "\n".join(lines).encode())

    found = read(sheet)

    named = [(p.cell, p.value) for p in found.problems if p.code is ProblemCode.COLUMN_IGNORED]
    assert named == [("C3", "61.46")]
