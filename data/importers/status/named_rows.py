"""The rows of a report that knows none of our ids: what each names, and what it says of it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from data.framework import Framework, framework, organisation, years
from data.importers.plan.indicators import named_indicator
from data.importers.sheets.cells import text_of
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.plan_words import pattern, squeeze
from data.importers.status.cells import DASHES, Faulty, value_of
from data.importers.status.chat import Line, read_line
from data.importers.status.named_columns import LINE, NAMES, SENT, TICKS, is_quarter
from data.importers.status.rows import StatusRows
from data.importers.status.ticks import Ticks
from data.importers.status.wordings import Named, named_in, state_in
from data.model.grid import Cell
from data.model.links import is_safe_link
from data.model.measure_said import MeasureSaid
from data.model.problems import Problem, ProblemCode
from data.model.records import ReportKind, ReportValue, Status, StatusChange
from data.roundtrip.values import TEXTS

Values = dict[str, ReportValue]
_WHOLE: Final = 100
_QUARTERS: Final = 4


@dataclass(slots=True)
class NamedRows(StatusRows):
    """One pass over rows that name their measures in words; which ones they are the plan tells."""

    last: str = ""
    unclear: dict[int, str] = field(default_factory=dict)
    ticks: Ticks = field(init=False)
    quarters: list[int] = field(init=False)

    def __post_init__(self) -> None:
        super(NamedRows, self).__post_init__()
        columns, headings = self.layout.columns, self.layout.headings
        noted = (columns.get("note"), *self.layout.more.get("note", ()))
        self.quarters = [at for at in noted if at is not None and is_quarter(headings.get(at, ""))]
        ticked = [at for name, at in columns.items() if name in TICKS]
        self.ticks = Ticks.of(self.body, [*ticked, *self.quarters])

    def _change(self, at: int) -> StatusChange | None:
        if LINE in self.layout.columns:
            return self._of_line(at, read_line(self.body.rows[at]))
        named = named_in(self._label(at, "action", lines=True))
        told = self._told(at)
        if told is None:
            return None
        values, cells = told
        said = self._said(at, named)
        if not values:
            self._skip(at)
            return None
        if said is None and not named.measure_id:
            self._go_on(at, values)
            return None
        return self._made(at, named.measure_id, said, values, cells)

    def _made(
        self,
        at: int,
        measure_id: str,
        said: MeasureSaid | None,
        values: Values,
        cells: Mapping[str, str],
    ) -> StatusChange:
        division = (said.division if said else "") or self._division()
        change = StatusChange(
            measure_id=measure_id,
            kind=ReportKind.LEAD,
            division="",
            values=values,
            was=None,
            seen_report=None,
            reported_by=text_of(self._cell(at, "reported_by")) or division,
            plan_year=self.plan_year,
            sheet=self.sheet.name,
            cell=self._address(at, self._place(at)),
            cells=cells,
            said=None if measure_id else said,
        )
        self.last = change.subject
        return change

    def _of_line(self, at: int, line: Line) -> StatusChange | None:
        if not line.tells and line.status is None:
            self._skip(at)
            return None
        named = line.named
        status = line.status or _status_of(line.percent)
        values: Values = {"status": status, "percent": line.percent, "evidence": line.evidence}
        values |= {"note": line.written}
        if status is Status.DONE and line.percent is None:
            values["percent"] = _WHOLE
        filled: Values = {name: value for name, value in values.items() if value not in (None, "")}
        cells = dict.fromkeys(filled, self._address(at, self._place(at)))
        number = int(self.body.numbers[at]) + 1
        said = MeasureSaid(
            number, line.words, named.items, None, named.number, line.division, in_passing=True
        )
        return self._made(at, named.measure_id, said, filled, cells)

    def _with_more(self, at: int, name: str, text: ReportValue) -> ReportValue:
        """Add further columns of a text; what stands under a quarter tells nothing without it.

        A tick there is no text.
        """
        if name != "note" or not self.quarters:
            return super(NamedRows, self)._with_more(at, name, text)
        columns = (self.layout.columns[name], *self.layout.more.get(name, ()))
        texts = {column: text_of(self.body.cell(at, column)) for column in columns}
        texts[columns[0]] = str(text or "")
        return "\n".join(
            said
            if column == columns[0] and column not in self.quarters
            else self._under(column, said)
            for column, said in texts.items()
            if said.strip(DASHES) and not (column in self.quarters and self.ticks.marks(at, column))
        )

    def _under(self, column: int, said: str) -> str:
        return f"{self.layout.headings.get(column, '')}: {said}".removeprefix(": ")

    def _said(self, at: int, named: Named) -> MeasureSaid | None:
        """Give how a row names its measure; None where it names none."""
        text = named.text
        if text and _is_sum(text):
            return None
        items = named.items if not text else ()
        items = tuple(code.code for code in item_codes(self._label(at, "item"))) or items
        indicator = named_indicator(self._label(at, "indicator"), self._years()).number
        if not text and not items and named.number is None:
            return None
        division = self._label(at, "division")
        named_division = organisation().division_named(division) or ""
        place = int(self.body.numbers[at]) + 1
        unclear = self.unclear.get(at, "")
        return MeasureSaid(place, text, items, indicator, named.number, named_division, unclear)

    def _told(self, at: int) -> tuple[Values, dict[str, str]] | None:
        """Give what a row says and the cell of each; None when a cell is not understood."""
        self._note_unclear_percent(at)
        read = self._values(at)
        if read is None:
            return None
        values = {name: value for name, value in read.items() if not _says_nothing(value)}
        cells = {name: self._address(at, self.layout.columns[name]) for name in values}
        self._evidence_in_words(values, cells)
        if not self._ticked(at, values, cells) or not self._sent(at, values, cells):
            return None
        self._quarters_ticked(at, values, cells)
        if "status" not in self.layout.columns and not TICKS.keys() & self.layout.columns.keys():
            self._status_in_words(at, values, cells)
        elif "status" in values and "percent" not in values:
            percent = state_in(text_of(self._cell(at, "status")))[1]
            values |= {} if percent is None else {"percent": percent}
        if values.get("status") is Status.DONE and at not in self.unclear:
            values.setdefault("percent", _WHOLE)
        return values, cells

    def _evidence_in_words(self, values: Values, cells: dict[str, str]) -> None:
        """Keep evidence that is no link with the note: a photograph or a letter on paper."""
        said = values.get("evidence")
        if isinstance(said, str) and not is_safe_link(said):
            told = (str(values.get("note", "")), self._under(self.layout.columns["evidence"], said))
            values["note"] = "\n".join(filter(None, told))
            del values["evidence"]
            cells.setdefault("note", cells.pop("evidence"))

    def _note_unclear_percent(self, at: int) -> None:
        """Set aside a percent in words that may mean several numbers: a person is asked for it."""
        cell = self._cell(at, "percent")
        if isinstance(cell, str) and not any(map(str.isdigit, cell)):
            value = value_of("percent", cell, self.plan_year)
            if isinstance(value, Faulty) and self._label(at, "action"):
                self.unclear[at] = text_of(cell)

    def _cell(self, at: int, name: str) -> Cell:
        """Give a cell of a row, but for a percent that is asked for."""
        is_asked = name == "percent" and at in self.unclear
        return None if is_asked else super(NamedRows, self)._cell(at, name)

    def _ticked(self, at: int, values: Values, cells: dict[str, str]) -> bool:
        """Read the columns of ticks; False, and told, where they do not say one thing."""
        ticked = []
        for name, status in TICKS.items():
            column = self.layout.columns.get(name)
            if column is None or not self.ticks.sign(at, column).strip(DASHES):
                continue
            if not self.ticks.marks(at, column):
                self._tell(ProblemCode.UNKNOWN_STATUS, at, column, self.ticks.sign(at, column))
                return False
            if self.ticks.is_ticked(at, column):
                ticked.append((status, column))
        if len(ticked) > 1:
            last = max(column for _, column in ticked)
            self._tell(ProblemCode.UNKNOWN_STATUS, at, last, self._row_text(at))
            return False
        for status, column in ticked:
            values["status"], cells["status"] = status, self._address(at, column)
        return True

    def _quarters_ticked(self, at: int, values: Values, cells: dict[str, str]) -> None:
        """Take each quarter ticked as one of the work, where nothing else tells the percent."""
        ticked = [column for column in self.quarters if self.ticks.is_ticked(at, column)]
        state = values.get("status", Status.IN_PROGRESS)
        if ticked and state is Status.IN_PROGRESS and "percent" not in values:
            percent = _WHOLE * len(ticked) // _QUARTERS
            values["percent"], cells["percent"] = percent, self._address(at, ticked[-1])
            said = ", ".join(self.layout.headings[column] for column in ticked)
            self._tell(ProblemCode.PERCENT_CONVERTED, at, ticked[-1], said, str(percent))

    def _sent(self, at: int, values: Values, cells: dict[str, str]) -> bool:
        """Take the day an answer was sent as that of its state, where nothing else says one."""
        column = self.layout.columns.get(SENT)
        if column is None or not values:
            return True
        day = value_of("status_on", self.body.cell(at, column), self.plan_year)
        if isinstance(day, Faulty):
            self._tell(day.code, at, column, text_of(self.body.cell(at, column)))
            return False
        if isinstance(day, dt.date):
            values["status_on"], cells["status_on"] = day, self._address(at, column)
        return True

    def _status_in_words(self, at: int, values: Values, cells: dict[str, str]) -> None:
        """Read the state out of what was done, else out of the percent, and tell so."""
        note = self._cell(at, "note")
        status, percent, _ = state_in(note if isinstance(note, str) else "")
        place = cells.get("note", "")
        if percent is not None and "percent" not in values:
            values["percent"], cells["percent"] = percent, place
        if status is None and isinstance(values.get("percent"), int):
            status, place = _status_of(values["percent"]), cells["percent"]
        if status is not None:
            values["status"], cells["status"] = status, place
            written = text_of(note) or str(values.get("percent", ""))
            told = (self.sheet.name, place, written, status.value)
            self.problems.append(Problem(ProblemCode.STATUS_FROM_TEXT, *told))

    def _go_on(self, at: int, values: Values) -> None:
        """Add the texts of a row that names no measure to the row above; else it is told."""
        before = self.changes.get(self.last)
        if before is None or set(values) - TEXTS or _is_sum(self._row_text(at)):
            code = ProblemCode.UNKNOWN_MEASURE if before is None else ProblemCode.ROW_SKIPPED
            self._tell(code, at, self._place(at), self._row_text(at))
            return
        texts = {
            name: "\n".join(filter(None, (str(before.values.get(name) or ""), str(text))))
            for name, text in values.items()
        }
        self.changes[self.last] = replace(before, values={**before.values, **texts})
        self.joined += 1

    def _place(self, at: int) -> int:
        """Give the column a row is named by: that of its measure, else its first text."""
        named = [self.layout.columns[name] for name in NAMES if name in self.layout.columns]
        texts = [column for column in named if text_of(self.body.cell(at, column))]
        return texts[0] if texts else super(NamedRows, self)._place(at)

    def _label(self, at: int, name: str, *, lines: bool = False) -> str:
        """Give a naming cell of a row, with its lines or in one; one merged stands for its rows."""
        column = self.layout.columns.get(name)
        if column is None:
            return ""
        cell = next(iter(self.body.filled[at][column : column + 1]), None)
        return cell if lines and isinstance(cell, str) else text_of(cell)

    def _years(self) -> tuple[Framework, ...]:
        """Give the years whose indicators a row may name: that of the plan, else the newest."""
        year = self.plan_year if self.plan_year in years() else max(years())
        return (framework(year),)

    def _skip(self, at: int) -> None:
        self._tell(ProblemCode.ROW_SKIPPED, at, self._place(at), self._row_text(at))

    def _row_text(self, at: int) -> str:
        return " ".join(text for cell in self.body.rows[at] if (text := text_of(cell)))


def _status_of(percent: ReportValue) -> Status | None:
    """Give the state a percent alone tells; of nothing done nobody knows whether it was begun."""
    if percent == _WHOLE:
        return Status.DONE
    return Status.IN_PROGRESS if isinstance(percent, int) and percent > 0 else None


def _says_nothing(value: ReportValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip(DASHES))


def _is_sum(text: str) -> bool:
    return re.fullmatch(pattern("rows", "sums"), squeeze(text)) is not None
