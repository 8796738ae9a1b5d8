"""The items that ask an agency to publish: which page answers one, and which have evidence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.framework import framework, years
from data.model.links import is_safe_link
from data.tables.work.evidence import served_items
from data.words.files import site as words
from data.words.work import evidence as evidence_words

_NAMED_YEAR: Final = re.compile(r"(?<!\d)25\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """An item of a year that a page answers; `asked` is the year whose plan or result it wants."""

    code: str
    name: str
    year: int
    asked: int


def answered_items(kind: str, year: int) -> Iterator[AnsweredItem]:
    """Give the items that ask for a page ("plan", "result") in a year or about a year.

    Codes change every year, so an item is known by what it is called.
    """
    for item_year in years():
        for item in framework(item_year).items:
            name = item.name or ""
            if name.startswith(words.ANSWERED[kind]):
                named = _NAMED_YEAR.search(name)
                asked = int(named.group()) if named else item_year
                if year in {item_year, asked}:
                    yield AnsweredItem(item.code, name, item_year, asked)


def answers(kind: str, year: int) -> list[str]:
    """Say which items a page answers; what the catalogue does not tell is said to be unknown."""
    told = [
        words.ANSWERS.format(code=one.code, year=one.year, name=one.name)
        + (words.ASKS_ANOTHER.format(asked=one.asked, year=year) if one.asked != year else "")
        for one in answered_items(kind, year)
    ]
    return told or [words.ANSWERS_UNKNOWN.format(year=year)]


def evidence_by_item(evidence: pd.DataFrame, year: int) -> dict[str, Any]:
    """Give the items of a year with their evidence, for the page that lists them.

    `evidence` is what `queries.evidence.evidence` gives. Files are counted and not named.
    """
    served = evidence[evidence["item_year"] == year]
    rows = [
        _item(code, name, served[served["item"] == code], year)
        for code, name in served_items(year).items()
    ]
    done = sum(bool(row["measures"] or row["pages"]) for row in rows)
    counted = evidence_words.ITEMS_COUNT.format(year=year, done=done, items=len(rows))
    return {
        "items": rows,
        "counted": counted if rows else evidence_words.NO_ITEMS.format(year=year),
        "items_title": evidence_words.ITEMS.format(year=year),
    }


def _item(code: str, name: str, served: pd.DataFrame, year: int) -> Mapping[str, Any]:
    answering = (
        kind
        for kind in words.ANSWERED
        if any((one.code, one.year) == (code, year) for one in answered_items(kind, year))
    )
    return {
        "code": code,
        "name": name,
        "pages": [{"file": f"{kind}.html", "name": words.PAGES[kind]} for kind in answering],
        "measures": list(dict.fromkeys(served["measure_id"])),
        "links": [link for link in served["link"] if is_safe_link(link)],
        "told": words.PIECES.format(count=len(served)) if len(served) else "",
    }
