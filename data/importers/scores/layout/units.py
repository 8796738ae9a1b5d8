"""Who was assessed when: agencies, their places and years, as one number for each row."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data.containers.cell_columns import Column, numbered, runs
from data.framework import organisation
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
    cells = (places.agency, places.district, places.province)
    begins, lengths = runs(years, *(column.numbers for column in cells))
    years = years[begins]
    columns = [
        interned(column.where(begins), ask)
        for column, ask in zip(cells, (text_of, place_name, place_name), strict=True)
    ]
    agency, names = columns[0]
    key_of_name, keys = pd.factorize(np.array(organisation().agency_keys(names), dtype=np.object_))
    of_run, firsts = numbered(years, key_of_name[agency], columns[1][0], columns[2][0])
    agencies, districts, provinces = (
        [values[number] for number in ids[firsts].tolist()] for ids, values in columns
    )
    of_first = years[firsts]
    home = organisation().home_keys
    of_home = np.array([key in home for key in keys], dtype=np.bool_)
    unit = np.arange(len(firsts))
    home_of_year: dict[int, int] = {}
    for at in np.flatnonzero(of_home[key_of_name[agency[firsts]]]).tolist():
        if _is_home_place(districts[at], provinces[at]):
            agencies[at] = HOME
            unit[at] = home_of_year.setdefault(int(of_first[at]), at)
    number_of, kept = pd.factorize(unit)
    agencies, districts, provinces = (
        [texts[at] for at in kept.tolist()] for texts in (agencies, districts, provinces)
    )
    of_row: Ints = np.repeat(number_of.astype(np.int32)[of_run], lengths)
    return of_row, Units(agencies, districts, provinces, of_first[kept])


def is_name(text: str) -> bool:
    """Say whether a text can name an agency: a number there is a score of a row out of step."""
    return any(map(str.isalpha, text))


def _is_home_place(district: str, province: str) -> bool:
    home = organisation()
    return _fits(district, home.district) and _fits(province, home.province)


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
