"""Reporting a status: whose, which, the form; appended, never over somebody else's report."""

import datetime as dt

import pytest

from data.database import report_status, save_schedules
from data.model.errors import InvalidStatusError, StatusConflictError
from data.model.records import ReportKind, Status, StatusReport, StepSchedule
from data.model.thai_time import today
from data.words import dates, failures
from data.words.files.tables import HEADINGS
from data.words.work import progress, roundtrip, statuses
from pages.sections.reporting import history
from pages.shared.safe import plain
from pages.shared.session import database
from queries import measures
from queries.steps import steps
from tests.helpers.pages import texts

FIRST = "2569-01-i1"
SECOND = "2569-04-i11"
OFFICE = "สำนักปลัด"
FAR = dt.date(2100, 1, 1)


@pytest.fixture
def form(open_page):
    """Give a function that opens the form of a measure for its lead, as a link does."""
    return lambda measure_id=FIRST, division=OFFICE: open_page(
        "status_report", measure=measure_id, division=division
    )


LABELS = {
    "PERCENT": progress.PERCENT,
    "NOTE": progress.NOTE,
    "EVIDENCE": roundtrip.HEADINGS["evidence"],
}


def fields(page):
    kinds = (page.text_input, page.text_area, page.number_input, page.pills)
    return {element.label: element for kind in kinds for element in kind}


def report(page, *, status=Status.IN_PROGRESS, reporter="สมชาย", **said):
    """Fill in the form as a person does, and send it."""
    labelled = fields(page)
    labelled[progress.STATUS].set_value(status)
    labelled[progress.REPORTER].set_value(reporter)
    for label, text in said.items():
        labelled[LABELS[label]].set_value(text)
    return page.button(key="save_report").click().run()


def reports(measure_id=FIRST):
    return measures.status_history(database(), measure_id)


def rows(page, kind="measure"):
    """What the page lists to be touched."""
    return [one.key.removeprefix(f"tap_{kind}_") for one in page.button if "tap_" in one.key]


def said(page):
    return "\n".join(one.proto.body for one in page.main.get("html"))


def test_a_division_is_asked_for_unless_the_link_names_one(open_page):
    asked = open_page("status_report")
    named = open_page("status_report", divisions="กองคลัง")

    assert len(rows(asked, "division")) == 5
    plan = measures.measures(database(), as_of=FAR, divisions=["กองคลัง"])
    assert sorted(rows(named)) == sorted(plan["measure_id"])


def test_touching_leads_from_the_division_to_the_form_and_back(open_page):
    page = open_page("status_report", years=["2569"])
    page = page.button(key="tap_division_1").click().run()
    page = page.button(key=f"tap_measure_{SECOND}").click().run()

    assert page.button(key="save_report")
    page = page.button(key="way_back").click().run()
    assert rows(page)[0] == SECOND
    page = page.button(key="way_back").click().run()
    assert len(rows(page, "division")) == 5


def test_what_is_led_stands_before_what_is_supported_and_late_before_done(open_page):
    for measure_id in (FIRST, "2569-01-i2"):
        report_status(database(), StatusReport(measure_id, Status.DONE, reported_by="ก"))

    finance = rows(open_page("status_report", division="กองคลัง"))
    office = rows(open_page("status_report", division=OFFICE))

    assert finance[0] == SECOND
    assert office[-2:] == [FIRST, "2569-01-i2"]


def test_a_report_is_stored_with_who_and_when_and_shows_in_the_list(form):
    page = report(form(), NOTE="ประชุมแล้ว", EVIDENCE="https://example.go.th/1")

    assert not page.exception
    assert not page.error
    stored = reports()
    assert len(stored) == 1
    assert (stored["status"][0], stored["reported_by"][0], stored["note"][0]) == (
        "in-progress",
        "สมชาย",
        "ประชุมแล้ว",
    )
    assert texts(page.toast) == [progress.SAVED.format(measure_id=FIRST)]
    assert FIRST in rows(page)
    line = progress.HISTORY_LINE.format(
        when=dates.thai_moment(stored["reported_at"][0]),
        status=statuses.status("in-progress"),
        percent="",
        who="สมชาย",
    )
    assert plain(line) in texts(form().markdown)


def test_a_second_report_is_added_and_the_newest_counts(form):
    report(form(), status=Status.IN_PROGRESS, reporter="สมชาย")

    report(form(), status=Status.DONE, reporter="สมหญิง")

    assert list(reports()["reported_by"]) == ["สมหญิง", "สมชาย"]
    assert list(reports()["percent"].fillna(0)) == [100, 0]


def test_the_form_of_a_late_person_is_refused_and_the_earlier_report_stays_and_is_seen(form):
    page = form()
    report_status(database(), StatusReport(FIRST, Status.DONE, reported_by="คนแรก"))

    page = report(page, reporter="คนหลัง")

    assert not page.exception
    assert texts(page.error) == [plain(failures.failure(StatusConflictError(FIRST)))]
    assert list(reports()["reported_by"]) == ["คนแรก"]
    assert any("คนแรก" in line for line in texts(page.markdown))


