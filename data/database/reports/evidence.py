"""The evidence locker: files kept under their fingerprints beside the store, and links."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

import queries
from data.containers.child.attachments import Attachment, examine
from data.containers.gate.reasons import RefusedError
from data.database.connection import Database
from data.database.files import EVIDENCE
from data.database.permits import Permit, permitted
from data.framework import framework, years
from data.model.access import Action
from data.model.errors import (
    InvalidStatusError,
    UnknownEvidenceError,
    UnknownMeasureError,
    UnreadableFileError,
)
from data.model.links import is_safe_link
from data.model.records import LONGEST_TEXT
from data.model.work import Proof
from queries.evidence import evidence_of

LONGEST_NAME: Final = 150
_STORED: Final = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")
_NEVER_IN_A_NAME: Final = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+'
)


def add_evidence(database: Database, proof: Proof) -> int:
    """Keep a file or a link as evidence and give its number.

    Raises:
        UnreadableFileError: it is no picture, PDF or Office file, or too large, damaged, protected.
        InvalidStatusError: a text is missing or too long, the link none, the item unknown.
        UnknownMeasureError: there is no such measure or step.
        NotAllowedError: none of the person's divisions leads or supports it, or takes the step.
        NothingSavedError: the disk does not take it.
    """
    by = database.person.signature(proof.added_by).strip()
    if fault := _fault(proof, by):
        raise InvalidStatusError(fault)
    # Looked at before: nobody else could write while a process of its own opens the file.
    found = _examined(proof) if proof.content else None
    with permitted(database, Action.EVIDENCE, proof.step_id or proof.measure_id) as permit:
        year = _require(permit, proof)
        kept = _kept_file(database, proof, found) if found else _LINK
        number = queries.number(
            permit.cursor,
            "evidence/insert_evidence",
            measure_id=proof.measure_id,
            step_id=proof.step_id,
            proves=proof.proves.strip(),
            link=proof.link.strip(),
            item_year=year if proof.item else None,
            item=proof.item,
            added_by=by,
            **kept,
        )
        permit.log(proof.step_id or proof.measure_id, f"#{number}")
        return number


def withdraw_evidence(database: Database, evidence_id: int) -> None:
    """Take back what was added by mistake; its row and its file stay.

    Raises:
        UnknownEvidenceError: there is none of this number, or it was withdrawn before.
        NotAllowedError: none of the person's divisions answers for the measure.
    """
    with permitted(database, Action.EVIDENCE, f"#{evidence_id}") as permit:
        known = queries.fetch(permit.cursor, "evidence/one", evidence_id=evidence_id)
        if known is None:
            raise UnknownEvidenceError(evidence_id)
        found = queries.fetch(permit.cursor, "measures/answering", measure_id=known["measure_id"])
        permit.require(known["measure_id"], found["divisions"] if found else ())
        by = permit.person.label
        queries.run(permit.cursor, "evidence/withdraw", evidence_id=evidence_id, withdrawn_by=by)
        permit.log(known["measure_id"], f"#{evidence_id} -")


def kept_evidence(database: Database, evidence_id: int) -> tuple[str, bytes] | None:
    """Give name and content of a file as it came; None of a link, or when the file is gone."""
    known = evidence_of(database, evidence_id)
    content = evidence_file(database, known["stored_name"]) if known else None
    return (str(known["name"]), content) if known and content is not None else None


def evidence_file(database: Database, stored_name: str) -> bytes | None:
    """Give a file, or the small picture of one, that is kept under this name."""
    kept = database.kept(EVIDENCE, stored_name) if _STORED.fullmatch(stored_name) else None
    return kept.read_bytes() if kept else None


_LINK: Final[Mapping[str, Any]] = {
    "name": "",
    "stored_name": "",
    "media_type": "",
    "size": 0,
    "thumbnail": "",
}


def _fault(proof: Proof, by: str) -> str | None:
    """Name the first field that cannot be kept."""
    if not 0 < len(by) <= LONGEST_TEXT:
        return "reported_by"
    if not 0 < len(proof.proves.strip()) <= LONGEST_TEXT:
        return "proves"
    link = proof.link.strip()
    if bool(proof.content) is bool(link):
        return "evidence_or_file"
    if link and not (is_safe_link(link) and len(link) <= LONGEST_TEXT):
        return "evidence"
    return None


def _require(permit: Permit, proof: Proof) -> int:
    """Refuse what does not exist or is not the person's, and give the year of the plan."""
    known = queries.fetch(permit.cursor, "measures/answering", measure_id=proof.measure_id)
    if known is None or not known["measures"]:
        raise UnknownMeasureError(proof.measure_id)
    divisions = set(known["divisions"])
    if proof.step_id:
        step = queries.fetch(
            permit.cursor,
            "steps/known_step",
            step_id=proof.step_id,
            measure_id=proof.measure_id,
        )
        if step is None or not step["steps"]:
            raise UnknownMeasureError(proof.step_id)
        taking = queries.fetch(permit.cursor, "steps/answering", step_id=proof.step_id)
        divisions |= set(taking["divisions"] if taking else ())
    permit.require(proof.step_id or proof.measure_id, divisions)
    year, faulty = int(known["plan_year"]), "item"
    if proof.item and (year not in years() or framework(year).item(proof.item) is None):
        raise InvalidStatusError(faulty)
    return year


def _examined(proof: Proof) -> Attachment:
    try:
        return examine(proof.content)
    except RefusedError as refusal:
        raise UnreadableFileError(proof.file_name, refusal.reason) from refusal


def _kept_file(database: Database, proof: Proof, found: Attachment) -> Mapping[str, Any]:
    """Keep a file under its fingerprint, and give what the store says of it."""
    stored = _keep(database, proof.content, found.kind.suffix)
    return {
        "name": _safe_name(proof.file_name, found.kind.suffix),
        "stored_name": stored,
        "media_type": found.kind.media_type,
        "size": len(proof.content),
        "thumbnail": _keep(database, found.thumbnail, ".png") if found.thumbnail else "",
    }


def _keep(database: Database, content: bytes, suffix: str) -> str:
    """Write a file under its fingerprint, unless it is there, and give the name it has there."""
    stored = f"{hashlib.sha256(content).hexdigest()}{suffix}"
    database.keep(EVIDENCE, stored, content)
    return stored


def _safe_name(file_name: str, suffix: str) -> str:
    """Give a name under which a file can be saved anywhere, with the suffix of what it is."""
    plain = _NEVER_IN_A_NAME.sub(" ", PurePath(file_name.replace("\\", "/")).name).strip(" .")
    stem = plain[: plain.rfind(".")] if "." in plain else plain
    return f"{stem[:LONGEST_NAME].strip(' .') or EVIDENCE}{suffix}"
