"""Handing out: the workbooks divisions fill in, and the sheets of what they have to do."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from data.containers.gate import limits
from data.documents.division.workbook import division_workbook, division_workbooks, workbook_name
from data.exporters.names import file_name
from data.framework import present_day
from data.model.access import Action
from data.tables import divisions
from data.tables.filters import Filters
from data.words.work import reporting as words
from data.words.work.roundtrip import workbook_words
from pages.sections.imports import uploads
from pages.sections.imports.importing import file_steps
from pages.shared.downloads import XLSX
from pages.shared.drawing import batches_in_use
from pages.shared.session import can, database, explained, later

ZIP = "application/zip"


def offer_workbooks(measures: pd.DataFrame, filters: Filters) -> None:
    """Let a planner choose divisions and take away a workbook each, and their to-do sheets."""
    st.caption(words.HANDING_OUT_HELP)
    years = sorted({int(year) for year in measures["plan_year"]}, reverse=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = st.selectbox(words.PLAN_YEAR, years, key="workbook_year", width=140)
        named = divisions_of(measures[measures["plan_year"] == year])
        wanted = [one for one in filters.divisions or () if one in named]
        chosen = st.multiselect(
            words.DIVISIONS,
            named,
            default=wanted or named,
            placeholder=words.CHOOSE_DIVISION,
            key=f"workbook_divisions_{year}_{'_'.join(wanted)}",
        )
    if not chosen:
        st.info(words.CHOOSE_DIVISION)
        return
    with st.container(horizontal=True):
        _workbook_button(chosen, int(year))
        _offer_todo(measures[measures["plan_year"] == year], chosen, filters)


def _offer_todo(measures: pd.DataFrame, chosen: Sequence[str], filters: Filters) -> None:
    """Draw the button that builds the sheets of some divisions when it is clicked."""
    handout = divisions.todo_handout(measures, chosen, filters, batches_in_use())
    st.download_button(
        words.TODO_BUTTON,
        data=later(handout.excel),
        file_name=handout.excel_name,
        mime=XLSX,
        key="todo_xlsx",
        on_click="ignore",
        icon=":material/checklist:",
    )


def take_back() -> None:
    """Let a division send its filled workbook in; who may import anything does so elsewhere."""
    if can(Action.IMPORT) or not can(Action.REPORT):
        return
    files = st.file_uploader(
        words.TAKE_BACK,
        type=["xlsx"],
        accept_multiple_files=True,
        key="filled_workbooks",
        max_upload_size=limits.FILE_BYTES // limits.MEGABYTE,
    )
    uploads.forget_others([file.file_id for file in files or []])
    for file in files or []:
        with explained(stop=False):
            file_steps(uploads.Upload(file.name, file.getvalue(), file.file_id))


def divisions_of(measures: pd.DataFrame) -> list[str]:
    """List the divisions that lead or support one of the measures, leads first."""
    leads = [division for listed in measures["lead"] for division in listed]
    supports = [division for listed in measures["support"] for division in listed]
    return list(dict.fromkeys((*leads, *supports)))


def _workbook_button(chosen: list[str], year: int) -> None:
    # The bytes are made in another thread, which must not ask Streamlit for the store.
    store, day = database(), present_day()
    said = workbook_words(day)
    if len(chosen) == 1:
        label, mime = words.DOWNLOAD_ONE, XLSX
        name = workbook_name(chosen[0], year, day, said)
        build = partial(division_workbook, store, chosen[0], year, day, said)
    else:
        label, mime = words.DOWNLOAD_ZIP.format(count=len(chosen)), ZIP
        name = file_name((f"{said.file_prefix}{year}", words.ZIP_PART), ".zip", day)
        build = partial(division_workbooks, store, tuple(chosen), year, day, said)
    st.download_button(
        label,
        data=later(build),
        file_name=name,
        mime=mime,
        key="workbooks",
        on_click="ignore",
        icon=":material/assignment:",
    )
