"""The catalogue tables: what ITA is in each fiscal year, and whose versions count."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from queries import Reader, read_once, rows


def national_scores(reader: Reader, years: Sequence[int]) -> pd.DataFrame:
    """National averages as year, code ("total", "IIT", "3"), value (0-100) and note."""
    found = read_once(reader, "catalogue/national")
    return found[found["year"].isin(years)].reset_index(drop=True)


def versions(reader: Reader) -> list[Mapping[str, Any]]:
    """Give part, batch_id (None: as the app came) and revision of each part that counts."""
    return rows(reader, "catalogue/versions")
