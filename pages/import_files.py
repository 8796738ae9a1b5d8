"""Bringing files in: upload, check, see what will change, save; and empty forms to fill."""

import streamlit as st

from data.words.importing import imports as words
from pages.sections.imports import forms, uploads
from pages.sections.imports.catalogue_import import catalogue_section
from pages.sections.imports.importing import file_steps
from pages.shared import drawing, printing
from pages.shared.safe import plain
from pages.shared.session import explained

files = st.file_uploader(words.UPLOAD, accept_multiple_files=True, key="upload")
if not files:
    drawing.lines((words.UPLOAD_STEPS, words.UPLOAD_HELP))
given = [uploads.Upload(file.name, file.getvalue(), file.file_id) for file in files or []]
given += uploads.pasted()
uploads.forget_others([upload.key for upload in given])
warning = st.container(key="unsaved")
unsaved: list[str] = []
for upload in given:
    st.header(plain(upload.name), anchor=False)
    with explained(stop=False):
        unsaved += file_steps(upload)
if unsaved:
    warning.warning(words.unsaved(unsaved), icon=":material/save:")

with printing.screen_only("templates"):
    forms.offer_templates(folded=bool(given))

catalogue_section()
