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

_LED_IN: Final = re.compile(rf"^(?:[{BULLETS}]\s)+")
_ONLY_MARKS: Final = re.compile(rf"[{BULLETS}\s]+")
_LINE_END: Final = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


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

    A number out of turn is part of the text. Text before step 1 is a step of its own. Bullets
    before a step are dropped, too; numbers and bullets without a word are no steps.
    """
    return tuple(step for _, step in placed_steps(text))


def placed_steps(text: str) -> Iterator[tuple[int, str]]:
    """Give the steps of `split_steps`, each with where in the text it begins, number included."""
    cuts: list[re.Match[str]] = []
    for number, found in _numbers(text):
        if number == len(cuts) + 1:
            cuts.append(found)
    if not cuts:
        ends = _BULLET if _BULLET.match(text.lstrip()) else _LINE_END
        cuts = list(ends.finditer(text))
    begins = [0, *(cut.start() for cut in cuts)]
    spoken = [0, *(cut.end() for cut in cuts)]
    for begin, first, end in zip(begins, spoken, [*begins[1:], len(text)], strict=True):
        step = _LED_IN.sub("", " ".join(text[first:end].split()))
        if _ONLY_MARKS.sub("", _NUMBER.sub("", step)):
            yield begin, step
