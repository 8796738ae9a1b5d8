"""Tables of one's own place among other agencies."""

from collections.abc import Mapping

import pandas as pd

from data.analysis.comparison import SHARED, Group, ranked
from data.analysis.neighbours import Neighbours
from data.model.columns import Kind, Table
from data.tables.columns import columns
from data.tables.scores import marked
from data.words.files import tables as table_words
from data.words.scores import comparison as words


def group_table(found: Neighbours) -> Table:
    """Give one row a group: place, averages, changes."""
    frame = found.groups.copy()
    frame["name"] = [group_name(row["group"], row["name"]) for row in frame.to_dict("records")]
    moved = _moves(found)
    frame["own_change"] = [moved.get(group, (None, None))[0] for group in frame["group"]]
    frame["mean_change"] = [moved.get(group, (None, None))[1] for group in frame["group"]]
    frame["reading"] = [
        "" if pd.isna(difference) else words.reading(round(float(difference), 2))
        for difference in frame["difference"]
    ]
    listed = columns(words.COLUMNS, words.COLUMNS, name=Kind.TEXT)
    return Table(table_words.SHEETS["summary"], words.NAME, listed, frame)


def agency_table(found: Neighbours, group: Group) -> Table:
    """Give the agencies of a group, best first, each score with its mark."""
    frame = ranked(members(found, group))
    rows = frame[["score", "mark"]].to_dict("records")
    listed = columns(words.AGENCY_COLUMNS, words.AGENCY_COLUMNS)
    shown = frame.assign(marked=pd.Series(map(marked, rows), index=frame.index, dtype="object"))
    notes = (table_words.MARKS_EXPLAINED,)
    return Table(table_words.SHEETS["data"], words.AGENCIES, listed, shown, notes)


def agency_names(table: Table) -> Mapping[int, str]:
    """Name the agencies of an `agency_table` by their ids, namesakes told apart by their place."""
    rows = zip(
        *(table.frame[key] for key in ("agency_id", "agency", "district", "province")), strict=True
    )
    return {int(agency_id): _agency_name(*told) for agency_id, *told in rows}


def members(found: Neighbours, group: Group) -> pd.DataFrame:
    """Give the agencies of a group; without the own one, every agency."""
    agencies = found.agencies
    home = agencies[agencies["is_home"]]
    for key in SHARED[group] if len(home) else []:
        agencies = agencies[agencies[key] == home[key].iloc[0]]
    return agencies


def group_name(group: str, name: str) -> str:
    """Name a group as the page and its files do."""
    return words.GROUPS[Group(group)].format(name=name)


def _moves(found: Neighbours) -> dict[str, tuple[float, float]]:
    if found.moved is None or found.broken:
        return {}
    return {row["group"]: (row["own"], row["mean"]) for row in found.moved.to_dict("records")}


def _agency_name(agency: str, district: str, province: str) -> str:
    place = ", ".join(filter(None, (district, province)))
    return words.AGENCY_PLACE.format(name=agency, place=place) if place else agency
