"""Finding the agency a row speaks of: by name as compared, then district and province."""

from collections import defaultdict
from dataclasses import dataclass

import duckdb
import pandas as pd

import queries
from data.framework import agency_key, organisation

HOME_ID = 1


@dataclass(frozen=True, slots=True)
class _Agency:
    agency_id: int
    district: str
    province: str


class AgencyBook:
    """The agencies of the store; unknown ones get the next number and wait to be written."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._by_key: dict[str, list[_Agency]] = defaultdict(list)
        rows = cursor.execute(queries.statement("imports/all_agencies")).fetchall()
        for agency_id, match_key, district, province, _is_home in rows:
            self._by_key[match_key].append(_Agency(agency_id, district, province))
        self._next_id = max((row[0] for row in rows), default=HOME_ID) + 1
        self._new: list[tuple[int, str, str, str, str]] = []

    def find(self, name: str, district: str, province: str) -> int:
        """Give the id of an agency; an empty name is the home agency."""
        if not name or self._is_home(name, district, province):
            return HOME_ID
        key = agency_key(name)
        for known in self._by_key[key]:
            if _compatible(known.district, district) and _compatible(known.province, province):
                return known.agency_id
        return self._add(key, name, district, province)

    def new_agencies(self) -> pd.DataFrame:
        """Give the agencies `find` had to add, as rows of the agency table."""
        columns = ["agency_id", "match_key", "name", "district", "province"]
        return pd.DataFrame(self._new, columns=columns).assign(is_home=False)

    def _is_home(self, name: str, district: str, province: str) -> bool:
        home = organisation()
        return (
            home.is_home(name)
            and _compatible(home.district, district)
            and _compatible(home.province, province)
        )

    def _add(self, key: str, name: str, district: str, province: str) -> int:
        agency_id = self._next_id
        self._next_id += 1
        self._by_key[key].append(_Agency(agency_id, district, province))
        self._new.append((agency_id, key, name, district, province))
        return agency_id


def _compatible(known: str, given: str) -> bool:
    """Two places agree when one of them is not told."""
    return not known or not given or agency_key(known) == agency_key(given)


def with_agency_ids(frame: pd.DataFrame, book: AgencyBook) -> pd.DataFrame:
    """Add `agency_id` to rows that have agency, district and province."""
    places = frame[["agency", "district", "province"]].drop_duplicates()
    ids = [book.find(*place) for place in places.itertuples(index=False, name=None)]
    return frame.merge(places.assign(agency_id=ids), on=["agency", "district", "province"])
