"""What Streamlit has no element for, in HTML: badges, small bars, tables for the printer.

Only here is HTML drawn. Every text is escaped; bars are decoration beside their numbers.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NewType

import streamlit as st

from data.analysis.indicators import Reading
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


def hero(number: str, badge: Html, change: Html, since: str) -> Html:
    """Write the number that counts large, its badge beside it, its change below."""
    return Html(
        f'<div class="hero"><span class="number">{escape(number)}</span>{badge}</div>'
        f'{change} <span class="quiet">{escape(since)}</span>'
    )


def change(words: str, way: Reading) -> Html:
    """Write how far a number moved on the colour of its way; nothing where that is not said."""
    return Html(f'<span class="change {way}">{escape(words)}</span>' if words else "")


def badge(words: str, shape: str, fill: palette.Fill) -> Html:
    """Write a word on its colour, behind its shape."""
    return Html(f'<span class="badge" style="{fill_style(fill)}">{shape} {escape(words)}</span>')


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


def figure_row(
    value: str, note: str, bar: Html, line: Html = Html(""), moved: Html = Html("")
) -> Html:
    """Write a number that counts, its small line beside it, over its bar, its change and a note."""
    return Html(
        f'<div class="figure-row"><span class="number">{escape(value)}</span>{line}{bar}'
        f'<span class="note quiet">{moved} {escape(note)}</span></div>'
    )


def small_line(values: Sequence[float], low: float, colour: str) -> Html:
    """Draw values up to 100 as a line over its ground; nothing where there are less than two."""
    if len(values) < 2:
        return Html("")
    points = [
        (100 * place / (len(values) - 1), 100 * (100 - value) / (100 - low))
        for place, value in enumerate(values)
    ]
    ground = ",".join([*(f"{x:.1f}% {y:.1f}%" for x, y in points), "100% 100%", "0% 100%"])
    return Html(
        f'<span class="small-line" aria-hidden="true" style="color:{colour}">'
        f'<i style="clip-path:polygon({ground})"></i>'
        f'<b style="clip-path:polygon({stroke(points)})"></b>'
        f'<u style="top:{points[-1][1]:.1f}%"></u></span>'
    )


def score_bar(score: float, target: float, colour: str) -> Html:
    """Draw a bar from 0 to 100 with a mark at the target."""
    return Html(
        '<div class="bar" aria-hidden="true">'
        f'<i style="width:{score:.2f}%;background:{colour}"></i>'
        f'<b style="left:{target:.2f}%"></b></div>'
    )


def stroke(points: Sequence[tuple[float, float]]) -> str:
    """Write a line through points as what is left when all around it is cut away."""
    above = [f"{x:.1f}% calc({y:.1f}% - 1.5px)" for x, y in points]
    below = [f"{x:.1f}% calc({y:.1f}% + 1.5px)" for x, y in reversed(points)]
    return ",".join([*above, *below])


def heat(lines: Sequence[Html], alt: str) -> Html:
    """Put the lines of a table of coloured cells together; its rows are named beside it."""
    return Html(f'<table class="heat"><caption>{escape(alt)}</caption>{"".join(lines)}</table>')


def heat_head(titles: Sequence[str]) -> Html:
    """Write what the columns are."""
    cells = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    return Html(f"<tr><td></td>{cells}</tr>")


def heat_gap(columns: int) -> Html:
    """Leave the room that the name of a group takes."""
    return Html(f'<tr aria-hidden="true"><td colspan="{columns + 1}"></td></tr>')


def heat_row(name: str, cells: Sequence[tuple[str, palette.Fill]]) -> Html:
    """Write the cells of a row, each on its colour."""
    drawn = "".join(f'<td style="{fill_style(fill)}">{escape(text)}</td>' for text, fill in cells)
    return Html(f'<tr><th scope="row">{escape(name)}</th>{drawn}</tr>')


def heat_group(mark: palette.InstrumentMark, name: str) -> Html:
    """Write the name over a group of rows, behind its mark."""
    shape = f'<span style="color:{mark.colour}">{mark.shape}</span>'
    return Html(f'<div class="heat-group">{shape} {escape(name)}</div>')


def parts(states: Mapping[WorkState, int]) -> Html:
    """Draw measures by state as parts of a whole, each with its shape and count."""
    spans = []
    for state, mark in palette.WORK_MARKS.items():
        if count := states.get(state, 0):
            hatched = ' class="hatched"' if mark.pattern else ""
            style = f"flex:{count};{fill_style(mark.fill)}"
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
        return f'<span class="key" style="{fill_style(one.fill)}">{escape(one.words)}</span>'
    shape = ""
    if one.mark:
        shape = f'<span style="color:{one.mark.colour}">{one.mark.shape}</span> '
    return f"<span>{shape}{escape(one.words)}</span>"


def fill_style(fill: palette.Fill) -> str:
    """Write a fill as the theme that looks at it has it."""
    ground, ink = (
        f"light-dark({colour},{palette.ON_DARK[colour]})" if colour in palette.ON_DARK else colour
        for colour in (fill.colour, fill.text)
    )
    return f"background-color:{ground};color:{ink}"


def paper_table(headings: Sequence[str], rows: Iterable[Sequence[str]], note: str) -> Html:
    """Write a table that stands on paper only: the grid of the screen draws what is in sight."""
    heads = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    told = f"<p>{escape(note)}</p>" if note else ""
    return Html(f'<table class="paper"><thead><tr>{heads}</tr></thead>{lines}</table>{told}')
