"""How numbers are written."""

from collections.abc import Collection
from typing import Final

AIM: Final = " {target:g}"
OWN_AIM: Final = "ของตน"


def aim(targets: Collection[object]) -> str:
    """Name the score to reach, behind the word for it; where there are several, each has its own.

    Of no indicator at all nothing is said.
    """
    if len(targets) > 1:
        return OWN_AIM
    return "".join(AIM.format(target=float(str(target))) for target in targets)


def signed(change: float) -> str:
    """Write a change with its sign and two decimals; a zero has none."""
    return f"{change:+.2f}".replace("-", "−") if round(change, 2) else "0.00"
