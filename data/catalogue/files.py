"""A file that tells of the catalogue, whatever its kind: what it would change, and saving it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.catalogue.changes import CatalogueDraft
from data.catalogue.drafts import draft_catalogue
from data.catalogue.parts import draft_part
from data.database import Batch, Database, Source, hold_catalogue
from data.database.catalogue import Ledger, write_catalogue
from data.database.permits import permitted
from data.framework.files import SUFFIX
from data.importers import Recognised
from data.importers.catalogue.reading import CatalogueBook, read_catalogue
from data.importers.catalogue.tables import headed
from data.model.access import Action
from data.model.errors import BlockedImportError, NothingToImportError
from data.model.records import Form


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A workbook of tables, read as a book, or the text of one part (2570.toml)."""

    name: str
    content: bytes = b""
    book: CatalogueBook | None = None

    @property
    def sheet(self) -> str:
        """The first sheet that was read, "" for a file without sheets."""
        return self.book.tables[0].sheet.name if self.book and self.book.tables else ""

    def draft(self) -> CatalogueDraft:
        """Take it over into the catalogue as it is now, without writing anything."""
        if self.book is None:
            return draft_part(self.name, self.content)
        return draft_catalogue(self.book)


def part_file(name: str, content: bytes) -> CatalogueFile | None:
    """Give a file that is known by its name, before anybody looks for sheets in it."""
    return CatalogueFile(name, content) if name.casefold().endswith(SUFFIX) else None


def workbook_file(
    name: str, sheets: Sequence[Recognised], form: Form | None = None
) -> CatalogueFile | None:
    """Give a workbook that tells of the catalogue, None when it is another one.

    The forms handed out name themselves. A table typed by hand has headings that a sheet of scores
    may have, too, so it counts only where nothing else was recognised, or where `form` says so.
    """
    forms = {one.form for one in sheets}
    told = form is Form.CATALOGUE or Form.CATALOGUE in forms
    by_headings = form is None and forms == {None} and any(headed(one.sheet) for one in sheets)
    whole = [one.sheet for one in sheets]
    return CatalogueFile(name, book=read_catalogue(whole)) if told or by_headings else None


def import_catalogue(database: Database, file: CatalogueFile, source: Source) -> Batch:
    """Save a file as a batch, against the catalogue as it is at this moment.

    Raises:
        BlockedImportError: it has blocking problems; nothing was written.
        NothingToImportError: the catalogue says all of it already.
        NotAllowedError: the person at the store may not import.
        FaultyFrameworkError, NoPlannerLeftError: the catalogue would not stand; nothing is written.
    """
    with permitted(database, Action.IMPORT, source.file_name) as permit:
        draft = file.draft()
        if draft.blocking:
            raise BlockedImportError(len(draft.blocking))
        if not draft.changes:
            raise NothingToImportError
        added, changed = draft.added, len(draft.changes) - draft.added
        ledger = Ledger(file.sheet, draft.rows_read, added, changed)
        batch_id = write_catalogue(permit, database, draft.parts, source, ledger)
        batch = Batch(batch_id, added, changed, 0)
        permit.log(source.file_name, batch.summary)
    hold_catalogue(database)
    return batch
