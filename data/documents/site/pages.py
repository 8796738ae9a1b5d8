"""The pages of the site, each from the facts that the overview and the yearly report tell."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import pandas as pd

from data.analysis.overview import overview
from data.documents.building import conditions
from data.documents.ground import Ground
from data.documents.site import charts
from data.documents.site.items import answers, evidence_by_item
from data.documents.site.measures import measure_groups
from data.documents.site.open_data import DESCRIPTIONS, DICTIONARY, OpenTable
from data.documents.site.rendering import rendered
from data.documents.trend import total_trend
from data.documents.yearly import yearly
from data.framework import is_example, organisation
from data.model.places import version
from data.words import dates, navigation
from data.words.files import documents as document_words
from data.words.files import site as words
from data.words.scores import overview as answer_words
from data.words.scores.profile import meaning


def pages(
    ground: Ground,
    steps: pd.DataFrame,
    evidence: pd.DataFrame,
    downloads: Sequence[Mapping[str, str]],
    tables: Sequence[OpenTable],
) -> dict[str, bytes]:
    """Give every page by the name of its file.

    `downloads` are documents with path, kind ("plan", "result" or another), name, format and size;
    `steps` and `evidence` are what the queries of these names give.
    """
    content = yearly(ground, conditions(ground, marks=True))
    groups = measure_groups(ground.measures, steps)
    shared = {**content, **_frame(ground), "groups": groups}
    year = ground.year
    titles = {
        "index": words.TITLE_YEAR.format(title=words.TITLE, year=year),
        "plan": words.PLAN_TITLE.format(year=year),
        "result": words.RESULT_TITLE.format(year=year),
        "items": words.ITEMS_TITLE.format(year=year),
        "documents": words.DOCUMENTS_TITLE,
        "data": words.DATA_TITLE,
        "about": words.ABOUT_TITLE,
    }
    own: dict[str, Mapping[str, Any]] = {
        "index": _overview(ground, content),
        **{kind: _asked_for(kind, year, downloads) for kind in words.ANSWERED},
        "items": evidence_by_item(evidence, year),
        "documents": {"downloads": downloads},
        "data": {"tables": tables, "dictionary": DICTIONARY, "descriptions": DESCRIPTIONS},
        "about": {},
    }
    told = {
        f"{stem}.html": rendered(
            f"{stem}.html", {**shared, "page": stem, "title": title, **own[stem]}
        )
        for stem, title in titles.items()
    }
    chapters = {
        _file(one["number"]): rendered("indicator.html", {**shared, "page": "", **one})
        for one in _indicators(ground, content, groups)
    }
    return told | chapters


def _frame(ground: Ground) -> dict[str, Any]:
    """Give what stands around every page."""
    as_of = dates.as_of(ground.as_of)
    about = {"as_of": as_of, "app": navigation.app(), "version": version()}
    return {
        "width": charts.WIDTH,
        "height": charts.HEIGHT,
        "site": {
            "organisation": organisation().name,
            "sample": navigation.SAMPLE_BANNER if is_example() else "",
            "as_of": as_of,
            "published": words.PUBLISHED.format(**about),
        },
    }


def _asked_for(
    kind: str, year: int, downloads: Sequence[Mapping[str, str]]
) -> Mapping[str, Sequence[Any]]:
    """Give the items that ask for the page of a kind, and its documents."""
    documents = [one for one in downloads if one["kind"] == kind]
    return {"answered": answers(kind, year), "downloads": documents}


def _file(number: int) -> str:
    return f"indicator-{number}.html"


def _overview(ground: Ground, content: Mapping[str, Any]) -> dict[str, Any]:
    """Give the standing of the newest year, and the indicators as links to their pages."""
    rows = [row | {"file": _file(row["number"])} for row in content["indicators"]]
    files = {row["name"]: row["file"] for row in rows}
    weakest = [one | {"file": files[one["name"]]} for one in content["weakest"]]
    return {"indicators": rows, "weakest": weakest, "result": _result(ground)}


def _result(ground: Ground) -> dict[str, Any] | None:
    facts = overview(ground.book, ground.measures)
    if ground.book is None or facts.standing is None:
        return None
    level = answer_words.level_answer(facts.standing)
    moved = answer_words.movement_answer(facts.standing.year, facts.moved)
    arrow = answer_words.ARROWS[answer_words.direction(facts.moved)]
    return {
        "title": words.RESULT_OF.format(year=facts.standing.year),
        "total": answer_words.total_text(facts.standing),
        "level": level.headline,
        "movement": f"{arrow} {moved.headline}".strip(),
        "details": [*moved.details, *level.details[1:]],
        "chart": charts.chart(words.TOTAL_CHART, total_trend(ground.book, facts.totals)),
    }


def _indicators(
    ground: Ground, content: Mapping[str, Any], groups: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    chapters = content["chapters"]
    newest = ground.described.year
    beside = [{"name": one["name"], "file": _file(one["number"])} for one in chapters]
    places = zip_longest(chapters, [None, *beside[:-1]], beside[1:])
    for chapter, before, after in places:
        measures = [
            one
            for group in groups
            if group["number"] == chapter["number"]
            for one in group["measures"]
        ]
        described = ground.described.indicator(chapter["number"])
        yield {
            **chapter,
            **_scores(content, chapter),
            "title": chapter["name"],
            "meaning": list(meaning(described, ground.described)) if described else [],
            "items_title": words.ITEMS.format(year=newest),
            "measures_title": words.MEASURES.format(year=ground.year),
            "measures": measures,
            "before": before,
            "next": after,
        }


def _scores(content: Mapping[str, Any], chapter: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the trend of an indicator with its table; nothing where the plan alone knows it."""
    trend, row = chapter["trend"], chapter["row"]
    if trend is None:
        return {"chart": None, "scores": [], "national": False, "change": ""}
    places = zip(trend["years"], row["cells"], trend["national"], strict=True)
    return {
        "chart": charts.chart(chapter["name"], trend),
        "scores": [
            {"year": year, "cell": cell, "national": charts.known(national)}
            for year, cell, national in places
        ],
        "national": any(average is not None for average in trend["national"]),
        "change": document_words.LABELLED.format(
            label=content["change_heading"], text=f"{row['change']} · {row['reading']}"
        ),
    }
