"""The five answers as cards that stand side by side and stack on a phone."""

import streamlit as st

from data.analysis.overview import overview
from data.tables.filters import Filters
from data.words.scores.overview import Answer
from data.words.scores.overview import five_answers as answers_of
from pages.sections.measures.measures import chosen_measures
from pages.sections.scores.scores import chosen_scores
from pages.shared.drawing import lines
from pages.shared.safe import plain
from pages.shared.session import kept


@kept
def five_answers(filters: Filters) -> tuple[Answer, ...]:
    """Give level, movement, weak points, late work and decisions of the chosen years and day."""
    return answers_of(overview(chosen_scores(filters.years), chosen_measures(filters)))


def show(answers: tuple[Answer, ...]) -> None:
    """Draw the answers; each says its question, the answer, and why."""
    with st.grid(len(answers), min_column_width=150, gap="xsmall"):
        for answer in answers:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.caption(answer.question)
                st.markdown(f"**{plain(answer.headline)}**")
                lines(answer.details)
