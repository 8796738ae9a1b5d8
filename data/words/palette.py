"""Colours, marks and fonts of every figure, chosen to be told apart by colour-blind eyes."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from data.framework import instrument_codes
from data.model.records import Flag, Status
from data.model.work import WorkState
from data.words.work import statuses as words

FONT: Final = "Sarabun, 'TH Sarabun New', 'Leelawadee UI', Tahoma, sans-serif"
THEME_TEXT: Final = "#000037"
"""Streamlit's browser side puts the strong text colour of its light or dark theme in its place
(GRAY_90 of its Plotly theme; the default grey is too pale to read); elsewhere it is near black."""
DARK: Final = "#111827"
"""Text on light cells."""
LIGHT: Final = "#FFFFFF"
"""Text on dark cells."""
PALE_TEXT: Final = "#1F2937"
"""Text on pale cells, which are dark ones on a dark page."""
RULE: Final = "#7C8594"
"""Lines that must be seen on a white and on a dark page."""
NATIONAL: Final = "#7C8594"
OWN: Final = "#D55E00"
BADGE: Final = "#FDE68A"

TOTAL: Final = "#1F2937"
TOTAL_LINE: Final = "#3B78BE"
ITEM: Final = "#0072B2"


@dataclass(frozen=True, slots=True)
class InstrumentMark:
    """How an instrument looks: a colour, Plotly's symbol, and the symbol as a letter."""

    colour: str
    symbol: str
    shape: str


_INSTRUMENTS: Final = (
    InstrumentMark("#0072B2", "circle", "●"),
    InstrumentMark("#D55E00", "square", "■"),
    InstrumentMark("#CC79A7", "diamond", "◆"),
)
"""By place in the catalogue."""
_OTHER: Final = InstrumentMark(RULE, "x", "✕")


def instrument_mark(code: str) -> InstrumentMark:
    """Give the mark of an instrument by its place in the catalogue."""
    return dict(zip(instrument_codes(), _INSTRUMENTS, strict=False)).get(code, _OTHER)


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell colour and the text colour that can be read on it."""

    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How a status looks: a colour, a shape in front of its word, and a hatching or none."""

    word: str
    shape: str
    fill: Fill
    pattern: str = ""

    @property
    def name(self) -> str:
        """The shape and the word together."""
        return f"{self.shape} {self.word}"


STEP_FILLS: Final = (
    Fill("#B35806", LIGHT),
    Fill("#FDD0A2", PALE_TEXT),
    Fill("#C6DBEF", PALE_TEXT),
    Fill("#08519C", LIGHT),
)
"""By `ScoreSteps.step_of`: orange under the target, blue from it on."""

TOTAL_FILL: Final = Fill("#9AA3B0", DARK)
EMPTY: Final = Fill("#E5E7EB", PALE_TEXT)
STEADY: Final = Fill("#F4F5F7", PALE_TEXT)
CHANGE_FILLS: Final = {
    "down": Fill("#F4A582", PALE_TEXT),
    "steady": STEADY,
    "up": Fill("#92C5DE", PALE_TEXT),
    "unknown": EMPTY,
}
ON_DARK: Final = {
    EMPTY.colour: "#2B3647",
    STEADY.colour: "#1C2634",
    PALE_TEXT: "#EEF2F7",
    STEP_FILLS[1].colour: "#86542A",
    STEP_FILLS[2].colour: "#2A5682",
    CHANGE_FILLS["down"].colour: "#94432A",
    CHANGE_FILLS["up"].colour: "#226482",
}
"""Pale grounds, and the words on them, as a dark page has them."""

_STATUS_FILLS: Final = {
    Status.DONE: Fill("#009E73", "#000000"),
    Status.IN_PROGRESS: Fill("#0072B2", LIGHT),
    Status.NOT_STARTED: Fill("#6B7280", LIGHT),
    Status.NOT_REPORTED: EMPTY,
    Status.CANCELLED: Fill("#000000", LIGHT),
}
_PATTERNS: Final = {Status.NOT_REPORTED: "/"}

STATUSES: Final = {
    status: StatusMark(
        words.STATUSES[status], words.SYMBOLS[status], fill, _PATTERNS.get(status, "")
    )
    for status, fill in _STATUS_FILLS.items()
}
"""From left to right in a stacked bar."""

OVERDUE_MARK: Final = StatusMark(
    words.FLAGS[Flag.OVERDUE], words.OVERDUE_SYMBOL, Fill("#D55E00", "#000000")
)
"""Computed from the end date; never a status that a division reports."""


WORK_MARKS: Final = {
    WorkState.DONE: STATUSES[Status.DONE],
    WorkState.IN_TIME: STATUSES[Status.IN_PROGRESS],
    WorkState.LATE: OVERDUE_MARK,
    WorkState.LATE_UNREPORTED: replace(OVERDUE_MARK, pattern="/"),
    WorkState.UNREPORTED: STATUSES[Status.NOT_REPORTED],
    WorkState.CANCELLED: STATUSES[Status.CANCELLED],
}
"""From left to right in a bar of exclusive states."""

_LEVEL_SHAPES: Final = ("★", "●", "▲", "▼")


def level_badge(rank: int) -> tuple[str, Fill]:
    """Give the shape and the fill of a level by its rank; 1 is the best of its year."""
    place = min(rank, len(_LEVEL_SHAPES)) - 1
    return _LEVEL_SHAPES[place], STEP_FILLS[-1 - place]


def marker(marks: list[StatusMark]) -> dict[str, object]:
    """Fill bars with the colours of their marks; a rule around keeps black seen on a dark page."""
    pattern = {
        "shape": [mark.pattern for mark in marks],
        "fillmode": "overlay",
        "fgcolor": RULE,
        "solidity": 0.1,
        "size": 9,
    }
    outline = {"color": RULE, "width": 1}
    return {"color": [mark.fill.colour for mark in marks], "line": outline, "pattern": pattern}


def stepped(colours: tuple[str, ...]) -> list[list[float | str]]:
    """Make a colour scale of equal, unblended steps for the indexes 0, 1, 2, ..."""
    edges = [index / len(colours) for index in range(len(colours) + 1)]
    scale: list[list[float | str]] = []
    for (low, high), colour in zip(pairwise(edges), colours, strict=True):
        scale += [[low, colour], [high, colour]]
    return scale
