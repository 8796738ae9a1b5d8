"""What an import costs in calls, and that no form is sought twice in a sheet."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from data.importers import Choices, columns_as, forms, read, recognise, recognition
from data.importers.sheets.opening import Sheet
from data.model.identity import SheetKind
from data.model.records import Form

ROOT = Path(__file__).parents[3]
OURS = tuple(f"{ROOT / folder}/" for folder in ("data", "pages", "queries"))
MOST_CALLS = 4_000
MOST_FILES = 32
LABELS = [*(f"ตัวชี้วัดที่ {number}" for number in range(1, 11)), "คะแนนรวม"]


def long_sheet(year, headings=("ปีงบประมาณ", "ตัวชี้วัด", "คะแนน"), labels=LABELS):
    rows = [(year, label, 80.1 + at) for at, label in enumerate(labels)]
    return Sheet("คะแนน", (headings, *rows), file_name="คะแนน")


def plan_sheet():
    headings = ("ตัวชี้วัด", "ข้อคำถาม", "มาตรการ", "วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ")
    row = ("1. การปฏิบัติหน้าที่", "i1 ข้อความ", "จัดทำคู่มือ", "1. ทำ", "ตลอดปี", "กองคลัง")
    return Sheet("แผน", (("แผนปฏิบัติการ ปีงบประมาณ 2569",), headings, row))


def imported(sheet):
    """Take a sheet as the page of imports does, from the opened file to the import."""
    recognised = recognise(sheet)
    columns_as(recognised, recognised.form)
    return read(recognised, Choices(form=recognised.form))


@pytest.fixture
def calls_by_file():
    """Count the calls of functions that stand in our files, by file."""
    counted = Counter()

    def count(frame, event, _argument):
        if event == "call" and frame.f_code.co_filename.startswith(OURS):
            counted[frame.f_code.co_filename] += 1

    def counting(work):
        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(None)
        return counted

    return counting


@pytest.fixture
def sought(monkeypatch):
    """Count how often each form is sought, by its first name."""
    counted = Counter()

    def counting(sheet_form):
        def find(head):
            counted[sheet_form.names[0]] += 1
            return sheet_form.find(head)

        return replace(sheet_form, find=find)

    monkeypatch.setattr(recognition, "FORMS", tuple(map(counting, forms.FORMS)))
    return counted


def test_a_sheet_of_eleven_scores_is_imported_in_few_calls_and_files(calls_by_file):
    # Word lists and the catalogue are read once for all sheets; another sheet has them read.
    imported(long_sheet(2567, ("ปี พ.ศ.", "รายการประเมิน", "ผลคะแนน"), ["IIT", "ภาพรวม"]))
    counted = calls_by_file(lambda: imported(long_sheet(2568)))
    assert counted.total() <= MOST_CALLS
    assert len(counted) <= MOST_FILES


@pytest.mark.parametrize("made", [lambda: long_sheet(2568), plan_sheet])
def test_each_form_is_sought_once_at_most_until_a_sheet_is_read(made, sought):
    sheet = made()
    assert imported(sheet).form is not None
    assert set(sought.values()) == {1}


def test_corrected_columns_are_read_without_seeking_again(sought):
    recognised = recognise(long_sheet(2568, ("ปีงบประมาณ", "ตัวชี้วัด", "ผลที่ได้")))
    before = sought.copy()
    assert read(recognised).blocking or recognised.form is None
    mended = read(recognised, Choices(form=Form.SCORES_LONG, columns={2: "score"}))
    assert len(mended.scores) == len(LABELS)
    assert sought == before


def test_a_sheet_says_whose_it_is_of_which_year_and_what_kind_with_its_cells():
    titled = long_sheet(2568).rows
    rows = (("ผลการประเมิน ITA เทศบาลตำบลหนองบัว ปีงบประมาณ 2567",), *((row[1:]) for row in titled))
    identity = recognise(Sheet("คะแนน", rows)).identity
    assert (identity.kind.value, identity.kind.cell) == (SheetKind.RESULT, "A1")
    assert (identity.year.value, identity.year.cell) == (2567, "A1")
    assert (identity.agency.value, identity.agency.cell) == ("เทศบาลตำบลหนองบัว", "A1")


def test_a_plan_says_its_year_and_kind_with_its_cells():
    identity = recognise(plan_sheet()).identity
    assert (identity.kind.value, identity.kind.cell) == (SheetKind.PLAN, "A2")
    assert (identity.year.value, identity.year.cell) == (2569, "A1")
    assert identity.agency is None
