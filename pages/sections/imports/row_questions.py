"""Asking what rows of a report without our ids are about, and how their measures stand."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data.database import ReportComparison
from data.model.columns import Table
from data.model.problems import Problem, ProblemCode
from data.model.records import Import, Status, StatusChange
from data.model.thai_time import today
from data.tables.columns import columns
from data.words.importing import imports as words
from data.words.importing import problems as problem_words
from data.words.work import statuses
from pages.shared.downloads import show_table
from pages.shared.safe import plain
from pages.shared.session import database
from queries import measures as measure_queries

NONE = ""
STATUSES = [status for status in Status if status is not Status.NOT_REPORTED]


def ask_rows(
    imported: Import, comparison: ReportComparison, code: ProblemCode, key: str
) -> dict[int, str | int]:
    """Draw a question for each row that leaves something open and give what was answered so far."""
    questions = [one for one in comparison.problems if one.code is code]
    if not questions:
        return {}
    said = {str(one.said.place): _words_of(one, code) for one in imported.reports if one.said}
    actions = _actions() if code is ProblemCode.ASK_MEASURE else {}
    with st.container(border=True):
        st.markdown(f"**{words.WHICH_ROWS[code].format(count=len(questions))}**")
        answers = {
            int(one.value): _answer(one, said.get(one.value, ""), actions, key) for one in questions
        }
    return {place: answer for place, answer in answers.items() if answer is not None}


def show_pairs(comparison: ReportComparison) -> None:
    """Draw which measure of the plan each row was taken for."""
    pairs = [one for one in comparison.problems if one.code is ProblemCode.MEASURE_MATCHED]
    if not pairs:
        return
    rows = [(problem_words.place(one), one.value, one.expected) for one in pairs]
    frame = pd.DataFrame(rows, columns=["place", "old_value", "new_value"])
    headings = {"old_value": words.PAIR_SAID, "new_value": words.PAIR_STORED}
    title = words.PAIRS.format(count=len(pairs))
    with st.expander(title, expanded=True):
        show_table(Table(title, title, columns(frame.columns, headings), frame), wrapped=True)


def _words_of(change: StatusChange, code: ProblemCode) -> str:
    """Give the words of a row by which a person decides; how a measure stands its note tells."""
    named, note = change.said.text if change.said else "", str(change.values.get("note", ""))
    if code is ProblemCode.ASK_STATUS and named and note:
        return words.SAID_OF.format(named=named, said=note)
    return named or note


def _answer(question: Problem, said: str, actions: Mapping[str, str], key: str) -> str | int | None:
    slot = f"{question.code.value}_{key}_{question.value}"
    st.caption(plain(words.ROW.format(place=question.value, said=said or question.cell)))
    if question.code is ProblemCode.ASK_STATUS:
        return st.segmented_control(
            plain(words.WHICH_STATUS.format(measure_id=question.expected)),
            STATUSES,
            format_func=statuses.status,
            key=slot,
        )
    if question.code is ProblemCode.ASK_PERCENT:
        label = plain(words.WHICH_PERCENT.format(said=question.expected))
        return st.number_input(label, 0, 100, value=None, step=5, key=slot)
    return st.selectbox(
        words.WHICH_OF_PLAN,
        [*question.expected.split(", "), NONE],
        index=None,
        format_func=lambda one: (
            words.OLD_MEASURE.format(measure_id=one, action=actions.get(one, ""))
            if one
            else words.IS_NONE
        ),
        placeholder=words.CHOOSE_OF_PLAN,
        key=slot,
    )


def _actions() -> dict[str, str]:
    found = measure_queries.measures(database(), as_of=today())
    return dict(zip(found["measure_id"], found["action"], strict=True))
