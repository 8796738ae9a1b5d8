"""Handing workbooks out, taking them back, deciding conflicts, and the table of many measures."""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from data.database import report_status
from data.model.records import Keep, Status, StatusReport
from data.roundtrip.values import FIELDS
from data.words import dates
from data.words.importing import imports as import_words
from data.words.work import reporting as words
from pages.sections.divisions import report_table
from pages.sections.divisions.report_table import table_changes
from pages.shared.safe import plain
from pages.shared.session import database
from queries import batches, measures
from tests.helpers.pages import labels, opened, texts
from tests.roundtrips import DAY, LEAD, STEPS, SUPPORT, enter, filled_in

FINANCE = "2569-04-i11"
OFFICE = "2569-01-i1"

# openpyxl does not know the newer kind of data bar that Excel writes.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def workbook(open_page, downloads, division="กองคลัง"):
    """Take the workbook of a division away from the page."""
    open_page("division_progress", divisions=division)
    return downloads["workbooks"]()


def upload(open_page, content, name="กองคลัง.xlsx"):
    page = open_page("import_files")
    page.file_uploader[0].upload(name, content)
    return page.run()


def state(measure_id):
    found = measures.measures(database(), as_of=DAY)
    row = found[found["measure_id"] == measure_id].iloc[0]
    return row["status"], row["note"]


def save_button(page):
    (found,) = [one for one in page.button if one.label == import_words.SAVE]
    return found


def report(measure_id, note, status=Status.IN_PROGRESS):
    return report_status(
        database(), StatusReport(measure_id, status, note=note, reported_by="คนอื่น")
    )


def test_one_division_gets_a_workbook_and_several_a_zip(read_page, downloads):
    one = openpyxl.load_workbook(io.BytesIO(workbook(read_page, downloads)))
    read_page("division_progress")
    with zipfile.ZipFile(io.BytesIO(downloads["workbooks"]())) as archive:
        names = archive.namelist()

    assert one.sheetnames == ["คำชี้แจง", LEAD, STEPS, SUPPORT]
    assert [name.split("_")[1] for name in names] == [
        "สำนักปลัด",
        "กองคลัง",
        "กองช่าง",
        "กองการศึกษา",
        "หน่วยตรวจสอบภายใน",
    ]


def test_a_filled_in_workbook_is_previewed_saved_and_shown(open_page, downloads):
    content = filled_in(
        workbook(open_page, downloads),
        lambda sheet: enter(sheet, FINANCE, status="กำลังดำเนินการ", percent=40, note="เริ่มแล้ว"),
    )

    page = upload(open_page, content)

    assert not page.exception
    shown = next(one.value for one in page.dataframe if "old_value" in one.value)
    assert shown[["measure_id", "old_value", "new_value", "cell"]].to_numpy().tolist() == [
        [FINANCE, words.NOT_SAID, "▶ กำลังดำเนินการ", "F5"],
        [FINANCE, words.NOT_SAID, "40%", "G5"],
        [FINANCE, words.NOT_SAID, "เริ่มแล้ว", "L5"],
    ]
    assert state(FINANCE) == ("not-reported", "")

    page = save_button(page).click().run()

    assert not page.exception
    assert words.SAVED_BATCH.format(batch_id=3, count=1) in texts(page.success)
    assert state(FINANCE) == ("in-progress", "เริ่มแล้ว")
    assert batches.batches(database()).iloc[0]["kind"] == "status"
    progress = open_page("division_progress", divisions="กองคลัง", measures_view="ตาราง")
    listed = progress.dataframe[0].value.set_index("measure_id")
    assert listed.loc[FINANCE, "percent"] == 40


def test_an_untouched_workbook_says_that_nothing_changed(open_page, downloads):
    page = upload(open_page, workbook(open_page, downloads))

    assert not page.exception
    assert texts(page.info).count(words.UNTOUCHED) == 3
    assert [one for one in page.button if one.label == import_words.SAVE] == []


@pytest.mark.parametrize(
    ("keep", "expected"),
    [(Keep.OURS, ("done", "ของเรา")), (Keep.THEIRS, ("in-progress", "ของเขา"))],
)
def test_a_conflict_waits_for_a_decision_and_follows_it(open_page, downloads, keep, expected):
    content = filled_in(
        workbook(open_page, downloads),
        lambda sheet: enter(sheet, FINANCE, status="เสร็จ", note="ของเรา"),
    )
    report(FINANCE, "ของเขา")

    page = upload(open_page, content)

    assert import_words.SAVE not in labels(page)
    assert words.UNDECIDED.format(count=1) in texts(page.warning)
    (question,) = [one for one in page.get("segmented_control") if one.label == words.KEEP]
    question.set_value(keep)
    page = page.run()
    save_button(page).click().run()
    assert state(FINANCE) == expected


