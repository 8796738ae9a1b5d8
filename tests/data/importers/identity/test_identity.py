"""What a sheet says of itself with the cell, and what is asked where it does not."""

import pytest

from data.importers import Choices, read_sheets, recognise_sheets
from data.importers.identity.other_sheets import beside_other_sheets
from data.importers.scores.templates import templates
from data.importers.sheets.opening import Sheet
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode
from tests.sheet_reading import read

HOME = "องค์การบริหารส่วนตำบลกุศกร"
REPORT = (("ตัวชี้วัด", "คะแนน"), ("IIT", 80.51), ("EIT", 90.25), ("OIT", 95.75))


def report(*titles, name="แผ่น1", file_name=""):
    return Sheet(name, (*((title,) for title in titles), *REPORT), file_name=file_name)


def doubts(result):
    asks = {ProblemCode.ASK_KIND, ProblemCode.ASK_AGENCY, ProblemCode.ASK_YEAR}
    return [(one.code, one.expected) for one in result.problems if one.code in asks]


def test_a_sheet_that_says_all_three_is_not_asked_and_tells_the_cells():
    identity = read(report("ผลการประเมิน ITA", HOME, "ปีงบประมาณ 2568")).identity
    assert (identity.kind.value, identity.kind.cell) == (SheetKind.RESULT, "A1")
    assert (identity.agency.value, identity.agency.cell) == (HOME, "A2")
    assert (identity.year.value, identity.year.cell) == (2568, "A3")


@pytest.mark.parametrize("empty", templates(), ids=lambda empty: empty.form.value)
def test_a_template_that_was_filled_in_is_never_asked_about(empty):
    labels = empty.rows or (("อบต.ก", "เมือง", "อุบลราชธานี"),)
    width = len(empty.headings)
    rows = [(*row, *(81.37 + at / 10 for at in range(width - len(row)))) for row in labels]
    sheet = Sheet(empty.name, (*((title,) for title in empty.titles), empty.headings, *rows))
    assert doubts(read(sheet)) == []


def test_a_sheet_that_says_provisional_is_stored_so():
    result = read(report(f"ผลคะแนน ITA เบื้องต้น {HOME} ปี 2568"))
    assert result.identity.kind.value is SheetKind.PROVISIONAL
    assert result.scores["provisional"].all()
    assert not result.blocking


@pytest.mark.parametrize("kind", [SheetKind.RESULT, SheetKind.PROVISIONAL])
def test_a_persons_word_settles_what_words_leave_open(kind):
    sheet = report("ค่าเฉลี่ย ITA ปี 2568 โรงเรียนบ้านโคก")
    assert doubts(read(sheet)) == [
        (ProblemCode.ASK_AGENCY, Doubt.OTHER_BODY),
        (ProblemCode.ASK_KIND, Doubt.AVERAGE_WORDS),
    ]
    result = read(sheet, Choices(kind=kind, agency=HOME))
    assert not result.blocking
    assert result.identity.kind.by_person
    assert set(result.scores["provisional"]) == {kind is SheetKind.PROVISIONAL}


def test_targets_are_refused_in_words_and_never_scores():
    result = read(report("เป้าหมาย ITA ปี 2568"), Choices(kind=SheetKind.TARGET))
    assert [one.code for one in result.blocking] == [ProblemCode.TARGETS_NOT_KEPT]


def test_names_of_sheet_and_file_count_as_titles_do():
    assert doubts(read(report("ผลการประเมิน ITA ปี 2568", name="ทต.เขมราฐ"))) == [
        (ProblemCode.ASK_AGENCY, Doubt.OTHER_BODY)
    ]
    assert doubts(read(report("ผลการประเมิน ITA ปี 2568", file_name="ITA ปี 2567"))) == [
        (ProblemCode.ASK_YEAR, Doubt.SEVERAL_YEARS)
    ]


@pytest.mark.parametrize("words", ["คะแนน{}", "ผลคะแนน{}", "{}"])
def test_scores_before_and_after_an_appeal_are_asked_about_and_taken_from_the_column_chosen(words):
    headings = ("ตัวชี้วัด", words.format("ก่อนอุทธรณ์"), words.format("หลังอุทธรณ์"))
    rows = ((f"ผลคะแนน ITA {HOME} ปี 2568",), headings, ("IIT", 80.51, 82.5), ("EIT", 90.25, 91.5))
    sheet = Sheet("2568", rows)
    assert (ProblemCode.ASK_KIND, Doubt.APPEAL_WORDS) in doubts(read(sheet))
    result = read(sheet, Choices(kind=SheetKind.RESULT, columns={1: "ignored", 2: "score"}))
    assert not result.blocking
    assert list(result.scores["value"]) == [82.5, 91.5]


