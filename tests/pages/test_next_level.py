"""The what-if on its page: at once, beside the actual, in the link, and in no file."""

import io

import openpyxl
import pytest

from data.analysis.simulation import encode_scores
from data.framework import framework

REAL_EIT = [86.75, 85.1, 80.48]


def metrics(page):
    return {one.label: one.value for one in page.metric}


def test_a_slider_changes_total_instrument_and_level_at_once(read_page):
    page = read_page("next_level")
    page.slider(key="what_if_2569_8").set_value(100.0).run()

    assert metrics(page)["ระดับ (จำลอง)"] == "ผ่านดี"
    assert metrics(page)["EIT (จำลอง)"] == "90.62"


def test_the_actual_scores_stand_where_nobody_has_moved_a_slider(read_page):
    page = read_page("next_level")

    assert metrics(page)["ระดับ (จำลอง)"] == "ผ่าน"
    assert "simulation" not in page.query_params


def test_a_simulation_travels_as_a_link(read_page):
    scores = dict.fromkeys(range(1, 11), 95.0)
    link = encode_scores(scores, framework(2569))

    page = read_page("next_level", simulation=[link])

    assert [one.value for one in page.slider] == [95.0] * 10
    assert metrics(page)["ระดับ (จำลอง)"] == "ผ่านดีเยี่ยม"


@pytest.mark.parametrize("link", ["zzz", "<script>", "9" * 30])
def test_a_link_that_cannot_be_read_starts_from_the_actual_scores_and_says_so(read_page, link):
    page = read_page("next_level", simulation=[link])

    assert not page.exception
    assert any("ลิงก์การจำลองนี้อ่านไม่ได้" in one.value for one in page.warning)
    assert [page.slider(key=f"what_if_2569_{n}").value for n in (6, 7, 8)] == REAL_EIT


def test_simulated_numbers_stand_in_no_file(read_page, downloads):
    page = read_page("next_level")
    page.slider(key="what_if_2569_8").set_value(99.99).run()

    book = openpyxl.load_workbook(io.BytesIO(downloads["ways_xlsx"]()))

    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert 99.99 not in values
    assert 90.28 in values


def test_only_ticked_indicators_are_changed(read_page):
    page = read_page("next_level", only=["6. คุณภาพการดำเนินงาน"])

    said = [one.value for one in page.markdown]
    assert any("6\\. คุณภาพการดำเนินงาน ถึง 89\\.41" in line for line in said)
    assert not any("8\\. การปรับปรุงระบบการทำงาน ถึง" in line for line in said)


def test_the_total_has_its_thai_name_where_published_and_computed_values_differ(read_page):
    captions = [one.value for one in read_page("next_level").caption]
    (told,) = [text for text in captions if "คำนวณได้" in text]
    assert "คะแนนรวม" in told
    assert "total" not in told
