"""Which stored measures the rows of a report without ids are about: settled, asked, or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import queries
from data.importers.status.row_matching import PlannedMeasure, RowMatching, match_rows
from data.model.identity import Doubt
from data.model.measure_said import MeasureSaid
from data.model.problems import Problem, ProblemCode
from data.model.records import StatusChange


@dataclass(frozen=True, slots=True)
class IdentifiedRows:
    """The changes whose measure is known, what was found matching them, and the rows told only.

    `plan_year` is that of the plan whose measures were named.
    """

    changes: tuple[StatusChange, ...]
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    plan_year: int | None = None


def identified_rows(cursor: queries.Cursor, changes: Sequence[StatusChange]) -> IdentifiedRows:
    """Put rows that name their measures in words beside the plan; all others stay as they are."""
    named = [(change, change.said) for change in changes if change.said]
    if not named:
        return IdentifiedRows(tuple(changes))
    by_year = _plans(cursor, named[0][0].plan_year)
    if len(by_year) != 1:
        return IdentifiedRows((), tuple(_no_plan(named, sorted(by_year))), len(changes))
    (year, plan), *_ = by_year.items()
    matching = match_rows([said for _, said in named], plan)
    texts = {measure.measure_id: measure.action for measure in plan}
    settled = [_settled(change, matching, year) for change in changes]
    kept, repeated = _once([change for change in settled if change.measure_id])
    found = (*_told(named, matching, texts), *repeated)
    return IdentifiedRows(tuple(kept), found, len(changes) - len(kept), year)


def _plans(cursor: queries.Cursor, plan_year: int | None) -> dict[int, list[PlannedMeasure]]:
    by_year: dict[int, list[PlannedMeasure]] = {}
    for row in queries.fetch_all(cursor, "imports/plan_measures", plan_year=plan_year):
        measure = PlannedMeasure(
            row["measure_id"],
            row["position"],
            row["indicator"],
            tuple(row["items"]),
            row["action"],
            tuple(row["lead"]),
        )
        by_year.setdefault(row["plan_year"], []).append(measure)
    return by_year


def _no_plan(
    named: Sequence[tuple[StatusChange, MeasureSaid]], years: Sequence[int]
) -> Iterator[Problem]:
    """Ask for the year where there are several plans; without any plan every row is told."""
    if years:
        listed, doubt = ", ".join(map(str, years)), Doubt.NO_YEAR.value
        yield Problem(ProblemCode.ASK_YEAR, named[0][0].sheet, value=listed, expected=doubt)
        return
    for change, said in named:
        code = ProblemCode.UNKNOWN_MEASURE
        yield Problem(code, change.sheet, change.cell, _name(change, said))


def _settled(change: StatusChange, matching: RowMatching, year: int) -> StatusChange:
    if change.said is None:
        return change
    kept = matching.kept.get(change.said.place, "")
    return replace(change, measure_id=kept, plan_year=year)


def _once(changes: Sequence[StatusChange]) -> tuple[list[StatusChange], list[Problem]]:
    """Keep one row of each measure: of two that tell their days the newer one."""
    kept: dict[str, StatusChange] = {}
    problems = []
    for change in changes:
        other = kept.setdefault(change.measure_id, change)
        if other is change:
            continue
        older, newer = sorted((other, change), key=_day)
        days = _day(older), _day(newer)
        differ = older.values != newer.values and (days[0] == days[1] or "" in days)
        code = ProblemCode.CONFLICTING_REPORT if differ else ProblemCode.REPEATED_MEASURE
        kept[change.measure_id] = newer
        problems.append(Problem(code, older.sheet, older.cell, older.measure_id, newer.cell))
    return list(kept.values()), problems


def _day(change: StatusChange) -> str:
    return str(change.values.get("status_on") or "")


def _told(
    named: Sequence[tuple[StatusChange, MeasureSaid]],
    matching: RowMatching,
    texts: Mapping[str, str],
) -> Iterator[Problem]:
    """Show which measure each row was taken for, ask where that is open, tell what is left out."""
    for change, said in named:
        place = said.place
        if place in matching.left_out:
            code, value, expected = ProblemCode.ROW_SKIPPED, _name(change, said), ""
        elif candidates := matching.asked.get(place):
            code, value, expected = ProblemCode.ASK_MEASURE, str(place), ", ".join(candidates)
        else:
            kept = matching.kept[place]
            code, value = ProblemCode.MEASURE_MATCHED, _name(change, said)
            expected = f"{kept} {texts[kept]}"
        yield Problem(code, change.sheet, change.cell, value, expected)
        if place in matching.kept and said.percent and "percent" not in change.values:
            code, value = ProblemCode.ASK_PERCENT, str(place)
            yield Problem(code, change.sheet, change.cell, value, said.percent)


def _name(change: StatusChange, said: MeasureSaid) -> str:
    """Give the words in which a row names its measure."""
    return said.text or ", ".join(said.items) or str(change.values.get("note") or change.subject)
