"""What all figures share: the heading, the notes, the sample mark, margins known in pixels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from plotly.basedatatypes import BaseFigure

from data.documents.pictures.labels import (
    COLUMN_EM,
    columns,
    columns_in,
    escaped,
    sentences,
)
from data.framework import is_example
from data.words import charts as words
from data.words import palette

NARROWEST: Final = 348
"""Width in pixels of a figure on a phone of 390 px; every text is broken to fit it."""
SMALL: Final = 12
TITLE_SIZE: Final = 16
EDGE: Final = 8

HEADING: Final[dict[str, object]] = {"name": "heading"}
"""Marks the texts that a page writes itself."""
_CHIP_LINE = 24
_TITLE_LINE = 22
_SMALL_LINE = 17
_BADGE_LINE = 28
_CHIP_SIZE = 11
_ASCENT = 6
"""What Thai tone marks stand above a capital."""
_CAPITAL = 11

AXIS: Final[Mapping[str, object]] = {
    "automargin": False,
    "fixedrange": True,
    "showgrid": False,
    "zeroline": False,
    "tickfont": {"size": SMALL, "color": palette.THEME_TEXT},
}
"""No zoom: a finger on a phone must scroll the page, and margins are computed, not guessed."""

CONFIG: Final[Mapping[str, object]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}
"""Settings of `st.plotly_chart`: no toolbar; the buttons below a figure save its picture."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend, plain words: on a colour or after a shape; a title begins a line."""

    words: str
    fill: palette.Fill | None = None
    mark: palette.InstrumentMark | None = None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What is written around a figure; `takeaway`, `subtitle` and `notes` are plain text."""

    takeaway: str
    subtitle: str
    notes: tuple[str, ...] = ()
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels inside a figure: the plot area and what its axes need around it."""

    body: int
    left: int = EDGE
    right: int = EDGE
    above: int = 0
    below: int = 0


def figure(
    traces: Sequence[Mapping[str, object]],
    layout: Mapping[str, object],
    heading: Heading,
    room: Room,
) -> "Chart":
    """Put traces into a figure with its heading; colours of page and text stay with the theme."""
    title = sentences(heading.takeaway, columns_in(NARROWEST - 2 * EDGE, TITLE_SIZE))
    subtitle = _small_lines((heading.subtitle,))
    notes = _small_lines(heading.notes)
    start = EDGE + _BADGE_LINE * is_example() + _ASCENT
    under_title = start + _TITLE_LINE * len(title) + 4
    top = under_title + _SMALL_LINE * len(subtitle) + EDGE + room.above
    legend, under_legend = _legend(heading.legend, room)
    bottom = under_legend + _SMALL_LINE * len(notes) + EDGE
    height = top + room.body + bottom
    own = layout.get("annotations", ())
    annotations: list[Mapping[str, object]] = [
        *(own if isinstance(own, Iterable) else ()),
        _corner("<br>".join(subtitle), room.left, y=1, yshift=top - under_title) | HEADING,
        *legend,
        *_notes(notes, room.left, -under_legend),
        *(_sample_marks(room, top) if is_example() else ()),
    ]
    shared = {
        "title": _title(title, start, height),
        "meta": {
            "heading": heading,
            "above": top - room.above - EDGE,
            "below": bottom - room.below - EDGE,
        },
        "font": {"family": palette.FONT, "size": SMALL, "color": palette.THEME_TEXT},
        "height": height,
        "margin": {"l": room.left, "r": room.right, "t": top, "b": bottom, "pad": 0},
        "hoverlabel": {"align": "left"},
        "dragmode": False,
        "showlegend": False,
    }
    return Chart(traces, {**layout, **shared, "annotations": annotations})


class Chart(BaseFigure):  # type: ignore[misc]
    """The traces and layout of a Plotly figure as they are sent: plain lists and numbers."""

    def __init__(self, traces: Iterable[object], layout: Mapping[str, object]) -> None:
        # A go.Figure copies and checks each property, longer than the rest takes: the tests do it.
        self.__dict__["_sent"] = {"data": list(traces), "layout": layout}

    def to_dict(self) -> dict[str, Any]:
        """Give what is sent; it is not to be changed."""
        return cast("dict[str, Any]", self.__dict__["_sent"])


def heading_of(whole: Chart) -> Heading:
    """Give what is written around a figure; those of a card alone have no heading."""
    return cast("Heading", whole.to_dict()["layout"]["meta"]["heading"])


