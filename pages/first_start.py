"""Whose dashboard it is: agency, place and divisions, then on to the first file."""

import streamlit as st

from data.words import setting_up as words
from pages.sections.settings import first_start

first_start.lead_on_when_set_up()
st.markdown(words.INTRODUCTION)
first_start.offer_example_agency()
first_start.read_from_file()
first_start.agency_form()
