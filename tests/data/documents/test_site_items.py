"""The published site says which item asks for a page, and which items have evidence."""

import datetime as dt
import re

import pytest

from data.database import add_evidence
from data.documents.site.items import answered_items
from data.documents.site.publishing import site
from data.model.thai_time import today
from data.model.work import Proof
from tests.data.documents.test_site import page

TOMORROW = today() + dt.timedelta(days=1)


def told_by(pages, name):
    return "".join(page(pages[name]).texts)


@pytest.mark.parametrize(
    ("kind", "year", "found"),
    [
        ("plan", 2569, [("o25", 2569, 2569)]),
        ("plan", 2568, [("o27", 2568, 2568)]),
        ("result", 2569, [("o26", 2569, 2568)]),
        ("result", 2568, [("o28", 2568, 2567), ("o26", 2569, 2568)]),
        ("result", 2567, [("o28", 2568, 2567)]),
        ("plan", 2565, []),
    ],
)
def test_an_item_is_known_by_what_it_asks_for_and_of_which_year(kind, year, found):
    assert [(one.code, one.year, one.asked) for one in answered_items(kind, year)] == found


def test_each_page_says_which_item_it_answers_and_where_the_item_asks_for_another_year(
    sample_database,
):
    pages = site(sample_database, 2569, TOMORROW)

    assert "o25 ปี 2569 การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร" in told_by(pages, "plan.html")
    result = told_by(pages, "result.html")
    assert "o26 ปี 2569 รายงานผลการดำเนินการ" in result
    assert "ข้อนี้ขอผลของปี 2568 หน้านี้เป็นผลของปี 2569" in result
    assert "ข้อนี้ขอ" not in told_by(pages, "plan.html")


def test_the_items_with_evidence_lead_to_it_and_no_file_is_named(sample_database):
    for given in (
        {"link": "https://agency.example/o14"},
        {"name": "ลับ สมหญิง.pdf", "content": b"%PDF-1.7\n%%EOF\n"},
    ):
        add_evidence(sample_database, proof(**given))

    pages = site(sample_database, 2569, TOMORROW)
    items = page(pages["items.html"])

    table = re.sub(r"\s+", " ", " ".join(items.texts))
    assert "2 ชิ้น" in table
    assert "มีหลักฐาน 3 จาก 26 ข้อ" in table
    assert "https://agency.example/o14" in items.links
    assert not any("ลับ" in link for link in items.links)
    assert {"plan.html", "result.html"} <= set(items.links)
    assert any(link.startswith("result.html#2569-") for link in items.links)
    assert "สมหญิง" not in "".join(items.texts)


def proof(measure_id="2569-09-o14+o15+o16", link="", name="", content=b""):
    return Proof(measure_id, "แจกแล้ว", "", link, name, content, "o14", "สมหญิง")
