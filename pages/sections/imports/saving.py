"""Saving what the sheets of a file gave: one alone, or all of them with one press."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.database import Batch
from data.model.errors import ItaError
from data.words import failures
from data.words.importing import imports as words
from pages.sections.imports.import_outcome import Outcome, keep_outcome, remember_outcome
from pages.sections.imports.uploads import Bench
from pages.shared.safe import plain


@dataclass(frozen=True, slots=True)
class Ready:
    """A sheet that can be saved: what it will do in words, how, and what its outcome is told of."""

    key: str
    sheet: str
    does: str
    of: object
    save: Callable[[], Batch]
    said: Callable[[Batch], str]
    pages: tuple[str, ...]

    def outcome(self, batch: Batch) -> Outcome:
        """Give what became of saving it."""
        return Outcome(self.of, batch, self.said(batch), self.pages)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a sheet came: ready to be saved, or still waiting for an answer or a correction."""

    sheet: str
    ready: Ready | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet that was drawn, with the place at its end where saving it is offered."""

    step: Step
    place: DeltaGenerator | None


def offer_saving(own: Bench, sheets: Sequence[Drawn]) -> None:
    """Draw a button for the only sheet there is something to do with, else one for all of them."""
    if told := st.session_state.pop(_slot(own), None):
        st.error(plain(told), icon=":material/error:")
    ready = [(one.step.ready, one.place) for one in sheets if one.step.ready and one.place]
    waiting = [one.step.sheet for one in sheets if one.step.waits]
    if len(ready) + len(waiting) > 1:
        _save_all(own, [one for one, _ in ready], waiting)
    elif ready:
        with ready[0][1]:
            _save_one(own, ready[0][0])


def _save_one(own: Bench, ready: Ready) -> None:
    """Draw the button that saves the only sheet of a file."""
    if st.button(words.SAVE, type="primary", key=f"save_{ready.key}", icon=":material/save:"):
        keep_outcome(ready.key, ready.outcome(own.work(words.SAVING, ready.save)))


def _wants_saving(ready: Ready) -> bool:
    """Draw what a sheet will do, and whether it is among those the one button saves."""
    told = words.SHEET_DOES.format(sheet=plain(ready.sheet), does=ready.does)
    return st.checkbox(told, value=True, key=f"with_{ready.key}")


def _save_all(own: Bench, ready: Sequence[Ready], waiting: Sequence[str]) -> None:
    """Draw what each sheet will do and the one button that saves those chosen, one after the other.

    Each sheet is a batch of its own: where one cannot be saved, those before it are, and it is
    told which.
    """
    with st.container(border=True, gap="xsmall", key=f"card_save_{own.upload.key}"):
        st.markdown(f"**{words.ALL_TITLE}**")
        chosen = [one for one in ready if _wants_saving(one)]
        for name in waiting:
            st.markdown(words.SHEET_WAITS.format(sheet=plain(name)))
        label = words.SAVE_ALL.format(count=len(chosen))
        pressed = st.button(
            label,
            type="primary",
            key=f"save_all_{own.upload.key}",
            icon=":material/save:",
            disabled=not chosen,
        )
    if pressed:
        _save(own, chosen)
        st.rerun()


def _save(own: Bench, chosen: Sequence[Ready]) -> None:
    for ready in chosen:
        try:
            batch = own.work(words.SAVING, ready.save)
        except ItaError as error:
            reason = failures.failure(error)
            st.session_state[_slot(own)] = words.STOPPED_AT.format(sheet=ready.sheet, reason=reason)
            return
        remember_outcome(ready.key, ready.outcome(batch))


def _slot(own: Bench) -> str:
    return f"not_saved_{own.upload.key}"
