"""Where a number or a measure comes from: file, sheet, cell, day and person of every version."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from data.database import HOME_ID, kept_source
from data.model.access import Action
from data.model.columns import Table
from data.tables import versions
from data.tables.columns import columns
from data.words.importing import provenance as words
from pages.shared import printing
from pages.shared.downloads import show_table
from pages.shared.session import can, database, later, remembered
from queries import scores as score_queries
from queries.frames import records_of

Score = tuple[int, str, str]
"""Year, level and code of a score."""


def home_section() -> None:
    """Let a person choose a score of the home agency and see every version of it."""
    with printing.once_answered("source"):
        _heading()
        _score_section(HOME_ID, None)


def of_indicator(number: int, years: Sequence[int]) -> None:
    """Show every version of the scores of one indicator, newest year first."""
    with st.expander(words.TITLE):
        tables = {
            year: _score_versions(HOME_ID, year, "indicator", str(number))
            for year in reversed(years)
        }
        frame = pd.concat([one.frame.assign(year=year) for year, one in tables.items()])
        listed = (*columns(("year",)), *tables[years[-1]].columns)
        show_table(Table(words.SHEET, words.TITLE, listed, frame))
        offer_sources(list(frame["batch_id"]), f"indicator_{number}")


def agency_section(names: Mapping[int, str], shown: Score) -> None:
    """Let a person choose one of several agencies and see every version of its scores.

    `names` go by the ids of the agencies; the score that the page shows is chosen first.
    """
    with printing.once_answered("source"):
        _heading()
        chosen = st.selectbox(
            words.AGENCY,
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=words.AGENCY_NONE,
            key="source_agency",
            bind="query-params",
        )
        if chosen is not None:
            _score_section(chosen, shown)


def _heading() -> None:
    st.header(words.TITLE, anchor=False)
    st.caption(words.HELP)


def _score_section(agency_id: int, shown: Score | None) -> None:
    recorded = _recorded(agency_id)
    # The home agency's choice stands in the link; another agency's starts anew with what is shown.
    place = "" if shown is None else "_".join(map(str, (agency_id, *shown, "")))
    left, right = st.columns([1, 3])
    with left:
        year = _chosen_year(recorded, shown, f"source_{place}year")
    with right:
        chosen = _chosen_score(recorded[recorded["year"] == year], shown, f"source_{place}{year}")
    if chosen is not None and year is not None:
        table = _score_versions(agency_id, year, *chosen)
        show_table(table)
        offer_sources(list(table.frame["batch_id"]), f"score_{agency_id}_{year}_{chosen[1]}")


def _chosen_year(recorded: pd.DataFrame, shown: Score | None, key: str) -> int | None:
    listed = sorted({int(year) for year in recorded["year"]}, reverse=True)
    if shown is None:
        return st.selectbox(words.YEAR, listed, key=key, bind="query-params")
    return st.selectbox(words.YEAR, listed, index=listed.index(shown[0]), key=key)


def _chosen_score(of_year: pd.DataFrame, shown: Score | None, key: str) -> tuple[str, str] | None:
    names = {
        (str(row["level"]), str(row["code"])): versions.score_name(
            row["year"], row["level"], row["code"]
        )
        for row in records_of(of_year)
    }
    listed = list(names)
    first = shown[1:] if shown else None
    return st.selectbox(
        words.SCORE,
        listed,
        index=listed.index(first) if first in listed else None,
        format_func=names.__getitem__,
        placeholder=words.SCORE_NONE,
        key=key,
    )


def measure_section(measures: pd.DataFrame) -> None:
    """Show every version of the measure that is chosen on the page, or of the first one."""
    listed = list(measures["measure_id"])
    chosen = st.session_state.get("measure")
    measure_id = str(chosen if chosen in listed else listed[0])
    with st.expander(words.MEASURE_TITLE.format(measure_id=measure_id)):
        table = _measure_versions(measure_id)
        show_table(table)
        offer_sources(list(table.frame["batch_id"]), f"measure_{measure_id}")


def offer_sources(batches: Sequence[int], key: str) -> None:
    """Offer the files of these batches as they came, those that are still there."""
    if not can(Action.IMPORT):
        return
    with st.container(horizontal=True):
        for batch_id in dict.fromkeys(map(int, batches)):
            source_button(batch_id, f"{key}_{batch_id}")


def source_button(batch_id: int, key: str) -> None:
    """Offer the file of one batch as it came; say so when its copy is gone."""
    kept = kept_source(database(), batch_id)
    if kept is None:
        st.caption(words.SOURCE_GONE.format(batch_id=batch_id))
        return
    file_name, path = kept
    st.download_button(
        words.SOURCE_OF.format(batch_id=batch_id),
        data=later(path.read_bytes),
        file_name=file_name,
        mime="application/octet-stream",
        key=f"source_of_{key}",
        on_click="ignore",
        icon=":material/draft:",
    )


@remembered
def _recorded(agency_id: int) -> pd.DataFrame:
    return score_queries.recorded_scores(database(), agency_id=agency_id)


@remembered
def _score_versions(agency_id: int, year: int, level: str, code: str) -> Table:
    return versions.score_versions(database(), agency_id, year, level, code)


@remembered
def _measure_versions(measure_id: str) -> Table:
    return versions.measure_versions(database(), measure_id)
