"""The import steps for one sheet: form, columns, problems, what will change, save."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from data.database import Batch, Comparison, Source, compare, save
from data.exporters.problems import marked_workbook
from data.exporters.tables import Column, Kind, Table
from data.framework import years
from data.importers import SCORE_FORMS, Choices, matched_columns, read, recognise
from data.importers.sheets import Sheet
from data.records import Form, Import
from pages.shared import handouts
from pages.shared.downloads import XLSX, show_table
from pages.shared.safe import plain
from pages.shared.session import database, explained, person
from pages.shared.text import imports as words
from pages.shared.text import problems as problem_words
from pages.shared.text import tables as table_words

READABLE_FORMS = [*SCORE_FORMS, Form.PLAN]


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file as it came."""

    name: str
    content: bytes


def file_steps(upload: Upload, sheets: Sequence[Sheet], key: str) -> None:
    """Draw the steps of each sheet; sheets of another kind stand folded beside those we read."""
    readable = [sheet for sheet in sheets if recognise(sheet) is not None] or list(sheets)
    for position, sheet in enumerate(sheets):
        if sheet in readable:
            sheet_steps(upload, sheet, f"{key}_{position}")
    others = [(n, sheet) for n, sheet in enumerate(sheets) if sheet not in readable]
    if others:
        with st.expander(words.OTHER_SHEETS.format(count=len(others))):
            for position, sheet in others:
                sheet_steps(upload, sheet, f"{key}_{position}")


def sheet_steps(upload: Upload, sheet: Sheet, key: str) -> None:
    """Draw the steps of one sheet; nothing is saved before the person says so."""
    with st.container(border=True):
        st.markdown(f"**{plain(words.SHEET.format(name=sheet.name))}**")
        recognised = recognise(sheet)
        choices = _choices(recognised, key)
        with st.spinner(words.READING.format(name=plain(upload.name))):
            imported = read(sheet, choices)
        _columns(sheet, imported.form)
        st.caption(
            words.ROWS.format(
                read=imported.rows_read,
                imported=imported.rows_imported,
                reported=imported.rows_reported,
            )
        )
        _problems(sheet, imported, key)
        if imported.blocking:
            st.error(words.BLOCKED.format(blocking=len(imported.blocking)))
            return
        if imported.empty:
            st.info(words.EMPTY)
            return
        _changes(compare(database(), imported))
        _save(upload, imported, key)


def _choices(recognised: Form | None, key: str) -> Choices:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = st.selectbox(
            words.FORM,
            READABLE_FORMS,
            index=READABLE_FORMS.index(recognised) if recognised in READABLE_FORMS else None,
            format_func=lambda one: table_words.FORMS[one],
            placeholder=words.FORM_NONE,
            key=f"form_{key}",
        )
        year = st.selectbox(
            words.YEAR,
            sorted(years(), reverse=True),
            index=None,
            placeholder=words.YEAR_FROM_FILE,
            key=f"year_{key}",
        )
        provisional = form in SCORE_FORMS and st.checkbox(
            words.PROVISIONAL, key=f"provisional_{key}"
        )
    return Choices(form=form, year=year, provisional=provisional)


def _columns(sheet: Sheet, form: Form | None) -> None:
    matched = matched_columns(sheet, form) if form else ()
    if not matched:
        return
    frame = pd.DataFrame(
        [(_letter(index), heading, field) for index, heading, field in matched],
        columns=["column", "heading", "field"],
    )
    columns = (
        Column("column", words.COLUMN, Kind.TEXT),
        Column("heading", words.HEADING, Kind.TEXT),
        Column("field", words.MEANING, Kind.TEXT),
    )
    with st.expander(words.COLUMNS):
        show_table(Table(words.COLUMNS, words.COLUMNS, columns, frame))


