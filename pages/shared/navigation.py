"""The pages of the app, in sections."""

from collections.abc import Callable
from copy import copy
from functools import cache
from pathlib import Path
from typing import Final, Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.model.access import Action
from data.model.places import version
from data.words import guide
from data.words import navigation as words

FOLDER: Final = Path(__file__).parents[1]
PAGES: Final = {
    words.SECTION_EXECUTIVE: (
        ("executive_overview", words.OVERVIEW, "speed", words.OVERVIEW_HELP, "scores"),
        ("yearly_trends", words.TRENDS, "trending_up", words.TRENDS_HELP, "scores"),
        ("score_movement", words.MOVEMENT, "stacked_bar_chart", words.MOVEMENT_HELP, "scores"),
        ("next_level", words.NEXT_LEVEL, "flag", words.NEXT_LEVEL_HELP, "scores"),
        ("agency_comparison", words.COMPARISON, "compare_arrows", words.COMPARISON_HELP, "scores"),
        ("areas/area_summary", words.AREAS, "map", words.AREAS_HELP, "scores"),
    ),
    words.SECTION_PLANNING: (
        ("linked_measures", words.MEASURES, "hub", words.MEASURES_HELP, "measures"),
        ("division_progress", words.PROGRESS, "checklist", words.PROGRESS_HELP, "progress"),
        ("status_report", words.REPORT_STATUS, "edit_note", words.REPORT_STATUS_HELP, "progress"),
        ("official_reports", words.REPORTS, "description", words.REPORTS_HELP, "reports"),
    ),
    words.SECTION_DATA: (
        ("first_start", words.START_OWN, "rocket_launch", words.START_OWN_HELP, "start"),
        ("import_files", words.IMPORT, "upload_file", words.IMPORT_HELP, "importing"),
        ("import_history", words.HISTORY, "history", words.HISTORY_HELP, "keeping"),
        ("audit_log", words.AUDIT, "policy", words.AUDIT_HELP, "keeping"),
        ("agency_settings", words.SETTINGS, "settings", words.SETTINGS_HELP, "start"),
    ),
    words.SECTION_HELP: (("user_guide", words.GUIDE, "help", words.GUIDE_HELP, "start"),),
}
PROFILES: Final = (
    ("profiles/indicator", words.INDICATOR, "speed", words.INDICATOR_HELP, "scores"),
    ("profiles/measure", words.MEASURE, "task_alt", words.MEASURE_HELP, "measures"),
    ("profiles/division", words.DIVISION, "groups", words.DIVISION_HELP, "progress"),
)
"""Pages about one thing: reached by a link from whatever shows it, not from the navigation."""
_DESCRIPTIONS: Final = {
    described[0]: described for pages in (*PAGES.values(), PROFILES) for described in pages
}
CHAPTER_OF_PAGE: Final = {stem: chapter for stem, *_, chapter in _DESCRIPTIONS.values()}
"""Which chapter of the guide explains a page."""
STEMS: Final = tuple(CHAPTER_OF_PAGE)
NEEDS: Final = {
    "import_files": Action.IMPORT,
    "audit_log": Action.AUDIT,
    "agency_settings": Action.SETTINGS,
}
"""What a page is for, where that is more than reading."""
FIRST: Final = "executive_overview"
AREAS: Final = "areas/area_summary"
"""The page of several agencies of one database, there for those who may see their sums."""
FRESH: Final = "first_start"
"""The page that sets up a store, there as long as it holds nothing."""


def sections(
    can: Callable[[Action], bool], *, fresh: bool = True, areas: bool = True
) -> dict[str, list[StreamlitPage]]:
    """Give the pages the visitor can use by section; the first has no address of its own.

    `fresh` tells that he may set up a store that holds nothing yet, `areas` that he may see the
    sums of several agencies.
    """

    def is_for_him(stem: str) -> bool:
        apart = {FRESH: fresh, AREAS: areas}
        return apart[stem] if stem in apart else can(NEEDS.get(stem, Action.READ))

    found = {
        section: [_page(*described) for described in pages if is_for_him(described[0])]
        for section, pages in PAGES.items()
    }
    if can(Action.READ):
        found[words.SECTION_HELP] += [_page(*one, "hidden") for one in PROFILES]
    return {section: pages for section, pages in found.items() if pages}


def page_of(stem: str) -> StreamlitPage:
    """Give the page a link leads to: a path Streamlit would look up on the disk for each link."""
    return _described(*_DESCRIPTIONS[stem])


def _page(*described: str) -> StreamlitPage:
    """Give a page of a run's own: `st.navigation` notes in it whether it may be called."""
    return copy(_described(*described))


@cache
def _described(
    stem: str,
    title: str,
    icon: str,
    explanation: str,
    _chapter: str,
    visibility: Literal["visible", "hidden"] = "visible",
) -> StreamlitPage:
    return st.Page(
        FOLDER / f"{stem}.py",
        title=title,
        icon=f":material/{icon}:",
        url_path=address(stem),
        default=stem == FIRST,
        help=explanation,
        visibility=visibility,
    )


def stem_of(url_path: str) -> str:
    """Give the file of the page at an address."""
    return next(one for one in STEMS if address(one) == url_path or (one == FIRST and not url_path))


def guide_link(stem: str) -> None:
    """Draw the link to the chapter that explains a page, beside its filters."""
    if stem == "user_guide":
        return
    st.sidebar.page_link(
        page_of("user_guide"),
        label=words.GUIDE_OF_PAGE,
        icon=":material/help:",
        help="",
        query_params={"chapter": guide.CHAPTERS[CHAPTER_OF_PAGE[stem]]},
    )


def foot() -> None:
    """Say in the sidebar which version this is, with the way to what it brought."""
    st.sidebar.page_link(
        page_of("user_guide"),
        label=words.VERSION.format(version=version()),
        icon=":material/new_releases:",
        help="",
        query_params={"chapter": guide.CHAPTERS[guide.CHANGES]},
    )


def address(stem: str) -> str:
    """Give the URL of a page file: never its own name, or a deep link would skip the router."""
    return stem.rpartition("/")[2].replace("_", "-")
