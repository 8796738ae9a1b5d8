"""The form of the first start: an agency, proposed where something is known of it, then set up."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from data.catalogue import set_up
from data.examples import PLAN_FILE, example_agency, import_file
from data.framework import Division, organisation
from data.framework.setting_up import Agency, agency_kinds, provinces
from data.importers import agency_of_file
from data.model.errors import UnreadableFileError
from data.words import setting_up as words
from pages.shared import store
from pages.shared.example import STARTED
from pages.shared.safe import plain
from pages.shared.session import explained, visitor

_BY_SHORT = {kind.short: kind for kind in agency_kinds()}


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
    agency = _asked_agency()
    if st.button(words.START, type="primary", key="set_up"):
        if not agency.name:
            st.error(words.NAME_MISSING)
        elif not agency.divisions:
            st.error(words.DIVISIONS_MISSING)
        else:
            _start(agency)


def divisions_from(text: str) -> tuple[Division, ...]:
    """Read a division a line, its other names behind an equals sign."""
    found = []
    for line in text.splitlines():
        name, _, others = line.partition("=")
        if name.strip():
            aliases = tuple(other.strip() for other in others.split(",") if other.strip())
            found.append(Division(name.strip(), aliases))
    return tuple(found)


def divisions_text(divisions: Sequence[Division]) -> str:
    """Write divisions as `divisions_from` reads them."""
    return "\n".join(
        f"{one.name} = {', '.join(one.aliases)}" if one.aliases else one.name for one in divisions
    )


def _asked_agency() -> Agency:
    with st.container(horizontal=True):
        kind = _BY_SHORT[
            st.selectbox(
                words.KIND,
                list(_BY_SHORT),
                format_func=lambda short: _BY_SHORT[short].name or short,
                key="agency_kind",
            )
        ]
        name = kind.name if kind.whole else st.text_input(words.NAME, key="agency_name")
    with st.container(horizontal=True):
        province = st.selectbox(
            words.PROVINCE,
            provinces(),
            index=None,
            placeholder=words.CHOOSE,
            key="agency_province",
        )
        district = st.text_input(words.DISTRICT, key="agency_district")
    text = st.text_area(
        words.DIVISIONS,
        "\n".join(kind.divisions),
        height=190,
        help=words.DIVISIONS_HELP,
        key=f"agency_divisions_{kind.short}",
    )
    return Agency(
        kind.short, (name or "").strip(), district or "", province or "", divisions_from(text or "")
    )


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
