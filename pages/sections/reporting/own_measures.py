"""Whose measures, and which of them: links one below the other, for a thumb."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data.analysis.plan.work import most_pressing_first
from data.model.records import Status
from data.tables.filters import Filters
from data.tables.work.steps import step_count
from data.words import dates, palette
from data.words import filters as filter_words
from data.words.work import status_report as words
from data.words.work import statuses
from pages.sections.divisions.progress import by_division
from pages.sections.divisions.roundtrip import divisions_of
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements import markup
from pages.shared.safe import plain
from pages.shared.session import person
from queries.frames import records_of

"""Letters of a measure in its row."""
PAGE = "status_report"


def division_of(measures: pd.DataFrame, measure_id: str) -> str:
    """Tell for whom a person reports: named by the link, his own, else the lead; "" is not said."""
    known = divisions_of(measures)
    if measure_id:
        row = records_of(measures[measures["measure_id"] == measure_id])[0]
        known = [*row["lead"], *row["support"]]
    named = [st.query_params.get("division", "")]
    filtered = st.query_params.get_all("divisions")
    own = person().divisions
    named += [*filtered] if len(filtered) == 1 else []
    named += [*own] if len(own) == 1 or measure_id else []
    named += known[:1] if measure_id else []
    return next((one for one in named if one in known), "")


def choose(filters: Filters, division: str) -> None:
    """Draw the divisions to choose from, once one is chosen its measures."""
    if division:
        _choose_measure(filters, division)
    else:
        _choose_division(filters)


def _choose_division(filters: Filters) -> None:
    """Draw the divisions, a row each; one's own first."""
    st.header(words.WHOSE, anchor=False)
    counted = by_division(filters)
    totals = dict(
        zip(counted["division"], zip(counted["total"], counted["late"], strict=True), strict=True)
    )
    known, own = divisions_of(chosen_measures(filters)), person().divisions
    ordered = sorted(known, key=lambda one: one not in own)
    with st.grid(3, min_column_width=280, gap="small"):
        for place, division in enumerate(ordered):
            measures, late = totals[division]
            counts = words.COUNTS.format(measures=measures, late=late)
            _row(f"division_{place}", division, markup.text(counts, "quiet"), division=division)


def _choose_measure(filters: Filters, division: str) -> None:
    """Draw the measures of a division, a row each: led before supported, pressing ones first."""
    own = most_pressing_first(_of(chosen_measures(filters), division))
    rows = sorted(records_of(own), key=lambda row: division not in row["lead"])
    st.header(words.OF_DIVISION.format(division=plain(division)), anchor=False)
    if len(person().divisions) != 1:
        _way_back(words.OTHER)
    if not rows:
        st.info(words.NO_MEASURES.format(division=plain(division)))
        return
    st.caption(words.CHOOSE)
    with st.grid(2, min_column_width=320, gap="small"):
        for row in rows:
            measure_id = str(row["measure_id"])
            label = words.LINE.format(measure_id=measure_id, action=row["action"])
            chosen = {"division": division, "measure": measure_id}
            _row(f"measure_{measure_id}", label, _state(row, division), **chosen)


def heading(measures: pd.DataFrame, measure_id: str, division: str) -> None:
    """Write what is to be done, over how it stands."""
    _way_back(words.OF_DIVISION.format(division=division), division=division)
    row = records_of(measures[measures["measure_id"] == measure_id])[0]
    title = words.LINE.format(measure_id=measure_id, action=row["action"])
    st.header(plain(title), anchor=False)
    markup.draw(_state(row, division))


def _way_back(label: str, **chosen: str) -> None:
    """Draw the way back to what was chosen from."""
    st.button(
        plain(label),
        key="way_back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=_go,
        kwargs=chosen,
    )


def _row(name: str, label: str, below: markup.Html, **chosen: str) -> None:
    """Draw a row that leads on wherever it is touched."""
    with st.container(border=True, height="stretch", gap="xxsmall", key=f"card_tap_{name}"):
        st.button(
            plain(label),
            key=f"tap_{name}",
            type="tertiary",
            width="stretch",
            on_click=_go,
            kwargs=chosen,
        )
        markup.draw(below)


def _go(**chosen: str) -> None:
    """Write what was chosen into the address, so that the browser's way back undoes it."""
    for name in {"division", "divisions", "measure"} - chosen.keys():
        st.query_params.pop(name, None)
    if chosen:
        st.query_params.update(chosen)


def _of(measures: pd.DataFrame, division: str) -> pd.DataFrame:
    pairs = zip(measures["lead"], measures["support"], strict=True)
    return measures[[division in lead or division in support for lead, support in pairs]]


def _state(row: Mapping[Any, Any], division: str) -> markup.Html:
    mark = palette.OVERDUE_MARK if row["overdue"] else palette.STATUSES[Status(row["status"])]
    return markup.state_line(mark, _about(row, division))


def _about(row: Mapping[Any, Any], division: str) -> str:
    """Say when a measure is due, how far its steps are, and what else is to be done."""
    end = row["end_date"]
    due = words.NO_DUE if pd.isna(end) else words.DUE.format(day=dates.thai_date(end))
    steps = step_count(row["steps_done"], row["steps_counted"])
    flags = statuses.flags({**row, "overdue": False})
    parts: Sequence[str] = (
        "" if division in row["lead"] else words.SUPPORTED,
        due,
        words.STEPS.format(steps=steps) if steps else "",
        flags,
    )
    return filter_words.SEPARATOR.join(part for part in parts if part)
