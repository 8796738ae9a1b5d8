"""Divisions to choose from."""

import pandas as pd

from queries import Reader, read


def divisions(reader: Reader) -> pd.DataFrame:
    """Divisions to choose from, the agency's own first and in official order."""
    return read(reader, "divisions/divisions")
