import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from data.exporters.forms import FormColumn, Template
from data.exporters.templates import score_template, template_csv, template_workbook
from data.importers.recognised import TemplateSheet
from data.importers.scores.templates import templates
from data.importers.sheets.opening import read_sheets
from data.model.columns import Kind
from data.model.records import Form

STATUSES = ("ยังไม่เริ่ม", "กำลังดำเนินการ", "เสร็จ")


def plan_form() -> Template:
    return Template(
        sheet_name="แผน 2569",
        title_rows=("รายงานผลการประเมิน ITA", "ของ องค์การบริหารส่วนตำบลกุศกร"),
        heading_rows=(("ประเด็น", "การวิเคราะห์", ""), ("", "ข้อความ ITA", "ผลการวิเคราะห์")),
        merges=((0, 0, 1, 0), (0, 1, 0, 2)),
        columns=(FormColumn(), FormColumn(Kind.LONG_TEXT), FormColumn(Kind.LONG_TEXT)),
        rows=(("1. การปฏิบัติหน้าที่", "=i1"),),
        blank_rows=2,
        notes_name="คำแนะนำ",
        notes=("กรอกหนึ่งแถวต่อหนึ่งมาตรการ",),
    )


def status_form(choices: tuple[str, ...] = STATUSES) -> Template:
    return Template(
        sheet_name="ความคืบหน้า",
        title_rows=(),
        heading_rows=(("รหัส", "สถานะ", "ร้อยละ", "วันที่"),),
        columns=(
            FormColumn(locked=True, hidden=True),
            FormColumn(Kind.STATUS, choices=choices, advice="เลือกจากรายการ"),
            FormColumn(Kind.PERCENT, lowest=0, highest=100),
            FormColumn(Kind.DATE),
        ),
        rows=(("2569-01-i1", "เสร็จ", 100, dt.date(2026, 9, 30)), ("2569-02-i5", None, None, None)),
        notes_name="คำแนะนำ",
    )


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_plan_form_has_its_two_heading_rows_merged_frozen_and_repeated() -> None:
    sheet = opened(template_workbook(plan_form()))["แผน 2569"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "A3:A4", "B3:C3"}
    assert sheet["A3"].value == "ประเด็น"
    assert [cell.value for cell in sheet[4]] == [None, "ข้อความ ITA", "ผลการวิเคราะห์"]
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$3:$4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert not sheet.protection.sheet


def test_entries_are_filled_in_as_text_and_blank_rows_are_ready_below() -> None:
    sheet = opened(template_workbook(plan_form()))["แผน 2569"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert rows == [("1. การปฏิบัติหน้าที่", "=i1", None), (None,) * 3, (None,) * 3]
    assert sheet["B5"].data_type == "s"
    assert sheet["C7"].border.left.style == "thin"


def test_notes_stand_on_a_sheet_of_their_own() -> None:
    book = opened(template_workbook(plan_form()))
    assert book.sheetnames == ["แผน 2569", "คำแนะนำ"]
    assert book["คำแนะนำ"]["A1"].value == "กรอกหนึ่งแถวต่อหนึ่งมาตรการ"


def test_choices_become_a_drop_down_and_bounds_a_rule_on_every_row() -> None:
    sheet = opened(template_workbook(status_form()))["ความคืบหน้า"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert set(rules) == {"B2:B3", "C2:C3"}
    assert rules["B2:B3"].formula1 == '"' + ",".join(STATUSES) + '"'
    assert rules["B2:B3"].prompt == "เลือกจากรายการ"
    percent = rules["C2:C3"]
    assert (percent.type, percent.formula1, percent.formula2) == ("whole", "0", "100")


@pytest.mark.parametrize(
    "choices", [tuple(f"กองที่ {number} ของหน่วยงาน" for number in range(30)), ("ก, ข", "ค")]
)
def test_choices_a_rule_cannot_hold_are_listed_in_cells(choices: tuple[str, ...]) -> None:
    book = opened(template_workbook(status_form(choices)))
    (rule,) = (
        rule for rule in book["ความคืบหน้า"].data_validations.dataValidation if rule.type == "list"
    )
    assert rule.formula1 == f"'คำแนะนำ'!$C$1:$C${len(choices)}"
    listed = [row[2] for row in book["คำแนะนำ"].iter_rows(values_only=True)]
    assert listed == list(choices)
    assert book["คำแนะนำ"].column_dimensions["C"].hidden


def test_locked_columns_are_protected_and_the_others_stay_open() -> None:
    sheet = opened(template_workbook(status_form()))["ความคืบหน้า"]
    assert sheet.protection.sheet
    assert [sheet.cell(2, column).protection.locked for column in (1, 2, 3, 4)] == [
        True,
        False,
        False,
        False,
    ]
    assert [sheet.cell(3, column).protection.locked for column in (1, 2)] == [True, False]
    assert sheet.column_dimensions["A"].hidden


@pytest.mark.parametrize("empty", templates(), ids=lambda empty: empty.form.value)
def test_a_form_of_scores_reads_back_as_its_titles_headings_and_labels(
    empty: TemplateSheet,
) -> None:
    form = score_template(empty, "คำแนะนำ")
    titles = [(title,) if title else () for title in empty.titles]
    expected = [*titles, empty.headings, *empty.rows]
    workbook, *_ = read_sheets("แบบ.xlsx", template_workbook(form))
    text, *_ = read_sheets("แบบ.csv", template_csv(form))
    for read in (workbook, text):
        found = [tuple(cell for cell in row if cell is not None) for row in read.rows]
        assert [tuple(map(str, row)) for row in found] == [tuple(map(str, row)) for row in expected]


@pytest.mark.parametrize("empty", templates(), ids=lambda empty: empty.form.value)
def test_a_form_of_scores_takes_only_0_to_100_where_scores_go(empty: TemplateSheet) -> None:
    sheet = opened(template_workbook(score_template(empty, "คำแนะนำ")))[empty.name]
    rules = sheet.data_validations.dataValidation
    assert {(rule.type, rule.formula1, rule.formula2) for rule in rules} == {
        ("decimal", "0", "100")
    }
    ruled = {area.bounds for rule in rules for area in rule.sqref.ranges}
    top, headings = len(empty.titles) + 2, len(empty.headings)
    if empty.form is Form.SCORES_AGENCIES:
        last = top + empty.blank_rows - 1
        expected = {(column, top, column, last) for column in range(4, headings)}
    else:
        first = 3 if empty.form is Form.SCORES_LONG else 2
        last = top + len(empty.rows) - 2  # the last row is for the level, a word
        expected = {(column, top, column, last) for column in range(first, headings + 1)}
    assert ruled == expected


def test_a_text_form_is_equally_wide_in_every_row_and_runs_nothing() -> None:
    lines = template_csv(plan_form()).decode("utf-8-sig").split("\r\n")
    assert lines == [
        '"รายงานผลการประเมิน ITA","",""',
        '"ของ องค์การบริหารส่วนตำบลกุศกร","",""',
        '"ประเด็น","การวิเคราะห์",""',
        '"","ข้อความ ITA","ผลการวิเคราะห์"',
        '"1. การปฏิบัติหน้าที่","\'=i1",""',
        "",
    ]


def test_a_form_points_nowhere_outside_itself() -> None:
    with zipfile.ZipFile(io.BytesIO(template_workbook(plan_form()))) as archive:
        written = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not any("External" in text or "<hyperlink" in text for text in written.values())
    assert not any("<f>" in text for text in written.values())
