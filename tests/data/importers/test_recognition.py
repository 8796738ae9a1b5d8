import pytest

from data.importers import Choices, read_sheets
from data.importers.scores.templates import templates
from data.importers.sheets.opening import Sheet
from data.importers.sheets.title_years import heading_year, name_years, organisation_in, title_years
from data.importers.spelling.folding import bare
from data.importers.spelling.labels import code_of
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.sheet_reading import form_of, matched_columns, read


def sheet(*rows, name="แผ่น1", merged=()):
    return Sheet(name, tuple(rows), merged)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("1", "1"),
        ("ตัวชี้วัดที่ 1", "1"),
        ("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต", "10"),
        ("1. การปฏิบัติหน้าที่", "1"),
        ("1. การปฏิบัติหน้าที่ (i1 – i3)", "1"),
        ("1. การปฎิบัติหน้าที่", "1"),
        ("การใช้\nอำนาจ", "3"),
        ("การใช้อํานาจ", "3"),
        ("คะแนนการใช้อำนาจ", "3"),
        ("ตัวชี้วัดที่ 11", "11"),
        ("IIT", "IIT"),
        ("1. แบบวัด IIT", "IIT"),
        ("คะแนน EIT (30)", "EIT"),
        ("คะแนนรวม (100)", "total"),
        ("คะแนนภาพรวม (คะแนนเต็ม 100 คะแนน)", "total"),
        ("ตัวชี้วัดที่ 4 (ร้อยละ)", "4"),
        ("ตัวชี้วัดที่ 10 100.00", "10"),
        ("OIT 40.00", "OIT"),
        ("o 40", "o40"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "IIT"),
        ("รวม", "total"),
        ("คะแนนรวม", "total"),
        ("ภาพรวม", "total"),
        ("i1", "i1"),
        ("i๗", "i7"),
        ("๐1", "o1"),
        ("๐14", "o14"),
        ("027", "o27"),
        ("O 25", "o25"),
        ("ข้อ e2 เจ้าหน้าที่", "e2"),
        ("o10 E–Service", "o10"),
    ],
)
def test_a_label_is_understood_in_the_ways_people_write_it(label, code):
    assert code_of(label) == code


@pytest.mark.parametrize(
    "label",
    [
        "",
        "01",
        "11",
        "2568",
        "i1 – i3",
        "1. การใช้อำนาจ",
        "EIT ส่วนที่ 1",
        "อบต.กุศกร",
        "ระดับ",
        "หมายเหตุ",
        "E–Service",
        "การปฏิบัติหน้าที่และการใช้อำนาจ",
    ],
)
def test_a_label_that_is_unclear_is_not_guessed(label):
    assert code_of(label) is None


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2567", (2567, False)),
        ("ปี 2567", (2567, False)),
        ("ปีงบประมาณ\nพ.ศ. ๒๕๖๗", (2567, False)),
        ("คะแนน ปี 2567", (2567, False)),
        ("ปี 67", (2567, False)),
        ("2024", (2567, True)),
        ("FY 2024", (2567, True)),
        ("ผลคะแนน ITA ปี 2567 (ร้อยละ)", (2567, False)),
        ("ค่าเป้าหมาย ปี 2569", None),
        ("67", None),
        ("เปลี่ยนแปลง 2567-2568", None),
        ("ปี", None),
    ],
)
def test_a_heading_is_a_year_when_nothing_else_stands_in_it(heading, year):
    assert heading_year(heading) == year


def test_the_fiscal_year_of_a_title_counts_more_than_a_date_in_it():
    title = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 (ข้อมูล ณ ปี 2568)"
    assert title_years([title]) == {(2567, False)}


@pytest.mark.parametrize("title", ["ปี 2567 และ 2568", "ปี 2567-2568", "ปี 2567 กับปี 2568"])
def test_a_title_of_two_years_tells_both(title):
    assert title_years([f"ผลคะแนน ITA {title} อบต.กุศกร"]) == {(2567, False), (2568, False)}


def test_a_title_may_write_its_year_with_two_digits_behind_a_word():
    assert title_years(["ผลการประเมิน ITA ปี 68"]) == {(2568, False)}
    assert title_years(["แผนพัฒนา 5 ปี 66-70"]) == frozenset()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2568", {2568}),
        ("ปี68", {2568}),
        ("ผล ปีงบประมาณ พ.ศ. 68 ", {2568}),
        ("ITA 2567-2568", {2567, 2568}),
        ("แผ่น68", set()),
        ("25681120", set()),
    ],
)
def test_the_name_of_a_sheet_tells_its_years(name, told):
    assert {year for year, _ in name_years(name)} == told


