"""A trend as the lines, points and texts of an SVG, in its own units from the top left corner."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from data.words.files import documents as document_words
from data.words.files import site as words

WIDTH: Final = 360
HEIGHT: Final = 210
_LEFT: Final = 40
_RIGHT: Final = 12
_TOP: Final = 26
_BOTTOM: Final = 30
_HIGHEST: Final = 100


@dataclass(frozen=True, slots=True)
class Segment:
    """A line between two points; `broken` where the years are not to be compared."""

    x1: float
    y1: float
    x2: float
    y2: float
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a point."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where the years of a trend stand from the left, and scores from the top."""

    across: tuple[float, ...]
    low: float

    def down(self, score: float) -> float:
        share = (_HIGHEST - score) / (_HIGHEST - self.low)
        return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * share, 1)

    def level(self, score: float) -> Segment:
        return Segment(_LEFT, self.down(score), WIDTH - _RIGHT, self.down(score))

    def points(self, scores: Sequence[float | None]) -> Iterator[Text]:
        for x, score in zip(self.across, scores, strict=True):
            if score is not None:
                yield Text(x, self.down(score), f"{score:.2f}")

    def segments(self, scores: Sequence[float | None], broken: Sequence[bool]) -> Iterator[Segment]:
        ends = list(zip(self.across, scores, strict=True))
        for (x1, before), (x2, after), gap in zip(ends, ends[1:], broken, strict=False):
            if before is not None and after is not None:
                yield Segment(x1, self.down(before), x2, self.down(after), gap)


def chart(name: str, trend: Mapping[str, Any]) -> Mapping[str, Any]:
    """Draw a trend as `data.documents.trend` gives it.

    `described` says in words all that it shows, `legend` what its lines are.
    """
    years, target = len(trend["years"]), trend["target"]
    inner = WIDTH - _LEFT - _RIGHT
    across = tuple(round(_LEFT + inner * (at + 0.5) / years, 1) for at in range(years))
    plane = _Plane(across, float(trend["low"]))
    return {
        "title": words.CHART.format(name=name),
        "described": " · ".join(_described(trend)),
        "legend": tuple(_legend(trend)),
        "colour": trend["colour"],
        "grid": tuple(map(plane.level, (plane.low, _HIGHEST))),
        "target": None if target is None else plane.level(target),
        "national": tuple(plane.segments(trend["national"], trend["broken"])),
        "national_points": tuple(plane.points(trend["national"])),
        "own": tuple(plane.segments(trend["own"], trend["broken"])),
        "own_points": tuple(plane.points(trend["own"])),
        "texts": tuple(_texts(plane, trend)),
    }


def _texts(plane: _Plane, trend: Mapping[str, Any]) -> Iterator[Text]:
    """Write the axes, and the mark of what is missing in its year."""
    for score in (plane.low, _HIGHEST, trend["target"]):
        if score is not None:
            yield Text(_LEFT / 2, plane.down(score) + 5, f"{score:g}")
    for x, year, score in zip(plane.across, trend["years"], trend["own"], strict=True):
        yield Text(x, HEIGHT - 8, year)
        if score is None:
            yield Text(x, plane.down(plane.low) - 6, trend["missing"])


def _described(trend: Mapping[str, Any]) -> Iterator[str]:
    for year, score in zip(trend["years"], trend["own"], strict=True):
        yield words.CHART_OWN.format(year=year, score=known(score))
    for year, score in zip(trend["years"], trend["national"], strict=True):
        if score is not None:
            yield words.CHART_NATIONAL.format(year=year, score=known(score))
    if trend["target"] is not None:
        yield words.CHART_TARGET.format(target=trend["target"])


def known(score: float | None) -> str:
    """Write a score, or that there is none."""
    return words.UNKNOWN if score is None else f"{score:.2f}"


def _legend(trend: Mapping[str, Any]) -> Iterator[str]:
    yield words.OWN_LINE
    if trend["target"] is not None:
        yield words.TARGET_LINE
    if any(score is not None for score in trend["national"]):
        yield words.NATIONAL_LINE
    if any(trend["broken"]):
        yield document_words.BROKEN_LINE
    yield trend["axis"]
