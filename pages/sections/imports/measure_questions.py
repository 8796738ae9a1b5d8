"""Asking which measure of the stored plan one of the imported plan is, where texts do not tell."""

from collections.abc import Mapping

import streamlit as st

from data.database import Comparison
from data.importers.plan.matching import MeasureMatches
from data.model.problems import Problem
from data.model.records import Import
from data.model.thai_time import today
from data.words.importing import imports as words
from pages.shared.safe import plain
from pages.shared.session import database
from queries import measures as measure_queries

NEW = ""


def ask_measures(comparison: Comparison, key: str) -> MeasureMatches:
    """Draw a question for each measure that may be several and give what was answered so far."""
    if not comparison.questions:
        return {}
    actions = _stored_actions(comparison.imported)
    with st.container(border=True):
        st.markdown(f"**{words.WHICH_MEASURES.format(count=len(comparison.questions))}**")
        answers = {
            int(question.value): _answer(question, comparison.imported, actions, key)
            for question in comparison.questions
        }
    return {place: answer for place, answer in answers.items() if answer is not None}


def _answer(
    question: Problem, imported: Import, actions: Mapping[str, str], key: str
) -> str | None:
    measure = imported.measures[int(question.value) - 1]
    st.caption(plain(words.NEW_MEASURE.format(place=question.value, action=measure.action)))
    candidates = question.expected.split(", ")
    return st.selectbox(
        words.WHICH_MEASURE,
        [*candidates, NEW],
        index=None,
        format_func=lambda one: (
            words.OLD_MEASURE.format(measure_id=one, action=actions.get(one, ""))
            if one
            else words.IS_NEW
        ),
        placeholder=words.CHOOSE_MEASURE,
        key=f"measure_{key}_{question.value}",
    )


def _stored_actions(imported: Import) -> dict[str, str]:
    years = [imported.measures[0].plan_year]
    found = measure_queries.measures(database(), as_of=today(), years=years, withdrawn=True)
    return dict(zip(found["measure_id"], found["action"], strict=True))
