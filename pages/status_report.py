"""A division reports: whose measures, which of them, and its report; on a phone or in tables."""

from dataclasses import replace
from functools import partial

import streamlit as st

from data.framework import present_day
from data.words.work import measures as measure_words
from pages.sections.divisions import entry
from pages.sections.measures import details
from pages.sections.measures.measures import all_measures, chosen_measures
from pages.sections.reporting import own_measures, report_form
from pages.shared import drawing
from pages.shared.filters import chosen

filters = replace(chosen(), as_of=present_day())
if not all_measures(filters):
    drawing.nothing_yet(measure_words.NO_MEASURES_TITLE, measure_words.NO_MEASURES, "measures")
measures = chosen_measures(filters)
asked = st.query_params.get("measure", "")
measure_id = asked if asked in set(measures["measure_id"]) else ""
division = own_measures.division_of(measures, measure_id)

if measure_id:
    own_measures.heading(measures, measure_id, division)
    form, proof = st.columns([3, 2], gap="large")
    with form:
        report_form.report(filters, measure_id, division)
    with proof:
        details.talk(measures, measure_id)
        details.way_to(measures, measure_id)
else:
    of_division = replace(filters, divisions=(division,) if division else None)
    entry.ways(partial(own_measures.choose, filters, division), of_division)
drawing.source()
