"""The framework of a year on the import page: handed out, taken back, written."""

import io

import openpyxl

from data.catalogue.forms import begun, form_years, year_form
from data.database import read_audit
from data.framework import framework, held, organisation, years
from data.words.importing import catalogue as words
from data.words.importing import imports as import_words
from pages.shared.session import database
from queries.batches import batches
from tests.catalogues import edited_form, packaged

HEADINGS = "ปี,รหัสข้อ,ตัวชี้วัดที่,ชื่อ"


def upload(page, *lines):
    page.file_uploader(key="upload").upload("ข้อ.csv", "\n".join(lines).encode())
    return page.run()


def send_back(page, content):
    page.file_uploader(key="upload").upload("กรอบ.xlsx", content)
    return page.run()


def year_of(form):
    return openpyxl.load_workbook(io.BytesIO(form))["ปี"]["A3"].value


def writing(page):
    return [button for button in page.button if button.label == import_words.SAVE]


def test_a_sheet_is_shown_old_beside_new_and_written_only_when_told(open_page):
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ข้อหนึ่ง", "2569,o1,,โครงสร้าง")

    assert not page.exception
    assert framework(2569).item("i1") is None
    shown = page.dataframe[-1].value
    assert list(shown["subject"]) == ["i1", "o1"]
    assert list(shown["new"]) == ["1 · ข้อหนึ่ง · แหล่งเดียว", "โครงสร้าง"]
    assert list(shown["old"]) == ["", "โครงสร้าง หน้าที่และอำนาจ"]
    assert list(shown["cell"]) == ["ข้อ!B2", "ข้อ!D3"]

    page = writing(page)[0].click().run()

    assert not page.exception
    assert not page.error
    assert framework(2569).item("i1").name == "ข้อหนึ่ง"
    assert not writing(page)
    assert batches(database())["kind"][0] == "catalogue"


def test_what_was_written_stands_in_the_audit(open_page):
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ก")
    writing(page)[0].click().run()

    [line] = [
        row for row in read_audit(database()).to_dict("records") if row["subject"] == "ข้อ.csv"
    ]

    assert line["action"] == "import"


def test_a_sheet_that_says_nothing_new_has_nothing_to_write(open_page):
    name = framework(2569).item("o1").name
    page = upload(open_page("import_files"), HEADINGS, f"2569,o1,9,{name}")

    assert words.NOTHING_NEW in [found.value for found in page.info]
    assert not writing(page)


def test_a_faulty_row_is_named_and_nothing_can_be_written(open_page):
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ก", "2562,i1,1,ก")

    assert list(page.dataframe[-1].value["place"]) == ["ข้อ!A3"]
    assert not writing(page)


def test_facts_that_contradict_the_catalogue_are_named_and_nothing_can_be_written(open_page):
    before = held()
    page = upload(open_page("import_files"), HEADINGS, "2569,o1,1,ก")

    assert not page.exception
    assert list(page.dataframe[-1].value["place"]) == ["ข้อ!C2"]
    assert len(page.error) == 1
    assert not writing(page)
    assert held() == before


def test_divisions_are_completed_by_a_sheet_too(open_page):
    page = upload(open_page("import_files"), "ส่วนราชการ,ชื่ออื่น", "กองคลัง,งานคลัง")

    writing(page)[0].click().run()

    assert organisation().division_named("งานคลัง") == "กองคลัง"


def test_a_file_that_cannot_be_opened_is_explained(read_page):
    page = read_page("import_files")
    page.file_uploader(key="upload").upload("เสีย.xlsx", b"\x00\x01")
    page = page.run()

    assert not page.exception
    assert len(page.error) == 1


def test_the_form_of_a_chosen_year_is_handed_out(read_page, downloads):
    page = read_page("import_files")
    chosen = page.selectbox(key="catalogue_form_year")

    assert chosen.options == [words.form_year(year, years()[-1]) for year in form_years()]
    assert year_of(downloads["catalogue_form"]()) == years()[-1]

    chosen.set_value(form_years()[0]).run()

    assert year_of(downloads["catalogue_form"]()) == years()[-1] + 1


def test_a_form_that_comes_back_untouched_has_nothing_to_write(open_page):
    page = send_back(open_page("import_files"), year_form(2568))

    assert words.NOTHING_NEW in [found.value for found in page.info]
    assert not writing(page)


def test_a_new_year_is_there_without_a_restart_and_its_scores_can_be_imported(open_page):
    page = send_back(open_page("import_files"), year_form(2570))
    wanted = begun(framework(2569))
    assert 2570 not in years()

    page = writing(page)[0].click().run()

    assert not page.exception
    assert framework(2570) == wanted
    assert page.selectbox(key="catalogue_form_year").options[0].startswith("2571")
    page.file_uploader(key="upload").set_value(None)
    page.file_uploader(key="upload").upload("คะแนน.csv", "ปี,ตัวชี้วัด,คะแนน\n2570,IIT,91.5\n".encode())
    page = page.run()
    assert not page.exception
    assert [button.label for button in page.button].count(import_words.SAVE) == 1
    [chosen] = [box for box in page.selectbox if (box.key or "").startswith("year_")]
    assert chosen.options[0] == "2570"


def test_a_faulty_form_is_told_with_sheet_and_cell_and_the_app_goes_on(open_page):
    def faulty(workbook):
        workbook["เครื่องมือ"]["E3"].value = 31
        workbook["ระดับ"]["B3"].value = 950

    before = held()
    page = send_back(open_page("import_files"), edited_form(2569, faulty))

    assert not page.exception
    assert list(page.dataframe[-1].value["place"]) == ["เครื่องมือ!E2", "ระดับ!B3"]
    assert not writing(page)
    assert held() == before
    assert not open_page("yearly_trends").exception


def test_the_fix_list_marks_the_cells_of_the_form(read_page, downloads):
    def faulty(workbook):
        workbook["ระดับ"]["B3"].value = 950

    send_back(read_page("import_files"), edited_form(2569, faulty))
    [build] = [made for key, made in downloads.items() if key.startswith("problems_catalogue")]

    book = openpyxl.load_workbook(io.BytesIO(build()))
    assert book["ระดับ"]["B3"].comment is not None


def test_what_was_saved_is_undone_on_the_spot(open_page):
    before = held()
    page = upload(open_page("import_files"), HEADINGS, "2569,i1,1,ข้อหนึ่ง")
    page = writing(page)[0].click().run()
    assert framework(2569).item("i1").name == "ข้อหนึ่ง"

    [button] = [one for one in page.button if (one.key or "").startswith("undo_catalogue")]
    page = button.click().run()

    assert not page.exception
    assert not page.error
    assert held() == before
    assert writing(page)


def test_the_file_of_a_year_is_taken_like_any_other(open_page):
    page = open_page("import_files")
    year = packaged("2569.toml", ("year = 2569", "year = 2570"))
    page = page.file_uploader(key="upload").upload("2570.toml", year).run()

    page = writing(page)[0].click().run()

    assert not page.exception
    assert framework(2570).target == 85


def test_a_faulty_file_of_a_year_is_told_with_its_place(open_page):
    page = open_page("import_files")
    year = packaged("2569.toml", ("target = 85", "target = 850"))
    page = page.file_uploader(key="upload").upload("2569.toml", year).run()

    assert not page.exception
    assert list(page.dataframe[-1].value["place"]) == ["2569.toml!target"]
    assert not writing(page)
