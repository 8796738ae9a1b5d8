"""How alike two texts are; Thai has no spaces between words to count words by."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from data.importers.spelling.folding import remembering

_NUMBER: Final = re.compile(r"\d+")


def similarity(one: str, other: str) -> float:
    """Give the share of letter pairs two texts have in common (Dice), from 0 to 1.

    One letter changed in a sentence of a hundred gives 0.98. It takes time in proportion to the
    length of the texts, however they repeat themselves; a cell may hold a megabyte.
    """
    if one == other:
        return 1.0
    pairs, others = _letter_pairs(one), _letter_pairs(other)
    every = pairs.total() + others.total()
    return 2 * (pairs & others).total() / every if every else 0.0


def part_of(text: str, whole: str) -> float:
    """Give the share of the letter pairs of a text that another has, 1 where it stands there."""
    if text in whole:
        return 1.0
    pairs = _letter_pairs(text)
    return (pairs & _letter_pairs(whole)).total() / pairs.total() if pairs else 0.0


def same_numbers(one: str, other: str) -> bool:
    """Tell whether two texts name the same numbers: round 1 and round 2 are two things."""
    return sorted(_NUMBER.findall(one)) == sorted(_NUMBER.findall(other))


def has_numbers_of(whole: str, text: str) -> bool:
    """Tell whether a text has all the numbers of a shorter one."""
    return set(_NUMBER.findall(text)) <= set(_NUMBER.findall(whole))


@remembering(4096)
def _letter_pairs(text: str) -> "Counter[tuple[str, str]]":
    return Counter(pairwise(text))
