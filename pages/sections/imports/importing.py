"""The import steps for one file: form, columns, problems, what will change, save."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.catalogue import part_file, workbook_file
from data.database import (
    Comparison,
    HeadingMatch,
    ReportComparison,
    RowKind,
    Source,
    compare,
    kind_questions,
    save,
)
from data.framework import catalogue_revision
from data.importers import BY_NAME, READABLE_FORMS, Choices, Recognised, SheetForm, read
from data.importers.identity.other_sheets import beside_other_sheets
from data.importers.nearest import nearest_table
from data.model.choices import MeasureMatches
from data.model.errors import UnreadableFileError
from data.model.problems import Problem
from data.model.records import Form, Import
from data.words.files import tables as table_words
from data.words.importing import imports as words
from pages.sections.imports.catalogue_import import catalogue_steps
from pages.sections.imports.column_matching import correct_columns, matching
from pages.sections.imports.findings import show_findings, show_next_steps
from pages.sections.imports.identity_fields import answers_given, identity_fields, say_identity
from pages.sections.imports.import_changes import does, read_line, show_changes
from pages.sections.imports.import_outcome import pages_of, show_links, show_outcome
from pages.sections.imports.label_questions import ask_labels
from pages.sections.imports.measure_questions import ask_measures
from pages.sections.imports.report_import import put_beside, report_steps
from pages.sections.imports.saving import Drawn, Ready, Step, offer_saving
from pages.sections.imports.uploads import Bench, Upload, ask_password, bench
from pages.shared.safe import plain
from pages.shared.session import database, explained, person

STEPS_OF_A_SHEET = 3


@dataclass(frozen=True, slots=True)
class Work:
    """One sheet on the bench of its file; `key` tells it from every other sheet.

    `beside` is what is asked because other sheets of the file give other values.
    """

    bench: Bench
    recognised: Recognised
    key: str
    beside: tuple[Problem, ...] = ()

    def imported(
        self, choices: Choices, unasked: Import | None = None, *, answered: bool = False
    ) -> Import:
        """Read the sheet, once for each set of choices and state of the catalogue.

        `unasked` is what it gives while nobody says what kind it is, `answered` once somebody said
        what labels mean.
        """
        alone = unasked if choices.kind is None else None
        slot = "imported" if unasked else "answered" if answered else "unasked"
        return self.bench.once(
            f"{slot}_{self.key}",
            (choices, catalogue_revision()),
            words.CHECKING,
            lambda: alone or read(self.recognised, choices),
        )

    def comparison(self, imported: Import, choices: Choices, matches: MeasureMatches) -> Comparison:
        """Compare it with the store, once for each state of both and each set of answers."""
        return self.bench.once(
            f"comparison_{self.key}{'_answered' if matches else ''}",
            (choices, tuple(matches.items()), catalogue_revision(), database().state()),
            words.COMPARING,
            lambda: compare(database(), imported, self.source().sha256, matches=matches),
        )

    def source(self) -> Source:
        """Give the file with the person who brings it."""
        upload = self.bench.upload
        return Source(upload.name, upload.content, person().label)


def file_steps(upload: Upload) -> list[str]:
    """Draw the steps of each sheet; sheets of another kind stand folded beside those we read.

    Gives the sheets that could be saved and are not.

    Raises:
        UnreadableFileError: the file cannot be opened.
    """
    own = bench(upload)
    part = part_file(upload.name, upload.content)
    if part is not None:
        catalogue_steps(own, part)
        return []
    sheets = _opened(own)
    file = own.once(
        "catalogue_file",
        catalogue_revision(),
        words.CHECKING,
        lambda: workbook_file(upload.name, sheets),
    )
    if file is not None:
        catalogue_steps(own, file, own.sheets())
        return []
    own.steps = 2 + STEPS_OF_A_SHEET * len(sheets)
    beside = own.once("beside", catalogue_revision(), words.CHECKING, lambda: _beside(sheets))
    works = [Work(own, one, f"{upload.key}_{at}", beside[at]) for at, one in enumerate(sheets)]
    readable = [work for work in works if work.recognised.form or _is_remembered(work)] or works
    steps = [_drawn(work) for work in readable]
    offer_saving(own, steps)
    others = [work for work in works if work not in readable]
    if others:
        with st.expander(words.OTHER_SHEETS.format(count=len(others))):
            aside = [_drawn(work) for work in others]
            for drawn in aside:
                offer_saving(own, [drawn])
            steps += aside
    names = [upload.name] if len(sheets) == 1 else [drawn.step.sheet for drawn in steps]
    return [name for name, drawn in zip(names, steps, strict=True) if drawn.step.ready]


def _drawn(work: Work) -> Drawn:
    step, place = Step(work.recognised.sheet.name), None
    card = st.container(border=True, gap="xsmall", key=f"card_sheet_{work.key}")
    with explained(stop=False), card:
        step = sheet_steps(work)
        place = st.container()
    return Drawn(step, place)


def _opened(own: Bench) -> tuple[Recognised, ...]:
    try:
        return own.recognised()
    except UnreadableFileError:
        ask_password(own)
        raise


def _beside(sheets: Sequence[Recognised]) -> list[tuple[Problem, ...]]:
    """Tell of each sheet what is asked because of the others; one alone is not read for it."""
    if len(sheets) == 1:
        return [()]
    alone = [read(one) for one in sheets]
    together = beside_other_sheets(alone)
    return [one.problems[len(was.problems) :] for was, one in zip(alone, together, strict=True)]


def _is_remembered(work: Work) -> bool:
    return matching(work.recognised).remembered is not None


def sheet_steps(work: Work) -> Step:
    """Draw the steps of one sheet; nothing is saved before the person says so."""
    sheet = work.recognised.sheet
    title = words.TABLE if sheet.places else words.SHEET
    st.markdown(f"**{plain(title.format(name=sheet.name))}**")
    matched = matching(work.recognised)
    form = matched.remembered.form if matched.remembered else _likely_form(work.recognised)
    sentence = st.container()
    fields = st.container(horizontal=True, vertical_alignment="bottom")
    chosen = _choices(fields, form, work.key)
    choices = correct_columns(matched, chosen, work.key)
    remembered = matched.remembered.rows if matched.remembered else {}
    unasked = work.imported(replace(choices, kind=None, rows=remembered or None))
    rows = ask_labels(unasked, remembered, work.key)
    choices = replace(choices, rows=rows or None)
    if rows != remembered:
        unasked = work.imported(replace(choices, kind=None), answered=True)
    asked = kind_questions(unasked.problems) if choices.kind else ""
    if choices.kind is None and matched.remembered:
        choices = replace(choices, kind=matched.remembered.answer(unasked))
    imported = work.imported(choices, unasked)
    if choices.kind is None:
        imported = replace(imported, problems=(*imported.problems, *work.beside))
    read_as = _sheet_form(imported.form)
    by_row = read_as is not None and read_as.decided_row_by_row
    reports = None
    if by_row:
        reports, imported = put_beside(work.bench, imported, work.key)
    checked = reports.told(imported) if reports else imported
    matches: MeasureMatches = {}
    if not by_row and not imported.blocking and not imported.empty:
        checked = work.comparison(imported, choices, {}).imported
    if imported.measures and not imported.blocking:
        matches = ask_measures(work.comparison(imported, choices, {}), work.key)
        # Which steps a measure had is known once it is known which measure it is.
        then = work.comparison(imported, choices, matches)
        matches = {**matches, **ask_measures(then, work.key, matches)} if matches else matches
        checked = work.comparison(imported, choices, matches).imported
    with sentence:
        say_identity(checked)
    with fields:
        identity_fields(work.recognised, _sheet_form(chosen.form), checked, work.key)
    _say_read(checked)
    show_findings(sheet, checked, work.key)
    show_next_steps(checked)
    if checked.blocking:
        return Step(sheet.name, waits=imported.form is not None)
    if reports:
        match = matched.to_remember(imported.form, choices)
        ready = report_steps(work.bench, imported, reports, match, work.key)
        return Step(sheet.name, ready, waits=ready is None and _is_undecided(reports))
    if imported.empty:
        st.info(words.EMPTY)
        return Step(sheet.name)
    match = matched.to_remember(imported.form, choices, asked)
    return Step(sheet.name, _settle(work, imported, choices, match, matches))


def _likely_form(recognised: Recognised) -> Form | None:
    """Give the form of a sheet, else the one it comes nearest to: its columns stand open."""
    if recognised.form is not None or recognised.lost is not None:
        return recognised.form
    nearest = nearest_table(recognised)
    return nearest.form if nearest else None


def _is_undecided(reports: ReportComparison) -> bool:
    return bool(reports.of(RowKind.CONFLICT))


def _sheet_form(form: Form | None) -> SheetForm[Any] | None:
    return BY_NAME[form] if form else None


def _say_read(imported: Import) -> None:
    told = read_line(imported)
    counted = words.ROWS.format(
        read=imported.rows_read,
        imported=imported.rows_imported,
        reported=imported.rows_reported,
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if told:
            st.markdown(f"**{told}**", width="content")
        st.caption(counted, width="content")


def _choices(place: DeltaGenerator, form: Form | None, key: str) -> Choices:
    form = place.selectbox(
        words.FORM,
        READABLE_FORMS,
        index=READABLE_FORMS.index(form) if form in READABLE_FORMS else None,
        format_func=lambda one: table_words.FORMS[one],
        placeholder=words.FORM_NONE,
        key=f"form_{key}",
    )
    return answers_given(_sheet_form(form), Choices(form=form), key)


def _settle(
    work: Work,
    imported: Import,
    choices: Choices,
    match: HeadingMatch | None,
    matches: MeasureMatches,
) -> Ready | None:
    """Draw what became of the save of this sheet; before there is one, what it would change."""
    # What is remembered with the save corrects no column any more, as it did before there was any.
    of = replace(choices, columns=choices.columns or None)
    if show_outcome(work.key, of):
        return None
    comparison = work.comparison(imported, choices, matches)
    show_changes(imported, comparison)
    if comparison.repeats is not None and match is None:
        _say_known(imported, comparison)
        return None
    return Ready(
        work.key,
        imported.sheet,
        does(imported, comparison),
        of,
        lambda: save(database(), imported, work.source(), match, matches),
        words.saved,
        pages_of(imported),
    )


def _say_known(imported: Import, comparison: Comparison) -> None:
    st.info(words.REPEATED.format(batch_id=comparison.repeats), icon=":material/check:")
    if comparison.count("changed") or comparison.count("added"):
        st.caption(words.REPLACED_SINCE)
    with st.container(horizontal=True):
        show_links(pages_of(imported))
