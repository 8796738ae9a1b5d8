"""Files and links that prove what was done."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from queries import Reader, read, read_once, rows


def evidence(reader: Reader, measure_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Evidence of the given measures, or of all in force, the oldest first.

    A file has a `stored_name`, a link has a `link`; `step_id` is "" where it is about the whole
    measure, `item` where it serves no item.
    """
    every = read_once(reader, "evidence/evidence")
    asked = every["measure_id"].isin(every["measure_id"] if measure_ids is None else measure_ids)
    return every if asked.all() else every[asked].reset_index(drop=True)


def every_evidence(reader: Reader) -> pd.DataFrame:
    """All evidence ever added, withdrawn or not."""
    return read(reader, "evidence/every")


def evidence_of(reader: Reader, evidence_id: int) -> Mapping[str, Any] | None:
    """One piece of evidence that was not withdrawn, None where there is none."""
    return next(iter(rows(reader, "evidence/one", evidence_id=evidence_id)), None)
