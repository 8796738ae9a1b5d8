"""Recognising the sheets of a file, once each, and reading what was recognised."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from data.importers.forms import BY_NAME, FORMS, UNKNOWN
from data.importers.recognised import Columns, Recognised
from data.importers.sheets.head import SheetHead, head_of
from data.importers.sheets.readings import Finding, refused
from data.importers.side_by_side import tables_beside
from data.importers.spelling.folding import bare
from data.model.choices import Choices
from data.model.grid import Sheet
from data.model.identity import Answer, Identity
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import

_THAI: Final = re.compile("[\u0e01-\u0e5b]")
# Question marks and replacement characters, or Thai bytes shown as western European letters.
_LOST: Final = re.compile("[?\ufffd]{2,}|[\u00a1-\u00fb][\u00a1-\u00fb\u2013-\u20ac]+")
_FEWEST_LOST: Final = 3


def recognise_sheets(sheets: Sequence[Sheet]) -> tuple[Recognised, ...]:
    """Recognise every sheet of a file; a plan may go on from the sheets before it.

    Tables of scores beside each other on one sheet are recognised each by itself.
    """
    several: list[Recognised] = []
    before: tuple[Recognised, ...] = ()
    for sheet in sheets:
        recognised = recognise(sheet, before)
        beside = [recognise(part) for part in tables_beside(recognised)]
        several += beside if all(part.form for part in beside) and beside else [recognised]
        # What somebody hid is an old draft more often than a piece of the plan.
        if recognised.form and BY_NAME[recognised.form].goes_on and not sheet.hidden:
            before = (*before, recognised)
    return tuple(several)


def recognise(sheet: Sheet, before: tuple[Recognised, ...] = ()) -> Recognised:
    """Find out what a sheet is: each form is sought at most once, and nothing is sought again.

    `before` are the earlier sheets of the file that it may go on from.
    """
    head = head_of(sheet)
    for sheet_form in FORMS:
        if head.width < sheet_form.fewest_columns:
            continue
        marks = sheet_form.marks() if sheet_form.marks and not head.stamped else None
        if marks is not None and marks.isdisjoint(head.words):
            continue
        layout = sheet_form.find(head)
        if layout is not None:
            identity = sheet_form.identify(head, layout)
            break
    else:
        sheet_form, layout, identity = UNKNOWN, None, Identity()
    columns = sheet_form.columns(head, layout)
    return Recognised(
        sheet,
        head,
        layout.form if layout else None,
        layout,
        columns,
        identity,
        _fingerprint(columns),
        _lost_text(head),
        before,
    )


def columns_as(recognised: Recognised, form: Form | None) -> Columns:
    """Give the columns of a sheet as another form than the one it has would read them."""
    if form in {None, recognised.form}:
        return recognised.columns
    sheet_form = BY_NAME[form]
    own = recognised.layout if recognised.form in sheet_form.names else None
    layout = sheet_form.settle(recognised, Choices(form=form)) or own
    return sheet_form.columns(recognised.head, layout)


def read(recognised: Recognised, choices: Choices | None = None) -> Import:
    """Read a sheet and everything that is wrong in it; choices settle what the sheet leaves open.

    A sheet of no known form gives an import without a form that reports all its rows.
    """
    imported = _read(recognised, choices or Choices())
    sheet = recognised.sheet
    if not sheet.unread_pages:
        return imported
    pages = ", ".join(map(str, sheet.unread_pages))
    unread = Problem(ProblemCode.PAGES_NOT_READ, sheet.name, "", pages)
    return replace(imported, problems=(*imported.problems, unread))


def _read(recognised: Recognised, chosen: Choices) -> Import:
    if recognised.lost:
        return refused(recognised.sheet, recognised.lost)
    form = chosen.form or recognised.form
    sheet_form = BY_NAME[form] if form else UNKNOWN
    layout = recognised.layout
    if chosen.columns or layout is None or form is not recognised.form:
        layout = sheet_form.settle(recognised, chosen)
    imported = sheet_form.read(recognised, layout, chosen)
    if layout is None:
        return imported
    said = recognised.identity
    if layout is not recognised.layout:
        said = sheet_form.identify(recognised.head, layout)
    open_still = {problem.code for problem in imported.problems}
    return replace(imported, identity=_settled(said, chosen, open_still))


def _settled(said: Identity, choices: Choices, asked: set[ProblemCode]) -> Identity:
    """Put a person's word in the place of what the sheet says; what is asked is not settled."""
    sheets = Identity(
        None if ProblemCode.ASK_KIND in asked else said.kind,
        None if ProblemCode.ASK_AGENCY in asked else said.agency,
        None if ProblemCode.ASK_YEAR in asked else said.year,
    )
    return Identity(
        Answer(choices.kind, by_person=True) if choices.kind else sheets.kind,
        Answer(choices.agency, by_person=True) if choices.agency else sheets.agency,
        Answer(choices.year, by_person=True) if choices.year else sheets.year,
    )


def _fingerprint(columns: Columns) -> str | None:
    headings = [(column, bare(heading)) for column, heading, _ in columns if heading]
    if not headings:
        return None
    return hashlib.sha256(json.dumps(headings).encode()).hexdigest()


def _lost_text(head: SheetHead) -> Finding | None:
    """Give the first cell of a sheet most of whose words cannot be read any more, if it is one."""
    lost = [
        place for place in head.texts if _LOST.search(place.text) and not _THAI.search(place.text)
    ]
    thai = sum([_THAI.search(text) is not None for _, _, text in head.texts]) if lost else 0
    if len(lost) < max(_FEWEST_LOST, thai + 1):
        return None
    return Finding(ProblemCode.TEXT_LOST, *lost[0])
