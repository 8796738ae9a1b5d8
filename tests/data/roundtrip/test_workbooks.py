"""The workbook a division gets: its sheets, what is locked, what may be entered, what is hidden."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from data.database import close_round, mark_round, open_round, report_status, store_id
from data.documents.division.columns import COLUMNS, form_columns
from data.documents.division.workbook import division_workbook, division_workbooks, workbook_name
from data.model.errors import NoMeasuresError
from data.model.records import ReportKind, Status, StatusReport
from data.model.work import Mark, NewRound
from data.roundtrip.stamps import MARK, read_row_stamp, read_stamp
from data.roundtrip.values import FIELDS, SAID, spelled, understood
from data.words.work import statuses
from data.words.work.roundtrip import HEADINGS, workbook_words
from tests.roundtrips import DAY, LEAD, STEPS, SUPPORT, column_of, handed_out, plan, row_of


@pytest.fixture
def book(database):
    plan(database, "i10", "i11")
    report_status(
        database,
        StatusReport(
            "2569-04-i11",
            Status.IN_PROGRESS,
            40,
            note="=1+1",
            reported_by="คลัง",
            status_on=dt.date(2024, 3, 31),
            budget_spent=0.1 + 0.2,
        ),
    )
    return openpyxl.load_workbook(io.BytesIO(handed_out(database)))


def test_instructions_stand_before_the_sheets(book):
    assert book.sheetnames == ["คำชี้แจง", LEAD, STEPS]
    assert "กองคลัง" in book["คำชี้แจง"]["A1"].value


def test_the_keys_are_locked_and_the_entries_open(book):
    sheet = book[LEAD]
    row = row_of(sheet, "2569-04-i11")

    assert sheet.protection.sheet
    locked = {
        name: sheet.cell(row, column_of(sheet, name)).protection.locked
        for name in COLUMNS[ReportKind.LEAD]
    }
    entries = {*SAID[ReportKind.LEAD], "reported_by"}
    assert {name for name, is_locked in locked.items() if not is_locked} == entries


def test_the_current_state_stands_in_the_cells_as_values(book):
    sheet = book[LEAD]
    row = row_of(sheet, "2569-04-i11")
    shown = {
        name: sheet.cell(row, column_of(sheet, name)).value for name in FIELDS[ReportKind.LEAD]
    }

    assert shown == {
        "status": "กำลังดำเนินการ",
        "percent": 40,
        "status_on": dt.datetime.fromisoformat("2024-03-31T00:00"),
        "budget_planned": None,
        "budget_spent": 0.1 + 0.2,
        "evidence": None,
        "note": "=1+1",
    }
    assert sheet.cell(row, column_of(sheet, "note")).data_type == "s"


def test_a_measure_without_a_report_has_blank_entries(book):
    sheet = book[LEAD]
    row = row_of(sheet, "2569-04-i10")

    assert {sheet.cell(row, column_of(sheet, name)).value for name in FIELDS[ReportKind.LEAD]} == {
        None
    }


def test_statuses_are_a_drop_down_and_percents_whole_numbers_of_100(book):
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2)
        for rule in book[LEAD].data_validations.dataValidation
    }

    words = [word for code, word in statuses.STATUSES.items() if code != Status.NOT_REPORTED]
    assert rules["F5:F6"] == ("list", f'"{",".join(words)}"', None)
    assert rules["G5:G6"] == ("whole", "0", "100")
    assert rules["I5:I6"][:2] == ("decimal", "0")


def test_the_hidden_column_says_whose_workbook_it_is_and_what_each_row_said(book, database):
    sheet = book[LEAD]
    stamp = read_stamp(sheet.cell(4, sheet.max_column).value)
    row = read_row_stamp(sheet.cell(6, sheet.max_column).value, ReportKind.LEAD)

    letter = sheet.cell(4, sheet.max_column).column_letter
    assert sheet.column_dimensions[letter].hidden
    assert (stamp.store_id, stamp.plan_year, stamp.division) == (store_id(database), 2569, "กองคลัง")
    assert stamp.measure_ids == ("2569-04-i10", "2569-04-i11")
    assert (row.measure_id, row.seen_report, row.was["percent"]) == ("2569-04-i11", 1, 40)


def test_the_hidden_column_does_not_make_rows_taller(database):
    plan(database, "i10")
    report_status(
        database,
        StatusReport(
            "2569-04-i10", Status.DONE, 100, reported_by="ก", evidence="https://a.th/" + "x" * 900
        ),
    )
    words = workbook_words(DAY)
    book = openpyxl.load_workbook(
        io.BytesIO(division_workbook(database, "กองคลัง", 2569, DAY, words))
    )

    assert (book[LEAD].row_dimensions[4].height or 0) < 100


def test_a_supporter_gets_notes_and_evidence_and_sees_what_the_lead_reported(database):
    plan(database, "i10")
    report_status(
        database, StatusReport("2569-04-i10", Status.DONE, 100, note="ของเจ้าภาพ", reported_by="คลัง")
    )
    report_status(
        database,
        StatusReport(
            "2569-04-i10",
            None,
            note="ของช่าง",
            reported_by="ช่าง",
            kind=ReportKind.SUPPORT,
            division="กองช่าง",
        ),
    )

    book = openpyxl.load_workbook(io.BytesIO(handed_out(database, "กองช่าง")))

    sheet = book[SUPPORT]
    assert book.sheetnames == ["คำชี้แจง", SUPPORT]
    assert sheet.cell(5, column_of(sheet, "note")).value == "ของช่าง"
    assert sheet.cell(5, column_of(sheet, "state")).value == "เสร็จ"
    assert HEADINGS["status"] not in [cell.value for cell in sheet[4]]


def test_a_workbook_says_which_round_waits_for_the_division_and_why_it_came_back(database):
    plan(database, "i10")
    day, deadline = dt.date(2026, 3, 31), dt.date(2026, 4, 15)
    number = open_round(database, NewRound(2569, "รอบ 6 เดือน", day, deadline))
    mark_round(database, number, "กองคลัง", Mark.SENT)
    mark_round(database, number, "กองคลัง", Mark.RETURNED, "=ขาดหลักฐาน")

    def told():
        sheet = openpyxl.load_workbook(io.BytesIO(handed_out(database)))[LEAD]
        return [cell for cell in sheet["A"] if "รอบ 6 เดือน" in str(cell.value)]

    (cell,) = told()
    asked = "รอบ 6 เดือน ส่งภายใน 15 เม.ย. 2569 · ส่งกลับ: =ขาดหลักฐาน · ข้อมูล ณ 31 มี.ค. 2569"
    assert (cell.value, cell.data_type) == (asked, "s")

    close_round(database, number)
    assert told() == []


def test_several_divisions_come_as_a_zip_of_workbooks(database):
    plan(database, "i10")
    words = workbook_words(DAY)
    divisions = ["กองคลัง", "กองช่าง", "กองการศึกษา"]

    content = division_workbooks(database, divisions, 2569, DAY, words)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [
            workbook_name(one, 2569, DAY, words) for one in ("กองคลัง", "กองช่าง")
        ]
        inside = openpyxl.load_workbook(io.BytesIO(archive.read(archive.namelist()[0])))
    assert LEAD in inside.sheetnames


def test_a_division_without_measures_in_the_year_gets_no_workbook(database):
    plan(database, "i10")

    with pytest.raises(NoMeasuresError):
        handed_out(database, "กองการศึกษา")
    with pytest.raises(NoMeasuresError):
        handed_out(database, year=2570)
    with pytest.raises(NoMeasuresError):
        division_workbooks(database, ["กองการศึกษา"], 2569, DAY, workbook_words(DAY))


def test_values_travel_and_come_back_the_same():
    values = {
        "status": Status.CANCELLED,
        "percent": 0,
        "status_on": dt.date(2026, 1, 2),
        "budget_planned": 0.0,
        "budget_spent": 1e11 + 0.01,
        "evidence": "",
        "note": 'ก "ข" {ค}',
        "new_comment": "",
    }

    assert understood(spelled(values), ReportKind.LEAD) == values


@pytest.mark.parametrize(
    "text", ["", "x", MARK, f"{MARK}[]", f'{MARK}{{"store_id": 1}}', MARK.upper()]
)
def test_a_stamp_that_was_tampered_with_is_none(text):
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"id": "x", "seen": 1, "was": []}',
        '{"id": "x", "seen": 1, "was": {"status": "gone"}}',
        '{"id": "x", "seen": 1, "was": {"percent": true}}',
        '{"id": "x", "seen": 1, "was": {"status_on": "soon"}}',
    ],
)
def test_a_row_stamp_that_was_tampered_with_is_none(text):
    assert read_row_stamp(text, ReportKind.LEAD) is None


def test_every_column_has_a_heading_and_a_place():
    for kind in ReportKind:
        assert len(form_columns(kind, workbook_words(DAY))) == len(COLUMNS[kind]) + 1
        assert set(COLUMNS[kind]) <= set(HEADINGS)
