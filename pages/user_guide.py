"""The user guide, a chapter at a time; each page links to the chapter that explains it."""

import streamlit as st

from data.framework import framework, years
from data.tables.glossary import indicator_glossary
from data.words import guide
from data.words import navigation as words
from pages.shared import example
from pages.shared.downloads import show_table

chapter = st.selectbox(
    words.CHAPTER,
    list(guide.CHAPTERS),
    format_func=guide.CHAPTERS.__getitem__,
    key="chapter",
    bind="query-params",
)
st.markdown(guide.chapter(chapter))
if chapter == "indicators":
    newest = framework(years()[-1])
    show_table(indicator_glossary(newest))
example.link()
