"""The pages of the app, in sections."""

from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shared.text import navigation as words

FOLDER: Final = Path(__file__).parents[1]
ORDER: Final = (
    (words.SECTION_EXECUTIVE, "executive_overview", words.OVERVIEW, "speed", words.OVERVIEW_HELP),
    (words.SECTION_EXECUTIVE, "yearly_trends", words.TRENDS, "trending_up", words.TRENDS_HELP),
    (words.SECTION_PLANNING, "linked_measures", words.MEASURES, "hub", words.MEASURES_HELP),
    (words.SECTION_PLANNING, "division_progress", words.PROGRESS, "checklist", words.PROGRESS_HELP),
    (words.SECTION_DATA, "import_files", words.IMPORT, "upload_file", words.IMPORT_HELP),
    (words.SECTION_DATA, "import_history", words.HISTORY, "history", words.HISTORY_HELP),
)


def sections() -> dict[str, list[StreamlitPage]]:
    """Give the pages by section; the first is the one without an address of its own."""
    found: dict[str, list[StreamlitPage]] = {}
    for position, (section, stem, title, icon, explanation) in enumerate(ORDER):
        page = st.Page(
            FOLDER / f"{stem}.py",
            title=title,
            icon=f":material/{icon}:",
            url_path=address(stem),
            default=position == 0,
            help=explanation,
        )
        found.setdefault(section, []).append(page)
    return found


def address(stem: str) -> str:
    """Give the URL of a page file: never its own name, or a deep link would skip the router."""
    return stem.replace("_", "-")
