"""Thai text as a PDF or an old font leaves it, made readable again: spacing and encoding only.

The rule for a space between two Thai letters of a text whose lines were broken on paper: it goes
when it stands inside a dictionary word, behind a word no phrase ends with, or before a word no
phrase begins with (`plan_words.toml`, [repair]). Every other space stays as it is in the file: a
space too many is easy to read over, two list entries glued together are a new word.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from data.containers.formats.pdf.thai_glyphs import PRIVATE_GLYPHS, SARA_AM, typed_sara_am
from data.importers.spelling.folding import remembering
from data.importers.spelling.plan_words import pattern, word_list, word_table
from data.importers.spelling.thai_segments import Segment, segments

_THAI: Final = "\u0e01-\u0e3a\u0e40-\u0e4e"
_RUN: Final = re.compile(f"[{_THAI}]+(?:[ \n][{_THAI}]+)*")
_GAP: Final = re.compile("([ \n])")
_LAO: Final = re.compile("[\u0e80-\u0edf]+")
_LAO_TO_THAI: Final = 0x80
_DOUBLE_E: Final = re.compile("(?:\u0e40\u0e40)+")
_INVISIBLE: Final = re.compile("[\u200b-\u200d\ufeff\u00ad]+")
_SPACES: Final = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_AROUND: Final = 40
"""Letters on either side of a repair that make it recognised; a run without a space goes on."""

_LONGEST: Final = 40_000
"""Letters of a text whose spaces are judged: no spreadsheet holds more in a cell (32,767)."""


class RepairKind(StrEnum):
    """What was repaired."""

    LETTERS = "letters"
    SPACE_INSIDE_WORD = "space-inside-word"
    LINE_BREAK = "line-break"
    DOUBLED_SPACE = "doubled-space"


@dataclass(frozen=True, slots=True)
class Repair:
    """One change: the text before and after it, with enough around it to be recognised."""

    kind: RepairKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text and what was changed to get it."""

    text: str
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A spelling in doubt, as it stands, and what may have been meant."""

    text: str
    suggestion: str


def repair(text: str, *, broken_lines: bool = True) -> Repaired:
    """Repair encoding and spacing; spelling and Thai digits stay as they are.

    With `broken_lines` every single space may be the end of a line on paper; without, only spaces
    inside a word are removed. A line break in the text is always taken for one: it goes by the same
    rule, else it stays. Repairing twice changes nothing more. In a text longer than any cell of a
    spreadsheet every single space stays.
    """
    repairs: list[Repair] = []
    for step in _encoding_steps():
        text = step.repaired(text, repairs)

    def respace(found: re.Match[str]) -> str:
        return _respaced(found.group(), repairs, broken_lines=broken_lines)

    # A removed space takes its weight from the next reading, so read until nothing changes.
    while len(text) <= _LONGEST and (closer := _RUN.sub(respace, text)) != text:
        text = closer
    return Repaired(text, tuple(repairs))


@remembering(2048)
def repair_letters(text: str) -> str:
    """Repair the encoding alone: what names and headings are compared after."""
    for step in _encoding_steps():
        text = step.sought.sub(step.replacement, text)
    return text


def suspects(text: str) -> tuple[Suspect, ...]:
    """Find spellings in doubt, in the order of the text, each once."""
    found = {
        match.group(): Suspect(match.group(), suggestion)
        for wrong, suggestion in word_table("spelling").items()
        for match in re.finditer(" ?".join(map(re.escape, wrong)), text)
    }
    return tuple(sorted(found.values(), key=lambda suspect: text.index(suspect.text)))


class _Step(NamedTuple):
    """One repair of the encoding: what is sought, and what stands in its place."""

    kind: RepairKind
    sought: re.Pattern[str]
    replacement: Callable[[re.Match[str]], str]

    def repaired(self, text: str, repairs: list[Repair]) -> str:
        """Repair a text and note each change."""
        for match in self.sought.finditer(text):
            after = self.replacement(match)
            if after != match.group():
                repairs.append(_with_neighbours(self.kind, text, match, after))
        return self.sought.sub(self.replacement, text)


@cache
def _encoding_steps() -> tuple[_Step, ...]:
    table = {**PRIVATE_GLYPHS, **word_table("repair", "letters")}
    glyphs = re.compile(f"[{''.join(table)}]")
    return (
        _Step(RepairKind.LETTERS, glyphs, lambda match: table[match.group()]),
        _Step(RepairKind.LETTERS, _LAO, _lao_as_thai),
        _Step(RepairKind.LETTERS, SARA_AM, typed_sara_am),
        _Step(RepairKind.LETTERS, _DOUBLE_E, lambda match: "\u0e41" * (len(match[0]) // 2)),
        _Step(RepairKind.LETTERS, _INVISIBLE, lambda _: ""),
        _Step(RepairKind.DOUBLED_SPACE, _SPACES, lambda _: " "),
    )


def _lao_as_thai(found: re.Match[str]) -> str:
    # The two blocks of Unicode are laid out alike.
    return "".join(chr(ord(letter) - _LAO_TO_THAI) for letter in found.group())


def _with_neighbours(kind: RepairKind, text: str, found: re.Match[str], after: str) -> Repair:
    left = right = ""
    if kind is RepairKind.LETTERS:
        left = text[max(0, found.start() - _AROUND) : found.start()].rpartition(" ")[2]
        right = text[found.end() : found.end() + _AROUND].partition(" ")[0]
    return Repair(kind, f"{left}{found.group()}{right}", f"{left}{after}{right}")


def _respaced(run: str, repairs: list[Repair], *, broken_lines: bool) -> str:
    first, *rest = _GAP.split(run)
    gaps, parts = rest[::2], rest[1::2]
    starts = list(accumulate(map(len, parts[:-1]), initial=len(first))) if parts else []
    words = _by_letter(segments(first + "".join(parts), frozenset(starts)))
    kept: list[str] = [first]
    for position, gap, part in zip(starts, gaps, parts, strict=True):
        kind, before = _judged(words, position)
        may_join = broken_lines or gap == "\n" or kind is RepairKind.SPACE_INSIDE_WORD
        if kind is None or not may_join:
            kept.append(gap)
        else:
            repairs.append(Repair(kind, before, before.replace(" ", "")))
        kept.append(part)
    return "".join(kept)


def _by_letter(words: tuple[Segment, ...]) -> list[Segment]:
    """Give the word that each letter of a run belongs to."""
    return [word for word in words for _ in word.text]


def _judged(words: list[Segment], position: int) -> tuple[RepairKind | None, str]:
    """Say why the space before this letter goes (None: it stays), and show it with its words."""
    left, word = words[position - 1], words[position]
    if left is not word:
        return _between(left.text, word.text), f"{left.text} {word.text}"
    cut = position - word.start
    kind = RepairKind.SPACE_INSIDE_WORD if word.known else None
    return kind, f"{word.text[:cut]} {word.text[cut:]}"


@cache
def _class_of(name: str) -> frozenset[str]:
    return frozenset(word_list("repair", name))


def _between(left: str, right: str) -> RepairKind | None:
    doing = pattern("repair", "doing")
    opens = right in _class_of("openers")
    verb = left.removeprefix(doing)
    joins = (
        left in _class_of("never_end")
        or (verb in _class_of("seldom_end") and not opens)
        or (left in _class_of("govern_doing") and right.startswith(doing))
        or right in _class_of("never_begin")
    )
    return RepairKind.LINE_BREAK if joins else None
