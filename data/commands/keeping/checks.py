"""Whether the store, the catalogue and the examples are whole; each is checked by itself."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data.commands.arguments import Parser, Run
from data.commands.keeping.stores import is_absent, opened
from data.commands.output import Answer
from data.database import Integrity, check
from data.database.rehearsal import rehearse_upgrade
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, read_file
from data.framework import apart, catalogue_faults, held, hold
from data.framework.files import packaged_catalogue
from data.framework.setting_up import organisation_of
from data.model.errors import ItaError, UnreadableFileError
from data.model.places import database_path, version
from data.model.records import Import
from data.words import commands as words
from data.words import failures

DAMAGED: Final = 2
PLAN_MEASURES: Final = 12
"""The measures of the plan example, counted by hand in the document it comes from."""


@dataclass(frozen=True, slots=True)
class _Report:
    sound: bool
    detail: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def document(self) -> dict[str, object]:
        return {"sound": self.sound, "message": self.detail, **self.facts}


def command(parser: Parser) -> Run:
    """Describe `check`."""
    parser.option("--before-upgrade", action="store_true")
    return run


def run(arguments: Namespace) -> Answer:
    """Check the three, whatever the state of the others.

    Before an upgrade only a copy of the store is brought to this version; the store stays as it is.
    """
    parts = {"store": _store, "catalogue": _catalogue, "examples": _examples}
    if arguments.before_upgrade:
        parts = {"upgrade": _upgrade}
    reports = {name: _explained(part) for name, part in parts.items()}
    sound = all(report.sound for report in reports.values())
    document = {"sound": sound, **{name: one.document() for name, one in reports.items()}}
    return Answer(document, _lines(reports), 0 if sound else DAMAGED)


def _explained(part: Callable[[], _Report]) -> _Report:
    """Take a failure as what was found: the other parts are still worth checking."""
    try:
        return part()
    except ItaError as error:
        return _Report(sound=False, detail=failures.failure(error))


def _store() -> _Report:
    if is_absent():
        return _Report(sound=True, detail=words.STORE_ABSENT, facts={"present": False})
    with opened() as database:
        return _of_store(check(database), words.STORE_SOUND)


def _upgrade() -> _Report:
    place = database_path()
    if not place.exists():
        return _Report(sound=True, detail=words.STORE_ABSENT, facts={"present": False})
    return _of_store(rehearse_upgrade(place), words.UPGRADE_SOUND, version=version())


def _of_store(found: Integrity, sound: str, **facts: str) -> _Report:
    damaged = ", ".join(map(str, found.damaged))
    sentence = words.STORE_DAMAGED if damaged else sound
    detail = sentence.format(batches=damaged or found.batches, **facts)
    counts = {"batches": found.batches, "damaged": list(found.damaged)}
    return _Report(found.sound, detail, {"present": True, **facts, **counts})


def _catalogue() -> _Report:
    """Check the catalogue of the store, which was opened before; without one the packaged one."""
    catalogue = held()
    faults = [failures.failure(fault) for fault in catalogue_faults(catalogue)]
    if faults:
        return _Report(sound=False, detail=" · ".join(faults), facts={"faults": faults})
    described = sorted(catalogue.frameworks)
    detail = words.CATALOGUE_SOUND.format(years=", ".join(map(str, described)))
    return _Report(sound=True, detail=detail, facts={"years": described})


def _examples() -> _Report:
    with apart():
        hold(packaged_catalogue().replaced((organisation_of(example_agency()),)))
        sheets = [sheet for path in (PLAN_FILE, SCORES_FILE) for sheet in _read(path)]
    counts = {
        "measures": sum(len(sheet.measures) for sheet in sheets),
        "scores": sum(len(sheet.scores) for sheet in sheets),
        "blocking": sum(len(sheet.blocking) for sheet in sheets),
    }
    whole = counts["measures"] == PLAN_MEASURES and counts["scores"] > 0 and not counts["blocking"]
    sentence = words.EXAMPLES_SOUND if whole else words.EXAMPLES_DAMAGED
    return _Report(whole, sentence.format(**counts), counts)


def _read(path: Path) -> list[Import]:
    try:
        return read_file(path)
    except OSError as error:
        raise UnreadableFileError(path.name, "missing") from error


def _lines(reports: Mapping[str, _Report]) -> Iterable[str]:
    for name, report in reports.items():
        line = words.SOUND if report.sound else words.DAMAGED
        yield line.format(what=words.CHECKED[name], detail=report.detail)
