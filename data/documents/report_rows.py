"""Rows that several documents share: indicators, instruments, divisions, answers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from data.analysis.indicators import Reading, reading_of
from data.analysis.levels import Score, exact
from data.analysis.overview import TotalMovement
from data.analysis.score_steps import ScoreSteps, score_steps
from data.analysis.scorebook import Scorebook
from data.framework import framework, years
from data.model.records import Status
from data.words import marks, palette
from data.words.files import documents as words
from data.words.files import tables as table_words
from data.words.numbers import signed
from data.words.scores import overview
from queries.frames import records_of


def answer(one: overview.Answer) -> dict[str, Any]:
    """Give one of the five answers."""
    return {"question": one.question, "headline": one.headline, "details": list(one.details)}


def indicator_name(number: int, year: int) -> str:
    """Name an indicator as its year does; without a name by its number."""
    one = framework(year).indicator(number) if year in years() else None
    return words.INDICATOR.format(number=number, name=(one.name if one else "") or "").strip()


def cell(row: Mapping[Any, Any], steps: ScoreSteps) -> dict[str, str]:
    """Give the score of an indicator as a coloured cell; without a score its mark."""
    if pd.isna(row["score"]):
        return {"text": marks.in_place(row["mark"]), "fill": "", "ink": ""}
    fill = palette.STEP_FILLS[steps.step_of(float(row["score"]))]
    shown = marks.marked(f"{row['score']:.2f}", row["mark"])
    return {"text": shown, "fill": fill.colour, "ink": fill.text}


def indicator_rows(book: Scorebook) -> list[dict[str, Any]]:
    """Give a row an indicator: its cells by year, and the change of the newest two years."""
    changes = {int(row["indicator"]): row for row in records_of(book.changes)}
    described = framework(book.newest.year)
    return [
        {
            "number": int(str(number)),
            "name": words.INDICATOR.format(number=number, name=rows["name"].iloc[-1]),
            "instrument": rows["instrument"].iloc[-1],
            "cells": [
                cell(row, score_steps(described, int(str(number)))) for row in records_of(rows)
            ],
            **_change(changes.get(int(str(number)))),
        }
        for number, rows in book.indicators.groupby("indicator", sort=True)
    ]


def total_row(book: Scorebook, moved: TotalMovement | None) -> dict[str, Any]:
    """Give the totals by year and the change of the newest two, as published."""
    shown = [score_text(one.value, one.mark) for one in book.standings]
    change = "–"
    if moved is not None and not moved.comparable:
        change = marks.sign("b")
    elif moved is not None and moved.apart.change is not None:
        change = signed(float(moved.apart.change))
    return {"name": table_words.LEVELS["total"], "cells": shown, "change": change}


def instrument_rows(book: Scorebook) -> list[dict[str, Any]]:
    """Give the instruments of the newest year against the target and beside the years before.

    `moved` is "" where the year before is missing or does not compare.
    """
    target = framework(book.newest.year).target
    return [
        {
            "code": part.code,
            "years": [_number(one.instruments.get(part.code)) for one in book.standings],
            **_moved(book, part.code),
            "score": _number(part.value),
            "text": score_text(part.value, part.mark),
            "gap": "" if part.value is None else _gap(target - part.value),
            "colour": palette.instrument_mark(part.code).colour,
        }
        for part in book.newest.parts
    ]


def score_text(value: Decimal | None, mark: str) -> str:
    """Write a score with its mark; without one the mark stands in its place."""
    return marks.in_place(mark) if value is None else marks.marked(f"{value:.2f}", mark)


def legend() -> list[dict[str, str]]:
    """Give the colours of the statuses with their words."""
    return [
        {"word": mark.name, "fill": mark.fill.colour, "ink": mark.fill.text}
        for mark in palette.STATUSES.values()
    ]


def division_rows(progress: pd.DataFrame) -> list[dict[str, Any]]:
    """Give a row a division, in the order of the frame: counts by status, done of all, late."""
    return [
        {
            "name": str(division),
            "total": int(rows["total"].iloc[0]),
            "parts": _parts(rows),
            "done": _done(rows),
        }
        for division, rows in progress.groupby("division", sort=False)
    ]


def _change(row: Mapping[Any, Any] | None) -> dict[str, str]:
    if row is None or (pd.isna(row["change"]) and not row["broken"]):
        return {"change": "–", "reading": "–", "way": Reading.UNKNOWN}
    shown = marks.sign("b") if row["broken"] else signed(float(row["change"]))
    way = Reading.UNKNOWN if row["broken"] else Reading(row["reading"])
    return {"change": shown, "reading": table_words.READINGS[row["reading"]], "way": way}


def _gap(missing: Decimal) -> str:
    return words.GAP.format(gap=missing) if missing > 0 else words.OVER.format(gap=-missing)


def _number(value: Score | None) -> float | None:
    return None if value is None else float(value)


def _moved(book: Scorebook, code: str) -> dict[str, str]:
    scored = [one.instruments.get(code) for one in book.standings[-2:]]
    known = [exact(value) for value in scored if value is not None]
    if len(known) < 2 or book.total_broken:
        return {"moved": "", "way": Reading.UNKNOWN}
    change = known[1] - known[0]
    way = reading_of(change, framework(book.newest.year).steady_band)
    return {"moved": overview.moved_by(change, way), "way": way}


def _parts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    counts = dict(zip(rows["status"], rows["measures"], strict=True))
    return [
        {
            "word": mark.name,
            "count": int(counts[status]),
            "fill": mark.fill.colour,
            "ink": mark.fill.text,
        }
        for status, mark in palette.STATUSES.items()
        if counts.get(status.value)
    ]


def _done(rows: pd.DataFrame) -> str:
    """Say how far a division is: no report at all first, late apart."""
    first = rows.iloc[0]
    late = words.LATE.format(late=int(first["late"])) if first["late"] else ""
    if (rows["status"] == Status.NOT_REPORTED.value).all():
        return overview.NO_REPORT + late
    return words.DONE.format(done=int(first["done"]), total=int(first["total"])) + late
