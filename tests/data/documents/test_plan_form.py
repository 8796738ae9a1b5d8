"""The plan form: what is written is read back as the same measures, in Word and in Excel."""

import io
import re
import zipfile
from dataclasses import fields, replace
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from data.containers.child.answers import encode
from data.containers.child.sheets import decode
from data.containers.formats.excel.workbooks import read_workbook
from data.containers.formats.markup.word_files import read_document
from data.containers.gate.archives import open_archive
from data.documents.forms.form_docx import form_document
from data.documents.forms.form_pdf import form_pdf
from data.documents.forms.form_table import About
from data.documents.forms.form_xlsx import form_workbook
from data.documents.forms.plan_form import plan_form
from data.documents.forms.plan_rows import PlanRow, steps_text
from data.examples import PLAN_FILE
from data.framework import Signatory, SignatoryRole, framework
from data.importers import read_sheets
from data.importers.sheets.opening import Sheet
from data.importers.spelling.plan_steps import split_steps
from data.words.files.documents import PLAN, signature
from tests.sheet_reading import read

WRITERS = {"docx": (form_document, read_document), "xlsx": (form_workbook, read_workbook)}
ABOUT = About(
    2569,
    "องค์การบริหารส่วนตำบลกุศกร",
    (),
    "ณ วันที่ 22 พ.ย. 2569",
    (("ขอบเขต", "ปี 2569"), ("รุ่นโปรแกรม", "1.0")),
    "ITA",
)
HEADINGS = [
    "ตัวชี้วัด",
    "ข้อความ",
    "ผลการวิเคราะห์",
    "มาตรการ",
    "ความสอดคล้อง",
    "ขั้นตอน",
    "ระยะเวลา",
    "ผู้รับผิดชอบ",
]
PHRASES = ("จัดทำคู่มือ", "กำกับดูแล", "ให้เจ้าหน้าที่ทราบ", "เผยแพร่ข้อมูล", "ฯลฯ", "No Gift Policy")
SIGNS = ("=1+1", "- ", "@", "<b>", "&", "100%", "2.", "3)", "o14", "๒๕๖๘", "'", '"', "_x000D_")
PERIODS = ("ตลอดปีงบประมาณ 2569", "ต.ค. 68 – ก.ย. 69", "ไตรมาสที่ 2", "ไม่ระบุ")
DIVISIONS = ("สำนักปลัด", "กองคลัง", "สำนักปลัด กองงานอื่นที่เกี่ยวข้อง", "กองคลัง/กองช่าง")


def rows_of(measures):
    names = [field.name for field in fields(PlanRow)]
    return tuple(PlanRow(**{name: getattr(one, name) for name in names}) for one in measures)


def without_place(measures):
    return [replace(one, sheet="", cell="", step_cells=()) for one in measures]


def written(kind, measures, **about):
    write, _ = WRITERS[kind]
    return write(plan_form(rows_of(measures), PLAN, replace(ABOUT, **about)))


def read_here(kind, content):
    """Read as the app does, but in this process: many examples would start many others."""
    _, reader = WRITERS[kind]
    return read(decode(encode(reader(open_archive(content))))[0])


@pytest.fixture(scope="module")
def seed():
    (sheet,) = read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes())
    return read(sheet).measures


@pytest.mark.parametrize("thai_digits", [False, True])
@pytest.mark.parametrize("signed", [0, 1, 3])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_real_plan_comes_back_identical_whoever_signs_it(seed, kind, signed, thai_digits):
    one = Signatory(SignatoryRole.PREPARED, "นางสาว ก ข", "นักวิเคราะห์นโยบายและแผน")
    signatures = (signature(one),) * signed
    content = written(kind, seed, thai_digits=thai_digits, signatures=signatures)

    found = read(read_sheets(f"plan.{kind}", content)[0])

    assert without_place(found.measures) == without_place(seed)
    assert found.blocking == ()
    assert found.rows_imported == len(seed)
    # Below a sheet's rows the signatures are a row that is no measure.
    assert found.rows_reported == (kind == "xlsx" and signed > 0)


