"""All agencies of a district or province, the one that is nearest to the next level first."""

import streamlit as st

from data.words import filters as filter_words
from data.words.scores import area_summary as words
from pages.sections.areas import area_summary
from pages.shared.downloads import offer, show_table
from pages.shared.safe import plain

agencies = area_summary.entitled()
shown, scope = area_summary.chosen(agencies)
st.caption(plain(filter_words.SEPARATOR.join(scope)))
table = area_summary.table(shown)
show_table(table)
st.caption(words.NEAREST_FIRST)
offer(area_summary.handout(table, scope, len(agencies)), "areas")
