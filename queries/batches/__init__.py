"""The ledger of imports."""

import pandas as pd

from queries import Reader, read


def batches(reader: Reader) -> pd.DataFrame:
    """Every import batch, newest first, undone ones included."""
    return read(reader, "batches/batches")
