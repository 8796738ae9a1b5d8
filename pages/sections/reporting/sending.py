"""Sending reports: after which ones they were made, whether they stand, what comes next."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.database import report_statuses
from data.model.records import StatusReport
from data.words.work import progress as words
from pages.shared.session import database, explained

SENT = "reports_sent"


def opened(measure_id: str, newest: Mapping[str, int]) -> str:
    """Give the name of a form, another one after each report; it is made after the `newest` ones.

    `newest` are the numbers of reports by subject, as they are when the form is first drawn.
    """
    form = f"report_{measure_id}_{st.session_state.setdefault(SENT, 0)}"
    st.session_state.setdefault(f"seen_{form}", dict(newest))
    return form


def send(
    form: str, reports: Sequence[StatusReport], newest: Mapping[str, int], said: str = words.SAVED
) -> None:
    """Save all or none of the reports of a form, say so, and go back to the measures.

    A form whose reports are refused keeps what is in it; who sends it again has seen what is
    `newest` now.
    """
    seen = st.session_state[f"seen_{form}"]
    st.session_state[f"seen_{form}"] = dict(newest)
    with explained(stop=False):
        report_statuses(database(), reports, seen)
        st.session_state[SENT] += 1
        st.toast(said.format(measure_id=reports[0].measure_id), icon=":material/check:")
        st.query_params.pop("measure", None)
        st.rerun()
