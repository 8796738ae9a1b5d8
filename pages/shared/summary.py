"""What the executive's one page says, taken from the same frames as the pages."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.analysis.indicators import STEADY_BAND
from data.analysis.levels import exact
from data.documents.shortening import shortened
from data.framework import framework, organisation, years
from data.scorebook import Scorebook
from pages.shared.charts import palette
from pages.shared.charts.frames import signed
from pages.shared.text import charts as chart_words
from pages.shared.text import dates, filters, navigation, overview, statuses
from pages.shared.text import documents as words
from pages.shared.text import tables as table_words

_MOST_LATE: Final = 5
_MOST_DIVISIONS: Final = 8
_MEASURES_OF_AN_INDICATOR: Final = 2
_LETTERS: Final = 88


@dataclass(frozen=True, slots=True)
class Ground:
    """What the documents of a year stand on; `progress` is what `division_progress` gives.

    `book` is None without scores, and `scores` are the same with where each one comes from.
    `measures` are those of the plan of this year, as shown; `all_measures` counts them without the
    filter of divisions.
    """

    year: int
    as_of: dt.date
    book: Scorebook | None
    scores: pd.DataFrame
    measures: pd.DataFrame
    progress: pd.DataFrame
    all_measures: int
    divisions: tuple[str, ...]
    lead_only: bool
    batches: tuple[str, ...]

    @property
    def sample(self) -> bool:
        """Whether the scores are samples."""
        return self.book is not None and self.book.sample


def summary(ground: Ground, conditions: list[tuple[str, str]]) -> dict[str, Any]:
    """Give the content of the one page."""
    return {
        "title": words.SUMMARY_TITLE,
        "author": navigation.APP,
        "organisation": organisation().name,
        "year_text": words.YEAR.format(year=ground.year),
        "as_of": dates.as_of(ground.as_of),
        "sample": navigation.SAMPLE_BANNER if ground.sample else "",
        "answers": _answers(ground),
        "no_scores": words.NO_SCORES,
        "no_measures": words.NO_MEASURES.format(year=ground.year),
        **(_scores(ground.book) if ground.book else _no_scores()),
        "weakest": _weakest(ground),
        **_divisions(ground.progress),
        **_late(ground),
        "notes": words.NOTES.format(
            steps=filters.SEPARATOR.join(chart_words.STEPS), band=STEADY_BAND
        ),
        "foot": [words.LABELLED.format(label=label, text=text) for label, text in conditions],
    }


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


def _answers(ground: Ground) -> list[dict[str, Any]]:
    if ground.book is None:
        return []
    book = ground.book
    work = overview.work_of(ground.measures)
    found = (
        overview.level_answer(book.newest),
        overview.movement_answer(
            book.standings, book.changes, band=STEADY_BAND, broken=book.total_broken
        ),
        overview.decide_answer(book.newest, book.weakest(book.newest.year), work),
    )
    return [answer(one) for one in found]


def _scores(book: Scorebook) -> dict[str, Any]:
    target = float(framework(book.newest.year).target)
    before = [year for year in book.years if year < book.newest.year]
    return {
        "target": target,
        "target_text": words.TARGET.format(target=target),
        "years": [words.YEAR.format(year=year) for year in book.years],
        "years_text": f"{book.years[0]}–{book.years[-1]}" if before else str(book.years[0]),
        "change_heading": words.CHANGE.format(year=before[-1]) if before else words.NO_CHANGE,
        "instruments": instrument_rows(book),
        "indicators": indicator_rows(book),
        "total": total_row(book),
    }


def _no_scores() -> dict[str, Any]:
    return {
        "target": 0,
        "target_text": "",
        "years": [],
        "years_text": "",
        "change_heading": "",
        "instruments": [],
        "indicators": [],
        "total": {},
    }


def _change(row: Mapping[Any, Any] | None) -> dict[str, str]:
    if row is None or (pd.isna(row["change"]) and not row["broken"]):
        return {"change": "–", "reading": "–"}
    shown = "[b]" if row["broken"] else signed(float(row["change"]))
    return {"change": shown, "reading": table_words.READINGS[row["reading"]]}


def _gap(score: float, target: float) -> str:
    missing = exact(target) - exact(score)
    return words.GAP.format(gap=missing) if missing > 0 else words.OVER.format(gap=-missing)


def _weakest(ground: Ground) -> list[dict[str, Any]]:
    if ground.book is None:
        return []
    weak = ground.book.weakest(ground.book.newest.year).head(3)
    return [
        {
            "name": words.INDICATOR.format(number=row["indicator"], name=row["name"]),
            "score": f"{row['score']:.2f}",
            "gap": words.GAP.format(gap=row["gap"]) if row["gap"] > 0 else "",
            **_answering(ground, int(row["indicator"])),
        }
        for row in weak.to_dict("records")
    ]


def _answering(ground: Ground, indicator: int) -> dict[str, Any]:
    found = ground.measures[ground.measures["indicator"] == indicator].to_dict("records")
    more = len(found) - _MEASURES_OF_AN_INDICATOR
    none = words.NO_MEASURE.format(year=ground.year)
    return {
        "measures": [
            {
                "action": shortened(str(row["action"]), _LETTERS),
                "state": " · ".join([*row["lead"], statuses.status(row["status"])]),
            }
            for row in found[:_MEASURES_OF_AN_INDICATOR]
        ],
        "note": none if not found else words.MORE_MEASURES.format(more=more) if more > 0 else "",
    }


def _divisions(progress: pd.DataFrame) -> dict[str, Any]:
    rows = division_rows(progress)
    more = len(rows) - _MOST_DIVISIONS
    notes = [words.SHARED, *([words.MORE_DIVISIONS.format(more=more)] if more > 0 else [])]
    return {
        "divisions": rows[:_MOST_DIVISIONS],
        "legend": legend(),
        "divisions_note": " · ".join(notes),
    }


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


def _late(ground: Ground) -> dict[str, Any]:
    found = ground.measures[ground.measures["overdue"].astype(bool)]
    ordered = found.sort_values("end_date", kind="stable").to_dict("records")
    more = len(ordered) - _MOST_LATE
    return {
        "late": [
            {
                "due": dates.thai_date(row["end_date"]),
                "action": shortened(str(row["action"]), _LETTERS),
                "lead": ", ".join(row["lead"]),
            }
            for row in ordered[:_MOST_LATE]
        ],
        "late_note": words.MORE_MEASURES.format(more=more) if more > 0 else "",
        "none_late": words.NONE_LATE.format(as_of=dates.as_of(ground.as_of)),
    }
