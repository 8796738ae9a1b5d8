"""All agencies of a district or province, the one that is nearest to the next level first."""

import streamlit as st

from data.words import filters as filter_words
from pages.sections.areas import area_summary
from pages.shared.downloads import offer
from pages.shared.safe import plain

agencies = area_summary.entitled()
shown, scope = area_summary.chosen(agencies)
st.caption(plain(filter_words.SEPARATOR.join(scope)))
table = area_summary.table(shown)
area_summary.draw(table, scope)
offer(area_summary.handout(table, scope, len(agencies)), "areas")
