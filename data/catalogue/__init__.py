"""Completing the catalogue with a workbook: told before, written once, logged, handed out."""

from data.catalogue.changes import CatalogueChange
from data.catalogue.drafts import CatalogueDraft, draft_catalogue
from data.catalogue.saving import import_catalogue, restore_catalogue
from data.framework.writing import Written
from data.importers.catalogue.reading import CatalogueBook, read_catalogue

__all__ = [
    "CatalogueBook",
    "CatalogueChange",
    "CatalogueDraft",
    "Written",
    "draft_catalogue",
    "import_catalogue",
    "read_catalogue",
    "restore_catalogue",
]
