"""Reminders: a calendar, a message that fits a chat, a picture, all of them in a zip."""

import datetime as dt
import io
import re
import zipfile

import pytest

from data.database import mark_round, open_round, report_status, save_schedules
from data.documents.reminders.calendar import calendar
from data.documents.reminders.duties import Duties, Duty, DutyKind, duties
from data.documents.reminders.files import reminder, reminders
from data.documents.reminders.message import LONGEST, message
from data.model.errors import NoDutiesError
from data.model.records import ReportKind, Status, StatusReport, StepSchedule
from data.model.work import Mark, NewRound
from data.words.navigation import SAMPLE_SHORT
from data.words.work import reminders as words
from tests.catalogues import as_example
from tests.roundtrips import plan

DAY = dt.date(2026, 9, 10)
FIRST = "2569-04-i10"


@pytest.fixture
def store(database):
    plan(database, "i10", "i11")
    return database


def unfolded(content):
    """Read the lines of a calendar as RFC 5545 puts them together."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    return b"".join(b"\r\n" + line if line[:1] != b" " else line[1:] for line in lines).decode()


def events(content):
    text = unfolded(content)
    return [
        dict(line.partition(":")[::2] for line in part.strip().split("\r\n")[:7])
        for part in text.split("BEGIN:VEVENT")[1:]
    ]


def told(count):
    text = "จัดทำคู่มือการปฏิบัติงาน, ขั้นตอน; ระยะเวลา\nและเผยแพร่"
    ids = [f"2569-04-i{at}" for at in range(count)]
    listed = tuple(Duty(key, key, text * 3, DAY, DutyKind.MEASURE) for key in ids)
    return Duties("กองคลัง", DAY, listed, listed, listed, listed, listed)


def test_each_open_measure_and_step_is_a_day_in_the_calendar(store):
    found = events(reminder(store, "กองคลัง", DAY, ".ics"))

    assert [one["DTSTART;VALUE=DATE"] for one in found] == ["20260930"] * 4
    assert [one["DTEND;VALUE=DATE"] for one in found] == ["20261001"] * 4
    subjects = [one["UID"].partition("@")[0] for one in found]
    assert subjects == [FIRST, f"{FIRST}/1", "2569-04-i11", "2569-04-i11/1"]
    assert len({one["UID"] for one in found}) == 4


def test_what_is_done_leaves_the_calendar_with_its_steps(store):
    report_status(store, StatusReport(FIRST, Status.DONE, 100, reported_by="ก"))
    step = StatusReport(
        "2569-04-i11",
        Status.CANCELLED,
        kind=ReportKind.STEP,
        step_id="2569-04-i11/1",
        reported_by="ก",
    )
    report_status(store, step)

    assert [duty.subject for duty in duties(store, "กองคลัง", dt.date(2100, 1, 1)).open] == [
        "2569-04-i11"
    ]


def test_who_takes_a_step_is_reminded_of_it_and_a_supporter_of_nothing_else(store):
    with pytest.raises(NoDutiesError):
        reminder(store, "กองช่าง", DAY, ".ics")

    due = dt.date(2026, 9, 1)
    save_schedules(store, [StepSchedule(f"{FIRST}/1", "กองช่าง", due, 0)])

    (event,) = events(reminder(store, "กองช่าง", DAY, ".ics"))
    assert event["DTSTART;VALUE=DATE"] == "20260901"
    assert [duty.subject for duty in duties(store, "กองช่าง", DAY).late] == [f"{FIRST}/1"]


def test_a_round_is_a_day_in_the_calendar_until_it_is_sent_and_again_when_it_comes_back(store):
    deadline = dt.date(2026, 4, 15)
    number = open_round(store, NewRound(2569, "รอบ 6 เดือน", dt.date(2026, 3, 31), deadline))
    asked = "• รอบ 6 เดือน ข้อมูล ณ 31 มี.ค. 2569 (กำหนด 15 เม.ย. 2569)"

    (event, *_) = events(reminder(store, "กองคลัง", DAY, ".ics"))
    assert event["UID"].startswith("round-1@")
    assert event["DTSTART;VALUE=DATE"] == "20260415"
    assert "รอบ 6 เดือน" in event["SUMMARY"]
    assert asked in message(duties(store, "กองคลัง", DAY)).splitlines()
    assert duties(store, "กองช่าง", DAY).rounds == ()

    mark_round(store, number, "กองคลัง", Mark.SENT)
    assert duties(store, "กองคลัง", DAY).rounds == ()

    mark_round(store, number, "กองคลัง", Mark.RETURNED, "ขาดหลักฐาน")
    assert "ส่งกลับ: ขาดหลักฐาน" in message(duties(store, "กองคลัง", DAY))


def test_texts_are_escaped_and_folded_between_letters():
    text = unfolded(calendar(told(1), "store"))

    assert "คู่มือการปฏิบัติงาน\\, ขั้นตอน\\; ระยะเวลา\\nและเผยแพร่" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
    assert text.count("TRIGGER:-P7D") == 1


def test_the_same_duties_give_the_same_bytes(store):
    assert reminders(store, ["กองคลัง"], DAY) == reminders(store, ["กองคลัง"], DAY)


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_message_fits_a_chat_however_much_there_is(count):
    said = message(told(count))

    assert len(said) <= LONGEST
    assert "กองคลัง" in said
    assert len(re.findall(f" {count}$", said, re.MULTILINE)) == 4


def test_what_is_of_the_example_says_so(store):
    as_example()

    said = reminder(store, "กองคลัง", DAY, ".txt").decode("utf-8-sig")
    found = events(reminder(store, "กองคลัง", DAY, ".ics"))

    assert said.startswith(SAMPLE_SHORT)
    assert found
    assert all(one["SUMMARY"].startswith(SAMPLE_SHORT) for one in found)


def test_who_has_nothing_to_do_is_told_so():
    assert message(told(0)).splitlines()[-1] == words.NOTHING.format(days=30)


def test_the_zip_holds_three_files_of_each_division_that_has_something_to_do(store):
    with zipfile.ZipFile(io.BytesIO(reminders(store, ["กองคลัง", "กองช่าง"], DAY))) as archive:
        names = archive.namelist()
        picture = archive.read(next(name for name in names if name.endswith(".png")))

    assert sorted(name[-4:] for name in names) == [".ics", ".png", ".txt"]
    assert all("กองคลัง" in name for name in names)
    assert picture.startswith(b"\x89PNG")
