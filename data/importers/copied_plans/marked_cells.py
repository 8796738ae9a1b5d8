"""Cells of a copied plan below each other, told by what opens them.

A measure begins with an item code. Its analysis is numbered, its action has a bullet, its steps
begin with 1, its period stands before a division. What the form says of alignment has no such mark
and stays behind the action. What cannot be told, such as the rest of a row that a page cut, gets a
column of its own without a heading, so that it is reported word by word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from data.framework import framework, years
from data.importers.copied_plans.copied_lines import (
    FEWEST_HEADINGS,
    MOST_HEADING_LINES,
    furniture,
    has_bullet,
    is_numbered,
    opens_with_code,
    tells_time,
)
from data.importers.plan.drafts import FIRST_STEP
from data.importers.plan.headings import OFFICIAL, Column, column_headed
from data.importers.plan.indicators import named_indicator
from data.importers.sheets.title_years import title_years
from data.importers.spelling.periods import period
from data.importers.spelling.plan_words import alternatives, pattern, squeeze, word_lists
from data.importers.spelling.responsibility import responsibility
from data.model.grid import Row

COLUMNS: Final = tuple(column for column in OFFICIAL if column is not Column.ALIGNMENT)
_LONGEST_HEADINGS: Final = 400
_LINES_OF_A_NAME: Final = 4
_RANGE: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")


def marked_rows(lines: Sequence[str]) -> dict[int, Row]:
    """Give the headings and each measure by the line it begins in; nothing where none are found."""
    headings = list(_headings(lines))
    if not headings:
        return {}
    measures = _Measures(lines, headings, _year(lines[: headings[0].start])).rows()
    if not measures:
        return {}
    named = tuple(word_lists("columns")[column][0] for column in COLUMNS)
    return {headings[0].start: named, **measures}


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
            for stop in range(at + 1, min(at + MOST_HEADING_LINES, len(lines)) + 1):
                said = squeeze("".join(lines[at:stop]))
                if len(said) > _LONGEST_HEADINGS:
                    break
                if len(_named_in(said)) >= FEWEST_HEADINGS:
                    run = range(at, stop)
        if run:
            yield run
        at = max(run.stop, at + 1)


def _named_in(said: str) -> list[str]:
    """Give the headings a text is made of, none where it is made of anything else."""
    at, named = 0, []
    while found := _heading().match(said, at):
        at = found.end()
        named.append(found[0])
    return named if at == len(said) else []


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
    columns: set[Column | None] = field(init=False)
    body: list[int] = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        said = squeeze("".join(self.lines[at] for at in self.headings[0]))
        self.columns = {*map(column_headed, _named_in(said))}
        first, around = self.headings[0], furniture(self.lines, self.headings)
        self.body = [at for at in range(first.stop, len(self.lines)) if at not in around]
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
        if not is_numbered(self.lines[self.body[at]]):
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
        return opens_with_code(self.lines[self.body[at]])

    def _row(self, name: str, start: int, end: int) -> Row:
        """Give the cells of a measure, and last what cannot be told."""
        when, who, rest = self._when_and_who(start, end)
        told, lost = self._said(start, when)
        time, divisions = (
            self._text(*lines).replace("\n", " ") for lines in ((when, who), (who, rest))
        )
        return (name, *told, time, divisions, *filter(None, (*lost, self._text(rest, end))))

    def _said(self, start: int, end: int) -> tuple[Row, Sequence[str]]:
        """Give the cells from the question to the steps, and the lines that may be of others.

        A cell without a mark of its own may begin in any line below one that has it.
        """
        opened = [at for at in range(start, end) if self._opens(at)]
        bullet = next((at for at in opened if self._has_bullet(at)), None)
        if bullet is None:
            asked = opened[0] if opened else min(start + 1, end)
            told = (self._text(start, asked), "", "", "")
            return told, [self._text(asked, end) or self._text(start, end)]
        first = next((at for at in opened if at > bullet and self._is_first(at)), end)
        analysis, acted = opened[0], self._end_of_action(bullet, first)
        unmarked = analysis == bullet and Column.ANALYSIS in self.columns
        asked = min(start + 1, analysis) if unmarked else analysis
        places = ((start, asked), (analysis, bullet), (bullet, acted), (first, end))
        lost = [self._text(asked, analysis), self._text(acted, first)]
        return tuple(self._text(*lines) for lines in places), lost

    def _end_of_action(self, bullet: int, first: int) -> int:
        if Column.ALIGNMENT not in self.columns:
            return first
        return next((at for at in range(bullet + 1, first) if not self._has_bullet(at)), first)

    def _has_bullet(self, at: int) -> bool:
        return has_bullet(self.lines[self.body[at]])

    def _opens(self, at: int) -> bool:
        line = self.lines[self.body[at]]
        return has_bullet(line) or is_numbered(line)

    def _is_first(self, at: int) -> bool:
        return FIRST_STEP.match(self.lines[self.body[at]]) is not None

    def _when_and_who(self, start: int, end: int) -> tuple[int, int, int]:
        """Give where the period, its divisions and the rest begin: at the end without them."""
        for when in range(start + 1, end):
            if not tells_time(self.lines[self.body[when]]):
                continue
            for who in range(when + 1, min(when + _LINES_OF_A_NAME, end - 1) + 1):
                if period(self._text(when, who), self.year) and (rest := self._divisions(who, end)):
                    return when, who, rest
        return end, end, end

    def _divisions(self, who: int, end: int) -> int:
        """Give the line behind the divisions that begin in a line, 0 where none do."""
        line = self.lines[self.body[who]]
        first = line[1:].lstrip() if has_bullet(line) else line
        if not first[:1].isalpha() or tells_time(first):
            # The year or the last month of the period.
            return 0
        for stop in range(min(who + _LINES_OF_A_NAME, end), who, -1):
            named = responsibility(self._text(who, stop).replace("\n", " "))
            if named.lead and not named.unknown:
                return stop
        return 0
