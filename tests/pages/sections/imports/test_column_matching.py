"""The columns of a status report are shown, corrected and remembered on the import page."""

import pytest

from data.database import remembered_match
from data.importers import SCORE_FORMS
from data.importers.sheets.opening import read_sheets
from data.importers.status.layout import STATUS_FIELDS
from data.model.records import Form
from data.words.files.tables import HEADINGS
from data.words.importing import imports as words
from pages.sections.imports.column_matching import field_names
from pages.shared.session import database
from queries import measures
from tests.helpers.pages import labels, press
from tests.helpers.workbooks import book_of
from tests.roundtrips import DAY, LEAD, entered, filled_in, handed_out
from tests.sheet_reading import heading_fingerprint

FINANCE = "2569-04-i11"
RENAMED = "ทำถึงไหนแล้ว"
OWN_HEADINGS = ("เลขที่", "ทำถึงไหนแล้ว", "ทำไปกี่ส่วน", "เรื่องที่อยากบอก")
OWN_COLUMNS = {"A": "measure_id", "B": "status", "C": "percent", "D": "note"}
SAVE = words.SAVE

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def renamed(**values):
    """Give the workbook of กองคลัง of now, filled in, with another heading of the status."""
    filled = entered(handed_out(database()), FINANCE, **values)
    return filled_in(filled, lambda sheet: sheet.__setitem__("F4", RENAMED))


def upload(page, content, name="กองคลัง.xlsx"):
    page.file_uploader[0].upload(name, content)
    return page.run()


def columns(page):
    """Give the choices of columns by their letters; a workbook's first sheet with columns."""
    found = {}
    for box in page.selectbox:
        letter, mark, _ = box.label.partition(" · ")
        if mark:
            found.setdefault(letter, box)
    return found


def choose(page, **fields):
    for letter, field in fields.items():
        page = columns(page)[letter].select(field).run()
    return page


def fingerprint(content, sheet=LEAD):
    found = next(one for one in read_sheets("ก.xlsx", content) if one.name == sheet)
    return heading_fingerprint(found)


def remembered(content, sheet=LEAD):
    found = remembered_match(database(), fingerprint(content, sheet))
    return found and dict(found.columns)


def state():
    found = measures.measures(database(), as_of=DAY).set_index("measure_id")
    return found.loc[FINANCE, "status"], found.loc[FINANCE, "note"]


def test_a_workbook_whose_heading_was_changed_is_saved_once_its_column_is_named(open_page):
    page = open_page("import_files")
    content = renamed(status="กำลังดำเนินการ", note="เริ่มแล้ว")
    page = upload(page, content)
    assert columns(page)["F"].value is None
    assert columns(page)["L"].value == "note"
    assert SAVE not in labels(page)

    page = press(choose(page, F="status"), SAVE)

    assert not page.exception
    assert state() == ("in-progress", "เริ่มแล้ว")
    assert remembered(content) == {5: "status"}


def test_a_named_column_is_used_for_the_next_workbook_until_it_is_dropped(open_page):
    page = upload(open_page("import_files"), renamed(status="กำลังดำเนินการ"))
    press(choose(page, F="status"), SAVE)

    content = renamed(status="ยกเลิก")
    page = upload(open_page("import_files"), content)
    assert columns(page)["F"].value == "status"
    assert any("จำไว้" in caption.value for caption in page.caption)
    assert SAVE in labels(page)

    page = press(page, words.COLUMNS_FORGET)

    assert not page.exception
    assert columns(page)["F"].value is None
    assert SAVE not in labels(page)
    assert remembered(content) is None


def test_a_column_corrected_back_is_forgotten_with_the_next_save(open_page):
    content = entered(handed_out(database()), FINANCE, status="กำลังดำเนินการ", note="ร่าง")
    page = choose(upload(open_page("import_files"), content), L="ignored")
    press(page, SAVE)
    assert remembered(content) == {11: "ignored"}
    assert state() == ("in-progress", "")

    again = entered(handed_out(database()), FINANCE, note="ส่งแล้ว")
    page = upload(open_page("import_files"), again)
    assert columns(page)["L"].value == "ignored"
    press(choose(page, L="note"), SAVE)

    assert remembered(again) is None
    assert state() == ("in-progress", "ส่งแล้ว")


