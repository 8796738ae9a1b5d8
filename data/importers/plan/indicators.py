"""Which indicator the first cell of a plan's row names, by its number, its name, or both."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from data.framework import Framework
from data.importers.spelling.plan_words import alternatives, pattern, squeeze
from data.importers.spelling.thai_text import repair_letters

_NUMBERED: Final = re.compile(rf"(\d{{1,2}})(?!\d){pattern('indicator', 'between')}(.*)", re.DOTALL)
_RANGE: Final = re.compile(r"[(\[][^()\[\]]*[)\]]$")
_RANGE_BEGUN: Final = re.compile(r"[(\[][^()\[\]]*$")
_SHORTEST_START: Final = 3
_CLOSE: Final = 0.85


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """What the first cell says: `number` is None when no indicator of the year is meant.

    `complete` is False while the name may go on in the next row.
    """

    number: int | None
    complete: bool = True


def looks_like_indicator(text: str) -> bool:
    """Tell whether a text begins like the name of an indicator, known or not."""
    key = squeeze(text)
    number = _NUMBERED.match(key)
    return bool(number and not key.startswith("0")) or bool(_label().match(key))


def is_band(text: str) -> bool:
    """Tell whether a text alone in its row can only be the name of an indicator."""
    key = squeeze(repair_letters(text))
    labelled = _label().match(key)
    return bool(labelled) or _RANGE.search(key) is not None or not _NUMBERED.match(key)


def is_bracketed(text: str) -> bool:
    """Tell whether a text stands in brackets as a whole, as the items behind a name do."""
    return _RANGE.fullmatch(squeeze(repair_letters(text))) is not None


def named_indicator(text: str, years: tuple[Framework, ...]) -> NamedIndicator:
    """Find the indicator a cell names in the frameworks, the first one that knows it."""
    key = _label().sub("", squeeze(repair_letters(text)))
    found = _NUMBERED.fullmatch(key)
    number = int(found[1]) if found and not key.startswith("0") else None
    name = found[2] if found and number is not None else key
    closed = _RANGE.search(name) is not None
    name = _RANGE.sub("", name)
    for framework in years:
        match = _match(framework, number, name, closed=closed)
        if match:
            return match
    return NamedIndicator(None)


def _label() -> re.Pattern[str]:
    return re.compile(f"^{alternatives('indicator', 'before')}+")


def _match(
    framework: Framework, number: int | None, name: str, *, closed: bool
) -> NamedIndicator | None:
    for indicator in framework.indicators:
        full = squeeze(indicator.name or "")
        if number is not None and number != indicator.number:
            continue
        if not name:
            if number is not None:
                return NamedIndicator(number)
        elif name == full:
            return NamedIndicator(indicator.number)
        elif number is None:
            continue
        elif len(name) >= _SHORTEST_START and full.startswith(_RANGE_BEGUN.sub("", name)):
            return NamedIndicator(number, complete=False)
        elif _is_close(name, full):
            return NamedIndicator(number, complete=closed)
    return None


def _is_close(name: str, full: str) -> bool:
    # With the right number a slip in the name ("of the state" for "of state") is still that name.
    matcher = SequenceMatcher(None, name, full)
    # Lengths alone rule a long text out, before its letters are compared.
    return matcher.real_quick_ratio() >= _CLOSE and matcher.ratio() >= _CLOSE
