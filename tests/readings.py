"""Readings of scores that a test writes down: through a store, as the app makes them."""

from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pandas as pd

from data.analysis.levels import Level
from data.analysis.standing import Basis, InstrumentReading, Standing, standing
from data.database import IN_MEMORY, Source, open_database, save
from data.database.catalogue import write_parts
from data.framework import held, hold
from data.framework.files import packaged_catalogue
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import
from queries import readings
from queries.subjects import Subject, note

_COLUMNS = ["year", "level", "code", "score"]


@contextmanager
def store_of(*rows, levels=(), is_sample=False):
    """Lend a store that holds scores (year, level, code, score[, provisional]) and levels.

    It is one store for all tests that only read: to open one takes longer than what they ask.
    """
    counted = held()
    database = _shared()
    hold(counted)  # opening it let its own catalogue count
    place = {"agency_id": 1, "batch_id": 1}
    cell = {"cell_part": "", "cell_row": 0, "cell_column": 0}
    with database.writing() as cursor:
        note(frozenset(), frozenset(Subject))  # what follows declares nothing
        cursor.execute("delete from score")
        cursor.execute("delete from published_level")
        _match_catalogue(cursor)
        cursor.execute("update import_batch set is_sample = $sample", {"sample": is_sample})
        if rows:
            full = [(*row[:3], float(row[3]), *(row[4:] or (False,))) for row in rows]
            scores = pd.DataFrame(full, columns=["year", "level", "code", "value", "provisional"])
            cursor.append("score", scores.assign(**place, **cell), by_name=True)
        if levels:
            printed = pd.DataFrame(levels, columns=["year", "published_level"])
            cursor.append(
                "published_level", printed.assign(**place, sheet="แผ่น", cell="A1"), by_name=True
            )
    yield database


@cache
def _shared():
    database = open_database(IN_MEMORY).acting_as(planner_here("ผู้วางแผน"))
    first = pd.DataFrame([("", "", "", 2568, "total", "total", 1.0, False, "", 0, 0)])
    imported = Import(Form.SCORES_LONG, "", 1, 1, 0, first.set_axis(list(SCORE_COLUMNS), axis=1))
    save(database, imported, Source("a.csv", b"a", "ก"))
    return database


def _match_catalogue(cursor):
    """Let the store hold what counts in the test: its own parts beside the packaged ones."""
    cursor.execute(
        "insert into import_batch select * replace (2 as batch_id, 'undone' as state)"
        " from import_batch where batch_id = 1 on conflict do nothing"
    )
    cursor.execute("update catalogue_version set batch_id = 2 where batch_id = 1")
    own = held()
    parts = (*own.frameworks.values(), own.comparisons)
    packaged = packaged_catalogue()
    changed = [(part, None) for part in parts if packaged.replaced((part,)) != packaged]
    write_parts(cursor, changed, batch_id=1)


def standing_of(year, *, level=None, **scores):
    """Give the standing of a year: total=, instruments={"IIT": …}, indicators={1: …}, level=."""
    with store_of(*rows_of(year, **scores), levels=[(year, level)] if level else []) as database:
        return standing(database, year)


def rows_of(year, *, total=None, instruments=None, indicators=None):
    """Give the rows of scores of a year."""
    rows = [(year, "total", "total", total)] if total is not None else []
    rows += [(year, "instrument", code, score) for code, score in (instruments or {}).items()]
    rows += [(year, "indicator", str(code), score) for code, score in (indicators or {}).items()]
    return rows


def indicator_scores(scores, shown_years):
    """Give the indicators of some years, each with some score, out of a frame of scores."""
    rows = [tuple(row[:4]) for row in scores[_COLUMNS].itertuples(index=False, name=None)]
    if "provisional" in scores:
        rows = [(*row, mark) for row, mark in zip(rows, scores["provisional"], strict=True)]
    with store_of(*rows, *((year, "item", "o1", 0) for year in shown_years)) as database:
        return readings.indicator_readings(database, years=list(shown_years))


def standings_of(scores, published, shown_years):
    """Give the standings of some years out of a frame of scores and one of printed levels."""
    rows = scores[_COLUMNS].itertuples(index=False, name=None)
    levels = list(published.itertuples(index=False, name=None))
    with store_of(*rows, levels=levels) as database:
        return tuple(standing(database, year) for year in sorted(shown_years))


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
