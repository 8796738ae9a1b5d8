"""What is known of each indicator of a year, with how sure it is; nothing is filled in."""

from typing import Final

import pandas as pd

from data.framework import Evidence, Framework
from data.framework.model import Indicator
from data.importers.catalogue.tables import evidence_words
from data.model.columns import Kind, Table
from data.tables.columns import columns
from data.words import glossary as words

_KEYS: Final = (
    "indicator",
    "name",
    "name_evidence",
    "meaning",
    "instrument",
    "respondents",
    "items",
    "range_evidence",
    "note",
)


def indicator_glossary(described: Framework) -> Table:
    """Give a row an indicator: its name, who answers, its items, each with its evidence."""
    instruments = {one.code: one for one in described.instruments}
    sure = evidence_words()
    rows = [
        {
            "indicator": one.number,
            "name": one.name or words.UNKNOWN,
            "name_evidence": sure[one.evidence],
            "meaning": words.UNKNOWN,
            "instrument": one.instrument,
            "respondents": instruments[one.instrument].respondents or words.UNKNOWN,
            "items": _items(one.first_item, one.last_item),
            "range_evidence": sure[_range_evidence(one)],
            "note": one.note,
        }
        for one in described.indicators
    ]
    title = words.TITLE.format(year=described.year)
    listed = columns(_KEYS, words.HEADINGS, name=Kind.TEXT)
    return Table(words.NAME, title, listed, pd.DataFrame(rows, columns=list(_KEYS)))


def _items(first: str | None, last: str | None) -> str:
    """Say the range, or the one end of it that is known: "o1 …" for the ninth of 2567."""
    if first is None and last is None:
        return words.UNKNOWN
    return words.RANGE.format(first=first or words.OPEN, last=last or words.OPEN)


def _range_evidence(indicator: Indicator) -> Evidence:
    known = indicator.first_item or indicator.last_item
    return indicator.range_evidence if known else Evidence.UNKNOWN
