"""What a form to fill in consists of, whichever file it is written to."""

from dataclasses import dataclass

from data.exporters.cells.cell_values import Value
from data.importers.sheets.opening import Rectangle
from data.model.columns import Kind


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column: what may be entered in it, and whether people may change or see it.

    `choices` become a drop-down, `lowest` and `highest` the bounds of a number. `advice` is shown
    beside the cell and when the rule is broken. A locked column is protected with its sheet, and
    hidden columns stand last.
    """

    kind: Kind = Kind.TEXT
    width: float | None = None
    choices: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    advice: str = ""
    locked: bool = False
    hidden: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One form: `heading_rows` and `rows` hold a value a column, None where a cell is blank.

    `merges` are ranges within the heading rows, counted from 0 at the first of them; the text of a
    range stands in its first cell. Rules hold for the first `ruled_rows` rows (None: all). Notes
    stand on a sheet of their own, where no importer takes them for rows. With a locked column the
    sheet is protected, without a password: against slips, not against people.
    """

    sheet_name: str
    title_rows: tuple[str, ...]
    heading_rows: tuple[tuple[str, ...], ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[Value | None, ...], ...] = ()
    blank_rows: int = 0
    merges: tuple[Rectangle, ...] = ()
    ruled_rows: int | None = None
    notes_name: str = ""
    notes: tuple[str, ...] = ()

    @property
    def first_row(self) -> int:
        """The first row below the headings, counted from 0."""
        return len(self.title_rows) + len(self.heading_rows)

    @property
    def row_count(self) -> int:
        """How many rows there are to fill in."""
        return len(self.rows) + self.blank_rows
