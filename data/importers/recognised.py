"""What recognising a sheet gives, once for all who go on with it, and what a form has to offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from data.importers.sheets.head import SheetHead
from data.importers.sheets.readings import Finding
from data.model.choices import Choices
from data.model.columns import Kind
from data.model.grid import Sheet
from data.model.identity import Identity
from data.model.records import Form, Import

OfForm = TypeVar("OfForm", bound="Layout")


class ColumnMatch(NamedTuple):
    """A column counted from 0, its heading, and the field it is read as; "" is unknown."""

    column: int
    heading: str
    field: str


Columns = tuple[ColumnMatch, ...]


class Layout(Protocol):
    """Where the headings of a form stand in a sheet; each form has a class of its own for it."""

    @property
    def form(self) -> Form:
        """The form of the sheet."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet and everything recognising it found: made once, and handed on to who reads it.

    `fingerprint` is the same for two sheets with the same headings in the same columns, whatever
    their spaces, punctuation and digits; None without headings. `lost` is set where the letters of
    the sheet cannot be read any more. `before` are the plans on earlier sheets of the file.
    """

    sheet: Sheet
    head: SheetHead
    form: Form | None
    layout: Layout | None
    columns: Columns
    identity: Identity
    fingerprint: str | None
    lost: Finding | None = None
    before: tuple["Recognised", ...] = ()


class LabelColumn(NamedTuple):
    """A column that holds no score; its width in letters, None for that of its heading."""

    kind: Kind = Kind.TEXT
    width: float | None = None


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """An empty sheet: titles, one row of headings, the first cells of each row, notes.

    `rows` hold the labels only; what is to be filled in is left out. `blank_rows` are to be left
    below them, and the notes go below those or beside the table. Between the columns of `labels`
    and those of `closing` stand scores.
    """

    form: Form
    name: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    blank_rows: int
    notes: tuple[str, ...]
    labels: tuple[LabelColumn, ...]
    closing: tuple[LabelColumn, ...]


@dataclass(frozen=True, slots=True)
class SheetForm(Generic[OfForm]):
    """A form of sheets: how one is found, what its columns mean, how it becomes an import.

    A form is spoken of by its names: their values are the keys of its words, of what the command
    line calls it and of its empty template. The sheets of scores are one form of four names, as one
    search finds which of them a sheet has.
    """

    names: tuple[Form, ...]

    find: Callable[[SheetHead], OfForm | None]
    """Seek the headings: the one search of this form in a sheet."""

    settle: Callable[[Recognised, Choices], OfForm | None]
    """Give the layout a person's form and columns make, from what was recognised if it helps."""

    columns: Callable[[SheetHead, OfForm | None], Columns]
    """Match the columns; without a layout those of the row that most looks like headings."""

    identify: Callable[[SheetHead, OfForm], Identity]
    """Tell whose the sheet is, of which year and what kind."""

    read: Callable[[Recognised, OfForm | None, Choices], Import]
    """Read every row; without a layout the import only says that nothing was recognised."""

    fields: Callable[[], Sequence[str]]
    """List what a person can say a column means."""

    marks: Callable[[], frozenset[str]] | None = None
    """The bare texts of which a sheet of this form has one, None where nothing so simple tells."""

    empty: Callable[[], Sequence[TemplateSheet]] = tuple
    """Give the empty sheets to fill in that a person may download, none by default."""

    fewest_columns: int = 0
    """A sheet with fewer columns is none of this form."""

    every_column_is_known: bool = False
    """Whether a column without a meaning wants a look, as in a form that was handed out."""

    of_any_agency: bool = False
    """Whether a person may say whose the sheet is, and that its scores are provisional."""

    decided_row_by_row: bool = False
    """Whether each row is first put beside what the store has heard since."""

    goes_on: bool = False
    """Whether a further sheet of the file may go on with what this one began."""

    whole_file: bool = False
    """Whether all sheets of a file are taken in together, in a place of their own."""
