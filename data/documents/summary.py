"""What the executive's one page says, taken from the same frames as the pages."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from data.analysis.overview import Overview, overview
from data.analysis.plan.weak_points import WeakIndicators
from data.analysis.scorebook import Scorebook
from data.documents import report_rows as rows
from data.documents.ground import Ground
from data.documents.paper.shortening import shortened
from data.framework import Framework, is_example, office, organisation
from data.words import charts as chart_words
from data.words import dates, filters, navigation
from data.words.files import documents as words
from data.words.scores import overview as answer_words
from data.words.work import budget as budget_words
from data.words.work import statuses
from queries.frames import records_of

_MOST_LATE: Final = 5
_MOST_DIVISIONS: Final = 8
_MEASURES_OF_AN_INDICATOR: Final = 2
_LETTERS: Final = 88
_ANSWERS: Final = (answer_words.LEVEL, answer_words.MOVEMENT, answer_words.DECIDE)
"""The other two stand on the page as lists."""


def summary(ground: Ground, conditions: list[tuple[str, str]]) -> dict[str, Any]:
    """Give the content of the one page."""
    facts = overview(ground.book, ground.measures)
    shown = [one for one in answer_words.five_answers(facts) if one.question in _ANSWERS]
    return content_of(ground, facts, shown, conditions)


def content_of(
    ground: Ground,
    facts: Overview,
    answers: Sequence[answer_words.Answer],
    conditions: list[tuple[str, str]],
) -> dict[str, Any]:
    """Give what the one page and the yearly report both say, with some of the answers."""
    described = ground.described
    return {
        "title": words.SUMMARY_TITLE,
        "author": navigation.app(),
        "organisation": organisation().name,
        "logo": list(office().logo),
        "year_text": words.YEAR.format(year=ground.year),
        "as_of": dates.as_of(ground.as_of),
        "sample": navigation.SAMPLE_BANNER if is_example() else "",
        "answers": [rows.answer(one) for one in answers],
        **_titles(described),
        "no_scores": words.NO_SCORES,
        "no_measures": words.NO_MEASURES.format(year=ground.year),
        **(_scores(ground.book, facts, described) if ground.book else _no_scores()),
        **_weakest(ground, facts.weak),
        **_divisions(ground.progress),
        **_late(ground),
        **_budget(ground),
        "notes": words.NOTES.format(
            steps=filters.SEPARATOR.join(chart_words.step_names(described).values()),
            band=described.steady_band,
        ),
        "foot": [words.LABELLED.format(label=label, text=text) for label, text in conditions],
    }


def _titles(described: Framework) -> dict[str, str]:
    target = words.TARGET.format(target=described.target)
    return {
        "instruments_title": words.INSTRUMENTS_TITLE.format(
            count=len(described.instruments), target=target
        ),
        "indicators_title": words.INDICATORS_TITLE.format(count=len(described.indicators)),
        "weakest_title": words.WEAKEST_TITLE,
    }


def _scores(book: Scorebook, facts: Overview, described: Framework) -> dict[str, Any]:
    before = [year for year in book.years if year < book.newest.year]
    return {
        "target": float(described.target),
        "years": [words.YEAR.format(year=year) for year in book.years],
        "years_text": f"{book.years[0]}–{book.years[-1]}" if before else str(book.years[0]),
        "change_heading": words.CHANGE.format(year=before[-1]) if before else words.NO_CHANGE,
        "instruments": rows.instrument_rows(book),
        "indicators": rows.indicator_rows(book),
        "total": rows.total_row(book, facts.moved),
    }


def _no_scores() -> dict[str, Any]:
    return {
        "target": 0,
        "years": [],
        "years_text": "",
        "change_heading": "",
        "instruments": [],
        "indicators": [],
        "total": {},
    }


def _weakest(ground: Ground, weak: WeakIndicators | None) -> dict[str, Any]:
    """Give the three lowest under the target with their measures, and the answer in words."""
    if weak is None:
        return {"weakest": [], "weakest_note": words.NO_SCORES}
    answer = answer_words.weakest_answer(weak)
    lines = [
        {
            "name": words.INDICATOR.format(number=one.number, name=one.name),
            "score": f"{one.score:.2f}",
            "gap": words.GAP.format(gap=one.gap),
            **_answering(ground, one.number),
        }
        for one in weak.foremost
    ]
    more = answer.details[len(lines) :]
    return {"weakest": lines, "weakest_note": " · ".join((answer.headline, *more))}


def _answering(ground: Ground, indicator: int) -> dict[str, Any]:
    found = records_of(ground.measures[ground.measures["indicator"] == indicator])
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


def _budget(ground: Ground) -> dict[str, Any]:
    """Say what was spent of the plan; nothing where nobody told an amount."""
    told = budget_words.told(ground.budget) if ground.budget else ()
    return {"budget_title": budget_words.NAME, "budget": filters.SEPARATOR.join(told)}


def _late(ground: Ground) -> dict[str, Any]:
    found = ground.measures[ground.measures["overdue"].astype(bool)]
    ordered = records_of(found.sort_values("end_date", kind="stable"))
    more = len(ordered) - _MOST_LATE
    return {
        "late": [
            {
                "due": dates.thai_date(row["end_date"]),
                "action": shortened(str(row["action"]), _LETTERS),
                "lead": filters.SEPARATOR.join([*row["lead"], statuses.status(row["status"])]),
            }
            for row in ordered[:_MOST_LATE]
        ],
        "late_note": words.MORE_MEASURES.format(more=more) if more > 0 else "",
        "none_late": words.NONE_LATE.format(as_of=dates.as_of(ground.as_of)),
    }
