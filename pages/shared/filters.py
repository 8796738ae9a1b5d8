"""The filters: one place, one look, values that live in the URL."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
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
_EVERY: Final = frozenset({"divisions", "states", "indicators", "as_of"})
OF_PAGE: Final[Mapping[str, frozenset[str]]] = {
    "executive_overview": frozenset({"as_of"}),
    "yearly_trends": frozenset(),
    "score_movement": frozenset(),
    "next_level": frozenset(),
    "agency_comparison": frozenset(),
    "linked_measures": _EVERY,
    "division_progress": _EVERY,
    "status_report": frozenset(),
    "official_reports": frozenset({"divisions", "as_of"}),
    "profiles/indicator": frozenset({"as_of"}),
    "profiles/measure": frozenset({"as_of"}),
    "profiles/division": frozenset({"as_of"}),
}
"""What beside the years can be chosen on a page; those missing have no filters."""
_CHOSEN: Final = "filters_chosen"


def draw(stem: str) -> None:
    """Draw the filters that a page understands in the sidebar, for `chosen` to give.

    The entry of the app does this: a widget of its own keeps its value in the address when another
    page is opened, one of a page takes it along when it goes.
    """
    taken = OF_PAGE.get(stem)
    if taken is None:
        return
    _write_into_address()
    with st.sidebar.container(key="filters"):
        st.session_state[_CHOSEN] = Filters(
            years=_years(),
            divisions=_divisions() if "divisions" in taken else None,
            lead_only=_lead_only() if "divisions" in taken else False,
            states=_states() if "states" in taken else None,
            indicators=_indicators() if "indicators" in taken else None,
            as_of=_as_of() if "as_of" in taken else dt.date.min,
        )


def chosen() -> Filters:
    """Give what is chosen in the filters of the page."""
    found: Filters = st.session_state[_CHOSEN]
    return found


def offer_to_clear(key: str) -> None:
    """Draw the button that takes every filter back."""
    st.button(words.CLEAR, key=key, on_click=_clear, icon=":material/filter_alt_off:")


def _clear() -> None:
    for key, nothing in _nothing_chosen().items():
        if key in st.session_state:
            st.session_state[key] = nothing


def _write_into_address() -> None:
    """Write what is chosen back where the menu has led to a bare address, or a link told it twice.

    Only a value that is set anew is written there.
    """
    for name, nothing in _nothing_chosen().items():
        now = st.session_state.get(name, nothing)
        told = st.query_params.get_all(name)
        if now != nothing and len(told) != (len(now) if isinstance(now, list) else 1):
            st.session_state[name] = now


def _nothing_chosen() -> dict[str, object]:
    lists: dict[str, object] = {name: [] for name in ("years", "divisions", "states", "indicators")}
    return {**lists, "role": "all", "as_of": thai_date(present_day())}


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


def linked(key: str, labels: Mapping[str, str]) -> None:
    """Let a link name one of these by its id, whatever its label (by id) says beside it today.

    What it names and is not here is told: the first of them would stand there in its place.
    """
    given = st.query_params.get(key, "")
    named = given.split(" ")[0].rstrip(".")
    # Set, it is written into the address anew: one that is understood would come twice on Back.
    if key not in st.session_state and labels.get(named, given) != given:
        st.session_state[key] = named
    notice(key, labels.values())


def _years() -> tuple[int, ...] | None:
    options = known_years()
    notice("years", [str(year) for year in options])
    chosen = st.pills(
        words.YEARS, options, selection_mode="multi", key="years", bind="query-params"
    )
    return tuple(sorted(chosen)) or None


def _divisions() -> tuple[str, ...] | None:
    options = _known_divisions()
    notice("divisions", options)
    chosen = st.multiselect(
        words.DIVISIONS, options, key="divisions", bind="query-params", placeholder=words.ANY
    )
    return tuple(chosen) or None


def _lead_only() -> bool:
    notice("role", list(words.ROLES.values()))
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
    notice(key, list(names.values()))
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
        notice("as_of", [text for text, day in days.items() if day])
        day = days[given[-1]]
        # A link may write the day in any way; the field shows it as it is written here.
        st.query_params["as_of"] = thai_date(day or present_day())
    return (
        day_input(words.AS_OF, present_day(), "as_of", note=words.AS_OF_HELP, bound=True)
        or present_day()
    )


def notice(key: str, allowed: Collection[str]) -> None:
    """Say which values of a link are unknown; the widget itself drops them in silence."""
    if key in st.session_state:
        return
    unknown = [value for value in st.query_params.get_all(key) if value not in ("", *allowed)]
    if unknown:
        st.session_state.setdefault("unknown_in_link", []).extend(unknown)
