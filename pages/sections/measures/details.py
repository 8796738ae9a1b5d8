"""One measure in full, letter by letter."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.model.records import Status
from data.tables.measures import MEASURE_TEXTS, numbered
from data.words import filters as filter_words
from data.words import palette
from data.words.files import tables as table_words
from data.words.work import measures as words
from data.words.work import status_report as report_words
from data.words.work import statuses
from pages.sections.measures import comments, evidence
from pages.shared.elements import markup
from pages.shared.elements.links import go, link
from pages.shared.filters import linked
from pages.shared.safe import plain
from queries.frames import records_of


def chosen(measures: pd.DataFrame) -> str:
    """Let a person choose one of the measures; a link names it."""
    labels = {str(row["measure_id"]): _label(row) for row in records_of(measures)}
    linked("measure", labels)
    return str(
        st.selectbox(
            words.CHOOSE,
            list(labels),
            format_func=labels.__getitem__,
            key="measure",
            bind="query-params",
        )
    )


def profile_link(row: Mapping[str, Any], label: str) -> None:
    """Draw the link to the page of a measure."""
    link("profiles/measure", label, icon="arrow_forward", measure=_label(row))


def open_row(row: Mapping[str, Any]) -> None:
    """Lead to the page of the measure of a row."""
    open_profile(str(row["measure_id"]), _leads(row))


def open_profile(measure_id: str, leads: str) -> None:
    """Lead to the page of a measure, which a link names together with its leads."""
    go("profiles/measure", measure=words.OPTION.format(measure_id=measure_id, lead=leads))


def state(measures: pd.DataFrame, measure_id: str) -> None:
    """Write the state of a measure as a badge, with who leads it and what is computed of it."""
    row = _row(measures, measure_id)
    mark = palette.STATUSES[Status(row["status"])]
    percent = "" if pd.isna(row["percent"]) else f" {int(row['percent'])}%"
    told = (", ".join(row["lead"]), statuses.flags(row))
    about = filter_words.SEPARATOR.join(part for part in told if part)
    markup.draw(markup.state_line(replace(mark, word=f"{mark.word}{percent}"), about))


def way_to(measures: pd.DataFrame, measure_id: str) -> None:
    """Lead to the page of a measure."""
    profile_link(_row(measures, measure_id), report_words.MEASURE_PAGE)


def show(measures: pd.DataFrame, measure_id: str) -> None:
    """Show every text of a measure."""
    row = _row(measures, measure_id)
    for field in MEASURE_TEXTS:
        text = numbered(row[field]) if field == "steps" else str(row[field])
        with st.container(gap=None):
            st.caption(table_words.HEADINGS[field])
            st.markdown(plain(text) or table_words.EMPTY_LIST)


def _row(measures: pd.DataFrame, measure_id: str) -> Mapping[str, Any]:
    return records_of(measures[measures["measure_id"] == measure_id])[0]


def _label(row: Mapping[str, Any]) -> str:
    return words.OPTION.format(measure_id=row["measure_id"], lead=_leads(row))


def _leads(row: Mapping[str, Any]) -> str:
    lead = row["lead"]
    return lead if isinstance(lead, str) else ", ".join(lead)


def talk(measures: pd.DataFrame, measure_id: str) -> None:
    """Show what proves that a measure was done, and what is said about it."""
    row = _row(measures, measure_id)
    evidence.show(row)
    comments.show(measure_id, (*row["lead"], *row["support"]))
