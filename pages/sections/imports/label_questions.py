"""Asking what a row of scores is about whose label nothing knows; the answer is remembered."""

from collections.abc import Mapping

import streamlit as st

from data.framework import framework, years
from data.importers import BY_NAME
from data.importers.plan.headings import IGNORED
from data.importers.spelling.folding import bare
from data.importers.spelling.labels import TOTAL
from data.model.problems import ProblemCode
from data.model.records import Import
from data.words.importing import imports as words
from pages.shared.safe import plain

MOST_LABELS = 20


def ask_labels(imported: Import, remembered: Mapping[str, str], key: str) -> dict[str, str]:
    """Draw a question for each unknown label and give what was answered, with what is remembered.

    A question that was answered stays where it is, so that it can be answered otherwise.
    """
    if imported.form is None or not BY_NAME[imported.form].of_any_agency:
        return dict(remembered)
    code = ProblemCode.UNKNOWN_INDICATOR
    found = [one.value for one in imported.problems if one.code is code and one.value]
    labels = list(dict.fromkeys(found))[:MOST_LABELS]
    if not labels:
        return dict(remembered)
    with st.container(border=True):
        st.markdown(f"**{words.WHICH_LABELS.format(count=len(labels))}**")
        answers = {bare(label): _answer(label, key) for label in labels}
    given = {label: answer for label, answer in answers.items() if answer is not None}
    return {**remembered, **given}


def _answer(label: str, key: str) -> str | None:
    return st.selectbox(
        plain(words.LABEL_IS.format(label=label)),
        _codes(),
        index=None,
        format_func=lambda code: words.SKIP_ROW if code == IGNORED else words.field_name(code),
        placeholder=words.CHOOSE_LABEL,
        key=f"label_{key}_{bare(label)}",
    )


def _codes() -> list[str]:
    newest = framework(max(years()))
    numbers = [str(one.number) for one in newest.indicators]
    return [IGNORED, TOTAL, *(one.code for one in newest.instruments), *numbers]
