"""Where a status report begins: its hidden stamp, or headings only such a report has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.importers.cells import text_of
from data.importers.headings import bare
from data.importers.sheets import Row, Sheet
from data.importers.status_words import SHOWN, status_words
from data.importers.title_years import organisation_in, title_years
from data.records import ReportKind
from data.roundtrip.stamps import Stamp, read_stamp

_SEARCHED_ROWS: Final = 60


@dataclass(frozen=True, slots=True)
class StatusLayout:
    """The heading row counted from 0, where each field stands, and the stamp unless it was lost.

    `doubled` are columns whose heading was there already, `unknown` have one we do not know.
    """

    heading: int
    columns: Mapping[str, int]
    stamp: Stamp | None
    stamp_column: int | None
    doubled: tuple[int, ...]
    unknown: tuple[int, ...]
    titles: tuple[str, ...]

    @property
    def kind(self) -> ReportKind:
        """Who speaks; without a stamp a sheet without a status is a supporter's."""
        if self.stamp:
            return self.stamp.kind
        return ReportKind.LEAD if "status" in self.columns else ReportKind.SUPPORT

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


def find_status(sheet: Sheet) -> StatusLayout | None:
    """Find a status report; None when the sheet is none."""
    rows = sheet.rows[:_SEARCHED_ROWS]
    for number, row in enumerate(rows):
        for position, cell in enumerate(row):
            stamp = read_stamp(cell) if isinstance(cell, str) else None
            if stamp:
                return _layout(sheet, number, stamp, position)
    named = (number for number, row in enumerate(rows) if _is_heading(_fields(row)))
    return next((_layout(sheet, number, None, None) for number in named), None)


def is_stamped(sheet: Sheet) -> bool:
    """Tell whether a sheet still carries the stamp it was handed out with."""
    found = find_status(sheet)
    return found is not None and found.stamp is not None


def _layout(sheet: Sheet, heading: int, stamp: Stamp | None, position: int | None) -> StatusLayout:
    columns: dict[str, int] = {}
    doubled, unknown = [], []
    for at, cell in enumerate(sheet.rows[heading]):
        name = _field(text_of(cell))
        if at == position or not text_of(cell) or name == SHOWN:
            continue
        if name is None:
            unknown.append(at)
        elif columns.setdefault(name, at) != at:
            doubled.append(at)
    titles = tuple(text for row in sheet.rows[:heading] for cell in row if (text := text_of(cell)))
    return StatusLayout(heading, columns, stamp, position, tuple(doubled), tuple(unknown), titles)


def _fields(row: Row) -> set[str | None]:
    return {_field(text_of(cell)) for cell in row}


def _field(heading: str) -> str | None:
    return status_words().columns.get(bare(heading)) if heading else None


def _is_heading(fields: set[str | None]) -> bool:
    return "measure_id" in fields and ("status" in fields or {"evidence", "note"} <= fields)
