"""Spoiled forms: a problem with its place, or a catalogue that is right."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from data.catalogue.drafts import draft_catalogue
from data.catalogue.forms import year_form
from data.database import undo
from data.framework import catalogue_faults, held
from data.importers.catalogue.reading import read_catalogue
from data.importers.sheets.opening import Unreadable, read_sheets
from tests.catalogues import save_book

MUTATIONS = 60
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
def test_a_spoiled_form_is_refused_with_places_or_gives_a_catalogue_that_is_right(database, year):
    whole = read_sheets("กรอบ.xlsx", year_form(year))
    before = held()
    chance = random.Random(year)  # noqa: S311  the same mutations each time
    outcomes = {"refused": 0, "saved": 0, "nothing": 0}
    for _ in range(MUTATIONS // 3):
        book = read_catalogue(spoiled(whole, chance))
        draft = draft_catalogue(book)
        if draft.blocking:
            assert draft.changes == ()
            assert all(one.sheet for one in draft.problems)
            outcomes["refused"] += 1
        elif not draft.changes:
            outcomes["nothing"] += 1
        else:
            batch = save_book(database, book)
            assert list(catalogue_faults(held())) == []
            assert held() == before.replaced(draft.parts)
            assert draft_catalogue(book).changes == ()
            undo(database, batch.batch_id, undone_by="ก")
            outcomes["saved"] += 1
        assert held() == before

    assert outcomes["refused"] > 3
    assert outcomes["saved"] + outcomes["nothing"] > 3
