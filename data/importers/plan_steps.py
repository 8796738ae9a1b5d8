"""Steps of a measure: numbered, bulleted, or one a line."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"(?<![\d.,/])(\d{1,2})\s?[.)](?!\d)\s*")
_BULLET: Final = re.compile(r"(?:^|(?<=\s))[-\u2013\u2022]\s+")


def are_lines(text: str) -> bool:
    """Tell whether steps are told apart by their lines alone, so that no line runs on."""
    numbered = any(int(found[1]) == 1 for found in _NUMBER.finditer(text))
    return not numbered and not _BULLET.match(text.lstrip())


def split_steps(text: str) -> tuple[str, ...]:
    """Split at the numbers 1, 2, 3 ... in turn, which are dropped; else at bullets, else at lines.

    A number out of turn is part of the text. Text before step 1 is a step of its own.
    """
    cuts: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if int(found[1]) == len(cuts) + 1:
            cuts.append(found)
    if cuts:
        ends = [*(cut.start() for cut in cuts[1:]), len(text)]
        parts = [text[: cuts[0].start()]]
        parts += [text[cut.end() : end] for cut, end in zip(cuts, ends, strict=True)]
    elif _BULLET.match(text.lstrip()):
        parts = _BULLET.split(text)
    else:
        parts = text.splitlines()
    return tuple(step for part in parts if (step := " ".join(part.split())))
