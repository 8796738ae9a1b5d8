"""One's own place among others: a dot per agency and group, one's own dot large and named."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from data.documents.pictures.labels import columns_in, escaped, label
from data.words import charts as words
from data.words import palette
from pages.charts import canvas
from pages.charts.frames import required

MOST_DOTS: Final = 400
"""A larger group is drawn as counts per point: its dots would only make a dark smear."""
_ROW = 100
_MIDDLE: Final = 0.62
"""Where the dots of a row stand; its words are above."""
_SPREAD: Final = 0.2
_LANES: Final = 9


@dataclass(frozen=True, slots=True)
class _Group:
    """One comparison: its scores, one's own among them, and names where each gets a dot."""

    name: str
    position: int
    agencies: tuple[str, ...]
    scores: np.ndarray
    own: float | None
    rank: int
    median: float

    @property
    def count(self) -> int:
        """All agencies with a score, one's own among them."""
        return len(self.scores)


def agency_strip(values: pd.DataFrame, *, year: int) -> canvas.Chart:
    """Draw the scores of agencies as strips, one per group in the order of the frame.

    Args:
        values: agency, score, is_home, group, and the rank and median that `place` gives; one's
            own agency appears in each group that it is to be compared with.
        year: the year of the scores, Buddhist Era.

    Raises:
        ValueError: If there is no row.
    """
    required(values)
    groups = _groups(values)
    low = _axis_start(groups)
    axis = words.STRIP_AXIS.format(low=low) if low else words.STRIP_AXIS_FULL
    large = any(group.count > MOST_DOTS for group in groups)
    heading = canvas.Heading(
        agency_strip_takeaway(values),
        words.STRIP_SUBTITLE.format(year=words.YEAR.format(year=year)),
        (axis, *([words.STRIP_BARS] if large else [])),
    )
    traces = [_bars(g) if g.count > MOST_DOTS else _dots(g) for g in groups if g.count]
    traces += [_medians(groups), _own_dots(groups)]
    room = canvas.Room(len(groups) * _ROW, left=20, right=20, below=26)
    return canvas.figure(traces, _layout(groups, low), heading, room)


def agency_strip_takeaway(values: pd.DataFrame) -> str:
    """Say one's own score and its rank in each group."""
    groups = [group for group in _groups(values) if group.own is not None]
    if not groups:
        return words.STRIP_NO_OWN
    home = values.loc[values["is_home"].astype(bool), "agency"].iloc[0]
    parts = [words.STRIP_TITLE.format(name=home, score=f"{groups[0].own:.2f}")]
    return words.JOIN.join([*parts, *(_place(group) for group in groups)])


def agency_strip_alt(values: pd.DataFrame, *, year: int) -> str:
    """Describe the strips in one sentence for those who do not see them."""
    return words.STRIP_ALT.format(
        year=words.YEAR.format(year=year), takeaway=agency_strip_takeaway(values)
    )


def _place(group: _Group) -> str:
    if group.count == 1:
        return words.STRIP_ALONE.format(group=group.name)
    if group.scores.min() == group.scores.max():
        return words.STRIP_EQUAL.format(group=group.name)
    return words.STRIP_IN_GROUP.format(group=group.name, rank=group.rank, agencies=group.count)


def _groups(values: pd.DataFrame) -> list[_Group]:
    found = []
    for position, (name, rows) in enumerate(values.groupby("group", sort=False)):
        known = rows.dropna(subset="score").sort_values("score", kind="stable")
        own = known[known["is_home"].astype(bool)]
        found.append(
            _Group(
                str(name),
                position,
                tuple(known["agency"]) if len(known) <= MOST_DOTS else (),
                known["score"].to_numpy(dtype=float),
                float(own["score"].iloc[0]) if len(own) else None,
                int(own["rank"].iloc[0]) if len(own) else 0,
                float(rows["median"].iloc[0]),
            )
        )
    return found


