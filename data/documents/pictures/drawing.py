"""A figure as a picture, drawn here: no browser is asked, so every server can do it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from data.documents.pictures.axes import Axis
from data.documents.pictures.labels import columns_in, sentences
from data.documents.pictures.marks import Marks
from data.documents.pictures.text import LINE
from data.documents.pictures.traces import Plot, draw_trace
from data.words import palette

WIDTH: Final = 696
"""Pixels: twice a figure on a phone, so what fits there fits here."""
_GRID: Final = "#D7DCE3"
_TICK_GAP: Final = 4
_FOOT_LINES: Final = 8
_BORDER_PAD: Final = 1


def picture(figure: Mapping[str, Any], foot: Sequence[str]) -> dict[str, Any]:
    """Give the drawing list of a figure with lines under it, as `picture.typ` takes it.

    Args:
        figure: what Plotly's `Figure.to_dict()` gives: "data" (the traces) and "layout", whose
            axes have a range, whose margins and height are numbers of pixels.
        foot: plain sentences below the figure.
    """
    layout = figure["layout"]
    margin, height = layout["margin"], layout["height"]
    plot = Plot(layout, margin["l"], margin["t"], WIDTH - margin["r"], height - margin["b"])
    marks = Marks()
    names = [f"{name[0]}{name[5:]}" for name in layout if name[1:5] == "axis"]
    for name in names:
        _draw_axis(marks, plot, name)
    _draw_shapes(marks, plot, layout.get("shapes", ()))
    plot.stack.clear()
    for trace in figure["data"]:
        draw_trace(marks, plot, trace)
    for note in layout["annotations"]:
        _draw_note(marks, plot, note)
    _draw_title(marks, layout)
    bottom = _draw_foot(marks, layout, foot)
    return {"width": WIDTH, "height": bottom, "marks": marks.found}


def _draw_axis(marks: Marks, plot: Plot, name: str) -> None:
    one = plot.axis(name)
    if not one.shown:
        return
    partner = plot.axis(str(one.settings.get("anchor", "y" if name[0] == "x" else "x")))
    size = float(plot.layout["font"]["size"])
    for place, words in one.ticks():
        if one.settings.get("showgrid"):
            _grid(marks, name, place, partner)
        if one.settings.get("showticklabels", True):
            _tick(marks, one, name, (place, partner), (words, size))


def _grid(marks: Marks, name: str, place: float, partner: Axis) -> None:
    ends = (partner.first, partner.last)
    points = [(place, end) if name[0] == "x" else (end, place) for end in ends]
    marks.line(points, _GRID, 1)


def _tick(
    marks: Marks, one: Axis, name: str, beside: tuple[float, Axis], told: tuple[str, float]
) -> None:
    (place, partner), (words, size) = beside, told
    look = {"size": size, "colour": palette.DARK}
    if name[0] == "y":
        at = (partner.first - _TICK_GAP, place)
        marks.text(words, at, anchor="right", vertical="middle", **look)  # type: ignore[arg-type]
        return
    above = one.settings.get("side") == "top"
    edge = min(partner.first, partner.last) if above else max(partner.first, partner.last)
    at = (place, edge - _TICK_GAP if above else edge + _TICK_GAP)
    vertical = "bottom" if above else "top"
    marks.text(words, at, anchor="center", vertical=vertical, **look)  # type: ignore[arg-type]


def _draw_shapes(marks: Marks, plot: Plot, shapes: Sequence[Mapping[str, Any]]) -> None:
    for shape in shapes:
        x = [plot.across(shape["xref"], shape[end]) for end in ("x0", "x1")]
        y = [plot.down(shape["yref"], shape[end]) for end in ("y0", "y1")]
        if shape["type"] == "rect":
            marks.rectangle(
                (x[0], y[0]), (x[1], y[1]), shape["fillcolor"], opacity=shape["opacity"]
            )
            continue
        line = shape["line"]
        dash = "dash" in line
        marks.line(list(zip(x, y, strict=True)), line["color"], line["width"], dash=dash)
        if "label" in shape:
            look = {"size": 11.0, "colour": palette.DARK, "anchor": "center"}
            marks.text(shape["label"]["text"], (x[0], y[0]), vertical="bottom", **look)  # type: ignore[arg-type]


def _draw_note(marks: Marks, plot: Plot, note: Mapping[str, Any]) -> None:
    x = plot.across(note.get("xref", "x"), note["x"]) + note.get("xshift", 0)
    y = plot.down(note.get("yref", "y"), note["y"]) - note.get("yshift", 0)
    font = note.get("font", {})
    size = font.get("size", plot.layout["font"]["size"])
    colour = font.get("color", palette.DARK)
    anchor, vertical = note.get("xanchor", "center"), note.get("yanchor", "middle")
    if "bgcolor" in note:
        wide, tall = note["width"] + 2 * note["borderpad"], note["height"] + 2 * note["borderpad"]
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[anchor] * wide
        top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[vertical] * tall
        corners = ((left, top), (left + wide, top + tall))
        marks.rectangle(*corners, note["bgcolor"], line=note["bordercolor"])
        x, y, anchor, vertical = left + wide / 2, top + tall / 2, "center", "middle"
    marks.text(
        note["text"],
        (x + (_BORDER_PAD if anchor == "left" else 0), y),
        size=size,
        colour=colour,
        anchor=anchor,
        vertical=vertical,
        angle=note.get("textangle", 0),
        opacity=note.get("opacity", 1),
    )


def _draw_title(marks: Marks, layout: Mapping[str, Any]) -> None:
    title = layout["title"]
    size = title["font"]["size"]
    first = (1 - title["y"]) * layout["height"]
    several = "<br>" in title["text"]
    # Plotly hangs one line from its top but sets several by the baseline of the first.
    top = first - size if several else first - (LINE - 1) * size
    bold = f"<b>{title['text']}</b>"
    marks.text(bold, (float(title["pad"]["l"]), top), size=size, colour=palette.DARK)


def _draw_foot(marks: Marks, layout: Mapping[str, Any], foot: Sequence[str]) -> float:
    """Write the lines below the figure, as far from the edge as its title; give the new bottom."""
    top, edge, size = layout["height"], layout["title"]["pad"]["l"], layout["font"]["size"]
    width = columns_in(WIDTH - 2 * edge, size)
    lines = [line for text in foot for line in sentences(text, width, _FOOT_LINES)]
    if not lines:
        return float(top)
    marks.line([(edge, top), (WIDTH - edge, top)], palette.RULE, 1)
    for position, line in enumerate(lines):
        at = (float(edge), top + edge + position * size * LINE)
        marks.text(line, at, size=size, colour=palette.DARK)
    return float(top + 2 * edge + len(lines) * size * LINE)
