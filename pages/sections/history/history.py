"""The ledger of imports on a page: its table, its files, undoing a batch."""

import pandas as pd
import streamlit as st

from data.database import undo
from data.model.access import Action
from data.model.columns import Table
from data.tables import batches as tables
from data.tables import handouts
from data.words import navigation
from data.words.importing import imports as words
from data.words.importing import provenance as source_words
from pages.sections.history.provenance import source_button
from pages.shared.drawing import batches_in_use
from pages.shared.session import can, database, explained, kept, person
from queries import batches as batch_queries


@kept
def batches() -> pd.DataFrame:
    """Give every batch, newest first."""
    return batch_queries.batches(database())


def is_undone(batch_id: int) -> bool:
    """Tell whether a batch was taken back."""
    found = batches()
    return bool((found.loc[found["batch_id"] == batch_id, "state"] == "undone").any())


@kept
def batch_table() -> Table:
    """Give the table of the ledger."""
    return tables.batch_table(batches(), words.HISTORY_NAME)


def batch_handout(table: Table) -> handouts.Handout:
    """Give the file of the ledger."""
    return handouts.Handout(
        lambda: (table,),
        (navigation.HISTORY,),
        len(table.frame),
        batches_in_use(),
        name_parts=(words.HISTORY_NAME,),
    )


def source_form(found: pd.DataFrame) -> None:
    """Let a person choose a batch and take its file as it came; who may not sees nothing."""
    if not can(Action.IMPORT):
        return
    st.header(source_words.SOURCES, anchor=False)
    st.caption(source_words.SOURCES_HELP)
    named = _named(found)
    batch_id = st.selectbox(
        source_words.SOURCE_CHOOSE,
        list(named),
        format_func=named.__getitem__,
        index=None,
        placeholder=words.BATCH_NONE,
        key="source_batch",
    )
    if batch_id is not None:
        source_button(batch_id, "history")


def undo_form(found: pd.DataFrame) -> None:
    """Let a person take back a batch, after confirming; who may not sees nothing."""
    if not can(Action.UNDO):
        return
    st.header(words.UNDO, anchor=False)
    active = _named(found[found["state"] == "active"])
    st.caption(words.UNDO_HELP)
    with st.form("undo", border=True):
        batch_id = st.selectbox(
            words.UNDO_CHOOSE,
            list(active),
            format_func=active.__getitem__,
            index=None,
            placeholder=words.BATCH_NONE,
        )
        # A box of its own for each state of the ledger: what was confirmed counts once.
        sure = st.checkbox(words.UNDO_CONFIRM, key=f"undo_sure_{len(active)}")
        sent = st.form_submit_button(words.UNDO, key="undo_batch", icon=":material/undo:")
    if sent and not (sure and batch_id is not None):
        st.warning(words.UNDO_UNSURE, icon=":material/rule:")
    elif sent and batch_id is not None:
        with explained(stop=False):
            undo(database(), batch_id, undone_by=person().label)
            st.toast(words.UNDONE.format(batch_id=batch_id), icon=":material/check:")
            st.rerun()


def _named(found: pd.DataFrame) -> dict[int, str]:
    return {
        int(batch_id): words.UNDO_OPTION.format(batch_id=batch_id, file_name=file_name, sheet=sheet)
        for batch_id, file_name, sheet in zip(
            found["batch_id"], found["file_name"], found["sheet"], strict=True
        )
    }
