"""Whoever cannot save is told what to do next: on the page first, in the file if need be."""

import datetime as dt

import pytest

from data.database import report_status
from data.model.errors import DependentReportsError
from data.model.problems import BLOCKING, Problem, ProblemCode
from data.model.records import Status, StatusReport
from data.words.failures import failure
from data.words.importing import imports as words
from data.words.importing import problems as problem_words
from pages.shared.safe import plain
from pages.shared.session import database
from queries import batches, measures
from tests.helpers.pages import labels, texts, upload
from tests.helpers.workbooks import book_of

TITLE = ("ผลการประเมิน ITA ปีงบประมาณ 2569",)
REPORT = (("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", 80.0), ("การใช้งบประมาณ", 81.0))
STEPS = problem_words.NEXT_STEPS
WRONG_IN_THE_FILE = {
    ProblemCode.AMBIGUOUS_INSTRUMENTS,
    ProblemCode.SCORES_ARE_FRACTIONS,
    ProblemCode.ROW_NOT_UNDERSTOOD,
    ProblemCode.MISSING_AGENCY,
    ProblemCode.NO_YEAR,
    ProblemCode.SCORE_NOT_A_NUMBER,
    ProblemCode.SCORE_OUT_OF_RANGE,
    ProblemCode.FORMULA_WITHOUT_VALUE,
    ProblemCode.CONFLICTING_SCORE,
    ProblemCode.CONFLICTING_REPORT,
    ProblemCode.UNKNOWN_STATUS,
    ProblemCode.PERCENT_NOT_UNDERSTOOD,
    ProblemCode.DATE_NOT_UNDERSTOOD,
    ProblemCode.BUDGET_NOT_UNDERSTOOD,
    ProblemCode.REPORT_OUT_OF_RANGE,
    ProblemCode.CATALOGUE_FAULT,
}
"""Written out by hand; whatever else blocks, a person settles without touching these cells."""


def opened(open_page, *rows):
    page = upload(open_page("import_files"), ("คะแนน.xlsx", book_of(*rows)))
    assert not page.exception
    return page


def told(page):
    (steps,) = [text for text in texts(page.markdown) if problem_words.NEXT in text]
    return steps


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (REPORT, ProblemCode.ASK_YEAR),
        ((("ประชุม", "ครั้งที่ 3"), ("นาย ก", "ปลัด")), ProblemCode.NOTHING_RECOGNISED),
        ((TITLE, ("องค์การบริหารส่วนตำบลโคกจาน",), *REPORT), ProblemCode.ASK_AGENCY),
        ((("ผลการประเมิน ITA ปีงบประมาณ 2579",), *REPORT), ProblemCode.UNKNOWN_YEAR),
        ((), ProblemCode.EMPTY_SHEET),
    ],
)
def test_what_the_page_can_settle_does_not_send_people_back_to_the_file(read_page, rows, code):
    page = opened(read_page, *rows)

    assert f"- {STEPS[code]}" in told(page)
    assert "ดาวน์โหลดรายการที่ต้องแก้" not in told(page)
    assert texts(page.error) == [words.BLOCKED.format(blocking=1)]


def test_faulty_cells_are_counted_and_sent_back_to_the_file(read_page):
    page = opened(read_page, TITLE, REPORT[0], ("การปฏิบัติหน้าที่", "แปด"), ("การใช้งบประมาณ", 180))

    assert problem_words.CORRECT_FILE.format(count=2) in told(page)


def test_a_sheet_without_findings_has_no_next_steps(read_page):
    page = opened(read_page, ("ปีงบประมาณ", "รหัส", "คะแนน"), (2569, "รวม", 80.0))

    assert not [text for text in texts(page.markdown) if problem_words.NEXT in text]
    assert words.SAVE in labels(page)


@pytest.mark.parametrize("code", sorted(BLOCKING))
def test_only_what_is_wrong_in_a_cell_or_row_sends_people_back_to_the_file(code):
    steps = problem_words.next_steps([Problem(code, "คะแนน", "C3", "ก", "ข")])

    assert (steps == [problem_words.CORRECT_FILE.format(count=1)]) is (code in WRONG_IN_THE_FILE)


def test_the_place_and_the_sentence_of_a_finding_come_first_as_a_phone_shows_no_more(read_page):
    page = opened(read_page, TITLE, *REPORT, ("การใช้อำนาจ", "แปด"))

    assert list(page.dataframe[-1].value.columns)[:2] == ["place", "message"]


def test_the_empty_page_says_in_thai_how_to_choose_files(read_page):
    page = read_page("import_files")

    assert any("ลากไฟล์มาวาง" in text for text in texts(page.markdown))


def test_every_choice_of_a_batch_invites_in_thai(read_page):
    page = read_page("import_history")

    assert {box.placeholder for box in page.selectbox if box.value is None} == {words.BATCH_NONE}


def test_an_undo_without_the_confirmation_says_what_is_missing(open_page):
    page = open_page("import_history")
    page.selectbox[0].select(2)

    page = page.button(key="undo_batch").click().run()

    assert texts(page.warning) == [words.UNDO_UNSURE]


def test_an_undo_that_others_depend_on_is_refused_with_a_way_out_and_the_page_stays(
    open_page, downloads
):
    open_page("import_history")
    measure = measures.measures(database(), as_of=dt.date(2026, 1, 1))["measure_id"][0]
    report_status(database(), StatusReport(measure, Status.DONE, reported_by="กองคลัง"))
    page = open_page("import_history")
    page.selectbox[0].select(1)
    page.checkbox[0].check()

    page = page.button(key="undo_batch").click().run()

    assert not page.exception
    assert texts(page.error) == [plain(failure(DependentReportsError(1, 1)))]
    assert set(batches.batches(database())["state"]) == {"active"}
    assert "backup" in downloads


@pytest.mark.parametrize(("value", "tall"), [("แปด", False), ("แปดสิบ" * 12, True)])
def test_a_long_finding_is_shown_in_several_lines(read_page, value, tall):
    page = opened(read_page, TITLE, *REPORT, ("การใช้อำนาจ", value))

    assert bool(page.dataframe[-1].proto.row_height) is tall


def test_the_ledger_names_the_file_of_a_batch_where_a_phone_shows_it(read_page):
    page = read_page("import_history")

    assert list(page.dataframe[0].value.columns)[:3] == ["batch_id", "state", "file_name"]
