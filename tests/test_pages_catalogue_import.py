"""Completing the framework of a year on the import page."""

import shutil
from pathlib import Path

import pytest

import data.framework as catalogue
from data.database import read_audit
from data.framework import framework, organisation
from pages.shared.session import database
from pages.shared.text import catalogue as words

PACKAGED = Path(catalogue.__file__).parent
HEADINGS = "ปี,รหัสข้อ,ตัวชี้วัดที่,ชื่อ"


@pytest.fixture
def own_copy(tmp_path, monkeypatch):
    target = tmp_path / "catalogue"
    shutil.copytree(PACKAGED, target, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setenv("ITA_FRAMEWORK", str(target))
    return target


def upload(page, *lines):
    page.file_uploader(key="catalogue_upload").upload("ข้อ.csv", "\n".join(lines).encode())
    return page.run()


def writing(page):
    return [button for button in page.button if button.label == words.WRITE]


def test_a_sheet_is_shown_old_beside_new_and_written_only_when_told(open_page, own_copy):
    before = (own_copy / "2569.toml").read_bytes()
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ข้อหนึ่ง", "2569,o1,,โครงสร้าง")

    assert not page.exception
    assert (own_copy / "2569.toml").read_bytes() == before
    shown = page.dataframe[-1].value
    assert list(shown["subject"]) == ["i1", "o1"]
    assert list(shown["new"]) == ["1 · ข้อหนึ่ง", "9 · โครงสร้าง"]
    assert list(shown["old"]) == ["", "9 · โครงสร้าง หน้าที่และอำนาจ"]

    page = writing(page)[0].click().run()

    assert not page.exception
    assert not page.error
    assert framework(2569).item("i1").name == "ข้อหนึ่ง"
    assert not writing(page)
    assert any("bak" in found.value for found in page.success)


def test_what_was_written_stands_in_the_audit(open_page, own_copy):
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ก")
    writing(page)[0].click().run()

    [line] = [
        row for row in read_audit(database()).to_dict("records") if row["subject"] == "ข้อ.csv"
    ]

    assert own_copy.exists()
    assert line["action"] == "import"


def test_a_sheet_that_says_nothing_new_has_nothing_to_write(open_page, own_copy):
    name = framework(2569).item("o1").name
    page = upload(open_page("import_files"), HEADINGS, f"2569,o1,9,{name}")

    assert own_copy.exists()
    assert words.NOTHING_NEW in [found.value for found in page.info]
    assert not writing(page)


def test_a_faulty_row_is_named_and_nothing_can_be_written(open_page, own_copy):
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ก", "2562,i1,1,ก")

    assert own_copy.exists()
    assert list(page.dataframe[-1].value["place"]) == ["ข้อ!A3"]
    assert not writing(page)


def test_facts_that_contradict_the_catalogue_are_refused_in_words(open_page, own_copy):
    before = (own_copy / "2569.toml").read_bytes()
    page = upload(open_page("import_files"), HEADINGS, "2569,o1,1,ก")

    page = writing(page)[0].click().run()

    assert not page.exception
    assert len(page.error) == 1
    assert (own_copy / "2569.toml").read_bytes() == before


def test_divisions_are_completed_by_a_sheet_too(open_page, own_copy):
    page = upload(open_page("import_files"), "ส่วนราชการ,ชื่ออื่น", "กองคลัง,งานคลัง")

    writing(page)[0].click().run()

    assert own_copy.exists()
    assert organisation().division_named("งานคลัง") == "กองคลัง"


def test_a_file_that_cannot_be_opened_is_explained(open_page, own_copy):
    page = open_page("import_files")
    page.file_uploader(key="catalogue_upload").upload("เสีย.xlsx", b"\x00\x01")
    page = page.run()

    assert own_copy.exists()
    assert not page.exception
    assert len(page.error) == 1
