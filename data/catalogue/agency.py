"""Saying whose dashboard it is: an import of the agency like one of a file, undone like one."""

from data.catalogue.changes import organisation_changes
from data.database import Batch, Database, Source, hold_catalogue
from data.database.catalogue import Ledger, write_catalogue
from data.database.permits import permitted
from data.framework import Organisation, organisation
from data.framework.setting_up import Agency, organisation_file, organisation_of
from data.model.access import Action

FILE_NAME = "organisation.toml"


def set_up(database: Database, agency: Agency, set_by: str) -> Batch | None:
    """Let a store be that of an agency; None when it says so already.

    Raises:
        ExampleStandsError: the store is the example.
        FaultyFrameworkError: a name of a division would mean two; nothing was written.
        NotAllowedError: the person at the store may not change its settings.
    """
    return write_organisation(database, organisation_of(agency), set_by)


def write_organisation(database: Database, wanted: Organisation, set_by: str) -> Batch | None:
    """Keep an agency with its divisions and the words it understands, as `set_up` does."""
    with permitted(database, Action.SETTINGS, wanted.short_name) as permit:
        changes = list(organisation_changes(organisation(), wanted))
        if not changes:
            permit.log(wanted.short_name)
            return None
        content = organisation_file(wanted)
        source = Source(FILE_NAME, content, permit.person.signature(set_by))
        added = sum(not change.old for change in changes)
        ledger = Ledger("", len(changes), added, len(changes) - added)
        batch_id = write_catalogue(permit, database, [wanted], source, ledger)
        batch = Batch(batch_id, added, len(changes) - added, 0)
        permit.log(wanted.short_name, batch.summary)
    hold_catalogue(database)
    return batch
