"""Tables of agencies whose headings tell the year, and whose titles tell the province."""

import pytest

from data.importers import Choices
from data.importers.sheets.opening import Sheet
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.sheet_reading import matched_columns, read


def sheet(*rows, name="แผ่น1", merged=()):
    return Sheet(name, tuple(rows), merged)


def values(result):
    frame = result.scores
    keys = zip(frame["agency"], frame["year"], frame["code"], strict=True)
    return dict(zip(keys, frame["value"], strict=True))


def found(result):
    return {(problem.code, problem.cell) for problem in result.problems}


def test_totals_and_levels_of_several_years_stand_beside_each_agency():
    result = read(
        sheet(
            ("ผลการประเมิน ITA ย้อนหลัง",),
            ("ที่", "หน่วยงาน", "ปี 2567", None, "ปี 2568", None),
            (None, None, "คะแนน", "ระดับ", "คะแนน", "ระดับ"),
            (1, "อบต.กุศกร", 86.73, "ผ่าน", 90.1, "ผ่านดี"),
            (2, "อบต.ขามเปี้ย", 87.1, "ผ่าน", "-", None),
            merged=((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)),
        )
    )
    assert result.form is Form.SCORES_AGENCIES
    assert values(result) == {
        ("", 2567, "total"): 86.73,
        ("อบต.ขามเปี้ย", 2567, "total"): 87.1,
        ("", 2568, "total"): 90.1,
    }
    levels = result.levels
    assert list(zip(levels["year"], levels["published_level"], levels["cell"], strict=True)) == [
        (2567, "ผ่าน", "D4"),
        (2567, "ผ่าน", "D5"),
        (2568, "ผ่านดี", "F4"),
    ]
    assert found(result) == {(ProblemCode.NOT_ASSESSED, "E5")}
    assert (result.rows_read, result.rows_imported) == (2, 2)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (("ปี 2567", None, "ปี 2568", None), ("IIT", "คะแนนรวม", "IIT", "คะแนนรวม")),
        (("IIT ปี 2567", "ITA ปี 67", "คะแนน IIT (2568)", "คะแนนรวม ปี 2568"), (None,) * 4),
        (("IIT", "คะแนนรวม", "IIT", "คะแนนรวม"), ("พ.ศ. 2567",) * 2 + ("พ.ศ. 2568",) * 2),
    ],
)
def test_scores_and_years_may_stand_in_either_order_or_in_one_heading(upper, lower):
    merged = ((0, 1, 0, 2), (0, 3, 0, 4)) if None in upper else ()
    rows = [("หน่วยงาน", *upper), (None, *lower), ("อบต.ขามเปี้ย", 75.4, 86.73, 84, 90.3)]
    result = read(sheet(*rows, merged=merged))
    assert values(result) == {
        ("อบต.ขามเปี้ย", 2567, "IIT"): 75.4,
        ("อบต.ขามเปี้ย", 2567, "total"): 86.73,
        ("อบต.ขามเปี้ย", 2568, "IIT"): 84,
        ("อบต.ขามเปี้ย", 2568, "total"): 90.3,
    }
    assert result.blocking == ()


def test_headings_of_groups_reach_over_their_columns_where_a_text_file_lost_the_merges():
    rows = [
        ("ที่", "หน่วยงาน", "ปี 2567", None, None, "ปี 2568", None, None),
        (None, None, "IIT", "คะแนนรวม", "ระดับ", "IIT", "คะแนนรวม", "ระดับ"),
        ("1", "อบต.ขามเปี้ย", "75.4", "86.73", "ผ่าน", "84", "90.3", "ผ่าน"),
    ]
    result = read(sheet(*rows))
    assert values(result) == {
        ("อบต.ขามเปี้ย", 2567, "IIT"): 75.4,
        ("อบต.ขามเปี้ย", 2567, "total"): 86.73,
        ("อบต.ขามเปี้ย", 2568, "IIT"): 84,
        ("อบต.ขามเปี้ย", 2568, "total"): 90.3,
    }
    assert result.levels["cell"].tolist() == ["E3", "H3"]


def test_one_year_over_all_columns_is_the_year_of_the_table():
    rows = [("หน่วยงาน", "ปี 2568", None), (None, "IIT", "EIT"), ("อบต.ขามเปี้ย", 84, 86.5)]
    result = read(sheet(*rows, merged=((0, 1, 0, 2),)))
    assert values(result) == {
        ("อบต.ขามเปี้ย", 2568, "IIT"): 84,
        ("อบต.ขามเปี้ย", 2568, "EIT"): 86.5,
    }


def test_years_of_the_common_era_in_headings_are_converted_aloud():
    result = read(sheet(("หน่วยงาน", "คะแนน 2024", "คะแนน 2025"), ("อบต.ขามเปี้ย", 80, 81)))
    assert set(result.scores["year"]) == {2567, 2568}
    assert found(result) == {
        (ProblemCode.YEAR_CONVERTED, "B1"),
        (ProblemCode.YEAR_CONVERTED, "C1"),
    }


def test_a_level_that_tells_no_year_and_a_rank_are_not_scores_of_one():
    headings = ("หน่วยงาน", "คะแนน ปี 2567", "คะแนน ปี 2568", "ระดับ", "อันดับ ปี 2568")
    result = read(sheet(headings, ("อบต.ขามเปี้ย", 80, 81, "ผ่าน", 7)))
    assert values(result) == {
        ("อบต.ขามเปี้ย", 2567, "total"): 80,
        ("อบต.ขามเปี้ย", 2568, "total"): 81,
    }
    assert found(result) == {(ProblemCode.COLUMN_IGNORED, "D1")}