def row_labels(rows: Iterable[tuple[float, str]], left: int) -> list[dict[str, object]]:
    """Write ready labels at the left edge of a figure, one per position on the y axis."""
    return [
        _corner(text, left, y=position) | {"yref": "y", "yanchor": "middle"}
        for position, text in rows
    ]


def values(rows: Iterable[tuple[float, str]], right: int) -> list[dict[str, object]]:
    """Write ready texts at the right edge of a figure, one per position on the y axis."""
    return [
        _corner(text, right, y=position)
        | {"yref": "y", "yanchor": "middle", "align": "right"}
        | {"x": 1, "xanchor": "right", "xshift": right - EDGE}
        for position, text in rows
    ]


def chip(text: str, fill: palette.Fill, **place: object) -> dict[str, object]:
    """Write a short plain text on a coloured ground of its own."""
    # A fixed width: the font of a machine may be wider, and a picture without a browser needs one.
    return {
        "text": escaped(text),
        "width": round(columns(text) * _CHIP_SIZE * 0.58) + 4,
        "height": 15,
        "align": "center",
        "showarrow": False,
        "bgcolor": fill.colour,
        "bordercolor": palette.RULE,
        "borderwidth": 1,
        "borderpad": 2,
        "font": {"size": _CHIP_SIZE, "color": fill.text},
        **place,
    }


def instrument_keys(instruments: Iterable[str]) -> tuple[Key, ...]:
    """Give the shape and name of each instrument for a legend."""
    return tuple(Key(name, mark=palette.instrument_mark(name)) for name in instruments)


def coloured(mark: palette.InstrumentMark) -> str:
    """Write the shape of an instrument in its colour."""
    return f'<span style="color:{mark.colour}">{mark.shape}</span>'


def _small_lines(texts: Iterable[str]) -> tuple[str, ...]:
    width = columns_in(NARROWEST - 2 * EDGE, SMALL)
    return tuple(line for text in texts for line in sentences(text, width))


def _title(lines: Sequence[str], start: int, height: int) -> dict[str, object]:
    # Plotly hangs one line from its top but sets several by the baseline of the first.
    first = start + _CAPITAL if len(lines) > 1 else start
    return {
        "text": "<br>".join(lines),
        "font": {"size": TITLE_SIZE},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - first / height,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": EDGE, "r": 0, "t": 0, "b": 0},
    }


def _corner(text: str, left: int, **place: object) -> dict[str, object]:
    return {
        "text": text,
        "showarrow": False,
        "align": "left",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": EDGE - left - 1,
        "yref": "paper",
        "yanchor": "top",
        "borderpad": 0,
        "font": {"size": SMALL},
        **place,
    }


def _legend(keys: Sequence[Key], room: Room) -> tuple[list[dict[str, object]], int]:
    """Write a legend under the axis as a phone has room for it; give also where it ends."""
    entries: list[dict[str, object]] = []
    across = down = 0
    for key in keys:
        entry = _entry(key)
        width = _key_width(key)
        if across and (key.is_title or across + width > NARROWEST - 2 * EDGE):
            across, down = 0, down + _CHIP_LINE
        place = {"xshift": EDGE - room.left + across}
        entries.append(
            _corner("", room.left, y=0, yshift=-room.below - down) | entry | place | HEADING
        )
        across += width + EDGE
    return entries, room.below + (down + _CHIP_LINE if keys else 0)


def _entry(key: Key) -> dict[str, object]:
    if key.fill:
        return chip(key.words, key.fill)
    shape = f"{coloured(key.mark)} " if key.mark else ""
    return {"text": f"{shape}{escaped(key.words)}"}


def _key_width(key: Key) -> int:
    return round(columns(key.words) * SMALL * COLUMN_EM) + (2 * EDGE if key.mark else EDGE)


def _notes(lines: tuple[str, ...], left: int, yshift: int) -> list[dict[str, object]]:
    if not lines:
        return []
    return [_corner("<br>".join(lines), left, y=0, yshift=yshift) | HEADING]


def _sample_marks(room: Room, top: int) -> list[dict[str, object]]:
    """Say twice that the numbers are invented: across the plot and above the title."""
    badge = chip(words.SAMPLE_BADGE, palette.Fill(palette.BADGE, palette.DARK))
    corner = _corner(words.SAMPLE_BADGE, room.left, y=1, yshift=top - EDGE)
    across: dict[str, object] = {
        "text": words.SAMPLE,
        "showarrow": False,
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "textangle": -25,
        "opacity": 0.14,
        "font": {"size": 36, "color": palette.RULE},
    }
    return [across, corner | badge | HEADING | {"xshift": EDGE - room.left + 3}]
