"""What only the store can ask about a sheet: whose the first one is, and whether it may follow."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import queries
from data.framework import organisation
from data.model.grid import address
from data.model.identity import Answer, Doubt
from data.model.problems import Problem, ProblemCode
from data.model.records import CELL_COLUMNS, Import

_FEWEST_PAIRS: Final = 3


def questioned(cursor: queries.Cursor, imported: Import, *, is_sample: bool) -> Import:
    """Give an import with the questions that the store has; its scores are registered.

    A sheet that names nobody is ours only where ours is known already. Most indicators over 30
    points from the year before are no likely scores, unless a person said what they are.
    """
    if is_sample or imported.blocking:
        return imported
    problems = [*_first_of_nobody(cursor, imported)]
    if not (imported.identity.kind and imported.identity.kind.by_person):
        problems += _jumps(cursor, imported)
    return replace(imported, problems=(*imported.problems, *problems)) if problems else imported


def _first_of_nobody(cursor: queries.Cursor, imported: Import) -> Iterator[Problem]:
    ours = bool(imported.measures) or "" in set(imported.scores["agency"])
    # A sheet that was read says its kind, or is asked for it before: rows of our own making do not.
    if imported.identity.kind is None or imported.identity.agency or not ours:
        return
    found = queries.fetch(cursor, "imports/home_is_known")
    if not (found and found["known"]):
        home = organisation().name
        doubt = Doubt.NO_BODY.value
        yield Problem(ProblemCode.ASK_AGENCY, imported.sheet, value=home, expected=doubt)


def _jumps(cursor: queries.Cursor, imported: Import) -> Iterator[Problem]:
    if imported.scores.empty:
        return
    found = queries.fetch(cursor, "imports/score_jumps", is_sample=False)
    if found and found["pairs"] >= _FEWEST_PAIRS and 2 * found["jumps"] > found["pairs"]:
        value = f"{found['old_value']:g} → {found['new_value']:g}"
        doubt = Doubt.JUMP.value
        cell = address(*(found[name] for name in CELL_COLUMNS))
        yield Problem(ProblemCode.ASK_KIND, imported.sheet, cell, value, doubt)


def identity_document(imported: Import) -> list[dict[str, object]]:
    """Give what was settled about a sheet as the rows that a batch and a command tell."""
    identity = imported.identity
    named = (("kind", identity.kind), ("agency", identity.agency), ("year", identity.year))
    return [_row(what, answer) for what, answer in named if answer is not None]


def identity_text(imported: Import) -> str:
    """Give these rows as a batch keeps them: JSON."""
    return json.dumps(identity_document(imported), ensure_ascii=False)


def _row(what: str, answer: Answer[Any]) -> dict[str, object]:
    return {
        "what": what,
        "value": answer.value,
        "cell": answer.cell,
        "by_person": answer.by_person,
    }
