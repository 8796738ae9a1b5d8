"""Saying whose dashboard it is: an import of the agency like one of a file, undone like one."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from data.catalogue.changes import part_changes
from data.catalogue.field_texts import own_text
from data.containers.child.attachments import examine
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.database import Batch, Database, Source, hold_catalogue
from data.database.catalogue import Ledger, write_catalogue
from data.database.permits import permitted
from data.framework import CataloguePart, Framework, Office, Roster, held, office, organisation
from data.framework.setting_up import Agency, organisation_file, organisation_of
from data.model.access import Action
from data.model.errors import UnreadableFileError

AGENCY_FILE: Final = "organisation.toml"
YEAR_FILE: Final = "year.txt"
OFFICE_FILE: Final = "office.txt"
PEOPLE_FILE: Final = "people.txt"


def set_up(database: Database, agency: Agency, set_by: str) -> Batch | None:
    """Let a store be that of an agency; None when it says so already.

    Raises:
        ExampleStandsError: the store is the example.
        FaultyFrameworkError: a name of a division would mean two; nothing was written.
        NotAllowedError: the person at the store may not change its settings.
    """
    wanted = organisation_of(agency)
    source = Source(AGENCY_FILE, organisation_file(wanted), set_by)
    if wanted == organisation():
        with permitted(database, Action.SETTINGS, wanted.short_name) as permit:
            permit.log(wanted.short_name)
        return None
    return _written(database, [wanted], source, wanted.short_name)


def write_year(database: Database, wanted: Framework, set_by: str) -> Batch:
    """Keep a year with other targets or items; it then is an own year, as after an import.

    Raises:
        ExampleStandsError, FaultyFrameworkError, NotAllowedError: as `set_up`.
    """
    changes = part_changes(held(), wanted)
    told = "\n".join(f"{one.subject} {one.field} = {one.new}".strip() for one in changes)
    source = Source(YEAR_FILE, told.encode(), set_by)
    return _written(database, [wanted], source, str(wanted.year))


def write_office(database: Database, wanted: Office, set_by: str) -> Batch | None:
    """Keep what the office has decided for itself; None when nothing is new.

    Raises:
        ExampleStandsError, FaultyFrameworkError, NotAllowedError: as `set_up`.
    """
    changed = {
        field.name: getattr(wanted, field.name)
        for field in fields(wanted)
        if getattr(wanted, field.name) != getattr(office(), field.name)
    }
    if not changed:
        return None
    told = "\n".join(f"{name} = {own_text(value)}" for name, value in changed.items()).encode()
    return _written(database, [wanted], Source(OFFICE_FILE, told, set_by), ", ".join(changed))


def write_roster(database: Database, wanted: Roster, set_by: str) -> Batch | None:
    """Keep who may sign in, from now on in the store; None when that is so already.

    Raises:
        NoPlannerLeftError: nobody could change anything any more; nothing was written.
        ExampleStandsError, FaultyFrameworkError, NotAllowedError: as `set_up`.
    """
    known = held().roster
    if wanted == known:
        return None
    changed = set(wanted.persons) ^ set(known.persons if known else ())
    subject = ", ".join(sorted({one.email for one in changed}))
    told = "\n".join(map(own_text, wanted.persons)).encode()
    return _written(database, [wanted], Source(PEOPLE_FILE, told, set_by), subject)


def small_logo(name: str, content: bytes) -> bytes:
    """Give a picture as the small PNG that is kept, made by the confined process.

    Raises:
        UnreadableFileError: it is no PNG or JPEG, damaged, or larger than `LOGO_BYTES`.
    """
    if len(content) > limits.LOGO_BYTES:
        raise UnreadableFileError(name, Unreadability.LOGO_TOO_LARGE)
    try:
        found = examine(content)
    except RefusedError as refusal:
        raise UnreadableFileError(name, refusal.reason) from refusal
    if not found.kind.is_picture:
        raise UnreadableFileError(name, Unreadability.NO_PICTURE)
    return found.thumbnail


def _written(
    database: Database, parts: Sequence[CataloguePart], source: Source, subject: str
) -> Batch:
    with permitted(database, Action.SETTINGS, subject) as permit:
        changes = [change for part in parts for change in part_changes(held(), part)]
        added = sum(not change.old for change in changes)
        ledger = Ledger("", len(changes), added, len(changes) - added)
        batch_id = write_catalogue(permit, database, parts, source, ledger)
        batch = Batch(batch_id, added, len(changes) - added, 0)
        permit.log(subject, batch.summary)
    hold_catalogue(database)
    return batch
