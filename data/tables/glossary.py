"""What is known of each indicator of a year, with how sure it is; nothing is filled in."""

from typing import Final

import pandas as pd

from data.framework import Evidence, Framework
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
            "range_evidence": sure[one.range_evidence if one.first_item else Evidence.UNKNOWN],
            "note": one.note,
        }
        for one in described.indicators
    ]
    title = words.TITLE.format(year=described.year)
    listed = columns(_KEYS, words.HEADINGS, name=Kind.TEXT)
    return Table(words.NAME, title, listed, pd.DataFrame(rows, columns=list(_KEYS)))


def _items(first: str | None, last: str | None) -> str:
    return words.RANGE.format(first=first, last=last) if first and last else words.UNKNOWN
