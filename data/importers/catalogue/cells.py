"""What one cell of a catalogue workbook means, by the field it stands under."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from data.framework import Evidence, Fault
from data.importers.catalogue.tables import CatalogueTable, evidence_meanings, number_words
from data.importers.sheets.cells import DECIMALS, text_of
from data.importers.sheets.opening import Cell
from data.importers.spelling.folding import bare, fold
from data.importers.spelling.labels import code_of, level_of
from data.model.problems import ProblemCode
from data.model.records import ScoreLevel

Fact: TypeAlias = str | int | Decimal | Evidence | tuple[str, ...]
Wrong: TypeAlias = Fault | ProblemCode

_NUMBER: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_ITEM_CODE: Final = re.compile(r"[a-z][1-9]\d{0,2}", re.ASCII)
_INDICATOR: Final = re.compile(r"[1-9]\d?", re.ASCII)
_BETWEEN_ALIASES: Final = re.compile(r"[,;/\n]")
_WHOLE_IN_PERCENT: Final = 100


def fact_of(table: CatalogueTable, field: str, cell: Cell) -> Fact | Wrong | None:
    """Read a cell: a fact, None when it says nothing, or why it can be none."""
    if not text_of(cell):
        return None
    return _READERS.get((table, field), _READERS_OF_ALL.get(field, _text))(cell)


def _text(cell: Cell) -> Fact:
    return text_of(cell)


def _letter(cell: Cell) -> Fact:
    return fold(text_of(cell))


def _evidence(cell: Cell) -> Fact | Fault:
    return evidence_meanings().get(bare(text_of(cell)), Fault.UNKNOWN_WORD)


def _number(cell: Cell) -> Decimal | Fault:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        number = Decimal(str(round(cell, DECIMALS)))
        return number if number.is_finite() else Fault.NOT_A_NUMBER
    text = fold(text_of(cell))
    for word in number_words()[1]:
        text = text.removesuffix(word).strip()
    if isinstance(cell, bool) or not _NUMBER.fullmatch(text):
        return Fault.NOT_A_NUMBER
    return Decimal(text.replace(",", ""))


def _without_percent(cell: Cell) -> tuple[Decimal | Fault, bool]:
    """Read a number that may stand beside a word for percent, and say whether it does."""
    text = bared = fold(text_of(cell))
    for word in number_words()[0]:
        bared = bared.removesuffix(word).removeprefix(word).strip()
    return _number(bared if bared != text else cell), bared != text


def _weight(cell: Cell) -> Fact | Fault:
    """Read a share of the total: 30, 30 % and 0.3 are the same; Excel keeps 30 % as 0.3."""
    number, in_percent = _without_percent(cell)
    if isinstance(number, Decimal) and (in_percent or number > 1):
        return (number / _WHOLE_IN_PERCENT).normalize()
    return number


def _score(cell: Cell) -> Fact | Wrong:
    """Read a number of the scale 0-100; one up to 1 is what Excel keeps of a percentage."""
    number = _without_percent(cell)[0]
    if isinstance(number, Decimal) and 0 < number <= 1:
        return ProblemCode.SCORES_ARE_FRACTIONS
    return number


def _whole(cell: Cell) -> Fact | Fault:
    number = _number(cell)
    if isinstance(number, Fault):
        return number
    return int(number) if number == int(number) else Fault.NOT_A_WHOLE_NUMBER


def _item(cell: Cell) -> Fact | Fault:
    plain = bare(text_of(cell))
    if _ITEM_CODE.fullmatch(plain):
        return plain
    code = code_of(text_of(cell))
    is_item = code is not None and level_of(code) is ScoreLevel.ITEM
    return code if code is not None and is_item else Fault.NOT_AN_ITEM_CODE


def _indicator(cell: Cell) -> Fact | Fault:
    code = _scored(cell)
    return int(code) if _INDICATOR.fullmatch(code) else Fault.UNKNOWN_INDICATOR


def _instrument(cell: Cell) -> Fact:
    text = text_of(cell)
    code = code_of(text)
    is_instrument = code is not None and level_of(code) is ScoreLevel.INSTRUMENT
    return code if code is not None and is_instrument else text


def _scored(cell: Cell) -> str:
    """Give the code of what is scored; a new year may have more indicators than any known one."""
    plain = bare(text_of(cell))
    return plain if _INDICATOR.fullmatch(plain) else code_of(text_of(cell)) or text_of(cell)


def _aliases(cell: Cell) -> Fact:
    return alias_parts(str(cell))


def alias_parts(text: str) -> tuple[str, ...]:
    """Give the names in a cell of other names."""
    parts = (text_of(part) for part in _BETWEEN_ALIASES.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


Reader: TypeAlias = Callable[[Cell], Fact | Wrong]
_READERS_OF_ALL: Final[Mapping[str, Reader]] = {
    "target": _score,
    "letter": _letter,
    "weight": _weight,
    "evidence": _evidence,
    "item_count": _whole,
    "item_count_evidence": _evidence,
    "number": _indicator,
    "indicator": _indicator,
    "instrument": _instrument,
    "first_item": _item,
    "last_item": _item,
    "range_evidence": _evidence,
    "total_from": _score,
    "each_from": _score,
    "value": _score,
    "aliases": _aliases,
}
_READERS: Final[Mapping[tuple[CatalogueTable, str], Reader]] = {
    (CatalogueTable.INSTRUMENTS, "code"): _instrument,
    (CatalogueTable.ITEMS, "code"): _item,
    (CatalogueTable.NATIONAL, "code"): _scored,
}
