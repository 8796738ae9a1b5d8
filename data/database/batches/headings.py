"""Remembering what a person said the columns under a heading row mean."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

import duckdb

import queries
from data.database.connection import Database
from data.database.permits import permitted
from data.model.access import Action
from data.model.choices import Choices
from data.model.records import Form


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """Corrected columns of a heading row: column counted from 0 -> field, as in `Choices`.

    `fingerprint` is that of the sheet as it was recognised.
    """

    fingerprint: str
    form: Form
    columns: Mapping[int, str]
    remembered_by: str
    remembered_at: dt.datetime | None = None

    def settle(self, choices: Choices) -> Choices:
        """Give choices with these columns, unless they were made or another form was chosen."""
        if choices.columns is not None or choices.form not in {None, self.form}:
            return choices
        return replace(choices, form=self.form, columns=self.columns)


def remembered_match(database: Database, fingerprint: str | None) -> HeadingMatch | None:
    """Give what is remembered of a heading row, None when nothing is."""
    if fingerprint is None:
        return None
    found = queries.read(database, "imports/heading_match", fingerprint=fingerprint)
    if found.empty:
        return None
    row = found.to_dict("records")[0]
    columns = {int(at): field for at, field in json.loads(row["matched_columns"]).items()}
    at = row["remembered_at"].to_pydatetime()
    return HeadingMatch(fingerprint, Form(row["form"]), columns, row["remembered_by"], at)


def write_match(cursor: duckdb.DuckDBPyConnection, match: HeadingMatch) -> None:
    """Remember a match inside the caller's transaction; one without columns is forgotten."""
    if not match.columns:
        queries.run(cursor, "imports/forget_heading_match", fingerprint=match.fingerprint)
        return
    queries.run(
        cursor,
        "imports/remember_heading_match",
        fingerprint=match.fingerprint,
        form=match.form.value,
        matched_columns=json.dumps(dict(match.columns), sort_keys=True),
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
