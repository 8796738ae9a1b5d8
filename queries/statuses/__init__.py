"""What was reported last, by the lead or by one supporter."""

from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def current_reports(
    reader: Reader, measure_ids: Sequence[str], *, supporter: str | None = None, sha256: str = ""
) -> pd.DataFrame:
    """Measures with the current report of their lead, or of the supporter, if any.

    Current is the one about the newest day; `report_id` is the number of the one typed last, by
    `newest_by`. `taken` tells whether the file of this fingerprint has given a report on it.
    """
    return read(
        reader,
        "statuses/current_reports",
        measure_ids=list(measure_ids),
        days=[None] * len(measure_ids),
        supporter=supporter,
        sha256=sha256,
    )


def all_reports(reader: Reader) -> pd.DataFrame:
    """Every report that counts on every measure, oldest first."""
    found = read(reader, "statuses/reports", measure_id=None, most=None)
    return found.sort_values("report_id", ignore_index=True)
