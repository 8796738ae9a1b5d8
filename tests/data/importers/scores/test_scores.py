"""Checks that hold for every form: rows, doubles, codes, sums, levels, weighted instruments."""

import pytest

from data.importers import Choices
from data.importers.sheets.opening import Sheet, Unreadable
from data.model.identity import SheetKind
from data.model.problems import ProblemCode
from data.model.records import LEVEL_COLUMNS, SCORE_COLUMNS
from tests.sheet_reading import read

HEADINGS = ("ปี", "ตัวชี้วัด", "คะแนน")
# The case of domain.md: 75.404, 80.35 and 100 make 86.7262, published as 86.73.
INDICATORS = (85.21, 70.59, 75.10, 72.88, 73.24, 81.14, 83.12, 76.79, 100, 100)
WHOLES = {"IIT": 75.40, "EIT": 80.35, "OIT": 100, "รวม": 86.73}


def sheet(*rows, headings=HEADINGS):
    return Sheet("คะแนน", (headings, *rows))


def rows_of(year=2568, **changed):
    scores = {str(number): score for number, score in enumerate(INDICATORS, 1)} | WHOLES | changed
    return [(year, label, score) for label, score in scores.items() if score is not None]


def found(result):
    return {(problem.code, problem.cell) for problem in result.problems}


def codes(result):
    return {problem.code for problem in result.problems}


def test_a_complete_year_that_adds_up_has_no_problem():
    result = read(sheet(*rows_of(), (2568, "ระดับผลการประเมิน", "ผ่าน")))
    assert result.problems == ()
    assert (result.rows_read, result.rows_imported) == (15, 15)
    assert tuple(result.scores.columns) == SCORE_COLUMNS
    assert tuple(result.levels.columns) == LEVEL_COLUMNS
    assert result.levels["published_level"].tolist() == ["ผ่าน"]


def test_values_keep_the_decimals_they_were_printed_with():
    result = read(sheet((2568, "IIT", "75.404"), (2568, "EIT", 80.3), (2568, "OIT", 100)))
    assert result.scores["value"].tolist() == [75.404, 80.3, 100.0]


def test_a_score_without_a_value_is_reported_where_it_stands_and_only_words_do_not_block():
    result = read(
        sheet(
            (2568, "1", "-"),
            (2568, "2", "แปดสิบ"),
            (2568, "3", 101),
            (2568, "4", Unreadable("=B1")),
            (2568, "5", None),
            (2568, "6", 0),
        )
    )
    assert found(result) - {(ProblemCode.MISSING_INDICATORS, "C7")} == {
        (ProblemCode.NOT_ASSESSED, "C2"),
        (ProblemCode.SCORE_NOT_A_NUMBER, "C3"),
        (ProblemCode.SCORE_OUT_OF_RANGE, "C4"),
        (ProblemCode.FORMULA_WITHOUT_VALUE, "C5"),
        (ProblemCode.ROW_SKIPPED, "A6"),
    }
    assert [problem.cell for problem in result.blocking] == ["C3", "C4", "C5"]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (6, 1, 5)
    assert result.scores["value"].tolist() == [0.0]


def test_the_same_score_twice_is_imported_once():
    result = read(sheet((2568, "IIT", 80), (2568, "แบบวัด IIT", "80.00"), (2567, "IIT", 70)))
    assert found(result) == {(ProblemCode.REPEATED_SCORE, "C3")}
    assert result.blocking == ()
    assert result.scores["value"].tolist() == [80, 70]
    assert (result.rows_read, result.rows_imported) == (3, 2)


def test_two_different_scores_for_one_thing_are_shown_at_both_cells_and_block():
    result = read(sheet((2568, "IIT", 80), (2568, "IIT", 81), (2568, "IIT", 80), (2568, "EIT", 9)))
    conflicts = [one for one in result.problems if one.code is ProblemCode.CONFLICTING_SCORE]
    assert [(one.cell, one.value, one.expected) for one in conflicts] == [
        ("C2", "80", "81 (C3)"),
        ("C3", "81", "80 (C2)"),
        ("C4", "80", "81 (C3)"),
    ]
    assert set(result.blocking) >= set(conflicts)
    assert result.scores["code"].tolist() == ["EIT"]


