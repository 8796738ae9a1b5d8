"""What the yearly report says: summary, every indicator, progress, method, provenance."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.analysis.overview import overview
from data.analysis.scorebook import Scorebook, item_scores
from data.documents import report_rows
from data.documents.ground import Ground
from data.documents.paper.shortening import shortened
from data.documents.summary import content_of
from data.documents.trend import indicator_trend
from data.framework import Framework, comparisons, framework
from data.framework.model import item_number
from data.words import dates, filters, marks
from data.words.files import documents as words
from data.words.files import tables as table_words
from data.words.scores.overview import five_answers
from data.words.work import statuses
from queries.frames import records_of

_LETTERS: Final = 400


def yearly(ground: Ground, conditions: list[tuple[str, str]]) -> dict[str, Any]:
    """Give the content of the report."""
    facts = overview(ground.book, ground.measures)
    return {
        **content_of(ground, facts, five_answers(facts), conditions),
        "title": words.YEARLY_TITLE,
        "subtitle": words.YEARLY_SUBTITLE.format(year=ground.year),
        "signatures": [list(lines) for lines in ground.signatures],
        "broken_line": words.BROKEN_LINE,
        "conditions": [list(pair) for pair in conditions],
        "divisions": report_rows.division_rows(ground.progress),
        "divisions_note": words.SHARED,
        "chapters": _chapters(ground),
        "methods": _methods(ground),
        "breaks": _breaks(ground.book) if ground.book else [],
        "sources": not ground.public,
        "scores": [_score(row) for row in records_of(ground.scores)],
        "measures": [_source(row) for row in records_of(ground.measures)],
    }


def _chapters(ground: Ground) -> list[dict[str, Any]]:
    """Give a chapter an indicator: of the scores, else of the plan alone."""
    rows = report_rows.indicator_rows(ground.book) if ground.book else []
    scored = {row["number"]: row for row in rows}
    numbers = sorted({*scored, *(int(number) for number in ground.measures["indicator"])})
    return [_chapter(ground, number, scored.get(number)) for number in numbers]


def _chapter(ground: Ground, number: int, row: Mapping[str, Any] | None) -> dict[str, Any]:
    found = ground.measures[ground.measures["indicator"] == number]
    newest = ground.book.newest.year if ground.book else ground.year
    return {
        "number": number,
        "name": row["name"] if row else report_rows.indicator_name(number, newest),
        "row": row,
        "trend": indicator_trend(ground.book, number) if ground.book and row else None,
        "items": _items(ground.book, number) if ground.book else [],
        "no_items": _no_items(ground.book, number, newest),
        "measures": [_measure(one) for one in records_of(found)],
        "no_measure": words.NO_MEASURE.format(year=ground.year),
    }


def _items(book: Scorebook, number: int) -> list[list[str]]:
    found = item_scores(book)
    of_year = found[found["year"] == book.newest.year]
    own = of_year[of_year["indicator"].fillna(0) == number]
    return [
        [
            str(row["code"]),
            str(row["name"]) or words.ITEM_UNKNOWN,
            marks.marked(f"{row['score']:.2f}", row["mark"]),
        ]
        for row in records_of(own)
    ]


def _no_items(book: Scorebook | None, number: int, year: int) -> str:
    """Say why no item stands under an indicator: none is stored, or nobody knows whose they are."""
    one = framework(year).indicator(number)
    instrument = framework(year).instrument(one.instrument) if one else None
    if book is not None and instrument is not None:
        items = item_scores(book)
        nobodys = items[(items["year"] == year) & items["indicator"].isna()]
        codes = [code for code in nobodys["code"] if code.startswith(instrument.letter)]
        if codes:
            ordered = sorted(codes, key=item_number)
            return words.ITEMS_APART.format(
                first=ordered[0], last=ordered[-1], instrument=instrument.code, year=year
            )
    return words.NO_ITEMS.format(year=year)


def _measure(row: Mapping[Any, Any]) -> dict[str, str]:
    percent = "" if pd.isna(row["percent"]) else words.PERCENT.format(percent=int(row["percent"]))
    flags = statuses.flags(row).replace(filters.SEPARATOR, "\n")
    told = (statuses.status(row["status"]), percent, flags)
    return {
        "items": ", ".join(row["items"]),
        "action": shortened(str(row["action"]), _LETTERS),
        "lead": ", ".join(row["lead"]),
        "end": "" if pd.isna(row["end_date"]) else dates.thai_date(row["end_date"]),
        "state": "\n".join(filter(None, told)),
        "note": str(row["note"] or ""),
    }


def _methods(ground: Ground) -> list[str]:
    described = ground.described
    return [
        *words.METHODS,
        words.STEADY.format(band=described.steady_band),
        _weights(described),
        *(_level(rule.name, rule.total_from, rule.each_from) for rule in described.level_rules),
        *described.notes,
        table_words.MARKS_EXPLAINED,
    ]


def _weights(described: Framework) -> str:
    parts = (words.WEIGHT.format(weight=one.weight, code=one.code) for one in described.instruments)
    return words.WEIGHTS.format(parts=" + ".join(parts))


def _level(name: str, total: object, each: object) -> str:
    sentence = words.LEVEL_RULE.format(name=name, total=total)
    return sentence if each is None else sentence + words.LEVEL_EACH.format(each=each)


def _breaks(book: Scorebook) -> list[str]:
    first, last = book.years[0], book.years[-1]
    found = comparisons().breaks_between(first, last)
    told = [
        words.BREAK.format(
            from_year=one.from_year,
            to_year=one.to_year,
            what=" ".join((words.BREAK_SCOPES[one.scope], *one.codes)),
            reason=one.reason,
        )
        for one in found
    ]
    return told or [words.NO_BREAKS.format(first=first, last=last)]


def _score(row: Mapping[Any, Any]) -> list[str]:
    return [
        str(row["year"]),
        table_words.LEVELS["total"] if row["level"] == "total" else str(row["code"]),
        marks.marked(f"{row['score']:.2f}", row["mark"]),
        _file(row),
        str(row["cell"]),
    ]


def _source(row: Mapping[Any, Any]) -> list[str]:
    return [str(row["measure_id"]), ", ".join(row["items"]), _file(row), str(row["cell"])]


def _file(row: Mapping[Any, Any]) -> str:
    """Name the file and, where it has several, the sheet."""
    stem = str(row["file_name"]).rpartition(".")[0]
    sheet = str(row["sheet"])
    return str(row["file_name"]) if sheet == stem else f"{row['file_name']} · {sheet}"
