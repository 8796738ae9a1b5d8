"""Documents ready to publish and to send: forms, the one page, the yearly report."""

import streamlit as st

from data.tables.filters import Filters
from data.words.files import documents as words
from pages.sections.reports import reports, rounds
from pages.shared import drawing
from pages.shared.filters import chosen

filters = chosen()
year = reports.chosen_year(filters)
drawing.scope(filters)
every = Filters(years=(year,), as_of=filters.as_of)
if not reports.is_scored(year) and not reports.is_planned(every):
    drawing.nothing_yet(words.NOTHING_TITLE.format(year=year), words.NOTHING)

st.caption(words.YEAR_CHOSEN.format(year=year))
thai_digits = st.toggle(
    words.THAI_DIGITS, key="thai_digits", bind="query-params", help=words.THAI_DIGITS_HELP
)
grid = st.grid(2, min_column_width=320, gap="small")
for document in words.Document:
    with grid:
        reports.offer(document, filters, thai_digits=thai_digits)
with grid:
    reports.offer_everything(filters)
with grid:
    reports.offer_site(filters)
rounds.show()
drawing.source()
