"""The import steps for one file: form, columns, problems, what will change, save."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from data.database import Batch, Comparison, Source, compare, save
from data.exporters.tables import Column, Kind, Table
from data.framework import catalogue_revision, years
from data.importers import SCORE_FORMS, Choices, read, recognise
from data.importers.catalogue_tables import is_form
from data.importers.sheets import Sheet
from data.problems import ProblemCode
from data.records import Form, Import
from pages.shared.column_matching import Matching, correct_columns, matching
from pages.shared.downloads import show_table
from pages.shared.findings import show_findings
from pages.shared.report_import import compared, report_steps
from pages.shared.safe import plain
from pages.shared.session import database, explained, person
from pages.shared.text import imports as words
from pages.shared.text import tables as table_words
from pages.shared.uploads import Bench, Upload, bench

READABLE_FORMS = [*SCORE_FORMS, Form.PLAN, Form.STATUS]
STEPS_OF_A_SHEET = 3
SHORT_VALUE = 30


@dataclass(frozen=True, slots=True)
class Work:
    """One sheet on the bench of its file; `key` tells it from every other sheet."""

    bench: Bench
    sheet: Sheet
    key: str

    def recognised(self) -> Form | None:
        """Recognise the form of the sheet, once."""
        slot = f"recognised_{self.key}"
        return self.bench.once(slot, None, words.CHECKING, lambda: recognise(self.sheet))

    def imported(self, choices: Choices, slot: str = "imported") -> Import:
        """Read the sheet, once for each set of choices and state of the catalogue."""
        return self.bench.once(
            f"{slot}_{self.key}",
            (choices, catalogue_revision()),
            words.CHECKING,
            lambda: read(self.sheet, choices),
        )

    def comparison(self, imported: Import, choices: Choices) -> Comparison:
        """Compare it with the store, once for each state of both."""
        return self.bench.once(
            f"comparison_{self.key}",
            (choices, catalogue_revision(), database().revision),
            words.COMPARING,
            lambda: compare(database(), imported),
        )


def file_steps(upload: Upload) -> None:
    """Draw the steps of each sheet; sheets of another kind stand folded beside those we read.

    Raises:
        UnreadableFileError: the file cannot be opened.
    """
    own = bench(upload)
    sheets = own.sheets()
    if any(map(is_form, sheets)):
        st.info(words.CATALOGUE_FORM, icon=":material/rule:")
        return
    own.steps = 1 + STEPS_OF_A_SHEET * len(sheets)
    works = [Work(own, sheet, f"{upload.key}_{at}") for at, sheet in enumerate(sheets)]
    readable = [work for work in works if work.recognised() or _is_remembered(work)] or works
    for work in readable:
        with explained(stop=False):
            sheet_steps(work)
    others = [work for work in works if work not in readable]
    if others:
        with st.expander(words.OTHER_SHEETS.format(count=len(others))):
            for work in others:
                with explained(stop=False):
                    sheet_steps(work)


def _is_remembered(work: Work) -> bool:
    return matching(work.sheet).remembered is not None


def sheet_steps(work: Work) -> None:
    """Draw the steps of one sheet; nothing is saved before the person says so."""
    with st.container(border=True):
        st.markdown(f"**{plain(words.SHEET.format(name=work.sheet.name))}**")
        matched, recognised = matching(work.sheet), work.recognised()
        form = matched.remembered.form if matched.remembered else recognised
        choices = correct_columns(matched, _choices(form, work.key), work.key)
        choices, imported = _of_agency(work, choices)
        reports = compared(work.bench, imported, work.key) if imported.form is Form.STATUS else None
        told = reports.told(imported) if reports else imported
        st.caption(
            words.ROWS.format(
                read=told.rows_read,
                imported=told.rows_imported,
                reported=told.rows_reported,
            )
        )
        show_findings(work.sheet, told, work.key)
        if told.blocking:
            st.error(words.BLOCKED.format(blocking=len(told.blocking)))
        elif reports:
            match = matched.to_remember(imported.form, choices)
            report_steps(work.bench, imported, reports, match, work.key)
        elif imported.empty:
            st.info(words.EMPTY)
        else:
            _changes(work.comparison(imported, choices))
            _save(work, imported, choices, matched)


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
        # A sheet nobody recognised can still become one of scores, by its columns.
        provisional = form in {None, *SCORE_FORMS} and st.checkbox(
            words.PROVISIONAL, key=f"provisional_{key}"
        )
    return Choices(form=form, year=year, provisional=provisional)


def _of_agency(work: Work, choices: Choices) -> tuple[Choices, Import]:
    """Read the sheet; when it names another agency, ask whose scores these are."""
    imported = work.imported(choices, "unasked")
    foreign = (one for one in imported.problems if one.code is ProblemCode.OTHER_ORGANISATION)
    named = next(foreign, None) if imported.form in SCORE_FORMS else None
    if named is None:
        return choices, imported
    agency = st.text_input(
        words.AGENCY,
        placeholder=words.AGENCY_PLACEHOLDER,
        help=words.AGENCY_HELP.format(agency=plain(named.value), home=plain(named.expected)),
        key=f"agency_{work.key}",
    )
    if not agency or not agency.strip():
        return choices, imported
    settled = replace(choices, agency=agency.strip())
    return settled, work.imported(settled)


def _changes(comparison: Comparison) -> None:
    counts = {change: comparison.count(change) for change in words.CHANGE_WORDS}
    st.markdown(f"{words.CHANGES} — {words.CHANGE_COUNTS.format(**counts)}")
    if counts["absent"]:
        st.caption(words.ABSENT.format(count=counts["absent"]))
    changed = change_frame(comparison)
    if len(changed):
        values = (*changed["old_value"], *changed["new_value"])
        long = any(len(value) > SHORT_VALUE for value in values)
        value = Kind.LONG_TEXT if long else Kind.TEXT
        kinds = {"what": Kind.TEXT, "field": Kind.TEXT, "old_value": value, "new_value": value}
        columns = tuple(Column(key, table_words.HEADINGS[key], kind) for key, kind in kinds.items())
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


def _save(work: Work, imported: Import, choices: Choices, matched: Matching) -> None:
    slot = f"saved_{work.key}"
    if st.button(words.SAVE, type="primary", key=f"save_{work.key}", icon=":material/save:"):
        upload = work.bench.upload
        source = Source(upload.name, upload.content, person().label)
        match = matched.to_remember(imported.form, choices)
        batch = work.bench.work(words.SAVING, lambda: save(database(), imported, source, match))
        st.session_state[slot] = (choices, imported.form, _outcome(batch))
        st.rerun()
    saved_choices, form, outcome = st.session_state.get(slot, (None, None, ""))
    if outcome and saved_choices == choices:
        st.success(outcome, icon=":material/check:")
        plan = form == Form.PLAN
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
