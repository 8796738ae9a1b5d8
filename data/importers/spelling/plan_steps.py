"""Steps of a measure: numbered, bulleted, or one a line."""

import re
from collections.abc import Iterator
from typing import Final

_NUMBER: Final = re.compile(r"(?<![\d.,/(])(?:\((\d{1,2})\)|(\d{1,2})\s?[.)])(?!\d)\s*")
BULLETS: Final = (
    r"-\u2013\u00b7\u2022\u2023\u25aa\u25cb\u25cf\u25e6\u2713\u2714\u2756\u27a2"
    r"\uf0a7\uf0b7\uf0d8\uf0fc"
)
"""Signs before the entries of a list; the last ones come out of the symbol fonts of Word."""
_BULLET: Final = re.compile(rf"(?:^|(?<=\s))[{BULLETS}]\s+")


def are_lines(text: str) -> bool:
    """Tell whether steps are told apart by their lines alone, so that no line runs on."""
    numbered = any(number == 1 for number, _ in _numbers(text))
    return not numbered and not _BULLET.match(text.lstrip())


def _numbers(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the numbers of a list; the last word of a remark in parentheses is none."""
    open_brackets = seen = 0
    for found in _NUMBER.finditer(text):
        between = seen, found.start()
        open_brackets += text.count("(", *between) - text.count(")", *between)
        seen = found.start()
        if open_brackets <= 0:
            yield int(found[1] or found[2]), found


def split_steps(text: str) -> tuple[str, ...]:
    """Split at the numbers 1, 2, 3 ... in turn, which are dropped; else at bullets, else at lines.

    A number out of turn is part of the text. Text before step 1 is a step of its own.
    """
    cuts: list[re.Match[str]] = []
    for number, found in _numbers(text):
        if number == len(cuts) + 1:
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
