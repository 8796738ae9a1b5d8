"""The page of documents: each one click away, made of what the filters let through."""

import io
import zipfile

import docx
import pytest

from data.documents import building as documents
from data.importers import read_sheets
from data.words.files.documents import Document
from tests.sheet_reading import read

STARTS = {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF", ".png": b"\x89PNG"}
BUTTONS = {
    f"{document}_{suffix.removeprefix('.')}": suffix
    for document in Document
    for suffix in documents.formats(document)
}


def test_every_document_is_on_the_page_in_every_format(read_page, downloads):
    read_page("official_reports", as_of="2026-11-22")

    assert set(BUTTONS) <= set(downloads)
    for key, suffix in BUTTONS.items():
        assert downloads[key]().startswith(STARTS[suffix])
    with zipfile.ZipFile(io.BytesIO(downloads["site_zip"]())) as site:
        assert {"index.html", "plan.html", "result.html"} <= set(site.namelist())


def test_the_forms_hold_what_the_filters_let_through_in_the_digits_chosen(read_page, downloads):
    read_page("official_reports", divisions=["กองคลัง"], role="เฉพาะเจ้าภาพ", thai_digits="true")

    (table,) = docx.Document(io.BytesIO(downloads["result_docx"]())).tables
    (measure,) = read(read_sheets("plan.docx", downloads["plan_docx"]())[0]).measures
    assert len(table.rows) == 3
    assert table.rows[2].cells[0].text.startswith("๔. ")
    assert measure.items == ("i11",)


def test_the_newest_of_the_chosen_years_is_the_year_of_the_documents(read_page, downloads):
    page = read_page("official_reports", years=["2567", "2568"])

    assert not page.exception
    assert any("2568" in caption.value for caption in page.caption)
    assert "plan_docx" not in downloads
    assert downloads["onepage_pdf"]().startswith(b"%PDF")


@pytest.mark.parametrize("document", Document)
def test_a_document_comes_in_one_format_at_least(document):
    assert documents.formats(document)


def test_everything_is_one_click_away_for_analysts(read_page, downloads):
    read_page("official_reports")

    assert downloads["tidy_xlsx"]().startswith(b"PK")
    assert downloads["tidy_zip"]().startswith(b"PK")
