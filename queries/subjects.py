"""What a statement reads and writes, by subject: a change empties only what stands on it."""

import functools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
_HEADER: Final = re.compile(r"^-- (reads|writes): (.+)$", re.MULTILINE)


class Subject(StrEnum):
    """What changes together; `TABLES` says where each table belongs."""

    SCORES = "scores"
    PLANS = "plans"
    REPORTS = "reports"
    EVIDENCE = "evidence"
    COMMENTS = "comments"
    ROUNDS = "rounds"
    CATALOGUE = "catalogue"
    BATCHES = "batches"
    HEADINGS = "headings"
    AUDIT = "audit"
    STORE = "store"


TABLES: Final = {
    "agency": Subject.SCORES,
    "agency_division_version": Subject.CATALOGUE,
    "applied_schema": Subject.STORE,
    "applied_views": Subject.STORE,
    "audit": Subject.AUDIT,
    "catalogue_version": Subject.CATALOGUE,
    "comparison_break_version": Subject.CATALOGUE,
    "evidence": Subject.EVIDENCE,
    "evidence_withdrawal": Subject.EVIDENCE,
    "fiscal_year_version": Subject.CATALOGUE,
    "heading_match": Subject.HEADINGS,
    "import_batch": Subject.BATCHES,
    "indicator_version": Subject.CATALOGUE,
    "instrument_version": Subject.CATALOGUE,
    "item_pair_version": Subject.CATALOGUE,
    "item_version": Subject.CATALOGUE,
    "level_rule_version": Subject.CATALOGUE,
    "measure": Subject.PLANS,
    "measure_comment": Subject.COMMENTS,
    "national_score_version": Subject.CATALOGUE,
    "office_version": Subject.CATALOGUE,
    "organisation_version": Subject.CATALOGUE,
    "person_version": Subject.CATALOGUE,
    "published_level": Subject.SCORES,
    "report_round": Subject.ROUNDS,
    "round_event": Subject.ROUNDS,
    "round_snapshot": Subject.ROUNDS,
    "roster_version": Subject.CATALOGUE,
    "score": Subject.SCORES,
    "signatory_version": Subject.CATALOGUE,
    "status_report": Subject.REPORTS,
    "step": Subject.PLANS,
    "step_schedule": Subject.REPORTS,
    "store_identity": Subject.STORE,
    "withdrawn_measure": Subject.PLANS,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """An SQL text with the subjects its header declares."""

    text: str
    reads: frozenset[Subject]
    writes: frozenset[Subject]


@dataclass(slots=True)
class Noted:
    """The subjects of the statements asked for in a block."""

    reads: set[Subject] = field(default_factory=set)
    writes: set[Subject] = field(default_factory=set)


_noted: ContextVar[Noted | None] = ContextVar("noted", default=None)


@functools.cache
def parsed(name: str) -> Statement:
    """Give the statement `subject/query`."""
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    declared = {
        verb: frozenset(map(Subject, names.split(", "))) for verb, names in _HEADER.findall(text)
    }
    return Statement(text, declared.get("reads", frozenset()), declared.get("writes", frozenset()))


def note(reads: frozenset[Subject], writes: frozenset[Subject] = frozenset()) -> None:
    """Count subjects to the block that is being noted, if any."""
    noted = _noted.get()
    if noted is not None:
        noted.reads |= reads
        noted.writes |= writes


@contextmanager
def noting() -> Iterator[Noted]:
    """Note what the statements of a block read and write; an outer block gets it, too."""
    own = Noted()
    token = _noted.set(own)
    try:
        yield own
    finally:
        _noted.reset(token)
        note(frozenset(own.reads), frozenset(own.writes))
