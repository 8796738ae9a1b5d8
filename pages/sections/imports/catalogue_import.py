"""The framework of a year as a workbook: hand it out, take it back, tell what it changes, write."""

from functools import partial

import pandas as pd
import streamlit as st

from data.catalogue import (
    CatalogueBook,
    CatalogueDraft,
    draft_catalogue,
    import_catalogue,
    read_catalogue,
)
from data.catalogue.forms import form_years, year_form
from data.framework import catalogue_revision, years
from data.model.access import Action
from data.model.columns import Column, Kind, Table
from data.tables.handouts import dated_name
from data.words.importing import catalogue as words
from data.words.importing import imports as import_words
from pages.sections.imports.catalogue_copies import offer_copies
from pages.sections.imports.findings import show_all_findings, show_next_steps
from pages.sections.imports.uploads import Bench, Upload
from pages.shared.downloads import XLSX, show_table
from pages.shared.safe import plain
from pages.shared.session import can, database, explained

SLOT = "catalogue_bench"
SAVED = "catalogue_saved"
LONG = frozenset({"old", "new"})


def catalogue_section() -> None:
    """Draw the steps from a workbook to the files of the catalogue, for who may import."""
    if not can(Action.IMPORT):
        return
    with st.expander(words.TITLE):
        st.caption(words.HELP)
        _offer_form()
        file = st.file_uploader(words.UPLOAD, key="catalogue_upload")
        if file is not None:
            with explained(stop=False):
                _steps(_bench(Upload(file.name, file.getvalue(), file.file_id)))
        offer_copies()


def changes_table(draft: CatalogueDraft) -> Table:
    """Give what a workbook would change, a row a fact."""
    rows = [
        (
            str(one.year or ""),
            words.TABLES[one.table],
            one.subject,
            words.field(one),
            one.old,
            one.new,
        )
        for one in draft.changes
    ]
    frame = pd.DataFrame(rows, columns=list(words.COLUMNS))
    columns = tuple(
        Column(name, heading, Kind.LONG_TEXT if name in LONG else Kind.TEXT)
        for name, heading in words.COLUMNS.items()
        if frame[name].any() or frame.empty
    )
    return Table(words.NAME, words.NAME, columns, frame)


def _offer_form() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = st.selectbox(
            words.FORM_YEAR,
            form_years(),
            index=1,
            format_func=lambda one: words.form_year(one, max(years())),
            key="catalogue_form_year",
        )
        st.download_button(
            words.FORM,
            data=partial(year_form, year),
            file_name=dated_name(words.FORM_FILE.format(year=year)),
            mime=XLSX,
            key="catalogue_form",
            on_click="ignore",
            icon=":material/download:",
        )


def _bench(upload: Upload) -> Bench:
    known = st.session_state.get(SLOT)
    if isinstance(known, Bench) and known.upload.key == upload.key:
        known.taken = 0
        return known
    st.session_state[SLOT] = made = Bench(upload)
    return made


def _steps(own: Bench) -> None:
    sheets, revision = own.sheets(), catalogue_revision()
    step = import_words.CHECKING
    book = own.once("catalogue_book", revision, step, lambda: read_catalogue(sheets))
    draft = own.once("catalogue_draft", revision, step, lambda: draft_catalogue(book))
    st.markdown(plain(words.described(book)))
    show_all_findings(sheets, draft, f"catalogue_{own.upload.key}")
    show_next_steps(draft)
    if draft.blocking:
        return
    _changes(own, book, draft)


def _changes(own: Bench, book: CatalogueBook, draft: CatalogueDraft) -> None:
    slot = f"{SAVED}_{own.upload.key}"
    if draft.changes:
        st.markdown(words.CHANGES.format(count=len(draft.changes)))
        show_table(changes_table(draft), wrapped=True)
        label, name = words.WRITE, own.upload.name
        if st.button(label, type="primary", key=f"write_{own.upload.key}", icon=":material/save:"):
            written = own.work(words.WRITING, lambda: import_catalogue(database(), book, name))
            st.session_state[slot] = words.written(written)
            st.rerun()
    elif slot in st.session_state:
        st.success(plain(st.session_state[slot]), icon=":material/check:")
    else:
        st.info(words.NOTHING_NEW, icon=":material/check:")
