"""Documents ready to publish and to send: forms, the one page, the yearly report."""

import streamlit as st

from data.words.files import documents as words
from pages.sections.reports import reports, rounds
from pages.shared import drawing
from pages.shared.filters import chosen

filters = chosen()
found = reports.chosen_ground(filters)
drawing.scope(filters)
if found.book is None and not found.all_measures:
    drawing.nothing_yet(words.NOTHING_TITLE.format(year=found.year), words.NOTHING)

st.caption(words.YEAR_CHOSEN.format(year=found.year))
thai_digits = st.toggle(
    words.THAI_DIGITS, key="thai_digits", bind="query-params", help=words.THAI_DIGITS_HELP
)
grid = st.grid(2, min_column_width=320, gap="small")
for document in words.Document:
    with grid:
        reports.offer(document, found, thai_digits=thai_digits)
with grid:
    reports.offer_everything(filters)
with grid:
    reports.offer_site(found)
rounds.show()
drawing.source()
