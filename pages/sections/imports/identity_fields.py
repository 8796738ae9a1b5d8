"""What a sheet is, whose and of which year: a sentence, and three fields in which to change it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from data.framework import organisation, years
from data.importers import Choices, Recognised, SheetForm
from data.importers.spelling.labels import score_of_year
from data.model.identity import SheetKind
from data.model.problems import ProblemCode
from data.model.records import Import
from data.words.importing import identity as words
from pages.shared.safe import plain

KINDS = (SheetKind.RESULT, SheetKind.PROVISIONAL, SheetKind.TARGET)
ASKS = (ProblemCode.ASK_KIND, ProblemCode.ASK_AGENCY, ProblemCode.ASK_YEAR)


def say_identity(imported: Import) -> None:
    """Draw the sentence on top of what a sheet gives."""
    unknown = any(one.code is ProblemCode.NOTHING_RECOGNISED for one in imported.problems)
    if imported.form is None or unknown:
        return
    told = words.of_import(imported)
    asked = any(problem.code in ASKS for problem in imported.problems)
    with st.container(horizontal=True, vertical_alignment="center"):
        if asked:
            st.badge(words.ASKED, icon=":material/help:", color="orange")
        st.markdown(plain(told))


def identity_fields(
    recognised: Recognised, read_as: SheetForm[Any] | None, choices: Choices, key: str
) -> Choices:
    """Draw the fields and give the choices with what a person answered in them."""
    said = recognised.identity
    kind = None
    if read_as is None or read_as.of_any_agency:
        kind = st.selectbox(
            words.KIND,
            KINDS,
            index=None,
            format_func=words.KINDS.__getitem__,
            placeholder=words.KINDS[said.kind.value] if said.kind else words.ASKED,
            key=f"kind_{key}",
        )
    agency = None
    if read_as is None or not read_as.decided_row_by_row:
        named = said.agency.value if said.agency else ""
        agency = st.text_input(
            words.AGENCY,
            placeholder=named or organisation().name,
            help=words.AGENCY_HELP,
            key=f"agency_{key}",
        )
    year = st.selectbox(
        words.YEAR,
        sorted(years(), reverse=True),
        index=None,
        placeholder=str(said.year.value) if said.year else _year_open(recognised, read_as),
        key=f"year_{key}",
    )
    return replace(choices, kind=kind, agency=(agency or "").strip() or None, year=year)


def _year_open(recognised: Recognised, read_as: SheetForm[Any] | None) -> str:
    """Say that the columns or the plan tell the year, or else that one is to be chosen."""
    fields = [field for _, _, field in recognised.columns]
    told = any(field == "year" or score_of_year(field) for field in fields)
    by_plan = read_as is not None and read_as.decided_row_by_row
    return words.YEAR_OF_FILE if told or by_plan else words.ASKED
