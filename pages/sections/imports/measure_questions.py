"""Asking which measure or step of the stored plan one is, where texts do not tell."""

from collections.abc import Mapping

import streamlit as st

from data.database import Comparison
from data.database.batches.measure_identity import NO_MATCHES
from data.importers.plan.matching import place_of, place_text
from data.model.choices import MeasureMatches, Place
from data.model.records import Import
from data.model.thai_time import today
from data.words.importing import imports as words
from pages.shared.safe import plain
from pages.shared.session import database
from queries import measures as measure_queries
from queries.steps import steps

NEW = ""


def ask_measures(
    comparison: Comparison, key: str, answered: MeasureMatches = NO_MATCHES
) -> MeasureMatches:
    """Draw a question for each measure or step that may be several and is not `answered` yet.

    Gives what was answered so far.
    """
    open_places = {place_of(one.value): one for one in comparison.questions}
    asked = {place: one for place, one in open_places.items() if place not in answered}
    if not asked:
        return {}
    stored = _stored_texts(comparison.imported)
    with st.container(border=True):
        st.markdown(f"**{words.WHICH_MEASURES.format(count=len(asked))}**")
        answers = {
            place: _answer(place, question.expected.split(", "), comparison.imported, stored, key)
            for place, question in asked.items()
        }
    return {place: answer for place, answer in answers.items() if answer is not None}


def _answer(
    place: Place, candidates: list[str], imported: Import, stored: Mapping[str, str], key: str
) -> str | None:
    is_step = isinstance(place, tuple)
    told = words.NEW_STEP if is_step else words.NEW_MEASURE
    st.caption(plain(told.format(place=place_text(place), action=_text_at(place, imported))))
    return st.selectbox(
        words.WHICH_STEP if is_step else words.WHICH_MEASURE,
        [*candidates, NEW],
        index=None,
        format_func=lambda one: (
            words.OLD_MEASURE.format(measure_id=one, action=stored.get(one, ""))
            if one
            else (words.STEP_IS_NEW if is_step else words.IS_NEW)
        ),
        placeholder=words.CHOOSE_MEASURE,
        key=f"measure_{key}_{place_text(place)}",
    )


def _text_at(place: Place, imported: Import) -> str:
    if isinstance(place, int):
        return imported.measures[place - 1].action
    measure, step = place
    return imported.measures[measure - 1].steps[step - 1]


def _stored_texts(imported: Import) -> Mapping[str, str]:
    """Give what the stored measures and steps of the plan's year say, by their ids."""
    years = [imported.measures[0].plan_year]
    found = measure_queries.measures(database(), as_of=today(), years=years, withdrawn=True)
    listed = steps(database(), as_of=today(), measure_ids=list(found["measure_id"]))
    return {
        **dict(zip(found["measure_id"], found["action"], strict=True)),
        **dict(zip(listed["step_id"], listed["text"], strict=True)),
    }
