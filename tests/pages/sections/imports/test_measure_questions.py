"""A plan that comes again on the import page: what is asked, what is withdrawn, where it shows."""

import pytest

from data.database import report_status
from data.model.records import Flag, ReportKind, Status, StatusReport
from data.model.thai_time import today
from data.words.importing import imports as words
from data.words.work import measures as measure_words
from data.words.work import statuses
from pages.shared.session import database
from queries import measures, steps
from tests.corpus.awkward_plans import HEADINGS, TITLE, changed
from tests.helpers.pages import labels, press, texts, upload
from tests.helpers.workbooks import book_of

REWRITTEN = "จัดทำแผ่นพับแนะนำบริการฉบับภาษาถิ่นแจกทุกหมู่บ้าน"
FIRST = "2569-01-i1"


def measures_by_id():
    found = measures.measures(database(), as_of=today(), withdrawn=True)
    return found.set_index("measure_id")


def questions(page):
    return [box for box in page.selectbox if box.label == words.WHICH_MEASURE]


@pytest.fixture
def page(open_page):
    """Open the import page with a plan of one measure, written anew for an item of the examples."""
    content = book_of(TITLE, HEADINGS, changed(c3=REWRITTEN))
    return upload(open_page("import_files"), ("แผน.xlsx", content))


def test_an_unclear_measure_is_asked_and_nothing_can_be_saved_before(page):
    (question,) = questions(page)

    assert question.value is None
    assert question.options[0].startswith(FIRST)
    assert question.options[-1] == words.IS_NEW
    assert words.SAVE not in labels(page)


@pytest.mark.parametrize(("answer", "measure_id"), [(FIRST, FIRST), ("", "2569-01-i1-2")])
def test_the_answer_is_saved_with_the_plan(page, answer, measure_id):
    page = press(questions(page)[0].select(answer).run(), words.SAVE)

    assert not page.exception
    found = measures_by_id()
    assert found["action"][measure_id] == REWRITTEN
    assert found["withdrawn"].sum() == len(found) - 1


def test_a_reworded_step_with_a_report_is_asked_once_its_measure_is_known(page, open_page):
    before = steps.steps(database(), as_of=today(), measure_ids=[FIRST])
    done = f"{FIRST}/3"
    told = {"kind": ReportKind.STEP, "step_id": done, "reported_by": "ก"}
    report_status(database(), StatusReport(FIRST, Status.DONE, **told))
    content = book_of(TITLE, HEADINGS, changed(c3=REWRITTEN, c5="1. แจกแผ่นพับ"))
    page = upload(open_page("import_files"), ("แผน.xlsx", content))
    assert len(questions(page)) == 1

    page = questions(page)[0].select(FIRST).run()
    asked = next(box for box in page.selectbox if box.label == words.WHICH_STEP)
    assert asked.options[0].startswith(done)
    assert words.SAVE not in labels(page)
    page = press(asked.select(done).run(), words.SAVE)

    assert not page.exception
    (kept,) = steps.steps(database(), as_of=today(), measure_ids=[FIRST]).to_dict("records")
    assert (kept["step_id"], kept["text"], kept["status"]) == (done, "แจกแผ่นพับ", "done")
    assert len(before) == 3


def test_what_would_be_withdrawn_is_warned_of_and_listed(page):
    page = questions(page)[0].select(FIRST).run()

    gone = len(measures_by_id()) - 1
    assert words.WITHDRAWS.format(count=gone) in texts(page.warning)
    table = next(one.value for one in page.dataframe if "old_value" in one.value)
    assert (table["new_value"] == words.IS_WITHDRAWN).sum() == gone


def test_withdrawn_measures_stand_behind_the_others_and_are_counted_nowhere(page, open_page):
    every = len(measures_by_id())
    press(questions(page)[0].select(FIRST).run(), words.SAVE)

    for stem in ("linked_measures", "division_progress"):
        shown = open_page(stem, measures_view="ตาราง")
        assert not shown.exception
        assert measure_words.COUNT.format(shown=1, all=1) in texts(shown.caption)
        assert measure_words.WITHDRAWN_TOO.format(count=every - 1) in texts(shown.caption)
        listed = next(one.value for one in shown.dataframe if "measure_id" in one.value)
        assert len(listed) == every
        assert listed["measure_id"].iloc[0] == FIRST
        only = open_page(stem, states=statuses.FLAGS[Flag.WITHDRAWN])
        assert not only.exception
        assert len(only.dataframe[0].value) == every - 1
