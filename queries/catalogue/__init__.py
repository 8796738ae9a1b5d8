"""The catalogue tables: what ITA is in each fiscal year, taken over from the files of the years."""

from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def national_scores(reader: Reader, years: Sequence[int]) -> pd.DataFrame:
    """National averages as year, code ("total", "IIT", "3"), value (0-100) and note."""
    return read(reader, "catalogue/national_scores", years=list(years))
