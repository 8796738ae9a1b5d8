"""The traces of a figure as marks: heatmap cells, bars, lines, points and their texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from data.documents.pictures.axes import Axis, axis, number
from data.documents.pictures.marks import Marks, Point
from data.words import palette

_INSET: Final = 4
_PLACES: Final = {
    "middle right": ("left", "middle", 6.0),
    "top right": ("left", "bottom", 6.0),
    "bottom right": ("left", "top", 6.0),
    "middle center": ("center", "middle", 0.0),
}


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot area of a picture; `stack` is how far the bars of each row have come."""

    layout: Mapping[str, Any]
    left: float
    top: float
    right: float
    bottom: float
    stack: dict[float, float] = field(default_factory=dict)

    def axis(self, name: str) -> Axis:
        """Give an axis by its reference."""
        along = (self.left, self.right) if name[0] == "x" else (self.bottom, self.top)
        return axis(self.layout, name, *along)

    def across(self, reference: str, value: object) -> float:
        """Give the place of a value from the left."""
        return self._place(reference, value, (self.left, self.right))

    def down(self, reference: str, value: object) -> float:
        """Give the place of a value from the top."""
        return self._place(reference, value, (self.bottom, self.top))

    def _place(self, reference: str, value: object, along: tuple[float, float]) -> float:
        if reference == "paper":
            return along[0] + number(value) * (along[1] - along[0])
        name, _, domain = reference.partition(" ")
        return self.axis(name).inside(number(value)) if domain else self.axis(name).at(value)


def draw_trace(marks: Marks, plot: Plot, trace: Mapping[str, Any]) -> None:
    """Draw one trace.

    Raises:
        KeyError: of a type no figure here has.
    """
    axes = plot.axis(trace.get("xaxis", "x")), plot.axis(trace.get("yaxis", "y"))
    draw = {"heatmap": _cells, "bar": _bars, "scatter": _scatter}[trace["type"]]
    draw(marks, plot, trace, axes)


def _cells(marks: Marks, _plot: Plot, trace: Mapping[str, Any], axes: tuple[Axis, Axis]) -> None:
    steps = [colour for _, colour in trace["colorscale"][::2]]
    x, y = (list(map(one.at, trace[key])) for one, key in zip(axes, "xy", strict=True))
    gap = trace["xgap"] / 2
    for row, values in enumerate(trace["z"]):
        for column, value in enumerate(values):
            if value is not None:
                corner = (x[column] + gap, y[row] + gap)
                marks.rectangle(corner, (x[column + 1] - gap, y[row + 1] - gap), steps[int(value)])


def _bars(marks: Marks, plot: Plot, trace: Mapping[str, Any], axes: tuple[Axis, Axis]) -> None:
    lying = trace.get("orientation") == "h"
    long, wide = axes if lying else axes[::-1]
    lengths, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    widths = trace.get("width", 1 - plot.layout.get("bargap", 0.2))
    marker = trace["marker"]
    for index, (length, place) in enumerate(zip(lengths, places, strict=True)):
        half = _nth(widths, index) / 2
        start = _start(plot, trace, index, place, length)
        # A cut axis cuts the bar too.
        ends = [long.held(long.at(start)), long.held(_end(long, start, length))]
        sides = [wide.at(place - half), wide.at(place + half)]
        across, down = (ends, sides) if lying else (sides, ends)
        _bar(marks, ((across[0], down[0]), (across[1], down[1])), marker, index)
        if lying and "text" in trace and length:
            _bar_text(marks, plot, trace, index, (ends, sum(sides) / 2))


def _start(plot: Plot, trace: Mapping[str, Any], index: int, place: float, length: float) -> object:
    if "base" in trace:
        return _nth(trace["base"], index)
    start = plot.stack.get(place, 0.0)
    plot.stack[place] = start + length
    return start


def _end(long: Axis, start: object, length: float) -> float:
    low, high = map(number, long.settings["range"])
    reached = (number(start) + length - low) / (high - low)
    return long.inside(reached)


def _bar(marks: Marks, corners: tuple[Point, Point], marker: Mapping[str, Any], index: int) -> None:
    if corners[0][0] == corners[1][0]:
        return
    line = marker.get("line", {}).get("color")
    marks.rectangle(*corners, _nth(marker["color"], index), line=line)
    if "pattern" in marker and _nth(marker["pattern"]["shape"], index):
        marks.hatching(*corners, marker["pattern"]["fgcolor"])


def _bar_text(
    marks: Marks,
    plot: Plot,
    trace: Mapping[str, Any],
    index: int,
    place: tuple[Sequence[float], float],
) -> None:
    ends, middle = place
    starts = trace["insidetextanchor"] == "start"
    font = trace["textfont"]
    marks.text(
        trace["text"][index],
        (min(ends) + _INSET if starts else sum(ends) / 2, middle),
        size=font.get("size", plot.layout["font"]["size"]),
        colour=_nth(font["color"], index),
        anchor="left" if starts else "center",
        vertical="middle",
    )


def _scatter(marks: Marks, _plot: Plot, trace: Mapping[str, Any], axes: tuple[Axis, Axis]) -> None:
    points = [
        None if x is None or y is None else (axes[0].at(x), axes[1].at(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    mode = trace["mode"]
    if "lines" in mode:
        line = trace["line"]
        for run in _runs(points):
            marks.line(run, line["color"], line["width"], dash="dash" in line)
    for index, point in enumerate(points):
        if point and "markers" in mode:
            _marker(marks, trace, index, point)
        if point and "text" in mode:
            _point_text(marks, trace, index, point)


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _marker(marks: Marks, trace: Mapping[str, Any], index: int, point: Point) -> None:
    marker = trace["marker"]
    look = {"opacity": marker.get("opacity", 1)}
    if "line" in marker:
        look |= {"stroke": marker["line"]["color"], "thickness": marker["line"]["width"]}
    colour = marker.get("color") or trace["line"]["color"]
    symbol = _nth(marker.get("symbol", "circle"), index)
    marks.symbol(symbol, point, marker["size"], _nth(colour, index), **look)


def _point_text(marks: Marks, trace: Mapping[str, Any], index: int, point: Point) -> None:
    anchor, vertical, aside = _PLACES[trace.get("textposition", "middle center")]
    font = trace["textfont"]
    marks.text(
        trace["text"][index],
        (point[0] + aside, point[1]),
        size=font["size"],
        colour=_nth(font.get("color", palette.DARK), index),
        anchor=anchor,
        vertical=vertical,
    )


def _nth(value: Any, index: int) -> Any:  # noqa: ANN401  Plotly takes one value or one each
    return value[index] if isinstance(value, list | tuple) else value
