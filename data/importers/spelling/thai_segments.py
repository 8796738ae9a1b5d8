"""Thai text cut into dictionary words: the likeliest reading, with spaces as weak evidence."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

from data.importers.spelling.plan_words import word_list, word_table

# In natural logarithms of a probability: an unknown letter is dearer than any word, and a space
# inside a word costs little, because lines are broken anywhere.
_UNKNOWN_LETTER: Final = 16.0
_SPACE_INSIDE: Final = 1.5
_THAI_WORD: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """One word of a run: its letters without spaces, where it begins, and whether it is known.

    `start` and `end` count letters of the run without its spaces.
    """

    text: str
    start: int
    end: int
    known: bool


@cache
def dictionary() -> tuple[Mapping[str, float], Mapping[str, int]]:
    """Give what each known word costs, and the longest word behind each two first letters.

    Everything comes with the installed package; nothing is downloaded.
    """
    # Loading PyThaiNLP costs more than reading a sheet that nothing has to be repaired in.
    from pythainlp.corpus import thai_words, tnc  # noqa: PLC0415

    counts: dict[str, int] = dict(tnc.word_freqs())
    total = sum(counts.values())
    own = {*word_list("repair", "words"), *word_table("spelling")}
    words = {word for word in thai_words() | own if _THAI_WORD.fullmatch(word)}
    costs = {
        word: -math.log(max(counts.get(word, 0), _least_count(word)) / total) for word in words
    }
    longest: dict[str, int] = {}
    for word in words:
        longest[word[:2]] = max(len(word), longest.get(word[:2], 0))
    return costs, longest


def _least_count(word: str) -> int:
    # The corpus lacks many compounds of the dictionary; long ones are hardly ever read by accident.
    return 10 if len(word) <= 3 else 100 if len(word) <= 5 else 600


def is_word(text: str) -> bool:
    """Tell whether the dictionary has this word."""
    return text in dictionary()[0]


def segments(letters: str, spaces: frozenset[int] = frozenset()) -> tuple[Segment, ...]:
    """Cut Thai letters into words; `spaces` are the positions before which a space stood."""
    costs, longest = dictionary()
    best = [0.0] + [math.inf] * len(letters)
    back = [0] * (len(letters) + 1)
    before = list(accumulate((place in spaces for place in range(len(letters))), initial=0))
    for start in range(len(letters)):
        reach = longest.get(letters[start : start + 2], 1)
        for end in range(start + 1, min(len(letters), start + reach) + 1):
            price = costs.get(letters[start:end], _UNKNOWN_LETTER if end == start + 1 else None)
            if price is None:
                continue
            price += _SPACE_INSIDE * (before[end] - before[start + 1])
            if best[start] + price < best[end]:
                best[end], back[end] = best[start] + price, start
    return tuple(_merged(letters, back))


def _merged(letters: str, back: list[int]) -> Iterator[Segment]:
    """Follow the best path and put neighbouring unknown letters together."""
    cuts = [len(letters)]
    while cuts[-1]:
        cuts.append(back[cuts[-1]])
    cuts.reverse()
    unknown_from: int | None = None
    for start, end in pairwise(cuts):
        if is_word(letters[start:end]):
            if unknown_from is not None:
                yield Segment(letters[unknown_from:start], unknown_from, start, known=False)
                unknown_from = None
            yield Segment(letters[start:end], start, end, known=True)
        elif unknown_from is None:
            unknown_from = start
    if unknown_from is not None:
        yield Segment(letters[unknown_from:], unknown_from, len(letters), known=False)
