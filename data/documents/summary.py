"""What the executive's one page says, taken from the same frames as the pages."""

from typing import Any, Final

import pandas as pd

from data.analysis.indicators import STEADY_BAND
from data.analysis.scorebook import Scorebook
from data.documents import report_rows as rows
from data.documents.ground import Ground
from data.documents.paper.shortening import shortened
from data.framework import framework, organisation
from data.words import charts as chart_words
from data.words import dates, filters, navigation
from data.words.files import documents as words
from data.words.scores import overview
from data.words.work import statuses

_MOST_LATE: Final = 5
_MOST_DIVISIONS: Final = 8
_MEASURES_OF_AN_INDICATOR: Final = 2
_LETTERS: Final = 88


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
    return [rows.answer(one) for one in found]


def _scores(book: Scorebook) -> dict[str, Any]:
    target = float(framework(book.newest.year).target)
    before = [year for year in book.years if year < book.newest.year]
    return {
        "target": target,
        "target_text": words.TARGET.format(target=target),
        "years": [words.YEAR.format(year=year) for year in book.years],
        "years_text": f"{book.years[0]}–{book.years[-1]}" if before else str(book.years[0]),
        "change_heading": words.CHANGE.format(year=before[-1]) if before else words.NO_CHANGE,
        "instruments": rows.instrument_rows(book),
        "indicators": rows.indicator_rows(book),
        "total": rows.total_row(book),
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
    found = rows.division_rows(progress)
    more = len(found) - _MOST_DIVISIONS
    notes = [words.SHARED, *([words.MORE_DIVISIONS.format(more=more)] if more > 0 else [])]
    return {
        "divisions": found[:_MOST_DIVISIONS],
        "legend": rows.legend(),
        "divisions_note": " · ".join(notes),
    }


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
