import csv
import datetime as dt
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.containers.gate.apostrophes import escape_formula, restore_formula
from data.exporters.cells.cell_text import CUT_MARK, LONGEST, clean_text, cut_text, fits_cell
from data.exporters.text_table import csv_bytes
from data.importers.sheets.opening import read_sheets
from data.model.columns import Column, Kind, Table

LEADS = st.sampled_from(["", "=", "+", "-", "@", "'", "''=", "\t", "\r", " =", "'-", "\n@", "＝"])


def table(**columns: tuple[Kind, list[object]]) -> Table:
    frame = pd.DataFrame(
        {key: pd.Series(values, dtype=object) for key, (_, values) in columns.items()}
    )
    headed = tuple(Column(key, key, kind) for key, (kind, _) in columns.items())
    return Table("ข้อมูล", "ชื่อ", headed, frame, ("หมายเหตุ",))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_a_text_table_is_utf_8_with_a_mark_and_windows_line_ends() -> None:
    content = csv_bytes(table(a=(Kind.TEXT, ["ก"]), b=(Kind.SCORE, [86.73])))
    assert content == '\ufeff"a","b"\r\n"ก",86.73\r\n'.encode()


def test_numbers_are_plain_dates_are_iso_and_a_missing_value_is_empty() -> None:
    content = csv_bytes(
        table(
            score=(Kind.SCORE, [-0.53, float("nan")]),
            whole=(Kind.PERCENT, [45.0, 0.1 + 0.2]),
            mark=(Kind.MARKED_SCORE, ["[x]", 0.0]),
            day=(Kind.DATE, [dt.date(2026, 9, 30), None]),
            moment=(Kind.DATETIME, [dt.datetime(2026, 11, 22, 14, 5), pd.NaT]),  # noqa: DTZ001
        )
    )
    assert read(content)[1:] == [
        ["-0.53", "45", "[x]", "2026-09-30", "2026-11-22 14:05:00"],
        ["", "0.30000000000000004", "0.0", "", ""],
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+66", "- ข้อหนึ่ง", "@a", "\t=1", " =1", "\n=1", "'=1", "＝1", "=1\r\n=2"]
)
def test_a_text_excel_would_run_begins_with_an_apostrophe(text: str) -> None:
    (cell,) = read(csv_bytes(table(a=(Kind.TEXT, [text]))))[1]
    assert cell == "'" + text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", ["ก=1", "i1-i3", "'ยกคำพูด", "", "007"])
def test_an_ordinary_text_is_left_alone(text: str) -> None:
    (cell,) = read(csv_bytes(table(a=(Kind.TEXT, [text]))))[1]
    assert cell == text


@given(LEADS, st.text())
def test_taking_the_apostrophe_off_gives_back_every_text(lead: str, rest: str) -> None:
    assert restore_formula(escape_formula(lead + rest)) == lead + rest


@given(st.text())
def test_cleaning_twice_changes_nothing_more_and_leaves_text_that_utf_8_can_hold(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert once.encode().decode() == once
    assert "\r" not in once


@given(st.lists(st.tuples(LEADS, st.text(max_size=20)), min_size=1, max_size=20))
def test_every_text_of_a_text_table_comes_back(parts: list[tuple[str, str]]) -> None:
    texts = [lead + rest for lead, rest in parts]
    rows = read(csv_bytes(table(a=(Kind.TEXT, list(texts)), b=(Kind.TEXT, ["x"] * len(texts)))))
    assert [restore_formula(row[0]) for row in rows[1:]] == [clean_text(text) for text in texts]


def test_the_importer_reads_the_same_cells_from_text_and_keeps_thai() -> None:
    content = csv_bytes(table(code=(Kind.TEXT, ["i1", "o14"]), note=(Kind.TEXT, ['ก,\n"ข"', "ค"])))
    (sheet,) = read_sheets("ข้อมูล.csv", content)
    assert sheet.rows == (("code", "note"), ("i1", 'ก,\n"ข"'), ("o14", "ค"))


def test_a_text_of_any_length_stays_whole_in_a_text_table() -> None:
    text = "ก" * (LONGEST + 1)
    assert read(csv_bytes(table(a=(Kind.TEXT, [text]))))[1] == [text]


@given(st.integers(-3, 3), st.sampled_from(["ก", "😀", "ก😀"]))
def test_a_cut_text_fits_exactly_and_begins_as_the_whole(extra: int, unit: str) -> None:
    text = unit * (LONGEST // (len(unit.encode("utf-16-le")) // 2) + extra)
    cut = cut_text(text)
    assert fits_cell(text) == (len(text.encode("utf-16-le")) // 2 <= LONGEST)
    assert fits_cell(cut)
    assert cut.endswith(CUT_MARK)
    assert text.startswith(cut.removesuffix(CUT_MARK))
    assert cut.isprintable()
