"""Tables of rounds: who has sent, and what closed rounds say of each measure."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.model.columns import Table
from data.tables.columns import columns
from data.words.work import rounds as words
from data.words.work import statuses

DIVISION_KEYS = ("division", "state", "measures", "reported", "comment", "made_by", "made_at")


def division_table(divisions: pd.DataFrame) -> Table:
    """Show `queries.rounds.round_divisions`."""
    shown = divisions.assign(state=[words.STATES[code] for code in divisions["state"]])
    return Table(words.NAME, words.NAME, columns(DIVISION_KEYS, words.HEADINGS), shown)


def snapshot_measures(snapshot: Mapping[str, Any]) -> pd.DataFrame:
    """Give the measures of a closed round as `queries.measures.measures` names them."""
    rows = json.loads(snapshot["content"])["measures"]
    return pd.DataFrame(rows, dtype="object")


def compared_rounds(snapshots: Sequence[Mapping[str, Any]], year: int) -> Table:
    """Show the state of each measure in closed rounds of one plan, a column a round."""
    frames = [snapshot_measures(one).set_index("measure_id") for one in snapshots]
    ids = list(dict.fromkeys(key for frame in frames for key in frame.index))
    rows = []
    for key in ids:
        known = [frame.loc[key] if key in frame.index else None for frame in frames]
        named = next(row["action"] for row in known if row is not None)
        rows.append([key, named, *map(_state, known)])
    keys = [f"round_{place}" for place in range(len(snapshots))]
    headings = dict(zip(keys, (str(one["name"]) for one in snapshots), strict=True))
    frame = pd.DataFrame(rows, columns=["measure_id", "action", *keys])
    listed = columns(("measure_id", "action", *keys), headings)
    return Table(words.NAME, words.COMPARE.format(year=year), listed, frame)


def _state(row: "pd.Series[Any] | None") -> str:
    if row is None:
        return ""
    percent = "" if row["percent"] is None else f" {int(row['percent'])}%"
    return f"{statuses.status(row['status'])}{percent}"