def test_a_report_that_cannot_be_saved_is_named_with_its_cell(read_page, downloads):
    content = filled_in(
        workbook(read_page, downloads), lambda sheet: enter(sheet, FINANCE, percent=40)
    )

    page = upload(read_page, content)

    assert import_words.BLOCKED.format(blocking=1) in texts(page.error)
    found = next(one.value for one in page.dataframe if "place" in one.value)
    assert found["place"].tolist() == [f"{LEAD}!A5"]


def test_a_supporter_sends_notes_back_without_touching_the_state(open_page, downloads):
    report(OFFICE, "ของสำนักปลัด")
    content = filled_in(
        workbook(open_page, downloads),
        lambda sheet: enter(sheet, OFFICE, note="กองคลังช่วยแล้ว"),
        SUPPORT,
    )

    page = upload(open_page, content)
    save_button(page).click().run()

    assert state(OFFICE) == ("in-progress", "ของสำนักปลัด")
    newest = measures.status_history(database(), OFFICE).iloc[0]
    assert (newest["kind"], newest["division"], newest["note"]) == (
        "support",
        "กองคลัง",
        "กองคลังช่วยแล้ว",
    )


def test_a_to_do_sheet_lists_the_open_work_of_each_division(read_page, downloads):
    read_page("division_progress", divisions="กองคลัง", as_of="2026-09-15")

    book = openpyxl.load_workbook(io.BytesIO(downloads["todo_xlsx"]()))

    sheet = book["กองคลัง"]
    assert sheet["A1"].value == words.TODO_TITLE.format(division="กองคลัง", year=2569)
    rows = {row[1].value: row for row in sheet.iter_rows() if row[0].value == words.TICK}
    assert rows[FINANCE][3].value == words.ROLES["lead"]
    assert rows[FINANCE][7].value == f"{words.TODO_FIRST}\n{words.TODO_DUE_SOON}"
    assert rows[OFFICE][7].value == words.TODO_SUPPORT
    assert sheet.page_setup.orientation == "landscape"


def test_done_work_with_evidence_leaves_the_to_do_sheet(open_page, downloads):
    report_status(
        database(),
        StatusReport(
            FINANCE, Status.DONE, 100, evidence="https://kutsakon.go.th/1", reported_by="คลัง"
        ),
    )
    report_status(database(), StatusReport(OFFICE, Status.DONE, 100, reported_by="ปลัด"))

    open_page("division_progress")

    book = openpyxl.load_workbook(io.BytesIO(downloads["todo_xlsx"]()))
    finance = [cell.value for cell in book["กองคลัง"]["B"]]
    office = {row[1].value: row[7].value for row in book["สำนักปลัด"].iter_rows()}
    assert FINANCE not in finance
    assert office[OFFICE] == words.TODO_EVIDENCE


def base(report_id=0, **values):
    blank = dict.fromkeys(FIELDS["lead"])
    row = {"measure_id": OFFICE, "action": "ก", **blank, "answering": ["สำนักปลัด"], "step_id": ""}
    return pd.DataFrame([row | {"report_id": report_id} | values])


def test_only_edited_cells_of_the_table_become_changes():
    before = base(report_id=4, status="in-progress", percent=30, note="เดิม")
    after = before.assign(percent=60)

    (change,) = table_changes(before, after, "ปลัด")

    assert dict(change.values) == {"percent": 60}
    assert (change.measure_id, change.seen_report, change.division, change.reported_by) == (
        OFFICE,
        4,
        "สำนักปลัด",
        "ปลัด",
    )
    assert list(table_changes(before, before.copy(), "ปลัด")) == []


def test_done_in_the_table_means_100_percent_unless_something_else_was_entered():
    before = base(status="in-progress", percent=30)

    (alone,) = table_changes(before, before.assign(status="done"), "ก")
    (both,) = table_changes(before, before.assign(status="done", percent=80), "ก")

    assert (alone.values["percent"], both.values["percent"]) == (100, 80)


