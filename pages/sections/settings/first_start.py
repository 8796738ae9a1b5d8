"""The form of the first start: an agency, proposed where something is known of it, then set up."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from data.catalogue import set_up
from data.examples import PLAN_FILE, example_agency, import_file
from data.framework import organisation
from data.framework.setting_up import Agency
from data.importers import agency_of_file
from data.model.errors import UnreadableFileError
from data.words import setting_up as words
from pages.sections.settings.agency_form import asked_agency, fault_of
from pages.shared import store
from pages.shared.example import STARTED
from pages.shared.safe import plain
from pages.shared.session import explained, visitor


def lead_on_when_set_up() -> None:
    """Go on to the first file once one's own store is set up."""
    if store.is_set_up():
        st.session_state.pop(STARTED, None)
        st.toast(words.STARTED.format(agency=plain(organisation().short_name)))
        st.switch_page("pages/import_files.py")


def offer_example_agency() -> None:
    """Let Kutsakon begin with one click: its agency and its real plan are there."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(words.EXAMPLE_AGENCY)
        if st.button(words.USE_EXAMPLE_AGENCY, key="use_example_agency"):
            _start(example_agency(), (PLAN_FILE,))


def read_from_file() -> None:
    """Fill the form with the agency a file names, where it plainly names one."""
    file = st.file_uploader(words.FILE, key="agency_file")
    if file is None or st.session_state.get("agency_file_read") == file.file_id:
        return
    st.session_state["agency_file_read"] = file.file_id
    try:
        agency = agency_of_file(file.name, file.getvalue())
    except UnreadableFileError:
        agency = None
    if agency is None:
        st.info(words.FILE_NAMES_NONE)
        return
    st.session_state["agency_kind"] = agency.kind
    st.session_state["agency_name"] = agency.name
    st.session_state["agency_district"] = agency.district
    st.session_state["agency_province"] = agency.province or None
    st.success(plain(words.FILE_NAMES.format(agency=agency.kind + agency.name)))


def agency_form() -> None:
    """Ask for the agency and its divisions, and set the store up with them."""
    agency = asked_agency("agency")
    if st.button(words.START, type="primary", key="set_up"):
        if fault := fault_of(agency):
            st.error(fault)
        else:
            _start(agency)


def _start(agency: Agency, files: Sequence[Path] = ()) -> None:
    """Set one's own store up, and lead on from a page that is drawn of it."""
    with explained(stop=False):
        with store.own_store() as own:
            come = visitor()
            set_up(own.acting_as(come), agency, come.label)
            for path in files:
                import_file(own.acting_as(come), path, come.label)
        st.session_state[STARTED] = True
        st.rerun()
