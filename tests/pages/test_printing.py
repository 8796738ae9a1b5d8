"""Pages on paper: the rules come with every page and leave room for the widest chart."""

import re

import pytest

from data.words import navigation as words
from pages.shared import printing

A4_PIXELS = 210 / 25.4 * 96


def number_after(name, text):
    return float(re.search(rf"{name}: ([\d.]+)", text)[1])


@pytest.mark.parametrize("stem", ["executive_overview", "division_progress"])
def test_every_page_brings_the_rules_for_paper_once(read_page, stem):
    page = read_page(stem)

    brought = [one.proto.body for one in page.get("html")]
    assert sum("@media print" in body for body in brought) == 1


def test_every_row_of_a_table_goes_on_paper_though_the_screen_draws_only_those_in_sight(read_page):
    page = read_page("division_progress", measures_view=words.VIEWS[1])

    papers = [body for one in page.get("html") if "<table" in (body := one.proto.body)]

    rows = [body.count("<tr>") - 1 for body in papers]
    assert rows == [5, *(len(frame.value) for frame in page.dataframe)]
    assert all(measure in papers[1] for measure in page.dataframe[0].value["measure_id"])


def test_the_table_of_a_chart_goes_on_paper_with_it(read_page):
    page = read_page("division_progress")

    papers = [body for one in page.get("html") if "<table" in (body := one.proto.body)]
    rows = [body.count("<tr>") - 1 for body in papers]
    assert rows[:2] == [5, 12]


def test_the_widest_chart_of_a_screen_fits_the_sheet():
    screen, paper = printing.STYLE.split("@media print")
    margins = 2 * number_after("margin", paper) / 25.4 * 96

    assert number_after("max-width", screen) <= (A4_PIXELS - margins) / number_after("zoom", paper)


@pytest.mark.parametrize("chrome", ["stHeader", "stSidebar", "stDownloadButton", "stForm"])
def test_what_cannot_be_clicked_on_paper_is_hidden(chrome):
    hidden = re.search(r"([^{}]+)\{\s*display: none !important;\s*\}", printing.STYLE)[1]

    assert f'[data-testid="{chrome}"]' in hidden


def test_a_chart_stays_on_one_sheet():
    kept = re.search(r"([^{}]+)\{ break-inside: avoid; \}", printing.STYLE)[1]

    assert '[data-testid="stPlotlyChart"]' in kept