def _problems(sheet: Sheet, imported: Import, key: str) -> None:
    if not imported.problems:
        st.success(words.NO_PROBLEMS, icon=":material/check:")
        return
    heading = words.PROBLEMS.format(count=len(imported.problems), blocking=len(imported.blocking))
    table = problem_table(imported)
    with st.expander(heading, expanded=bool(imported.blocking)):
        show_table(table)
        st.download_button(
            words.FIX_LIST,
            data=partial(fix_workbook, sheet, imported),
            file_name=handouts.dated_name(words.FIX_FILE),
            mime=XLSX,
            key=f"problems_{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def fix_workbook(sheet: Sheet, imported: Import) -> bytes:
    """Give the imported sheet again with its faulty cells coloured and commented, and the list."""
    findings = [
        (found.sheet, found.cell, problem_words.problem(found), found.blocking)
        for found in imported.problems
    ]
    return marked_workbook((sheet,), findings, words.FIX_WORDS)


def problem_table(imported: Import) -> Table:
    """Give the findings of a sheet, blocking ones first, in the order of the file."""
    ordered = sorted(imported.problems, key=lambda found: not found.blocking)
    rows = [
        (
            problem_words.BLOCKING if found.blocking else problem_words.NOT_BLOCKING,
            problem_words.place(found),
            problem_words.problem(found),
            found.value,
        )
        for found in ordered
    ]
    keys = ("blocking", "place", "message", "value")
    kinds = (Kind.TEXT, Kind.TEXT, Kind.LONG_TEXT, Kind.LONG_TEXT)
    columns = tuple(
        Column(key, table_words.HEADINGS[key], kind) for key, kind in zip(keys, kinds, strict=True)
    )
    return Table(words.FIX_FILE, words.FIX_FILE, columns, pd.DataFrame(rows, columns=list(keys)))


def _changes(comparison: Comparison) -> None:
    counts = {change: comparison.count(change) for change in words.CHANGE_WORDS}
    st.markdown(f"{words.CHANGES} — {words.CHANGE_COUNTS.format(**counts)}")
    if counts["absent"]:
        st.caption(words.ABSENT.format(count=counts["absent"]))
    changed = change_frame(comparison)
    if len(changed):
        keys = ("what", "field", "old_value", "new_value")
        columns = tuple(Column(key, table_words.HEADINGS[key], Kind.LONG_TEXT) for key in keys)
        show_table(Table(words.CHANGES, words.CHANGES, columns, changed))


def change_frame(comparison: Comparison) -> pd.DataFrame:
    """Give the values that would change, old beside new, as text."""
    scores = comparison.scores[comparison.scores["change"] == "changed"]
    measures = comparison.measures[comparison.measures["change"] == "changed"]
    rows = [
        (f"{row['year']} {row['code']}", "", f"{row['old_value']}", f"{row['new_value']}")
        for row in scores.to_dict("records")
    ] + [
        (
            row["measure_id"],
            table_words.HEADINGS.get(row["field"], row["field"]),
            str(row["old_value"]),
            str(row["new_value"]),
        )
        for row in measures.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["what", "field", "old_value", "new_value"])


def _save(upload: Upload, imported: Import, key: str) -> None:
    if st.button(words.SAVE, type="primary", key=f"save_{key}", icon=":material/save:"):
        with explained(), st.spinner(words.SAVING):
            batch = save(database(), imported, Source(upload.name, upload.content, person()))
        st.session_state[f"saved_{key}"] = _outcome(batch)
        st.session_state[f"saved_form_{key}"] = imported.form
        st.rerun()
    outcome = st.session_state.get(f"saved_{key}")
    if outcome:
        st.success(outcome, icon=":material/check:")
        plan = st.session_state.get(f"saved_form_{key}") == Form.PLAN
        st.page_link(
            "pages/linked_measures.py" if plan else "pages/yearly_trends.py",
            label=words.SEE_MEASURES if plan else words.SEE_SCORES,
            icon=":material/arrow_forward:",
        )
        st.caption(words.UNDO_HINT)


def _outcome(batch: Batch) -> str:
    if batch.repeated:
        return words.REPEATED.format(batch_id=batch.batch_id)
    return words.SAVED.format(
        batch_id=batch.batch_id,
        added=batch.added,
        changed=batch.changed,
        unchanged=batch.unchanged,
    )


def _letter(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
