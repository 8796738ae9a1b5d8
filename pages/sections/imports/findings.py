"""What was found in a sheet: as a table, and as the same workbook with its cells marked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from string import digits
from typing import Protocol

import pandas as pd
import streamlit as st

from data.exporters.problems import marked_workbook
from data.importers.sheets.opening import Sheet
from data.model.columns import Table
from data.model.grid import column_letters
from data.model.problems import Problem, ProblemCode
from data.tables import handouts
from data.tables.columns import columns
from data.words.importing import imports as words
from data.words.importing import problems as problem_words
from pages.shared.downloads import XLSX, show_table
from pages.shared.session import later

REPAIRS = frozenset(
    {
        ProblemCode.TEXT_REPAIRED,
        ProblemCode.SPELLING_SUSPECT,
        ProblemCode.CODE_REPAIRED,
        ProblemCode.TEXT_MOVED,
        ProblemCode.ROW_SHIFTED,
        ProblemCode.SCORE_CONVERTED,
        ProblemCode.STATUS_FROM_TEXT,
    }
)
"""What was read all the same, and wants nothing from anybody."""
PAIRED = ProblemCode.MEASURE_MATCHED
"""Which measure a row was taken for: shown beside the plan, in a table of its own."""


class Found(Protocol):
    """Whatever a sheet was read as, with what was found in it."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All findings."""
        ...

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Those that keep it from being saved."""
        ...


def show_findings(sheet: Sheet, imported: Found, key: str) -> None:
    """Draw the findings of a sheet, opened when they keep it from being saved."""
    show_all_findings((sheet,), imported, key)


def show_all_findings(sheets: Sequence[Sheet], imported: Found, key: str) -> None:
    """Draw the findings of sheets that are read as one."""
    problems = [one for one in imported.problems if one.code is not PAIRED]
    if not problems:
        st.success(words.NO_PROBLEMS, icon=":material/check:")
        return
    repairs = [one for one in problems if one.code in REPAIRS]
    others = [one for one in problems if one.code not in REPAIRS]
    download = partial(fix_workbook, sheets, imported)
    if others:
        heading = words.PROBLEMS.format(count=len(others), blocking=len(imported.blocking))
        with st.expander(heading, expanded=bool(imported.blocking)):
            show_table(problem_table(others), wrapped=True)
            _offer(download, key)
    if repairs:
        with st.expander(words.REPAIRS.format(count=len(repairs))):
            show_table(problem_table(repairs), wrapped=True)
            if not others:
                _offer(download, key)


def _offer(make: Callable[[], bytes], key: str) -> None:
    st.download_button(
        words.FIX_LIST,
        data=later(make),
        file_name=handouts.dated_name(words.FIX_FILE),
        mime=XLSX,
        key=f"problems_{key}",
        on_click="ignore",
        icon=":material/download:",
    )


def show_next_steps(imported: Found) -> None:
    """Say whether the findings keep it from being saved, and what to do about them."""
    if imported.blocking:
        st.error(words.BLOCKED.format(blocking=len(imported.blocking)))
    steps = problem_words.next_steps(imported.problems)
    if steps:
        listed = "\n".join(f"- {step}" for step in steps)
        st.markdown(f"**{problem_words.NEXT}**\n\n{listed}")


def fix_workbook(sheets: Sequence[Sheet], imported: Found) -> bytes:
    """Give the imported sheets again with faulty cells coloured and commented, and the list."""
    lines = {sheet.name: _lines_of_print(sheet) for sheet in sheets}
    turned = {sheet.name: _turned(sheet) for sheet in sheets}
    findings = [
        (found.sheet, _own_cell(lines, turned, found), problem_words.problem(found), found.blocking)
        for found in imported.problems
    ]
    return marked_workbook(sheets, findings, words.FIX_WORDS)


def _lines_of_print(sheet: Sheet) -> dict[str, int]:
    """Number the rows of a printed document as they stand below each other in the sheet."""
    return {sheet.address(row, 0): row + 1 for row in range(len(sheet.places))}


def _turned(sheet: Sheet) -> dict[str, str]:
    """Give the cells of a sheet that was turned into a table, by those of the file."""
    return {
        sheet.address(row, column): f"{column_letters(column)}{row + 1}"
        for row, places in enumerate(sheet.origins)
        for column in range(len(places))
    }


def _own_cell(
    lines: Mapping[str, Mapping[str, int]], turned: Mapping[str, Mapping[str, str]], found: Problem
) -> str:
    """Name a cell of the file by its place in the sheet that is given back."""
    if own := turned.get(found.sheet, {}).get(found.cell):
        return own
    page, mark, cell = found.cell.rpartition("!")
    letters = cell.rstrip(digits)
    row = lines.get(found.sheet, {}).get(f"{page}{mark}A{cell.removeprefix(letters)}")
    return f"{letters}{row}" if row else found.cell


def problem_table(problems: Sequence[Problem]) -> Table:
    """Give findings, blocking ones first, in the order of the file."""
    ordered = sorted(problems, key=lambda found: not found.blocking)
    rows = [
        (
            problem_words.place(found),
            problem_words.problem(found),
            problem_words.BLOCKING if found.blocking else problem_words.NOT_BLOCKING,
            found.value,
        )
        for found in ordered
    ]
    # Where and what come first: a phone shows no more than that without scrolling.
    keys = ("place", "message", "blocking", "value")
    frame = pd.DataFrame(rows, columns=list(keys))
    return Table(words.FIX_FILE, words.FIX_FILE, columns(keys), frame)