def test_a_hand_made_report_of_unknown_headings_is_saved_by_naming_form_and_columns(open_page):
    content = book_of(OWN_HEADINGS, (FINANCE, "เสร็จ", 100, "ส่งแล้ว"))
    page = upload(open_page("import_files"), content)
    assert SAVE not in labels(page)

    form = next(box for box in page.selectbox if box.label == words.FORM)
    page = choose(form.select(Form.STATUS).run(), **OWN_COLUMNS)
    page = press(page, SAVE)

    assert not page.exception
    assert state() == ("done", "ส่งแล้ว")
    again = upload(
        open_page("import_files"), book_of(OWN_HEADINGS, (FINANCE, "ยกเลิก", None, "เลิกแล้ว"))
    )
    form = next(box for box in again.selectbox if box.label == words.FORM)
    assert form.value is Form.STATUS
    assert {letter: box.value for letter, box in columns(again).items()} == OWN_COLUMNS
    press(again, SAVE)
    assert state() == ("cancelled", "เลิกแล้ว")


def test_what_was_saved_is_no_longer_said_once_other_columns_are_chosen(open_page):
    content = entered(handed_out(database()), FINANCE, status="กำลังดำเนินการ", note="ร่าง")
    page = press(upload(open_page("import_files"), content), SAVE)
    said = [one.value for one in page.success if one.value.startswith("บันทึก")]

    page = choose(page, L="evidence", K="note")

    assert len(said) == 1
    assert said[0] not in [one.value for one in page.success]


PEOPLE = """
[[person]]
email = "finance@kutsakon.go.th"
name = "สมชาย"
role = "reporter"
divisions = ["กองคลัง"]
"""


def test_a_division_corrects_its_own_file_and_teaches_nobody(open_page_as, app_store):
    app_store.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")
    finance = {"is_logged_in": True, "email": "finance@kutsakon.go.th", "name": "สมชาย"}
    page = open_page_as(finance, "division_progress")
    content = renamed(status="กำลังดำเนินการ", note="เริ่มแล้ว")
    page.file_uploader(key="filled_workbooks").upload("กองคลัง.xlsx", content)

    page = choose(page.run(), F="status")
    assert words.COLUMNS_HELP_ONCE in [one.value for one in page.caption]
    page = press(page, SAVE)

    assert not page.exception
    assert words.COLUMNS_FORGET not in labels(page)
    assert state() == ("in-progress", "เริ่มแล้ว")
    assert remembered(content) is None


@pytest.mark.parametrize("field", STATUS_FIELDS)
def test_a_field_of_a_report_has_the_words_of_its_heading(field):
    assert words.field_name(field) == HEADINGS[field]


@pytest.mark.parametrize("form", [None, *SCORE_FORMS, Form.PLAN, Form.STATUS])
def test_no_two_meanings_of_a_column_have_the_same_words(form):
    said = [words.field_name(field) for field in (*field_names(form), "ignored")]

    assert len(set(said)) == len(said)


def places(block, above=()):
    """Give where on the page something stands that unfolds, as the browser counts."""
    for at, child in block.children.items():
        if child.type == "expander":
            yield (*above, at)
        if hasattr(child, "children"):
            yield from places(child, (*above, at))


def test_unfolded_columns_stay_where_they_are_so_that_they_stay_unfolded(read_page):
    page = upload(read_page("import_files"), renamed(status="กำลังดำเนินการ"))
    before = next(places(page.main))

    page = choose(page, F="status")

    assert next(places(page.main)) == before


def test_columns_are_unfolded_when_a_report_has_one_that_nobody_knows(read_page):
    unknown = upload(read_page("import_files"), renamed(status="กำลังดำเนินการ"))
    known = upload(read_page("import_files"), handed_out(database()))

    assert unknown.expander[0].proto.expanded
    assert not known.expander[0].proto.expanded


def test_a_sheet_near_to_a_plan_opens_the_columns_of_a_plan_and_can_be_named(read_page):
    headings = ("มาตรการ", "ผู้รับผิดชอบ", "เมื่อไร", "เรื่อง")
    row = ("จัดทำทะเบียนการยืม", "กองคลัง", "ตลอดปีงบประมาณ 2569", "4. การใช้ทรัพย์สินของราชการ")
    content = book_of(("แผน ปีงบประมาณ 2569 อบต.กุศกร",), headings, row)
    page = upload(read_page("import_files"), content, "แผน.xlsx")
    assert page.expander[0].proto.expanded
    assert SAVE not in labels(page)

    for letter, field in (("C", "period"), ("D", "indicator")):
        box = next(one for one in page.selectbox if one.label.startswith(letter))
        page = box.select(field).run()

    assert not page.exception
    assert SAVE in labels(page)
