import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.exporters.names import SheetNames, file_name

DAY = dt.date(2026, 11, 22)


def test_a_file_is_named_by_its_parts_and_the_buddhist_date() -> None:
    assert (
        file_name(["ITA2569", "กองคลัง", "ค้าง"], "xlsx", DAY) == "ITA2569_กองคลัง_ค้าง_25691122.xlsx"
    )
    assert file_name(["a"], ".csv", dt.date(2024, 2, 29)) == "a_25670229.csv"


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("กองการศึกษา ศาสนา", "กองการศึกษา-ศาสนา"),
        ("ก/ข\\ค:ง*จ?ฉ", "ก-ข-ค-ง-จ-ฉ"),
        ("../../etc", "etc"),
        ("con.txt", "con-txt"),
        ("ก\u202excod.exe", "กxcod-exe"),
        ("  . ", ""),
        ("\ud800\x00ก", "ก"),
    ],
)
def test_what_windows_does_not_take_is_left_out_of_a_file_name(part: str, shown: str) -> None:
    assert file_name([part], "xlsx", DAY) == "_".join(filter(None, [shown, "25691122.xlsx"]))


def test_a_long_file_name_keeps_its_date_and_cuts_no_vowel_off() -> None:
    name = file_name(["ปี่" * 100], "xlsx", DAY)
    assert name.endswith("ปี่_25691122.xlsx")
    assert len(name.encode()) <= 180


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_parts_give_a_name_that_windows_takes(parts: list[str]) -> None:
    name = file_name(parts, "xlsx", DAY)
    assert re.fullmatch(r'[^<>:"/\\|?*\x00-\x1f.]*25691122\.xlsx', name)
    assert len(name.encode()) <= 180
    assert not {unicodedata.category(letter) for letter in name} & {"Cc", "Cf", "Cs"}
    stem = name.split(".")[0].upper()
    assert not re.fullmatch(r"CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³]", stem)


@given(st.lists(st.text(max_size=50), max_size=30))
def test_any_names_give_sheets_that_excel_takes_and_never_the_same_twice(
    wanted: list[str],
) -> None:
    names = SheetNames()
    given_names = [names.add(name) for name in wanted]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


def test_a_cut_sheet_name_keeps_its_last_letter_whole() -> None:
    assert SheetNames().add("ก" * 30 + "ที่") == "ก" * 30
    assert SheetNames().add("ก" * 28 + "ที่" + "ข") == "ก" * 28 + "ที่"
