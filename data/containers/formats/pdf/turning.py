"""Pages that are shown turned by quarters: places as a reader sees them."""

import math
from dataclasses import dataclass
from typing import Final

_COS: Final = (1, 0, -1, 0)
_SIN: Final = (0, 1, 0, -1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn clockwise by `quarters`, about the corner of the page."""

    quarters: int

    @property
    def angle(self) -> float:
        """What the turn takes from the angle of a text, in radians."""
        return self.quarters * math.pi / 2

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point."""
        if not self.quarters:
            return x, y
        cos, sin = _COS[self.quarters % 4], _SIN[self.quarters % 4]
        return x * cos + y * sin, y * cos - x * sin

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Turn a rectangle: left, bottom, right and top of where it stands then."""
        (x, y), (across, up) = self.point(left, bottom), self.point(right, top)
        return min(x, across), min(y, up), max(x, across), max(y, up)
