"""The lines of a text copied out of a PDF: what stands on every page, what opens a cell."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from data.containers.formats.pdf.thai_glyphs import plain_thai
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.plan_steps import BULLETS
from data.importers.spelling.plan_words import alternatives, pattern, squeeze

FEWEST_HEADINGS: Final = 5
MOST_HEADING_LINES: Final = 20
_CLUSTERS: Final = re.compile("(([\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+)(?:\\2)?)")
_NUMBERED: Final = re.compile(r"\d{1,2}\s?[.)]")
_BULLET: Final = re.compile(rf"[{BULLETS}]\s")


def letters_of(text: str) -> Callable[[str], str]:
    """Give what makes of a part of a copied text the letters that were typed.

    Some viewers give a letter with its marks twice where a font draws them apart, and then all
    over the text: one that also stands alone was typed twice.
    """
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for drawn, letter in _CLUSTERS.findall(plain_thai(text)):
        seen[letter].add(drawn)
    twice = [letter * 2 for letter, drawn in seen.items() if drawn == {letter * 2}]
    doubled = re.compile("|".join(twice) or "(?!)")
    return lambda part: doubled.sub(_half, plain_thai(part)).strip()


def _half(found: re.Match[str]) -> str:
    return found[0][: len(found[0]) // 2]


def furniture(lines: Sequence[str], headings: Sequence[range]) -> set[int]:
    """Give the lines that are no part of a cell: headings, titles above them, numbers of pages."""
    titles = {squeeze(line) for line in lines[: headings[0].start]}
    return {at for run in headings for at in run} | {
        at
        for at, line in enumerate(lines)
        if not (key := squeeze(line))
        or key in titles
        or re.fullmatch(pattern("title", "page_number"), key)
    }


def opens_with_code(text: str) -> bool:
    """Tell whether a text begins with the code of an item."""
    codes = item_codes(text)
    return bool(codes) and codes[0].span[0] == 0


def is_numbered(text: str) -> bool:
    """Tell whether a text begins with a number."""
    return _NUMBERED.match(text) is not None


def has_bullet(text: str) -> bool:
    """Tell whether a text begins with a bullet."""
    return _BULLET.match(text) is not None


def tells_time(text: str) -> bool:
    """Tell whether a text begins as a period does."""
    return re.match(alternatives("periods", "opens"), squeeze(text)) is not None
