"""What a person settles on the import page: columns, year, agency, provisional; several files."""

import datetime as dt

import pytest
import streamlit as st

from data.database import remembered_match
from data.framework import organisation
from data.importers import Choices
from data.importers.sheets.opening import read_sheets
from data.model.identity import SheetKind
from data.words.importing import identity as identity_words
from data.words.importing import imports as words
from pages.sections.imports.identity_fields import answers_given
from pages.shared.safe import plain
from pages.shared.session import database
from queries import batches, measures, scores
from tests.corpus.awkward_plans import HEADINGS as HEADINGS_OF_A_PLAN
from tests.corpus.awkward_plans import TITLE, changed
from tests.helpers.pages import labels, press, texts, upload
from tests.helpers.workbooks import book_of
from tests.sheet_reading import heading_fingerprint

MEASURE = changed(c0="2. การใช้งบประมาณ", c1="i4 ข้อความ")
HEADINGS = ("ปีที่", "เรื่อง", "ผลที่ได้")
ROWS = ((2568, "IIT", 85.5), (2568, "EIT", 90.25))


def column(page, letter):
    return next(box for box in page.selectbox if box.label.startswith(letter))


def named(page):
    for letter, field in (("A", "year"), ("B", "code"), ("C", "score")):
        page = column(page, letter).select(field).run()
    return page


def asking(page, label):
    return next(box for box in page.selectbox if box.label == label)


def answered(page, label, answer):
    return asking(page, label).select(answer).run()


def stored():
    """Give the home agency's scores that came after the two files the store begins with."""
    found = scores.scores(database())
    return {(row.year, row.code): row.score for row in found.itertuples() if row.batch_id > 2}


def test_a_sheet_of_unknown_headings_can_be_imported_by_naming_its_columns(open_page):
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(HEADINGS, *ROWS)))
    assert [box.value for box in page.selectbox][:1] == [None]
    assert words.SAVE not in labels(page)

    page = press(named(page), words.SAVE)

    assert not page.exception
    assert stored() == {(2568, "IIT"): 85.5, (2568, "EIT"): 90.25}


def test_the_column_of_a_plan_that_lost_its_heading_can_be_named(open_page):
    headings = [
        None if heading == HEADINGS_OF_A_PLAN[3] else heading for heading in HEADINGS_OF_A_PLAN
    ]
    rows = (TITLE, headings, MEASURE)
    page = upload(open_page("import_files"), ("แผน.xlsx", book_of(*rows)))
    assert page.expander[0].proto.expanded
    assert column(page, "D").label == plain(words.column_label("D", ""))
    assert words.SAVE not in labels(page)

    page = press(column(page, "D").select("action").run(), words.SAVE)

    assert not page.exception
    plan = measures.measures(database(), as_of=dt.date(2026, 1, 1), years=[2569])
    assert MEASURE[3] in plan["action"].tolist()


def test_named_columns_are_remembered_for_the_next_file_and_can_be_dropped(open_page):
    first = book_of(HEADINGS, *ROWS)
    press(named(upload(open_page("import_files"), ("ก.xlsx", first))), words.SAVE)

    second = book_of(("รายงาน",), HEADINGS, (2569, "OIT", 77.0))
    page = upload(open_page("import_files"), ("ข.xlsx", second))
    assert any("จำไว้" in text for text in texts(page.caption))
    assert [column(page, letter).value for letter in "ABC"] == ["year", "code", "score"]
    assert words.SAVE in labels(page)

    page = press(page, words.COLUMNS_FORGET)

    assert not page.exception
    assert [column(page, letter).value for letter in "ABC"] == [None, None, None]
    assert words.SAVE not in labels(page)
    fingerprint = heading_fingerprint(read_sheets("ข.xlsx", second)[0])
    assert remembered_match(database(), fingerprint) is None


def test_looking_at_corrected_columns_remembers_nothing(read_page):
    content = book_of(HEADINGS, *ROWS)
    named(upload(read_page("import_files"), ("ก.xlsx", content)))

    assert (
        remembered_match(database(), heading_fingerprint(read_sheets("ก.xlsx", content)[0])) is None
    )


def test_a_column_that_was_read_wrong_can_be_corrected(open_page):
    rows = (("ปี", "ตัวชี้วัด", "คะแนน", "ผลจริง"), (2568, "IIT", 12, 85.5))
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*rows)))
    assert column(page, "C").value == "score"

    page = column(page, "C").select("ignored").run()
    page = press(column(page, "D").select("score").run(), words.SAVE)

    assert stored() == {(2568, "IIT"): 85.5}


