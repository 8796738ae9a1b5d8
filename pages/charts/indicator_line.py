"""One indicator over the years in a card whose title the page writes."""

from collections.abc import Sequence
from operator import itemgetter

import pandas as pd

from data.framework import Framework
from data.words import charts as words
from data.words import palette
from pages.charts import canvas
from pages.charts import trend_panels as panels
from pages.charts.frames import required, years_of
from queries.frames import records_of


def indicator_line(  # noqa: PLR0913  what all cards of a page share comes in as arguments
    scores: pd.DataFrame,
    national: pd.DataFrame,
    described: Framework,
    *,
    low: int,
    breaks: panels.Breaks,
    height: int,
    district: Sequence[tuple[int, float]] = (),
) -> canvas.Chart:
    """Draw the scores of one indicator beside other averages and the target.

    Args:
        scores: as for the small multiples, of one indicator.
        national: year, code, value; empty beside samples.
        described: the newest year, with the score the indicator is to reach.
        low: where the vertical axis begins, the same for all cards of a page.
        breaks: pairs of following years that cannot be compared.
        height: pixels of the whole figure.
        district: year and average of the own district.

    Raises:
        ValueError: If there is no row of scores.
    """
    required(scores)
    rows = sorted(records_of(scores), key=itemgetter("year"))
    (panel,) = panels.panels_of(rows, national)
    years = years_of(scores)
    layout = panels.axes(panel, years, low, described, 1)
    layout["xaxis"] |= {"domain": [0, 1], "ticklabelstandoff": 6}
    layout["yaxis"] |= {"domain": [0, 1]}
    target = float(described.target_of(panel.indicator))
    rule = {"color": palette.RULE, "width": 1}
    aim = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": target, "y1": target}
    layout |= {
        "height": height,
        "margin": {"l": panels.LEFT, "r": canvas.EDGE, "t": canvas.EDGE, "b": 28, "pad": 0},
        "font": {"family": palette.FONT, "size": canvas.SMALL, "color": palette.THEME_TEXT},
        "showlegend": False,
        "dragmode": False,
        "shapes": [aim | {"line": rule}, *panels.rules(panel, breaks, years)],
    }
    traces = panels.traces(panel, breaks, (low, target))
    if district:
        traces.insert(0, _district_line(district))
    return canvas.Chart(traces, layout)


def _district_line(means: Sequence[tuple[int, float]]) -> dict[str, object]:
    return {
        "type": "scatter",
        "name": "district",
        "mode": "lines+markers",
        "x": [year for year, _ in means],
        "y": [mean for _, mean in means],
        "line": {"color": palette.NATIONAL, "width": 2, "dash": "dot"},
        "marker": {"size": 6, "symbol": "circle-open"},
        "hovertemplate": words.DISTRICT_MEAN + " %{x}: %{y:.2f}<extra></extra>",
    }


def indicator_line_alt(scores: pd.DataFrame) -> str:
    """Say the score of each year for those who do not see the line."""
    told = (
        words.TOTAL_OF_YEAR.format(year=row["year"], value=panels.value_text(row))
        for row in sorted(records_of(scores), key=itemgetter("year"))
    )
    return words.LINE_ALT.format(name=scores["name"].iloc[-1], scores=words.JOIN.join(told))
