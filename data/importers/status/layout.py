"""Where a status report begins, and which of its columns says what: by headings or by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from data.importers.scores.layout.tables import beginning, head, likely_headings
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.title_years import organisation_in, title_years
from data.importers.spelling.folding import bare
from data.importers.spelling.status_words import IGNORED, status_words
from data.model.records import ReportKind
from data.roundtrip.stamps import Stamp, read_stamp
from data.roundtrip.values import FIELDS, TEXTS

STATUS_FIELDS: Final = ("measure_id", *FIELDS[ReportKind.LEAD], "reported_by")
"""What a column of a report can be read as."""

_OF_LEADS: Final = frozenset(FIELDS[ReportKind.LEAD]) - frozenset(FIELDS[ReportKind.SUPPORT])


@dataclass(frozen=True, slots=True)
class StatusLayout:
    """The heading row counted from 0, where each field stands, and the stamp unless it was lost.

    `doubled` are columns whose field was there already, `unknown` have a heading we do not know,
    `left_out` are fields that a heading names and a person does not want to be read. `more` are
    further columns of a text under another heading, such as obstacles beside a note.
    """

    heading: int
    headings: Mapping[int, str]
    columns: Mapping[str, int]
    stamp: Stamp | None
    stamp_column: int | None
    titles: tuple[str, ...]
    doubled: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    left_out: frozenset[str] = frozenset()
    more: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def kind(self) -> ReportKind:
        """Who speaks; without a stamp it is a supporter where nothing is said that leads say."""
        if self.stamp:
            return self.stamp.kind
        return ReportKind.LEAD if _OF_LEADS & set(self.columns) else ReportKind.SUPPORT

    @property
    def unread(self) -> tuple[int, ...]:
        """The columns whose field is not asked of who speaks."""
        read = {"measure_id", "reported_by", *FIELDS[self.kind]}
        return tuple(column for name, column in self.columns.items() if name not in read)

    @property
    def plan_year(self) -> int | None:
        """The year of the plan: stamped, or the only one in the titles."""
        if self.stamp:
            return self.stamp.plan_year
        years = title_years(self.titles)
        return next(iter(years))[0] if len(years) == 1 else None

    @property
    def agency(self) -> str | None:
        """Whose plan it is: stamped, or named in the titles."""
        return self.stamp.agency if self.stamp else organisation_in(self.titles)


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading row counted from 0 and its texts by column; that of a stamp is not among them."""

    row: int
    texts: Mapping[int, str]
    stamp: Stamp | None = None
    stamp_column: int | None = None

    @property
    def fields(self) -> dict[int, str]:
        """The fields that the texts name, by column."""
        known = status_words().columns
        return {at: name for at, text in self.texts.items() if (name := known.get(bare(text)))}


def find_status(sheet: Sheet, corrected: Mapping[int, str] | None = None) -> StatusLayout | None:
    """Find a status report; None when the sheet is none.

    `corrected` gives what a person said columns mean: column -> one of `STATUS_FIELDS`, "ignored".
    With it, be it empty, any row of headings will do that names a measure and what is said of it.
    """
    found = _known_heading(sheet)
    if found is None and corrected is not None:
        found = _likely_heading(sheet)
    if found is None:
        return None
    layout = _layout(sheet, found, corrected or {})
    reports = "measure_id" in layout.columns and set(FIELDS[ReportKind.LEAD]) & set(layout.columns)
    return layout if layout.stamp or reports else None


def is_stamped(sheet: Sheet) -> bool:
    """Tell whether a sheet still carries the stamp it was handed out with."""
    return _stamped_heading(sheet) is not None


def status_columns(sheet: Sheet) -> tuple[tuple[int, str, str], ...]:
    """Give column, heading and field of each column of a report; the field "" is unknown.

    A column without a heading is among them when something stands below.
    """
    found = _known_heading(sheet) or _likely_heading(sheet)
    if found is None:
        return ()
    below = beginning(sheet).rows[found.row + 1 :]
    filled = {at for row in below for at, cell in enumerate(row) if text_of(cell)}
    columns = sorted({*found.texts, *filled} - {found.stamp_column})
    fields = found.fields
    return tuple((at, found.texts.get(at, ""), fields.get(at, "")) for at in columns)


def _known_heading(sheet: Sheet) -> _Heading | None:
    """Find the heading row by its stamp, else by headings only a report has."""
    stamped = _stamped_heading(sheet)
    if stamped is not None:
        return stamped
    filled = head(sheet)
    rows = (_Heading(row, _texts(sheet, filled, row)) for row in range(len(filled.rows)))
    return next((one for one in rows if _is_heading(set(one.fields.values()))), None)


def _stamped_heading(sheet: Sheet) -> _Heading | None:
    for number, row in enumerate(beginning(sheet).rows):
        for position, cell in enumerate(row):
            stamp = read_stamp(cell) if isinstance(cell, str) else None
            if stamp:
                texts = {at: text for at, one in enumerate(row) if (text := text_of(one))}
                del texts[position]
                return _Heading(number, texts, stamp, position)
    return None


def _likely_heading(sheet: Sheet) -> _Heading | None:
    likely = likely_headings(sheet)
    return _Heading(likely[0], _texts(sheet, head(sheet), likely[0])) if likely else None


def _texts(sheet: Sheet, filled: Sheet, row: int) -> dict[int, str]:
    """Give the texts of a heading row: a cell merged over rows counts, one over columns once."""
    own = {at: text for at, cell in enumerate(sheet.rows[row]) if (text := text_of(cell))}
    spread = {at: text for at, cell in enumerate(filled.rows[row]) if (text := text_of(cell))}
    above = {at: text for at, text in spread.items() if text not in own.values()}
    return dict(sorted({**above, **own}.items()))


def _layout(sheet: Sheet, heading: _Heading, corrected: Mapping[int, str]) -> StatusLayout:
    headed = heading.fields
    columns: dict[str, int] = {}
    more: dict[str, tuple[int, ...]] = {}
    doubled, unknown = [], []
    for at in sorted({*heading.texts, *corrected} - {heading.stamp_column}):
        name = corrected.get(at) or headed.get(at)
        if name == IGNORED:
            continue
        if name is None or name not in STATUS_FIELDS:
            unknown.append(at)
        elif columns.setdefault(name, at) != at:
            if name in TEXTS and _differ(heading.texts, at, columns[name]):
                more[name] = (*more.get(name, ()), at)
            else:
                doubled.append(at)
    return StatusLayout(
        heading.row,
        heading.texts,
        columns,
        heading.stamp,
        heading.stamp_column,
        titles=tuple(
            text for row in sheet.rows[: heading.row] for cell in row if (text := text_of(cell))
        ),
        doubled=tuple(doubled),
        unknown=tuple(unknown),
        left_out=frozenset(name for at, name in headed.items() if corrected.get(at) == IGNORED),
        more=more,
    )


def _differ(headings: Mapping[int, str], one: int, other: int) -> bool:
    return bare(headings.get(one, "")) != bare(headings.get(other, ""))


def _is_heading(fields: set[str]) -> bool:
    return "measure_id" in fields and ("status" in fields or {"evidence", "note"} <= fields)
