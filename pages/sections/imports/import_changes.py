"""What an import would change: what was read, the counts, and every value old beside new."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from data.analysis.indicators import Mark
from data.database import Comparison
from data.framework import framework, organisation, years
from data.model.columns import Kind, Table
from data.model.records import ALL_OTHERS, Import
from data.tables.columns import columns
from data.tables.measures import numbered
from data.tables.versions import score_name
from data.words import dates
from data.words.files import tables as table_words
from data.words.importing import imports as words
from data.words.marks import marked
from pages.shared.downloads import show_table
from pages.shared.safe import plain
from queries.frames import records_of

MOST_SHOWN: Final = 500
SHORT_VALUE: Final = 30
KEYS: Final = ("agency", "what", "field", "old_value", "new_value")
LEVEL_ORDER: Final = ("total", "instrument", "indicator", "item")


def read_line(imported: Import) -> str:
    """Say what was read out of a sheet: which years, whose, how much; "" when it is nothing."""
    if imported.measures:
        years = sorted({measure.plan_year for measure in imported.measures})
        return words.READ_PLAN.format(years=_listed(years), count=len(imported.measures))
    scores = imported.scores
    if scores.empty:
        return ""
    years = sorted(map(int, scores["year"].unique()))
    return words.READ_SCORES.format(
        years=_listed(years), agencies=_agencies(imported), count=len(scores)
    )


def does(imported: Import, comparison: Comparison) -> str:
    """Say in a line what saving a sheet will do."""
    counts = {change: comparison.count(change) for change in words.CHANGE_WORDS}
    told = words.CHANGE_COUNTS.format(**counts)
    gone = words.WITHDRAWN_COUNT.format(count=counts["withdrawn"]) if counts["withdrawn"] else ""
    return " · ".join(filter(None, (read_line(imported), told, gone)))


def show_changes(imported: Import, comparison: Comparison) -> None:
    """Draw the counts, what to know before saving, and the values that change or are added."""
    counts = {change: comparison.count(change) for change in words.CHANGE_WORDS}
    unit = words.UNIT_MEASURES if imported.measures else words.UNIT_SCORES
    told = words.CHANGE_COUNTS.format(**counts)
    st.markdown(f"**{words.CHANGES}** — {told} {unit}")
    if counts["withdrawn"]:
        st.warning(words.WITHDRAWS.format(count=counts["withdrawn"]), icon=":material/rule:")
    for note in _notes(comparison, counts):
        st.caption(note)
    taken_back = provisional_over_final(comparison)
    if taken_back:
        st.warning(words.PROVISIONAL_OVER_FINAL.format(count=taken_back), icon=":material/rule:")
    _values(changed_values(comparison), counts["changed"] + counts["withdrawn"])
    added = added_values(comparison)
    if len(added):
        with st.expander(words.ADDED_VALUES):
            _values(added, counts["added"])


def provisional_over_final(comparison: Comparison) -> int:
    """Count the final scores that provisional ones would take the place of."""
    found = comparison.scores
    replaced = found["change"] == "changed"
    return int((replaced & found["new_provisional"] & ~found["old_provisional"]).sum())


def changed_values(comparison: Comparison) -> pd.DataFrame:
    """Give the first values that would change, old beside new, as text; what is withdrawn last."""
    scores = _ordered(comparison.scores[comparison.scores["change"] == "changed"])
    moved = comparison.measures["change"].isin(["changed", "withdrawn"])
    measures = comparison.measures[moved].head(MOST_SHOWN)
    home = _home(comparison)
    rows = _score_rows(scores, home) + _level_rows(comparison.levels, "changed", home)
    rows += [
        (
            "",
            row["measure_id"],
            table_words.HEADINGS.get(row["field"], row["field"]),
            _measure_value(row["field"], row["old_value"]),
            words.IS_WITHDRAWN
            if row["change"] == "withdrawn"
            else _measure_value(row["field"], row["new_value"]),
        )
        for row in records_of(measures)
    ]
    return pd.DataFrame(rows, columns=list(KEYS))


def added_values(comparison: Comparison) -> pd.DataFrame:
    """Give the first values that would be added, as text; a measure by what is to be done."""
    scores = _ordered(comparison.scores[comparison.scores["change"] == "added"])
    measures = comparison.measures[comparison.measures["change"] == "added"].head(MOST_SHOWN)
    actions = {one.measure_id: one.action for one in comparison.imported.measures}
    home = _home(comparison)
    rows = _score_rows(scores, home) + _level_rows(comparison.levels, "added", home)
    rows += [("", one, "", "", actions[one]) for one in measures["measure_id"]]
    return pd.DataFrame(rows, columns=list(KEYS))


def _values(values: pd.DataFrame, count: int) -> None:
    """Draw values, without the columns that say nothing; a cut table says how far it goes."""
    if values.empty:
        return
    long = any(len(value) > SHORT_VALUE for value in (*values["old_value"], *values["new_value"]))
    kind = Kind.LONG_TEXT if long else Kind.TEXT
    listed = columns((key for key in KEYS if values[key].any()), old_value=kind, new_value=kind)
    show_table(Table(words.CHANGES, words.CHANGES, listed, values), wrapped=True)
    if count > MOST_SHOWN:
        st.caption(words.FIRST_VALUES.format(shown=MOST_SHOWN, count=count))


def _ordered(scores: pd.DataFrame) -> pd.DataFrame:
    """Give the first scores, those of one agency and year in the order people know them in.

    They come by agency and year already: to sort a whole nation would cost a second a click.
    """
    first = scores.head(MOST_SHOWN)
    instruments = {one.code: at for at, one in enumerate(framework(max(years())).instruments)}
    number = pd.to_numeric(first["code"].str.extract(r"(\d+)$")[0])
    keys = first.assign(
        rank=first["level"].map(LEVEL_ORDER.index),
        number=number.fillna(first["code"].map(instruments)).fillna(0),
    )
    order = keys.sort_values(["agency", "year", "rank", "number", "code"], kind="stable").index
    return first.loc[order]


def _home(comparison: Comparison) -> str:
    """Give the name of the home agency where a value of the file is another one's, else ""."""
    others = any(frame["agency"].any() for frame in (comparison.scores, comparison.levels))
    return organisation().short_name if others else ""


