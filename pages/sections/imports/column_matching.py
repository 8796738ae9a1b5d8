"""The columns of a sheet beside what they are read as, for a person to correct."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from data.database import HeadingMatch, forget_match, remembered_match
from data.framework import framework, years
from data.importers import (
    SCORE_FORMS,
    Choices,
    heading_fingerprint,
    matched_columns,
    recognise,
)
from data.importers.plan.layout import IGNORED, Column
from data.importers.sheets.opening import Sheet, column_letters
from data.importers.status.layout import STATUS_FIELDS
from data.model.access import Action
from data.model.records import Form
from data.words import dates
from data.words.importing import imports as words
from pages.shared.safe import plain
from pages.shared.session import can, database, person

CORRECTABLE = (*SCORE_FORMS, Form.PLAN, Form.STATUS)
MOST_COLUMNS = 60
PLAIN_FIELDS = (
    "code",
    "score",
    "instrument-score",
    "year",
    "agency",
    "district",
    "province",
    "level",
    "provisional",
)


@dataclass(frozen=True, slots=True)
class Matching:
    """The headings of one sheet and what is remembered of them."""

    sheet: Sheet
    fingerprint: str | None
    remembered: HeadingMatch | None

    def to_remember(self, form: Form | None, choices: Choices) -> HeadingMatch | None:
        """Give what a save has to remember: nothing when nothing is new.

        What it remembers counts for everybody, so only who may import anything may say it.
        """
        known = self.remembered.columns if self.remembered else {}
        if (
            not can(Action.IMPORT)
            or self.fingerprint is None
            or form not in CORRECTABLE
            or choices.columns is None
        ):
            return None
        if dict(choices.columns) == dict(known):
            return None
        return HeadingMatch(self.fingerprint, form, choices.columns, person().label)


def matching(sheet: Sheet) -> Matching:
    """Look up what a person once said of the headings of a sheet."""
    fingerprint = heading_fingerprint(sheet)
    return Matching(sheet, fingerprint, remembered_match(database(), fingerprint))


def correct_columns(matched: Matching, choices: Choices, key: str) -> Choices:
    """Draw what each column is read as and give the choices with what the person corrected."""
    columns = matched_columns(matched.sheet, choices.form)
    if not columns:
        return choices
    settled = matched.remembered.settle(choices) if matched.remembered else choices
    remembered = settled.columns or {}
    keys = {at: f"column_{key}_{choices.form}_{at}" for at, _, _ in columns[:MOST_COLUMNS]}
    with st.expander(words.COLUMNS, expanded=_want_a_look(matched.sheet, columns, choices.form)):
        st.caption(words.COLUMNS_HELP if can(Action.IMPORT) else words.COLUMNS_HELP_ONCE)
        fields = field_names(choices.form)
        told = [field for _, _, field in columns if field]
        # Leaving a column out comes first: the list of scores is too long to look through.
        options = list(dict.fromkeys((IGNORED, *fields, *told, *remembered.values())))
        chosen = _fields(columns, options, remembered, keys)
    if remembered:
        _say_remembered(matched, list(keys.values()), key)
    return replace(choices, columns=chosen) if chosen or matched.remembered else choices


def _want_a_look(
    sheet: Sheet, columns: tuple[tuple[int, str, str], ...], form: Form | None
) -> bool:
    """Tell whether the columns show unfolded: one of a fixed form is unknown, or nothing is read.

    Sheets of scores come with columns of all kinds, so that one more tells nothing.
    """
    if form is None and recognise(sheet) is None:
        return True
    fields = {field for _, _, field in columns}
    fixed = form in {Form.STATUS, Form.PLAN}
    return "" in fields if fixed else not fields - {"", IGNORED}


def _fields(
    columns: tuple[tuple[int, str, str], ...],
    options: list[str],
    remembered: Mapping[int, str],
    keys: Mapping[int, str],
) -> dict[int, str]:
    """Draw one choice a column and give those that differ from what the sheet says itself."""
    corrected = {}
    for start in range(0, len(keys), 3):
        places = st.columns(3)
        for place, (at, heading, field) in zip(places, columns[start : start + 3], strict=False):
            now = remembered.get(at, field)
            with place:
                chosen = st.selectbox(
                    plain(words.column_label(column_letters(at), heading)),
                    options,
                    index=options.index(now) if now else None,
                    format_func=words.field_name,
                    placeholder=words.COLUMN_UNKNOWN,
                    key=keys[at],
                )
            if (chosen or "") != field:
                corrected[at] = chosen or IGNORED
    return corrected


def field_names(form: Form | None) -> list[str]:
    """List what a column of a form can be read as."""
    if form is Form.PLAN:
        return list(Column)
    return list(STATUS_FIELDS) if form is Form.STATUS else _score_fields()


def _score_fields() -> list[str]:
    """List what a column can mean: labels, codes of scores, years, items."""
    described = [framework(year) for year in years()]
    instruments = [one.code for found in described for one in found.instruments]
    numbers = sorted({one.number for found in described for one in found.indicators})
    items = [item.code for item in described[-1].items]
    of_years = [str(year) for year in sorted(years(), reverse=True)]
    found = (*PLAIN_FIELDS, "total", *instruments, *map(str, numbers), *of_years, *items)
    return list(dict.fromkeys(found))


def _say_remembered(matched: Matching, keys: list[str], key: str) -> None:
    match = matched.remembered
    if match is None or match.remembered_at is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        told = words.COLUMNS_REMEMBERED.format(
            person=match.remembered_by, moment=dates.thai_moment(match.remembered_at)
        )
        st.caption(plain(told), width="content")
        if can(Action.IMPORT):
            st.button(
                words.COLUMNS_FORGET,
                key=f"forget_{key}",
                icon=":material/backspace:",
                on_click=_forget,
                args=(match.fingerprint, keys),
            )


def _forget(fingerprint: str, keys: list[str]) -> None:
    forget_match(database(), fingerprint)
    for key in keys:
        st.session_state.pop(key, None)
