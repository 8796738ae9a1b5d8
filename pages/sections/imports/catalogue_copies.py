"""Bringing back a file of the catalogue as it was before somebody replaced it."""

import streamlit as st

from data.catalogue import restore_catalogue
from data.framework.copies import Copy, kept_copies
from data.words.importing import catalogue as words
from pages.shared.safe import plain
from pages.shared.session import database, explained

RESTORED = "catalogue_restored"


def offer_copies() -> None:
    """Draw the copies there are, and the button that brings the chosen one back."""
    copies = {copy.name: copy for copy in kept_copies()}
    if not copies:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            words.COPY,
            list(copies),
            index=None,
            format_func=lambda name: words.copy_name(copies[name]),
            placeholder=words.COPY_PLACEHOLDER,
            help=words.COPY_HELP,
            key="catalogue_copy",
        )
        asked = st.button(
            words.BRING_BACK,
            disabled=chosen is None,
            key="catalogue_bring_back",
            icon=":material/undo:",
        )
    if asked and chosen is not None:
        with explained(stop=False):
            _bring_back(copies[chosen])
    if RESTORED in st.session_state:
        st.success(plain(st.session_state.pop(RESTORED)), icon=":material/check:")


def _bring_back(copy: Copy) -> None:
    written = restore_catalogue(database(), copy.name)
    st.session_state[RESTORED] = words.written(written) if written.files else words.NOTHING_NEW
    st.rerun()
