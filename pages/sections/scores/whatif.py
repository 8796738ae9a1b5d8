"""The what-if: sliders, total, instruments and level at once; never stored, shared by link."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data.analysis.scorebook import Scorebook
from data.analysis.simulation import Simulation, decode_scores, encode_scores, simulate
from data.analysis.standing import Standing
from data.framework import framework
from data.words import filters as filter_words
from data.words.scores import next_level as words
from pages.shared.filters import indicator_names
from pages.shared.fragments import alone
from pages.shared.safe import plain

LINK = "simulation"


@alone
def show(book: Scorebook, actual: Standing) -> None:
    """Draw sliders that start from the actual scores, and what they lead to beside the actual."""
    real = _actual_scores(book, actual.year)
    numbers = [one.number for one in framework(actual.year).indicators]
    if not numbers or set(numbers) - set(real):
        st.info(words.CANNOT_SIMULATE.format(year=actual.year))
        return
    start = _start(real, actual.year)
    place = st.container()
    chosen = _sliders(start, actual.year)
    simulated = simulate(chosen, actual)
    if simulated is not None:
        with place:
            _result(simulated, actual)
    _share(chosen, real, actual.year)


def _actual_scores(book: Scorebook, year: int) -> dict[int, float]:
    listed = book.indicators
    rows = zip(listed["year"], listed["indicator"], listed["score"], strict=True)
    return {
        int(indicator): float(score)
        for of_year, indicator, score in rows
        if of_year == year and pd.notna(score)
    }


def _start(real: Mapping[int, float], year: int) -> dict[int, float]:
    """Start from the link when it is a simulation of this year, else from the actual scores."""
    code = st.query_params.get(LINK)
    if not code:
        return dict(real)
    shared = decode_scores(code, framework(year))
    if shared is None:
        st.warning(words.BAD_LINK, icon=":material/link_off:")
        return dict(real)
    return {number: float(score) for number, score in shared.items()}


def _sliders(start: Mapping[int, float], year: int) -> dict[int, float]:
    names = indicator_names()
    for number, score in start.items():
        st.session_state.setdefault(_key(year, number), score)
    with st.grid(2, gap="small"):
        return {
            number: st.slider(
                filter_words.indicator(number, names.get(number, "")),
                0.0,
                100.0,
                step=0.01,
                key=_key(year, number),
            )
            for number in sorted(start)
        }


def _key(year: int, number: int) -> str:
    return f"what_if_{year}_{number}"


def _result(simulated: Simulation, actual: Standing) -> None:
    level = simulated.level
    with st.container(horizontal=True):
        st.metric(
            words.SIMULATED_LEVEL,
            level.name if level else words.NO_VALUE,
            delta_description=words.ACTUAL.format(
                value=actual.level.name if actual.level else words.NO_VALUE
            ),
            border=True,
        )
        st.metric(
            words.SIMULATED_TOTAL,
            words.two_decimals(simulated.total),
            delta_description=words.ACTUAL.format(value=words.two_decimals(actual.total)),
            border=True,
        )
        for code, value in simulated.instruments.items():
            st.metric(
                words.SIMULATED_INSTRUMENT.format(code=code),
                words.two_decimals(value),
                delta_description=words.ACTUAL.format(
                    value=words.two_decimals(actual.instruments.get(code))
                ),
                border=True,
            )
    st.caption(plain(words.SIMULATED_NOTE))


def _share(chosen: Mapping[int, float], real: Mapping[int, float], year: int) -> None:
    """Keep the address in step with the sliders; the actual scores need no address."""
    if dict(chosen) == dict(real):
        st.query_params.pop(LINK, None)
    else:
        st.query_params[LINK] = encode_scores(chosen, framework(year))
        st.button(words.RESET, on_click=_reset, args=(dict(real), year), key="reset_simulation")


def _reset(real: Mapping[int, float], year: int) -> None:
    st.query_params.pop(LINK, None)
    for number, score in real.items():
        st.session_state[_key(year, number)] = score
