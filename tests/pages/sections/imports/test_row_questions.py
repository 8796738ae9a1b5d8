"""A report without our ids on the import page: pairs shown, open rows asked, then saved."""

import pytest

from data.model.problems import ProblemCode
from data.model.records import Status
from data.model.thai_time import today
from data.words.importing import imports as words
from data.words.importing.imports import WHICH_ROWS
from pages.shared.session import database
from queries import measures
from tests.corpus.named_reports import FIRST, FOURTH, SIXTH, TITLE, action, official
from tests.corpus.tables import csv_of
from tests.helpers.pages import labels, press, texts, upload

UNKNOWN = "ปลูกต้นไม้รอบสำนักงานและดูแลสวนสาธารณะ"
REPORT = official(
    (1, FIRST, "", "ดำเนินการแล้ว", "", "", ""),
    (2, UNKNOWN, "", "ดำเนินการแล้ว", "", "", ""),
    (3, FOURTH, "", "จัดอบรมแล้ว 2 ครั้ง", "", "", ""),
)


def reported():
    found = measures.measures(database(), as_of=today()).set_index("measure_id")
    return found["status"].to_dict()


@pytest.fixture
def page(open_page):
    return upload(open_page("import_files"), ("รายงานผล.csv", REPORT()))


def test_rows_that_leave_something_open_are_asked_and_nothing_can_be_saved_before(page):
    assert not page.exception
    shown = " ".join(texts(page.markdown))
    assert WHICH_ROWS[ProblemCode.ASK_MEASURE].format(count=1) in shown
    assert WHICH_ROWS[ProblemCode.ASK_STATUS].format(count=1) in shown
    assert any("จัดอบรมแล้ว 2 ครั้ง" in caption for caption in texts(page.caption))
    assert words.SAVE not in labels(page)


@pytest.mark.parametrize(("answer", "also"), [(SIXTH, {SIXTH: Status.DONE}), ("", {})])
def test_the_answers_are_saved_with_the_report(page, answer, also):
    (question,) = [box for box in page.selectbox if box.label == words.WHICH_OF_PLAN]
    page = question.select(answer).run()
    (state,) = page.get("segmented_control")
    state.set_value(Status.IN_PROGRESS)
    page = press(page.run(), words.SAVE)

    assert not page.exception
    due = {FIRST: Status.DONE, FOURTH: Status.IN_PROGRESS} | also
    found = {one: state for one, state in reported().items() if state != Status.NOT_REPORTED}
    assert found == due


def test_lines_pasted_from_a_chat_are_read_like_a_file(open_page):
    page = open_page("import_files")
    page.text_area(key="paste").input("สำนักปลัด มาตรการ 4 เสร็จแล้ว 100%")
    page = press(page, words.PASTE_READ)
    page = press(page, words.SAVE)

    assert not page.exception
    assert reported()[FOURTH] == Status.DONE


def test_a_percent_in_unclear_words_is_asked_as_a_number(open_page):
    headings = ("มาตรการ", "สถานะ", "ร้อยละ")
    rows = (TITLE, headings, (action(FOURTH), "กำลังดำเนินการ", "ครึ่งหนึ่ง"))
    page = upload(open_page("import_files"), ("ผล.csv", csv_of(*rows)))
    assert words.SAVE not in labels(page)

    (percent,) = page.number_input
    page = press(percent.set_value(50).run(), words.SAVE)

    assert not page.exception
    found = measures.measures(database(), as_of=today()).set_index("measure_id")
    assert found["percent"][FOURTH] == 50
