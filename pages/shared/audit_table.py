"""The audit as people see it, on the page and in a file. No Streamlit: commands use it too."""

import pandas as pd

from data.access import Action, Role
from data.exporters.tables import Column, Kind, Table
from pages.shared.text import access as words
from pages.shared.text import tables as table_words

KINDS = {
    "audit_id": Kind.INTEGER,
    "logged_at": Kind.DATETIME,
    "person": Kind.TEXT,
    "role": Kind.TEXT,
    "action": Kind.TEXT,
    "subject": Kind.LONG_TEXT,
    "outcome": Kind.TEXT,
    "detail": Kind.TEXT,
}


def audit_table(entries: pd.DataFrame) -> Table:
    """Show the lines of the audit in words."""
    shown = entries.copy()
    shown["role"] = [words.ROLES[Role(role)] if role else words.NO_ROLE for role in shown["role"]]
    shown["action"] = [words.ACTIONS[Action(action)] for action in shown["action"]]
    shown["outcome"] = [words.OUTCOMES[outcome] for outcome in shown["outcome"]]
    columns = tuple(Column(key, words.HEADINGS[key], kind) for key, kind in KINDS.items())
    return Table(table_words.SHEETS["data"], words.AUDIT_NAME, columns, shown)
