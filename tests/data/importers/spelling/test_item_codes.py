"""Item codes as people type them."""

import pytest

from data.importers.spelling.item_codes import item_codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i1 เจ้าหน้าที่", ["i1"]),
        ("I 1", ["i1"]),
        ("i๗ ท่านเคย", ["i7"]),
        ("E4", ["e4"]),
        ("๐14 แผน ๐15 รายงาน", ["o14", "o15"]),
        ("๐ 14", ["o14"]),
        ("໐14", ["o14"]),
        ("๐๑๔", ["o14"]),
        ("o 25, O26", ["o25", "o26"]),
        ("o14,o15", ["o14", "o15"]),
        ("ประจำปี 2567 027 มาตรการ 028 รายงาน", ["o27", "o28"]),
        ("ข้อ๐14", ["o14"]),
        ("(i1 – i3)", ["i1", "i2", "i3"]),
        ("o1-3", ["o1", "o2", "o3"]),
        ("(๐19 - ๐21)", ["o19", "o20", "o21"]),
        ("o3 – i1", ["o3", "i1"]),
        ("ข้อ i1 ถึง i3", ["i1", "i2", "i3"]),
        ("ข้อ i1 ถึงข้อ i3", ["i1", "i2", "i3"]),
        ("i1 จนถึง 3 การให้บริการ", ["i1", "i2", "i3"]),
        ("i1 ~ i3", ["i1", "i2", "i3"]),
        ("i1 to i3", ["i1", "i2", "i3"]),
        ("i1,2,3 การให้บริการ", ["i1", "i2", "i3"]),
        ("o14, 15 และ 16 แผน", ["o14", "o15", "o16"]),
        ("ข้อที่ ๐14 และข้อที่ 15", ["o14", "o15"]),
        ("i1-2, 4", ["i1", "i2", "i4"]),
        ("i1 และ 2 คน", ["i1"]),
        ("e4, 2. จัดทำ", ["e4"]),
        ("i5, 3 ช่องทาง", ["i5"]),
        ("e2 และ 10%", ["e2"]),
    ],
)
def test_a_code_is_found_in_every_spelling(text, codes):
    assert [found.code for found in item_codes(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "ปี 2567",
        "ร้อยละ 100%",
        "0%",
        "1. จัดทำ 2.กำหนด",
        "01. ข้อแรก",
        "05 ตุลาคม 2568",
        "01/10/2568",
        "08.30 น.",
        "โทร 045-123456",
        "1,014 บาท",
        "E- Service",
        "ITA 2568",
        "ISO 9001",
        "No 1",
        "No Gift Policy",
        "",
    ],
)
def test_years_percentages_dates_and_list_numbers_are_no_codes(text):
    assert item_codes(text) == ()


def test_a_code_knows_where_it_stands():
    assert item_codes("ก ๐14 ข i2-3") == (
        ("o14", (2, 5)),
        ("i2", (8, 12)),
        ("i3", (8, 12)),
    )
