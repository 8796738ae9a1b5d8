"""The catalogue as one value, and the parts it is written, imported and undone by."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from data.framework.agency import Organisation
from data.framework.breaks import Comparisons
from data.framework.model import Framework

COMPARISONS: Final = "comparisons"
ORGANISATION: Final = "organisation"

CataloguePart: TypeAlias = Framework | Comparisons | Organisation
"""What is written, imported and undone as a whole: one year, the comparisons, the agency."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All parts at one moment; a change gives another value, so a reader never sees half of it."""

    frameworks: Mapping[int, Framework]
    comparisons: Comparisons
    organisation: Organisation

    def replaced(self, parts: tuple[CataloguePart, ...]) -> "Catalogue":
        """Give the catalogue with these parts instead of its own; a new year joins the others."""
        frameworks = dict(self.frameworks)
        compared, agency = self.comparisons, self.organisation
        for part in parts:
            if isinstance(part, Framework):
                frameworks[part.year] = part
            elif isinstance(part, Comparisons):
                compared = part
            else:
                agency = part
        return replace(self, frameworks=frameworks, comparisons=compared, organisation=agency)


def part_name(part: CataloguePart) -> str:
    """Name a part as the store and the files do: "2568", "comparisons" or "organisation"."""
    if isinstance(part, Framework):
        return str(part.year)
    return COMPARISONS if isinstance(part, Comparisons) else ORGANISATION
