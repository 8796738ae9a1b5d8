"""The catalogue as one value, and the parts it is written, imported and undone by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from data.framework.agency import Organisation
from data.framework.breaks import Comparisons
from data.framework.model import Framework
from data.framework.office import Office

COMPARISONS: Final = "comparisons"
ORGANISATION: Final = "organisation"
OFFICE: Final = "office"

CataloguePart: TypeAlias = Framework | Comparisons | Organisation | Office
"""What is written, imported and undone as a whole: one year, comparisons, agency, office."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All parts at one moment; a change gives another value, so a reader never sees half of it."""

    frameworks: Mapping[int, Framework]
    comparisons: Comparisons
    organisation: Organisation
    office: Office

    def replaced(self, parts: tuple[CataloguePart, ...]) -> "Catalogue":
        """Give the catalogue with these parts instead of its own; a new year joins the others."""
        frameworks = dict(self.frameworks)
        compared, agency, office = self.comparisons, self.organisation, self.office
        for part in parts:
            if isinstance(part, Framework):
                frameworks[part.year] = part
            elif isinstance(part, Comparisons):
                compared = part
            elif isinstance(part, Organisation):
                agency = part
            else:
                office = part
        return Catalogue(frameworks, compared, agency, office)


def part_name(part: CataloguePart) -> str:
    """Name a part as store and files do: "2568", "comparisons", "organisation", "office"."""
    if isinstance(part, Framework):
        return str(part.year)
    if isinstance(part, Comparisons):
        return COMPARISONS
    return ORGANISATION if isinstance(part, Organisation) else OFFICE
