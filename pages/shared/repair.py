"""The way on when the store does not serve: said to everybody, open to who may restore."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.database import kept_backups, restore, restore_newest, start_anew
from data.model.access import Action, may
from data.model.errors import StoreMovedError, StoreUnusableError
from data.model.places import database_path
from data.words import failures
from data.words import navigation as words
from data.words import repair as repair_words
from pages.shared import store
from pages.shared.navigation import sections
from pages.shared.safe import plain
from pages.shared.session import explained, visitor


@contextmanager
def offered(*, on_a_page: bool) -> Iterator[None]:
    """Tell of a failure in words and end the page; where the store itself is at fault, help.

    `on_a_page` tells that a page with its title is there already.
    """
    with explained():
        try:
            yield
        except (StoreUnusableError, StoreMovedError) as fault:
            if not on_a_page:
                # Without pages told, Streamlit would show the page files.
                st.navigation(sections(lambda _action: True), position="hidden")
                st.title(words.app(), anchor=False)
            st.error(plain(failures.failure(fault)), title=failures.TITLE, icon=":material/error:")
            _way_on(fault)
            st.stop()


def tell_damaged_batches() -> None:
    """Warn on every page of batches that are not what was imported."""
    if damaged := store.damaged_batches():
        told = repair_words.DAMAGED_BATCHES.format(batches=", ".join(map(str, damaged)))
        st.error(plain(told), icon=":material/error:")


def _way_on(fault: StoreUnusableError | StoreMovedError) -> None:
    if not may(visitor(), Action.RESTORE):
        st.info(repair_words.ASK_PLANNER, icon=":material/support_agent:")
        return
    if isinstance(fault, StoreMovedError):
        _button(repair_words.LOOK_AGAIN, "look_again", lambda _path: None)
    _offer_kept_backup()
    _offer_own_backup()
    _offer_new_store()


def _offer_kept_backup() -> None:
    kept = kept_backups(database_path())
    if not kept:
        st.caption(repair_words.NO_KEPT_BACKUP)
        return
    label = repair_words.RESTORE_NEWEST.format(file_name=kept[0].path.name)
    _button(plain(label), "restore_newest", partial(restore_newest, person=visitor()))


def _offer_own_backup() -> None:
    given = st.file_uploader(repair_words.OWN_BACKUP, type=["zip", "duckdb"], key="own_backup")
    if given is not None:
        _button(repair_words.RESTORE_OWN, "restore_own", partial(_restore_given, given=given))


def _restore_given(path: Path, given: UploadedFile) -> None:
    with TemporaryDirectory() as folder:
        backup_file = Path(folder) / "backup.zip"
        backup_file.write_bytes(given.getbuffer())
        restore(path, backup_file, person=visitor())


def _offer_new_store() -> None:
    sure = st.checkbox(repair_words.NEW_SURE, key="new_store_sure")
    act = partial(start_anew, person=visitor())
    _button(repair_words.NEW_STORE, "new_store", act, disabled=not sure)


def _button(label: str, key: str, act: Callable[[Path], object], *, disabled: bool = False) -> None:
    if st.button(label, key=key, disabled=disabled):
        with explained(stop=False):
            store.replaced(act)
            st.rerun()
