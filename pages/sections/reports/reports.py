"""The documents on offer: each one click away, built when it is clicked."""

from collections.abc import Iterator
from contextlib import contextmanager
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
from pages.shared.downloads import later
from pages.shared.filters import known_years
from pages.shared.session import database, remembered

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


def chosen_ground(filters: Filters) -> Ground:
    """Give what the documents of the newest chosen year stand on."""
    year = max(filters.years or known_years() or [present_day().year + 543])
    return _ground(year, filters)


def offer(document: Document, found: Ground, *, thai_digits: bool) -> None:
    """Draw a document with a button for each of its formats."""
    with _card(words.TITLES[document], words.ABOUT[document]):
        if documents.is_empty(document, found):
            st.caption(words.NO_PLAN)
            return
        with st.container(horizontal=True):
            for suffix in documents.formats(document):
                _button(document, suffix, found, thai_digits=thai_digits)


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


def offer_site(found: Ground) -> None:
    """Draw the button of the web site of the year."""
    reader, name = database(), dated_name(f"{found.year}-{site_words.FILE_PART}", ".zip")
    with _card(site_words.NAME, site_words.ABOUT):
        st.download_button(
            site_words.BUTTON,
            data=later(lambda: archive(site(reader, found.year, found.as_of))),
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


def _button(document: Document, suffix: str, found: Ground, *, thai_digits: bool) -> None:
    def build() -> bytes:
        return documents.build(document, suffix, found, thai_digits=thai_digits)

    st.download_button(
        words.FORMATS[suffix],
        data=later(build),
        file_name=documents.file_name(document, suffix, found),
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
