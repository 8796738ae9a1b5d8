"""Sheets of one file that give other values for the same scores: a draft beside the final one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from data.model.grid import address
from data.model.identity import Doubt
from data.model.problems import Problem, ProblemCode
from data.model.records import CELL_COLUMNS, Import

_SAME: list[str] = ["agency", "year", "code"]


def beside_other_sheets(imports: Sequence[Import]) -> list[Import]:
    """Ask of each sheet whose scores another sheet gives differently, unless a person said."""
    filled = {at: one for at, one in enumerate(imports) if not one.scores.empty}
    if len(filled) < 2:
        return list(imports)
    scores = pd.concat([_plain(one).assign(at=at) for at, one in filled.items()])
    other = scores.groupby(_SAME)["value"].transform("nunique") > 1
    asked = dict(list(scores[other].groupby("at")))
    return [
        _asked(one, asked[at], scores) if at in asked else one for at, one in enumerate(imports)
    ]


def _plain(imported: Import) -> pd.DataFrame:
    scores = imported.scores[[*_SAME, "value", *CELL_COLUMNS]]
    return scores.astype({"agency": str, "code": str}).assign(sheet=imported.sheet)


def _asked(imported: Import, differing: pd.DataFrame, scores: pd.DataFrame) -> Import:
    kind = imported.identity.kind
    if kind and kind.by_person:
        return imported
    own = differing.iloc[0]
    same = (scores[_SAME] == own[_SAME]).all(axis=1) & (scores["value"] != own["value"])
    if not same.any():
        return imported
    other = scores[same].iloc[0]
    value = f"{own['value']:g} / {other['value']:g} ({other['sheet']}!{_cell(other)})"
    doubt = Doubt.OTHER_SHEET.value
    problem = Problem(ProblemCode.ASK_KIND, imported.sheet, _cell(own), value, doubt)
    return replace(imported, problems=(*imported.problems, problem))


def _cell(score: "pd.Series[Any]") -> str:
    return address(*(score[name] for name in CELL_COLUMNS))
