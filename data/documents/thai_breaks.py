"""Where a Thai text may be broken: between the words of a dictionary."""

from functools import cache
from typing import Final

_NEVER: Final = "\U0010ffff"
"""A word no text has; PyThaiNLP takes an empty dictionary for none, and loads its own."""


def thai_words_of(text: str) -> list[str]:
    """Cut a text into words and spaces that give it again.

    A dictionary of the words that occur in the text cuts it as the whole one of 62,000 does, whose
    tree takes most of a second and 70 MB.
    """
    if not text:
        return []
    # Loading PyThaiNLP costs more than starting the page that needs no cut.
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415
    from pythainlp.util.trie import Trie  # noqa: PLC0415

    return word_tokenize(
        text,
        custom_dict=Trie([_NEVER, *_occurring(text)]),
        engine="newmm-safe",
        keep_whitespace=True,
    )


def _occurring(text: str) -> set[str]:
    words, longest = _dictionary()
    spans = (
        text[start : start + length]
        for start in range(len(text))
        for length in range(1, longest.get(text[start : start + 2], 1) + 1)
    )
    return {span for span in spans if span in words}


@cache
def _dictionary() -> tuple[frozenset[str], dict[str, int]]:
    """Give the words, and the longest one behind each two first letters."""
    from pythainlp.corpus import thai_words  # noqa: PLC0415

    words = thai_words()
    longest: dict[str, int] = {}
    for word in words:
        longest[word[:2]] = max(len(word), longest.get(word[:2], 0))
    return words, longest
