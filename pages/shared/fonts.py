"""Sarabun for the browser: Streamlit serves fonts only from static/ beside the entry file."""

import shutil
from pathlib import Path
from typing import Final

import fontpkg_sarabun
import streamlit as st

STATIC: Final = Path(__file__).parents[2] / "static"
WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")


@st.cache_resource(show_spinner=False)
def provide() -> None:
    """Copy the font files into the git-ignored static folder, once a process."""
    STATIC.mkdir(exist_ok=True)
    source = Path(fontpkg_sarabun.ROOT) / "files"
    for weight in WEIGHTS:
        name = f"Sarabun-{weight}.ttf"
        if not (STATIC / name).exists():
            shutil.copyfile(source / name, STATIC / name)