def _axis_start(groups: list[_Group]) -> int:
    lowest = min((float(group.scores.min()) for group in groups if group.count), default=0.0)
    return max(0, int((lowest - 1) // 10) * 10)


def _dots(group: _Group) -> dict[str, object]:
    """Draw a dot per agency; neighbours by score go to different lanes so that none hides."""
    lanes = np.arange(group.count) * 4 % _LANES / (_LANES - 1) * 2 - 1
    return {
        "type": "scatter",
        "name": group.name,
        "mode": "markers",
        "x": group.scores.tolist(),
        "y": (group.position + _MIDDLE + lanes * _SPREAD).tolist(),
        "customdata": [
            words.STRIP_HOVER.format(name=escaped(agency), score=f"{score:.2f}")
            for agency, score in zip(group.agencies, group.scores, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"size": 7, "color": palette.RULE},
        "cliponaxis": False,
    }


def _bars(group: _Group) -> dict[str, object]:
    counts, edges = np.histogram(group.scores, bins=np.arange(0, 101.5, 1))
    kept = counts > 0
    heights = counts[kept] / counts.max() * 2 * _SPREAD
    hovers = [
        words.STRIP_BAR_HOVER.format(low=f"{low:g}", high=f"{low + 0.99:g}", agencies=count)
        for low, count in zip(edges[:-1][kept], counts[kept], strict=True)
    ]
    return {
        "type": "bar",
        "name": group.name,
        "x": (edges[:-1][kept] + 0.5).tolist(),
        "y": (-heights).tolist(),
        "base": group.position + _MIDDLE + _SPREAD,
        "width": 0.9,
        "customdata": list(zip(counts[kept].tolist(), hovers, strict=True)),
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "marker": {"color": palette.RULE},
    }


def _medians(groups: list[_Group]) -> dict[str, object]:
    x: list[float | None] = []
    y: list[float | None] = []
    for group in groups:
        if group.count:
            middle = group.position + _MIDDLE
            x += [group.median, group.median, None]
            y += [middle - _SPREAD - 0.06, middle + _SPREAD + 0.06, None]
    return {
        "type": "scatter",
        "name": "medians",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": palette.THEME_TEXT, "width": 2},
        "hoverinfo": "skip",
    }


def _own_dots(groups: list[_Group]) -> dict[str, object]:
    placed = [group for group in groups if group.own is not None]
    return {
        "type": "scatter",
        "name": "own",
        "mode": "markers",
        "x": [group.own for group in placed],
        "y": [group.position + _MIDDLE for group in placed],
        "marker": {
            "size": 17,
            "symbol": "diamond",
            "color": palette.OWN,
            "line": {"color": palette.LIGHT, "width": 2},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _layout(groups: list[_Group], low: int) -> dict[str, object]:
    ticks = list(range(low, 101, 10 if low >= 50 else 20))
    across = {"range": [low, 100.5], "tickvals": ticks, "showgrid": True}
    down = {"range": [len(groups), 0], "visible": False}
    return {
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "annotations": [
            note | {"yanchor": "top"}
            for note in canvas.row_labels(((g.position + 0.03, _words(g)) for g in groups), 20)
        ],
    }


def _words(group: _Group) -> str:
    """Write the group with its size and median, and one's own score and rank."""
    width = columns_in(canvas.NARROWEST - 2 * canvas.EDGE, canvas.SMALL)
    if not group.count:
        return label(words.STRIP_GROUP_EMPTY.format(group=group.name), width, 2)
    head = words.STRIP_GROUP.format(
        group=group.name, agencies=group.count, median=f"{group.median:.2f}"
    )
    lines = [f"<b>{label(head, width, 2)}</b>"]
    if group.own is not None:
        own = words.STRIP_OWN.format(
            score=f"{group.own:.2f}", rank=group.rank, agencies=group.count
        )
        lines.append(f'<span style="color:{palette.OWN}">◆</span> {own}')
    return "<br>".join(lines)
