"""Tables of evidence: which items of a year have some, and what there is."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from data.framework import framework, years
from data.model.columns import Table
from data.tables.columns import columns
from data.words.work import evidence as words

ITEM_KEYS = ("item", "item_name", "evidence_count", "evidence_of")


def served_items(year: int) -> dict[str, str]:
    """Give code and name of what an agency publishes in a year: the last instrument asks for it."""
    if year not in years():
        return {}
    described = framework(year)
    letter = described.instruments[-1].letter
    items = (item for item in described.items if item.code.startswith(letter))
    return {item.code: item.name or "" for item in items}


def item_table(evidence: pd.DataFrame, year: int) -> Table:
    """Show for each item to be published how much evidence of measures serves it."""
    rows = list(_item_rows(evidence[evidence["item_year"] == year], year))
    frame = pd.DataFrame(rows, columns=list(ITEM_KEYS))
    title = words.ITEMS.format(year=year)
    return Table(words.NAME, title, columns(ITEM_KEYS), frame)


def _item_rows(evidence: pd.DataFrame, year: int) -> Iterator[tuple[str, str, int, str]]:
    serving: defaultdict[str, list[str]] = defaultdict(list)
    for item, measure_id in zip(evidence["item"], evidence["measure_id"], strict=True):
        serving[item].append(measure_id)
    for code, name in served_items(year).items():
        yield code, name, len(serving[code]), ", ".join(dict.fromkeys(serving[code]))
