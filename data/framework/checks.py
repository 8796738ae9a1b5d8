"""What a year's framework must hold so that no page can be wrong because of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import combinations, islice, pairwise
from typing import Final

from data.framework.agency import organisation_faults
from data.framework.breaks import comparison_faults
from data.framework.model import Framework, Indicator, LevelRule, item_number
from data.framework.office import office_faults
from data.framework.roster import Roster, roster_faults
from data.framework.tables import Fault
from data.framework.whole import COMPARISONS, OFFICE, ORGANISATION, ROSTER, Catalogue
from data.model.errors import FaultyFrameworkError

Faults = Iterator[tuple[str, Fault]]
"""Pairs of place and reason."""

ITEM_CODE: Final = re.compile(r"[a-z][1-9][0-9]{0,2}")
DECIMALS: Final = 9
LETTER: Final = re.compile(r"[a-z]")


def catalogue_faults(catalogue: Catalogue) -> Iterator[FaultyFrameworkError]:
    """Give what in a whole catalogue cannot stand, named by the file that would say it.

    Of a year only the first fault: it is what others follow from.
    """
    for year, framework in catalogue.frameworks.items():
        for place, reason in islice(framework_faults(framework), 1):
            yield FaultyFrameworkError(f"{year}.toml", place, reason)
    for place, reason in comparison_faults(catalogue.comparisons, catalogue.frameworks):
        yield FaultyFrameworkError(f"{COMPARISONS}.toml", place, reason)
    for place, reason in organisation_faults(catalogue.organisation):
        yield FaultyFrameworkError(f"{ORGANISATION}.toml", place, reason)
    for place, reason in office_faults(catalogue.office):
        yield FaultyFrameworkError(f"{OFFICE}.toml", place, reason)
    for place, reason in roster_faults(catalogue.roster or Roster()):
        yield FaultyFrameworkError(f"{ROSTER}.toml", place, reason)


def framework_faults(framework: Framework) -> Faults:
    """Give what cannot stand in a framework, of one kind of fact after the other.

    Codes that are no item codes at all must have been refused before the second fault is asked for.
    """
    checks: tuple[Callable[[Framework], Faults], ...] = (
        _decimal_faults,
        _target_faults,
        _instrument_faults,
        _indicator_faults,
        _item_faults,
        _count_faults,
        _level_faults,
        _national_faults,
        _participation_faults,
    )
    for check in checks:
        yield from check(framework)


def _decimal_faults(framework: Framework) -> Faults:
    """Name numbers that the store would round: it keeps nine decimals of each."""
    yield from _long("target", framework.target)
    yield from _long("steady_band", framework.steady_band)
    for instrument in framework.instruments:
        yield from _long(f"instruments {instrument.code}", instrument.weight)
    for rule in framework.level_rules:
        yield from _long(f"levels {rule.name}", rule.total_from, rule.each_from)
    for indicator in framework.indicators:
        yield from _long(f"indicators {indicator.number} target", indicator.target)
    for score in framework.national:
        yield from _long(f"national {score.code}", score.value)
    if framework.participation is not None:
        yield from _long("participation passed_percent", framework.participation.passed_percent)


def _target_faults(framework: Framework) -> Faults:
    if not _in_scale(framework.target):
        yield "target", Fault.OUTSIDE_SCALE
    if not _in_scale(framework.steady_band):
        yield "steady_band", Fault.OUTSIDE_SCALE
    for indicator in framework.indicators:
        if indicator.target is not None and not _in_scale(indicator.target):
            yield f"indicators {indicator.number} target", Fault.OUTSIDE_SCALE


def _instrument_faults(framework: Framework) -> Faults:
    yield from _repeated("instruments", (found.code for found in framework.instruments))
    yield from _repeated("instruments", (found.letter for found in framework.instruments))
    for instrument in framework.instruments:
        if not LETTER.fullmatch(instrument.letter):
            yield f"instruments {instrument.code}", Fault.NOT_A_LETTER
        if instrument.weight <= 0:
            yield f"instruments {instrument.code}", Fault.WEIGHT_NOT_POSITIVE
    if sum(found.weight for found in framework.instruments) != 1:
        yield "instruments", Fault.WEIGHTS_NOT_ONE


def _indicator_faults(framework: Framework) -> Faults:
    yield from _repeated("indicators", (found.number for found in framework.indicators))
    for indicator in framework.indicators:
        place = f"indicators {indicator.number}"
        if framework.instrument(indicator.instrument) is None:
            yield place, Fault.UNKNOWN_INSTRUMENT
        for code in (indicator.first_item, indicator.last_item):
            yield from _code_faults(framework, place, code, indicator)
        if _backwards(indicator):
            yield place, Fault.RANGE_BACKWARDS
    for first, second in combinations(framework.indicators, 2):
        if _overlap(first, second):
            yield f"indicators {first.number}, {second.number}", Fault.RANGES_OVERLAP


def _item_faults(framework: Framework) -> Faults:
    yield from _repeated("items", (found.code for found in framework.items))
    for item in framework.items:
        place = f"items {item.code}"
        if item.indicator is None:
            yield from _code_faults(framework, place, item.code, None)
            continue
        indicator = framework.indicator(item.indicator)
        if indicator is None:
            yield place, Fault.UNKNOWN_INDICATOR
        else:
            yield from _code_faults(framework, place, item.code, indicator)
            if indicator.covers(item.code) is False:
                yield place, Fault.OUTSIDE_RANGE


def _count_faults(framework: Framework) -> Faults:
    for instrument in framework.instruments:
        listed = sum(found.code[0] == instrument.letter for found in framework.items)
        if instrument.item_count is not None and listed > instrument.item_count:
            yield f"instruments {instrument.code}", Fault.TOO_MANY_ITEMS


def _level_faults(framework: Framework) -> Faults:
    rules = framework.level_rules
    yield from _repeated("levels", (rule.name for rule in rules))
    for rule in rules:
        if not (_in_scale(rule.total_from) and _in_scale(rule.each_from or Decimal(0))):
            yield f"levels {rule.name}", Fault.OUTSIDE_SCALE
    for better, worse in pairwise(rules):
        if better.total_from < worse.total_from:
            yield f"levels {worse.name}", Fault.NOT_BEST_FIRST
    for better, worse in combinations(rules, 2):
        if _shadows(better, worse):
            yield f"levels {better.name}, {worse.name}", Fault.NEVER_REACHED
    if not rules or rules[-1].total_from != 0 or rules[-1].each_from is not None:
        yield "levels", Fault.NO_LOWEST_LEVEL


def _national_faults(framework: Framework) -> Faults:
    known = {"total"}
    known |= {found.code for found in framework.instruments}
    known |= {str(found.number) for found in framework.indicators}
    yield from _repeated("national", (score.code for score in framework.national))
    for score in framework.national:
        if score.code not in known:
            yield f"national {score.code}", Fault.UNKNOWN_CODE
        if not _in_scale(score.value):
            yield f"national {score.code}", Fault.OUTSIDE_SCALE


def _participation_faults(framework: Framework) -> Faults:
    known = framework.participation
    if known is None:
        return
    if not _in_scale(known.passed_percent or Decimal(0)):
        yield "participation passed_percent", Fault.OUTSIDE_SCALE
    if not 0 <= (known.passed or 0) <= known.agencies:
        yield "participation passed", Fault.MORE_THAN_ALL


def _code_faults(
    framework: Framework, place: str, code: str | None, indicator: Indicator | None
) -> Faults:
    if code is None:
        return
    instrument = framework.instrument_of_item(code)
    if not ITEM_CODE.fullmatch(code) or instrument is None:
        yield place, Fault.NOT_AN_ITEM_CODE
    elif indicator is not None and indicator.instrument != instrument.code:
        yield place, Fault.OTHER_INSTRUMENT


def _repeated(place: str, keys: Iterable[str | int]) -> Faults:
    seen: set[str | int] = set()
    for key in keys:
        if key in seen:
            yield f"{place} {key}", Fault.REPEATED
        seen.add(key)


def _long(place: str, *numbers: Decimal | None) -> Faults:
    for number in numbers:
        if number is not None and number.is_finite() and round(number, DECIMALS) != number:
            yield place, Fault.TOO_MANY_DECIMALS


def _in_scale(value: Decimal) -> bool:
    return 0 <= value <= 100


def _backwards(indicator: Indicator) -> bool:
    first, last = indicator.first_item, indicator.last_item
    return bool(first and last and item_number(first) > item_number(last))


def _overlap(one: Indicator, other: Indicator) -> bool:
    if one.instrument != other.instrument:
        return False
    ends = (one.first_item, one.last_item, other.first_item, other.last_item)
    inside_other = any(code and other.covers(code) for code in ends[:2])
    return inside_other or any(code is not None and bool(one.covers(code)) for code in ends[2:])


def _shadows(better: LevelRule, worse: LevelRule) -> bool:
    # A total is a mean of its instruments, so it is never below the lowest of them.
    worse_total = max(worse.total_from, worse.each_from or Decimal(0))
    return better.total_from <= worse_total and (better.each_from or 0) <= (worse.each_from or 0)
