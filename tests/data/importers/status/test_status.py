"""The workbook of a division, filled in and sent back, whatever happened to it on the way."""

import datetime as dt

import pytest
from openpyxl.utils import get_column_letter

from data.database import report_status
from data.importers.sheets.opening import Sheet
from data.importers.status.cells import Converted, Faulty, value_of
from data.model.grid import Percentage
from data.model.problems import ProblemCode
from data.model.records import Form, ReportKind, Status, StatusReport
from tests.roundtrips import (
    LEAD,
    SUPPORT,
    as_other_programs_save,
    came_back,
    changes,
    codes,
    column_of,
    enter,
    entered,
    filled_in,
    handed_out,
    plan,
    row_of,
    through_libreoffice,
)
from tests.sheet_reading import form_of, read

FIRST, SECOND, THIRD = "2569-04-i10", "2569-04-i11", "2569-04-i12"


@pytest.fixture
def workbook(database):
    """Give the workbook of กองคลัง: three measures, the second one reported on."""
    plan(database, "i10", "i11", "i12")
    report_status(
        database,
        StatusReport(
            SECOND,
            Status.IN_PROGRESS,
            40,
            note="กำลังทำ\nอีกบรรทัด",
            evidence="https://kutsakon.go.th/a?b=1&c=2",
            reported_by="คลัง",
            status_on=dt.date(2024, 3, 31),
            budget_planned=20000.1,
            budget_spent=0.3,
        ),
    )
    return handed_out(database)


def test_an_untouched_workbook_changes_nothing_and_every_row_is_accounted_for(workbook):
    found = came_back(workbook)

    assert found.form is Form.STATUS
    assert (found.rows_read, found.rows_imported, found.rows_reported) == (3, 3, 0)
    assert changes(found) == {}
    assert found.problems == ()


def test_only_changed_cells_come_back_with_their_addresses(workbook):
    found = came_back(entered(workbook, SECOND, percent=60, note="ใกล้เสร็จ"))

    (change,) = [one for one in found.reports if one.values]
    assert dict(change.values) == {"percent": 60, "note": "ใกล้เสร็จ"}
    assert change.was["percent"] == 40
    assert (change.kind, change.division, change.seen_report) == (ReportKind.LEAD, "กองคลัง", 1)
    assert (change.sheet, change.cells["percent"]) == (LEAD, "G6")


def everything(sheet):
    enter(
        sheet,
        FIRST,
        status="กำลังดำเนินการ",
        percent=10,
        status_on=dt.date(2024, 4, 1),
        budget_planned=1234.56,
        budget_spent=0,
        evidence="https://kutsakon.go.th/หลักฐาน",
        note="เริ่มแล้ว",
        reported_by="นายคลัง",
    )


EVERYTHING = {
    FIRST: {
        "status": Status.IN_PROGRESS,
        "percent": 10,
        "status_on": dt.date(2024, 4, 1),
        "budget_planned": 1234.56,
        "budget_spent": 0.0,
        "evidence": "https://kutsakon.go.th/หลักฐาน",
        "note": "เริ่มแล้ว",
    }
}


def test_a_workbook_saved_by_another_program_says_the_same(workbook):
    for content in (workbook, filled_in(workbook, everything)):
        assert came_back(as_other_programs_save(content)).reports == came_back(content).reports


def test_a_trip_through_libreoffice_changes_nothing_but_what_was_entered(workbook, tmp_path):
    filled = filled_in(workbook, everything)
    travelled = through_libreoffice(filled, tmp_path)
    if travelled is None:
        travelled = as_other_programs_save(filled)

    found = came_back(travelled)

    assert changes(found) == EVERYTHING
    assert found.problems == ()
    assert {one.measure_id: one.reported_by for one in found.reports}[FIRST] == "นายคลัง"


def test_an_untouched_workbook_is_untouched_after_libreoffice(workbook, tmp_path):
    travelled = through_libreoffice(workbook, tmp_path) or as_other_programs_save(workbook)

    found = came_back(travelled)

    assert changes(found) == {}
    assert [one.seen_report for one in found.reports] == [0, 1, 0]


