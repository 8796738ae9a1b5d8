"""The rows of a status report: what each one changes, found by its measure's id.

What a row was handed out with stands in the hidden column and is looked up by that id, so that
neither sorted rows nor a sort that left the hidden column behind give a report to another measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from data.framework import organisation
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Cell, Sheet
from data.importers.sheets.readings import Body, body_of
from data.importers.spelling.folding import fold
from data.importers.spelling.plan_words import are_signatures
from data.importers.status.cells import DASHES, Converted, Faulty, value_of
from data.importers.status.layout import StatusLayout
from data.model.problems import Problem, ProblemCode
from data.model.records import ReportKind, ReportValue, Status, StatusChange
from data.roundtrip.stamps import RowStamp, read_row_stamp
from data.roundtrip.values import SAID, same

_BLANK: Final = (None, "")
_ID: Final = re.compile(r"\d{4}-\d")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")


@dataclass(slots=True)
class StatusRows:
    """One pass over the rows: what they change, by measure, and what is wrong with them.

    `joined` counts rows that only went on with the text of the one above.
    """

    sheet: Sheet
    layout: StatusLayout
    plan_year: int | None
    changes: dict[str, StatusChange] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    joined: int = 0
    body: Body = field(init=False)
    stamps: dict[str, RowStamp] = field(init=False)

    def __post_init__(self) -> None:
        self.body = body_of(self.sheet, self.layout.heading)
        stamps = map(self._stamp_in, range(len(self.body.rows)))
        self.stamps = {_key(stamp.measure_id): stamp for stamp in stamps if stamp}

    def read(self) -> None:
        """Read every row below the headings."""
        for at in self._told_apart():
            change = self._change(at)
            if change is None:
                continue
            before = self.changes.get(change.subject)
            if before is None:
                self.changes[change.subject] = change
            else:
                self._repeated(before, change)

    def _told_apart(self) -> Iterator[int]:
        """Give the rows that are no heading again, as each page may have it, and no signature."""
        headings = self.sheet.rows[max(self.layout.top, 0) : self.layout.heading + 1]
        for at, row in enumerate(self.body.rows):
            texts = [text for cell in row if (text := text_of(cell))]
            if row in headings or are_signatures(texts):
                self._tell(ProblemCode.ROW_SKIPPED, at, self._place(at), " ".join(texts))
            else:
                yield at

    def missing(self) -> Iterator[Problem]:
        """Name the measures that were handed out and did not come back."""
        named = {_key(self._visible(at)) for at in range(len(self.body.rows))} | {
            _key(measure_id) for measure_id in self.changes
        }
        for measure_id in self.layout.stamp.measure_ids if self.layout.stamp else ():
            if _key(measure_id) not in named:
                yield Problem(ProblemCode.MEASURE_MISSING, self.sheet.name, value=measure_id)

    def _change(self, at: int) -> StatusChange | None:
        measure_id = self._measure_id(at)
        if measure_id is None:
            return None
        stamp = self.stamps.get(_key(measure_id))
        if stamp is None and self.layout.stamp:
            self._tell(ProblemCode.UNKNOWN_MEASURE, at, self._place(at), measure_id)
            return None
        values = self._values(at)
        if values is None:
            return None
        changed = _changed(values, stamp)
        self._complete(at, values, changed)
        division = self._division()
        subject = stamp.measure_id if stamp else _as_written(measure_id)
        is_step = self.layout.kind is ReportKind.STEP
        return StatusChange(
            measure_id=subject.rpartition("/")[0] if is_step else subject,
            step_id=subject if is_step else "",
            kind=self.layout.kind,
            division=division,
            values=changed,
            was=stamp.was if stamp else None,
            seen_report=stamp.seen_report if stamp else None,
            reported_by=text_of(self._cell(at, "reported_by")) or division,
            plan_year=self.plan_year,
            store_id=self.layout.stamp.store_id if self.layout.stamp else "",
            sheet=self.sheet.name,
            cell=self._address(at, self._place(at)),
            cells={name: self._address(at, self.layout.columns[name]) for name in changed},
        )

    def _measure_id(self, at: int) -> str | None:
        """Give the id in sight, else the hidden one; a row with neither is told."""
        visible = self._visible(at)
        hidden = self._stamp_in(at)
        if visible or hidden:
            return visible or (hidden.measure_id if hidden else None)
        entered = any(text_of(self._cell(at, name)) for name in SAID[self.layout.kind])
        code = ProblemCode.UNKNOWN_MEASURE if entered else ProblemCode.ROW_SKIPPED
        texts = [text for cell in self.body.rows[at] if (text := text_of(cell))]
        self._tell(code, at, self._place(at), " ".join(texts))
        return None

    def _values(self, at: int) -> dict[str, ReportValue] | None:
        """Read the cells of a row; None when one of them is not understood."""
        values: dict[str, ReportValue] = {}
        faults = 0
        for name in SAID[self.layout.kind]:
            if name not in self.layout.columns:
                continue
            cell = self._cell(at, name)
            value = value_of(name, cell, self.plan_year)
            if name == "percent" and value == 1 and self._is_whole_share(cell):
                value = Converted(100)
            if isinstance(value, Faulty):
                faults += 1
                column = self.layout.columns[name]
                self._tell(value.code, at, column, text_of(cell), value.expected)
            elif isinstance(value, Converted):
                values[name] = self._converted(at, cell, value.value)
            else:
                values[name] = self._with_more(at, name, value)
        return None if faults else values

    def _with_more(self, at: int, name: str, text: ReportValue) -> ReportValue:
        """Add what further columns say for a text, under their headings."""
        lines = [str(text)] if text else []
        for column in self.layout.more.get(name, ()):
            more = text_of(self.body.cell(at, column))
            if more.strip(DASHES):
                lines.append(f"{self.layout.headings.get(column, '')}: {more}".removeprefix(": "))
        return "\n".join(lines) if name in self.layout.more else text

    def _is_whole_share(self, cell: Cell) -> bool:
        """Tell whether a 1 means 100%: its column holds shares of one, as 0.5 for 50%."""
        column = self.layout.columns["percent"]
        shares = (isinstance(one, float) and 0 < one < 1 for one in self.body.cells(column))
        return isinstance(cell, int) and any(shares)

    def _converted(self, at: int, cell: Cell, percent: int) -> int:
        column = self.layout.columns["percent"]
        self._tell(ProblemCode.PERCENT_CONVERTED, at, column, text_of(cell), str(percent))
        return percent

    def _complete(
        self, at: int, values: dict[str, ReportValue], changed: dict[str, ReportValue]
    ) -> None:
        """Take a measure that is now done as 100 percent, unless the percent was entered too."""
        newly_done = changed.get("status") is Status.DONE and "percent" in values
        # 100% typed into a cell of whole numbers is stored as 1.
        one = changed.get("percent") == 1 and values.get("status") is Status.DONE
        if one or (newly_done and "percent" not in changed and values["percent"] != 100):
            changed["percent"] = 100
            column = self.layout.columns["percent"]
            written = text_of(self._cell(at, "percent"))
            self._tell(ProblemCode.PERCENT_COMPLETED, at, column, written, "100")

    def _repeated(self, before: StatusChange, again: StatusChange) -> None:
        """Settle a measure that stands in two rows: they may not ask for different things."""
        differ = before.values and again.values and before.values != again.values
        code = ProblemCode.CONFLICTING_REPORT if differ else ProblemCode.REPEATED_MEASURE
        if not differ:
            self.changes[again.subject] = before if before.values else again
        self.problems.append(Problem(code, self.sheet.name, again.cell, again.subject, before.cell))

    def _stamp_in(self, at: int) -> RowStamp | None:
        if self.layout.stamp_column is None:
            return None
        text = text_of(self.body.cell(at, self.layout.stamp_column))
        return read_row_stamp(text, self.layout.kind) if text else None

    def _division(self) -> str:
        if self.layout.stamp:
            return self.layout.stamp.division
        named = (organisation().division_named(text) for text in self.layout.titles)
        return next((name for name in named if name), "")

    def _visible(self, at: int) -> str:
        return text_of(self._cell(at, self.layout.id_field))

    def _cell(self, at: int, name: str) -> Cell:
        column = self.layout.columns.get(name)
        return None if column is None else self.body.cell(at, column)

    def _place(self, at: int) -> int:
        """Give the column a row is named by: that of its id, or its first text."""
        filled = (position for position, cell in enumerate(self.body.rows[at]) if text_of(cell))
        return self.layout.columns.get(self.layout.id_field, next(filled, 0))

    def _address(self, at: int, column: int) -> str:
        return self.sheet.address(int(self.body.numbers[at]), column)

    def _tell(
        self, code: ProblemCode, at: int, column: int, value: str, expected: str = ""
    ) -> None:
        address = self._address(at, column)
        self.problems.append(Problem(code, self.sheet.name, address, value, expected))


def _changed(values: dict[str, ReportValue], stamp: RowStamp | None) -> dict[str, ReportValue]:
    """Give the values that differ from what was handed out; all that is said when unknown."""
    if stamp is None:
        return {name: value for name, value in values.items() if value not in _BLANK}
    return {name: value for name, value in values.items() if not same(value, stamp.was[name])}


def _as_written(measure_id: str) -> str:
    """Give an id as the store spells it; what is none stays as it was typed."""
    return _key(measure_id) if _ID.match(_key(measure_id)) else measure_id


def _key(measure_id: str) -> str:
    """Make ids comparable: digits as ASCII, no spaces, and no dash that a program made of one."""
    return _DASHES.sub("-", fold(measure_id).replace(" ", ""))
