"""Every version of a score or a measure: file, sheet, cell, day, person, and what became of it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.analysis.indicators import Mark
from data.framework import framework, years
from data.model.columns import Kind, Table
from data.tables.batches import identity_sentence
from data.tables.columns import columns
from data.tables.measures import MEASURE_TEXTS, numbered
from data.words.files import tables as table_words
from data.words.files.places import cell_name
from data.words.importing import provenance as words
from data.words.marks import marked
from queries import Reader
from queries import measures as measure_queries
from queries import scores as score_queries
from queries.frames import records_of

SOURCE_KEYS = (
    "file_name",
    "sheet",
    "cell",
    "imported_at",
    "imported_by",
    "identity",
    "batch_id",
    "undone_at",
    "undone_by",
)


def score_versions(reader: Reader, agency_id: int, year: int, level: str, code: str) -> Table:
    """Give every version of a score, newest first, each one with what became of it."""
    found = score_queries.score_versions(
        reader, agency_id=agency_id, year=year, level=level, code=code
    )
    shown = found.assign(
        state=version_states(found),
        cell=found["cell"].map(cell_name),
        identity=found["identity"].map(identity_sentence),
        score=[_marked(row) for row in records_of(found)],
    )
    keys = ("state", "score", *SOURCE_KEYS)
    listed = columns(keys, words.HEADINGS, score=Kind.MARKED_SCORE)
    return Table(words.SHEET, words.TITLE, listed, shown)


def measure_versions(reader: Reader, measure_id: str) -> Table:
    """Give every version of a measure, newest first, and which of its texts were changed."""
    found = measure_queries.measure_versions(reader, measure_id)
    texts = found.assign(steps=[numbered(list(steps)) for steps in found["steps"]])
    shown = texts.assign(
        state=version_states(texts),
        cell=texts["cell"].map(cell_name),
        budget_cell=texts["budget_cell"].map(cell_name),
        identity=texts["identity"].map(identity_sentence),
        changed_texts=_changed_texts(texts),
    )
    budget = ("budget_planned", "budget_cell")
    keys = ("state", "changed_texts", *SOURCE_KEYS, *MEASURE_TEXTS, *budget)
    listed = columns(keys, words.HEADINGS, **dict.fromkeys(MEASURE_TEXTS, Kind.LONG_TEXT))
    return Table(words.SHEET, words.TITLE, listed, shown)


def version_states(versions: pd.DataFrame) -> list[str]:
    """Say of each version whether it counts, was replaced, was undone or was a sample."""
    return [words.VERSIONS[_state(row)] for row in records_of(versions)]


def score_name(year: int, level: str, code: str) -> str:
    """Name what a score is about, as its own year calls it."""
    described = framework(year) if year in years() else None
    if level == "indicator":
        indicator = described.indicator(int(code)) if described else None
        named = indicator.name if indicator and indicator.name else ""
        return words.INDICATOR.format(number=code, name=named).strip()
    if level == "item":
        item = described.item(code) if described else None
        return words.ITEM.format(code=code, name=item.name if item and item.name else "").strip()
    return table_words.LEVELS["total"] if level == "total" else code


def _state(row: Mapping[Any, Any]) -> str:
    if row["current"]:
        return "withdrawn" if row.get("withdrawn") else "current"
    if row["state"] == "undone":
        return "undone"
    return "replaced" if row["seen"] else "retired"


def _marked(row: Mapping[Any, Any]) -> float | str:
    """Write a score with the mark of a provisional one; a plain one stays a number."""
    if not row["provisional"]:
        return float(row["score"])
    return marked(f"{row['score']:.2f}", Mark.PROVISIONAL)


def _changed_texts(found: pd.DataFrame) -> list[str]:
    """Name the texts of each version that differ from the version before it, if there was one."""
    rows = records_of(found)
    before: list[Mapping[Any, Any] | None] = [*rows[1:], None]
    return [
        ""
        if old is None
        else ", ".join(
            table_words.HEADINGS[text] for text in MEASURE_TEXTS if new[text] != old[text]
        )
        for new, old in zip(rows, before, strict=True)
    ]
