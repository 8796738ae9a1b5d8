"""The texts of a figure, which carry a few tags, as lines of plain runs."""

import html
import re
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

LINE: Final = 1.3
"""Height of a line in font sizes, as Plotly sets it."""

_TAG: Final = re.compile(r"<(/?)(b|span|br)\b([^>]*)>")
_COLOUR: Final = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")
_SIZE: Final = re.compile(r"font-size:\s*(\d+)px")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look."""

    text: str
    size: float
    colour: str
    bold: bool = False

    def content(self) -> dict[str, Any]:
        """Give the run as the template takes it."""
        return asdict(self)


def lines(text: str, size: float, colour: str) -> list[list[Run]]:
    """Split a text at its breaks; what is no known tag is text."""
    looks = [Run("", size, colour)]
    found: list[list[Run]] = [[]]
    at = 0
    for tag in _TAG.finditer(text):
        _add(found, looks[-1], text[at : tag.start()])
        at = tag.end()
        if tag[2] == "br":
            found.append([])
        elif not tag[1]:
            looks.append(_look(looks[-1], tag[2], tag[3]))
        elif len(looks) > 1:
            looks.pop()
    _add(found, looks[-1], text[at:])
    return found


def _add(found: list[list[Run]], look: Run, text: str) -> None:
    if text:
        found[-1].append(replace(look, text=html.unescape(text)))


def _look(look: Run, tag: str, settings: str) -> Run:
    if tag == "b":
        return replace(look, bold=True)
    colour, size = _COLOUR.search(settings), _SIZE.search(settings)
    return replace(
        look,
        colour=colour[1] if colour else look.colour,
        size=float(size[1]) if size else look.size,
    )
