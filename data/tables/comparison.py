"""Tables of one's own place among other agencies."""

from collections.abc import Mapping

import pandas as pd

from data.analysis.comparison import Group, Neighbours
from data.model.columns import Kind, Table
from data.tables.columns import columns
from data.tables.scores import marked
from data.words.files import tables as table_words
from data.words.scores import comparison as words
from queries.frames import records_of


def group_table(around: Neighbours) -> Table:
    """Give one row a group: place, averages, changes."""
    frame = around.groups.copy()
    frame["name"] = [group_name(row["group"], row["name"]) for row in records_of(frame)]
    frame["reading"] = [
        "" if pd.isna(difference) else words.reading(round(float(difference), 2))
        for difference in frame["difference"]
    ]
    listed = columns(words.COLUMNS, words.COLUMNS, name=Kind.TEXT)
    notes = (table_words.MARKS_EXPLAINED,)
    return Table(table_words.SHEETS["summary"], words.NAME, listed, frame, notes)


def agency_table(around: Neighbours, group: Group) -> Table:
    """Give the agencies of a group, best first, each score with its mark."""
    frame = around.members(group).reset_index(drop=True)
    rows = records_of(frame[["score", "mark"]])
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


def group_name(group: str, name: str) -> str:
    """Name a group as the page and its files do."""
    return words.GROUPS[Group(group)].format(name=name)


def _agency_name(agency: str, district: str, province: str) -> str:
    place = ", ".join(filter(None, (district, province)))
    return words.AGENCY_PLACE.format(name=agency, place=place) if place else agency
