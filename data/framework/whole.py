"""The catalogue as one value, and the parts it is written, imported and undone by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from data.framework.agency import Organisation
from data.framework.breaks import Comparisons
from data.framework.model import Framework
from data.framework.office import Office
from data.framework.roster import Roster

COMPARISONS: Final = "comparisons"
ORGANISATION: Final = "organisation"
OFFICE: Final = "office"
ROSTER: Final = "people"

CataloguePart: TypeAlias = Framework | Comparisons | Organisation | Office | Roster
"""What is written, imported and undone as a whole: a year, comparisons, agency, office, people."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All parts at one moment; a change gives another value, so a reader never sees half of it."""

    frameworks: Mapping[int, Framework]
    comparisons: Comparisons
    organisation: Organisation
    office: Office
    roster: Roster | None = None
    """None where the office keeps its persons in a file."""

    def replaced(self, parts: tuple[CataloguePart, ...]) -> "Catalogue":
        """Give the catalogue with these parts instead of its own; a new year joins the others."""
        frameworks = dict(self.frameworks)
        compared, agency, office = self.comparisons, self.organisation, self.office
        roster = self.roster
        for part in parts:
            if isinstance(part, Framework):
                frameworks[part.year] = part
            elif isinstance(part, Comparisons):
                compared = part
            elif isinstance(part, Organisation):
                agency = part
            elif isinstance(part, Office):
                office = part
            else:
                roster = part
        return Catalogue(frameworks, compared, agency, office, roster)


def part_name(part: CataloguePart) -> str:
    """Name a part as store and files do: "2568", "organisation", "people"."""
    if isinstance(part, Framework):
        return str(part.year)
    return _NAMES[type(part)]


_NAMES: Final[Mapping[type[CataloguePart], str]] = {
    Comparisons: COMPARISONS,
    Organisation: ORGANISATION,
    Office: OFFICE,
    Roster: ROSTER,
}