def test_a_refused_report_keeps_its_texts_and_can_be_sent_after_looking(form):
    page = form()
    report_status(database(), StatusReport(FIRST, Status.DONE, reported_by="คนแรก"))
    page = report(page, reporter="คนหลัง", NOTE="ข้อความยาว")

    assert fields(page)[progress.NOTE].value == "ข้อความยาว"
    page = page.button(key="save_report").click().run()

    assert not page.error
    assert list(reports()["reported_by"]) == ["คนหลัง", "คนแรก"]
    assert fields(form())[progress.NOTE].value == ""


def test_touching_other_fields_does_not_pass_for_having_seen_a_newer_report(form):
    page = form()
    report_status(database(), StatusReport(FIRST, Status.DONE, reported_by="คนแรก"))
    page = page.checkbox[0].check().run()

    page = report(page, reporter="คนหลัง")

    assert texts(page.error) == [plain(failures.failure(StatusConflictError(FIRST)))]


def test_ticked_steps_propose_a_percent_and_are_reported_with_the_measure(form):
    page = form()
    page = page.checkbox[0].check().run()

    assert fields(page)[progress.PERCENT].value == 33
    report(page)

    assert list(reports()["kind"]) == [ReportKind.STEP, ReportKind.LEAD]
    assert reports()["percent"].dropna().tolist() == [33]
    found = steps(database(), as_of=FAR, measure_ids=[FIRST])
    assert list(found["status"]) == ["done", "not-reported", "not-reported"]
    page = form()
    assert [one.value for one in page.checkbox] == [True, False, False]
    report(page.checkbox[0].uncheck().run())
    found = steps(database(), as_of=FAR, measure_ids=[FIRST])
    assert found["status"].iloc[0] == "in-progress"


def test_steps_of_a_refused_report_are_not_saved_either(form):
    page = form()
    page = page.checkbox[0].check().run()

    page = report(page, EVIDENCE="javascript:alert(1)")

    assert page.error
    assert reports().empty
    assert page.checkbox[0].value


def test_the_name_is_asked_for_once_a_session(form):
    page = report(form(), reporter="สมชาย")

    page = page.button(key=f"tap_measure_{FIRST}").click().run()

    assert fields(page)[progress.REPORTER].value == "สมชาย"


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"reporter": " "}, "reported_by"),
        ({"EVIDENCE": "javascript:alert(1)"}, "evidence"),
    ],
)
def test_a_report_with_a_wrong_field_is_refused_in_words(form, texts, field):
    page = report(form(), **texts)

    assert not page.exception
    assert [error.value for error in page.error] == [
        plain(failures.failure(InvalidStatusError(field)))
    ]
    assert reports().empty


def test_the_form_proposes_what_the_measure_is_before_and_after_a_report(form):
    report(form(), status=Status.DONE)

    page = form()
    proposed = [fields(page)[name].value for name in (progress.STATUS, progress.PERCENT)]
    page.button(key="save_report").click().run()

    assert proposed == [Status.DONE, 100]
    assert list(reports()["status"]) == ["done", "done"]


def test_a_measure_that_is_now_done_is_done_in_full(form):
    page = form()
    fields(page)[progress.PERCENT].set_value(40)
    report(page, status=Status.IN_PROGRESS)

    report(form(), status=Status.DONE)

    assert list(reports()["percent"]) == [100, 40]


def test_a_report_goes_to_the_measure_that_was_chosen(form):
    report(form(SECOND, "กองคลัง"))

    assert reports(FIRST).empty
    assert len(reports(SECOND)) == 1


def test_the_form_asks_the_day_the_state_was_true(form):
    (day,) = [one for one in form().text_input if one.label == HEADINGS["status_on"]]

    assert day.value == dates.thai_date(today())


def test_a_link_to_a_measure_alone_opens_the_form_of_its_lead(open_page):
    report(open_page("status_report", measure=SECOND))

    assert list(reports(SECOND)["division"]) == ["กองคลัง"]


def test_a_supporter_adds_a_note_and_reports_on_the_steps_he_takes_alone(form):
    save_schedules(database(), [StepSchedule(f"{FIRST}/2", "กองช่าง", None, 0)])
    page = form(FIRST, "กองช่าง")

    page.checkbox[0].check()
    fields(page)[progress.NOTE].set_value("ส่งช่างไปแล้ว")
    page = page.button(key="save_support").click().run()

    assert not page.exception
    assert not page.error
    found = steps(database(), as_of=FAR, measure_ids=[FIRST])
    assert list(found["status"]) == ["not-reported", "done", "not-reported"]
    assert set(reports()["division"]) == {"กองช่าง"}
    assert measures.measures(database(), as_of=FAR).iloc[0]["status"] == "not-reported"


def test_of_many_reports_the_page_shows_the_newest_and_says_where_all_are(form, monkeypatch):
    monkeypatch.setattr(history, "SHOWN", 2)
    for note in ("แรก", "กลาง", "ท้าย"):
        report_status(database(), StatusReport(FIRST, Status.DONE, note=note, reported_by="สมชาย"))

    page = form()

    told = [caption.value for caption in page.caption]
    assert [note for note in ("แรก", "กลาง", "ท้าย") if note in told] == ["กลาง", "ท้าย"]
    assert progress.HISTORY_MORE.format(shown=2) in told
