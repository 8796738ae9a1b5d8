"""Spoiled forms: a problem with its place, or a catalogue that is right."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from data.catalogue import draft_catalogue
from data.catalogue.forms import year_form
from data.framework import faults_in, framework, look_again
from data.framework.writing import write_catalogue
from data.importers.catalogue.reading import read_catalogue
from data.importers.sheets.opening import Unreadable, read_sheets
from tests.catalogues import contents, copied_catalogue

MUTATIONS = 120
NUMBERS = (0, 1, -1, 10**15, 30, 30.5, 1e300, 1e-9, 0.1 + 0.2, float("nan"), float("inf"))
OTHERS = (None, True, False, dt.date(2026, 1, 1), dt.time(8), Unreadable("#REF!"), "", " ")
NUMERIC = ("=1+1", "๘๕", "8_5", "1e3", "85%", "-", "2570", "ปี 2571", "1999")
CODES = ("i1", "o99", "I 01", "z5", "รวม", "IIT", "ตัวชี้วัดที่ 3", "ยืนยันแล้ว", "กองคลัง", "a,b;c/d")
SYNTAX = ("\ud800", "\x00", "ก" * 5000, 'a" }\n[[items]]\n', '{ code = "x" }', "'''", "\\", "\x7f")
ODD = (*NUMBERS, *OTHERS, *NUMERIC, *CODES, *SYNTAX)


def spoiled(sheets, chance):
    """Change a few cells, rows, columns or sheets of a workbook."""
    made = [list(map(list, sheet.rows)) for sheet in sheets]
    for _ in range(chance.randint(1, 4)):
        rows = chance.choice([one for one in made if one])
        row = chance.choice(rows)
        kind = chance.random()
        if kind < 0.7 and row:
            row[chance.randrange(len(row))] = chance.choice(ODD)
        elif kind < 0.8:
            rows.remove(row)
        elif kind < 0.9:
            rows.insert(chance.randrange(len(rows) + 1), list(row))
        elif kind < 0.95:
            row[:] = row[: chance.randrange(len(row) + 1)]
        else:
            rows.clear()
    changed = [
        replace(sheet, rows=tuple(map(tuple, rows)))
        for sheet, rows in zip(sheets, made, strict=True)
    ]
    return changed if chance.random() < 0.9 else chance.sample(changed, len(changed) - 1)


@pytest.mark.parametrize("year", [2567, 2569, 2570])
def test_a_spoiled_form_is_refused_with_places_or_gives_a_catalogue_that_is_right(
    tmp_path, monkeypatch, year
):
    folder = copied_catalogue(tmp_path, monkeypatch)
    whole = read_sheets("กรอบ.xlsx", year_form(year))
    before = contents(folder)
    chance = random.Random(year)  # noqa: S311  the same mutations each time
    outcomes = {"refused": 0, "written": 0, "nothing": 0}
    for _ in range(MUTATIONS // 3):
        book = read_catalogue(spoiled(whole, chance))
        draft = draft_catalogue(book)
        assert contents(folder) == before
        if draft.blocking:
            assert draft.changes == ()
            assert all(one.sheet for one in draft.problems)
            outcomes["refused"] += 1
        elif not draft.changes:
            outcomes["nothing"] += 1
        else:
            written = write_catalogue(draft.frameworks, draft.home)
            assert written.files
            assert faults_in(folder) == ()
            assert [framework(one.year) for one in draft.frameworks] == list(draft.frameworks)
            assert draft_catalogue(book).changes == ()
            outcomes["written"] += 1
            for name in written.files:
                (folder / name).unlink()
            for path in folder.glob("*.bak"):
                path.unlink()
            for name, content in before.items():
                (folder / name).write_bytes(content)
            look_again()

    assert outcomes["refused"] > 3
    assert outcomes["written"] + outcomes["nothing"] > 3