@st.composite
def cell_texts(draw, *, code=""):
    words = draw(st.lists(st.sampled_from((*PHRASES, *SIGNS)), min_size=1, max_size=8))
    return f"{code} {' '.join(words)}".strip()


@st.composite
def plan_sheets(draw):
    rows = [
        ("รายงาน ในปีงบประมาณ พ.ศ. 2569",),
        HEADINGS,
    ]
    for indicator in draw(st.lists(st.integers(1, 8), min_size=1, max_size=4, unique=True)):
        known = framework(2568).items_of(indicator)
        for _ in range(draw(st.integers(1, 3))):
            code = draw(st.sampled_from((*(item.code for item in known), "")))
            step = st.sampled_from((*PHRASES, *SIGNS, "1. ", "2. ", "\n", "\n- ")).map(str)
            rows.append(
                (
                    f"ตัวชี้วัดที่ {indicator}",
                    draw(cell_texts(code=code)),
                    draw(st.one_of(st.just(""), cell_texts())),
                    draw(cell_texts()),
                    draw(st.one_of(st.just(""), st.just("รักษามาตรฐาน"), cell_texts())),
                    "".join(draw(st.lists(step, max_size=12))),
                    draw(st.sampled_from(PERIODS)),
                    draw(st.sampled_from(DIVISIONS)),
                )
            )
    return Sheet("แผน", tuple(rows))


@pytest.mark.parametrize("thai_digits", [False, True])
def test_the_real_plan_comes_back_identical_from_paper(seed, thai_digits):
    content = form_pdf(plan_form(rows_of(seed), PLAN, replace(ABOUT, thai_digits=thai_digits)))

    found = read(read_sheets("plan.pdf", content)[0])

    assert without_place(found.measures) == without_place(seed)
    assert found.blocking == ()


def test_texts_over_several_pages_of_paper_come_back_identical(seed):
    steps = tuple(f"จัดทำคู่มือ No Gift Policy ครั้งที่ {place}" for place in range(40))
    long = " ".join(["กำกับดูแล ให้เป็นไปตามระเบียบ E- Service"] * 120)
    plan = (replace(seed[0], action=long, steps=steps), *seed[1:3])

    found = read(read_sheets("plan.pdf", form_pdf(plan_form(rows_of(plan), PLAN, ABOUT)))[0])

    assert without_place(found.measures) == without_place(plan)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(deadline=None, max_examples=20)
@given(sheet=plan_sheets(), thai_digits=st.booleans())
def test_whatever_plan_was_read_comes_back_identical(kind, sheet, thai_digits):
    measures = read(sheet).measures

    found = read_here(kind, written(kind, measures, thai_digits=thai_digits))

    assert without_place(found.measures) == without_place(measures)


