"""The five answers as cards that stand side by side and stack on a phone."""

import streamlit as st

from pages.shared.drawing import lines
from pages.shared.safe import plain
from pages.shared.text.overview import Answer


def show(*answers: Answer) -> None:
    """Draw the answers; each says its question, the answer, and why."""
    with st.grid(len(answers), min_column_width=150, gap="xsmall"):
        for answer in answers:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.caption(answer.question)
                st.markdown(f"**{plain(answer.headline)}**")
                lines(answer.details)
