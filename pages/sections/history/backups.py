"""Backups on a page: taking one away, and going back to one that is kept."""

import tempfile
from functools import partial
from pathlib import Path

import streamlit as st

from data.database import KEPT, Database, backup, kept_backups, restore
from data.model.access import Action
from data.model.errors import StoreNotAFileError
from data.model.places import database_path
from data.model.thai_time import today
from data.words import dates, failures
from data.words import repair as words
from pages.shared import store
from pages.shared.session import can, database, explained, later, person

_STALE_DAYS = 2


def backup_button() -> None:
    """Offer a verified copy of the whole store, made when it is clicked, to who may have it."""
    if not can(Action.BACKUP):
        return
    st.header(words.BACKUP, anchor=False)
    if database().on_server:
        st.caption(failures.failure(StoreNotAFileError()))
        return
    st.caption(words.BACKUP_HELP)
    st.download_button(
        words.BACKUP_MAKE,
        data=later(partial(_backup_bytes, database())),
        file_name=words.BACKUP_NAME.format(day=today().isoformat()),
        mime="application/zip",
        key="backup",
        on_click="ignore",
        icon=":material/backup:",
    )


def restore_form() -> None:
    """Tell of the backups that are kept, and let a person go back to one, after confirming."""
    if not can(Action.RESTORE) or database().on_server:
        return
    st.header(words.KEPT, anchor=False)
    st.caption(words.KEPT_HELP.format(kept=KEPT))
    kept = {one.path.name: one for one in kept_backups(database_path())}
    if not kept:
        st.caption(words.KEPT_NONE)
        return
    newest = next(iter(kept.values())).made_at
    st.caption(words.KEPT_NEWEST.format(count=len(kept), when=dates.thai_moment(newest)))
    if (today() - newest.date()).days > _STALE_DAYS:
        st.warning(words.KEPT_STALE.format(days=_STALE_DAYS), icon=":material/history:")
    with st.form("restore", border=True):
        chosen = st.selectbox(
            words.KEPT_CHOOSE,
            list(kept),
            format_func=lambda name: words.kept_backup(kept[name]),
            index=None,
            placeholder=words.KEPT_CHOOSE,
        )
        sure = st.checkbox(words.KEPT_SURE)
        sent = st.form_submit_button(words.KEPT_RESTORE, key="restore_kept", icon=":material/undo:")
    if sent and not (sure and chosen):
        st.warning(words.KEPT_UNSURE, icon=":material/rule:")
    elif sent and chosen:
        _restore(kept[chosen].path)


def _restore(backup_file: Path) -> None:
    with explained(stop=False):
        by = person()  # who it is may open the store: never while its files are exchanged
        found = store.replaced(lambda path: restore(path, backup_file, person=by))
        told = words.KEPT_RESTORED.format(file_name=backup_file.name, batches=found.batches)
        st.toast(told, icon=":material/check:")
        st.rerun()


def _backup_bytes(store_in_hand: Database) -> bytes:
    """Build the file in a thread that knows no visitor: the store brings him along."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "backup.zip"
        backup(store_in_hand, target)
        return target.read_bytes()
