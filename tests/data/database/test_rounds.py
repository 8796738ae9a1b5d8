"""Rounds: sent, checked, sent back, closed for good; who has not sent is known."""

import datetime as dt
import hashlib

import pypdfium2
import pytest

from data.database import close_round, mark_round, open_round, report_status
from data.documents.building import build, closed_ground, result
from data.model.access import Person, Role
from data.model.errors import (
    InvalidStatusError,
    NotAllowedError,
    RoundClosedError,
    UnknownRoundError,
)
from data.model.records import Status, StatusReport
from data.model.work import Mark, NewRound
from data.tables.work.rounds import compared_rounds, snapshot_measures
from data.words.files.documents import Document
from queries.rounds import round_divisions, round_events, rounds, snapshot
from tests.roundtrips import plan

FAR = dt.date(2100, 1, 1)
SIX = NewRound(2569, "รอบ 6 เดือน", FAR, FAR)
FIRST = "2569-04-i10"
OWN = "กองคลัง"
TREASURER = Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, (OWN,))
ENGINEER = Person("ช่าง", "works@kutsakon.go.th", Role.REPORTER, ("กองช่าง",))


@pytest.fixture
def store(database):
    plan(database, "i10", "i11")
    open_round(database, SIX)
    return database


def report(store, status, percent):
    report_status(store, StatusReport(FIRST, status, percent, reported_by="คลัง"))


def states(store):
    found = round_divisions(store, 1)
    return dict(zip(found["division"], found["state"], strict=True))


def test_a_round_asks_the_divisions_that_lead_and_counts_what_they_reported(store):
    report(store, Status.IN_PROGRESS, 40)

    row = round_divisions(store, 1).iloc[0]

    assert (row["division"], row["measures"], row["reported"], row["state"]) == (OWN, 2, 1, "open")
    assert not rounds(store)["closed"].any()


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (NewRound(2569, " ", FAR, FAR), "round_name"),
        (NewRound(2570, "รอบ", FAR, FAR), "plan_year"),
        (NewRound(2569, "รอบ", FAR, dt.date(2099, 1, 1)), "deadline"),
    ],
)
def test_a_faulty_round_names_its_field(store, wanted, field):
    with pytest.raises(InvalidStatusError) as fault:
        open_round(store, wanted)

    assert fault.value.field == field


def test_a_part_is_sent_by_its_division_sent_back_with_a_word_and_checked(store):
    mark_round(store.acting_as(TREASURER), 1, OWN, Mark.SENT)
    with pytest.raises(InvalidStatusError):
        mark_round(store, 1, OWN, Mark.RETURNED, " ")
    mark_round(store, 1, OWN, Mark.RETURNED, "ขอหลักฐาน")
    assert states(store) == {OWN: "returned"}

    mark_round(store.acting_as(TREASURER), 1, OWN, Mark.SENT)
    mark_round(store, 1, OWN, Mark.CHECKED)

    assert list(round_events(store)["mark"]) == ["sent", "returned", "sent", "checked"]
    assert round_events(store)["made_by"].iloc[0] == TREASURER.label


@pytest.mark.parametrize(
    ("division", "mark"),
    [(OWN, Mark.CHECKED), (OWN, Mark.RETURNED), ("กองช่าง", Mark.SENT)],
)
def test_a_part_goes_its_way_step_by_step(store, division, mark):
    with pytest.raises(InvalidStatusError) as fault:
        mark_round(store, 1, division, mark, "เพราะ")

    assert fault.value.field == "round_state"


def test_nobody_sends_for_another_division_and_only_the_planner_checks_and_closes(store):
    with pytest.raises(NotAllowedError):
        mark_round(store.acting_as(ENGINEER), 1, OWN, Mark.SENT)
    mark_round(store, 1, OWN, Mark.SENT)
    with pytest.raises(NotAllowedError):
        mark_round(store.acting_as(TREASURER), 1, OWN, Mark.CHECKED)
    with pytest.raises(NotAllowedError):
        close_round(store.acting_as(TREASURER), 1)

    assert states(store) == {OWN: "sent"}


def test_a_later_report_does_not_change_a_closed_round_nor_its_official_result(store):
    report(store, Status.IN_PROGRESS, 40)
    digest = close_round(store, 1)
    before = result(closed_ground(store, 1), thai_digits=False)

    report(store, Status.DONE, 100)

    held = snapshot(store, 1)
    assert hashlib.sha256(held["content"].encode()).hexdigest() == digest == held["sha256"]
    assert list(snapshot_measures(held)["status"]) == ["in-progress", "not-reported"]
    assert result(closed_ground(store, 1), thai_digits=False).rows == before.rows
    for suffix, first in {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF"}.items():
        content = build(Document.RESULT, suffix, closed_ground(store, 1), thai_digits=False)
        assert content.startswith(first)
    told = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content))
    assert "ร้อยละ 40" in told
    assert digest[:12] in told
    assert "ร้อยละ 100" not in told


def test_a_closed_round_takes_nothing_more(store):
    close_round(store, 1)

    with pytest.raises(RoundClosedError):
        mark_round(store, 1, OWN, Mark.SENT)
    with pytest.raises(RoundClosedError):
        close_round(store, 1)


def test_the_same_state_gives_the_same_hash(store):
    open_round(store, SIX)

    assert close_round(store, 1) == close_round(store, 2)


def test_closed_rounds_stand_side_by_side(store):
    report(store, Status.IN_PROGRESS, 40)
    close_round(store, 1)
    report(store, Status.DONE, 100)
    open_round(store, SIX)
    close_round(store, 2)

    table = compared_rounds([snapshot(store, 1), snapshot(store, 2)], 2569).frame

    assert table.iloc[0].tolist()[2:] == ["▶ กำลังดำเนินการ 40%", "● เสร็จ 100%"]


@pytest.mark.parametrize(
    "ask", [lambda one: close_round(one, 9), lambda one: closed_ground(one, 1)]
)
def test_a_round_that_is_not_there_or_not_closed_is_unknown(store, ask):
    with pytest.raises(UnknownRoundError):
        ask(store)
