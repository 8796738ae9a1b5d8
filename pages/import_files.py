"""Bringing files in: upload, check, see what will change, save; and empty forms to fill."""

import streamlit as st

from data.importers import read_sheets
from pages.shared import forms
from pages.shared.importing import Upload, file_steps
from pages.shared.safe import plain
from pages.shared.session import explained
from pages.shared.text import imports as words

files = st.file_uploader(
    words.UPLOAD, accept_multiple_files=True, help=words.UPLOAD_HELP, key="upload"
)
for number, file in enumerate(files or []):
    upload = Upload(file.name, file.getvalue())
    st.subheader(plain(upload.name), anchor=False)
    with explained(stop=False):
        sheets = read_sheets(upload.name, upload.content)
        file_steps(upload, sheets, f"{number}_{file.file_id}")

st.subheader(words.TEMPLATES, anchor=False)
st.caption(words.TEMPLATES_HELP)
forms.offer_templates()
