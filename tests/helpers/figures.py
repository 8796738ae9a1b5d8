"""One figure of each kind, and the frames they are drawn from."""

import datetime as dt

import pandas as pd
import plotly.graph_objects as go

from data.analysis.indicators import Reading
from data.framework import framework
from pages.charts.agencies import agency_levels
from pages.charts.budget import budget_bars
from pages.charts.heatmap import indicator_heatmap
from pages.charts.items import item_trend
from pages.charts.progress import division_progress
from pages.charts.schedule.timeline import measure_timeline
from pages.charts.strip import MOST_DOTS, agency_strip
from pages.charts.trends import indicator_small_multiples
from pages.charts.waterfall import movement_waterfall
from pages.charts.weakest import weakest_dots

DAY = dt.date(2026, 7, 15)
SCORES = pd.DataFrame(
    [
        (1, "ก", "IIT", 2567, 80.0, "p"),
        (1, "ก", "IIT", 2568, None, "x"),
        (9, "ข", "OIT", 2567, 60.0, ""),
        (9, "ข", "OIT", 2568, 100.0, "r"),
    ],
    columns=["indicator", "name", "instrument", "year", "score", "mark"],
)
CHANGES = pd.DataFrame(
    [(9, "ข", "OIT", 2567, 2568, 40.0, True, "unknown")],
    columns=[
        "indicator",
        "name",
        "instrument",
        "from_year",
        "to_year",
        "change",
        "broken",
        "reading",
    ],
)
NATIONAL = pd.DataFrame([(2567, "9", 93.0)], columns=["year", "code", "value"])
PROGRESS = pd.DataFrame(
    [("ก", "done", 1, 3, 1), ("ก", "not-reported", 2, 3, 1)],
    columns=["division", "status", "measures", "led", "late"],
)
PARTS = pd.DataFrame(
    [("ปี 2567", 80.0, "start"), ("ก", 2.0, "part"), ("ปี 2568", 82.5, "end")],
    columns=["label", "contribution", "kind"],
)
MEASURES = pd.DataFrame(
    [("m1", "ก", DAY, DAY, "not-reported", "ข"), ("m2", "ก", None, None, "done", None)],
    columns=["measure_id", "label", "start", "end", "status", "division"],
)
STEPS = pd.DataFrame(
    [("m1", at, "ก", DAY, status, False) for at, status in enumerate(("done", "in-progress"), 1)],
    columns=["measure_id", "position", "text", "due_date", "status", "overdue"],
)
AGENCIES = pd.DataFrame(
    [("ก", 80.0, True, "อำเภอ"), ("ข", 70.0, False, "อำเภอ")]
    + [(str(at), at / 10, not at, "ประเทศ") for at in range(MOST_DOTS + 1)],
    columns=["agency", "score", "is_home", "group"],
).assign(rank=1, median=75.0)
ITEMS = pd.DataFrame(
    [(2567, "o4", "ก", 0.0, True), (2568, "o3", "ก", 50.0, True), (2568, "o4", "ข", 100.0, False)],
    columns=["year", "code", "name", "score", "joined"],
)
BUDGETS = pd.DataFrame(
    [("ก", 200.0, 250.5, -50.5), ("ข", 100.0, None, None), ("ค", None, 1e6, None)],
    columns=["label", "budget_planned", "budget_spent", "budget_left"],
)
BUDGET_TOTAL = {
    "budget_planned": 300.0,
    "budget_spent": 1000250.5,
    "measures": 4,
    "planned_known": 2,
    "spent_known": 2,
    "overspent": 1,
}
LEVELS = pd.DataFrame(
    [
        ("a", "ก", 2568, 83.5, "", 85.0, "ผ่าน", 2, "ผ่านดี", 1.5),
        ("b", "ข", 2567, 92.0, "c", None, "", None, "", None),
    ],
    columns=[
        *("code", "short_name", "year", "score", "mark", "target"),
        *("level", "rank", "next_level", "lacking"),
    ],
)
BREAK = {(2567, 2568)}
FIGURES = {
    "heatmap": lambda: indicator_heatmap(SCORES, CHANGES, framework(2568)),
    "trends": lambda: indicator_small_multiples(SCORES, NATIONAL, framework(2568), breaks=BREAK),
    "weakest": lambda: weakest_dots(SCORES[SCORES["year"] == 2567], framework(2567)),
    "progress": lambda: division_progress(PROGRESS, as_of=DAY),
    "waterfall": lambda: movement_waterfall(PARTS, Reading.UP),
    "timeline": lambda: measure_timeline(MEASURES, as_of=DAY),
    "steps": lambda: measure_timeline(MEASURES, as_of=DAY, steps=STEPS),
    "items": lambda: item_trend(ITEMS, 85.0),
    "budget": lambda: budget_bars(BUDGETS, BUDGET_TOTAL, as_of=DAY),
    "agencies": lambda: agency_levels(LEVELS),
    "strip": lambda: agency_strip(AGENCIES, year=2568),
}


def checked(chart):
    """Give a chart as Plotly's own figure, which checks each of its properties."""
    return go.Figure(chart.to_dict())
