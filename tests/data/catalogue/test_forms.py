"""The workbook of a year goes out and comes back, and says nothing else than before."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from data.catalogue.drafts import draft_catalogue
from data.catalogue.forms import begun, form_years, year_form
from data.framework import Evidence, Item, framework, organisation, years
from data.model.errors import UnknownYearError
from tests.catalogues import hold_parts, read_form

YEARS = years()
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+66",
    "-",
    "@a",
    "<b>ก</b>",
    "<r>ก</r>",
    " ก  ข ",
    "'=1",
)


def told(draft):
    return [(one.subject, one.field, one.old, one.new) for one in draft.changes]


@pytest.mark.parametrize("year", YEARS)
def test_the_form_of_every_year_comes_back_unchanged_with_all_its_marks(year):
    book = read_form(year_form(year))
    draft = draft_catalogue(book)

    assert (book.year, draft.problems, draft.changes) == (year, (), ())
    assert draft.parts == ()


@pytest.mark.parametrize("year", YEARS)
def test_every_fact_of_a_year_stands_in_its_form(year):
    book = openpyxl.load_workbook(io.BytesIO(year_form(year)))
    known = framework(year)

    assert book.sheetnames == [
        "คำอธิบาย",
        "ปี",
        "เครื่องมือ",
        "ตัวชี้วัด",
        "ข้อ",
        "ระดับ",
        "ค่าเฉลี่ยประเทศ",
        "ส่วนราชการ",
    ]
    assert [row[0] for row in book["ข้อ"].iter_rows(min_row=3, values_only=True) if row[0]] == [
        item.code for item in known.items
    ]
    weights = [row[4] for row in book["เครื่องมือ"].iter_rows(min_row=3, values_only=True)]
    assert weights[:3] == [float(one.weight * 100) for one in known.instruments]


def test_the_form_of_the_next_year_is_begun_from_the_newest_and_sure_of_nothing():
    draft = draft_catalogue(read_form(year_form(YEARS[-1] + 1)))

    assert draft.problems == ()
    assert draft.parts == (begun(framework(YEARS[-1])),)
    [wanted] = draft.parts
    marks = {item.evidence for item in wanted.items}
    marks |= {one.evidence for one in (*wanted.instruments, *wanted.level_rules)}
    marks |= {mark for one in wanted.indicators for mark in (one.evidence, one.range_evidence)}
    assert marks == {Evidence.INFERRED, Evidence.UNKNOWN}
    assert (wanted.national, wanted.notes, wanted.participation) == ((), (), None)


def test_a_year_in_the_name_of_an_item_goes_on_by_one():
    known = framework(2569)
    named = replace(known, items=(Item("o1", None, "แผน พ.ศ. 2569 และ 2568", Evidence.CONFIRMED),))

    assert begun(named).items[0].name == "แผน พ.ศ. 2570 และ 2569"


def test_forms_are_there_for_the_known_years_and_the_next_one():
    assert form_years() == (YEARS[-1] + 1, *sorted(YEARS, reverse=True))
    with pytest.raises(UnknownYearError):
        year_form(YEARS[-1] + 2)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_look_like_something_else_stay_texts_and_come_back(text):
    known = framework(2569)
    first = replace(known.items[0], name=text, note=text)
    best = replace(known.level_rules[0], name=text)
    rules = (best, *known.level_rules[1:])
    items = (first, *known.items[1:])
    hold_parts(replace(known, items=items, level_rules=rules, notes=(text, "ข")))

    content = year_form(2569)

    draft = draft_catalogue(read_form(content))
    assert (draft.problems, draft.changes) == ((), ())
    assert framework(2569).items[0].name == text
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "sheet" in name]
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)


def test_other_names_with_separators_in_them_are_not_taken_apart():
    home = organisation()
    odd = replace(home.divisions[0], aliases=("งานคลัง/พัสดุ", "ก, ข"))
    hold_parts(replace(home, divisions=(odd, *home.divisions[1:])))

    draft = draft_catalogue(read_form(year_form(2569)))

    assert told(draft) == []
