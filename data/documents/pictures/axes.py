"""Where the values of a figure stand on its picture."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

_DAY_MS: Final = 86_400_000
_STEPS: Final = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: what it says, and the first and last point of its domain in the picture."""

    settings: Mapping[str, Any]
    first: float
    last: float

    def at(self, value: object) -> float:
        """Give the place of a value."""
        low, high = map(number, self.settings["range"])
        return self.first + (number(value) - low) / (high - low) * (self.last - self.first)

    def held(self, place: float) -> float:
        """Give the nearest place inside the domain."""
        low, high = sorted((self.first, self.last))
        return min(max(place, low), high)

    def inside(self, share: float) -> float:
        """Give the place of a share of the domain."""
        return self.first + share * (self.last - self.first)

    @property
    def shown(self) -> bool:
        """Whether it is drawn at all."""
        return bool(self.settings.get("visible", True))

    def ticks(self) -> list[tuple[float, str]]:
        """Give the places and words of the ticks."""
        found = self.settings.get("tickvals")
        values = list(found) if found is not None else _round_values(self.settings["range"])
        words = self.settings.get("ticktext") or [f"{value:g}" for value in values]
        return [(self.at(value), str(word)) for value, word in zip(values, words, strict=True)]


def axis(layout: Mapping[str, Any], name: str, start: float, end: float) -> Axis:
    """Give the axis of a trace or reference ("x", "y3") between two edges of the plot."""
    settings = layout[f"{name[0]}axis{name[1:]}"]
    low, high = settings.get("domain", (0.0, 1.0))
    return Axis(settings, start + low * (end - start), start + high * (end - start))


def number(value: object) -> float:
    """Give a value as a number; a date becomes milliseconds, as bars on a date axis count."""
    if isinstance(value, str):
        return dt.date.fromisoformat(value).toordinal() * float(_DAY_MS)
    return float(value)  # type: ignore[arg-type]


def _round_values(limits: tuple[float, float]) -> list[float]:
    low, high = limits
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in _STEPS if power * one >= rough)
    return [one * step for one in range(math.ceil(low / step), math.floor(high / step) + 1)]
