"""The columns of a sheet beside what they are read as, for a person to correct."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from data.database import HeadingMatch, forget_match, remembered_match
from data.importers import (
    BY_NAME,
    READABLE_FORMS,
    UNKNOWN,
    Choices,
    Columns,
    Recognised,
    columns_as,
)
from data.importers.plan.headings import IGNORED
from data.model.access import Action
from data.model.grid import column_letters
from data.model.records import Form
from data.words import dates
from data.words.importing import imports as words
from pages.shared.safe import plain
from pages.shared.session import can, database, person

MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Matching:
    """The headings of one sheet and what is remembered of them."""

    recognised: Recognised
    remembered: HeadingMatch | None

    def to_remember(
        self, form: Form | None, choices: Choices, asked: str = ""
    ) -> HeadingMatch | None:
        """Give what a save has to remember: nothing when nothing is new.

        `asked` is what was asked about the kind that a person chose. What it remembers counts for
        everybody, so only who may import anything may say it.
        """
        known = dict(self.remembered.columns) if self.remembered else {}
        columns = known if choices.columns is None else dict(choices.columns)
        known_rows = dict(self.remembered.rows) if self.remembered else {}
        rows = known_rows if choices.rows is None else dict(choices.rows)
        kind = choices.kind if asked else None
        was = self.remembered.kind if self.remembered else None
        if (
            not can(Action.IMPORT)
            or self.recognised.fingerprint is None
            or form not in READABLE_FORMS
            or ((columns, rows) == (known, known_rows) and kind in {None, was})
        ):
            return None
        said = (kind, asked) if kind else (was, self.remembered.asked if self.remembered else "")
        by = person().label
        return HeadingMatch(self.recognised.fingerprint, form, columns, by, None, *said, rows)


def matching(recognised: Recognised) -> Matching:
    """Look up what a person once said of the headings of a sheet."""
    return Matching(recognised, remembered_match(database(), recognised.fingerprint))


def correct_columns(matched: Matching, choices: Choices, key: str) -> Choices:
    """Draw what each column is read as and give the choices with what the person corrected."""
    columns = columns_as(matched.recognised, choices.form)
    if not columns:
        return choices
    settled = matched.remembered.settle(choices) if matched.remembered else choices
    remembered = settled.columns or {}
    keys = {at: f"column_{key}_{choices.form}_{at}" for at, _, _ in columns[:MOST_COLUMNS]}
    unfolded = _want_a_look(matched.recognised, columns, choices.form)
    with st.expander(words.COLUMNS, expanded=unfolded):
        st.caption(words.COLUMNS_HELP if can(Action.IMPORT) else words.COLUMNS_HELP_ONCE)
        fields = field_names(choices.form)
        matched_fields = [field for _, _, field in columns if field]
        # Leaving a column out comes first: the list of scores is too long to look through.
        options = list(dict.fromkeys((IGNORED, *fields, *matched_fields, *remembered.values())))
        chosen = _fields(columns, options, remembered, keys)
    known = matched.remembered
    if remembered or (known and (known.rows or known.kind)):
        _say_remembered(matched, list(keys.values()), key)
    return replace(choices, columns=chosen) if chosen or matched.remembered else choices


def _want_a_look(recognised: Recognised, columns: Columns, form: Form | None) -> bool:
    """Tell whether the columns show unfolded: one of a fixed form is unknown, or nothing is read.

    Sheets of scores come with columns of all kinds, so that one more tells nothing.
    """
    if recognised.form is None:
        return True
    fields = {field for _, _, field in columns}
    fixed = form is not None and BY_NAME[form].every_column_is_known
    return "" in fields if fixed else not fields - {"", IGNORED}


def _fields(
    columns: Columns,
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
    return list((BY_NAME[form] if form else UNKNOWN).fields())


def _say_remembered(matched: Matching, keys: list[str], key: str) -> None:
    match = matched.remembered
    if match is None or match.remembered_at is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        remembered = words.COLUMNS_REMEMBERED.format(
            person=match.remembered_by, moment=dates.thai_moment(match.remembered_at)
        )
        st.caption(plain(remembered), width="content")
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
