"""The framework of a year: handed out as a workbook, and any file of it taken back as a batch."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from data.catalogue import CatalogueDraft, CatalogueFile, import_catalogue
from data.catalogue.forms import form_years, year_form
from data.database import Source
from data.framework import catalogue_revision, years
from data.importers.sheets.opening import Sheet
from data.model.access import Action
from data.model.columns import Column, Kind, Table
from data.tables.handouts import dated_name
from data.words.importing import catalogue as words
from data.words.importing import imports as import_words
from pages.sections.imports.findings import show_all_findings, show_next_steps
from pages.sections.imports.import_outcome import Outcome, keep_outcome, show_outcome
from pages.sections.imports.uploads import Bench
from pages.shared.downloads import XLSX, show_table
from pages.shared.safe import plain
from pages.shared.session import can, database, later, person

LONG = frozenset({"old", "new"})


def catalogue_section() -> None:
    """Draw the workbook of a year to take along, for who may import."""
    if not can(Action.IMPORT):
        return
    with st.expander(words.TITLE):
        st.caption(words.HELP)
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
                data=later(partial(year_form, year)),
                file_name=dated_name(words.FORM_FILE.format(year=year)),
                mime=XLSX,
                key="catalogue_form",
                on_click="ignore",
                icon=":material/download:",
            )


def catalogue_steps(own: Bench, file: CatalogueFile, sheets: Sequence[Sheet] = ()) -> None:
    """Draw the steps from a file of the catalogue to a batch: findings, changes, save, undo."""
    key = f"catalogue_{own.upload.key}"
    draft = own.once(key, catalogue_revision(), import_words.CHECKING, file.draft)
    st.markdown(plain(words.described(file, draft.rows_read)))
    show_all_findings(sheets, draft, key)
    show_next_steps(draft)
    if draft.blocking or show_outcome(key, key):
        return
    if not draft.changes:
        st.info(words.NOTHING_NEW, icon=":material/check:")
        return
    st.markdown(words.CHANGES.format(count=len(draft.changes)))
    show_table(changes_table(draft), wrapped=True)
    if st.button(import_words.SAVE, type="primary", key=f"save_{key}", icon=":material/save:"):
        source = Source(own.upload.name, own.upload.content, person().label)
        batch = own.work(import_words.SAVING, lambda: import_catalogue(database(), file, source))
        keep_outcome(key, Outcome(key, batch, import_words.saved(batch), ()))


def changes_table(draft: CatalogueDraft) -> Table:
    """Give what a file would change, a row a fact, with the cell of the new value."""
    rows = [
        (
            str(one.year or ""),
            words.TABLES[one.table],
            one.subject,
            words.field(one),
            one.old,
            one.new,
            f"{one.sheet}!{one.cell}" if one.cell else "",
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
