"""What people write beside measures."""

from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def comments(reader: Reader, measure_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Comments on the given measures, or on every one, oldest first."""
    return read(reader, "comments/comments", measure_ids=measure_ids)
