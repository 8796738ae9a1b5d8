"""Plans of one card a measure: read as a table, each cell named as it is in the file."""

import io

import openpyxl
import pytest

from data.importers import Choices, read, read_sheets
from data.model.records import Form
from pages.sections.imports.findings import fix_workbook
from tests.corpus.awkward_plans import HEADINGS, MEASURE, SECOND, TITLE, changed
from tests.corpus.tables import csv_of
from tests.sheet_reading import recognised_sheets

GAP = ("", "")


def card(values):
    return list(zip(HEADINGS, values, strict=True))


def opened(*rows):
    return read_sheets("แผน.csv", csv_of(*rows))


def test_each_measure_names_the_cells_of_its_card():
    rows = [(*TITLE, ""), ("มาตรการที่ 1", ""), *card(changed(c6="ไม่บอก")), GAP, *card(SECOND)]
    (sheet,) = recognised_sheets("แผน.csv", csv_of(*rows))
    imported = read(sheet)
    assert [one.cell for one in imported.measures] == ["B4", "B13"]
    assert [one.step_cells[0] for one in imported.measures] == ["B8", "B17"]
    assert [(one.code.value, one.cell) for one in imported.problems] == [
        ("period-not-understood", "B9")
    ]


def test_the_marked_file_has_the_mark_where_the_card_was_turned_to():
    rows = [(*TITLE, ""), *card(changed(c6="ไม่บอก")), GAP, *card(SECOND)]
    (sheet,) = recognised_sheets("แผน.csv", csv_of(*rows))
    book = openpyxl.load_workbook(io.BytesIO(fix_workbook([sheet.sheet], read(sheet))))
    assert book[sheet.sheet.name]["G3"].comment is not None


def test_text_below_a_blank_label_goes_on_with_the_one_above():
    rows = [(*TITLE, ""), *card(MEASURE)[:4], ("", "และติดตาม"), *card(MEASURE)[4:]]
    (sheet,) = recognised_sheets("แผน.csv", csv_of(*rows))
    (measure,) = read(sheet).measures
    assert measure.action == "มาตรการใหม่ และติดตาม"


@pytest.mark.parametrize("more", [("หมายเหตุ", "ข้อ 1", "ข้อ 2"), ("เรื่องอื่นที่ไม่ใช่ของมาตรการใด", "")])
def test_a_sheet_with_more_than_cards_stays_as_it_is(more):
    rows = [(*TITLE, "", ""), *[(*one, "") for one in card(MEASURE)], more]
    (sheet,) = opened(*rows)
    assert sheet.origins == ()


def test_the_scores_in_a_plan_are_read_once_a_person_says_of_which_year():
    rows = [
        TITLE,
        (HEADINGS[0], "คะแนน", *HEADINGS[3:]),
        (MEASURE[0], "70.25", *MEASURE[3:]),
        (SECOND[0], "80.5", *SECOND[3:]),
    ]
    (sheet,) = recognised_sheets("แผน.csv", csv_of(*rows))
    as_scores = Choices(form=Form.SCORES_REPORT)
    assert [one.code.value for one in read(sheet, as_scores).blocking] == ["ask-year"]
    scores = read(sheet, Choices(form=Form.SCORES_REPORT, year=2568)).scores
    assert dict(zip(scores["code"], scores["value"], strict=True)) == {"1": 70.25, "2": 80.5}