def test_columns_of_a_known_heading_are_shown_as_what_they_are_read_as(read_page):
    rows = (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "IIT", 85.5))
    page = upload(read_page("import_files"), ("ก.xlsx", book_of(*rows)))

    assert [column(page, letter).value for letter in "ABC"] == ["year", "code", "score"]
    assert words.COLUMNS_FORGET not in labels(page)


def test_a_heading_with_markup_is_shown_letter_by_letter(read_page):
    rows = ((*HEADINGS, "![x](http://a.b/c.png)"), *((*row, 1.5) for row in ROWS))
    page = upload(read_page("import_files"), ("ก.xlsx", book_of(*rows)))

    assert "](" not in column(page, "D").label


def test_scores_can_be_marked_as_provisional(open_page):
    rows = (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "IIT", 85.5))
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*rows)))
    page = answered(page, identity_words.KIND, SheetKind.PROVISIONAL)

    press(page, words.SAVE)

    found = scores.scores(database())
    assert found[found["batch_id"] > 2]["provisional"].tolist() == [True]
    assert not found[found["batch_id"] <= 2]["provisional"].any()


def test_a_file_without_a_year_takes_the_year_that_is_chosen(open_page):
    rows = (("ตัวชี้วัด", "คะแนน"), ("IIT", 85.5), ("EIT", 90.25), ("OIT", 99.0))
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*rows)))
    assert words.SAVE not in labels(page)
    page = answered(page, identity_words.YEAR, 2567)

    press(page, words.SAVE)

    assert {year for year, _ in stored()} == {2567}


FOREIGN = (
    ("ผลการประเมิน ITA ปีงบประมาณ 2568",),
    ("องค์การบริหารส่วนตำบลอื่น",),
    ("ตัวชี้วัด", "คะแนน"),
    ("IIT", 85.5),
    ("EIT", 90.25),
    ("OIT", 99.0),
)


def test_scores_of_another_agency_are_kept_under_its_name_once_it_is_chosen(open_page):
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*FOREIGN)))
    assert words.SAVE not in labels(page)
    assert asking(page, identity_words.AGENCY).proto.placeholder == identity_words.ASKED
    page = answered(page, identity_words.AGENCY, FOREIGN[1][0])

    page = press(page, words.SAVE)

    assert not page.exception
    assert stored() == {}
    every = scores.scores(database(), all_agencies=True)
    assert set(every[~every["is_home"]]["agency"]) == {FOREIGN[1][0]}


@pytest.mark.parametrize(("typed", "meant"), [(" อบต.อื่น ", "อบต.อื่น"), (" ", None), (None, None)])
def test_an_agency_counts_without_the_blanks_around_what_was_typed(typed, meant, monkeypatch):
    monkeypatch.setattr(st, "session_state", {"agency_sheet": typed})
    assert answers_given(None, Choices(), "sheet").agency == meant


def test_scores_under_a_wrong_name_can_be_told_to_be_ours(open_page):
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*FOREIGN)))
    page = answered(page, identity_words.AGENCY, organisation().name)

    press(page, words.SAVE)

    assert stored() == {(2568, "IIT"): 85.5, (2568, "EIT"): 90.25, (2568, "OIT"): 99.0}


def test_the_sentence_says_what_the_sheet_is_and_a_doubt_is_answered_on_the_page(read_page):
    rows = (("เป้าหมาย ITA ปี 2568 อบต.กุศกร",), ("ตัวชี้วัด", "คะแนน"), ("IIT", 85.5), ("EIT", 90.25))
    page = upload(read_page("import_files"), ("ก.xlsx", book_of(*rows)))
    assert words.SAVE not in labels(page)
    assert any(plain("ปี 2568 (เซลล์ A1)") in text for text in texts(page.markdown))
    assert asking(page, identity_words.KIND).proto.placeholder == identity_words.ASKED
    assert asking(page, identity_words.YEAR).proto.placeholder == "2568"

    page = answered(page, identity_words.KIND, SheetKind.RESULT)
    assert words.SAVE in labels(page)

    page = answered(page, identity_words.KIND, SheetKind.TARGET)
    assert words.SAVE not in labels(page)


