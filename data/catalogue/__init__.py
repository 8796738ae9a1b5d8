"""Files that tell of the catalogue: told before, saved as a batch, handed out as a workbook."""

from data.catalogue.agency import set_up, small_logo, write_office, write_roster, write_year
from data.catalogue.changes import CatalogueChange, CatalogueDraft
from data.catalogue.files import CatalogueFile, import_catalogue, part_file, workbook_file
