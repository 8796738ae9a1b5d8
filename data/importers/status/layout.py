"""Where a status report begins, and which of its columns says what: by headings or by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from data.importers.recognised import ColumnMatch, Columns, Recognised
from data.importers.sheets.cells import text_of
from data.importers.sheets.head import SheetHead, likely_headings
from data.importers.sheets.title_years import organisation_in, title_years
from data.importers.spelling.folding import bare, fold
from data.importers.spelling.status_words import IGNORED, status_words
from data.importers.status.chat import is_chat
from data.importers.status.named_columns import (
    LINE,
    NAMES,
    SENT,
    TICKS,
    holds_scores,
    may_name_measures,
    named_fields,
    names_measures,
    tells_results,
    ticks_quarters,
)
from data.model.choices import Choices
from data.model.identity import Answer, Identity, SheetKind
from data.model.records import Form, ReportKind
from data.roundtrip.stamps import Stamp
from data.roundtrip.values import BESIDE, FIELDS, SAID, TEXTS

_BESIDE: Final = tuple(sorted({name for names in BESIDE.values() for name in names}))
STATUS_FIELDS: Final = ("measure_id", *FIELDS[ReportKind.LEAD], "reported_by", "step_id")
READABLE_FIELDS: Final = (*STATUS_FIELDS, *_BESIDE, *NAMES, *TICKS, SENT)
"""What a column of a report can be read as: of one we handed out, and of any other."""

_IDS: Final = frozenset({"measure_id", "step_id"})
_NAMED: Final = _IDS | {"action", "item", LINE}
_SAID: Final = frozenset({*FIELDS[ReportKind.LEAD], *TICKS, LINE})
_OF_LEADS: Final = frozenset(FIELDS[ReportKind.LEAD]) - frozenset(FIELDS[ReportKind.SUPPORT])


@dataclass(frozen=True, slots=True)
class StatusLayout:
    """The heading row counted from 0, where each field stands, and the stamp unless it was lost.

    Headings in two rows begin in row `top`; lines without headings have -1 for their row.

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
    top: int = 0

    form: Form = Form.STATUS

    @property
    def by_name(self) -> bool:
        """Whether rows name their measures in words, as nobody gave them our ids."""
        return self.stamp is None and not _IDS & set(self.columns)

    @property
    def kind(self) -> ReportKind:
        """Who speaks; without a stamp it is a supporter where nothing is said that leads say.

        Where steps are named it is about them. What names no id is told of measures as a whole.
        """
        if self.stamp:
            return self.stamp.kind
        if self.by_name:
            return ReportKind.LEAD
        if "step_id" in self.columns:
            return ReportKind.STEP
        return ReportKind.LEAD if _OF_LEADS & set(self.columns) else ReportKind.SUPPORT

    @property
    def id_field(self) -> str:
        """The field that says what a row is about."""
        return "step_id" if self.kind is ReportKind.STEP else "measure_id"

    @property
    def unread(self) -> tuple[int, ...]:
        """The columns whose field is not asked of who speaks."""
        read = {*_IDS, "reported_by", *SAID[self.kind], *NAMES, *TICKS, SENT, LINE}
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
    rows: int = 1

    @property
    def fields(self) -> dict[int, str]:
        """The fields that the texts name, by column."""
        known = status_words().columns
        own = {at: name for at, text in self.texts.items() if (name := known.get(bare(text)))}
        return own if self.stamp or _IDS & set(own.values()) else named_fields(self.texts)


@cache
def _id_headings() -> frozenset[str]:
    columns = status_words().columns.items()
    return frozenset(heading for heading, name in columns if name in _IDS)


def find_status(head: SheetHead) -> StatusLayout | None:
    """Find a status report by its stamp, else by headings only a report has, else line by line."""
    heading = _stamped_heading(head)
    if heading is None and not _id_headings().isdisjoint(head.words):
        heading = _known_heading(head)
    if heading is None and may_name_measures(head):
        heading = _named_heading(head)
    if heading:
        return _layout(head, heading, {})
    return StatusLayout(-1, {}, {LINE: 0}, None, None, ()) if is_chat(head) else None


def settle_status(recognised: Recognised, choices: Choices) -> StatusLayout | None:
    """Give the layout with what a person said columns mean, or of the sheet that person chose.

    Then any row of headings will do that names a measure and what is said of it.
    """
    own = recognised.layout
    if isinstance(own, StatusLayout) and own.headings:
        heading: _Heading | None = _heading_of(own)
    else:
        heading = _known_heading(recognised.head) or _likely_heading(recognised.head)
    return _layout(recognised.head, heading, choices.columns or {}) if heading else None


def status_columns(head: SheetHead, layout: StatusLayout | None) -> Columns:
    """Match each column with a heading or content, but that of the stamp."""
    heading = _heading_of(layout) if layout else _likely_heading(head)
    if heading is None or heading.row < 0:
        return ()
    columns = sorted({*heading.texts, *head.columns_below(heading.row)} - {heading.stamp_column})
    texts, fields = heading.texts, heading.fields
    return tuple([ColumnMatch(at, texts.get(at, ""), fields.get(at, "")) for at in columns])


