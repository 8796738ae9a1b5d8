"""A file that tells of the catalogue, as one more answer of `import`."""

from pathlib import Path

from data.catalogue import CatalogueDraft, CatalogueFile, import_catalogue
from data.commands.importing.sheet_answers import SheetAnswer, finding
from data.database import Batch, Database, Source
from data.model.records import Form, Import


def catalogue_answer(
    database: Database, path: Path, file: CatalogueFile, source: Source, *, dry_run: bool
) -> SheetAnswer:
    """Save a file of the catalogue unless something blocks it, and tell every changed value."""
    draft = file.draft()
    return SheetAnswer(
        source.file_name,
        str(path),
        file.sheet,
        _imported(file, draft),
        _changed(database, file, draft, source, dry_run=dry_run),
        tuple(finding(problem, set_aside=False) for problem in draft.problems),
        dry_run=dry_run,
        changes=draft.changes,
    )


def _imported(file: CatalogueFile, draft: CatalogueDraft) -> Import:
    """Count the rows as those of scores are: a faulty file gives none of its rows."""
    taken = 0 if draft.blocking else draft.rows_read
    rejected = draft.rows_read - taken
    return Import(
        Form.CATALOGUE, file.sheet, draft.rows_read, taken, rejected, problems=draft.problems
    )


def _changed(
    database: Database,
    file: CatalogueFile,
    draft: CatalogueDraft,
    source: Source,
    *,
    dry_run: bool,
) -> Batch | None:
    if not draft.changes:
        return None
    if dry_run:
        return Batch(0, draft.added, len(draft.changes) - draft.added, 0)
    return import_catalogue(database, file, source)
