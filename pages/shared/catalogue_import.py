"""Completing the framework of a year with a sheet: look, be told what is wrong, write."""

import pandas as pd
import streamlit as st

from data.access import Action
from data.catalogue import catalogue_changes, import_catalogue
from data.exporters.tables import Column, Kind, Table
from data.framework import catalogue_revision
from data.importers.catalogue import CatalogueSheet, read_catalogue
from data.importers.sheets import Sheet
from pages.shared.downloads import show_table
from pages.shared.findings import show_findings
from pages.shared.safe import plain
from pages.shared.session import can, database, explained
from pages.shared.text import catalogue as words
from pages.shared.text import imports as import_words
from pages.shared.uploads import Bench, Upload

SLOT = "catalogue_bench"
SAVED = "catalogue_saved"


def catalogue_section() -> None:
    """Draw the steps from a sheet to the files of the catalogue, for who may import."""
    if not can(Action.IMPORT):
        return
    with st.expander(words.TITLE):
        st.caption(words.HELP)
        file = st.file_uploader(words.UPLOAD, key="catalogue_upload")
        if file is not None:
            with explained(stop=False):
                own = _bench(Upload(file.name, file.getvalue(), file.file_id))
                for at, sheet in enumerate(own.sheets()):
                    with explained(stop=False):
                        _steps(own, sheet, f"{file.file_id}_{at}")


def _bench(upload: Upload) -> Bench:
    known = st.session_state.get(SLOT)
    if isinstance(known, Bench) and known.upload.key == upload.key:
        known.taken = 0
        return known
    st.session_state[SLOT] = made = Bench(upload)
    return made


def _steps(own: Bench, sheet: Sheet, key: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(import_words.SHEET.format(name=sheet.name))}**")
        told = own.once(
            f"catalogue_{key}",
            catalogue_revision(),
            import_words.CHECKING,
            lambda: read_catalogue(sheet),
        )
        st.caption(words.ROWS.format(rows=told.rows_read, told=len(told.items + told.divisions)))
        show_findings(sheet, told, f"catalogue_{key}")
        if told.blocking:
            st.error(import_words.BLOCKED.format(blocking=len(told.blocking)))
            return
        _changes(own, told, key)


def _changes(own: Bench, told: CatalogueSheet, key: str) -> None:
    changes = catalogue_changes(told)
    slot = f"{SAVED}_{key}"
    if changes:
        st.markdown(words.CHANGES.format(count=len(changes)))
        frame = pd.DataFrame(
            [(str(one.year or ""), one.subject, one.old, one.new) for one in changes],
            columns=list(words.COLUMNS),
        )
        columns = tuple(Column(name, heading, Kind.TEXT) for name, heading in words.COLUMNS.items())
        show_table(Table(words.NAME, words.NAME, columns, frame))
        if st.button(words.WRITE, type="primary", key=f"write_{key}", icon=":material/save:"):
            name = own.upload.name
            kept = own.work(words.WRITING, lambda: import_catalogue(database(), told, name))
            st.session_state[slot] = words.WRITTEN.format(files=", ".join(kept))
            st.rerun()
    elif slot not in st.session_state:
        st.info(words.NOTHING_NEW, icon=":material/check:")
    if slot in st.session_state:
        st.success(plain(st.session_state[slot]), icon=":material/check:")
