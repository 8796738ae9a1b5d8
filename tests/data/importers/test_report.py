"""Result reports: what stands above the table, years below one another, instruments beside."""

import pytest

from data.importers import read_sheets
from data.importers.sheets.opening import Sheet
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.sheet_reading import cells_of, read

TITLE = ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",)
HEADINGS = ("ตัวชี้วัด", "คะแนน")


def sheet(*rows, merged=()):
    return Sheet("แผ่น1", tuple(rows), merged)


def values(result):
    frame = result.scores
    return {
        (year, code): (value, cell)
        for year, code, value, cell in zip(
            frame["year"], frame["code"], frame["value"], cells_of(frame), strict=True
        )
    }


def found(result):
    return [(problem.code, problem.cell) for problem in result.problems]


@pytest.mark.parametrize(
    ("above", "total", "level"),
    [
        (("คะแนนรวม", "89.50 คะแนน", "ระดับ ผ่าน"), "B2", "C2"),
        (("คะแนน ITA ภาพรวมหน่วยงาน 89.50 คะแนน", "ระดับผลการประเมิน: ผ่าน"), "A2", "B2"),
        (("คะแนนรวม", 89.5, None, "ระดับผลการประเมิน", "ผ่าน"), "B2", "E2"),
    ],
)
def test_the_total_and_the_level_above_the_table_are_read_with_it(above, total, level):
    result = read(sheet(TITLE, above, HEADINGS, ("IIT", 80.5), ("EIT", 91)))
    assert result.form is Form.SCORES_REPORT
    assert values(result) == {
        (2568, "IIT"): (80.5, "B4"),
        (2568, "EIT"): (91, "B5"),
        (2568, "total"): (89.5, total),
    }
    assert result.levels["cell"].tolist() == [level]
    assert result.levels["published_level"].tolist() == ["ผ่าน"]
    assert (result.rows_read, result.rows_imported, found(result)) == (3, 3, [])


def test_a_total_above_that_differs_from_the_one_in_the_table_blocks():
    result = read(sheet(TITLE, ("คะแนนรวม", 89.5), HEADINGS, ("IIT", 80.5), ("รวม", 89.4)))
    assert found(result) == [
        (ProblemCode.CONFLICTING_SCORE, "B2"),
        (ProblemCode.CONFLICTING_SCORE, "B5"),
    ]


def test_another_number_beside_the_total_above_the_table_is_named():
    rows = [("คะแนนรวม", 89.5, 77.25), HEADINGS, ("IIT", 80.5), ("EIT", 91)]
    result = read(sheet(TITLE, *rows))
    assert values(result)[2568, "total"] == (89.5, "B2")
    assert found(result) == [(ProblemCode.ROW_SKIPPED, "C2")]


def test_weights_above_the_table_are_no_scores():
    weights = ("IIT", "30", "EIT", "30")
    result = read(sheet(TITLE, weights, HEADINGS, ("IIT", 80.5), ("EIT", 91)))
    assert set(values(result)) == {(2568, "IIT"), (2568, "EIT")}
    assert result.blocking == ()


def test_tables_of_several_years_below_one_another_are_read_by_their_titles():
    result = read(
        sheet(
            ("ผลการประเมิน ITA ปี 2567",),
            HEADINGS,
            ("IIT", 80.5),
            ("EIT", 91),
            (),
            ("ผลการประเมิน ITA ปี 2568",),
            HEADINGS,
            ("IIT", 85.5),
            ("EIT", 92),
        )
    )
    assert values(result) == {
        (2567, "IIT"): (80.5, "B3"),
        (2567, "EIT"): (91, "B4"),
        (2568, "IIT"): (85.5, "B8"),
        (2568, "EIT"): (92, "B9"),
    }
    assert found(result) == [(ProblemCode.SECTION_YEAR, "A6"), (ProblemCode.ROW_SKIPPED, "A7")]
    assert result.problems[0].expected == "2568"
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (6, 4, 2)


def test_a_row_that_is_only_a_year_begins_that_year_without_any_title():
    rows = [HEADINGS, ("ปีงบประมาณ 2567",), ("IIT", 80.5), ("พ.ศ. 2568",), ("IIT", 85.5)]
    result = read(sheet(*rows))
    assert set(values(result)) == {(2567, "IIT"), (2568, "IIT")}
    assert result.blocking == ()


def test_a_year_with_a_score_beside_it_is_a_row_nobody_knows_and_no_title():
    result = read(sheet(TITLE, HEADINGS, ("2567", 86.97), ("IIT", 80.5)))
    assert values(result) == {(2568, "IIT"): (80.5, "B4")}
    assert found(result) == [(ProblemCode.UNKNOWN_INDICATOR, "A3")]


def test_a_title_of_a_year_without_any_row_below_is_an_empty_sheet():
    result = read(sheet(TITLE, HEADINGS))
    assert found(result) == [(ProblemCode.EMPTY_SHEET, "")]


def test_scores_above_the_first_year_of_a_table_without_a_title_have_none():
    result = read(sheet(HEADINGS, ("EIT", 91), ("ปี 2567",), ("IIT", 80.5)))
    assert set(values(result)) == {(2567, "IIT")}
    assert ProblemCode.ASK_YEAR in {problem.code for problem in result.blocking}


