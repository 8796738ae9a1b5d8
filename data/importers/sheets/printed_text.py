"""Score tables as text copied out of a PDF: lines of a label and its scores, without any tabs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from data.containers.formats.pdf.thai_glyphs import plain_thai
from data.importers.sheets.cells import without_unit
from data.importers.spelling.folding import bare, fold, is_subtotal, words
from data.importers.spelling.labels import code_of, indicator_names
from data.importers.spelling.level_names import level_names
from data.model.grid import Row, Sheet

_GAP: Final = re.compile(r"[ \u00a0]{2,}")
_NUMBER: Final = r"[0-9\u0e50-\u0e59]{1,3}(?:\.[0-9\u0e50-\u0e59]+)?"
_YEAR: Final = re.compile(r"(?:[^\s\d]+\s+)?[0-9\u0e50-\u0e59]{4}(?!\d)")
_DIGIT: Final = "[0-9\u0e50-\u0e59]"
# A score glued to the words before it, or to the score before it.
_GLUED: Final = re.compile(
    rf"(?:(?<=[\u0e01-\u0e4e])|(?<=\.{_DIGIT}{_DIGIT}))(?={_DIGIT}{{1,3}}\.{_DIGIT}{{2}}(?!{_DIGIT}))"
)
_THAI_WORD: Final = re.compile("[\u0e01-\u0e4e]+")
_FEWEST_LINES: Final = 3
_MOST_LINES_OF_A_NAME: Final = 5
# A printed table is short; beyond this, looking at every line would keep the server busy.
_LONGEST_TEXT: Final = 1_000_000
_LONGEST_LINE: Final = 1_000

Cells = list[str]


def with_printed_columns(sheet: Sheet) -> Sheet:
    """Part the lines of running text into labels and scores, where there are such lines.

    Text that tabs or commas part already is left alone. Row n stays line n. A line with another
    number of scores than most has lost a blank one, and nobody can tell which; a name that may go
    on in the next line may be another one: such a line stays in one piece, so that it is reported
    and not read wrong.
    """
    if sheet.text is None or len(sheet.text) > _LONGEST_TEXT:
        return sheet
    if sum(len(row) > 1 for row in sheet.rows) >= _FEWEST_LINES:
        return sheet
    lines = [_parted(_GLUED.sub(" ", plain_thai(line))) for line in sheet.lines]
    lines = _with_whole_names(_with_own_numbers(lines))
    widths = Counter(len(cells) for cells in lines if _is_scored(cells))
    if widths.total() < _FEWEST_LINES:
        return sheet
    width = widths.most_common(1)[0][0]
    rows = [_fitted(cells, width) for cells in lines]
    while rows and not rows[-1]:
        rows.pop()
    return replace(sheet, rows=tuple(rows))


def _parted(line: str) -> Cells:
    if len(line) > _LONGEST_LINE:
        return [line.strip()]
    parts = [part.strip() for part in _GAP.split(line.strip())]
    cells = [cell for part in parts if part for cell in _numbers_and_level(part)]
    return _level_apart(cells[0]) if len(cells) == 1 else cells


def _numbers_and_level(part: str) -> list[str]:
    """Part the scores from a label, the last one with the level that stands behind it."""
    before, _, level = part.rpartition(" ")
    cells = numbers_apart(before) if bare(level) in level_names() else []
    return [*cells[:-1], f"{cells[-1]} {level}"] if len(cells) > 1 else numbers_apart(part)


def numbers_apart(part: str) -> list[str]:
    """Part the scores at the end of a text from the label before them, if there is one."""
    text = " ".join(part.split())
    found = _scores_behind().fullmatch(text) if len(text) <= _LONGEST_LINE else None
    if not found or not any(map(str.isalpha, found[1])):
        return [part]
    label, scores = found[1], _score().findall(found[2])
    if len(scores) > 1 and not code_of(label) and code_of(f"{label} {scores[0]}"):
        label, scores = f"{label} {scores[0]}", scores[1:]
    return [label, *scores] if code_of(label) or "." in found[2] else [part]


@cache
def _score() -> re.Pattern[str]:
    units = "|".join(map(re.escape, words().units))
    return re.compile(rf"{_NUMBER}(?: ?(?:{units}))?")


@cache
def _scores_behind() -> re.Pattern[str]:
    return re.compile(rf"(.*?[^ :=]) ?[:=]?((?: {_score().pattern})+)")


def _level_apart(text: str) -> Cells:
    """Part a heading from the level behind it: everything is one line in a printed report."""
    before, _, behind = text.partition(":") if ":" in text else text.partition(" ")
    is_level = words().columns.get(bare(before)) == "level"
    return [before.strip(), behind.strip()] if is_level and behind.strip() else [text]


def _with_own_numbers(lines: list[Cells]) -> list[Cells]:
    """Put scores that were copied in lines of their own beside the label before them."""
    joined: list[Cells] = []
    label: int | None = None
    for cells in lines:
        joined.append(cells)
        if len(cells) != 1:
            label = None if cells else label
        elif code_of(cells[0]) and not _is_number(cells[0]):
            label = len(joined) - 1
        elif label is not None and "." in cells[0] and _is_number(cells[0]):
            joined[label], joined[-1] = [*joined[label], cells[0]], []
        else:
            label = None
    return joined


def _with_whole_names(lines: list[Cells]) -> list[Cells]:
    """Put the names of indicators together that were broken into lines, even within a word.

    The scores may stand in the first or in the last one. Below the scores of an agency a word
    alone may end its name, or be a heading: with it the line stays in one piece.
    """
    joined: list[Cells] = []
    for cells in lines:
        above = joined[-1] if joined else []
        count = _lines_of_a_name(joined, cells)
        if count:
            name = [*joined[-count:], cells]
            joined[-count:] = [[] for _ in range(count)]
            scores = [score for line in name for score in line[1:]]
            joined.append(["".join(line[0] for line in name), *scores])
        elif len(cells) == 1 and _is_scored(above) and _may_end_an_agency(above[0], cells[0]):
            joined[-1] = [" ".join([*above, *cells])]
            joined.append([])
        else:
            joined.append(cells)
    return joined


def _lines_of_a_name(above: Sequence[Cells], end: Cells) -> int:
    """Count the lines above that begin the name a line ends: one of them all has its scores."""
    for count in range(1, min(_MOST_LINES_OF_A_NAME, len(above)) + 1) if end else ():
        first, *between = above[-count:]
        if not first or any(len(line) != 1 for line in between):
            return 0
        begun = "".join(line[0] for line in (first, *between))
        if (len(first) == 1) != (len(end) == 1) and _ends_a_name(begun, end[0]):
            return count
    return 0


def _ends_a_name(begun: str, end: str) -> bool:
    """Tell whether two texts are the name of an indicator, or a total, that neither is alone."""
    whole = bare(begun + end)
    is_name = any(
        whole.endswith(name) and not bare(begun).endswith(name) and not bare(end).endswith(name)
        for name in indicator_names()
    )
    return is_name or bool(code_of(begun + end) and not code_of(begun) and not code_of(end))


def _may_end_an_agency(name: str, end: str) -> bool:
    others = (*words().places, *words().provinces, *words().districts)
    begins = (*others, *words().organisation_beginnings)
    alone = _THAI_WORD.fullmatch(end) and not end.startswith(begins) and not is_subtotal(end)
    return bool(alone) and not code_of(name)


def _is_number(text: str) -> bool:
    return re.fullmatch(_NUMBER, without_unit(fold(text))) is not None


def _is_scored(cells: Sequence[str]) -> bool:
    scores = [cell for cell in cells[1:] if _is_number(cell.split(" ")[0])]
    return len(cells) > 1 and bool(scores) and (bool(code_of(cells[0])) or len(cells) > 3)


def _fitted(cells: Cells, width: int) -> Row:
    if _is_scored(cells) and len(cells) != width and width > 2:
        return (" ".join(cells),)
    if len(cells) == 1 and len(years := _YEAR.findall(cells[0])) == width - 1 > 1:
        return (_YEAR.sub("", cells[0]).strip() or None, *years)
    return tuple(cells)
