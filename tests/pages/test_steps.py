"""Steps, evidence and comments on the pages: seen, entered, saved."""

import datetime as dt

import pandas as pd
import pytest

from data.model.records import StepSchedule
from data.words.work import comments as comment_words
from data.words.work import evidence as evidence_words
from data.words.work import reporting
from data.words.work import rounds as round_words
from data.words.work import steps as words
from pages.sections.divisions import report_table
from pages.sections.divisions.steps import schedule_changes
from pages.shared.session import database
from queries.comments import comments
from queries.evidence import evidence
from queries.rounds import round_events, rounds
from queries.steps import steps
from tests.data.containers.test_attachments import PDF
from tests.helpers.pages import opened, press, texts

FIRST = "2569-01-i1"
FAR = dt.date(2100, 1, 1)
DUE = pd.Timestamp("2026-01-30")


def base(**values):
    plain = {"step_id": "m/1", "text": "ก", "division": "กองคลัง", "due_date": DUE}
    return pd.DataFrame([plain | {"proposed": True, "schedule_id": 0} | values])


@pytest.mark.parametrize(
    ("before", "entered", "decided"),
    [
        (base(), {"division": "กองช่าง"}, StepSchedule("m/1", "กองช่าง", None, 0)),
        (base(), {"due_date": DUE + pd.Timedelta(days=2)}, ("กองคลัง", dt.date(2026, 2, 1))),
        (base(proposed=False, schedule_id=4), {"due_date": pd.NaT}, ("กองคลัง", None)),
        (base(proposed=False), {"division": "กองช่าง"}, ("กองช่าง", DUE.date())),
    ],
)
def test_what_was_changed_becomes_a_decision_and_what_was_proposed_stays_so(
    before, entered, decided
):
    (found,) = schedule_changes(before, before.assign(**entered))

    wanted = decided if isinstance(decided, tuple) else (decided.division, decided.due_date)
    assert (found.division, found.due_date) == wanted
    assert found.seen_schedule == before["schedule_id"].iloc[0]


def test_a_table_left_as_it_was_decides_nothing():
    assert list(schedule_changes(base(due_date=pd.NaT), base(due_date=pd.NaT))) == []


def edited(monkeypatch, **values):
    """Let the table of steps come back with values entered in its first row."""
    draw = report_table.st.data_editor

    def draw_and_edit(data, **settings):
        drawn = draw(data, **settings)
        if "step_id" not in drawn:
            return drawn
        drawn = drawn.astype("object")
        for field, value in values.items():
            drawn.loc[0, field] = value
        return drawn

    monkeypatch.setattr(report_table.st, "data_editor", draw_and_edit)


def test_states_of_steps_are_entered_in_a_table(open_page, monkeypatch):
    edited(monkeypatch, status="done", note="ครบ")

    page = opened(open_page, words.REPORT).button(key="steps_save").click().run()

    assert not page.exception
    found = steps(database(), as_of=FAR).iloc[0]
    assert (found["step_id"], found["status"], found["note"]) == (f"{FIRST}/1", "done", "ครบ")
    assert reporting.TABLE_SAVED.format(count=1) in texts(page.toast)


def test_days_and_divisions_of_steps_are_set_in_one_table(open_page, monkeypatch):
    edited(monkeypatch, division="กองช่าง", due_date="1 ก.พ. 2569")

    page = opened(open_page, words.SCHEDULE).button(key="save_schedules").click().run()

    assert not page.exception
    found = steps(database(), as_of=FAR).iloc[0]
    assert (found["division"], found["due_date"].date()) == ("กองช่าง", dt.date(2026, 2, 1))
    assert words.SCHEDULE_SAVED.format(count=1) in texts(page.toast)


def test_saving_days_that_nobody_changed_says_so(open_page):
    page = opened(open_page, words.SCHEDULE).button(key="save_schedules").click().run()

    assert reporting.TABLE_UNCHANGED in texts(page.info)


def test_a_comment_is_written_and_read_letter_by_letter(open_page):
    page = open_page("profiles/measure")
    next(one for one in page.text_area if one.label == comment_words.WRITE).set_value(
        "<b>ขอเพิ่ม</b>"
    )
    next(one for one in page.text_input if one.label == comment_words.BY).set_value("ปลัด")

    page = press(page, comment_words.SAVE)

    assert list(comments(database())["text"]) == ["<b>ขอเพิ่ม</b>"]
    assert "\\<b\\>ขอเพิ่ม\\<\\/b\\>" in texts(page.markdown)


def test_a_file_becomes_evidence_that_can_be_taken_away_and_withdrawn(open_page, downloads):
    page = open_page("profiles/measure")
    uploader = next(one for one in page.file_uploader if one.label == evidence_words.UPLOAD)
    uploader.upload("ประกาศ.pdf", PDF)
    next(one for one in page.text_input if one.label == evidence_words.PROVES).set_value(
        "ประกาศแล้ว"
    )
    next(one for one in page.text_input if one.label == evidence_words.BY).set_value("สมศรี")
    page = press(page, evidence_words.SAVE)

    assert not page.exception
    assert list(evidence(database())["name"]) == ["ประกาศ.pdf"]
    assert downloads["evidence_1"]() == PDF
    counted = [one.label for one in open_page("linked_measures").expander]
    assert evidence_words.ITEMS_COUNT.format(year=2569, done=0, items=26) in counted

    page = page.button(key="withdraw_1").click().run()
    assert evidence(database()).empty


def test_what_is_no_evidence_is_said_and_the_form_keeps_its_texts(open_page):
    page = open_page("profiles/measure")
    next(one for one in page.text_input if one.label == evidence_words.LINK).set_value(
        "javascript:1"
    )
    next(one for one in page.text_input if one.label == evidence_words.PROVES).set_value("ก")
    next(one for one in page.text_input if one.label == evidence_words.BY).set_value("ข")

    page = press(page, evidence_words.SAVE)

    assert len(page.error) == 1
    assert evidence(database()).empty


def test_a_round_is_opened_sent_and_closed_on_the_page(open_page):
    page = press(open_page("official_reports"), round_words.NEW)
    assert [one.value for one in page.warning if "กองคลัง" in one.value]

    page = page.selectbox(key="round_division_1").set_value("กองคลัง").run()
    page = page.button(key="round_sent_1").click().run()
    page = page.button(key="close_round_1").click().run()

    assert not page.exception
    assert bool(rounds(database())["closed"].iloc[0])
    assert list(round_events(database())["division"]) == ["กองคลัง"]
