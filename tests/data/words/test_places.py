"""Where a number stands in a file, in words."""

import pytest

from data.words.files import places


@pytest.mark.parametrize(
    ("sheet", "cell", "named"),
    [
        ("คะแนน", "C14", "คะแนน!C14"),
        ("คะแนน", "", "คะแนน"),
        ("1", "p3t1!D2", "หน้า 3 ตาราง 1 D2"),
        ("1", "p12!A5", "หน้า 12 บรรทัด 5"),
    ],
)
def test_a_cell_of_print_is_named_by_its_page(sheet, cell, named):
    assert places.place(sheet, cell) == named


def test_the_source_of_a_number_names_its_file():
    assert places.source("แผน.pdf", "1", "p3t1!D2") == "แผน.pdf · หน้า 3 ตาราง 1 D2"
    assert places.source("แผน.xlsx", "แผน", "D2") == "แผน.xlsx · แผน · D2"