def test_two_different_levels_of_one_year_name_each_other():
    level = "ระดับผลการประเมิน"
    result = read(sheet((2568, level, "ผ่าน"), (2568, level, "ผ่านดี"), (2568, "IIT", 90)))
    conflicts = [one for one in result.problems if one.code is ProblemCode.CONFLICTING_SCORE]
    assert [(one.cell, one.expected) for one in conflicts] == [
        ("C2", "ผ่านดี (C3)"),
        ("C3", "ผ่าน (C2)"),
    ]
    assert result.levels.empty


def test_the_name_of_an_agency_is_no_label_for_a_row_without_one():
    headings = ("หน่วยงาน", *HEADINGS)
    result = read(sheet(("OIT", 2568, None, 80), ("อบต.ก", 2568, "IIT", 81), headings=headings))
    assert (ProblemCode.UNKNOWN_INDICATOR, "C2") in found(result)
    assert result.scores["code"].tolist() == ["IIT"]


def test_an_unknown_indicator_blocks():
    result = read(sheet((2568, "ตัวชี้วัดที่ 11", 80), (2568, "ความสุข", 80), (2568, "IIT", 80)))
    assert found(result) == {
        (ProblemCode.UNKNOWN_INDICATOR, "C2"),
        (ProblemCode.UNKNOWN_INDICATOR, "B3"),
    }
    assert len(result.blocking) == 2


def test_an_unknown_item_blocks_only_where_all_items_of_the_year_are_known():
    listed = read(sheet((2568, "o28", 100), (2568, "o29", 100)))
    assert found(listed) == {(ProblemCode.ITEM_NOT_IN_FRAMEWORK, "C3")}
    assert len(listed.blocking) == 1
    unlisted = read(sheet((2569, "e40", 100), (2569, "e40", 100)))
    assert (ProblemCode.UNKNOWN_ITEM, "C2") in found(unlisted)
    assert unlisted.blocking == ()
    assert unlisted.scores["code"].tolist() == ["e40"]


def test_a_year_without_a_framework_blocks_and_is_named_once():
    result = read(sheet((2550, "IIT", 80), (2550, "EIT", 80), (2568, "IIT", 80)))
    assert found(result) == {(ProblemCode.UNKNOWN_YEAR, "C2")}
    assert len(result.blocking) == 1


def test_a_year_of_the_common_era_is_converted_aloud():
    result = read(sheet((2025, "IIT", 80), (2025, "EIT", 80)))
    assert found(result) == {(ProblemCode.YEAR_CONVERTED, "A2")}
    assert result.scores["year"].tolist() == [2568, 2568]


def test_a_row_without_a_year_is_reported_and_blocks():
    result = read(sheet((None, "IIT", 80), ("ปีนี้", "EIT", 80), (2568, "OIT", 80)))
    assert found(result) == {(ProblemCode.NO_YEAR, "A2"), (ProblemCode.NO_YEAR, "A3")}
    assert (result.rows_imported, result.rows_reported) == (1, 2)


def test_a_year_that_cannot_be_read_is_not_filled_in_from_the_title():
    title = ("ผลคะแนน ปีงบประมาณ 2568", None, None)
    rows = [title, HEADINGS, (None, "IIT", 85), ("ปีก่อน", "EIT", 86)]
    for choices in (Choices(), Choices(year=2568)):
        result = read(Sheet("คะแนน", tuple(rows)), choices)
        assert result.scores[["year", "code"]].to_numpy().tolist() == [[2568, "IIT"]]
        assert (ProblemCode.NO_YEAR, "A4") in found(result)


