"""The user guide, a chapter at a time; each page links to the chapter that explains it."""

import streamlit as st

from data.words import guide
from data.words import navigation as words
from pages.sections.guide import glossary, tours
from pages.shared import example

chapter = st.selectbox(
    words.CHAPTER,
    list(guide.CHAPTERS),
    format_func=guide.CHAPTERS.__getitem__,
    key="chapter",
    bind="query-params",
)
st.markdown(guide.chapter(chapter))
if chapter == guide.TOUR:
    tours.tours()
if chapter == guide.INDICATORS:
    glossary.indicators()
example.link()