def test_a_footnote_with_another_year_begins_no_section():
    note = ("หมายเหตุ: ผลการประเมินปี 2567 คือ 80",)
    result = read(sheet(TITLE, HEADINGS, ("IIT", 80.5), note, ("EIT", 91), ("ดูผลปี 2566",)))
    assert set(values(result)) == {(2568, "IIT"), (2568, "EIT")}
    assert found(result) == [(ProblemCode.ROW_SKIPPED, "A4"), (ProblemCode.ROW_SKIPPED, "A6")]


def test_instruments_in_a_column_of_their_own_are_told_by_the_rows_beside_them():
    result = read(
        sheet(
            TITLE,
            ("เครื่องมือ", "ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนเครื่องมือ"),
            ("IIT", "1. การปฏิบัติหน้าที่", 80.5, 81.25),
            (None, "2. การใช้งบประมาณ", 82, None),
            ("EIT", "6. คุณภาพการดำเนินงาน", 90, 91),
            ("รวม", None, None, 87.5),
            merged=((2, 0, 3, 0), (2, 3, 3, 3)),
        )
    )
    assert values(result) == {
        (2568, "1"): (80.5, "C3"),
        (2568, "2"): (82, "C4"),
        (2568, "6"): (90, "C5"),
        (2568, "IIT"): (81.25, "D3"),
        (2568, "EIT"): (91, "D5"),
        (2568, "total"): (87.5, "D6"),
    }
    assert (result.rows_read, result.rows_imported) == (4, 4)


def test_a_score_of_an_instrument_that_is_no_number_is_reported_at_its_cell():
    rows = [("ตัวชี้วัด", "คะแนน", "คะแนนแบบวัด"), ("การใช้อำนาจ", 80.5, "สูง")]
    result = read(sheet(TITLE, *rows))
    assert (ProblemCode.SCORE_NOT_A_NUMBER, "C3") in found(result)


def test_a_total_whose_label_stands_among_the_row_numbers_is_found():
    headings = ("ลำดับ", "ตัวชี้วัด", "คะแนน")
    result = read(sheet(TITLE, headings, ("1", "การใช้อำนาจ", 80.5), ("รวม", None, 81)))
    assert values(result) == {(2568, "3"): (80.5, "C3"), (2568, "total"): (81, "C4")}


def test_a_number_whose_row_has_no_words_is_still_unknown():
    result = read(sheet(TITLE, ("ลำดับ", *HEADINGS), ("1", "การใช้อำนาจ", 80.5), ("2", None, 81)))
    assert (ProblemCode.UNKNOWN_INDICATOR, "B4") in found(result)
    assert set(values(result)) == {(2568, "3")}


THAI = ("หน่วยงาน,IIT,EIT\nอบต.ก,1,2\nอบต.ข,3,4\n" * 2).encode()


@pytest.mark.parametrize(
    "damaged",
    [
        THAI.decode().encode("ascii", "replace"),
        THAI.decode("latin-1").encode(),
        THAI.decode().encode("cp874").decode("latin-1").encode(),
    ],
)
def test_a_file_whose_thai_letters_are_lost_is_refused_for_that(damaged):
    (lost,) = read_sheets("a.csv", damaged)
    result = read(lost)
    assert found(result) == [(ProblemCode.TEXT_LOST, "A1")]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (6, 0, 6)


def test_a_few_odd_signs_among_thai_words_are_no_loss():
    rows = [("หน่วยงาน", "IIT", "หมายเหตุ"), *((f"อบต.{at}", 80, "???") for at in "กขคง")]
    assert read(sheet(TITLE, *rows)).form is Form.SCORES_AGENCIES


def test_an_unknown_name_beside_its_instrument_is_not_taken_for_the_instrument():
    headings = ("ลำดับ", "ตัวชี้วัด", "เครื่องมือ", "คะแนน")
    rows = [(1, "การปฏิบัติหน้าที่", "IIT", 80), (5, "การแก้เรื่องร้องเรียน", "IIT", 83)]
    result = read(sheet(TITLE, headings, *rows, (None, "คะแนนรวม", None, 88)))
    assert result.form is Form.SCORES_REPORT
    assert values(result) == {(2568, "1"): (80, "D3"), (2568, "total"): (88, "D5")}
    assert (ProblemCode.UNKNOWN_INDICATOR, "B4") in found(result)


def test_a_question_without_a_code_is_not_taken_for_its_indicator():
    headings = ("ตัวชี้วัด", "ข้อคำถาม", "คะแนน")
    result = read(sheet(TITLE, headings, ("การใช้อำนาจ", "ท่านเห็นว่าเป็นธรรม", 80.5)))
    assert result.scores.empty
    assert (ProblemCode.UNKNOWN_INDICATOR, "A3") in found(result)


def test_an_average_beside_its_instrument_is_the_instrument():
    headings = ("เครื่องมือ", "ตัวชี้วัด", "คะแนน")
    result = read(sheet(TITLE, headings, ("IIT", "การใช้อำนาจ", 80.5), ("IIT", "เฉลี่ย", 81)))
    assert values(result) == {(2568, "3"): (80.5, "C3"), (2568, "IIT"): (81, "C4")}
