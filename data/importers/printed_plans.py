"""Plans as text copied out of a PDF without tabs: cells below each other, told by what opens them.

A measure begins with an item code. Its analysis is numbered, its action has a bullet, its steps
begin with 1, its period stands before a division. What the form says of alignment has no such mark
and stays behind the action. What cannot be told, such as the rest of a row that a page cut, gets a
column of its own without a heading, so that it is reported word by word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from data.containers.formats.pdf.thai_glyphs import plain_thai
from data.framework import framework, years
from data.importers.plan.drafts import FIRST_STEP
from data.importers.plan.headings import OFFICIAL, Column
from data.importers.plan.indicators import named_indicator
from data.importers.sheets.title_years import title_years
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.periods import period
from data.importers.spelling.plan_steps import BULLETS
from data.importers.spelling.plan_words import alternatives, pattern, squeeze, word_lists
from data.importers.spelling.responsibility import responsibility
from data.model.grid import Row, Sheet

COLUMNS: Final = tuple(column for column in OFFICIAL if column is not Column.ALIGNMENT)
_FEWEST_HEADINGS: Final = 5
_MOST_HEADING_LINES: Final = 20
_LONGEST_HEADINGS: Final = 400
_MOST_LINES: Final = 5_000
_LONGEST_LINE: Final = 300
_LINES_OF_A_NAME: Final = 4
# Some viewers give a letter with its marks twice where a font draws them apart.
_TWICE: Final = re.compile("([\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+)\\1")
_NUMBERED: Final = re.compile(r"\d{1,2}\s?[.)]")
_RANGE: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BULLET: Final = re.compile(rf"[{BULLETS}]\s")


def with_plan_columns(sheet: Sheet) -> Sheet:
    """Part the lines of a plan without tabs; row n stays line n, and any other text stays."""
    if sheet.text is None or "\t" in sheet.text or len(sheet.rows) > _MOST_LINES:
        return sheet
    written = sheet.text.splitlines()
    if max(map(len, written), default=0) > _LONGEST_LINE:
        return sheet
    lines = [_TWICE.sub(r"\1", plain_thai(line)).strip() for line in written]
    headings = list(_headings(lines))
    if not headings:
        return sheet
    measures = _Measures(lines, headings, _year(lines[: headings[0].start])).rows()
    if not measures:
        return sheet
    rows: list[Row] = [(line,) if at < headings[0].start else () for at, line in enumerate(lines)]
    rows[headings[0].start] = tuple(word_lists("columns")[column][0] for column in COLUMNS)
    for at, row in measures.items():
        rows[at] = row
    return replace(sheet, rows=tuple(rows), parted=True)


def _year(titles: Sequence[str]) -> int:
    """Give the year by whose indicators names are known: the latest title, else the newest."""
    told = [year for year, _ in title_years(titles) if year - 1 in years()]
    return max(told, default=max(years()))


def _headings(lines: Sequence[str]) -> Iterator[range]:
    """Give the lines of each run of headings that names enough columns, wherever lines end."""
    at = 0
    while at < len(lines):
        run = range(at, at)
        if _heading().match(squeeze(lines[at])):
            for stop in range(at + 1, min(at + _MOST_HEADING_LINES, len(lines)) + 1):
                said = squeeze("".join(lines[at:stop]))
                if len(said) > _LONGEST_HEADINGS:
                    break
                if _named_in(said) >= _FEWEST_HEADINGS:
                    run = range(at, stop)
        if run:
            yield run
        at = max(run.stop, at + 1)


def _named_in(said: str) -> int:
    """Count the headings a text is made of, 0 where it is made of anything else."""
    at = named = 0
    while found := _heading().match(said, at):
        at, named = found.end(), named + 1
    return named if at == len(said) else 0


@cache
def _heading() -> re.Pattern[str]:
    spelt = {squeeze(text) for texts in word_lists("columns").values() for text in texts}
    listed = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
    year = pattern("title", "analysed_year")
    return re.compile(f"{alternatives('title', 'groups')}(?:{year})?|{listed}")


@dataclass(slots=True)
class _Measures:
    """One walk down the lines below the first headings."""

    lines: Sequence[str]
    headings: Sequence[range]
    year: int
    body: list[int] = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        first = self.headings[0]
        titles = {squeeze(line) for line in self.lines[: first.start]}
        furniture = {at for run in self.headings for at in run}
        for at, line in enumerate(self.lines):
            key = squeeze(line)
            if not key or key in titles or re.fullmatch(pattern("title", "page_number"), key):
                furniture.add(at)
        self.body = [at for at in range(first.stop, len(self.lines)) if at not in furniture]
        signed = re.compile(pattern("rows", "signatures"))
        texts = (squeeze(self.lines[at]) for at in self.body)
        signatures = (at for at, text in enumerate(texts) if signed.search(text))
        self.end = next(signatures, len(self.body))

    def rows(self) -> dict[int, Row]:
        """Give the row of each measure by the line it begins in, and of what is none."""
        names = {at: count for at in range(self.end) if (count := self._name_at(at))}
        named = {inside for at, count in names.items() for inside in range(at, at + count)}
        codes = {at for at in range(self.end) if self._code_at(at)}
        starts = sorted({*names, *(codes - named)})
        if not starts:
            return {}
        rows: dict[int, Row] = {self.body[at]: (self._text(at, at + 1),) for at in self._below()}
        if starts[0]:
            rows[self.body[0]] = (*[""] * len(COLUMNS), self._text(0, starts[0]))
        name: tuple[int, str] | None = None
        for at, end in zip(starts, [*starts[1:], self.end], strict=True):
            behind = at + names.get(at, 0)
            if behind == end:
                # The name of an indicator stands in a row of its own above its first measure.
                rows[self.body[at]] = (self._text(at, behind),)
                name = at, self._text(at, behind)
                continue
            begun, said = name or (at, self._text(at, behind))
            rows[self.body[begun]] = self._row(said, behind, end)
            name = None
        return rows

    def _below(self) -> range:
        """Give the lines of the signatures below the table."""
        return range(self.end, len(self.body))

    def _text(self, start: int, end: int) -> str:
        return "\n".join(self.lines[at] for at in self.body[start:end])

    def _name_at(self, at: int) -> int:
        """Count the lines from here that are the whole name of an indicator together."""
        if not _NUMBERED.match(self.lines[self.body[at]]):
            return 0
        for end in range(at + 1, min(at + _LINES_OF_A_NAME, self.end) + 1):
            named = named_indicator(self._text(at, end), (framework(self.year - 1),))
            if named.number is None:
                return 0
            if named.complete:
                behind = (more for more in (1, 2) if _RANGE.fullmatch(self._text(end, end + more)))
                return end - at + next(behind, 0)
        return 0

    def _code_at(self, at: int) -> bool:
        codes = item_codes(self.lines[self.body[at]])
        return bool(codes) and codes[0].span[0] == 0

    def _row(self, name: str, start: int, end: int) -> Row:
        """Give the cells of a measure, and last what cannot be told."""
        when, who, rest = self._when_and_who(start, end)
        opened = [at for at in range(start, when) if self._opens(at)]
        bullet = next((at for at in opened if _BULLET.match(self.lines[self.body[at]])), None)
        if bullet is None:
            # Without a bullet nobody can tell where the analysis ends.
            analysis = bullet = first = opened[0] if opened else when
            lost = [self._text(first, when), self._text(rest, end)]
        else:
            first = next((at for at in opened if at > bullet and self._is_first(at)), when)
            analysis, lost = min(opened[0], bullet), [self._text(rest, end)]
        steps = self._text(first, when) if first > bullet else ""
        told = (
            self._text(start, analysis),
            self._text(analysis, bullet),
            self._text(bullet, first),
        )
        time, divisions = (
            self._text(*one).replace("\n", " ") for one in ((when, who), (who, rest))
        )
        return (name, *told, steps, time, divisions, "\n".join(filter(None, lost)))

    def _opens(self, at: int) -> bool:
        line = self.lines[self.body[at]]
        return bool(_BULLET.match(line) or _NUMBERED.match(line))

    def _is_first(self, at: int) -> bool:
        return FIRST_STEP.match(self.lines[self.body[at]]) is not None

    def _when_and_who(self, start: int, end: int) -> tuple[int, int, int]:
        """Give where the period, its divisions and the rest begin: at the end without them."""
        for when in range(start + 1, end):
            if not self._tells_time(when):
                continue
            for who in range(when + 1, min(when + _LINES_OF_A_NAME, end - 1) + 1):
                if period(self._text(when, who), self.year) and (rest := self._divisions(who, end)):
                    return when, who, rest
        return end, end, end

    def _tells_time(self, at: int) -> bool:
        key = squeeze(self.lines[self.body[at]])
        return re.match(alternatives("periods", "opens"), key) is not None

    def _divisions(self, who: int, end: int) -> int:
        """Give the line behind the divisions that begin in a line, 0 where none do."""
        for stop in range(min(who + _LINES_OF_A_NAME, end), who, -1):
            named = responsibility(self._text(who, stop).replace("\n", " "))
            if named.lead and not named.unknown:
                return stop
        return 0
