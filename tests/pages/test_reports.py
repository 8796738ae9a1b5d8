"""Reporting a status: appended, shown, and never over somebody else's report."""

import pytest

from data.database import report_status
from data.model.errors import InvalidStatusError, StatusConflictError
from data.model.records import Status, StatusReport
from data.words import dates, failures
from data.words.work import progress, statuses
from pages.sections.divisions import progress as progress_section
from pages.shared.safe import plain
from pages.shared.session import database
from queries import measures

FIRST = "2569-01-i1"
SECOND = "2569-04-i11"


def report(page, *, status=Status.IN_PROGRESS, reporter="สมชาย", **texts):
    """Fill in the form as a person does, and send it."""
    inputs = (*page.text_input, *page.text_area, *page.get("segmented_control"))
    labelled = {element.label: element for element in inputs}
    labelled[progress.STATUS].set_value(status)
    labelled[progress.REPORTER].set_value(reporter)
    for label, text in texts.items():
        labelled[getattr(progress, label)].set_value(text)
    return page.button(key="save_report").click().run()


def reports(measure_id=FIRST):
    return measures.status_history(database(), measure_id)


def row_of(page, measure_id=FIRST):
    table = page.dataframe[1].value
    return table[table["measure_id"] == measure_id].iloc[0]


def test_a_report_is_stored_with_who_and_when_and_shows_in_the_table(open_page):
    page = open_page("division_progress")

    page = report(page, NOTE="ประชุมแล้ว", EVIDENCE="https://example.go.th/1")

    assert not page.exception
    assert not page.error
    stored = reports()
    assert len(stored) == 1
    assert (stored["status"][0], stored["reported_by"][0], stored["note"][0]) == (
        "in-progress",
        "สมชาย",
        "ประชุมแล้ว",
    )
    assert row_of(page)["status"] == statuses.status("in-progress")
    line = progress.HISTORY_LINE.format(
        when=dates.thai_moment(stored["reported_at"][0]),
        status=statuses.status("in-progress"),
        percent="",
        who="สมชาย",
    )
    assert plain(line) in [element.value for element in page.markdown]
    assert [toast.value for toast in page.toast] == [progress.SAVED.format(measure_id=FIRST)]


def test_a_second_report_is_added_and_the_newest_counts(open_page):
    page = report(open_page("division_progress"), status=Status.IN_PROGRESS, reporter="สมชาย")

    page = report(page, status=Status.DONE, reporter="สมหญิง")

    assert list(reports()["reported_by"]) == ["สมหญิง", "สมชาย"]
    assert row_of(page)["status"] == statuses.status("done")
    assert row_of(page)["percent"] == 100


def test_the_form_of_a_late_person_is_refused_and_the_earlier_report_stays(open_page):
    page = open_page("division_progress")
    report_status(database(), StatusReport(FIRST, Status.DONE, reported_by="คนแรก"))

    page = report(page, reporter="คนหลัง")

    assert not page.exception
    assert [error.value for error in page.error] == [
        plain(failures.failure(StatusConflictError(FIRST)))
    ]
    assert list(reports()["reported_by"]) == ["คนแรก"]


def test_a_refused_report_keeps_its_texts_and_can_be_sent_after_looking(open_page):
    page = open_page("division_progress")
    report_status(database(), StatusReport(FIRST, Status.DONE, reported_by="คนแรก"))
    page = report(page, reporter="คนหลัง", NOTE="ข้อความยาว")

    assert [element.value for element in page.text_area] == ["ข้อความยาว"]
    page = page.button(key="save_report").click().run()

    assert not page.error
    assert list(reports()["reported_by"]) == ["คนหลัง", "คนแรก"]
    assert page.text_area[0].value == ""


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"reporter": " "}, "reported_by"),
        ({"EVIDENCE": "javascript:alert(1)"}, "evidence"),
    ],
)
def test_a_report_with_a_wrong_field_is_refused_in_words(open_page, texts, field):
    page = report(open_page("division_progress"), **texts)

    assert not page.exception
    assert [error.value for error in page.error] == [
        plain(failures.failure(InvalidStatusError(field)))
    ]
    assert reports().empty


def test_the_form_proposes_what_the_measure_is_before_and_after_a_report(open_page):
    page = report(open_page("division_progress"), status=Status.DONE)

    inputs = (*page.text_input, *page.get("segmented_control"), *page.number_input)
    form = {one.label: one for one in inputs}
    proposed = (form[progress.STATUS].value, form[progress.PERCENT].value)
    form[progress.REPORTER].set_value("สมหญิง")
    page.button(key="save_report").click().run()

    assert proposed == (Status.DONE, 100)
    assert list(reports()["status"]) == ["done", "done"]


def test_a_measure_that_is_now_done_is_done_in_full(open_page):
    page = open_page("division_progress")
    {one.label: one for one in page.number_input}[progress.PERCENT].set_value(40)
    page = report(page, status=Status.IN_PROGRESS)

    report(page, status=Status.DONE)

    assert list(reports()["percent"]) == [100, 40]


def test_a_report_goes_to_the_measure_that_was_chosen(open_page):
    page = open_page("division_progress")

    page.selectbox(key="report_measure").select(SECOND).run()
    report(page)

    assert reports(FIRST).empty
    assert len(reports(SECOND)) == 1


def test_the_history_of_a_measure_names_every_reporter(open_page):
    page = report(open_page("division_progress"), reporter="สมชาย")
    page = report(page, reporter="สมหญิง")

    said = " ".join(element.value for element in page.markdown)

    assert "สมชาย" in said
    assert "สมหญิง" in said


@pytest.mark.parametrize(
    "status", [status for status in Status if status is not Status.NOT_REPORTED]
)
def test_the_counts_of_a_division_follow_every_kind_of_report(open_page, status):
    page = report(open_page("division_progress", divisions="กองคลัง"), status=status)

    table = page.dataframe[0].value.set_index("division")

    assert not page.exception
    assert (table.sum()[status.value] > 0, table.sum()["not-reported"] > 0) == (True, True)


def test_of_many_reports_the_page_shows_the_newest_and_says_where_all_are(open_page, monkeypatch):
    monkeypatch.setattr(progress_section, "SHOWN", 2)
    for note in ("แรก", "กลาง", "ท้าย"):
        report_status(database(), StatusReport(FIRST, Status.DONE, None, note, "", "สมชาย"))

    page = open_page("division_progress")

    told = [caption.value for caption in page.caption]
    assert [note for note in ("แรก", "กลาง", "ท้าย") if note in told] == ["กลาง", "ท้าย"]
    assert progress.HISTORY_MORE.format(shown=2) in told
