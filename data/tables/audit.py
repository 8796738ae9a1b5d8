"""The audit as people see it, on the page and in a file. No Streamlit: commands use it too."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from data.model.access import Action, Role
from data.model.columns import Kind, Table
from data.tables import handouts
from data.tables.columns import columns
from data.words import access as words
from data.words import dates
from data.words.files import tables as table_words


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines are asked for; None is no limit."""

    persons: tuple[str, ...] | None
    actions: tuple[str, ...] | None
    first_day: dt.date | None
    last_day: dt.date | None

    def scope(self) -> tuple[str, ...]:
        """Say the limits in words, as for the conditions of the file."""
        named = ", ".join(self.persons) if self.persons else words.EVERYBODY
        done = [words.ACTIONS[Action(action)] for action in self.actions or ()]
        days = words.EVERY_DAY
        if self.first_day or self.last_day:
            days = words.DAYS.format(first=_day(self.first_day), last=_day(self.last_day))
        return (named, ", ".join(done) or words.EVERY_ACTION, days)


def audit_table(entries: pd.DataFrame) -> Table:
    """Show the lines of the audit in words."""
    shown = entries.copy()
    shown["role"] = [words.ROLES[Role(role)] if role else words.NO_ROLE for role in shown["role"]]
    shown["action"] = [words.ACTIONS[Action(action)] for action in shown["action"]]
    shown["outcome"] = [words.OUTCOMES[outcome] for outcome in shown["outcome"]]
    shown["subject"] = shown["subject"].map(words.subject)
    shown["detail"] = shown["detail"].map(table_words.source_name)
    listed = columns(words.HEADINGS, words.HEADINGS, action=Kind.TEXT)
    return Table(table_words.SHEETS["data"], words.AUDIT_NAME, listed, shown)


def audit_handout(table: Table, chosen: Chosen, every: int) -> handouts.Handout:
    """Give the file of the lines on screen; it stands on no import."""
    return handouts.Handout(
        lambda: (table,),
        chosen.scope(),
        every,
        (),
        name_parts=(words.AUDIT_NAME,),
    )


def _day(day: dt.date | None) -> str:
    return dates.thai_date(day) if day else words.NO_LIMIT