def _score_rows(scores: pd.DataFrame, home: str) -> list[tuple[str, ...]]:
    """Write scores as rows of `KEYS`, those of the home agency under the name given."""
    return [
        (
            row["agency"] or home,
            words.SCORE_OF_YEAR.format(
                year=row["year"], name=score_name(row["year"], row["level"], row["code"])
            ),
            "",
            _score(row["old_value"], provisional=row["old_provisional"]),
            _score(row["new_value"], provisional=row["new_provisional"]),
        )
        for row in records_of(scores)
    ]


def _level_rows(levels: pd.DataFrame, change: str, home: str) -> list[tuple[str, ...]]:
    """Write the levels as printed that are added or changed as rows of `KEYS`."""
    return [
        (
            row["agency"] or home,
            words.SCORE_OF_YEAR.format(year=row["year"], name=table_words.PUBLISHED_LEVEL),
            "",
            row["old_level"] if change == "changed" else "",
            row["new_level"],
        )
        for row in records_of(levels[levels["change"] == change].head(MOST_SHOWN))
    ]


def _score(value: float, *, provisional: bool) -> str:
    if pd.isna(value):
        return ""
    shown = f"{value:.2f}"
    return marked(shown, Mark.PROVISIONAL) if provisional else shown


def _measure_value(field: str, value: object) -> str:
    """Write a value of a measure as people read it: steps numbered, days in Thai."""
    if isinstance(value, bool):
        return words.IS_WITHDRAWN if value else words.IN_FORCE
    if isinstance(value, list):
        parts = [words.EVERY_OTHER if one == ALL_OTHERS else str(one) for one in value]
        return numbered(parts) if field == "steps" else ", ".join(parts) or table_words.EMPTY_LIST
    if isinstance(value, dt.date):
        return dates.thai_date(value)
    return table_words.EMPTY_LIST if value is None or value == "" else str(value)


def _notes(comparison: Comparison, counts: Mapping[str, int]) -> list[str]:
    notes = []
    levels = comparison.levels["change"].value_counts()
    moved = {change: int(levels.get(change, 0)) for change in ("added", "changed")}
    if any(moved.values()):
        notes.append(words.LEVEL_COUNTS.format(**moved))
    changed = counts["withdrawn"] or any(
        found[change] for found in (counts, moved) for change in moved
    )
    if comparison.repeats is None and not changed:
        notes.append(words.NOTHING_NEW)
    return notes


def _agencies(imported: Import) -> str:
    """Name the one agency of an import, or count them and tell whether the home agency is in."""
    home = organisation().short_name
    names = list(imported.scores["agency"].unique())
    if len(names) == 1:
        return plain(names[0] or home)
    told = words.AGENCIES.format(count=len(names))
    return words.AGENCIES_WITH_HOME.format(agencies=told, home=home) if "" in names else told


def _listed(years: list[int]) -> str:
    return ", ".join(map(str, years))
