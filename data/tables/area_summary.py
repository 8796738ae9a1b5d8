"""The agencies of an area as a table."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from data.analysis.area_summary import AreaSummary
from data.model.access import ListedAgency
from data.model.columns import Kind, Table
from data.tables.columns import columns
from data.tables.scores import marked
from data.words.files import tables as table_words
from data.words.scores import area_summary as words
from data.words.scores.overview import level_name

_BESIDE: Final = ("code", "short_name", "score", "mark", "target", "rank")


def area_table(summaries: Mapping[ListedAgency, AreaSummary | str]) -> Table:
    """Give one row an agency, in their order; a text says why one has no facts.

    Beside its columns the frame has what a figure needs: code, short_name, score, mark, target,
    rank (of the level, 1 is best).
    """
    rows = [_row(agency, summary) for agency, summary in summaries.items()]
    frame = pd.DataFrame(rows, columns=[*_BESIDE, *words.COLUMNS])
    told = [key for key in words.COLUMNS if key != "note" or frame["note"].any()]
    listed = columns(
        told,
        words.COLUMNS,
        total=Kind.MARKED_SCORE,
        lacking=Kind.CHANGE,
        measures=Kind.INTEGER,
        note=Kind.TEXT,
    )
    notes = (table_words.MARKS_EXPLAINED,)
    return Table(table_words.SHEETS["data"], words.NAME, listed, frame, notes)


def _row(agency: ListedAgency, summary: AreaSummary | str) -> dict[str, object]:
    name = agency.name or agency.code
    short = agency.short_name or name
    named = {"code": agency.code, "short_name": short, "agency": name, "district": agency.district}
    if isinstance(summary, str):
        return {**named, "note": summary}
    work, standing = summary.work, summary.standing
    counts: dict[str, object] = {}
    if work.plan_year is not None:
        counts = {
            "plan_year": work.plan_year,
            "measures": work.total,
            "done": work.done,
            "late": work.late,
            "not-reported": work.unreported,
        }
    if standing is None:
        return {**named, **counts, "note": words.NO_SCORES}
    return {
        **named,
        **counts,
        "score": standing.total,
        "mark": standing.mark,
        "target": None if standing.target is None else float(standing.target),
        "rank": standing.level.rank if standing.level else None,
        "year": standing.year,
        "total": marked({"score": standing.total, "mark": standing.mark}),
        "level": level_name(standing.level) if standing.level else "",
        "next_level": summary.next_level or "",
        "lacking": None if summary.lacking is None else float(summary.lacking),
        "note": "" if summary.next_level else words.note(standing),
    }
