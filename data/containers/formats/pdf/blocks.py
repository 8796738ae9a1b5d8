"""What stands on a page, from the top down: lines of text, and tables among them."""

from collections import defaultdict
from collections.abc import Iterable

from data.containers.formats.pdf.columns import aligned_table
from data.containers.formats.pdf.grids import Grid, grids_of
from data.containers.formats.pdf.letters import Letter
from data.containers.formats.pdf.line_ends import END_OF_TEXT, LineEnds, Piece, text_of
from data.containers.formats.pdf.lines import Line, lines_of, pieces_of
from data.containers.formats.pdf.rulings import Rulings
from data.containers.formats.pdf.tables import Table, holds_numbers

Block = Line | Table
Placed = dict[tuple[int, int], list[Letter]]


def blocks_of(letters: list[Letter], rulings: Rulings, before: Table | None) -> list[Block]:
    """Give lines and tables of a page in the order in which they are read.

    `before` is the last table of the pages before.
    """
    filled, rest = _into_grids(letters, grids_of(rulings))
    tables = [_ruled(grid, cells, before) for grid, cells in filled]
    edges = before.edges if before and not before.ruled else ()
    loose: list[Block] = list(aligned_table(lines_of(rest), rulings.level, edges))
    return sorted([*tables, *loose], key=_height, reverse=True)


def _height(block: Block) -> float:
    return block.base if isinstance(block, Line) else block.top


def _into_grids(
    letters: Iterable[Letter], grids: list[Grid]
) -> tuple[list[tuple[Grid, Placed]], list[Letter]]:
    """Put each letter into the cell that it stands in; give those outside of all tables."""
    filled = [(grid, defaultdict[tuple[int, int], list[Letter]](list)) for grid in grids]
    rest = []
    for letter in letters:
        for grid, cells in filled:
            place = grid.place(letter.centre, letter.middle)
            if place is not None:
                cells[place].append(letter)
                break
        else:
            rest.append(letter)
    # A frame around a page or a picture is no table: it has one cell, or says nothing.
    tables = [(grid, dict(cells)) for grid, cells in filled if len(grid.cells) > 1 and cells]
    framed = [
        letter
        for grid, cells in filled
        if len(grid.cells) == 1
        for inside in cells.values()
        for letter in inside
    ]
    return tables, [*rest, *framed]


def _ruled(grid: Grid, letters: Placed, before: Table | None) -> Table:
    inside = {
        cell: pieces_of(
            [
                letter
                for row in range(cell[0], cell[2] + 1)
                for column in range(cell[1], cell[3] + 1)
                for letter in letters.get((row, column), ())
            ]
        )
        for cell in grid.cells
    }
    ends = _line_ends(list(inside.values()), grid, before)
    rows: list[list[object]] = [[None] * (len(grid.across) - 1) for _ in grid.down[1:]]
    for (top, left, _, _), pieces in inside.items():
        rows[top][left] = text_of(pieces, ends) or None
    merged = tuple(cell for cell in grid.cells if cell[0] < cell[2] or cell[1] < cell[3])
    marked = ends is LineEnds.MARKED
    cut = {cell[:2] for cell, lines in inside.items() if lines and lines[-1].end != END_OF_TEXT}
    return Table(
        grid.across,
        rows,
        merged,
        grid.down[0],
        ruled=True,
        marked=marked,
        cut=frozenset(cut if marked else ()),
    )


def _line_ends(cells: list[list[Piece]], grid: Grid, before: Table | None) -> LineEnds:
    filled = [pieces for pieces in cells if pieces]
    ended = sum(pieces[-1].end == END_OF_TEXT for pieces in filled)
    goes_on = before and before.marked and len(before.edges) == len(grid.across)
    if goes_on or ended * 2 > len(filled):
        return LineEnds.MARKED
    numbered = holds_numbers(text_of(pieces, LineEnds.UNKNOWN) for pieces in filled)
    return LineEnds.THAI_GOES_ON if numbered else LineEnds.UNKNOWN
