"""One measure in full, letter by letter."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.tables.measures import numbered
from data.words.files import tables as table_words
from data.words.work import measures as words
from pages.sections.measures import comments, evidence
from pages.shared.safe import plain


def show(measures: pd.DataFrame) -> None:
    """Let a person choose one of the measures and read all of it."""
    st.header(words.DETAIL, anchor=False)
    rows = {row["measure_id"]: row for row in measures.to_dict("records")}
    chosen = st.selectbox(
        words.CHOOSE,
        list(rows),
        format_func=lambda key: words.OPTION.format(
            measure_id=key, lead=", ".join(rows[key]["lead"])
        ),
        key="measure",
        bind="query-params",
    )
    if chosen is not None:
        row = rows[chosen]
        _fields(row)
        evidence.show(row)
        comments.show(str(chosen), (*row["lead"], *row["support"]))


def _fields(row: Mapping[Hashable, Any]) -> None:
    for field in words.FIELDS:
        text = numbered(row[field]) if field == "steps" else str(row[field])
        with st.container(border=True, gap="xxsmall"):
            st.caption(table_words.HEADINGS[field])
            st.markdown(plain(text) or table_words.EMPTY_LIST)
