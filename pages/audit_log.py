"""Who did what, and who was refused: filtered, and taken away as a file."""

import streamlit as st

from data.tables.audit import audit_handout
from data.words import access as words
from pages.sections.history import audit
from pages.shared.downloads import offer, show_table
from pages.shared.session import explained

with explained():
    entries = audit.every_entry()
chosen = audit.choose(entries)
table = audit.chosen_table(chosen)
st.caption(words.AUDIT_COUNT.format(shown=len(table.frame), all=len(entries)))
if table.frame.empty:
    st.info(words.AUDIT_NONE_MATCH.format(all=len(entries)))
    st.stop()
show_table(table)
offer(audit_handout(table, chosen, len(entries)), "audit")
