"""What a person said of rows that leave open which measure they are about, or how it stands."""

from dataclasses import replace

from data.model.choices import RowAnswers
from data.model.records import Import, Status, StatusChange


def answered(imported: Import, answers: RowAnswers) -> Import:
    """Give an import whose rows have their answers; rows with ids of ours need none."""
    if not (answers.measures or answers.statuses or answers.percents):
        return imported
    reports = tuple(_answered(change, answers) for change in imported.reports)
    return replace(imported, reports=reports)


def _answered(change: StatusChange, answers: RowAnswers) -> StatusChange:
    said = change.said
    if said is None:
        return change
    status = answers.statuses.get(said.place)
    values = dict(change.values)
    if status is not None and "status" not in values:
        values["status"] = status
        if status is Status.DONE and not said.percent:
            values.setdefault("percent", 100)
    if said.percent and said.place in answers.percents:
        values["percent"] = answers.percents[said.place]
    decided = answers.measures.get(said.place, said.decided)
    return replace(change, values=values, said=replace(said, decided=decided))
