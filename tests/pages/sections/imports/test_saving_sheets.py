"""A file of several sheets: one button for all of them, what waits, unknown rows decided."""

import pytest

from data.database import save
from data.importers import Choices, read
from data.model.errors import StoreFailedError
from data.words.failures import failure
from data.words.importing import imports as words
from pages.sections.imports import importing
from pages.shared.safe import plain
from pages.shared.session import database
from queries import batches, scores
from tests.corpus.awkward_plans import HEADINGS, TITLE, changed
from tests.helpers.pages import labels, press, texts, upload
from tests.helpers.workbooks import LONG, book_of, books_of
from tests.sheet_reading import recognised_sheets

FIRST = [LONG, (2569, "IIT", 85.5)]
SECOND = [LONG, (2569, "EIT", 90.25)]
WRONG = [LONG, (2569, "OIT", 180)]
REPORT = (
    ("ผลการประเมิน ITA ปีงบประมาณ 2569 อบต.กุศกร",),
    ("ตัวชี้วัด", "คะแนน"),
    ("แบบวัดภายในองค์กรของเรา", 85.5),
    ("EIT", 90.25),
    ("เรื่องอื่น", 70.5),
)


def opened(open_page, **sheets):
    return upload(open_page("import_files"), ("คะแนน.xlsx", books_of(sheets)))


def all_button(count):
    return words.SAVE_ALL.format(count=count)


def stored():
    found = scores.scores(database())
    return {row.code: row.score for row in found.itertuples() if row.batch_id > 2}


def test_one_button_saves_all_sheets_and_says_before_what_each_will_do(open_page):
    page = opened(open_page, ก=FIRST, ข=SECOND)
    assert words.SAVE not in labels(page)
    told = " ".join(box.label for box in page.checkbox)
    assert all(words.SHEET_DOES.format(sheet=name, does="") in told for name in "กข")
    assert words.unsaved(["ก", "ข"]) in texts(page.warning)

    page = press(page, all_button(2))

    assert not page.exception
    assert stored() == {"IIT": 85.5, "EIT": 90.25}
    assert len(batches.batches(database())) == 4
    assert texts(page.warning) == []


def test_the_line_of_a_plan_says_what_it_would_withdraw(open_page):
    plan = [TITLE, HEADINGS, changed(c3="ทำอย่างอื่นที่ไม่เคยมีมาก่อน", c1="i3 ข้อความ")]
    page = opened(open_page, แผน=plan, ก=FIRST)
    for box in [one for one in page.selectbox if one.label == words.WHICH_MEASURE]:
        page = box.select("").run()
    assert words.WITHDRAWN_COUNT.format(count=12) in " ".join(box.label for box in page.checkbox)


def test_a_sheet_can_be_left_out_and_one_that_waits_is_named(open_page):
    page = opened(open_page, ก=FIRST, ข=SECOND, ค=WRONG)
    assert words.SHEET_WAITS.format(sheet="ค") in " ".join(texts(page.markdown))

    page = press(page.checkbox[0].uncheck().run(), all_button(1))

    assert stored() == {"EIT": 90.25}
    # The sheet that was left out is still there.
    assert all_button(0) in labels(page)


@pytest.mark.parametrize("name", ["ข", "`ข` _x_ ~~y~~"])
def test_where_a_sheet_cannot_be_saved_it_is_told_which_went_in(open_page, monkeypatch, name):
    def failing(store, imported, *rest):
        if imported.sheet == name:
            raise StoreFailedError
        return save(store, imported, *rest)

    monkeypatch.setattr(importing, "save", failing)
    page = press(opened(open_page, ก=FIRST, **{name: SECOND}), all_button(2))

    assert stored() == {"IIT": 85.5}
    told = words.STOPPED_AT.format(sheet=name, reason=failure(StoreFailedError()))
    assert [error.value for error in page.error] == [plain(told)]


@pytest.fixture
def report(open_page):
    return upload(open_page("import_files"), ("ผล.xlsx", book_of(*REPORT)))


def asked(page):
    return [box for box in page.selectbox if box.placeholder == words.CHOOSE_LABEL]


def test_rows_nobody_knows_are_decided_on_the_page_and_saved(report):
    assert len(asked(report)) == 2
    assert words.SAVE not in labels(report)

    page = asked(report)[0].select("IIT").run()
    page = press(asked(page)[1].select("ignored").run(), words.SAVE)

    assert not page.exception
    assert stored() == {"IIT": 85.5, "EIT": 90.25}
    assert words.UNDO_THIS.format(batch_id=3) in labels(page)


def test_what_a_row_is_is_remembered_for_the_next_file_and_on_the_command_line(
    report, open_page, run, tmp_path
):
    page = asked(report)[0].select("IIT").run()
    press(asked(page)[1].select("ignored").run(), words.SAVE)
    rows = (*REPORT[:2], (REPORT[2][0], 88.5), *REPORT[3:])

    page = upload(open_page("import_files"), ("ผลใหม่.xlsx", book_of(*rows)))

    assert asked(page) == []
    assert words.SAVE in labels(page)
    assert words.COLUMNS_FORGET in labels(page)
    path = tmp_path / "ผล.xlsx"
    path.write_bytes(book_of(*rows))
    database().close()
    code, (answer,) = run("import", path)
    assert (code, answer["changed"]) == (0, 1)


def test_a_label_that_was_decided_is_read_as_its_code_and_one_left_out_is_told():
    (sheet,) = recognised_sheets("ผล.xlsx", book_of(*REPORT))
    rows = {"แบบวัดภายในองค์กรของเรา": "IIT", "เรื่องอื่น": "ignored"}
    imported = read(sheet, Choices(rows=rows))
    assert dict(zip(imported.scores["code"], imported.scores["value"], strict=True)) == {
        "IIT": 85.5,
        "EIT": 90.25,
    }
    assert [(one.code.value, one.cell) for one in imported.problems] == [("row-skipped", "A5")]
    assert (imported.rows_read, imported.rows_imported, imported.rows_reported) == (3, 2, 1)
