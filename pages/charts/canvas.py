"""What all figures share: the heading, the notes, the sample mark, margins known in pixels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from data.documents.pictures.labels import columns, columns_in, escaped, sentences
from data.framework import is_example
from data.words import charts as words
from data.words import palette

NARROWEST: Final = 348
"""Width in pixels of a figure on a phone of 390 px; every text is broken to fit it."""
SMALL: Final = 12
TITLE_SIZE: Final = 16
EDGE: Final = 8

CHIP_LINE: Final = 24

_HEADING: Final[dict[str, object]] = {"name": "heading"}
"""Marks the notes that a page writes itself."""
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
class Heading:
    """What is written around a figure; `takeaway`, `subtitle` and `notes` are plain text."""

    takeaway: str
    subtitle: str
    notes: tuple[str, ...] = ()


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
) -> go.Figure:
    """Put traces into a figure with its heading; colours of page and text stay with the theme."""
    title = sentences(heading.takeaway, columns_in(NARROWEST - 2 * EDGE, TITLE_SIZE))
    subtitle = _small_lines((heading.subtitle,))
    notes = _small_lines(heading.notes)
    start = EDGE + _BADGE_LINE * is_example() + _ASCENT
    under_title = start + _TITLE_LINE * len(title) + 4
    top = under_title + _SMALL_LINE * len(subtitle) + EDGE + room.above
    bottom = room.below + _SMALL_LINE * len(notes) + EDGE
    height = top + room.body + bottom
    own = layout.get("annotations", ())
    annotations: list[Mapping[str, object]] = [
        *(own if isinstance(own, Iterable) else ()),
        _corner("<br>".join(subtitle), room.left, y=1, yshift=top - under_title) | _HEADING,
        *_notes(notes, room),
        *(_sample_marks(room, top) if is_example() else ()),
    ]
    shared = {
        "title": _title(title, start, height),
        "meta": {
            "takeaway": heading.takeaway,
            "subtitle": heading.subtitle,
            "height": top - room.above - EDGE,
        },
        "font": {"family": palette.FONT, "size": SMALL, "color": palette.THEME_TEXT},
        "height": height,
        "margin": {"l": room.left, "r": room.right, "t": top, "b": bottom, "pad": 0},
        "hoverlabel": {"align": "left"},
        "dragmode": False,
        "showlegend": False,
    }
    whole = {**layout, **shared, "annotations": annotations}
    # Plotly's own check of each property takes two thirds of the time; the tests do it instead.
    return go.Figure(data=list(traces), layout=whole, _validate=False)


class Finished(BaseFigure):  # type: ignore[misc]
    """What a browser gets of a figure, made once; Streamlit asks nothing else of it."""

    def __init__(self, sent: dict[str, Any]) -> None:
        self.__dict__["_sent"] = sent

    def to_dict(self) -> dict[str, Any]:
        """Give what is sent; it is not to be changed."""
        return cast("dict[str, Any]", self.__dict__["_sent"])


def on_a_page(whole: go.Figure) -> Finished:
    """Give a figure without its heading, which a page writes above it in its full width."""
    sent = whole.to_dict()
    layout = sent["layout"]
    if "meta" in layout:
        head, notes = layout.pop("meta")["height"], layout["annotations"]
        layout["annotations"] = [note for note in notes if note.get("name") != _HEADING["name"]]
        layout["height"] -= head
        layout["margin"]["t"] -= head
        del layout["title"]
    return Finished(sent)


def heading_of(whole: go.Figure) -> tuple[str, str] | None:
    """Give takeaway and subtitle of a figure that has them, as plain text."""
    meta = whole.layout.meta
    return (meta["takeaway"], meta["subtitle"]) if meta else None


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


def chips(
    entries: Sequence[tuple[str, palette.Fill | None]], left: int, yshift: int, per_line: int
) -> list[dict[str, object]]:
    """Write a legend under the plot, `per_line` entries a line; one without a fill is a title."""
    step = (NARROWEST - 2 * EDGE) // per_line
    legend = []
    for index, (text, fill) in enumerate(entries):
        line, place = divmod(index, per_line)
        entry = _corner(text, left, y=0, yshift=yshift - line * CHIP_LINE)
        moved = {"xshift": EDGE - left + step * place}
        legend.append(entry | (chip(text, fill) if fill else {}) | moved)
    return legend


def instrument_legend(
    instruments: Iterable[str], left: int, yshift: int, *more: str
) -> list[dict[str, object]]:
    """Write the shape, colour and name of each instrument, then ready entries, under the plot."""
    entries: list[tuple[str, palette.Fill | None]] = [
        (f"{coloured(palette.instrument_mark(name))} {escaped(name)}", None) for name in instruments
    ]
    return chips([*entries, *((entry, None) for entry in more)], left, yshift, 4)


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


def _notes(lines: tuple[str, ...], room: Room) -> list[dict[str, object]]:
    if not lines:
        return []
    return [_corner("<br>".join(lines), room.left, y=0, yshift=-room.below)]


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
    return [across, corner | badge | _HEADING | {"xshift": EDGE - room.left + 3}]
