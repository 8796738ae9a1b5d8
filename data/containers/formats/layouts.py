"""Tables of a document in the making: spanning cells, and the lines of text before them."""

from dataclasses import dataclass, field, replace

from data.containers.formats.readings import Reading, check_size, squared
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Rectangle


@dataclass(slots=True)
class Layout:
    """One table while its cells arrive row by row, under the lines of text that stand above it."""

    rows: list[list[object]] = field(default_factory=list)
    merged: list[Rectangle] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    cells: int = 0

    def add_line(self, text: str) -> None:
        """Put a line of text above the table, as a row of one cell."""
        self.rows.append([text])

    def next_row(self) -> None:
        """Begin a row of the table."""
        check_size(len(self.rows) + 1, 1)
        self.rows.append([])

    def add_cell(self, text: str, height: int = 1, width: int = 1) -> None:
        """Put a cell into the first free place of the row, spanning so many rows and columns."""
        row = len(self.rows) - 1
        self._skip_covered(row)
        column = len(self.rows[row])
        self.rows[row] += [text, *[None] * (width - 1)]
        self._count(height * width, len(self.rows[row]))
        if height > 1 or width > 1:
            self.merged.append((row, column, row + height - 1, column + width - 1))
        for below in range(row + 1, row + height):
            for across in range(column, column + width):
                self.covered.add((below, across))

    def _skip_covered(self, row: int) -> None:
        while (row, len(self.rows[row])) in self.covered:
            self.rows[row].append(None)

    def _count(self, cells: int, width: int) -> None:
        self.cells += cells
        check_size(1, width)
        if self.cells > limits.CELLS:
            raise RefusedError(Unreadability.TOO_MANY_CELLS)

    def reading(self, name: str) -> Reading:
        """Close the table; what spans beyond its last row ends there."""
        bottom = len(self.rows) - 1
        merged = tuple(
            (top, left, min(low, bottom), right) for top, left, low, right in self.merged
        )
        return Reading(name, squared(self.rows), merged=merged)


def numbered(layouts: list[Layout]) -> list[Reading]:
    """Name the tables that hold anything by their order.

    Raises:
        RefusedError: there is no table, or there are too many.
    """
    if len(layouts) > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    readings = [layout.reading("") for layout in layouts]
    filled = [reading for reading in readings if reading.rows]
    if not filled:
        raise RefusedError(Unreadability.NOT_A_TABLE)
    return [replace(reading, name=str(number)) for number, reading in enumerate(filled, start=1)]
