"""Signs in the columns of a report in which people tick what applies."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.importers.sheets.cells import text_of
from data.importers.sheets.readings import Body
from data.importers.spelling.folding import fold
from data.importers.spelling.status_words import status_words


@dataclass(frozen=True, slots=True)
class Ticks:
    """The rows of a report; a cross ticks where the report has no other sign (`crossed`)."""

    body: Body
    crossed: bool

    @classmethod
    def of(cls, body: Body, columns: Iterable[int]) -> "Ticks":
        """Look at the signs in the columns that are ticked."""
        signs = {fold(text_of(cell)) for at in columns for cell in body.cells(at)}
        return cls(body, crossed=status_words().ticks.isdisjoint(signs))

    def sign(self, at: int, column: int) -> str:
        """Give what stands in a cell."""
        return fold(text_of(self.body.cell(at, column)))

    def marks(self, at: int, column: int) -> bool:
        """Tell whether a cell is ticked, or says that it is not."""
        listed = status_words()
        return self.sign(at, column) in listed.ticks | listed.crosses | listed.no_ticks

    def is_ticked(self, at: int, column: int) -> bool:
        """Tell whether a cell is ticked."""
        sign, listed = self.sign(at, column), status_words()
        return sign in listed.ticks or (sign in listed.crosses and self.crossed)
