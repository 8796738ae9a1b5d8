"""Finding the agency a row speaks of: by name as compared, then district and province."""

from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

import queries
from data.containers.cell_columns import numbered, runs
from data.framework import organisation

HOME_ID = 1
_PLACE: Final = ["agency", "district", "province"]


class _Agency(NamedTuple):
    """An agency as `all_agencies` gives it; those of the store keep their name there."""

    agency_id: int
    match_key: str
    district: str
    province: str
    name: str = ""


class AgencyBook:
    """The agencies of the store; unknown ones get the next number and wait to be written."""

    def __init__(self, cursor: queries.Cursor) -> None:
        self._home = organisation()
        # A nation repeats its districts and provinces a hundred thousand times.
        self._key = cache(self._home.agency_key)
        self._by_key: dict[str, list[_Agency]] = defaultdict(list)
        rows = queries.ask(cursor, "imports/all_agencies").fetchall()
        for agency_id, match_key, district, province, _is_home in rows:
            self._by_key[match_key].append(_Agency(agency_id, match_key, district, province))
        self._next_id = max((row[0] for row in rows), default=HOME_ID) + 1
        self._new: list[_Agency] = []
        self._found: dict[tuple[str, str, str], int] = {}

    def find(self, places: pd.DataFrame) -> list[int]:
        """Give the id of each agency by name and place; an empty name is the home agency."""
        named = list(places[_PLACE].itertuples(index=False, name=None))
        new = [place for place in named if place not in self._found]
        keys = self._home.agency_keys([name for name, _, _ in new])
        self._found.update(zip(new, map(self._find, keys, new), strict=True))
        return list(map(self._found.__getitem__, named))

    def new_agencies(self) -> pd.DataFrame:
        """Give the agencies `find` had to add, as rows of the agency table."""
        return pd.DataFrame(self._new, columns=list(_Agency._fields)).assign(is_home=False)

    def _find(self, key: str, place: tuple[str, str, str]) -> int:
        name, district, province = place
        if not name or self._is_home(key, district, province):
            return HOME_ID
        for known in self._by_key.get(key, ()):
            if self._fits(known.district, district) and self._fits(known.province, province):
                return known.agency_id
        return self._add(key, name, district, province)

    def _is_home(self, key: str, district: str, province: str) -> bool:
        home = self._home
        return (
            key in home.home_keys
            and self._fits(home.district, district)
            and self._fits(home.province, province)
        )

    def _fits(self, known: str, given: str) -> bool:
        """Two places agree when one of them is not told."""
        return not known or not given or self._key(known) == self._key(given)

    def _add(self, key: str, name: str, district: str, province: str) -> int:
        agency = _Agency(self._next_id, key, district, province, name)
        self._next_id += 1
        self._by_key[key].append(agency)
        self._new.append(agency)
        return agency.agency_id


def with_agency_ids(frame: pd.DataFrame, book: AgencyBook) -> pd.DataFrame:
    """Add `agency_id` to rows that have agency, district and province."""
    codes = [frame[name].astype("category").cat.codes.to_numpy() for name in _PLACE]
    begins, lengths = runs(*codes)
    of_run, firsts = numbered(*(column[begins] for column in codes))
    ids = np.array(book.find(frame[_PLACE].iloc[begins[firsts]]), dtype=np.int32)
    return frame.assign(agency_id=np.repeat(ids[of_run], lengths))
