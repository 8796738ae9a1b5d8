"""Readings of scores that a test writes down: through a store, as the app makes them."""

from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from itertools import count

import pandas as pd

from data.access import planner_here
from data.analysis.levels import Level
from data.analysis.standing import Basis, InstrumentReading, Standing, standings
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


def worked_out(described, *, total=None, instruments=None, indicators=None, printed=None):
    """Work a year out by hand, in fractions: what the views must give."""
    instruments, indicators = _exact(instruments), _exact(indicators)
    parts = tuple(_part(one, described, instruments, indicators) for one in described.instruments)
    weighed = [(Fraction(part.weight), _unrounded(part)) for part in parts]
    whole = None
    if all(value is not None for _, value in weighed):
        whole = sum((weight * value for weight, value in weighed), Fraction(0))
    published = None if total is None else Decimal(str(total))
    value = published if published is not None else _hundredths(whole)
    reached, certain = _level(described, value, parts)
    kept = next((one for one in described.level_rules if one.name == printed), None)
    rules = described.level_rules
    level = None if value is None else reached
    shown = level if value is not None else kept
    above = rules.index(level) - 1 if level else -1
    return Standing(
        year=described.year,
        sample=False,
        target=described.target,
        value=value,
        total_basis=_basis(published, whole),
        mark={"published": "", "recomputed": "c", "missing": "x"}[_basis(published, whole)],
        published=published,
        recomputed=_nine(whole),
        parts=parts,
        indicators_known=sum(part.known for part in parts),
        indicators_expected=sum(part.expected for part in parts),
        level=Level(shown.name, certain, rules.index(shown) + 1) if shown else None,
        level_kept=level is None and kept is not None,
        published_level=printed,
        level_differs=_differs(rules, level, kept, printed, certain=certain),
        next_level=rules[above] if above >= 0 else None,
    )


def _exact(scores):
    return {code: Decimal(str(score)) for code, score in (scores or {}).items()}


def _part(instrument, described, instruments, indicators):
    numbers = [one.number for one in described.indicators_of(instrument.code)]
    scores = {number: indicators.get(number) for number in numbers}
    known = [score for score in scores.values() if score is not None]
    mean = (
        sum(map(Fraction, known)) / len(known) if numbers and len(known) == len(numbers) else None
    )
    published = instruments.get(instrument.code)
    basis = _basis(published, mean)
    return InstrumentReading(
        instrument.code,
        instrument.name,
        instrument.weight,
        published if published is not None else _hundredths(mean),
        basis,
        {"published": "", "recomputed": "c", "missing": "x"}[basis],
        published,
        _nine(mean),
        len(known),
        len(numbers),
        scores,
    )


def _unrounded(part):
    if part.published is not None:
        return Fraction(part.published)
    if part.basis is Basis.MISSING:
        return None
    return sum(map(Fraction, part.indicators.values())) / part.expected


def _basis(published, parts):
    if published is not None:
        return Basis.PUBLISHED
    return Basis.MISSING if parts is None else Basis.RECOMPUTED


def _hundredths(number):
    return None if number is None else Decimal((number * 100 + Fraction(1, 2)).__floor__()) / 100


def _nine(number):
    if number is None:
        return None
    return Decimal((number * 10**9 + Fraction(1, 2)).__floor__()) / 10**9


def _level(described, total, parts):
    """Give the best rule that surely holds, and whether no missing part could make it better."""
    certain = True
    for rule in described.level_rules if total is not None else ():
        values = [part.value for part in parts] if rule.each_from is not None else []
        known = [value for value in values if value is not None]
        if total < rule.total_from or any(value < rule.each_from for value in known):
            continue
        if len(known) == len(values):
            return rule, certain
        certain = False
    return None, True


def _differs(rules, level, kept, printed, *, certain):
    if level is None or printed is None or level.name == printed:
        return False
    return certain or kept is None or rules.index(kept) > rules.index(level)
