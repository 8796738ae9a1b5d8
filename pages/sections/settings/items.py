"""What the items of a year ask and which indicator they belong to, kept with the year."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.catalogue import write_year
from data.catalogue.merging import items_in_order
from data.framework import Evidence, Framework, Item, framework
from data.model.records import ScoreLevel
from data.words import filters as filter_words
from data.words import setting_up as words
from data.words.files.tables import HEADINGS
from pages.sections.settings.settings import chosen_year, tell
from pages.shared.session import database, explained, person
from queries.frames import records_of
from queries.scores import home_scores


def item_section() -> None:
    """Let a planner name items, say which indicator they belong to, and add those that lack."""
    st.caption(words.ITEMS_HELP)
    known = framework(chosen_year("item_year"))
    before = _rows(known)
    edited = st.data_editor(
        before,
        column_config=_columns(known),
        num_rows="add",
        hide_index=True,
        placeholder="",
        alt=words.ITEMS,
        key=f"items_{known.year}",
    )
    if not st.button(words.SAVE_ITEMS, key="save_items"):
        return
    wanted = items_in_order(tuple(_items(known, edited)), known.instruments)
    changed = wanted != known.items
    with explained(stop=False):
        tell(
            write_year(database(), replace(known, items=wanted), person().label)
            if changed
            else None
        )


def _rows(known: Framework) -> pd.DataFrame:
    """Give the items of a year, and those that have scores though nobody has listed them."""
    listed = {one.code: one for one in known.items}
    scored = home_scores(database(), years=[known.year], levels=[ScoreLevel.ITEM])["code"]
    unlisted = [
        Item(code, known.indicator_of_item(code), None, Evidence.UNKNOWN)
        for code in scored
        if code not in listed
    ]
    every = items_in_order((*known.items, *unlisted), known.instruments)
    rows = [(one.code, one.indicator, one.name or "") for one in every]
    return pd.DataFrame(rows, columns=["code", "indicator", "name"]).astype({"indicator": "Int64"})


def _items(known: Framework, edited: pd.DataFrame) -> Iterator[Item]:
    """Give the items as edited; what was not touched stays the very fact that is known."""
    listed = {one.code: one for one in known.items}
    for row in records_of(edited):
        code = str(row["code"]).strip()
        name = None if pd.isna(row["name"]) else str(row["name"]).strip() or None
        indicator = None if pd.isna(row["indicator"]) else int(row["indicator"])
        was = listed.get(code)
        if was and (was.name, was.indicator) == (name, indicator):
            yield was
        elif was or name or indicator != known.indicator_of_item(code):
            evidence = Evidence.ONE_SOURCE if name else Evidence.UNKNOWN
            same = was is not None and was.name == name
            yield Item(
                code,
                indicator,
                name,
                was.evidence if was and same else evidence,
                was.note if was else "",
            )


def _columns(known: Framework) -> dict[str, Any]:
    names = {
        one.number: filter_words.indicator(one.number, one.name or "") for one in known.indicators
    }
    config = st.column_config
    return {
        "code": config.TextColumn(HEADINGS["code"], required=True, pinned=True, max_chars=10),
        "indicator": config.SelectboxColumn(
            HEADINGS["indicator_name"],
            options=list(names),
            format_func=lambda number: names[int(number)],
            width="medium",
        ),
        "name": config.TextColumn(words.ITEM_NAME, width="large", max_chars=500),
    }