def test_a_column_of_targets_alone_is_asked_about_and_beside_scores_it_is_none():
    rows = (("ตัวชี้วัด", "ค่าเป้าหมาย"), ("IIT", 90.5), ("EIT", 91.25))
    sheet = Sheet("2568", ((f"ค่าเป้าหมาย ITA {HOME} ปี 2568",), *rows))
    assert {one for _, one in doubts(read(sheet))} == {Doubt.TARGET_WORDS}
    result = read(sheet, Choices(kind=SheetKind.TARGET))
    assert [one.code for one in result.blocking] == [ProblemCode.TARGETS_NOT_KEPT]
    titled = ((f"ผลคะแนน ITA {HOME} ปี 2568",), ("ตัวชี้วัด", "ค่าเป้าหมาย", "คะแนน"))
    beside = read(Sheet("2568", (*titled, ("IIT", 85, 90.5), ("EIT", 85, 91.25))))
    assert not beside.blocking
    assert list(beside.scores["value"]) == [90.5, 91.25]


def test_numbers_under_no_word_for_scores_are_asked_about():
    rows = (("หน่วยงาน", "รวม"), ("อบต.ก", 80.5))
    assert doubts(read(Sheet("2568", rows))) == [(ProblemCode.ASK_KIND, Doubt.NOTHING_SAID)]


def test_another_sheet_with_other_values_is_asked_about_in_both():
    final, draft = report("ผลการประเมิน ITA ปี 2568"), report("ผลการประเมิน ITA ปี 2568", name="2")
    draft = Sheet("2", (*draft.rows[:-1], ("OIT", 91.0)), hidden=True)
    imports = [read(final), read(draft)]
    asked = beside_other_sheets(imports)
    assert [doubts(one) for one in asked] == [[(ProblemCode.ASK_KIND, Doubt.OTHER_SHEET)]] * 2
    said = read(final, Choices(kind=SheetKind.RESULT))
    assert doubts(beside_other_sheets([said, imports[1]])[0]) == []
    assert beside_other_sheets([imports[0]] * 2) == [imports[0]] * 2


def test_a_plan_may_speak_of_its_own_pair_of_years_and_of_no_other():
    headings = ("ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ")
    row = ("1. การปฏิบัติหน้าที่", "i1 ข้อความ", "จัดทำคู่มือ", "1. ทำ", "ตลอดปี", "กองคลัง")
    title = "แผนปฏิบัติการ ปีงบประมาณ 2569 จากผลการประเมิน ปี 2568"
    pair = Sheet("แผน", ((title,), headings, row), file_name="แผน 2569")
    assert doubts(read(pair)) == []
    other = Sheet("แผน", ((title,), headings, row), file_name="แผน 2567")
    assert doubts(read(other)) == [(ProblemCode.ASK_YEAR, Doubt.SEVERAL_YEARS)]
    assert doubts(read(other, Choices(year=2569))) == []


def test_a_plan_of_another_body_is_asked_about_and_not_taken():
    headings = ("ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ")
    row = ("1. การปฏิบัติหน้าที่", "i1 ข้อความ", "จัดทำคู่มือ", "1. ทำ", "ตลอดปี", "กองคลัง")
    sheet = Sheet("แผน", (("แผนปฏิบัติการ ปี 2569 โรงเรียนบ้านโคก",), headings, row))
    assert doubts(read(sheet)) == [(ProblemCode.ASK_AGENCY, Doubt.OTHER_BODY)]
    assert not read(sheet, Choices(agency=HOME)).blocking
    foreign = read(sheet, Choices(agency="โรงเรียนบ้านโคก"))
    assert [one.code for one in foreign.blocking] == [ProblemCode.OTHER_ORGANISATION]


def test_the_row_nearest_to_headings_is_named_with_what_it_lacks():
    content = "ผล ITA\nตัวชี้วัด,ผลที่ได้\nIIT,ดี\n".encode()
    (found,) = read(recognise_sheets(read_sheets("a.csv", content))[0].sheet).problems
    assert (found.code, found.cell) == (ProblemCode.NOTHING_RECOGNISED, "A2")
    assert (found.value, found.expected) == ("ตัวชี้วัด | ผลที่ได้", "score")
