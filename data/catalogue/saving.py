"""Writing a workbook into the files of the catalogue: permitted, logged, and kept to go back."""

from data.catalogue.drafts import draft_catalogue
from data.database import Database
from data.database.permits import permitted
from data.framework import look_again
from data.framework.copies import bring_back
from data.framework.writing import Written, write_catalogue
from data.importers.catalogue.reading import CatalogueBook
from data.model.access import Action
from data.model.errors import BlockedImportError, NothingToImportError


def import_catalogue(database: Database, book: CatalogueBook, file_name: str) -> Written:
    """Write a workbook into the catalogue as it is at this moment.

    Raises:
        BlockedImportError: it has blocking problems; nothing was written.
        NothingToImportError: the catalogue says all of it already.
        NotAllowedError: the person at the store may not import.
        FaultyFrameworkError: the catalogue would contradict itself; nothing was written.
        CatalogueNotWritableError: a file could not be replaced; all are as they were.
    """
    with permitted(database, Action.IMPORT, file_name) as permit:
        look_again()
        draft = draft_catalogue(book)
        if draft.blocking:
            raise BlockedImportError(len(draft.blocking))
        if not draft.changes:
            raise NothingToImportError
        written = write_catalogue(draft.frameworks, draft.home)
        permit.log(file_name, ", ".join((*written.files, *written.kept)))
    return written


def restore_catalogue(database: Database, copy_name: str) -> Written:
    """Bring back a file of the catalogue as it was before it was replaced.

    Raises:
        UnknownCopyError: no copy has this name.
        NotAllowedError: the person at the store may not import.
        FaultyFrameworkError: with it the catalogue would be wrong; nothing was written.
        CatalogueNotWritableError: the file could not be replaced.
    """
    with permitted(database, Action.IMPORT, copy_name) as permit:
        written = bring_back(copy_name)
        permit.log(copy_name, ", ".join((*written.files, *written.kept)))
    return written
