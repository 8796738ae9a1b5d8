"""Who was assessed when: agencies, their places and years, as one number for each row."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data.containers.cell_columns import Column
from data.framework import Organisation, organisation
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Cell
from data.importers.sheets.readings import HOME, Ints, Units, interned
from data.importers.spelling.folding import bare, words


@dataclass(frozen=True, slots=True)
class Places:
    """The agency, district and province columns of some rows."""

    agency: Column[Cell]
    district: Column[Cell]
    province: Column[Cell]


def units_of(places: Places, years: Ints) -> tuple[Ints, Units]:
    """Give the unit of each row, and the units; two ways of writing one agency are one unit."""
    columns = (
        interned(places.agency, text_of),
        interned(places.district, place_name),
        interned(places.province, place_name),
    )
    combined = years
    for ids, values in columns:
        combined = combined * max(len(values), 1) + ids
    of_row, found = pd.factorize(combined)
    firsts = np.empty(len(found), dtype=np.int64)
    # Of several rows of one unit the last assignment stands, which is the first row.
    firsts[of_row[::-1]] = np.arange(len(of_row) - 1, -1, -1)
    home = organisation()
    keys = home.agency_keys(columns[0][1])
    named_once = [
        [values[number] for number in ids[firsts].tolist()]
        for ids, values in ((columns[0][0], keys), *columns)
    ]
    numbers: dict[tuple[str, str, str, int], int] = {}
    shown: list[tuple[str, str, str]] = []
    of_combination = []
    for agency, *named, year in zip(*named_once, years[firsts].tolist(), strict=True):
        name, district, province = named
        key = (agency, district, province, year)
        if _fits_home(home, agency, district, province):
            name, key = HOME, (HOME, "", "", year)
        if key not in numbers:
            numbers[key] = len(shown)
            shown.append((name, district, province))
        of_combination.append(numbers[key])
    unit_of_row = np.array(of_combination, dtype=np.int64)[of_row]
    return unit_of_row, _units(shown, [key[-1] for key in numbers])


def is_name(text: str) -> bool:
    """Say whether a text can name an agency: a number there is a score of a row out of step."""
    return any(map(str.isalpha, text))


def _units(names: list[tuple[str, str, str]], years: list[int]) -> Units:
    agencies, districts, provinces = zip(*names, strict=True) if names else ((), (), ())
    return Units(list(agencies), list(districts), list(provinces), np.array(years, dtype=np.int64))


def _fits_home(home: Organisation, key: str, district: str, province: str) -> bool:
    return (
        key in home.home_keys and _fits(district, home.district) and _fits(province, home.province)
    )


def _fits(given: str, known: str) -> bool:
    return not given or bare(given) == bare(known)


@cache
def _place_words() -> tuple[str, ...]:
    return tuple(sorted(words().places, key=len, reverse=True))


def place_name(cell: Cell) -> str:
    """Give the name of a district or a province without the word for it."""
    text = text_of(cell)
    for word in _place_words():
        if text.startswith(word):
            return text.removeprefix(word).strip()
    return text
