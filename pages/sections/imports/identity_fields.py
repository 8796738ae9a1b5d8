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


def answers_given(read_as: SheetForm[Any] | None, choices: Choices, key: str) -> Choices:
    """Give the choices with what a person answered in the fields.

    What is still asked is known once the sheet is read: the fields are drawn after that.
    """
    given = {name: st.session_state.get(f"{name}_{key}") for name in _shown(read_as)}
    agency = (given.pop("agency", None) or "").strip() or None
    return replace(choices, **given, agency=agency)


def identity_fields(
    recognised: Recognised, read_as: SheetForm[Any] | None, imported: Import, key: str
) -> None:
    """Draw the fields: each shows what was settled, or that a person has to settle it."""
    asked = {problem.code for problem in imported.problems}
    told, shown = imported.identity, _shown(read_as)
    if "kind" in shown:
        kind = None if ProblemCode.ASK_KIND in asked else told.kind
        st.selectbox(
            words.KIND,
            KINDS,
            index=None,
            format_func=words.KINDS.__getitem__,
            placeholder=words.KINDS[kind.value] if kind else words.ASKED,
            key=f"kind_{key}",
        )
    if "agency" in shown:
        home, named = organisation().name, recognised.identity.agency
        settled = told.agency.value or words.OF_ROWS if told.agency else home
        st.selectbox(
            words.AGENCY,
            list(dict.fromkeys(filter(None, (home, named.value if named else "")))),
            index=None,
            accept_new_options=True,
            placeholder=words.ASKED if ProblemCode.ASK_AGENCY in asked else settled,
            help=words.AGENCY_HELP,
            key=f"agency_{key}",
        )
    st.selectbox(
        words.YEAR,
        sorted(years(), reverse=True),
        index=None,
        placeholder=str(told.year.value) if told.year else _year_open(recognised, read_as),
        key=f"year_{key}",
    )


def _shown(read_as: SheetForm[Any] | None) -> tuple[str, ...]:
    """Name the fields that a form leaves open; a sheet of no known form has all of them."""
    kind = ("kind",) if read_as is None or read_as.of_any_agency else ()
    agency = ("agency",) if read_as is None or not read_as.decided_row_by_row else ()
    return (*kind, *agency, "year")


def _year_open(recognised: Recognised, read_as: SheetForm[Any] | None) -> str:
    """Say that the columns or the plan tell the year, or else that one is to be chosen."""
    fields = [field for _, _, field in recognised.columns]
    told = any(field == "year" or score_of_year(field) for field in fields)
    by_plan = read_as is not None and read_as.decided_row_by_row
    return words.YEAR_OF_FILE if told or by_plan else words.ASKED