def test_a_mark_that_says_neither_provisional_nor_final_is_named_once():
    headings = ("ปี", "ตัวชี้วัด", "คะแนน", "เบื้องต้น")
    marks = {"IIT": "ใช่", "EIT": 87.5, "OIT": "ประกาศแล้ว", "1": "รอผล", "2": "รอผล", "3": None}
    rows = [(2568, code, 85.5, mark) for code, mark in marks.items()]
    result = read(sheet(*rows, headings=headings))
    assert result.scores["provisional"].tolist() == [True, *[False] * 5]
    told = [one for one in result.problems if one.code is ProblemCode.MARK_NOT_UNDERSTOOD]
    assert [(one.cell, one.value) for one in told] == [("D3", "87.5"), ("D5", "รอผล")]
    assert not result.blocking


def test_nine_of_ten_indicators_are_counted():
    result = read(sheet(*rows_of(**{"7": None})))
    missing = [one for one in result.problems if one.code is ProblemCode.MISSING_INDICATORS]
    assert [(one.value, one.expected) for one in missing] == [("9/10", "10")]
    assert result.blocking == ()


def test_an_instrument_that_is_not_the_mean_of_its_indicators_stays_as_published():
    result = read(sheet(*rows_of(EIT=80.40, รวม=86.74)))
    differs = [one for one in result.problems if one.code is ProblemCode.INSTRUMENT_DIFFERS]
    assert [(one.cell, one.value, one.expected) for one in differs] == [("C13", "80.4", "80.35")]
    assert result.scores.query("code == 'EIT'")["value"].tolist() == [80.40]


def test_a_total_that_differs_by_more_than_a_hundredth_is_shown():
    assert codes(read(sheet(*rows_of(รวม=86.72)))) == set()
    assert codes(read(sheet(*rows_of(รวม=86.70)))) == {ProblemCode.TOTAL_DIFFERS}


def test_a_total_is_recomputed_from_indicators_where_no_instrument_is_printed():
    without = {"IIT": None, "EIT": None, "OIT": None}
    assert codes(read(sheet(*rows_of(**without)))) == set()
    assert codes(read(sheet(*rows_of(**without, รวม=90)))) == {ProblemCode.TOTAL_DIFFERS}


def test_a_printed_level_is_compared_with_the_rules():
    level = (2568, "ระดับ", "ผ่านดี")
    result = read(sheet(*rows_of(), level))
    differs = [one for one in result.problems if one.code is ProblemCode.LEVEL_DIFFERS]
    assert [(one.cell, one.value, one.expected) for one in differs] == [("C16", "ผ่านดี", "ผ่าน")]
    assert result.levels["published_level"].tolist() == ["ผ่านดี"]


def test_without_instruments_every_level_from_the_total_up_is_possible():
    assert codes(read(sheet((2568, "รวม", 96), (2568, "ระดับ", "ผ่านดีเยี่ยม")))) == set()
    assert codes(read(sheet((2568, "รวม", 96), (2568, "ระดับ", "ผ่าน")))) == set()
    assert codes(read(sheet((2568, "รวม", 86), (2568, "ระดับ", "ผ่านดีเยี่ยม")))) == {
        ProblemCode.LEVEL_DIFFERS
    }


def test_a_level_nobody_knows_is_kept_and_shown():
    result = read(sheet((2568, "รวม", 96), (2568, "ระดับ", "ดีมาก")))
    assert found(result) == {(ProblemCode.UNKNOWN_LEVEL, "C3")}
    assert result.levels["published_level"].tolist() == ["ดีมาก"]


def test_instruments_printed_as_parts_of_the_total_are_converted_aloud():
    result = read(sheet(*rows_of(IIT=22.62, EIT=24.11, OIT=40)))
    assert [(one.code, one.cell, one.expected) for one in result.problems] == [
        (ProblemCode.WEIGHTED_INSTRUMENTS, "C12", "75.40 + 80.37 + 100.00")
    ]
    instruments = result.scores.query("level == 'instrument'")["value"].tolist()
    assert instruments == pytest.approx([75.40, 80.3667, 100], abs=1e-3)
    assert result.blocking == ()