def test_an_answer_is_remembered_for_the_same_question_under_the_same_headings(open_page):
    rows = (("ITA ปี 2568 อบต.กุศกร",), ("ตัวชี้วัด", "ค่าเฉลี่ย"), ("IIT", 85.5), ("EIT", 90.25))
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*rows)))
    press(answered(page, identity_words.KIND, SheetKind.RESULT), words.SAVE)

    again = (("ITA ปี 2567 อบต.กุศกร",), *rows[1:])
    page = upload(open_page("import_files"), ("ข.xlsx", book_of(*again)))
    assert {words.SAVE, words.COLUMNS_FORGET} <= set(labels(page))

    other = (("ร่าง ITA ปี 2566 อบต.กุศกร",), *rows[1:])
    page = upload(open_page("import_files"), ("ค.xlsx", book_of(*other)))
    assert words.SAVE not in labels(page)

    page = upload(open_page("import_files"), ("ข.xlsx", book_of(*again)))
    assert words.SAVE not in labels(press(page, words.COLUMNS_FORGET))


def test_each_of_several_files_has_its_own_outcome(open_page):
    known = ("ปี", "ตัวชี้วัด", "คะแนน")
    page = upload(
        open_page("import_files"),
        ("เสีย.xlsx", book_of(known, *ROWS)[:700]),
        ("ผิด.xlsx", book_of(known, (2568, "IIT", "x"))),
        ("ดี.xlsx", book_of(known, *ROWS)),
    )
    assert len(page.error) == 2
    assert labels(page).count(words.SAVE) == 1

    page = press(page, words.SAVE)

    assert not page.exception
    assert len(page.error) == 2
    assert words.SAVED.format(batch_id=3, added=0, changed=2, unchanged=0) in texts(page.success)


def test_a_file_is_read_once_however_often_the_page_runs(read_page, monkeypatch):
    reads = []
    monkeypatch.setattr(
        "pages.sections.imports.uploads.read_sheets",
        lambda name, content, password: reads.append(name) or read_sheets(name, content, password),
    )
    known = ("ปี", "ตัวชี้วัด", "คะแนน")
    page = upload(
        read_page("import_files"),
        ("ดี.xlsx", book_of(known, *ROWS)),
        ("เสีย.xlsx", book_of(known, *ROWS)[:700]),
    )
    page = answered(page, identity_words.KIND, SheetKind.PROVISIONAL)
    page.run()

    assert sorted(reads) == ["ดี.xlsx", "เสีย.xlsx"]


def test_a_page_with_progress_done_shows_none(read_page):
    rows = (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "IIT", 85.5))
    page = upload(read_page("import_files"), ("ก.xlsx", book_of(*rows)))

    assert not page.get("progress")


@pytest.mark.parametrize("again", [1, 2])
def test_what_was_saved_is_no_longer_said_of_other_choices(open_page, again):
    rows = (("ปี", "ตัวชี้วัด", "คะแนน"), (2568, "IIT", 85.5))
    page = upload(open_page("import_files"), ("ก.xlsx", book_of(*rows)))
    page = press(page, words.SAVE)
    for _ in range(again):
        page = answered(page, identity_words.KIND, SheetKind.PROVISIONAL)

    assert len(batches.batches(database())) == 3
    assert not [text for text in texts(page.success) if "3" in text and "บันทึก" in text]


PLAN_TITLE = ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2570",)
PLAN_HEADINGS = (
    "ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "กิจกรรมที่จะทำ",
    "มาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
)
PLAN_ROW = (
    "การปฏิบัติหน้าที่",
    "i1 ข้อความ",
    "ผล",
    "ทำจริง",
    "ทำผิด",
    "ขั้นตอน",
    "ต.ค. 69 - ก.ย. 70",
    "กองคลัง",
)


def test_a_column_of_a_plan_can_be_corrected_and_is_remembered(open_page):
    content = book_of(PLAN_TITLE, PLAN_HEADINGS, PLAN_ROW)
    page = upload(open_page("import_files"), ("แผน.xlsx", content))
    page = column(page, "E").select("ignored").run()
    page = press(column(page, "D").select("action").run(), words.SAVE)

    assert not page.exception
    found = measures.measures(database(), as_of=dt.date(2026, 11, 22), years=[2570])
    assert found["action"].tolist() == ["ทำจริง"]
    remembered = remembered_match(
        database(), heading_fingerprint(read_sheets("แผน.xlsx", content)[0])
    )
    assert remembered.columns == {3: "action", 4: "ignored"}


def test_leaving_a_column_out_is_the_first_choice_as_the_list_of_scores_is_long(read_page):
    page = upload(read_page("import_files"), ("ก.xlsx", book_of(HEADINGS, *ROWS)))

    assert column(page, "A").options[0] == words.field_name("ignored")
