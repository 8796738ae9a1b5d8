"""What people write beside measures."""

from collections.abc import Sequence

import pandas as pd

from queries import Reader, read_once


def comments(reader: Reader, measure_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Comments on the given measures, or on every one, oldest first."""
    every = read_once(reader, "comments/comments", measure_ids=None)
    if measure_ids is None:
        return every
    return every[every["measure_id"].isin(measure_ids)].reset_index(drop=True)
