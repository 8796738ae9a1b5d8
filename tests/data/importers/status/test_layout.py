"""The columns of a status report: told by their headings, corrected by a person."""

import pytest

from data.importers import Choices
from data.importers.sheets.opening import Sheet, read_sheets
from data.importers.status.layout import STATUS_FIELDS
from data.model.problems import ProblemCode
from data.model.records import Form, ReportKind, Status
from tests.roundtrips import (
    LEAD,
    SUPPORT,
    changes,
    codes,
    column_of,
    enter,
    filled_in,
    handed_out,
    plan,
)
from tests.sheet_reading import form_of, heading_fingerprint, matched_columns, read

FIRST = "2569-04-i10"
STATUS, PERCENT, EVIDENCE, NOTE = 5, 6, 10, 11
TITLE = ("รายงานความคืบหน้า แผนปีงบประมาณ พ.ศ. 2569",)
OWN_HEADINGS = ("เลขที่", "ทำถึงไหนแล้ว", "ทำไปกี่ส่วน", "เรื่องที่อยากบอก")
OWN_ROW = (FIRST, "เสร็จ", 100, "ส่งแล้ว")
OWN_COLUMNS = {0: "measure_id", 1: "status", 2: "percent", 3: "note"}


def by_hand(*rows):
    return Sheet("แผ่น1", rows)


def reported(sheet, columns=None):
    return read(sheet, Choices(form=Form.STATUS, columns=columns))


@pytest.fixture
def workbook(database):
    plan(database, "i10")
    return handed_out(database)


def headed(content, sheet=LEAD, **headings):
    """Give a sheet of a workbook after somebody filled it in and wrote other headings."""

    def edit(one):
        enter(one, FIRST, note="เริ่มแล้ว")
        if sheet == LEAD:
            enter(one, FIRST, status="เสร็จ")
        for field, heading in headings.items():
            one.cell(4, column_of(one, field)).value = heading

    changed = filled_in(content, edit, sheet)
    return next(one for one in read_sheets("ก.xlsx", changed) if one.name == sheet)


def test_the_columns_of_a_workbook_are_shown_as_what_they_are_read_as_without_the_hidden_one(
    workbook,
):
    shown = matched_columns(headed(workbook), Form.STATUS)

    assert [field for _, _, field in shown] == [
        "measure_id",
        *["ignored"] * 4,
        *STATUS_FIELDS[1:-1],
        *["ignored"] * 2,
        "new_comment",
    ]
    assert [at for at, _, _ in shown] == list(range(16))


@pytest.mark.parametrize("heading", ["ทำถึงไหนแล้ว", None])
def test_a_workbook_whose_heading_was_changed_is_read_once_a_person_names_the_column(
    workbook, heading
):
    sheet = headed(workbook, status=heading)
    before = reported(sheet)
    assert [(one.code, one.expected) for one in before.blocking] == [
        (ProblemCode.MISSING_COLUMN, "status")
    ]
    shown = matched_columns(sheet, None)
    assert shown[STATUS] == (STATUS, heading or "", "")

    after = reported(sheet, {STATUS: "status"})

    assert codes(after) == [("percent-completed", "G5")]
    assert changes(after) == {FIRST: {"status": Status.DONE, "note": "เริ่มแล้ว", "percent": 100}}


def test_headings_that_were_swapped_can_be_swapped_back(workbook):
    sheet = headed(workbook, evidence="หมายเหตุ", note="ลิงก์หลักฐาน")

    found = reported(sheet, {EVIDENCE: "evidence", NOTE: "note"})

    assert changes(found)[FIRST]["note"] == "เริ่มแล้ว"
    assert not found.problems[1:]


def test_a_column_named_like_another_one_stops_the_import_until_one_is_taken_out(workbook):
    sheet = headed(workbook, percent="ทำไปแล้ว")

    twice = reported(sheet, {PERCENT: "status"})
    once = reported(sheet, {PERCENT: "status", STATUS: "ignored"})

    assert [(one.code, one.cell) for one in twice.blocking] == [
        (ProblemCode.MISSING_COLUMN, ""),
        (ProblemCode.DUPLICATE_COLUMN, "G4"),
    ]
    assert ProblemCode.DUPLICATE_COLUMN not in [one.code for one in once.problems]


def test_a_column_taken_out_by_a_person_is_neither_missed_nor_read(workbook):
    found = reported(headed(workbook), {NOTE: "ignored"})

    assert not found.blocking
    assert changes(found) == {FIRST: {"status": Status.DONE, "percent": 100}}


def test_the_hidden_column_is_nothing_to_correct(workbook):
    sheet = headed(workbook)
    stamp = max(len(row) for row in sheet.rows) - 1

    assert changes(reported(sheet, {stamp: "note"})) == changes(reported(sheet))


def test_the_fingerprint_of_a_workbook_is_that_of_its_headings_whenever_it_was_handed_out(
    database,
):
    plan(database, "i10")
    first = headed(handed_out(database), status="ผล")
    plan(database, "i10", "i11")
    second = headed(handed_out(database), status="ผ ล")

    assert heading_fingerprint(first) == heading_fingerprint(second)
    assert heading_fingerprint(first) != heading_fingerprint(headed(handed_out(database)))


