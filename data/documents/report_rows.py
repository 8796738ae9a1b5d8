"""Rows that several documents share: indicators, instruments, divisions, answers."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.analysis.levels import exact
from data.analysis.scorebook import Scorebook
from data.framework import framework, years
from data.words import palette
from data.words.files import documents as words
from data.words.files import tables as table_words
from data.words.numbers import signed
from data.words.scores import overview


def answer(one: overview.Answer) -> dict[str, Any]:
    """Give one of the five answers."""
    return {"question": one.question, "headline": one.headline, "details": list(one.details)}


def indicator_name(number: int, year: int) -> str:
    """Name an indicator as its year does; without a name by its number."""
    one = framework(year).indicator(number) if year in years() else None
    return words.INDICATOR.format(number=number, name=(one.name if one else "") or "").strip()


def cell(row: Mapping[Any, Any]) -> dict[str, str]:
    """Give the score of an indicator as a coloured cell; without a score its mark."""
    if pd.isna(row["score"]):
        return {"text": table_words.MARKS[row["mark"] or "x"], "fill": "", "ink": ""}
    fill = palette.STEP_FILLS[palette.step_of(float(row["score"]))]
    score = f"{row['score']:.2f}"
    shown = table_words.MARKS[row["mark"]].format(score=score) if row["mark"] else score
    return {"text": shown, "fill": fill.colour, "ink": fill.text}


def indicator_rows(book: Scorebook) -> list[dict[str, Any]]:
    """Give a row an indicator: its cells by year, and the change of the newest two years."""
    changes = {int(row["indicator"]): row for row in book.changes.to_dict("records")}
    return [
        {
            "number": int(str(number)),
            "name": words.INDICATOR.format(number=number, name=rows["name"].iloc[-1]),
            "instrument": rows["instrument"].iloc[-1],
            "cells": [cell(row) for row in rows.to_dict("records")],
            **_change(changes.get(int(str(number)))),
        }
        for number, rows in book.indicators.groupby("indicator", sort=True)
    ]


def total_row(book: Scorebook) -> dict[str, Any]:
    """Give the totals by year and the change of the newest two, as published."""
    totals = [one.total for one in book.standings]
    shown = [table_words.MARKS["x"] if one is None else f"{one:.2f}" for one in totals]
    before, newest = totals[-2] if len(totals) > 1 else None, totals[-1]
    change = "–"
    if book.total_broken:
        change = "[b]"
    elif before is not None and newest is not None:
        change = signed(float(exact(newest) - exact(before)))
    return {"name": table_words.LEVELS["total"], "cells": shown, "change": change}


def instrument_rows(book: Scorebook) -> list[dict[str, Any]]:
    """Give the instruments of the newest year against the target."""
    described = framework(book.newest.year)
    return [
        {
            "code": one.code,
            "score": (score := book.newest.instruments.get(one.code)),
            "text": table_words.MARKS["x"] if score is None else f"{score:.2f}",
            "gap": "" if score is None else _gap(score, float(described.target)),
            "colour": palette.INSTRUMENTS.get(one.code, palette.RULE),
        }
        for one in described.instruments
    ]


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
        return {"change": "–", "reading": "–"}
    shown = "[b]" if row["broken"] else signed(float(row["change"]))
    return {"change": shown, "reading": table_words.READINGS[row["reading"]]}


def _gap(score: float, target: float) -> str:
    missing = exact(target) - exact(score)
    return words.GAP.format(gap=missing) if missing > 0 else words.OVER.format(gap=-missing)


def _parts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    counts = dict(zip(rows["status"], rows["measures"], strict=True))
    return [
        {"count": int(counts[status]), "fill": mark.fill.colour, "ink": mark.fill.text}
        for status, mark in palette.STATUSES.items()
        if counts.get(status.value)
    ]


def _done(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    late = words.LATE.format(late=int(first["late"])) if first["late"] else ""
    return words.DONE.format(done=int(first["done"]), total=int(first["total"])) + late
