"""The catalogue is edited while people look at the pages."""

import pytest

import data.framework as catalogue
from data.framework import look_again
from data.words import failures, navigation
from pages.shared import navigation as pages
from pages.shared.session import database
from queries import divisions

STEMS = sorted(path.stem for path in pages.FOLDER.glob("*.py"))
NAME = 'name = "การปฏิบัติหน้าที่"'


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    look_again()


def notices(page):
    return [found.value for found in page.warning if navigation.CATALOGUE_KEPT in found.value]


def indicator_names(page):
    return list(page.dataframe[0].value["name"])


def test_a_new_name_stands_on_the_page_at_the_next_look(open_page, own_copy):
    before = indicator_names(open_page("yearly_trends"))
    for year in (2567, 2568, 2569):
        edit(own_copy / f"{year}.toml", NAME, 'name = "การทำหน้าที่"')

    page = open_page("yearly_trends")

    assert before[0] == "การปฏิบัติหน้าที่"
    assert indicator_names(page)[0] == "การทำหน้าที่"
    assert not notices(page)


@pytest.mark.parametrize("stem", STEMS)
def test_a_faulty_file_is_named_on_every_page_and_the_page_goes_on(open_page, own_copy, stem):
    open_page(stem)
    edit(own_copy / "2568.toml", "target = 85", "target = 850")

    page = open_page(stem)

    assert not page.exception
    assert not page.error
    assert len(notices(page)) == 1
    assert "2568" in notices(page)[0]
    assert failures.FAULTS[catalogue.Fault.OUTSIDE_SCALE] in notices(page)[0].replace("\\", "")


def test_the_notice_goes_when_the_file_is_right_again(open_page, own_copy):
    open_page("yearly_trends")
    edit(own_copy / "2568.toml", "target = 85", "target = 850")
    edit(own_copy / "2568.toml", "target = 850", "target = 85")

    assert not notices(open_page("yearly_trends"))


@pytest.mark.parametrize("name", ["2568.toml", "comparisons.toml", "organisation.toml"])
def test_a_first_start_with_a_faulty_file_is_a_sentence_and_no_traceback(open_page, own_copy, name):
    (own_copy / name).write_text("= x", encoding="utf-8")

    page = open_page("executive_overview")

    assert not page.exception
    assert len(page.error) == 1
    assert name.removesuffix(".toml") in page.error[0].value
    assert str(own_copy.parent) not in page.error[0].value


def test_a_renamed_division_is_taken_over_while_the_app_runs(open_page, own_copy):
    open_page("division_progress")
    edit(own_copy / "organisation.toml", 'name = "กองคลัง"', 'name = "กองการคลัง"')

    page = open_page("division_progress")

    assert not page.exception
    assert "กองการคลัง" in list(divisions.divisions(database())["division"])