def test_the_organisation_of_a_title_ends_where_its_place_begins():
    assert organisation_in(["ของ อบต.กุศกร อ.ตระการพืชผล"]) == "อบต.กุศกร"
    glued = "องค์การบริหารส่วนตำบลกุศกรอำเภอตระการพืชผล"
    assert organisation_in(["คะแนน", glued]) == "องค์การบริหารส่วนตำบลกุศกร"
    assert organisation_in(["คะแนน ITA"]) is None


def test_spaces_punctuation_and_digits_do_not_matter_in_a_heading():
    assert bare("ประเด็น / ตัว ชี้วัดที่\n๑.") == bare("ประเด็น/ตัวชี้วัดที่1")


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        ([("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "i1", 85.2)], Form.SCORES_LONG),
        ([("หน่วยงาน", "รหัส", "คะแนน"), ("อบต.ก", "IIT", 85.2)], Form.SCORES_LONG),
        ([("ประเด็น", "ปี 2567", "ปี 2568"), ("IIT", 85.2, 86)], Form.SCORES_YEARS),
        ([("ประเด็น", "67", "68"), ("IIT", 85.2, 86)], Form.SCORES_YEARS),
        ([(None, 2567, 2568), ("IIT", 85.2, 86), ("EIT", 85.2, 86)], Form.SCORES_YEARS),
        ([("ตัวชี้วัด", "คะแนนรวม"), ("IIT", 85.2)], Form.SCORES_REPORT),
        ([("IIT", 85.2), ("EIT", 86), ("OIT", 87.5)], Form.SCORES_REPORT),
        ([("หน่วยงาน", "คะแนน ITA"), ("อบต.ก", 85.2)], Form.SCORES_AGENCIES),
        ([("ปี", "IIT", "EIT", "OIT", "รวม"), (2568, 1.5, 2, 3, 4)], Form.SCORES_AGENCIES),
    ],
)
def test_the_form_follows_from_the_headings(rows, form):
    assert form_of(sheet(("ตารางคะแนน",), (), *rows)) is form


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("รายการอาหาร", "ราคา"), ("ข้าวผัด", 45.5)],
        [("ชื่อ", "อายุ"), ("สมชาย", 45)],
        [(1.5, 2.5), (3.5, 4.5)],
        [("รหัสข้อ", "ตัวชี้วัดที่"), ("o1", 9), ("o2", 9), ("o3", 10)],
        [("ตัวชี้วัดที่ 1", "หน่วยงาน"), ("ปรับปรุงเว็บไซต์", "กองช่าง"), ("อบรม", "กองคลัง")],
        [("1. การปฏิบัติหน้าที่", 2568), ("2. การใช้งบประมาณ", "ผล"), ("3. การใช้อำนาจ", "ผล")],
    ],
)
def test_a_sheet_of_something_else_is_no_form(rows):
    assert form_of(sheet(*rows)) is None


def test_a_person_can_say_that_a_sheet_of_words_is_scores_and_sees_what_is_wrong():
    rows = [("ตัวชี้วัด", "ปี 2568"), ("IIT", "แปดสิบ"), ("EIT", "เก้าสิบ")]
    assert form_of(sheet(*rows)) is None
    problems = read(sheet(*rows), Choices(form=Form.SCORES_YEARS)).problems
    worded = [problem.cell for problem in problems if problem.code == "score-not-a-number"]
    assert worded == ["B2", "B3"]


def test_a_row_that_says_what_is_scored_is_no_heading_even_when_its_score_is_a_whole_number():
    headings = ("ตัวชี้วัด", "ตัวชี้วัด", "ปีงบประมาณ", "คะแนน")
    rows = [("IIT", "IIT", 2568, 85), ("EIT", "EIT", 2568, 86.5)]
    result = read(sheet(headings, *rows))
    assert result.form is Form.SCORES_LONG
    assert result.scores["value"].tolist() == [85, 86.5]


def test_rows_above_the_headings_that_are_no_title_are_named():
    rows = [
        ("ผลคะแนน ITA", "จังหวัด", "อุบลราชธานี"),
        ("สรุป", "โดย", "สำนักปลัด", "ฉบับร่าง"),
        (),
        ("ปี", "ตัวชี้วัด", "คะแนน"),
        (2568, "IIT", 85.5),
    ]
    skipped = [one for one in read(sheet(*rows)).problems if one.code == "row-skipped"]
    assert [(one.cell, one.value) for one in skipped] == [("A2", "สรุป")]