def test_a_person_can_say_which_score_of_which_year_a_column_is():
    rows = sheet(("หน่วยงาน", "ก", "ข"), ("อบต.ขามเปี้ย", 80, 81))
    chosen = Choices(form=Form.SCORES_AGENCIES, columns={1: "2567", 2: "IIT-2568"})
    assert values(read(rows, chosen)) == {
        ("อบต.ขามเปี้ย", 2567, "total"): 80,
        ("อบต.ขามเปี้ย", 2568, "IIT"): 81,
    }
    named = sheet(("หน่วยงาน", "IIT 2567", "IIT 2568"), ("อบต.ขามเปี้ย", 80, 81))
    assert [field for _, _, field in matched_columns(named, None)] == [
        "agency",
        "IIT-2567",
        "IIT-2568",
    ]


@pytest.mark.parametrize(
    ("title", "sheet_name", "province"),
    [
        ("ผลการประเมินปี 2568 จังหวัดยโสธร", "แผ่น1", "ยโสธร"),
        ("ผลการประเมินปี 2568 จ. ยโสธร", "แผ่น1", "ยโสธร"),
        ("ผลการประเมินปี 2568", "ยโสธร", "ยโสธร"),
        ("ผลการประเมินปี 2568 จังหวัดยโสธร", "อุบลราชธานี", ""),
        ("ผลการประเมินปี 2568 จังหวัดที่ดี", "รวมทุกจังหวัด", ""),
    ],
)
def test_a_province_that_all_agencies_share_stands_in_the_title(title, sheet_name, province):
    rows = [(title,), ("หน่วยงาน", "IIT", "EIT"), ("อบต.กุดแห่", 80, 81)]
    result = read(sheet(*rows, name=sheet_name))
    assert set(result.scores["province"]) == {province}


def test_an_agency_of_the_same_name_in_the_province_of_another_title_is_not_ours():
    rows = [("หน่วยงาน", "IIT", "EIT"), ("อบต.กุศกร", 80, 81)]
    ours = read(sheet(("ปี 2568 จังหวัดอุบลราชธานี",), *rows))
    assert set(ours.scores["agency"]) == {""}
    theirs = read(sheet(("ปี 2568 จังหวัดยโสธร",), *rows))
    assert set(theirs.scores["agency"]) == {"อบต.กุศกร"}


def test_the_province_of_a_row_counts_more_than_the_title():
    rows = [("ปี 2568 จังหวัดยโสธร",), ("หน่วยงาน", "จังหวัด", "IIT"), ("อบต.ก", "สุรินทร์", 80)]
    assert set(read(sheet(*rows)).scores["province"]) == {"สุรินทร์"}


def test_a_district_may_stand_in_a_row_above_its_agencies():
    result = read(
        sheet(
            ("ผลการประเมินปี 2568 จังหวัดอุบลราชธานี",),
            ("ลำดับ", "หน่วยงาน", "IIT"),
            ("อำเภอตระการพืชผล",),
            (1, "อบต.กุศกร", 80),
            (2, "อบต.ขามเปี้ย", 81),
            (None, "อ.เขมราฐ", None),
            (3, "ทต.เทพวงศา", 82),
        )
    )
    places = result.scores.set_index("agency")["district"].to_dict()
    assert places == {"": "ตระการพืชผล", "อบต.ขามเปี้ย": "ตระการพืชผล", "ทต.เทพวงศา": "เขมราฐ"}
    assert found(result) == {(ProblemCode.ROW_SKIPPED, "A3"), (ProblemCode.ROW_SKIPPED, "B6")}
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (5, 3, 2)


def test_a_level_behind_the_total_in_one_cell_is_read_with_it():
    rows = [("หน่วยงาน", "ปี 2564", "ปี 2568"), ("อบต.ขามเปี้ย", "84.46 (B)", "ผ่านดี (90.10)")]
    result = read(sheet(*rows))
    assert values(result) == {
        ("อบต.ขามเปี้ย", 2564, "total"): 84.46,
        ("อบต.ขามเปี้ย", 2568, "total"): 90.1,
    }
    levels = result.levels
    assert list(zip(levels["year"], levels["published_level"], levels["cell"], strict=True)) == [
        (2564, "B", "B2"),
        (2568, "ผ่านดี", "C2"),
    ]


def test_a_year_may_have_a_level_without_a_score():
    headings = ("หน่วยงาน", "คะแนน ปี 2567", "ระดับ ปี 2568")
    result = read(sheet(headings, ("อบต.ขามเปี้ย", 86.73, "ผ่าน")))
    assert values(result) == {("อบต.ขามเปี้ย", 2567, "total"): 86.73}
    assert result.levels["year"].tolist() == [2568]


def test_scores_of_years_without_an_agency_are_missing_one():
    headings = ("ลำดับ", "หน่วยงาน", "คะแนน ปี 2567", "คะแนน ปี 2568")
    result = read(sheet(headings, (1, "อบต.ขามเปี้ย", 86.73, 90.1), (2, None, 80.5, 81)))
    assert [(one.code, one.cell) for one in result.blocking] == [(ProblemCode.MISSING_AGENCY, "B3")]


def test_a_rank_of_a_year_of_the_common_era_converts_nothing():
    headings = ("หน่วยงาน", "คะแนน ปี 2567", "อันดับ FY 2025")
    result = read(sheet(headings, ("อบต.ขามเปี้ย", 86.73, 4)))
    assert values(result) == {("อบต.ขามเปี้ย", 2567, "total"): 86.73}
    assert result.problems == ()
