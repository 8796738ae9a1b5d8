"""Changing what an office has decided; each change is a batch of the catalogue, undone like one."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from data.catalogue import set_up, write_targets
from data.database import Batch
from data.framework import framework, organisation, years
from data.framework.setting_up import agency_of
from data.words import setting_up as words
from pages.sections.settings.agency_form import asked_agency, fault_of
from pages.shared.session import database, explained, person


def agency_section() -> None:
    """Let a planner change the agency, its place and its divisions."""
    st.header(words.AGENCY, anchor=False)
    agency = asked_agency("own", agency_of(organisation()))
    if not st.button(words.SAVE, type="primary", key="save_agency"):
        return
    if fault := fault_of(agency):
        st.error(fault)
        return
    with explained(stop=False):
        _tell(set_up(database(), agency, person().label))


def target_section() -> None:
    """Let a planner change the score that is to be reached in each year."""
    st.header(words.TARGETS, anchor=False)
    st.caption(words.TARGETS_HELP)
    wanted = {}
    with st.container(horizontal=True):
        for year in years():
            known = float(framework(year).target)
            wanted[year] = st.number_input(
                str(year), 0.0, 100.0, known, step=0.5, key=f"target_{year}", width=120
            )
    if st.button(words.SAVE_TARGETS, key="save_targets"):
        changed = [
            replace(framework(year), target=Decimal(str(target)))
            for year, target in wanted.items()
            if float(framework(year).target) != target
        ]
        with explained(stop=False):
            _tell(write_targets(database(), changed, person().label) if changed else None)


def _tell(batch: Batch | None) -> None:
    if batch is None:
        st.info(words.NOTHING_CHANGED)
    else:
        st.success(words.CHANGED.format(batch_id=batch.batch_id))
