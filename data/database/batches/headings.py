"""Remembering what a person said the columns under a heading row mean."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import queries
from data.database.connection import Database
from data.database.permits import permitted
from data.model.access import Action
from data.model.choices import Choices
from data.model.identity import Doubt, SheetKind
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import
from queries.frames import records_of

# What a label of a row begins with among the columns that are remembered.
_ROW: Final = "="
_DIGITS: Final = re.compile(r"\d+")
_OF_THESE_NUMBERS: Final = frozenset(
    {
        Doubt.MIXED_FRACTIONS,
        Doubt.MIXED_PERCENTS,
        Doubt.ALL_WHOLE,
        Doubt.SMALL_SCALE,
        Doubt.SUM_OF_WEIGHTS,
        Doubt.JUMP,
        Doubt.OTHER_SHEET,
    }
)


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """Corrected columns of a heading row: column counted from 0 -> field, as in `Choices`.

    `fingerprint` is that of the sheet as it was recognised. `kind` is what a person said that the
    scores are when `asked` was asked. `rows` are labels beside scores, as in `Choices`.
    """

    fingerprint: str
    form: Form
    columns: Mapping[int, str]
    remembered_by: str
    remembered_at: dt.datetime | None = None
    kind: SheetKind | None = None
    asked: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)

    def settle(self, choices: Choices) -> Choices:
        """Give choices with what was said, unless it was made or another form was chosen."""
        if choices.form not in {None, self.form}:
            return choices
        if self.rows and choices.rows is None:
            choices = replace(choices, rows=self.rows)
        if choices.columns is not None or not self.columns:
            return choices
        return replace(choices, form=self.form, columns=self.columns)

    def answer(self, imported: Import) -> SheetKind | None:
        """Give the kind a person said once, where just the same is asked again."""
        asked = kind_questions(imported.problems)
        return self.kind if asked and asked == self.asked else None


def kind_questions(problems: Iterable[Problem]) -> str:
    """Give what is asked about the kind, the same for each year; "" where it cannot be answered.

    Words and columns come back every year. That numbers look odd is asked each time.
    """
    asked = [one for one in problems if one.code is ProblemCode.ASK_KIND]
    if any(one.expected in _OF_THESE_NUMBERS for one in asked):
        return ""
    return " | ".join(sorted(f"{one.expected} {_DIGITS.sub('', one.value)}" for one in asked))


def remembered_match(database: Database, fingerprint: str | None) -> HeadingMatch | None:
    """Give what is remembered of a heading row, None when nothing is."""
    if fingerprint is None:
        return None
    found = queries.read(database, "imports/heading_match", fingerprint=fingerprint)
    if found.empty:
        return None
    row = records_of(found)[0]
    matched = json.loads(row["matched_columns"])
    columns = {int(at): name for at, name in matched.items() if not at.startswith(_ROW)}
    rows = {at.removeprefix(_ROW): name for at, name in matched.items() if at.startswith(_ROW)}
    at = row["remembered_at"].to_pydatetime()
    kind = SheetKind(row["kind"]) if row["kind"] else None
    said = (kind, row["asked"] or "")
    return HeadingMatch(
        fingerprint, Form(row["form"]), columns, row["remembered_by"], at, *said, rows
    )


def write_match(cursor: queries.Cursor, match: HeadingMatch) -> None:
    """Remember a match inside the caller's transaction; one that says nothing is forgotten."""
    if not match.columns and not match.rows and match.kind is None:
        queries.run(cursor, "imports/forget_heading_match", fingerprint=match.fingerprint)
        return
    queries.run(
        cursor,
        "imports/remember_heading_match",
        fingerprint=match.fingerprint,
        form=match.form.value,
        matched_columns=json.dumps(
            {str(at): name for at, name in match.columns.items()}
            | {f"{_ROW}{label}": name for label, name in match.rows.items()},
            sort_keys=True,
        ),
        kind=match.kind.value if match.kind else None,
        asked=match.asked,
        remembered_by=match.remembered_by,
    )


def remember_match(database: Database, match: HeadingMatch) -> None:
    """Remember a match where nothing else is saved.

    Raises:
        NotAllowedError: the person at the store may not import.
    """
    with permitted(database, Action.IMPORT, match.fingerprint) as permit:
        write_match(permit.cursor, match)
        permit.log(match.fingerprint)


def forget_match(database: Database, fingerprint: str) -> None:
    """Forget what is remembered of a heading row.

    Raises:
        NotAllowedError: the person at the store may not import.
    """
    with permitted(database, Action.IMPORT, fingerprint) as permit:
        queries.run(permit.cursor, "imports/forget_heading_match", fingerprint=fingerprint)
        permit.log(fingerprint)
