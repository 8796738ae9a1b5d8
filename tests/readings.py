"""Readings of scores that a test writes down: through a store, as the app makes them."""

from contextlib import contextmanager
from itertools import count

import pandas as pd

from data.access import planner_here
from data.analysis.standing import Standing, standings
from data.database import IN_MEMORY, Source, open_database, save
from data.records import LEVEL_COLUMNS, SCORE_COLUMNS, Form, Import
from queries import readings

_numbers = count()


@contextmanager
def store_of(*rows, levels=(), is_sample=False):
    """Lend a store in memory with scores (year, level, code, score[, provisional]) and levels."""
    database = open_database(IN_MEMORY).acting_as(planner_here("ผู้วางแผน"))
    try:
        save_scores(database, *rows, levels=levels, is_sample=is_sample)
        yield database
    finally:
        database.close()


def save_scores(database, *rows, levels=(), is_sample=False):
    """Save scores (year, level, code, score[, provisional]) and levels (year, name)."""
    scores = pd.DataFrame(
        [("", "", "", *row[:4], *(row[4:5] or (False,)), "แผ่น", "A1") for row in rows],
        columns=list(SCORE_COLUMNS),
    )
    printed = pd.DataFrame(
        [("", "", "", year, name, "แผ่น", "A1") for year, name in levels],
        columns=list(LEVEL_COLUMNS),
    )
    read = len(rows) + len(levels)
    found = Import(Form.SCORES_LONG, "แผ่น", read, read, 0, scores, printed)
    save(database, found, Source("a.csv", str(next(_numbers)).encode(), "ก", is_sample))


def standing_of(year, *, total=None, instruments=None, indicators=None, level=None):
    """Give the standing of a year with these scores."""
    rows = [(year, "total", "total", float(total))] if total is not None else []
    rows += [(year, "instrument", code, float(one)) for code, one in (instruments or {}).items()]
    rows += [(year, "indicator", str(n), float(one)) for n, one in (indicators or {}).items()]
    with store_of(*rows, levels=[(year, level)] if level else []) as database:
        return next(iter(standings(database, [year])), Standing(year))


def indicator_table(*rows):
    """Give the indicators of the years of (year, level, code, score) as a page gets them."""
    with store_of(*rows) as database:
        return readings.indicator_readings(database)
