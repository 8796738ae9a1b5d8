"""Which stored measures the measures of a plan are: decided before they are saved, and saved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import queries
from data.importers.plan.matching import (
    Matching,
    StoredVersion,
    Wording,
    match_measures,
    place_text,
    wording,
)
from data.importers.plan.step_matching import StepMatching, StoredStep, match_steps
from data.importers.spelling.plan_words import squeeze
from data.model.choices import MeasureMatches
from data.model.problems import Problem, ProblemCode
from data.model.records import Import, Measure

NO_MATCHES: Final[MeasureMatches] = {}


def identified(
    cursor: queries.Cursor, imported: Import, sha256: str, decided: MeasureMatches
) -> Import:
    """Give an import whose measures have the ids they are stored under.

    A measure whose text does not settle which stored one it is keeps its own id and gets a blocking
    problem, and so does a step: value is its place, expected the ids among which to choose.
    """
    if not imported.measures:
        return imported
    versions = _versions(cursor, imported, sha256)
    seen = [version for version, is_seen in versions if is_seen]
    matching = match_measures(seen, imported.measures, decided)
    measures = _with_ids(imported.measures, matching, versions)
    stored = _stored_steps(cursor, measures)
    told = list(_questions(imported.measures, matching))
    named = []
    for at, measure in enumerate(measures, start=1):
        # Which steps a measure had is known once it is known which measure it is.
        before = () if at in matching.asked else stored[measure.measure_id]
        places = range(1, len(measure.steps) + 1)
        answers = {step: decided[at, step] for step in places if (at, step) in decided}
        steps = match_steps(measure, before, answers)
        named.append(replace(measure, step_ids=steps.step_ids))
        told += _step_findings(at, measure, steps)
    return replace(imported, measures=tuple(named), problems=(*imported.problems, *told))


def _stored_steps(
    cursor: queries.Cursor, measures: Sequence[Measure]
) -> defaultdict[str, list[StoredStep]]:
    """Give the stored versions of the steps of measures, by measure, the newest first."""
    ids = [measure.measure_id for measure in measures]
    stored: defaultdict[str, list[StoredStep]] = defaultdict(list)
    for row in queries.fetch_all(cursor, "steps/known_steps", measure_ids=ids):
        step = StoredStep(row["step_id"], row["text"], row["newest"], row["reported"])
        stored[row["measure_id"]].append(step)
    return stored


def _step_findings(at: int, measure: Measure, steps: StepMatching) -> Iterator[Problem]:
    """Ask which stored step one is, and tell which of those with reports no step is."""
    for step, candidates in steps.asked.items():
        cell = measure.step_cells[step - 1] if measure.step_cells else measure.cell
        expected = ", ".join(candidates)
        yield Problem(ProblemCode.ASK_STEP, measure.sheet, cell, place_text((at, step)), expected)
    for one in steps.left_out:
        code = ProblemCode.STEP_LEFT_OUT
        yield Problem(code, measure.sheet, measure.cell, one.text, one.step_id)


def _versions(
    cursor: queries.Cursor, imported: Import, sha256: str
) -> list[tuple[StoredVersion, bool]]:
    """Give the stored versions of the plan year, and whether they are of a batch that is seen."""
    parameters = {
        "plan_year": imported.measures[0].plan_year,
        "sha256": sha256,
        "sheet": imported.sheet,
    }
    result = queries.ask(cursor, "imports/known_measures", **parameters)
    names = [column[0] for column in result.description]
    rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    return [(_version(row), row["seen"]) for row in rows]


def _version(row: dict[str, Any]) -> StoredVersion:
    texts = (row["question"], row["analysis"], row["alignment"], "\n".join(row["steps"]))
    details = (*texts, row["period_text"], row["responsible_text"])
    says = Wording(
        row["indicator"],
        tuple(row["items"]),
        squeeze(row["action"]),
        tuple(map(squeeze, details)),
    )
    flags = (row["withdrawn"], row["outdated"], row["taken"])
    return StoredVersion(row["measure_id"], says, row["sheet"], *flags)


def _with_ids(
    measures: Sequence[Measure],
    matching: Matching,
    versions: Sequence[tuple[StoredVersion, bool]],
) -> tuple[Measure, ...]:
    """Keep the ids of what is matched; what is new gets one that nothing ever had.

    Only a measure that says just what an undone import said is given that one's id again.
    """
    known = {version.measure_id for version, _ in versions}
    undone: defaultdict[Wording, list[str]] = defaultdict(list)
    for version, is_seen in versions:
        if not is_seen and version.measure_id not in undone[version.says]:
            undone[version.says].append(version.measure_id)
    named = []
    for at, measure in enumerate(measures, start=1):
        kept = matching.kept.get(at)
        if kept is None and at not in matching.asked:
            again = undone[wording(measure)]
            kept = again.pop(0) if again else _free_id(measure, known)
            known.add(kept)
        named.append(replace(measure, kept_id=kept or ""))
    return tuple(named)


def _free_id(measure: Measure, known: set[str]) -> str:
    repeat = measure.repeat
    while measure.id_of_repeat(repeat) in known:
        repeat += 1
    return measure.id_of_repeat(repeat)


def _questions(measures: Sequence[Measure], matching: Matching) -> Iterator[Problem]:
    for at, measure in enumerate(measures, start=1):
        if candidates := matching.asked.get(at):
            yield Problem(
                ProblemCode.ASK_MEASURE,
                measure.sheet,
                measure.cell,
                str(at),
                ", ".join(candidates),
            )
