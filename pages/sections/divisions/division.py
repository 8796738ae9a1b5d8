"""One division: which one, and how its measures stand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from data.analysis.plan.work import work_of
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words.scores import overview as words
from pages.sections.divisions.roundtrip import divisions_of
from pages.sections.measures import details
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements import markup
from pages.shared.elements.links import go
from pages.shared.filters import notice
from pages.shared.safe import plain


def chosen(filters: Filters) -> Filters:
    """Let a person choose the division, a link names it, and give the filters for it alone."""
    named = divisions_of(chosen_measures(filters))
    notice("division", named)
    division = st.selectbox(filter_words.DIVISIONS, named, key="division", bind="query-params")
    return replace(filters, divisions=(str(division),))


def open_profile(clicked: Sequence[object]) -> None:
    """Lead to the page of the division whose bar was clicked."""
    go("profiles/division", division=str(clicked[-1]))


def open_row(row: Mapping[str, Any]) -> None:
    """Lead to the page of the division of a row."""
    go("profiles/division", division=str(row["division"]))


def open_measure(clicked: Sequence[object]) -> None:
    """Lead to the measure of a bar or step that was clicked; of several, to their division."""
    _hover, measure, lead = map(str, clicked)
    if measure:
        details.open_profile(measure, lead)
    go("profiles/division", division=lead.split(", ")[0])


def state(filters: Filters) -> None:
    """Draw the measures that the division leads by state."""
    work = work_of(chosen_measures(replace(filters, lead_only=True)))
    states = work.by_lead.get((filters.divisions or ("",))[0], {})
    st.markdown(plain(words.late_answer(work).headline))
    if states:
        markup.draw(markup.parts(states), markup.legend(states))
