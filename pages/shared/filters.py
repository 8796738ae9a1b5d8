"""The filters: one place, one look, values that live in the URL."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

import streamlit as st

from data.framework import framework, present_day, years
from data.tables.filters import Filters
from data.words import filters as words
from data.words.dates import thai_date
from data.words.work import statuses
from pages.shared.elements.thai_day import day_input, written_day
from pages.shared.session import database, remembered
from queries import divisions as division_queries
from queries import measures as measure_queries
from queries import scores as score_queries

Key = TypeVar("Key")
_NOTHING_CHOSEN: Final[Mapping[str, object]] = {
    "years": [],
    "divisions": [],
    "role": "all",
    "states": [],
    "indicators": [],
}


def choose(
    *, divisions: bool = False, states: bool = False, indicators: bool = False, as_of: bool = False
) -> Filters:
    """Draw the filters a page understands in the sidebar and give what is chosen."""
    with st.sidebar.container(key="filters"):
        return Filters(
            years=_years(),
            divisions=_divisions() if divisions else None,
            lead_only=_lead_only() if divisions else False,
            states=_states() if states else None,
            indicators=_indicators() if indicators else None,
            as_of=_as_of() if as_of else dt.date.min,
        )


def offer_to_clear(key: str) -> None:
    """Draw the button that takes every filter back."""
    st.button(words.CLEAR, key=key, on_click=_clear, icon=":material/filter_alt_off:")


def _clear() -> None:
    for key, nothing in _NOTHING_CHOSEN.items():
        if key in st.session_state:
            st.session_state[key] = nothing
    if "as_of" in st.session_state:
        st.session_state["as_of"] = thai_date(present_day())


@remembered
def known_years() -> list[int]:
    """List the fiscal years that have scores or measures, oldest first."""
    scored = score_queries.home_years(database())["year"]
    planned = measure_queries.plan_years(database())["year"]
    return sorted({int(year) for year in (*scored, *planned)})


def indicator_names() -> dict[int, str]:
    """Give the names of the indicators as the newest framework has them."""
    newest = framework(years()[-1])
    return {one.number: one.name or str(one.number) for one in newest.indicators}


@remembered
def _known_divisions() -> list[str]:
    return list(division_queries.divisions(database())["division"])


def one_year(label: str, listed: Sequence[int], key: str, *, place: int = -1) -> int:
    """Let a person choose one of the years listed, at first the newest or that at `place`."""
    chosen = st.segmented_control(
        label, listed, default=listed[place], required=True, key=key, bind="query-params"
    )
    return int(chosen)


def _years() -> tuple[int, ...] | None:
    options = known_years()
    _notice("years", [str(year) for year in options])
    chosen = st.pills(
        words.YEARS, options, selection_mode="multi", key="years", bind="query-params"
    )
    return tuple(sorted(chosen)) or None


def _divisions() -> tuple[str, ...] | None:
    options = _known_divisions()
    _notice("divisions", options)
    chosen = st.multiselect(
        words.DIVISIONS, options, key="divisions", bind="query-params", placeholder=words.ANY
    )
    return tuple(chosen) or None


def _lead_only() -> bool:
    _notice("role", list(words.ROLES.values()))
    chosen = st.segmented_control(
        words.ROLE,
        list(words.ROLES),
        format_func=words.ROLES.__getitem__,
        key="role",
        default="all",
        required=True,
        bind="query-params",
    )
    return chosen == "lead"


def _states() -> tuple[str, ...] | None:
    return _labelled("states", words.STATES, statuses.STATES)


def _indicators() -> tuple[int, ...] | None:
    names = {number: words.indicator(number, name) for number, name in indicator_names().items()}
    return _labelled("indicators", words.INDICATORS, names)


def _labelled(key: str, label: str, names: Mapping[Key, str]) -> tuple[Key, ...] | None:
    _notice(key, list(names.values()))
    chosen = st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        bind="query-params",
        placeholder=words.ANY,
    )
    return tuple(chosen) or None


def _as_of() -> dt.date:
    given = st.query_params.get_all("as_of")
    if "as_of" not in st.session_state and given:
        days = {text: written_day(text) for text in given}
        _notice("as_of", [text for text, day in days.items() if day])
        day = days[given[-1]]
        # A link may write the day in any way; the field shows it as it is written here.
        st.query_params["as_of"] = thai_date(day or present_day())
    return (
        day_input(words.AS_OF, present_day(), "as_of", note=words.AS_OF_HELP, bound=True)
        or present_day()
    )


def _notice(key: str, allowed: list[str]) -> None:
    """Say which values of a link are unknown; the widget itself drops them in silence."""
    if key in st.session_state:
        return
    unknown = [value for value in st.query_params.get_all(key) if value not in ("", *allowed)]
    if unknown:
        st.session_state.setdefault("unknown_in_link", []).extend(unknown)
