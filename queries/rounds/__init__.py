"""Rounds of reporting: who has sent, what was closed."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from queries import Reader, read, read_once, rows


def rounds(reader: Reader) -> pd.DataFrame:
    """Every round, the newest first."""
    return read_once(reader, "rounds/rounds")


def round_divisions(reader: Reader, round_id: int) -> pd.DataFrame:
    """The divisions a round asks, each with its state: open, sent, checked, returned."""
    return read_once(reader, "rounds/round_divisions", round_id=round_id)


def snapshot(reader: Reader, round_id: int) -> Mapping[str, Any] | None:
    """What a closed round holds, None of one that is open or that there is not."""
    return next(iter(rows(reader, "rounds/snapshot", round_id=round_id)), None)


def round_measures(reader: Reader) -> pd.DataFrame:
    """What closed rounds hold of each measure, oldest round first."""
    return read(reader, "rounds/measures")


def round_events(reader: Reader) -> pd.DataFrame:
    """Everything that became of the divisions' parts of all rounds, oldest first."""
    return read(reader, "rounds/events")