def test_measures_that_would_run_together_keep_their_own_cells():
    head = ["ตัวชี้วัด", "ข้อความ", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ"]
    rows = [["ปีงบประมาณ 2569"], head]
    rows += [["1", "ภาพรวม", f"มาตรการ{name}", "ทำ", "ทั้งปี", "กองคลัง"] for name in ("แรก", "สอง")]
    measures = read(Sheet("แผน", tuple(map(tuple, rows)))).measures

    form = plan_form(rows_of(measures), PLAN, ABOUT)

    assert len(measures) == 2
    assert form.merges == ((0, 0, 1, 0),)
    assert len(read_here("docx", form_document(form)).measures) == 2


def test_steps_that_hold_numbers_are_written_so_that_they_stay_as_they_are():
    for steps in (
        ("ตามข้อ 2. ของระเบียบ", "รายงาน"),
        ("เกริ่นนำ 2. ก", "ข"),
        ("หนึ่ง",),
        ("2. สอง", "3. สาม"),
    ):
        assert split_steps(steps_text(steps)) == steps


def test_cells_of_one_indicator_are_merged_as_in_the_official_form(seed):
    form = plan_form(rows_of(seed), PLAN, ABOUT)

    assert form.merges == ((0, 0, 2, 0), (0, 4, 2, 4), (0, 6, 2, 6), (0, 7, 2, 7))


def test_thai_digits_are_used_for_all_that_the_form_adds(seed):
    form = plan_form(rows_of(seed), PLAN, replace(ABOUT, thai_digits=True))

    added = " ".join([*form.titles, *form.headings[0], *(row[0] for row in form.rows)])
    assert not re.search("(?<![ieo0-9])[0-9]", added)
    assert "พ.ศ. ๒๕๖๙" in form.titles[0]
    assert form.rows[0][0].startswith("๑. ")
    assert form.rows[0][0].endswith("(i1\u00a0–\u00a0i3)")
    assert form.rows[0][5].startswith("๑. ")
    assert form.rows[0][6] == seed[0].period_text


def test_the_word_file_repeats_two_heading_rows_on_landscape_a4_pages(seed):
    document = docx.Document(io.BytesIO(written("docx", seed)))

    (table,) = document.tables
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]  # noqa: SLF001
    section = document.sections[0]
    assert repeated == [True, True] + [False] * len(seed)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_the_word_file_sets_thai_in_sarabun_of_14_to_16_points(seed):
    document = docx.Document(io.BytesIO(written("docx", seed)))

    for name, size, bold in (
        ("Normal", 28, False),
        ("FormTitle", 32, True),
        ("FormHead", 28, True),
    ):
        face = document.styles[name].element.rPr
        assert "Sarabun" in face.find(qn("w:rFonts")).get(qn("w:cs"))
        assert face.find(qn("w:szCs")).get(qn("w:val")) == str(size)
        assert (face.find(qn("w:bCs")) is not None) == bold


def test_the_word_file_has_no_link_and_no_field_but_the_page_number(seed):
    hostile = replace(seed[0], action='=HYPERLINK("http://x") { INCLUDETEXT "c:/x" }\x07\ud800')
    with zipfile.ZipFile(io.BytesIO(written("docx", (hostile,)))) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith("s")}
        xml = parts.read("word/document.xml").decode()
        footers = [parts.read(name).decode() for name in parts.namelist() if "footer" in name]

    assert not [name for name, text in texts.items() if "External" in text]
    assert "fldSimple" not in xml
    assert "instrText" not in xml
    assert re.findall(r'w:instr="([^"]*)"', "".join(footers)) == ["PAGE"]
    assert "\ufffd" in xml


def test_the_sheet_prints_on_landscape_a4_with_its_headings_on_every_page(seed):
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", seed))).worksheets[0]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.page_setup.fitToHeight == 0


def test_no_row_of_the_sheet_is_taller_than_excel_shows(seed):
    long = replace(seed[0], action=" ".join(["กำกับดูแลให้เป็นไปตามระเบียบ"] * 100))
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", (long, *seed[1:])))).worksheets[0]

    heights = [row.height for row in sheet.row_dimensions.values()]
    (place,) = [area for area in sheet.merged_cells.ranges if "D5" in area]
    assert max(heights) < 409
    assert sum(sheet.row_dimensions[row].height for row in range(5, place.max_row + 1)) > 1_000


def test_a_text_that_looks_like_a_formula_stays_a_text(seed):
    content = written("xlsx", (replace(seed[0], action="=1+1"),))

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file
    assert not [node for node in sheet.iter() if node.tag.endswith("}f")]
    assert read_here("xlsx", content).measures[0].action == "=1+1"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_what_the_form_stands_on_is_said_in_it(seed, kind):
    content = written(kind, seed, divisions=("กองคลัง",))

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        text = "".join(parts.read(name).decode() for name in parts.namelist() if ".xml" in name)
    assert "เฉพาะส่วนราชการ: กองคลัง" in text
    assert "รุ่นโปรแกรม" in text
