"""The result form: the measures of a plan with what was reported of them by a day."""

import io
from dataclasses import replace

import docx
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from data.documents.forms.form_docx import form_document
from data.documents.forms.form_pdf import form_pdf
from data.documents.forms.form_table import About
from data.documents.forms.form_xlsx import form_workbook
from data.documents.forms.result_form import ResultRow, result_form
from data.words.files.documents import RESULT

ABOUT = About(2569, "อบต.กุศกร", (), "ณ วันที่ 22 พ.ย. 2569", (("รุ่นโปรแกรม", "1.0"),), "ITA")
ROW = ResultRow(
    1,
    2568,
    "จัดทำคู่มือ 2 เล่ม\nข้อ i1",
    "ตลอดปี 2569",
    "กองคลัง",
    "เสร็จ",
    "แจกแล้ว 15 จุด",
    "https://example.go.th/2569?x=1",
)


def test_the_form_has_the_measure_its_report_and_room_for_budget_and_problems():
    form = result_form((ROW,), RESULT, ABOUT)

    assert form.rows == (
        (
            "1. การปฏิบัติหน้าที่ (i1\u00a0–\u00a0i3)",
            *(ROW.action, ROW.period, ROW.responsible, ROW.status, ROW.note, ROW.evidence),
            "",
            "",
        ),
    )
    assert form.headings[0][4] == "ผลการดำเนินการ ณ วันที่ 22 พ.ย. 2569"
    assert len(form.headings[1]) == len(form.widths) == 9


def test_thai_digits_leave_codes_and_addresses_as_they_are():
    form = result_form((ROW,), RESULT, replace(ABOUT, thai_digits=True))

    (row,) = form.rows
    assert row[1:4] == ("จัดทำคู่มือ ๒ เล่ม\nข้อ i1", "ตลอดปี ๒๕๖๙", "กองคลัง")
    assert row[5:7] == ("แจกแล้ว ๑๕ จุด", ROW.evidence)
    assert form.titles[1].startswith("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")


def test_only_measures_of_one_indicator_that_stand_together_share_its_cell():
    rows = [replace(ROW, indicator=number) for number in (1, 1, 2, 1, 1, 1)]

    assert result_form(rows, RESULT, ABOUT).merges == ((0, 0, 1, 0), (3, 0, 5, 0))


def test_sixty_measures_with_long_reports_are_all_in_the_word_file():
    rows = [replace(ROW, indicator=number % 10 + 1, note="แจกเวียน " * 60) for number in range(60)]

    (table,) = docx.Document(io.BytesIO(form_document(result_form(rows, RESULT, ABOUT)))).tables

    assert len(table.rows) == 62
    assert all(row.cells[5].text == rows[0].note for row in list(table.rows)[2:])


def test_the_sheet_holds_the_same_texts_and_no_hyperlink():
    content = form_workbook(result_form((ROW,), RESULT, ABOUT))

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    evidence = sheet.cell(len(RESULT.titles) + 3, 7)
    assert (evidence.value, evidence.hyperlink, evidence.data_type) == (ROW.evidence, None, "s")


def pictures_of(write, form):
    """Give the colours of the pictures in a form that `write` makes."""
    content = write(form)
    if write is form_document:
        held = [part.blob for part in docx.Document(io.BytesIO(content)).part.package.image_parts]
        found = [Image.open(io.BytesIO(blob)) for blob in held]
    elif write is form_workbook:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        found = [Image.open(io.BytesIO(picture._data())) for picture in sheet._images]  # noqa: SLF001
    else:
        page = pypdfium2.PdfDocument(content)[0]
        shown = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        found = [picture.get_bitmap().to_pil() for picture in shown]
    return [picture.convert("RGB").getpixel((5, 5)) for picture in found]


@pytest.mark.parametrize("write", [form_document, form_workbook, form_pdf])
def test_the_picture_of_the_office_stands_on_the_form_once(write):
    drawn = io.BytesIO()
    Image.new("RGB", (240, 120), (0, 114, 178)).save(drawn, "PNG")

    with_logo = result_form((ROW,), RESULT, replace(ABOUT, logo=drawn.getvalue()))

    assert pictures_of(write, with_logo) == [(0, 114, 178)]
    assert pictures_of(write, result_form((ROW,), RESULT, ABOUT)) == []
