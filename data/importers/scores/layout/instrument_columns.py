"""A column of the instruments' own scores beside the column of the indicators."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.framework import framework, years
from data.importers.scores.layout.labelled import Labelled
from data.importers.scores.report_summary import Summary
from data.importers.sheets.readings import Ints
from data.importers.spelling.labels import TOTAL, level_of
from data.model.records import ScoreLevel


def of_instruments(rows: Labelled, year_of_row: Ints, above: Sequence[Summary]) -> Labelled:
    """Label each row with the instrument it belongs to, the total with itself.

    The codes begin with those of `rows` and hold those of `above` too.
    """
    pairs = list(zip(rows.code.tolist(), year_of_row.tolist(), strict=True))
    whole = {(code, year): _whole(rows.codes[code], year) for code, year in set(pairs) if code >= 0}
    wanted = [whole.get(pair) for pair in pairs]
    more = [*filter(None, wanted), *(one.code for one in above if one.code)]
    codes = tuple(dict.fromkeys((*rows.codes, *more)))
    place = {code: at for at, code in enumerate(codes)}
    numbers = [place[code] if code else -1 for code in wanted]
    return replace(rows, codes=codes, code=np.array(numbers, dtype=np.int64))


def _whole(code: str, year: int) -> str | None:
    """Give the total for the total, else the instrument of an indicator or item of a year."""
    level = level_of(code)
    if code == TOTAL or level is ScoreLevel.INSTRUMENT:
        return code
    catalogue = framework(year if year in years() else max(years()))
    if level is ScoreLevel.ITEM:
        instrument = catalogue.instrument_of_item(code)
        return instrument.code if instrument else None
    indicator = catalogue.indicator(int(code))
    return indicator.instrument if indicator else None
