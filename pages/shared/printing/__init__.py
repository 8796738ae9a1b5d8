"""The look of the app: the rules of look.css, and what stands on the screen or on paper only.

On paper a page is A4 without the chrome of the app and without forms, nothing is cut and no chart
stands on two sheets.
"""

from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

SCREEN_ONLY: Final = "screen_only"
ONCE_ANSWERED: Final = "once_answered"
_FOLDER: Final = Path(__file__).parent
STYLE: Final = (_FOLDER / "look.css").read_text(encoding="utf-8")
_DARK: Final = (_FOLDER / "look_dark_paper.css").read_text(encoding="utf-8")


def ready() -> None:
    """Bring the rules; they are constants of ours, no text from anywhere else comes near them."""
    rules = STYLE + _DARK if st.context.theme.type == "dark" else STYLE
    st.html(f"<style>{rules}</style>")


def screen_only(name: str) -> DeltaGenerator:
    """Give a container for what helps nobody on paper: forms, with the headings over them."""
    return st.container(key=f"{SCREEN_ONLY}_{name}")


def once_answered(name: str) -> DeltaGenerator:
    """Give a container for a question that goes on paper together with the table it answers by."""
    return st.container(key=f"{ONCE_ANSWERED}_{name}")
