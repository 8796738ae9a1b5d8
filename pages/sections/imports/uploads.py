"""Uploaded files: read once an upload, kept for the reruns of a session, with progress shown."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.framework import catalogue_revision
from data.importers import Recognised, read_sheets, recognise_sheets
from data.importers.sheets.opening import Sheet, Unreadability
from data.model.errors import UnreadableFileError
from data.words.importing import imports as words
from pages.shared.safe import plain

Made = TypeVar("Made")
SLOT = "uploads"
_LOCKED = (Unreadability.ENCRYPTED, Unreadability.WRONG_PASSWORD)


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file as it came; `key` tells this upload from every other one."""

    name: str
    content: bytes
    key: str


@dataclass(slots=True)
class Bench:
    """What was made of one upload so far; a step is shown only while something is being made."""

    upload: Upload
    steps: int = 1
    kept: dict[str, tuple[object, object]] = field(default_factory=dict)
    taken: int = 0

    def once(self, slot: str, key: object, step: str, make: Callable[[], Made]) -> Made:
        """Give what `make` gives, made again only when the key is not that of the last time."""
        self.taken += 1
        # Taken in every run: a place less would move what stands below, which folds it up again.
        place = st.empty()
        known = self.kept.get(slot)
        if known is not None and known[0] == key:
            return cast("Made", known[1])
        made = self.work(step, make, place)
        self.kept[slot] = (key, made)
        return made

    def work(
        self, step: str, make: Callable[[], Made], place: DeltaGenerator | None = None
    ) -> Made:
        """Give what `make` gives, and name the step as long as it takes."""
        place = st.empty() if place is None else place
        share = min(self.taken / (self.steps + 1), 1.0)
        place.progress(share, text=plain(step.format(name=self.upload.name)))
        made = make()
        place.empty()
        return made

    def sheets(self) -> tuple[Sheet, ...]:
        """Read the file, once.

        Raises:
            UnreadableFileError: as `read_sheets`; the answer is kept like any other.
        """
        found = self.once("sheets", None, words.READING, self._sheets_or_refusal)
        if isinstance(found, UnreadableFileError):
            raise UnreadableFileError(found.file_name, found.reason)
        return found

    def unlock(self, password: str) -> None:
        """Read the file again with a password, which is kept nowhere."""
        self.kept["sheets"] = (
            None,
            self.work(words.READING, lambda: self._sheets_or_refusal(password)),
        )

    @property
    def is_locked(self) -> bool:
        """Whether the file was read and asks for a password, or for another one."""
        _, found = self.kept.get("sheets", (None, None))
        return isinstance(found, UnreadableFileError) and found.reason in _LOCKED

    def recognised(self) -> tuple[Recognised, ...]:
        """Recognise its sheets, once for each state of the catalogue.

        Raises:
            UnreadableFileError: as `sheets`.
        """
        sheets, revision = self.sheets(), catalogue_revision()
        return self.once("forms", revision, words.CHECKING, lambda: recognise_sheets(sheets))

    def _sheets_or_refusal(self, password: str = "") -> tuple[Sheet, ...] | UnreadableFileError:
        try:
            return read_sheets(self.upload.name, self.upload.content, password)
        except UnreadableFileError as refusal:
            return refusal


def bench(upload: Upload) -> Bench:
    """Give the bench of an upload in this session."""
    benches: dict[str, Bench] = st.session_state.setdefault(SLOT, {})
    own = benches.setdefault(upload.key, Bench(upload))
    own.taken = 0
    return own


def forget_others(keys: Collection[str]) -> None:
    """Let go of what was made of files that are no longer there."""
    benches: dict[str, Bench] = st.session_state.setdefault(SLOT, {})
    for gone in benches.keys() - set(keys):
        del benches[gone]


def ask_password(own: Bench) -> None:
    """Let a person type the password of a protected file; the box is emptied at once."""
    if not own.is_locked:
        return
    with st.form(f"password_{own.upload.key}", clear_on_submit=True):
        password = st.text_input(words.LOCK, type="password", help=words.LOCK_HELP)
        typed = st.form_submit_button(words.OPEN, icon=":material/lock_open:")
    if typed and password:
        own.unlock(password)
        st.rerun()


def pasted() -> list[Upload]:
    """Draw a box for text from a chat or a sheet, and give what stands in it as a file."""
    with (
        st.popover(words.PASTE, icon=":material/content_paste:"),
        st.form("pasted", border=False, enter_to_submit=False),
    ):
        st.caption(words.PASTE_HELP)
        text = st.text_area(
            words.PASTED, placeholder=words.PASTE_EXAMPLE, label_visibility="collapsed", key="paste"
        )
        st.form_submit_button(words.PASTE_READ)
    content = text.strip().encode()
    if not content:
        return []
    return [Upload(f"{words.PASTED}.txt", content, f"pasted_{hashlib.sha256(content).hexdigest()}")]
