"""One division: its measures and what is due, its workbook and its reminders."""

import streamlit as st

from data.words.work import progress as words
from pages.sections.budgets import budget
from pages.sections.divisions import division, entry, steps
from pages.sections.measures import details
from pages.sections.measures.measures import follow_up_table, measures_to_show
from pages.shared import drawing, printing
from pages.shared.downloads import show_table
from pages.shared.elements.links import back
from pages.shared.filters import chosen

filters = chosen()
measures_to_show(filters, follow_up_table, words.NAME)
back()
own = division.chosen(filters)
drawing.scope(own)
division.state(own)
st.header(words.MEASURES, anchor=False)
show_table(follow_up_table(own), on_row=details.open_row)
steps.show(own)
budget.of_division(own)
with printing.screen_only("handing_out"):
    entry.way_to_the_form(own)
    entry.handed_out(own)
drawing.source()
