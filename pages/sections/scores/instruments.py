"""The instruments of the newest year: each a card that leads to its line over the years."""

from typing import Any, Final

import streamlit as st

from data.analysis.indicators import Reading
from data.documents.report_rows import instrument_rows
from data.framework import framework
from data.words import palette
from pages.sections.scores.scores import chosen_scores
from pages.shared.elements import markup
from pages.shared.elements.links import link
from pages.shared.safe import plain
from pages.shared.session import kept

_STEP: Final = 10
"""Of the scale, which begins a step below the lowest score."""


def cards(years: tuple[int, ...] | None, *, lead: bool) -> None:
    """Draw a card for each: its score, its line on the scale they share, target, change.

    `lead` is whether they lead to the trends.
    """
    rows = _rows(years)
    target = float(framework(chosen_scores(years).newest.year).target)
    known = [value for row in rows for value in row["years"] if value is not None]
    low = min([target, *known]) // _STEP * _STEP - _STEP
    with st.grid(
        len(rows) or 1, min_column_width=104, gap="small", height="stretch", key="instruments"
    ):
        for row in rows:
            whole = None not in row["years"]
            with st.container(
                border=True, height="stretch", gap=None, key=f"card_lead_{row['code']}"
            ):
                mark = palette.instrument_mark(row["code"])
                name = f"{mark.shape} {row['code']}"
                if lead:
                    link("yearly_trends", name)
                else:
                    st.markdown(plain(name))
                markup.draw(
                    markup.figure_row(
                        row["text"],
                        row["gap"].replace(" ", "\N{NO-BREAK SPACE}"),
                        markup.score_bar(row["score"] or 0, target, row["colour"]),
                        markup.small_line(row["years"] if whole else (), low, row["colour"]),
                        markup.change(row["moved"], Reading(row["way"])),
                    )
                )


@kept
def _rows(years: tuple[int, ...] | None) -> list[dict[str, Any]]:
    return instrument_rows(chosen_scores(years))
