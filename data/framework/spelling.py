"""Facts of the catalogue spelled as the rows of its files, one table a line."""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from data.framework.agency import Division
from data.framework.model import (
    Evidence,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Participation,
)


def year_rows(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    """Give the rows of every list of a year's file, by the key of the list."""
    return {
        "notes": tuple(map(_value, framework.notes)),
        "instruments": _rows(framework.instruments, _instrument),
        "indicators": _rows(framework.indicators, _indicator),
        "items": _rows(framework.items, _item),
        "levels": _rows(framework.level_rules, _level_rule),
        "national": _rows(framework.national, _national),
        "participation": _rows(filter(None, (framework.participation,)), _participation),
    }


def division_rows(divisions: Iterable[Division]) -> tuple[str, ...]:
    """Give the rows of a list of divisions."""
    return _rows(divisions, _division)


def number_text(number: Decimal) -> str:
    """Spell an exact number without an exponent."""
    return f"{number:f}"


def _rows(facts: Iterable[Any], told: Callable[[Any], Mapping[str, object]]) -> tuple[str, ...]:
    return tuple(_row(told(fact)) for fact in facts)


def _instrument(one: Instrument) -> Mapping[str, object]:
    return {
        "code": one.code,
        "letter": one.letter,
        "name": one.name,
        "respondents": one.respondents,
        "weight": one.weight,
        "evidence": one.evidence,
        "item_count": one.item_count,
        "item_count_evidence": _known(one.item_count_evidence),
        "note": one.note or None,
    }


def _indicator(one: Indicator) -> Mapping[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "instrument": one.instrument,
        "evidence": one.evidence,
        "first_item": one.first_item,
        "last_item": one.last_item,
        "range_evidence": _known(one.range_evidence),
        "note": one.note or None,
    }


def _item(one: Item) -> Mapping[str, object]:
    return {
        "code": one.code,
        "indicator": one.indicator,
        "name": one.name,
        "evidence": one.evidence,
        "note": one.note or None,
    }


def _level_rule(one: LevelRule) -> Mapping[str, object]:
    return {
        "name": one.name,
        "total_from": one.total_from,
        "each_from": one.each_from,
        "evidence": one.evidence,
    }


def _national(one: NationalScore) -> Mapping[str, object]:
    return {"code": one.code, "value": one.value, "note": one.note or None}


def _participation(one: Participation) -> Mapping[str, object]:
    return {
        "agencies": one.agencies,
        "passed": one.passed,
        "passed_percent": one.passed_percent,
        "note": one.note or None,
    }


def _division(one: Division) -> Mapping[str, object]:
    return {
        "name": one.name,
        "aliases": list(one.aliases) or None,
        "evidence": _known(one.evidence),
    }


def _known(evidence: Evidence) -> Evidence | None:
    return None if evidence is Evidence.UNKNOWN else evidence


def _row(values: Mapping[str, object]) -> str:
    told = (f"{key} = {_value(value)}" for key, value in values.items() if value is not None)
    return f"{{ {', '.join(told)} }}"


_DELETE: Final = "\x7f"


def _value(value: object) -> str:
    if isinstance(value, Decimal):
        return number_text(value)
    plain = value.value if isinstance(value, StrEnum) else value
    # What JSON writes for texts, whole numbers and lists of texts is TOML too, but for DEL.
    return json.dumps(plain, ensure_ascii=False).replace(_DELETE, "\\u007f")