def test_a_title_over_the_whole_width_is_no_heading_of_a_report_without_headings():
    rows = (("ผล ITA ปีงบประมาณ 2568", None), ("IIT", 85.2), ("EIT", 86), ("OIT", 87.5))
    merged = Sheet("ผล", rows, merged=((0, 0, 0, 1),))
    assert read(merged).scores["value"].tolist() == [85.2, 86, 87.5]


def test_rows_of_an_unknown_sheet_are_reported():
    result = read(sheet(("ชื่อ", "อายุ"), ("สมชาย", 45), (), ("สมศรี", 50)))
    assert result.form is None
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (3, 0, 3)
    assert [problem.code for problem in result.problems] == [ProblemCode.NOTHING_RECOGNISED]


def test_a_sheet_without_content_is_empty():
    assert [problem.code for problem in read(sheet()).problems] == [ProblemCode.EMPTY_SHEET]


def test_matched_columns_show_what_is_known_and_what_is_not():
    rows = [("ลำดับ", "หน่วยงาน", "IIT", "สีโปรด"), (1, "อบต.ก", 85.5, "แดง")]
    assert matched_columns(sheet(*rows), Form.SCORES_AGENCIES) == (
        (0, "ลำดับ", "ignored"),
        (1, "หน่วยงาน", "agency"),
        (2, "IIT", "IIT"),
        (3, "สีโปรด", ""),
    )


def test_a_column_whose_heading_is_blank_can_be_corrected_too():
    rows = [("ปี", "ตัวชี้วัด", None), (2568, "IIT", 85.5), (2568, "EIT", 86)]
    assert [field for _, _, field in matched_columns(sheet(*rows), None)] == ["year", "code", ""]
    long = Choices(form=Form.SCORES_LONG, columns={2: "score"})
    assert read(sheet(*rows), long).scores["value"].tolist() == [85.5, 86]
    headings = ("หน่วยงาน", "IIT", "", "OIT")
    found = matched_columns(sheet(headings, ("อบต.ก", 80, 81, 82)), Form.SCORES_AGENCIES)
    assert found[2] == (2, "", "")


def test_a_column_can_be_corrected_by_a_person():
    rows = [("ปี", "ตัวชี้วัด", "ผลลัพธ์"), (2568, "IIT", 85.5)]
    assert form_of(sheet(*rows)) is None
    result = read(sheet(*rows), Choices(form=Form.SCORES_LONG, columns={2: "score"}))
    assert result.scores["value"].tolist() == [85.5]


@pytest.mark.parametrize("empty", templates(), ids=lambda empty: empty.form)
def test_an_empty_template_is_recognised_as_its_own_form(empty):
    rows = [*((title,) for title in empty.titles), empty.headings, *empty.rows]
    assert form_of(sheet(*rows)) is empty.form


@pytest.mark.parametrize("empty", templates(), ids=lambda empty: empty.form)
def test_every_label_of_a_template_is_understood_when_it_is_filled_in(empty):
    width = len(empty.headings)
    labels = empty.rows or (("อบต.ก", "เมือง", "อุบลราชธานี"),)
    filled = [(*row, *[50] * (width - len(row))) for row in labels]
    result = read(sheet(*((title,) for title in empty.titles), empty.headings, *filled))
    unknown = {ProblemCode.UNKNOWN_INDICATOR, ProblemCode.ROW_SKIPPED, ProblemCode.NO_YEAR}
    assert not unknown & {problem.code for problem in result.problems}
    assert {"1", "10", "IIT", "EIT", "OIT", "total"} <= set(result.scores["code"])


def test_a_csv_is_recognised_like_a_workbook():
    (found,) = read_sheets("a.csv", "ปี,ตัวชี้วัด,คะแนน\n2568,IIT,85.21\n".encode("cp874"))
    assert form_of(found) is Form.SCORES_LONG
    assert read(found).scores["value"].tolist() == [85.21]


def test_a_column_that_its_form_has_no_place_for_is_named():
    years = [("ตัวชี้วัด", "คะแนน ปี 2567", "ปี", "ระดับ"), ("IIT", 85.5, 86.5, "ผ่านดี")]
    told = [(one.code, one.cell) for one in read(sheet(*years)).problems]
    assert told == [(ProblemCode.COLUMN_IGNORED, "C1"), (ProblemCode.COLUMN_IGNORED, "D1")]
