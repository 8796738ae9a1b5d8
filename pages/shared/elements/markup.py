"""What Streamlit has no element for, in HTML: badges, small bars, tables for the printer.

Only here is HTML made and drawn. Every text is escaped; bars are decoration beside their numbers.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NewType

import streamlit as st

from data.model.work import WorkState
from data.words import charts, palette
from data.words.work import statuses
from pages.charts.canvas import Key

Html = NewType("Html", str)


def draw(*parts: Html) -> None:
    """Draw parts below each other as one element."""
    st.html("".join(parts))


def text(words: str, look: str = "") -> Html:
    """Write a line of text in one of the looks of look.css."""
    return Html(f'<div class="{look}">{escape(words)}</div>')


def agency(name: str, logo: bytes) -> Html:
    """Write whose page it is, beside the picture it is known by; `logo` is a PNG or b""."""
    kept = base64.b64encode(logo).decode()
    picture = f'<img src="data:image/png;base64,{kept}" alt="">' if logo else ""
    return Html(f'<div class="agency">{picture}{escape(name)}</div>')


def hero(number: str, badge: Html, change: str, since: str) -> Html:
    """Write the number that counts large, its badge beside it, its change below."""
    return Html(
        f'<div class="hero"><span class="number">{escape(number)}</span>{badge}</div>'
        f'<strong>{escape(change)}</strong> <span class="quiet">{escape(since)}</span>'
    )


def badge(words: str, shape: str, fill: palette.Fill) -> Html:
    """Write a word on its colour, behind its shape."""
    style = f"background:{fill.colour};color:{fill.text}"
    return Html(f'<span class="badge" style="{style}">{shape} {escape(words)}</span>')


def takeaway(words: str, subtitle: str, *, sample: bool) -> Html:
    """Write what a chart says, over how it is to be read; `sample` numbers are called so."""
    mark = f'<span class="sample">{escape(charts.SAMPLE_BADGE)}</span> ' if sample else ""
    return Html(
        f'<div class="takeaway">{mark}<strong>{escape(words)}</strong>'
        f'<div class="quiet">{escape(subtitle)}</div></div>'
    )


def state_line(mark: palette.StatusMark, about: str) -> Html:
    """Write the state of a row on its colour, and what else is short to say about it."""
    state = badge(mark.word, mark.shape, mark.fill)
    return Html(f'<div class="state-line">{state}<span class="quiet">{escape(about)}</span></div>')


def score_row(name: str, value: str, bar: Html, note: str = "") -> Html:
    """Write a name and its value over a bar, a quiet note below."""
    head = f"<span>{escape(name)}</span><strong>{escape(value)}</strong>" if name else ""
    told = f'<span class="note quiet">{escape(note)}</span>' if note else ""
    return Html(f'<div class="bar-row">{head}{bar}{told}</div>')


def score_bar(score: float, target: float, colour: str) -> Html:
    """Draw a bar from 0 to 100 with a mark at the target."""
    return Html(
        '<div class="bar" aria-hidden="true">'
        f'<i style="width:{score:.2f}%;background:{colour}"></i>'
        f'<b style="left:{target:.2f}%"></b></div>'
    )


def parts(states: Mapping[WorkState, int]) -> Html:
    """Draw measures by state as parts of a whole, each with its shape and count."""
    spans = []
    for state, mark in palette.WORK_MARKS.items():
        if count := states.get(state, 0):
            hatched = ' class="hatched"' if mark.pattern else ""
            style = f"flex:{count};background-color:{mark.fill.colour};color:{mark.fill.text}"
            spans.append(f'<span{hatched} style="{style}">{mark.shape} {count}</span>')
    label = escape(statuses.counted(states))
    return Html(f'<div class="parts" role="img" aria-label="{label}">{"".join(spans)}</div>')


def legend(states: Iterable[WorkState]) -> Html:
    """Explain the shapes of the states that are drawn."""
    drawn = set(states)
    shown = (
        f"<span>{mark.shape} {escape(statuses.WORK_STATES[state])}</span>"
        for state, mark in palette.WORK_MARKS.items()
        if state in drawn
    )
    return Html(f'<div class="legend quiet">{"".join(shown)}</div>')


def keys(entries: Iterable[Key]) -> Html:
    """Explain the colours and shapes of a chart."""
    return Html(f'<div class="legend">{"".join(map(_key, entries))}</div>')


def _key(one: Key) -> str:
    if one.fill:
        style = f"background:{one.fill.colour};color:{one.fill.text}"
        return f'<span class="key" style="{style}">{escape(one.words)}</span>'
    shape = ""
    if one.mark:
        shape = f'<span style="color:{one.mark.colour}">{one.mark.shape}</span> '
    return f"<span>{shape}{escape(one.words)}</span>"


def paper_table(headings: Sequence[str], rows: Iterable[Sequence[str]], note: str) -> Html:
    """Write a table that stands on paper only: the grid of the screen draws what is in sight."""
    heads = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    told = f"<p>{escape(note)}</p>" if note else ""
    return Html(f'<table class="paper"><thead><tr>{heads}</tr></thead>{lines}</table>{told}')