def test_a_supporters_workbook_can_be_corrected_and_a_column_only_leads_fill_in_is_named(database):
    plan(database, "i10")
    sheet = headed(handed_out(database, "กองช่าง"), SUPPORT, note="ช่วยอะไร", reported_by="ร้อยละ")
    note, percent = 7, 8

    found = reported(sheet, {note: "note"})

    assert changes(found) == {FIRST: {"note": "เริ่มแล้ว"}}
    assert found.reports[0].kind is ReportKind.SUPPORT
    assert [(one.code, one.cell) for one in found.problems] == [
        (ProblemCode.COLUMN_IGNORED, sheet.address(3, percent))
    ]


def test_a_hand_made_report_of_unknown_headings_is_read_once_its_columns_are_named():
    sheet = by_hand(TITLE, OWN_HEADINGS, OWN_ROW)
    assert form_of(sheet) is None
    assert reported(sheet).blocking
    assert matched_columns(sheet, Form.STATUS) == tuple(
        (at, text, "") for at, text in enumerate(OWN_HEADINGS)
    )

    found = reported(sheet, OWN_COLUMNS)

    assert found.form is Form.STATUS
    assert changes(found) == {FIRST: {"status": Status.DONE, "percent": 100, "note": "ส่งแล้ว"}}
    assert (found.rows_read, found.rows_imported, found.rows_reported) == (1, 1, 0)
    assert found.reports[0].plan_year == 2569


def test_a_hand_made_report_has_one_fingerprint_whatever_form_it_is_taken_for():
    sheet = by_hand(TITLE, OWN_HEADINGS, OWN_ROW)
    again = by_hand(OWN_HEADINGS, ("2569-04-i11", "ยังไม่เริ่ม", 0, ""))

    assert heading_fingerprint(sheet) == heading_fingerprint(again) is not None


def test_a_column_without_a_heading_can_be_named():
    sheet = by_hand((None, "สถานะ", "หมายเหตุ", "ผู้รายงาน"), (FIRST, "เสร็จ", "ส่งแล้ว", None))
    assert matched_columns(sheet, Form.STATUS)[0] == (0, "", "")

    assert changes(reported(sheet, {0: "measure_id"})) == {
        FIRST: {"status": Status.DONE, "note": "ส่งแล้ว"}
    }


def test_known_headings_that_alone_make_no_report_do_when_a_person_chose_the_form():
    sheet = by_hand(("รหัสมาตรการ", "ร้อยละ"), (FIRST, 40))
    assert form_of(sheet) is None

    found = reported(sheet)

    assert changes(found) == {FIRST: {"percent": 40}}
    assert found.reports[0].kind is ReportKind.LEAD


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {1: "status"},
        {0: "measure_id"},
        {0: "measure_id", 3: "reported_by"},
        dict.fromkeys(range(4), "ignored"),
    ],
)
def test_without_a_measure_and_something_said_of_it_nothing_is_recognised(columns):
    sheet = by_hand(OWN_HEADINGS, OWN_ROW)

    found = reported(sheet, columns)

    assert [one.code for one in found.problems] == [ProblemCode.NOTHING_RECOGNISED]
    assert (found.rows_read, found.rows_imported) == (2, 0)


def test_a_heading_merged_over_two_rows_counts_and_one_over_two_columns_counts_once():
    rows = (
        ("รหัสมาตรการ", "รายงาน", None, None),
        (None, "สถานะ", "หมายเหตุ", None),
        (FIRST, "เสร็จ", "ส่งแล้ว", None),
    )
    sheet = Sheet("แผ่น1", rows, merged=((0, 0, 1, 0), (0, 1, 0, 3), (1, 2, 1, 3)))

    found = read(sheet)

    assert changes(found) == {FIRST: {"status": Status.DONE, "note": "ส่งแล้ว"}}
    assert codes(found) == [("stamp-lost", "")]


def test_a_field_of_another_form_is_named_as_a_column_that_is_not_used():
    sheet = by_hand(OWN_HEADINGS, OWN_ROW)

    found = reported(sheet, OWN_COLUMNS | {3: "score"})

    assert ("column-ignored", "D1") in codes(found)


def test_a_link_that_slipped_into_a_column_nobody_fills_in_is_named():
    headings = ("รหัสมาตรการ", "มาตรการ", "สถานะ", "ลิงก์หลักฐาน")
    row = (FIRST, "https://kutsakon.go.th/หลักฐาน", "เสร็จ", None)
    result = read(by_hand(TITLE, headings, row))
    told = [(one.code, one.cell) for one in result.problems if one.cell]
    assert told == [(ProblemCode.COLUMN_IGNORED, "B3")]
    sound = read(by_hand(TITLE, headings, (FIRST, "อบรม", "เสร็จ", "https://kutsakon.go.th")))
    assert [one.code for one in sound.problems if one.cell] == []


def test_a_row_that_slid_above_the_headings_is_no_part_of_them_and_is_named():
    headings = ("มาตรการ", "สถานะ", "ร้อยละ", "งบประมาณ")
    slid, row = ("อบรม", "ยังไม่เริ่ม", "40", "52.14"), ("จัดทำคู่มือ", "เสร็จ", "100", "77.25")
    result = read(by_hand(TITLE, slid, headings, row))
    assert ("row-skipped", "A2") in codes(result)
