"""What each version of the app brought, the newest first."""

import streamlit as st

from data.model.version import CHANGES

# The title of the file is that of the page.
st.markdown(CHANGES.read_text(encoding="utf-8").partition("\n")[2])