def edited_table(monkeypatch, values):
    """Let the table come back with values entered in its first row, as a person would."""
    draw = report_table.st.data_editor

    def draw_and_edit(data, **settings):
        drawn = draw(data, **settings)
        if "measure_id" not in drawn:  # the tables of steps
            return drawn
        drawn = drawn.astype("object")
        for field, value in values.items():
            drawn.loc[0, field] = value
        return drawn

    monkeypatch.setattr(report_table.st, "data_editor", draw_and_edit)


def test_edits_of_the_table_are_previewed_and_saved_together(open_page, monkeypatch):
    edited_table(monkeypatch, {"status": "done", "evidence": "https://kutsakon.go.th/1"})
    page = opened(open_page, words.TABLE)

    typed = next(one for one in page.dataframe if one.proto.alt == words.TABLE_ALT)
    assert typed.proto.form_id, "a run between two cells would lose what is typed meanwhile"
    shown = next(one.value for one in page.dataframe if "old_value" in one.value)
    assert shown["field"].tolist() == ["สถานะ", "หลักฐาน", "ร้อยละ"]
    assert state(OFFICE)[0] == "not-reported"
    page = page.button(key="table_save").click().run()

    assert not page.exception
    assert state(OFFICE)[0] == "done"
    assert words.TABLE_SAVED.format(count=1) in texts(page.toast)


def test_a_look_at_a_table_that_nobody_changed_says_so(open_page):
    page = opened(open_page, words.TABLE)

    look = next(one for one in page.button if one.label == words.TABLE_COMPARE)

    assert words.TABLE_UNCHANGED in texts(look.click().run().info)


def test_what_was_filled_in_after_the_look_is_shown_before_it_is_saved(open_page, monkeypatch):
    entered = {"status": "done", "note": "แรก"}
    edited_table(monkeypatch, entered)
    save = opened(open_page, words.TABLE).button(key="table_save")

    entered["note"] = "แก้เพิ่ม"
    page = save.click().run()

    assert texts(page.info) == [words.TABLE_MORE]
    assert state(OFFICE)[0] == "not-reported"
    page.button(key="table_save").click().run()
    assert state(OFFICE) == ("done", "แก้เพิ่ม")


def test_the_loser_of_a_race_for_the_table_is_asked_and_nothing_is_lost(open_page, monkeypatch):
    edited_table(monkeypatch, {"status": "cancelled", "note": "ของเรา"})
    page = opened(open_page, words.TABLE)
    report(OFFICE, "ของเขา")

    page = page.run()

    assert words.UNDECIDED.format(count=1) in texts(page.warning)
    assert page.button(key="table_save").disabled
    (question,) = [one for one in page.get("segmented_control") if one.label == words.KEEP]
    question.set_value(Keep.THEIRS)
    page = page.run()
    assert page.button(key="table_save").disabled
    assert state(OFFICE) == ("in-progress", "ของเขา")


def test_a_report_between_the_preview_and_the_save_stops_the_save(open_page, monkeypatch):
    edited_table(monkeypatch, {"status": "cancelled", "note": "ของเรา"})
    page = opened(open_page, words.TABLE)
    first = page.button(key="table_save")

    report(OFFICE, "ของเขา")
    page = first.click().run()

    assert not page.exception
    assert state(OFFICE) == ("in-progress", "ของเขา")
    assert words.UNDECIDED.format(count=1) in texts(page.warning)


def test_a_fault_in_the_table_is_named_and_cannot_be_saved(open_page, monkeypatch):
    edited_table(monkeypatch, {"note": "ไม่มีสถานะ"})

    page = opened(open_page, words.TABLE)

    assert page.button(key="table_save").disabled
    assert any(OFFICE.replace("-", "\\-") in one for one in texts(page.error))


def test_a_day_in_the_table_is_written_as_it_is_here(open_page, monkeypatch):
    edited_table(monkeypatch, {"status": "in-progress", "status_on": "1 ต.ค. 68"})

    page = opened(open_page, words.TABLE).button(key="table_save").click().run()

    assert not page.exception
    reported = measures.measures(database(), as_of=DAY).set_index("measure_id")["status_on"]
    assert str(reported[OFFICE].date()) == "2025-10-01"


def test_what_is_no_day_is_told_and_nothing_of_the_table_can_be_saved(open_page, monkeypatch):
    edited_table(monkeypatch, {"status": "in-progress", "status_on": "*เร็ว ๆ นี้"})

    page = opened(open_page, words.TABLE)

    assert [one.value for one in page.error] == [plain(dates.NO_DAYS.format(texts="*เร็ว ๆ นี้"))]
    assert "table_save" not in [button.key for button in page.button]
