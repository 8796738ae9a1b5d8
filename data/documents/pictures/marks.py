"""The drawing list of a picture: the few marks every figure is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from data.documents.pictures.text import LINE, lines
from data.words import palette

Point: TypeAlias = tuple[float, float]

_BASELINE: Final = 1.0
_HATCH: Final = 9


@dataclass(slots=True)
class Marks:
    """Marks in the order they are painted."""

    found: list[dict[str, Any]] = field(default_factory=list)

    def rectangle(
        self,
        corner: Point,
        other: Point,
        fill: str,
        *,
        line: str | None = None,
        opacity: float = 1,
    ) -> None:
        """Paint a rectangle between two opposite corners."""
        (left, right), (top, bottom) = sorted((corner[0], other[0])), sorted((corner[1], other[1]))
        place = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        self._add("rectangle", fill=fill, stroke=line, opacity=opacity, **place)

    def hatching(self, corner: Point, other: Point, colour: str) -> None:
        """Paint thin diagonals over a rectangle."""
        (left, right), (top, bottom) = sorted((corner[0], other[0])), sorted((corner[1], other[1]))
        start = left + _HATCH / 2
        while start < right + bottom - top:
            upper, lower = min(start, right), max(left, start - (bottom - top))
            self.line([(upper, top + start - upper), (lower, top + start - lower)], colour, 1)
            start += _HATCH

    def line(
        self, points: Sequence[Point], colour: str, width: float, *, dash: bool = False
    ) -> None:
        """Paint a line through points."""
        if len(points) > 1:
            self._add("line", points=points, stroke=shown(colour), thickness=width, dash=dash)

    def symbol(self, name: str, at: Point, size: float, fill: str, **look: Any) -> None:  # noqa: ANN401
        """Paint the marker of a point."""
        (x, y), half = at, size / 2
        if name == "circle-open":
            self._add("circle", x=x, y=y, radius=half, stroke=fill, thickness=2)
        elif name == "circle":
            self._add("circle", x=x, y=y, radius=half, fill=fill, **look)
        elif name == "line-ew-open":
            self.line([(x - half, y), (x + half, y)], fill, 2)
        elif name == "x":
            for end in (half, -half):
                self.line([(x - half, y - end), (x + half, y + end)], fill, 3)
        else:
            tip = half * 1.3
            corners = {
                "square": [(-half, -half), (half, -half), (half, half), (-half, half)],
                "diamond": [(0.0, -tip), (tip, 0.0), (0.0, tip), (-tip, 0.0)],
            }[name]
            points = [(x + right, y + down) for right, down in corners]
            self._add("polygon", points=points, fill=fill, **look)

    def text(  # noqa: PLR0913  one keyword a property of the text
        self,
        text: str,
        at: Point,
        *,
        size: float,
        colour: str,
        anchor: str = "left",
        vertical: str = "top",
        angle: float = 0,
        opacity: float = 1,
    ) -> None:
        """Write lines whose block stands at the point with its top, middle or bottom."""
        found = lines(text, size, shown(colour))
        step = size * LINE
        top = at[1] - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[vertical] * step * len(found)
        for position, runs in enumerate(found):
            if runs:
                place = {"x": at[0], "y": top + step * position + size * _BASELINE}
                told = [run.content() for run in runs]
                look = {"anchor": anchor, "angle": angle, "opacity": opacity}
                self._add("text", runs=told, **place, **look)

    def _add(self, kind: str, **settings: Any) -> None:  # noqa: ANN401  a mark's own properties
        plain = {"fill": None, "stroke": None, "thickness": 1, "dash": False, "opacity": 1}
        self.found.append({"kind": kind, **plain, **settings})


def shown(colour: str) -> str:
    """Give the colour on paper: that of the page's theme is dark there."""
    return palette.DARK if colour == palette.THEME_TEXT else colour