def identify_status(head: SheetHead, layout: StatusLayout) -> Identity:
    """Tell whose report it is and of which plan: by the stamp, else by the titles."""
    sheet, stamped = head.sheet, head.stamped
    place = sheet.address(stamped.row, stamped.column) if stamped else ""
    agency, year = layout.agency, layout.plan_year
    return Identity(
        Answer(
            SheetKind.STATUS,
            place or sheet.address(max(layout.heading, 0), min(layout.headings, default=0)),
        ),
        Answer(agency, place or _place(head, agency)) if agency else None,
        Answer(year, place or _place(head, str(year), str(year - 543))) if year else None,
    )


def _place(head: SheetHead, *words: str) -> str:
    """Give the address of the first text with one of these words, "" where there is none."""
    for row, column, text in head.texts:
        if any(word in fold(text) or word in text for word in words):
            return head.sheet.address(row, column)
    return ""


def _heading_of(layout: StatusLayout) -> _Heading:
    rows = layout.heading - layout.top + 1
    return _Heading(layout.heading, layout.headings, layout.stamp, layout.stamp_column, rows)


def _known_heading(head: SheetHead) -> _Heading | None:
    rows = (_Heading(row, _texts(head, row)) for row in range(len(head.filled)))
    return next((one for one in rows if _is_heading(set(one.fields.values()))), None)


def _named_heading(head: SheetHead) -> _Heading | None:
    """Find the headings of a report without ids, in one row or in two below each other.

    A column of scores makes a sheet one of scores, unless its title says that it tells results.
    """
    if holds_scores(head) and not tells_results(head):
        return None
    for row in range(len(head.filled)):
        heading = _Heading(row, _texts(head, row))
        below = _below(head, row)
        # A row whose every cell has a heading below it is no part of them.
        if heading.texts.keys() - below.keys() and below:
            lower = _Heading(row + 1, {**heading.texts, **below}, rows=2)
            if names_measures(lower.fields.values()):
                return lower
        if names_measures(heading.fields.values()) or ticks_quarters(head, heading.texts):
            return heading
    return None


def _below(head: SheetHead, row: int) -> dict[int, str]:
    """Give the texts of the next row where all of them are headings, too, and two at least."""
    texts = _texts(head, row + 1) if row + 1 < len(head.filled) else {}
    return texts if len(texts) > 1 and set(named_fields(texts)) == set(texts) else {}


def _stamped_heading(head: SheetHead) -> _Heading | None:
    if head.stamped is None:
        return None
    row, column, stamp = head.stamped
    texts = {at: text for at, cell in enumerate(head.rows[row]) if (text := text_of(cell))}
    del texts[column]
    return _Heading(row, texts, stamp, column)


def _likely_heading(head: SheetHead) -> _Heading | None:
    likely = likely_headings(head)
    return _Heading(likely[0], _texts(head, likely[0])) if likely else None


def _texts(head: SheetHead, row: int) -> dict[int, str]:
    """Give the texts of a heading row: a cell merged over rows counts, one over columns once."""
    own = {at: text for at, cell in enumerate(head.rows[row]) if (text := text_of(cell))}
    spread = {at: text for at, cell in enumerate(head.filled[row]) if (text := text_of(cell))}
    above = {at: text for at, text in spread.items() if text not in own.values()}
    return dict(sorted({**above, **own}.items()))


def _layout(
    head: SheetHead, heading: _Heading, corrected: Mapping[int, str]
) -> StatusLayout | None:
    """Settle the columns; None where no measure is named, or nothing is said of it.

    `corrected` gives what a person said columns mean: one of `READABLE_FIELDS`, "ignored".
    """
    headed = heading.fields
    columns: dict[str, int] = {}
    more: dict[str, tuple[int, ...]] = {}
    doubled, unknown = [], []
    for at in sorted({*heading.texts, *corrected} - {heading.stamp_column}):
        name = corrected.get(at) or headed.get(at)
        if name == IGNORED:
            continue
        if name is None or name not in READABLE_FIELDS:
            unknown.append(at)
        elif columns.setdefault(name, at) != at:
            if name in TEXTS and _differ(heading.texts, at, columns[name]):
                more[name] = (*more.get(name, ()), at)
            else:
                doubled.append(at)
    if not heading.stamp and not (_NAMED & set(columns) and _SAID & set(columns)):
        return None
    return StatusLayout(
        heading.row,
        heading.texts,
        columns,
        heading.stamp,
        heading.stamp_column,
        titles=tuple(
            text for row in head.rows[: heading.row] for cell in row if (text := text_of(cell))
        ),
        doubled=tuple(doubled),
        unknown=tuple(unknown),
        left_out=frozenset(name for at, name in headed.items() if corrected.get(at) == IGNORED),
        more=more,
        top=heading.row - heading.rows + 1,
    )


def _differ(headings: Mapping[int, str], one: int, other: int) -> bool:
    return bare(headings.get(one, "")) != bare(headings.get(other, ""))


def _is_heading(fields: set[str]) -> bool:
    return bool(_IDS & fields) and ("status" in fields or {"evidence", "note"} <= fields)
