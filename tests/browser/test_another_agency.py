"""Another agency from an empty store: its pages, files and documents speak of it alone."""

import io
import re
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import expect

from data.words import navigation as words
from data.words import setting_up as setting_words
from pages.shared import navigation
from tests.browser.conftest import import_file, settle
from tests.helpers.workbooks import book_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
expect.set_options(timeout=60_000)
KIND, NAME, DISTRICT, PROVINCE = "เทศบาลตำบล", "นาอุดม", "นิคมคำสร้อย", "มุกดาหาร"
DIVISIONS = ("ฝ่ายอำนวยการเทศบาล", "งานการเงินและบัญชี", "ฝ่ายโยธาและผังเมือง")
OFFICE, MONEY, WORKS = DIVISIONS
OF_THE_EXAMPLE = ("กุศกร", "ตระการพืชผล", "kutsakon")
ITS_DIVISIONS = ("กองช่าง", "กองการศึกษา")
MARKS = re.compile(r"[\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""Blanks and what stands above or below a letter: a PDF has these in an order of its own."""
PLAN_HEADINGS = (
    "ประเด็น/ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "มาตรการ/โครงการ/กิจกรรม",
    "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
)
PLAN = (
    ("รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. 2569",),
    (f"ของ {KIND}{NAME} อำเภอ{DISTRICT} จังหวัด{PROVINCE}",),
    PLAN_HEADINGS,
    (
        "1. การปฏิบัติหน้าที่ (i1 – i3)",
        "i1 เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลา",
        "ยังไม่ทันกำหนดบางครั้ง",
        "จัดทำคู่มือบริการประชาชนของเทศบาล",
        "ลดเวลารอคอย",
        "1. ร่างคู่มือ\n2. ประกาศใช้\n3. ติดป้าย ณ จุดบริการ",
        "ต.ค. 2568 - มี.ค. 2569",
        OFFICE,
    ),
    (
        "2. การใช้งบประมาณ (i4 – i6)",
        "i5 การใช้จ่ายงบประมาณคุ้มค่า",
        "บุคลากรไม่ทราบแผนใช้จ่าย",
        "เผยแพร่แผนการใช้จ่ายงบประมาณรายไตรมาส",
        "สร้างการรับรู้",
        "1. จัดทำแผน\n2. เผยแพร่ทางเว็บไซต์",
        "ตลอดปีงบประมาณ 2569",
        MONEY,
    ),
    (
        "6. คุณภาพการดำเนินงาน (e1 – e3)",
        "e2 ให้บริการอย่างเท่าเทียม",
        "มีข้อร้องเรียนงานถนน",
        "เปิดคิวซ่อมถนนออนไลน์ให้ประชาชนติดตาม",
        "เพิ่มความโปร่งใส",
        "1. ทำระบบคิว\n2. ประชาสัมพันธ์\n3. รายงานผลรายเดือน",
        "ม.ค. 2569 - ก.ย. 2569",
        f"{WORKS} และ{OFFICE}",
    ),
)
INDICATORS = [f"ตัวชี้วัดที่ {number}" for number in range(1, 11)]
SCORES = (
    (f"ผลการประเมิน ITA {KIND}{NAME} อำเภอ{DISTRICT} จังหวัด{PROVINCE}",),
    ("ปีงบประมาณ", "หน่วยงาน", "คะแนนรวม", "IIT", "EIT", "OIT", *INDICATORS),
    *(
        (
            *(year, f"{KIND}{NAME}", total, total - 2, total - 1, total + 2.25),
            *[total - 2] * 5,
            *[total - 1] * 3,
            *[total + 2.25] * 2,
        )
        for year, total in ((2567, 81.5), (2568, 84.25), (2569, 88.75))
    ),
)
"""Invented for this test."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Give the path of a store that is not there yet: the app shows the example."""
    return tmp_path_factory.mktemp("another") / "store" / "ita.duckdb"


def test_pages_files_and_documents_of_another_agency_speak_of_it_alone(visit):
    page = visit()
    set_up(page)
    for name, content in (
        ("แผน.xlsx", book_of(*PLAN, name="แผน")),
        ("คะแนน.xlsx", book_of(*SCORES)),
    ):
        go_to(page, "import-files")
        import_file(page, name, content)

    told = {}
    for address in addresses():
        told |= read_page(page, address)

    told = {name: bare(text) for name, text in told.items()}
    foreign = [
        (name, word)
        for name, text in told.items()
        for word in words_of_others(name)
        if bare(word) in text
    ]
    assert foreign == []
    nameless = [name for name, text in told.items() if bare(NAME) not in text]
    assert [name for name in nameless if name.endswith((".docx", ".pdf", "page"))] == []
    kinds = Counter(Path(name).suffix for name in told)
    assert kinds[".docx"] + kinds[".pdf"] >= 5
    assert {".xlsx", ".csv", ".png", ".parquet", ".duckdb", ".html", ".ics"} <= set(kinds)


def words_of_others(name):
    """Give what must not be told; a whole store has the words for divisions of any agency."""
    return OF_THE_EXAMPLE if "ita-backup" in name else (*OF_THE_EXAMPLE, *ITS_DIVISIONS)


def bare(text):
    return MARKS.sub("", text)


def addresses():
    """Give every page of the app by its address, and one about each kind of thing."""
    stems = [stem for pages in navigation.PAGES.values() for stem, *_ in pages]
    apart = (navigation.FIRST, navigation.FRESH, navigation.AREAS)
    others = [one for one in stems if one not in apart]
    return [
        "",
        *map(navigation.address, others),
        "indicator?indicator=1",
        "measure?measure=2569-01-i1",
        f"division?division={OFFICE}",
    ]


def go_to(page, address):
    page.goto(re.match(r"\w+://[^/]+/", page.url)[0] + address)
    settle(page)


def set_up(page):
    page.get_by_role("button", name=words.START_OWN).click()
    settle(page)
    for label, typed in ((setting_words.KIND, KIND), (setting_words.PROVINCE, PROVINCE)):
        page.get_by_label(label, exact=True).click()
        # A long list holds only what is in sight: it is looked through by typing.
        page.keyboard.type(typed)
        page.get_by_role("option", name=typed, exact=True).click()
        settle(page)
    for label, typed in (
        (setting_words.NAME, NAME),
        (setting_words.DISTRICT, DISTRICT),
        (setting_words.DIVISIONS, "\n".join(DIVISIONS)),
    ):
        field = page.get_by_role("textbox", name=label, exact=True)
        field.fill(typed)
        field.press("ControlOrMeta+Enter" if label == setting_words.DIVISIONS else "Tab")
        settle(page)
    page.get_by_role("button", name=setting_words.START, exact=True).last.click()
    expect(page.locator("h1")).to_have_text(words.IMPORT)


def read_page(page, address):
    """Give the text of a page and of every file it offers, in all its tabs, by name."""
    go_to(page, address)
    told = {f"{address} page": f"{page.title()}\n{page.locator('body').text_content()}"}
    for tab in [None, *page.get_by_role("tab").all()]:
        if tab:
            tab.click()
            # Its part of the page is built once it is open, which a slow machine does later.
            panel = page.locator(f"[id='{tab.get_attribute('aria-controls')}']")
            expect(panel).to_contain_text(re.compile(r"\S"))
            settle(page)
        for button in page.get_by_test_id("stDownloadButton").locator("visible=true").all():
            with page.expect_download() as caught:
                button.locator("button").first.click()
            download = caught.value
            name = f"{address} {download.suggested_filename}"
            told |= {
                f"{name}{inside}": text
                for inside, text in texts_of(download.suggested_filename, download.path())
            }
        told[f"{address} page"] += page.locator("body").text_content() or ""
    return told


def texts_of(name, path):
    """Give what a file says, and each file inside a zip, by its name."""
    content = path.read_bytes() if hasattr(path, "read_bytes") else path
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inside in packed.namelist():
                for deeper, text in texts_of(inside, packed.read(inside)):
                    yield f"/{inside}{deeper}", text
    else:
        yield "", f"{name}\n{text_of(name, content)}"


def text_of(name, content):
    return TEXTS.get(Path(name).suffix, plain_text)(content)


def plain_text(content):
    return content.decode("utf-8-sig")


def text_of_workbook(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    return "\n".join([*book.sheetnames, *cells, str(book.properties)])


def text_of_word_file(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [packed.read(part).decode() for part in packed.namelist() if ".xml" in part]
    return re.sub("<[^>]*>", "", "\n".join(parts))


def text_of_pdf(content):
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def text_of_store(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.duckdb"
        path.write_bytes(content)
        with duckdb.connect(str(path), read_only=True) as store:
            names = store.execute("select table_name from duckdb_tables()").fetchall()
            return "\n".join(store.table(name).df().to_csv() for (name,) in names)


TEXTS = {
    ".xlsx": text_of_workbook,
    ".docx": text_of_word_file,
    ".pdf": text_of_pdf,
    ".parquet": lambda content: pd.read_parquet(io.BytesIO(content)).to_csv(),
    ".duckdb": text_of_store,
    # What is drawn is looked at by people.
    ".png": lambda content: str(Image.open(io.BytesIO(content)).info),
    ".ttf": lambda _content: "",
    ".woff2": lambda _content: "",
}
