"""What one cell of a score sheet means: the only place that decides it."""

import re
from typing import Final

from data.importers.spelling.folding import fold, remembering, words
from data.importers.spelling.level_names import score_and_level
from data.model.grid import Cell, Percentage, Unreadable
from data.model.problems import ProblemCode

_NUMBER: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
# A footnote behind it, its full mark, or the comma of other countries: 92.82*, 92.82/100, 92,82.
_ODD: Final = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?: ?[*\u2020\u2021#]+| ?/ ?100(?:\.0+)?)|(\d{1,2},\d{1,2})"
)
# Half a character that no file can be written with.
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BUDDHIST_YEARS: Final = range(2540, 2600)
_ERA: Final = 543
# More decimals than any sheet prints; what a spreadsheet adds by computing lies beyond them.
DECIMALS: Final = 12


def text_of(cell: Cell) -> str:
    """Give the text a person sees in a cell, without the spaces around it."""
    if cell is None:
        return ""
    if isinstance(cell, Unreadable):
        return cell.text
    if isinstance(cell, str):
        whole = cell if cell.isprintable() else _LONE_SURROGATE.sub("\ufffd", cell)
        return " ".join(whole.split())
    return str(cell)


def score_of(cell: Cell) -> float | ProblemCode | None:
    """Read a cell as a score of 0-100: its value, None when blank, or what is wrong with it.

    Text may carry Thai digits, thousands commas, a percent sign, a unit or the name of a level, and
    a cell of a percent format is read as it is seen;
    `NOT_ASSESSED` is the answer for words that stand for "no score". Nothing else is a number: not
    `8_5`, nan or inf.
    """
    if isinstance(cell, str):
        score = _text_score(cell)
        return _beside_level(cell) if score is ProblemCode.SCORE_NOT_A_NUMBER else score
    if cell is None:
        return None
    if isinstance(cell, Unreadable):
        formula = cell.text.startswith("=")
        return ProblemCode.FORMULA_WITHOUT_VALUE if formula else ProblemCode.SCORE_NOT_A_NUMBER
    if isinstance(cell, Percentage):
        return _in_range(cell.shown)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return ProblemCode.SCORE_NOT_A_NUMBER
    return _in_range(cell)


@remembering(32768)
def _text_score(cell: str) -> float | ProblemCode | None:
    text = cell if _NUMBER.fullmatch(cell) else fold(cell)
    if not text:
        return None
    if text in words().no_value:
        return ProblemCode.NOT_ASSESSED
    text = without_unit(text)
    if not _NUMBER.fullmatch(text):
        odd = _ODD.fullmatch(text)
        written = (odd[1] or odd[2].replace(",", ".")) if odd else ""
        return _in_range(float(written)) if odd else ProblemCode.SCORE_NOT_A_NUMBER
    return _in_range(float(text.replace(",", "")))


def is_written_oddly(cell: Cell) -> bool:
    """Tell whether a score is written in a way that is worth telling how it was read."""
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell):
        return False
    return _ODD.fullmatch(without_unit(fold(cell))) is not None


def _beside_level(cell: str) -> float | ProblemCode:
    parted = score_and_level(cell)
    return _in_range(parted[0]) if parted else ProblemCode.SCORE_NOT_A_NUMBER


def without_unit(text: str) -> str:
    """Take the percent sign or the word for a unit off a folded text."""
    for unit in words().units:
        text = text.removesuffix(unit).removeprefix(unit).strip()
    return text


def _in_range(number: float) -> float | ProblemCode:
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124 - nan
        return ProblemCode.SCORE_NOT_A_NUMBER
    if not 0 <= number <= 100:
        return ProblemCode.SCORE_OUT_OF_RANGE
    return abs(round(float(number), DECIMALS))


def year_of(text: str) -> tuple[int, bool] | None:
    """Read a text of four digits as a fiscal year B.E.; the flag says it was written in C.E."""
    digits = fold(text)
    if not re.fullmatch(r"\d{4}", digits, re.ASCII):
        return None
    for year, converted in ((int(digits), False), (int(digits) + _ERA, True)):
        if year in _BUDDHIST_YEARS:
            return year, converted
    return None
