import datetime as dt

import pandas as pd

from data.exporters.cells.cell_values import column_values
from data.model.columns import Column, Kind


def test_a_date_column_holds_days_without_the_midnight_of_pandas():
    frame = pd.DataFrame({"end": pd.to_datetime(["2026-09-30", None])})

    assert column_values(frame, Column("end", "สิ้นสุด", Kind.DATE)) == [dt.date(2026, 9, 30), ""]
