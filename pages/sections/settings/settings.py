"""Changing what an office has decided; each change is a batch of the catalogue, undone like one."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from data.analysis.levels import exact
from data.catalogue import set_up, small_logo, write_office, write_year
from data.database import Batch
from data.framework import (
    Framework,
    Office,
    Signatory,
    SignatoryRole,
    framework,
    office,
    organisation,
    years,
)
from data.framework.office import LONGEST, MOST_DAYS
from data.framework.setting_up import agency_of
from data.words import filters as filter_words
from data.words import setting_up as words
from pages.sections.settings.agency_form import asked_agency, fault_of
from pages.shared.safe import plain
from pages.shared.session import database, explained, person

PART = "part"
"""What a link names one of the tabs by."""


def agency_section() -> None:
    """Let a planner change the agency, its place and its divisions."""
    agency = asked_agency("own", agency_of(organisation()))
    if not st.button(words.SAVE, type="primary", key="save_agency"):
        return
    if fault := fault_of(agency):
        st.error(fault)
        return
    with explained(stop=False):
        tell(set_up(database(), agency, person().label))


def target_section() -> None:
    """Let a planner change what is to be reached in a year, and what counts as steady."""
    st.caption(words.TARGETS_HELP)
    year = chosen_year("target_year")
    wanted = _wanted(framework(year))
    if st.button(words.SAVE_TARGETS, key="save_targets"):
        changed = wanted != framework(year)
        with explained(stop=False):
            tell(write_year(database(), wanted, person().label) if changed else None)


def chosen_year(key: str) -> int:
    """Let a person choose one of the known years, the newest at first; a link names it."""
    newest_first = sorted(years(), reverse=True)
    return int(
        st.selectbox(words.TARGET_YEAR, newest_first, key=key, width=160, bind="query-params")
    )


def _wanted(known: Framework) -> Framework:
    """Ask for the targets of a year; an indicator that is left blank has that of the year."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        target = _score(words.TARGET, f"target_{known.year}", known.target)
        band = _score(words.STEADY_BAND, f"steady_{known.year}", known.steady_band)
    with st.grid(2, min_column_width=280, gap="small"):
        own = {
            one.number: _score(
                filter_words.indicator(one.number, one.name or ""),
                f"target_{known.year}_{one.number}",
                one.target,
                words.AS_YEAR.format(target=known.target),
            )
            for one in known.indicators
        }
    return replace(
        known,
        target=known.target if target is None else target,
        steady_band=known.steady_band if band is None else band,
        indicators=tuple(
            replace(one, target=None if own[one.number] == target else own[one.number])
            for one in known.indicators
        ),
    )


def _score(label: str, key: str, known: Decimal | None, hint: str | None = None) -> Decimal | None:
    """Ask for a score; what was not touched is the very number that is known."""
    before = None if known is None else float(known)
    typed = st.number_input(plain(label), 0.0, 100.0, before, step=0.5, key=key, placeholder=hint)
    return known if typed == before else None if typed is None else exact(typed)


def days_section() -> None:
    """Let a planner say from when on work is late, due soon or silent."""
    st.caption(words.DAYS_HELP)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        late, due_soon, silent = (
            int(st.number_input(label, 0, MOST_DAYS, known, key=key, width=280))
            for label, known, key in (
                (words.LATE_DAYS, office().late_days, "late_days"),
                (words.DUE_SOON_DAYS, office().due_soon_days, "due_soon_days"),
                (words.SILENT_DAYS, office().silent_days, "silent_days"),
            )
        )
    if st.button(words.SAVE_DAYS, key="save_days"):
        _keep(replace(office(), late_days=late, due_soon_days=due_soon, silent_days=silent))


def signatory_section() -> None:
    """Let a planner say who signs the documents, in the order of signing."""
    st.caption(words.SIGNATORIES_HELP)
    known = {one.role: one for one in office().signatories}
    wanted = []
    for role in SignatoryRole:
        one = known.get(role, Signatory(role, "", ""))
        with st.container(horizontal=True):
            label = words.SIGNATORY_NAME.format(role=words.SIGNATORY[role])
            name = st.text_input(label, one.name, max_chars=LONGEST, key=f"{role}_name")
            title = st.text_input(
                words.SIGNATORY_TITLE, one.title, max_chars=LONGEST, key=f"{role}_title"
            )
        if name and name.strip():
            wanted.append(Signatory(role, name.strip(), (title or "").strip()))
    if st.button(words.SAVE_SIGNATORIES, key="save_signatories"):
        _keep(replace(office(), signatories=tuple(wanted)))


def logo_section() -> None:
    """Let a planner choose the picture the office is known by."""
    st.caption(words.LOGO_HELP)
    if office().logo:
        st.image(office().logo, width=120)
    file = st.file_uploader(
        words.LOGO_FILE, type=("png", "jpg", "jpeg"), max_upload_size=1, key="logo"
    )
    with st.container(horizontal=True):
        chosen = st.button(words.SAVE_LOGO, key="save_logo", disabled=file is None)
        removed = bool(office().logo) and st.button(words.REMOVE_LOGO, key="remove_logo")
    if chosen and file is not None:
        with explained(stop=False):
            _keep(replace(office(), logo=small_logo(file.name, file.getvalue())))
    if removed:
        _keep(replace(office(), logo=b""))


def _keep(wanted: Office) -> None:
    with explained(stop=False):
        tell(write_office(database(), wanted, person().label))


def tell(batch: Batch | None) -> None:
    """Say as which batch a change was saved, or that there was none."""
    if batch is None:
        st.info(words.NOTHING_CHANGED)
    else:
        st.success(words.CHANGED.format(batch_id=batch.batch_id))
