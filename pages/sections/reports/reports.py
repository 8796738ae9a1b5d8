"""The documents on offer: each one click away, built when it is clicked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import streamlit as st

from data.documents import building as documents
from data.documents.ground import Ground
from data.documents.site.publishing import site
from data.exporters.archive import archive
from data.framework import present_day
from data.tables import analyst as tidy
from data.tables.filters import Filters
from data.tables.handouts import dated_name
from data.words.files import documents as words
from data.words.files import site as site_words
from data.words.files import tidy as tidy_words
from data.words.files.documents import Document
from pages.sections.measures.measures import chosen_measures
from pages.shared.filters import known_years
from pages.shared.session import database, kept, later, remembered

MIMES: Final = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".png": "image/png",
}
_ICONS: Final = {
    ".docx": ":material/description:",
    ".xlsx": ":material/table_view:",
    ".pdf": ":material/picture_as_pdf:",
    ".png": ":material/image:",
}


def chosen_year(filters: Filters) -> int:
    """Give the newest chosen year, which the documents are about."""
    return max(filters.years or known_years() or [present_day().year + 543])


def is_planned(filters: Filters) -> bool:
    """Tell whether the plan of the year has a measure that the filters let through."""
    return not chosen_measures(replace(filters, years=(chosen_year(filters),))).empty


@kept
def is_scored(year: int) -> bool:
    """Tell whether the documents of a year have scores to show."""
    return documents.book(database(), year) is not None


def offer(document: Document, filters: Filters, *, thai_digits: bool) -> None:
    """Draw a document with a button for each of its formats."""
    with _card(words.TITLES[document], words.ABOUT[document]):
        scored = is_scored(chosen_year(filters))
        if documents.is_empty(document, planned=is_planned(filters), scored=scored):
            st.caption(words.NO_PLAN)
            return
        with st.container(horizontal=True):
            for suffix in documents.formats(document):
                _button(document, suffix, filters, thai_digits=thai_digits)


def offer_everything(filters: Filters) -> None:
    """Draw the workbook for analysts and the files for other tools."""
    reader, as_of = database(), filters.as_of
    with _card(tidy_words.TITLE, tidy_words.ABOUT), st.container(horizontal=True):
        st.download_button(
            tidy_words.EXCEL,
            data=later(lambda: tidy.analyst_workbook(reader, as_of)),
            file_name=dated_name(tidy_words.NAME),
            mime=MIMES[".xlsx"],
            key="tidy_xlsx",
            on_click="ignore",
            icon=_ICONS[".xlsx"],
        )
        st.download_button(
            tidy_words.OPEN_FILES,
            data=later(lambda: tidy.open_files_zip(reader, as_of)),
            file_name=dated_name(tidy_words.NAME, ".zip"),
            mime="application/zip",
            key="tidy_zip",
            on_click="ignore",
            icon=":material/folder_zip:",
        )


def offer_site(filters: Filters) -> None:
    """Draw the button of the web site of the year."""
    reader, year, as_of = database(), chosen_year(filters), filters.as_of
    name = dated_name(f"{year}-{site_words.FILE_PART}", ".zip")
    with _card(site_words.NAME, site_words.ABOUT):
        st.download_button(
            site_words.BUTTON,
            data=later(lambda: archive(site(reader, year, as_of))),
            file_name=name,
            mime="application/zip",
            key="site_zip",
            on_click="ignore",
            icon=":material/captive_portal:",
        )


@contextmanager
def _card(title: str, about: str) -> Iterator[None]:
    """Give a card with what a document is; its buttons stand at the foot."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{title}**")
        st.caption(about)
        st.space("stretch")
        yield


def _button(document: Document, suffix: str, filters: Filters, *, thai_digits: bool) -> None:
    year, divisions = chosen_year(filters), filters.divisions or ()

    def build() -> bytes:
        return documents.build(document, suffix, _ground(year, filters), thai_digits=thai_digits)

    st.download_button(
        words.FORMATS[suffix],
        data=later(build),
        file_name=documents.file_name(document, suffix, year, divisions),
        mime=MIMES[suffix],
        key=f"{document}_{suffix.removeprefix('.')}",
        on_click="ignore",
        icon=_ICONS[suffix],
    )


@remembered
def _ground(year: int, filters: Filters) -> Ground:
    return documents.ground(
        database(), year, filters.as_of, filters.divisions or (), lead_only=filters.lead_only
    )
