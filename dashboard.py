"""Entry of the app: page config, fonts, navigation, and the page that was asked for."""

import streamlit as st

from pages.shared import drawing, fonts, gate, session
from pages.shared.navigation import sections
from pages.shared.text import navigation as words

# An emoji is drawn by the browser itself; a material icon up here is fetched from Google.
st.set_page_config(page_title=words.APP, page_icon="📊", layout="wide")
fonts.provide()
with session.explained():
    faults = session.catalogue_faults()
    gate.keep()
    session.database()
page = st.navigation(sections(session.can))
gate.greet()
st.title(page.title, anchor=False)
drawing.faulty_catalogue(faults)
page.run()
session.settle()
