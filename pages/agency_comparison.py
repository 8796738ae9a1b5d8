"""One's own place among neighbours, province, kind and all imported agencies."""

import streamlit as st

from data.tables.comparison import agency_names
from data.words.scores import comparison as words
from pages.sections.history import provenance
from pages.sections.scores import comparison
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen
from pages.shared.twins import chart_or_table

filters = chosen()
drawing.scope(filters)
with st.container(horizontal=True):
    year = comparison.chosen_year(filters)
    subject = comparison.chosen_subject(year)
around = comparison.shown_neighbours(year, subject)

comparison.national(around)
groups = comparison.group_table(year, subject)
chart_or_table(comparison.strip(year, subject), groups, None, "view", words.PLACES)
if around.broken:
    st.caption(words.BROKEN.format(before=around.year - 1, year=around.year))

st.header(words.AGENCIES, anchor=False)
group = comparison.chosen_group(around)
listed = comparison.agency_table(year, subject, group)
show_table(listed)
offer(comparison.comparison_handout(listed, groups, filters, around), "comparison")
provenance.agency_section(agency_names(listed), (year, *subject))
drawing.source()