def test_parts_of_the_total_are_recognised_without_any_indicator():
    rows = [(2568, "IIT", 28.4), (2568, "EIT", 27.3), (2568, "OIT", 39.2), (2568, "รวม", 94.9)]
    result = read(sheet(*rows))
    assert codes(result) == {ProblemCode.WEIGHTED_INSTRUMENTS}
    assert result.scores["value"].tolist() == pytest.approx([94.6667, 91, 98, 94.9], abs=1e-3)


def test_low_instruments_that_fit_their_indicators_are_not_converted():
    low = {str(number): 20 for number in range(1, 11)}
    result = read(sheet(*rows_of(**low, IIT=20, EIT=20, OIT=20, รวม=20)))
    assert codes(result) == set()
    assert set(result.scores["value"]) == {20}


def test_instruments_of_which_nothing_tells_the_scale_block():
    result = read(sheet((2568, "IIT", 28.4), (2568, "EIT", 27.3), (2568, "OIT", 39.2)))
    assert found(result) == {(ProblemCode.AMBIGUOUS_INSTRUMENTS, "C2")}
    assert len(result.blocking) == 1
    contradicting = read(sheet(*rows_of(IIT=28.4, EIT=27.3, OIT=39.2)))
    assert ProblemCode.AMBIGUOUS_INSTRUMENTS in codes(contradicting)


def test_scores_of_a_percent_format_are_asked_about():
    result = read(sheet((2568, "IIT", 0.85), (2568, "EIT", 0.9), (2568, "OIT", 1)))
    assert ProblemCode.SCORES_ARE_FRACTIONS in {one.code for one in result.blocking}


def test_a_repeated_heading_inside_the_table_is_skipped():
    result = read(sheet((2568, "IIT", 80), HEADINGS, (2568, "EIT", 80)))
    assert [(one.code, one.cell, one.value) for one in result.problems] == [
        (ProblemCode.ROW_SKIPPED, "A3", "ปี ตัวชี้วัด คะแนน")
    ]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (3, 2, 1)


def test_a_decimal_above_the_headings_is_named_whatever_column_it_stands_in():
    above = Sheet("คะแนน", (("ตัวชี้วัดที่ 6", None, 65.94, None), HEADINGS, (2568, "IIT", 80.5)))
    assert found(read(above)) == {(ProblemCode.ROW_SKIPPED, "C1")}
    aside = Sheet("คะแนน", (("ตัวชี้วัดที่ 6", 65.94, None), HEADINGS, (2568, "IIT", 80.5)))
    assert found(read(aside)) == {(ProblemCode.ROW_SKIPPED, "B1")}


def test_an_unknown_column_is_named_and_a_doubled_one_blocks():
    rows = [("ปี", "รหัส", "คะแนน", "สี", "คะแนน"), (2568, "IIT", 80, "แดง", 81)]
    result = read(sheet(*rows[1:], headings=rows[0]))
    assert found(result) == {
        (ProblemCode.COLUMN_IGNORED, "D1"),
        (ProblemCode.DUPLICATE_COLUMN, "E1"),
    }
    assert [one.cell for one in result.blocking] == ["E1"]


def test_a_decimal_in_a_column_of_differences_is_named_only_where_a_score_is_missing():
    headings = ("ตัวชี้วัด", "2567", "2568", "เพิ่ม/ลด")
    rows = [("IIT", 80, 81.5, 1.5), ("EIT", 80, None, 82.5), ("OIT", 90, 95, 5)]
    result = read(sheet(*rows, headings=headings))
    assert found(result) == {(ProblemCode.COLUMN_IGNORED, "D3")}


def test_scores_are_provisional_where_a_person_or_a_column_says_so():
    assert (
        read(sheet((2568, "IIT", 80)), Choices(kind=SheetKind.PROVISIONAL))
        .scores["provisional"]
        .all()
    )
    rows = [(2568, "IIT", 80, "เบื้องต้น"), (2568, "EIT", 80, None)]
    result = read(sheet(*rows, headings=(*HEADINGS, "เบื้องต้น")))
    assert result.scores["provisional"].tolist() == [True, False]
