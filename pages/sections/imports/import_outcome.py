"""What became of a save: in words, where it shows now, and taking it back on the spot."""

from dataclasses import dataclass

import streamlit as st

from data.database import Batch, undo
from data.model.access import Action
from data.model.records import Import
from data.words.importing import imports as words
from pages.sections.history import history
from pages.shared.session import can, database, explained, person

PROGRESS = "pages/division_progress.py"
MEASURES = "pages/linked_measures.py"
SCORES = "pages/yearly_trends.py"
AGENCIES = "pages/agency_comparison.py"
HISTORY = "pages/import_history.py"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A save: what it was a save `of`, as which batch, in words, and the pages that show it."""

    of: object
    batch: Batch
    said: str
    pages: tuple[str, ...]


def pages_of(imported: Import) -> tuple[str, ...]:
    """Tell on which pages the data of a sheet shows."""
    if imported.reports:
        return (PROGRESS,)
    if imported.measures:
        return (MEASURES,)
    names = set(imported.scores["agency"]) | set(imported.levels["agency"])
    home = (SCORES,) if "" in names else ()
    return (*home, AGENCIES) if names - {""} else home


def keep_outcome(key: str, outcome: Outcome) -> None:
    """Keep it for the reruns of this session, and draw the page anew."""
    remember_outcome(key, outcome)
    st.rerun()


def remember_outcome(key: str, outcome: Outcome) -> None:
    """Keep it for the reruns of this session, where more is to be saved yet."""
    st.session_state[_slot(key)] = outcome


def show_outcome(key: str, of: object) -> bool:
    """Say what became of the save of this very thing; False when there is none that counts."""
    outcome = st.session_state.get(_slot(key))
    if not isinstance(outcome, Outcome) or outcome.of != of:
        return False
    batch_id = outcome.batch.batch_id
    if batch_id and history.is_undone(batch_id):
        st.info(words.UNDONE.format(batch_id=batch_id), icon=":material/undo:")
        return False
    st.success(outcome.said, icon=":material/check:")
    with st.container(horizontal=True, vertical_alignment="center"):
        show_links(outcome.pages)
        if batch_id and not outcome.batch.repeated:
            _undo_button(batch_id, key)
    return True


def show_links(pages: tuple[str, ...]) -> None:
    """Draw the links to where something shows, and to the history of imports."""
    for page in (*pages, HISTORY):
        st.page_link(page, label=words.SEE[page], icon=":material/arrow_forward:")


def _undo_button(batch_id: int, key: str) -> None:
    if not can(Action.UNDO):
        return
    label = words.UNDO_THIS.format(batch_id=batch_id)
    if st.button(label, key=f"undo_{key}", icon=":material/undo:", help=words.UNDO_HELP):
        with explained(stop=False):
            undo(database(), batch_id, undone_by=person().label)
            st.rerun()


def _slot(key: str) -> str:
    return f"saved_{key}"
