"""Importing on the page: look, be told what is wrong, save, see it, take it back."""

import io

import openpyxl
import pandas as pd
import pytest

from data.words.importing import imports as words
from data.words.importing import problems as problem_words
from pages.shared.session import database
from queries import batches, scores
from tests.helpers.pages import texts, upload
from tests.helpers.workbooks import LONG, book_of, under_password

SHEET = "คะแนน"
GOOD = (
    (2569, "รวม", 91.5),
    (2569, "IIT", 90.0),
    (2569, "EIT", 90.0),
    (2569, "OIT", 95.0),
    *((2569, f"ตัวชี้วัดที่ {number}", 90.0) for number in range(1, 9)),
    (2569, "ตัวชี้วัดที่ 9", 95.0),
    (2569, "ตัวชี้วัดที่ 10", 95.0),
)
WRONG = ((2569, "ตัวชี้วัดที่ 1", "แปดสิบ"), (2569, "ตัวชี้วัดที่ 2", 180))


def save_buttons(page):
    return [button for button in page.button if button.label == words.SAVE]


def open_buttons(page):
    return [button for button in page.button if button.label == words.OPEN]


def test_a_faulty_file_names_each_cell_and_cannot_be_saved(open_page):
    page = upload(open_page("import_files"), ("ผิด.xlsx", book_of(LONG, *WRONG)))

    assert not page.exception
    found = page.dataframe[-1].value
    blocking = found[found["blocking"] == problem_words.BLOCKING]
    assert list(blocking["place"]) == [f"{SHEET}!C2", f"{SHEET}!C3"]
    assert list(blocking["value"]) == ["แปดสิบ", "180"]
    assert texts(page.error) == [words.BLOCKED.format(blocking=2)]
    assert not save_buttons(page)


def test_looking_at_a_file_saves_nothing(open_page):
    page = upload(open_page("import_files"), ("คะแนน.xlsx", book_of(LONG, *GOOD)))

    assert len(save_buttons(page)) == 1
    assert len(batches.batches(database())) == 2


def test_a_good_file_is_saved_and_seen_on_the_trends(open_page):
    page = upload(open_page("import_files"), ("คะแนน.xlsx", book_of(LONG, *GOOD)))
    page = save_buttons(page)[0].click().run()

    assert not page.exception
    assert words.SAVED.format(batch_id=3, added=0, changed=14, unchanged=0) in texts(page.success)
    trends = open_page("yearly_trends", view="ตาราง")
    table = trends.dataframe[0].value.set_index("indicator")
    years = [column for column in table.columns if column.startswith("y")]
    assert years == ["y2567", "y2568", "y2569"]
    assert table["y2569"].to_dict() == {
        number: "95.00 [r]" if number > 8 else "90.00 [r]" for number in range(1, 11)
    }


def test_the_page_leads_from_the_saved_file_to_where_it_shows(open_page):
    page = upload(open_page("import_files"), ("คะแนน.xlsx", book_of(LONG, *GOOD)))

    page = save_buttons(page)[0].click().run()

    assert [link.label for link in page.main.get("page_link")] == [
        words.SEE["pages/yearly_trends.py"],
        words.SEE["pages/import_history.py"],
    ]


def test_the_same_file_again_says_that_it_was_there_before_anybody_saves(open_page):
    content = book_of(LONG, *GOOD)
    first = upload(open_page("import_files"), ("คะแนน.xlsx", content))
    save_buttons(first)[0].click().run()

    again = upload(open_page("import_files"), ("สำเนา.xlsx", content))

    assert words.REPEATED.format(batch_id=3) in texts(again.info)
    assert words.REPLACED_SINCE not in texts(again.caption)
    assert not save_buttons(again)
    assert len(batches.batches(database())) == 3


def test_a_changed_score_is_shown_old_beside_new_before_it_is_saved(open_page):
    first = upload(open_page("import_files"), ("คะแนน.xlsx", book_of(LONG, *GOOD)))
    save_buttons(first)[0].click().run()
    corrected = ((2569, "รวม", 91.75), *GOOD[1:])

    page = upload(open_page("import_files"), ("แก้.xlsx", book_of(LONG, *corrected)))

    changed = page.dataframe[-1].value
    assert changed[["old_value", "new_value"]].to_numpy().tolist() == [["91.50", "91.75"]]
    assert changed["what"].tolist() == ["ปี 2569 · คะแนนรวม"]


def test_undoing_an_import_brings_back_the_scores_it_took_the_place_of(open_page):
    start = open_page("import_files")
    before = scores.home_scores(database())
    page = upload(start, ("คะแนน.xlsx", book_of(LONG, *GOOD)))
    save_buttons(page)[0].click().run()

    history = open_page("import_history")
    history.selectbox[0].select(3)
    history.checkbox[0].check()
    history = history.button(key="undo_batch").click().run()

    assert not history.exception
    assert not history.error
    assert not history.checkbox[0].value
    ledger = batches.batches(database()).set_index("batch_id")
    assert ledger["state"].to_dict() == {1: "active", 2: "active", 3: "undone"}
    assert ledger["undone_by"][3]
    pd.testing.assert_frame_equal(scores.home_scores(database()), before)


def test_nothing_is_undone_without_the_confirmation(open_page):
    history = open_page("import_history")
    history.selectbox[0].select(2)

    history.button(key="undo_batch").click().run()

    assert set(batches.batches(database())["state"]) == {"active"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ว่าง.xlsx", b""),
        ("ปลอม.xlsx", b"\x00\x01 not a workbook"),
        ("รูป.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64),
        ("เสีย.xlsx", book_of(LONG, *GOOD)[:900]),
    ],
)
def test_a_file_that_cannot_be_opened_is_explained(open_page, name, content):
    page = upload(open_page("import_files"), (name, content))

    assert not page.exception
    assert len(page.error) == 1
    assert not save_buttons(page)


def test_a_bad_file_does_not_hide_the_good_one_beside_it(open_page):
    page = upload(
        open_page("import_files"),
        ("ปลอม.xlsx", b"\x00\x01 not a workbook"),
        ("คะแนน.xlsx", book_of(LONG, *GOOD)),
    )

    assert len(page.error) == 1
    assert len(save_buttons(page)) == 1


def test_a_sheet_of_no_known_form_is_reported_and_not_saved(open_page):
    book = openpyxl.Workbook()
    book.active.append(["สมุดบันทึก", "ไม่ใช่คะแนน"])
    target = io.BytesIO()
    book.save(target)

    page = upload(open_page("import_files"), ("อื่น.xlsx", target.getvalue()))

    assert not page.exception
    assert texts(page.error)
    assert not save_buttons(page)


def test_a_protected_file_is_opened_by_its_password_which_nobody_keeps(open_page):
    content = under_password(book_of(LONG, *GOOD), "ลับ 1")
    page = upload(open_page("import_files"), ("คะแนน.xlsx", content))
    asked = page.text_input[0]
    assert (asked.label, save_buttons(page)) == (words.LOCK, [])

    asked.input("ลับ 2")
    page = open_buttons(page)[0].click().run()
    assert "รหัสผ่านไม่ถูกต้อง" in page.error[0].value
    page.text_input[0].input("ลับ 1")
    page = open_buttons(page)[0].click().run()

    assert len(save_buttons(page)) == 1
    assert not page.text_input or words.LOCK not in [box.label for box in page.text_input]
