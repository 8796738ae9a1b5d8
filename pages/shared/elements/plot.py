"""Values over the years as lines on a ground, in HTML: there at once, on paper as on the screen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from data.words import palette
from data.words.marks import sign
from pages.shared.elements.markup import Html, fill_style, stroke

Scale = tuple[float, float]
"""The values at the foot and at the top."""
Band = tuple[str, float, float, palette.Fill]
"""Name, where it begins and ends, and its colour."""


@dataclass(frozen=True, slots=True)
class Line:
    """A value for each year, None where there is none, and what is written at some of them.

    `look` is a class of look.css. What is written for a year without a value stands at the foot.
    """

    values: Sequence[float | None]
    texts: Sequence[str] = ()
    look: str = "own"
    colour: str = ""


def plot(  # noqa: PLR0913  a drawing has as many sides
    years: Sequence[int],
    lines: Sequence[Line],
    scale: Scale,
    ground: Html,
    *,
    broken: Collection[int],
    alt: str,
    look: str,
) -> Html:
    """Draw lines over the years, with a gap where a year has no value and dashes over a break.

    Args:
        years: the places across, oldest first.
        lines: the last lies on top.
        scale: what the lines and the ground share.
        ground: what lies behind, by `bands` or `rules`.
        broken: the places of years that do not compare with the one before.
        alt: what it shows, for those who do not see it.
        look: a class of look.css.
    """
    drawn = "".join(_line(line, scale, broken) for line in lines)
    named = "".join(f"<span>{year}</span>" for year in years)
    return Html(
        f'<div class="plot {look}" role="img" aria-label="{escape(alt)}">'
        f"<div>{ground}{drawn}</div><p>{named}</p></div>"
    )


def bands(scale: Scale, named: Sequence[Band]) -> Html:
    """Draw ranges of values as bands, their names beside them."""
    return Html("".join(_band(scale, *one) for one in named))


def _band(scale: Scale, name: str, start: float, end: float, fill: palette.Fill) -> str:
    top, height = _down(end, scale), _down(start, scale) - _down(end, scale)
    return (
        f'<div class="band" style="top:{top:.1f}%;height:{height:.1f}%">'
        f'<i style="{fill_style(fill)}"></i><span>{escape(name)}</span></div>'
    )


def rules(scale: Scale, values: Sequence[float]) -> Html:
    """Draw values as lines across, their numbers beside them."""
    return Html(
        "".join(
            f'<div class="rule" style="top:{_down(value, scale):.1f}%">{value:g}</div>'
            for value in values
        )
    )


def _line(line: Line, scale: Scale, broken: Collection[int]) -> str:
    places = [
        (100 * (at + 0.5) / len(line.values), None if value is None else _down(value, scale))
        for at, value in enumerate(line.values)
    ]
    drawn = ""
    for at, (before, after) in enumerate(pairwise(places), start=1):
        ends = [(across, down) for across, down in (before, after) if down is not None]
        if len(ends) == 2:
            dashed = ' class="dashed"' if at in broken else ""
            drawn += f'<b{dashed} style="clip-path:polygon({stroke(ends)})"></b>'
            if dashed and line.texts:
                drawn += f'<em style="left:{100 * at / len(places):.1f}%">{sign("b")}</em>'
    for at, (across, down) in enumerate(places):
        text = line.texts[at] if line.texts else ""
        said = f"<span>{escape(text)}</span>" if text else ""
        if down is not None:
            drawn += f'<u style="left:{across:.1f}%;top:{down:.1f}%">{said}</u>'
        elif said:
            drawn += f'<u class="missing" style="left:{across:.1f}%;top:100%">{said}</u>'
    colour = f' style="color:{line.colour}"' if line.colour else ""
    return f'<div class="line {line.look}"{colour}>{drawn}</div>'


def _down(value: float, scale: Scale) -> float:
    low, high = scale
    return 100 * (high - value) / (high - low)
