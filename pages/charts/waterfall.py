"""Why the total moved: each part of the change, adding up from one total to the other."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import pandas as pd

from data.analysis.indicators import Reading
from data.documents.pictures.labels import columns_in, escaped, label
from data.words import charts as words
from data.words import palette
from data.words.numbers import signed
from pages.charts import canvas
from pages.charts.frames import and_more, required
from queries.frames import records_of

START: Final = "start"
PART: Final = "part"
EFFECT: Final = "effect"
"""What no score did: another framework, or the rounding of the published totals."""
END: Final = "end"

_REST = "rest"
_ROUNDING: Final = 0.005
"""Half of the last printed digit: a smaller rest is not shown."""
_ROW = 36
_LEFT = 134
_RIGHT = 60


@dataclass(frozen=True, slots=True)
class _Bar:
    """One row: a total from zero, or a part from the sum so far."""

    name: str
    kind: str
    value: float
    base: float

    @property
    def fill(self) -> palette.Fill:
        """Blue adds, orange takes away, grey is a total or the rest."""
        if self.kind not in {PART, EFFECT}:
            return palette.TOTAL_FILL
        return palette.CHANGE_FILLS["down" if self.value < 0 else "up"]

    @property
    def written(self) -> str:
        """The number as it is printed beside the bar."""
        total = self.kind in {START, END}
        return f"<b>{self.value:.2f}</b>" if total else signed(self.value)


def movement_waterfall(parts: pd.DataFrame, reading: Reading) -> canvas.Chart:
    """Draw how the parts lead from the first total to the last.

    What the parts leave unexplained of the published totals is drawn as a bar of its own, so the
    bars always add up.

    Args:
        parts: label, contribution, kind; one START row and one END row with totals 0-100, and
            PART and EFFECT rows with what each adds, in points of the total.
        reading: how the change of the total reads; unknown is across a break.

    Raises:
        ValueError: If there is no row, a total is missing or double, or a number is missing.
    """
    bars = _bars(parts)
    low, high = _range(bars)
    axis = words.WATERFALL_AXIS.format(low=low) if low else words.WATERFALL_AXIS_FULL
    heading = canvas.Heading(
        movement_waterfall_takeaway(parts, reading),
        words.WATERFALL_SUBTITLE.format(first=bars[0].name, last=bars[-1].name),
        (axis,),
        (
            canvas.Key(words.WATERFALL_LEGEND["up"], palette.CHANGE_FILLS["up"]),
            canvas.Key(words.WATERFALL_LEGEND["down"], palette.CHANGE_FILLS["down"]),
            canvas.Key(words.WATERFALL_LEGEND["total"], palette.TOTAL_FILL),
        ),
    )
    room = canvas.Room(len(bars) * _ROW, left=_LEFT, right=_RIGHT, below=28)
    return canvas.figure([_columns(bars), _steps(bars)], _layout(bars, low, high), heading, room)


def movement_waterfall_takeaway(parts: pd.DataFrame, reading: Reading) -> str:
    """Say how far the total moved and which parts added and took most; nothing across a break."""
    bars = _bars(parts)
    if reading is Reading.UNKNOWN:
        return words.WATERFALL_BROKEN.format(first=bars[0].name, last=bars[-1].name)
    start, end = bars[0].value, bars[-1].value
    change = round(end - start, 2)
    if not change:
        sentences = [words.WATERFALL_SAME.format(end=f"{end:.2f}")]
    else:
        totals = {"start": f"{start:.2f}", "end": f"{end:.2f}", "signed": signed(change)}
        moved = words.WATERFALL_MOVED[reading]
        sentences = [moved.format(change=f"{abs(change):.2f}", **totals)]
    inner = [bar for bar in bars if bar.kind == PART]
    gain, loss = (pick((bar.value for bar in inner), default=0.0) for pick in (max, min))
    if gain >= _ROUNDING:
        sentences.append(_extreme(words.WATERFALL_GAIN, inner, gain))
    if loss <= -_ROUNDING:
        sentences.append(_extreme(words.WATERFALL_LOSS, inner, loss))
    return words.JOIN.join(sentences)


def movement_waterfall_alt(parts: pd.DataFrame, reading: Reading) -> str:
    """Describe the waterfall in one sentence for those who do not see it."""
    return words.WATERFALL_ALT.format(
        parts=int((parts["kind"] == PART).sum()),
        takeaway=movement_waterfall_takeaway(parts, reading),
    )


def _extreme(sentence: str, bars: list[_Bar], value: float) -> str:
    names = [bar.name for bar in bars if bar.value == value]
    return sentence.format(name=and_more(names), change=signed(value))


def _bars(parts: pd.DataFrame) -> list[_Bar]:
    required(parts)
    kinds = parts["kind"].tolist()
    if kinds.count(START) != 1 or kinds.count(END) != 1 or parts["contribution"].isna().any():
        message = "a waterfall needs one start, one end, and every number"
        raise ValueError(message)
    start, end = (_total(parts, kind) for kind in (START, END))
    inner = [
        (str(row["label"]), str(row["kind"]), float(row["contribution"]))
        for row in records_of(parts[parts["kind"].isin([PART, EFFECT])])
    ]
    rest = end.value - start.value - sum(value for _, _, value in inner)
    if abs(rest) >= _ROUNDING:
        inner.append((words.WATERFALL_REST, _REST, rest))
    bases = accumulate((value for _, _, value in inner), initial=start.value)
    middle = [_Bar(*part, base) for part, base in zip(inner, bases, strict=False)]
    return [start, *middle, end]


def _total(parts: pd.DataFrame, kind: str) -> _Bar:
    row = parts[parts["kind"] == kind].iloc[0]
    return _Bar(str(row["label"]), kind, float(row["contribution"]), 0.0)


def _range(bars: list[_Bar]) -> tuple[int, float]:
    """Cut the axis so that the parts can be seen beside totals of 70 or more."""
    ends = [bar.base + bar.value for bar in bars]
    span = max(max(ends) - min(ends), 1.0)
    return max(0, int(min(ends) - 0.25 * span)), max(ends) + 0.05 * span


def _columns(bars: list[_Bar]) -> dict[str, object]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": "parts",
        "x": [bar.value for bar in bars],
        "base": [bar.base for bar in bars],
        "y": list(range(len(bars))),
        "customdata": [(f"{escaped(bar.name)}<br>{bar.written}", bar.name) for bar in bars],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            "color": [bar.fill.colour for bar in bars],
            "line": {"color": palette.RULE, "width": 1},
        },
    }


def _steps(bars: list[_Bar]) -> dict[str, object]:
    """Join the end of each bar to the next one with a thin line."""
    x: list[float | None] = []
    y: list[float | None] = []
    for position, bar in enumerate(bars[:-1]):
        reached = bar.base + bar.value
        x += [reached, reached, None]
        y += [position, position + 1, None]
    return {
        "type": "scatter",
        "name": "steps",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": palette.RULE, "width": 1},
        "hoverinfo": "skip",
    }


def _layout(bars: list[_Bar], low: int, high: float) -> dict[str, object]:
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = [(position, label(bar.name, width, 2)) for position, bar in enumerate(bars)]
    across = {"range": [low, high], "nticks": 5, "tickformat": "~r", "showgrid": True}
    down = {"range": [len(bars) - 0.4, -0.6], "visible": False}
    return {
        "bargap": 0.35,
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "annotations": [
            *canvas.row_labels(names, _LEFT),
            *canvas.values(((at, bar.written) for at, bar in enumerate(bars)), _RIGHT),
        ],
    }
