"""Each indicator of a year: what it asks, how it is measured, and how sure that is."""

import streamlit as st

from data.framework import framework, years
from data.words import filters as filter_words
from data.words.scores import profile as words
from pages.shared import drawing
from pages.shared.safe import plain


def indicators() -> None:
    """Let a person choose a year, and tell what its catalogue knows of each indicator."""
    newest_first = sorted(years(), reverse=True)
    year = int(st.selectbox(words.YEAR, newest_first, key="glossary_year", width=160))
    described = framework(year)
    for one in described.indicators:
        with st.expander(plain(filter_words.indicator(one.number, one.name or words.UNKNOWN))):
            drawing.lines((words.asks(one, described), *words.meaning(one, described)))
    st.subheader(words.CAVEATS.format(year=year), anchor=False)
    drawing.lines(described.notes or (words.UNKNOWN,))
