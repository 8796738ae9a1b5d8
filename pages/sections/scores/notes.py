"""Remarks under figures: what is missing, what cannot be compared."""

import streamlit as st

from data.analysis.indicators import Coverage
from data.framework import comparisons
from data.model.access import Action
from data.words import navigation as navigation_words
from data.words.scores import trends as words
from pages.sections.scores.scores import chosen_scores
from pages.shared.elements.links import link
from pages.shared.safe import plain
from pages.shared.session import can, kept


def missing_indicators(years: tuple[int, ...] | None) -> None:
    """Say for which years some indicators have no score, and lead to where they come in."""
    lacking = {year: one for year, one in _coverages(years).items() if not one.complete}
    for year, one in lacking.items():
        st.info(words.INCOMPLETE.format(year=year, known=one.known, expected=one.expected))
    if lacking and can(Action.IMPORT):
        link("import_files", navigation_words.IMPORT, icon="arrow_forward")


@kept
def _coverages(years: tuple[int, ...] | None) -> dict[int, Coverage]:
    book = chosen_scores(years)
    return {year: book.coverage(year) for year in book.years}


def breaks_between(years: tuple[int, ...]) -> None:
    """List the breaks that lie between the shown years, with their reasons."""
    found = comparisons().breaks_between(years[0], years[-1])
    if len(years) > 1 and found:
        with st.expander(words.BREAKS):
            for one in found:
                line = words.BREAK.format(
                    from_year=one.from_year, to_year=one.to_year, reason=one.reason
                )
                st.markdown(plain(line))
    st.caption(words.NATIONAL_SOURCE)
