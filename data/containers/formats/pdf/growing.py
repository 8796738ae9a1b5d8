"""One table while the pages that it runs over arrive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from data.containers.formats.pdf.tables import Table, holds_numbers, is_number
from data.containers.formats.pdf.thai_glyphs import is_thai
from data.containers.formats.readings import Reading, check_size, squared
from data.model.grid import Rectangle, RowPlace

_MOST_HEADINGS: Final = 3

Row = list[object]
PlacedLine = tuple[str, RowPlace]


@dataclass(slots=True)
class GrowingTable:
    """A table, the lines above it, and what it holds of the pages so far."""

    table: Table
    rows: list[Row] = field(default_factory=list)
    places: list[RowPlace] = field(default_factory=list)
    merged: list[Rectangle] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    """The lines of text it has: a page that repeats them says nothing new."""
    of_numbers: bool = False
    cut: dict[int, int] = field(default_factory=dict)
    """The row of each column whose text goes on at the top of the next page."""

    def add_lines(self, lines: list[PlacedLine]) -> None:
        """Put lines of text below what there is, each text once."""
        for text, place in lines:
            if text not in self.said:
                self.said.add(text)
                self.rows.append([text])
                self.places.append(place)

    def goes_on_in(self, table: Table, between: list[PlacedLine]) -> bool:
        """Tell whether a table at the top of a page is the rest of this one.

        Other words over the same columns are the headings of another table.
        """
        if any(text not in self.said for text, _ in between) or not self.table.goes_on_in(table):
            return False
        headings, last = self._headings(), self._last
        parts = [part for row in table.rows[:1] for part in self._parted(row)]
        fresh = [part for part in parts if part not in headings]
        return not self.of_numbers or all(
            any(is_number(_text(cell)) for cell in part) or self._is_rest_of_row(last, part)
            for part in fresh
        )

    def add(self, table: Table, page: int, number: int) -> None:
        """Put the table of a page below what there is."""
        check_size(len(self.rows) + len(table.rows), len(table.edges) - 1)
        goes_on = any(place.table for place in self.places)
        if not goes_on:
            self.of_numbers = holds_numbers(str(cell or "") for row in table.rows for cell in row)
        moved: dict[int, int] = {}
        opening, last = goes_on, self._last
        above = 0
        if goes_on and table.marked:
            opening, table, above = False, *table.below(self._headings())
        for at, row in enumerate(table.rows):
            place = RowPlace(page, number, at + above)
            if not at and self._ends_texts(row):
                moved[at] = last
                continue
            for part in self._parted(row) if opening else [row]:
                is_heading = opening and part in self._headings()
                if opening and not is_heading and self._is_rest_of_row(last, part):
                    self._end_row(last, part)
                    # What begins in a row that was cut off begins in the row below it.
                    moved[at] = len(self.rows)
                    continue
                opening = opening and is_heading
                moved.setdefault(at, len(self.rows))
                self.rows.append(part)
                self.places.append(place)
        merged = [
            (moved[top], left, moved[bottom], right)
            for top, left, bottom, right in table.merged
            if moved[top] <= moved[bottom] < len(self.rows)
        ]
        self._merge(merged, last if goes_on else None)
        # One that is cut again still begins where it began.
        kept = {column: row for column, row in self.cut.items() if (0, column) in table.cut}
        self.cut = {column: moved[row] for row, column in table.cut} | kept

    def _ends_texts(self, row: Row) -> bool:
        """Put what the page before had no room for where it begins; tell whether that was all."""
        for column, at in self.cut.items():
            if row[column]:
                self.rows[at][column] = _text(self.rows[at][column]) + _text(row[column])
                row[column] = None
        return bool(self.cut) and not any(row)

    def _merge(self, merged: list[Rectangle], last: int | None) -> None:
        """Add merged cells; a blank one at the top of a page is the rest of the one cut off."""
        cut = {one[1::2]: at for at, one in enumerate(self.merged) if one[2] == last}
        below = range(0) if last is None else range(last + 1, len(self.rows))
        first = next((at for at in below if self.rows[at] not in self._headings()), None)
        for top, left, bottom, right in merged:
            goes_on = top == last or (top == first and not self.rows[top][left])
            if not goes_on or last is None:
                self.merged.append((top, left, bottom, right))
            elif (left, right) in cut:
                at = cut[left, right]
                self.merged[at] = (self.merged[at][0], left, bottom, right)
            else:
                self.merged.append((last, left, bottom, right))

    def _headings(self) -> list[Row]:
        rows = zip(self.rows, self.places, strict=True)
        return list(islice((row for row, place in rows if place.table), _MOST_HEADINGS))

    @property
    def _last(self) -> int:
        """The last row of the table itself, which lines of text may stand below."""
        below = (at for at in range(len(self.rows) - 1, -1, -1) if self.places[at].table)
        return next(below, 0)

    def _parted(self, row: Row) -> Iterator[Row]:
        """Part a repeated heading from the rest of a row that no line parts from it."""
        for heading in self._headings():
            pairs = list(zip(map(_text, heading), map(_text, row), strict=True))
            stuck = all(text.startswith(above) for above, text in pairs)
            if stuck and any(above for above, _ in pairs) and row != heading:
                yield heading
                yield [text.removeprefix(above).strip() or None for above, text in pairs]
                return
        yield row

    def _is_rest_of_row(self, last: int, row: Row) -> bool:
        """Tell whether a row of names ends the names of the last row, which has its numbers."""
        pairs = [(_text(cell), _text(end)) for cell, end in zip(self.rows[last], row, strict=False)]
        has_numbers = any(is_number(cell) for cell, _ in pairs)
        names = all(not end or (cell and not is_number(cell)) for cell, end in pairs)
        return self.of_numbers and has_numbers and names

    def _end_row(self, last: int, rest: Row) -> None:
        self.rows[last] = [
            _joined(_text(cell), _text(end)) or None
            for cell, end in zip(self.rows[last], rest, strict=True)
        ]

    def reading(self, name: str) -> Reading:
        """Close the table."""
        rows = squared(self.rows)
        places = tuple(self.places[: len(rows)])
        return Reading(name, rows, merged=tuple(self.merged), places=places)


def _text(cell: object) -> str:
    return str(cell or "")


def _joined(text: str, end: str) -> str:
    return text + end if is_thai(text[-1:]) and is_thai(end[:1]) else f"{text} {end}".strip()
