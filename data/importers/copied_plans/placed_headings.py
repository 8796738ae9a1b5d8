"""Where the columns of a copied plan begin: the headings of its pages, and the texts of a line."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from data.importers.copied_plans.copied_lines import FEWEST_HEADINGS, MOST_HEADING_LINES
from data.importers.plan.headings import Column, column_headed
from data.importers.spelling.plan_words import alternatives, pattern, squeeze

_TEXT: Final = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_WORD: Final = re.compile(r"\S+")
_NEEDED: Final = {Column.QUESTION, Column.PERIOD, Column.RESPONSIBLE}
_SAME_PLACE: Final = 1

Letters = Callable[[str], str]


class PlacedText(NamedTuple):
    """A text of a line, and the letter it begins at."""

    start: int
    said: str

    @property
    def end(self) -> int:
        """The letter behind it."""
        return self.start + len(self.said)

    @property
    def words(self) -> "list[PlacedText]":
        """Its words, each with its own place."""
        return [
            PlacedText(self.start + word.start(), word[0]) for word in _WORD.finditer(self.said)
        ]


class PlacedHeadings(NamedTuple):
    """The headings of a page: their lines, what they say, and where their columns begin."""

    lines: range
    said: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def columns(self) -> Mapping[Column, int]:
        """Where each column of the form stands among them."""
        named = {column_headed(said): at for at, said in enumerate(self.said)}
        return {column: at for column, at in named.items() if column}


def texts_of(line: str) -> list[PlacedText]:
    """Give what two blanks or more part in a line."""
    return [PlacedText(found.start(), found[0]) for found in _TEXT.finditer(line)]


def headings_of_pages(lines: Sequence[str], letters: Letters) -> Iterator[PlacedHeadings]:
    """Give the headings of each page that has the columns a plan needs.

    `letters` makes of a part of a line the letters that were typed.
    """
    at = 0
    while at < len(lines):
        found = _headings(lines, at, letters)
        if found:
            yield found
        at = found.lines.stop if found else at + 1


def _headings(lines: Sequence[str], at: int, letters: Letters) -> PlacedHeadings | None:
    """Give the headings whose first line is this one: all of them known, wherever they break."""
    texts = [part for text in texts_of(lines[at]) for part in _known_apart(text, letters)]
    if len(texts) < FEWEST_HEADINGS:
        return None
    places = [text.start for text in texts]
    said = [""] * len(places)
    found = None
    for below in range(at, min(at + MOST_HEADING_LINES, len(lines))):
        for text in texts_of(lines[below]) if below > at else texts:
            near = [k for k, place in enumerate(places) if abs(place - text.start) <= _SAME_PLACE]
            if not near:
                return found
            said[near[0]] += letters(text.said)
        columns = {*map(column_headed, said)}
        if None not in columns and columns >= _NEEDED:
            found = PlacedHeadings(range(at, below + 1), tuple(said), tuple(places))
    return found


def _known_apart(text: PlacedText, letters: Letters) -> Iterator[PlacedText]:
    """Part a heading from a known one that stands close behind it."""
    for word in text.words[1:]:
        behind = text.said[word.start - text.start :]
        if column_headed(letters(behind)) and not column_headed(letters(text.said)):
            yield PlacedText(text.start, text.said[: word.start - text.start].rstrip())
            yield PlacedText(word.start, behind)
            return
    yield text


def is_group(line: str) -> bool:
    """Tell whether a line holds nothing but headings that stand over several columns."""
    group = f"{alternatives('title', 'groups')}(?:{pattern('title', 'analysed_year')})?"
    texts = texts_of(line)
    return bool(texts) and all(re.fullmatch(group, squeeze(text.said)) for text in texts)
