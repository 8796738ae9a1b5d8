"""Saving reports: what their columns mean is remembered, and somebody always speaks."""

import pytest

from data.database import (
    Decision,
    HeadingMatch,
    Source,
    check,
    compare_changes,
    remembered_match,
    report_status,
    save_reports,
)
from data.importers import Choices, read_sheets
from data.model.access import Action, Person, Role
from data.model.errors import NotAllowedError
from data.model.records import Form, Import, Keep, ReportKind, Status, StatusChange, StatusReport
from queries import measures
from tests.roundtrips import DAY, LEAD, entered, filled_in, handed_out, plan
from tests.sheet_reading import heading_fingerprint, read

FIRST = "2569-04-i10"
RENAMED = "ทำถึงไหนแล้ว"
COLUMNS = {5: "status"}


@pytest.fixture
def store(database):
    """Give a store with one measure of กองคลัง."""
    plan(database, "i10")
    return database


def reported():
    return StatusReport(FIRST, Status.IN_PROGRESS, 30, note="ของเขา", reported_by="คนอื่น")


def state(database):
    return measures.measures(database, as_of=DAY)["status"].tolist()


def remembered(database, sheet):
    found = remembered_match(database, heading_fingerprint(sheet))
    return found and dict(found.columns)


def returned(content, heading=RENAMED, **values):
    """Give the sheet of a workbook with values entered, and its status under another heading."""
    filled = entered(content, FIRST, **values)
    changed = filled_in(filled, lambda sheet: sheet.__setitem__("F4", heading))
    return next(one for one in read_sheets("ก.xlsx", changed) if one.name == LEAD)


def bring_back(database, sheet, columns, decisions=None):
    imported = read(sheet, Choices(form=Form.STATUS, columns=columns))
    match = HeadingMatch(heading_fingerprint(sheet), Form.STATUS, columns, "ผู้วางแผน")
    source = Source("กองคลัง.xlsx", repr(sheet.rows).encode(), "ผู้วางแผน")
    return save_reports(database, imported, source, decisions or {}, match)


def test_named_columns_of_a_report_are_remembered_with_it_and_used_for_the_next_one(store):
    first = returned(handed_out(store), status="กำลังดำเนินการ", percent=40)
    bring_back(store, first, COLUMNS)
    second = returned(handed_out(store), status="ยกเลิก")

    match = remembered_match(store, heading_fingerprint(second))

    assert (match.form, match.columns) == (Form.STATUS, COLUMNS)
    found = read(second, match.settle(Choices()))
    assert [one.values["status"] for one in found.reports if one.values] == [Status.CANCELLED]
    assert check(store).sound


def test_columns_corrected_back_are_forgotten(store):
    first = returned(handed_out(store), "สถานะ", status="กำลังดำเนินการ", note="ร่าง")
    bring_back(store, first, {11: "ignored"})
    assert remembered(store, first) == {11: "ignored"}

    second = returned(handed_out(store), "สถานะ", status="ยกเลิก")
    bring_back(store, second, {})

    assert remembered(store, second) is None


def test_named_columns_are_remembered_when_the_store_is_kept_in_every_conflict(store):
    sheet = returned(handed_out(store), status="ยกเลิก")
    report_status(store, reported())

    batch = bring_back(store, sheet, COLUMNS, {FIRST: Decision(Keep.THEIRS, 1)})

    assert batch.batch_id == 0
    assert state(store) == ["in-progress"]
    assert remembered(store, sheet) == COLUMNS


@pytest.mark.parametrize("keep", Keep)
def test_what_columns_mean_for_everybody_is_not_for_a_division_to_say(store, keep):
    finance = Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, ("กองคลัง",))
    sheet = returned(handed_out(store), status="ยกเลิก")
    report_status(store, reported())
    files = set(store.folder.rglob("*"))

    with pytest.raises(NotAllowedError) as refusal:
        bring_back(store.acting_as(finance), sheet, COLUMNS, {FIRST: Decision(keep, 1)})

    assert refusal.value.action == Action.IMPORT
    assert state(store) == ["in-progress"]
    assert remembered(store, sheet) is None
    assert set(store.folder.rglob("*")) == files


def by_hand(**values):
    """Give a lead's row that names no reporter and no division, as a hand-made sheet may."""
    said = {"status": Status.DONE, "percent": 100}
    return StatusChange(FIRST, ReportKind.LEAD, "", said, None, None, **values)


def test_a_hand_made_sheet_that_names_nobody_speaks_for_the_lead(store):
    imported = Import(Form.STATUS, "งาน", 1, 1, 0, reports=(by_hand(sheet="งาน", cell="A2"),))

    save_reports(store, imported, Source("ก.xlsx", b"a", "ผู้วางแผน"), {})

    assert measures.status_history(store, FIRST)["reported_by"].tolist() == ["กองคลัง"]


def test_who_types_a_report_in_the_app_has_to_say_who_he_is(store):
    [row] = compare_changes(store, [by_hand()]).rows

    assert row.fault == "reported_by"