def reversed_rows(sheet, last_column):
    rows = sheet.iter_rows(min_row=5, max_col=last_column)
    values = [[cell.value for cell in row] for row in rows]
    for number, row in enumerate(reversed(values), start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def test_sorted_rows_keep_their_reports(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        reversed_rows(sheet, sheet.max_column)

    found = came_back(filled_in(workbook, edit))

    assert changes(found) == {FIRST: {"status": Status.NOT_STARTED}}
    assert [one.measure_id for one in found.reports] == [THIRD, SECOND, FIRST]


def test_a_sort_that_left_the_hidden_column_behind_gives_no_report_to_another_measure(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        reversed_rows(sheet, sheet.max_column - 1)

    found = came_back(filled_in(workbook, edit))

    assert changes(found) == {FIRST: {"status": Status.NOT_STARTED}}
    assert {one.measure_id: one.seen_report for one in found.reports} == {
        THIRD: 0,
        SECOND: 1,
        FIRST: 0,
    }


def test_hidden_columns_and_rows_are_read_all_the_same(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        for field in ("status", "note", "measure_id"):
            letter = get_column_letter(column_of(sheet, field))
            sheet.column_dimensions[letter].hidden = True
        sheet.row_dimensions[row_of(sheet, FIRST)].hidden = True

    assert changes(came_back(filled_in(workbook, edit))) == {FIRST: {"status": Status.NOT_STARTED}}


def test_added_columns_are_named_and_move_nothing(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        sheet.insert_cols(3)
        sheet["C4"], sheet["C5"] = "บันทึกภายใน", "ถามนายก"

    found = came_back(filled_in(workbook, edit))

    assert changes(found) == {FIRST: {"status": Status.NOT_STARTED}}
    assert codes(found) == [("column-ignored", "C4")]


def test_a_row_added_by_hand_is_reported_and_not_imported(workbook):
    def edit(sheet):
        sheet["A8"], sheet["F8"] = "2569-04-i99", "เสร็จ"
        sheet["C9"] = "รวม 3 มาตรการ"
        sheet["F10"] = "เสร็จ"

    found = came_back(filled_in(workbook, edit))

    assert codes(found) == [
        ("unknown-measure", "A8"),
        ("row-skipped", "A9"),
        ("unknown-measure", "A10"),
    ]
    assert (found.rows_read, found.rows_imported, found.rows_reported) == (6, 3, 3)
    assert not found.blocking


def test_a_deleted_row_is_reported_by_its_measure(workbook):
    found = came_back(filled_in(workbook, lambda sheet: sheet.delete_rows(6)))

    assert [(one.code, one.value) for one in found.problems] == [
        (ProblemCode.MEASURE_MISSING, SECOND)
    ]
    assert (found.rows_read, found.rows_imported) == (2, 2)


def test_an_id_written_over_is_unknown_and_its_measure_missing(workbook):
    def edit(sheet):
        sheet["A5"] = "2569-04-i77"

    found = came_back(filled_in(workbook, edit))

    assert [one.code for one in found.problems] == [
        ProblemCode.UNKNOWN_MEASURE,
        ProblemCode.MEASURE_MISSING,
    ]


def test_an_id_that_was_emptied_is_found_in_the_hidden_column(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        sheet["A5"] = None

    found = came_back(filled_in(workbook, edit))

    assert changes(found) == {FIRST: {"status": Status.NOT_STARTED}}
    assert found.problems == ()


def test_the_same_measure_twice_must_say_the_same(workbook):
    def copy(sheet, status):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(8, column).value = sheet.cell(5, column).value
        sheet["F5"], sheet["F8"] = "กำลังดำเนินการ", status

    same = came_back(filled_in(workbook, lambda sheet: copy(sheet, "กำลังดำเนินการ")))
    untouched = came_back(filled_in(workbook, lambda sheet: copy(sheet, None)))
    other = came_back(filled_in(workbook, lambda sheet: copy(sheet, "ยกเลิก")))

    assert codes(same) == codes(untouched) == [("repeated-measure", "A8")]
    assert changes(same) == changes(untouched) == {FIRST: {"status": Status.IN_PROGRESS}}
    assert codes(other) == [("conflicting-report", "A8")]
    assert other.blocking


def test_a_workbook_of_another_organisation_is_refused(workbook):
    def edit(sheet):
        stamp = sheet.cell(4, sheet.max_column)
        stamp.value = stamp.value.replace("กุศกร", "โคกจาน")

    found = came_back(filled_in(workbook, edit))

    assert [(one.code, one.value) for one in found.blocking] == [
        (ProblemCode.OTHER_ORGANISATION, "องค์การบริหารส่วนตำบลโคกจาน")
    ]


def test_a_workbook_of_another_year_than_the_chosen_one_is_refused(workbook):
    found = came_back(workbook, year=2570)

    assert [(one.code, one.value, one.expected) for one in found.blocking] == [
        (ProblemCode.OTHER_YEAR, "2569", "2570")
    ]


def test_without_its_hidden_column_a_report_is_known_by_its_headings(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        sheet.delete_cols(sheet.max_column)

    found = came_back(filled_in(workbook, edit))
    second = next(one for one in found.reports if one.measure_id == SECOND)

    assert codes(found) == [("stamp-lost", "")]
    assert changes(found)[FIRST] == {"status": Status.NOT_STARTED}
    assert (second.seen_report, second.was, second.division) == (None, None, "กองคลัง")
    assert second.values["note"] == "กำลังทำ\nอีกบรรทัด"
    assert second.plan_year == 2569


def test_the_headings_alone_refuse_another_organisation(workbook):
    def edit(sheet):
        sheet.delete_cols(sheet.max_column)
        sheet["A2"] = "องค์การบริหารส่วนตำบลโคกจาน"

    assert [one.code for one in came_back(filled_in(workbook, edit)).blocking] == [
        ProblemCode.OTHER_ORGANISATION
    ]


def test_a_row_whose_hidden_cell_was_damaged_is_not_trusted(workbook):
    def edit(sheet):
        enter(sheet, FIRST, status="ยังไม่เริ่ม")
        sheet.cell(5, sheet.max_column).value = '{"id": "2569-04-i10", "seen": "x"}'

    found = came_back(filled_in(workbook, edit))

    assert codes(found) == [("unknown-measure", "A5")]
    assert changes(found) == {}


def test_a_deleted_entry_column_stops_the_import(workbook):
    def edit(sheet):
        sheet.delete_cols(column_of(sheet, "percent"))

    assert [(one.code, one.expected) for one in came_back(filled_in(workbook, edit)).blocking] == [
        (ProblemCode.MISSING_COLUMN, "percent")
    ]


def test_a_second_column_of_the_same_name_stops_the_import(workbook):
    def edit(sheet):
        sheet.cell(4, sheet.max_column + 1).value = "สถานะ"

    assert [one.code for one in came_back(filled_in(workbook, edit)).blocking] == [
        ProblemCode.DUPLICATE_COLUMN
    ]


def test_done_without_a_new_percent_is_taken_as_100_and_said(workbook):
    found = came_back(entered(workbook, SECOND, status="เสร็จ"))

    assert changes(found) == {SECOND: {"status": Status.DONE, "percent": 100}}
    assert codes(found) == [("percent-completed", "G6")]


def test_done_with_another_percent_is_left_for_the_engine_to_refuse(workbook):
    found = came_back(entered(workbook, SECOND, status="เสร็จ", percent=80))

    assert changes(found) == {SECOND: {"status": Status.DONE, "percent": 80}}


def test_an_emptied_cell_takes_back_what_it_said(workbook):
    found = came_back(entered(workbook, SECOND, note=None, percent=None, budget_planned=None))

    assert changes(found) == {SECOND: {"note": "", "percent": None, "budget_planned": None}}


def test_spaces_and_line_ends_of_a_text_are_no_change(workbook):
    found = came_back(entered(workbook, SECOND, note=" กำลังทำ\r\nอีกบรรทัด  "))

    assert changes(found) == {}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("status", "ทำไปบ้าง", "unknown-status"),
        ("percent", 140, "percent-not-understood"),
        ("percent", 33.5, "percent-not-understood"),
        ("percent", "มาก", "percent-not-understood"),
        ("status_on", "31 มิ.ย. 2569", "date-not-understood"),
        ("status_on", "เมษายน 2569", "date-not-understood"),
        ("budget_spent", "-5", "budget-not-understood"),
        ("budget_planned", "สองหมื่น", "budget-not-understood"),
        ("note", "=1+", "formula-without-value"),
    ],
)
def test_a_cell_that_is_not_understood_stops_the_import_with_its_address(
    workbook, field, value, code
):
    content = entered(workbook, FIRST, **{"status": "กำลังดำเนินการ", field: value})

    found = came_back(content)

    assert [(one.code.value, one.cell[1:]) for one in found.blocking] == [(code, "5")]
    assert (found.rows_imported, found.rows_reported) == (2, 1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("เสร็จ", Status.DONE),
        ("● เสร็จ", Status.DONE),
        ("✓ดำเนินการแล้วเสร็จ", Status.DONE),
        ("▶ กำลังดำเนินการ", Status.IN_PROGRESS),
        ("อยู่ระหว่าง ดำเนินการ", Status.IN_PROGRESS),
        ("○ ยังไม่เริ่ม", Status.NOT_STARTED),
        ("✕ ยกเลิก", Status.CANCELLED),
        ("ดำเนินการเรียบร้อยแล้ว", Status.DONE),
        ("เสร็จ สมบูรณ์", Status.DONE),
        ("อยู่ในระหว่างดำเนินการ", Status.IN_PROGRESS),
        ("เริ่มดำเนินการแล้ว", Status.IN_PROGRESS),
        ("รอดำเนินการ", Status.NOT_STARTED),
        ("✓", Faulty(ProblemCode.UNKNOWN_STATUS)),
        ("…", None),
        ("◌ ยังไม่รายงาน", None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_status_is_known_with_and_without_its_sign(written, meant):
    assert value_of("status", written, 2569) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (50, 50),
        (50.0, 50),
        ("๕๐%", 50),
        ("50 %", 50),
        ("ร้อยละ ๕๐", 50),
        ("50 เปอร์เซ็นต์", 50),
        ("เสร็จ", 100),
        (0, 0),
        (0.5, Converted(50)),
        (0.07, Converted(7)),
        (Percentage(0.5), 50),
        (Percentage(1.0), 100),
        (Percentage(0.01), 1),
        (Percentage(50.0), Faulty(ProblemCode.PERCENT_NOT_UNDERSTOOD, "0-100")),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_a_percent_is_read_as_people_write_it(written, meant):
    assert value_of("percent", written, 2569) == meant


@pytest.mark.parametrize(
    "written",
    [
        dt.date(2026, 11, 22),
        dt.datetime.fromisoformat("2026-11-22T00:00"),
        dt.date(2569, 11, 22),
        46348,
        "22 พ.ย. 2569",
        "22 พฤศจิกายน ๒๕๖๙",
        "๒๒/๑๑/๒๕๖๙",
        "22-11-69",
        "22/11/2026",
        "2026-11-22",
        "2569-11-22",
        "2026-11-22 00:00:00",
    ],
)
def test_a_day_is_read_as_people_write_it(written):
    assert value_of("status_on", written, 2569) == dt.date(2026, 11, 22)


def test_a_day_without_a_year_lies_in_the_year_of_the_plan():
    assert value_of("status_on", "22 พ.ย.", 2569) == dt.date(2025, 11, 22)
    assert value_of("status_on", "22 พ.ย.", None) == Faulty(ProblemCode.DATE_NOT_UNDERSTOOD)


@pytest.mark.parametrize("written", [12, 1.5, True, "1 ม.ค. 2400", "29/2/2569", dt.time(1)])
def test_what_is_no_day_is_not_made_one(written):
    assert value_of("status_on", written, 2569) == Faulty(ProblemCode.DATE_NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (1200.5, 1200.5),
        ("1,200.50 บาท", 1200.5),
        ("๑,๒๐๐", 1200),
        ("฿ 20", 20),
        ("10,000.-", 10_000),
        ("10,000.- บาท", 10_000),
        ("ไม่ใช้งบประมาณ", 0),
        ("-", None),
        (None, None),
        (0, 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(written, meant):
    assert value_of("budget_spent", written, 2569) == meant


def test_a_supporter_has_a_sheet_of_notes_and_evidence_only(database):
    plan(database, "i10")
    content = handed_out(database, "กองช่าง")

    found = came_back(entered(content, FIRST, sheet=SUPPORT, note="ช่วยตรวจ"), SUPPORT)

    (change,) = found.reports
    assert dict(change.values) == {"note": "ช่วยตรวจ"}
    assert (change.kind, change.division) == (ReportKind.SUPPORT, "กองช่าง")


def test_a_table_of_something_else_is_no_report():
    plan_like = Sheet("แผน", (("รหัสมาตรการ", "มาตรการ"), ("2569-04-i10", "ก")))

    assert form_of(plan_like) is None


def test_a_report_without_stamp_or_columns_around_it_is_recognised_by_its_headings():
    rows = (("รหัสมาตรการ", "สถานะ", "ร้อยละ"), ("2569-04-i10", "เสร็จ", "๑๐๐%"))

    assert form_of(Sheet("x", rows)) is Form.STATUS


def typed_by_hand(*rows):
    headings = ("รหัสมาตรการ", "สถานะ", "ร้อยละ", "หมายเหตุ", "ลิงก์หลักฐาน")
    return Sheet("รายงาน", (*rows[:1], ("แผนปี 2569",), headings, *rows[1:]))


def test_a_report_above_the_headings_is_named():
    row = (FIRST, "กำลังดำเนินการ", 40, "อบรมแล้ว", "")
    found = read(typed_by_hand(row, (SECOND, "เสร็จ", 100, "", "")))
    assert [change.measure_id for change in found.reports] == [SECOND]
    assert ("row-skipped", "A1") in [(one.code, one.cell) for one in found.problems]


def test_headings_that_a_second_page_repeats_are_no_report():
    headings = ("รหัสมาตรการ", "สถานะ", "ร้อยละ", "หมายเหตุ", "ลิงก์หลักฐาน")
    rows = [(FIRST, "เสร็จ", 100, "", ""), headings, (SECOND, "เสร็จ", 100, "", "")]
    found = read(typed_by_hand(("กองคลัง",), *rows))
    assert [change.measure_id for change in found.reports] == [FIRST, SECOND]
    assert not found.blocking
    assert ("row-skipped", "A5") in [(one.code, one.cell) for one in found.problems]
    assert (found.rows_read, found.rows_imported, found.rows_reported) == (3, 2, 1)


def test_of_two_equal_reports_the_first_is_taken_and_the_second_named():
    row = (FIRST, "กำลังดำเนินการ", 40, "อบรมแล้ว", "")
    found = read(typed_by_hand(("กองคลัง",), row, row))
    (change,) = found.reports
    assert change.cell == "A4"
    assert ("repeated-measure", "A5") in [(one.code, one.cell) for one in found.problems]


def test_a_column_without_a_heading_is_named():
    row = (FIRST, "กำลังดำเนินการ", 40, "อบรมแล้ว", "", "ใช้ไป 500 บาท")
    found = read(typed_by_hand(("กองคลัง",), row))
    assert ("column-ignored", "F3") in [(one.code, one.cell) for one in found.problems]


def test_a_whole_one_is_all_of_it_where_the_column_holds_shares_of_one():
    rows = [(FIRST, "กำลังดำเนินการ", 0.5, "", ""), (SECOND, "กำลังดำเนินการ", 1, "", "")]
    found = read(typed_by_hand(("กองคลัง",), *rows))
    assert [change.values["percent"] for change in found.reports] == [50, 100]
    converted = [one.cell for one in found.problems if one.code is ProblemCode.PERCENT_CONVERTED]
    assert converted == ["C4", "C5"]


def test_a_whole_one_among_percents_stays_one():
    rows = [(FIRST, "กำลังดำเนินการ", 50, "", ""), (SECOND, "กำลังดำเนินการ", 1, "", "")]
    found = read(typed_by_hand(("กองคลัง",), *rows))
    assert [change.values["percent"] for change in found.reports] == [50, 1]


def test_an_id_whose_digits_and_dashes_a_program_changed_is_the_same_id():
    written = FIRST.replace("2569", "๒๕๖๙").replace("-", "\u2013")
    found = read(typed_by_hand(("กองคลัง",), (f" {written} ", "เสร็จ", 100, "", "")))
    assert [change.measure_id for change in found.reports] == [FIRST]


def test_obstacles_beside_a_note_are_part_of_it_under_their_heading():
    headings = ("รหัสมาตรการ", "สถานะ", "หมายเหตุ", "ปัญหา/อุปสรรค")
    rows = (headings, (FIRST, "เสร็จ", "อบรมแล้ว", "ฝนตก"), (SECOND, "เสร็จ", "", "ฝนตก"))
    found = read(Sheet("รายงาน", rows))
    assert [change.values["note"] for change in found.reports] == [
        "อบรมแล้ว\nปัญหา/อุปสรรค: ฝนตก",
        "ปัญหา/อุปสรรค: ฝนตก",
    ]
    assert not found.blocking
