"""Item codes as people type them (`I 1`, a Thai zero for o, `027`) and as they are meant."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from data.importers.spelling.plan_words import pattern, word_lists

_MOST_ITEMS: Final = 99
_MOST_CODES: Final = 2_000
"""Codes that are read in one text; a year has some 130 items."""
_UNTIL: Final = pattern("codes", "until")
_ITEM: Final = pattern("codes", "item")
_MONTHS: Final = "|".join(
    re.escape(name) for names in word_lists("periods")["months"] for name in names
)
_NO_CODE: Final = rf"(?![\d%a-zA-Z/.]|\s*(?:{pattern('codes', 'counted')}|{_MONTHS}))"
_RANGE: Final = re.compile(rf"\s*{_UNTIL}\s*{_ITEM}", re.IGNORECASE)
_RANGE_TO_NUMBER: Final = re.compile(rf"\s?{_UNTIL}\s?{_ITEM}(\d{{1,2}}){_NO_CODE}", re.IGNORECASE)
_LISTED: Final = re.compile(rf"\s?{pattern('codes', 'and')}\s?{_ITEM}(\d{{1,2}}){_NO_CODE}")


class ItemCode(NamedTuple):
    """A code such as `o14` and where it stands in the text."""

    code: str
    span: tuple[int, int]


def _code_pattern() -> re.Pattern[str]:
    zeros = pattern("codes", "zeros")
    # A zero written like its digits may be an ordinary number: a date, a time, a telephone, "01.".
    number = rf"(?!\s?[.,/:]\s?\d|-\d|\s?\.|\s*(?:{_MONTHS}))"
    return re.compile(
        rf"(?<![a-z\d.])(?P<letter>[ieo])\s?[-.]?\s?(?P<number>\d{{1,2}})(?![\d%a-z])"
        rf"|(?<![a-z\d])[{zeros}]\s?(?P<mixed>[1-9][0-9]?)(?![\d%a-z])"
        rf"|(?<![a-z\d])(?<!\d[.,/:-])(?:0(?P<plain>[1-9][0-9]?)"
        rf"|\u0e50(?P<thai>[\u0e51-\u0e59][\u0e50-\u0e59]?))(?![\d%a-z]){number}",
        re.IGNORECASE,
    )


_CODE: Final = _code_pattern()


def item_codes(text: str) -> tuple[ItemCode, ...]:
    """Find every item code in a text; a range such as `i1 - i3` gives each code in it.

    So does a list with the letter in front only, such as `i1, 2`. Years, percentages, dates and
    list numbers are no codes. The codes of a range share its span.
    """
    return tuple(islice(_found_codes(text), _MOST_CODES))


def _found_codes(text: str) -> Iterator[ItemCode]:
    matches = _CODE.finditer(text)
    following = next(matches, None)
    while first := following:
        following = next(matches, None)
        to_number = _RANGE_TO_NUMBER.match(text, first.end())
        if following and _RANGE.fullmatch(text, first.end(), following.start()):
            span = first.start(), following.end()
            found = list(_between(_normal(first), _normal(following), span))
            following = next(matches, None)
        elif to_number:
            last_code = f"{_normal(first)[0]}{int(to_number[1])}"
            found = list(_between(_normal(first), last_code, (first.start(), to_number.end())))
        else:
            found = [ItemCode(_normal(first), first.span())]
        yield from found
        yield from _listed(text, found[-1])


def _listed(text: str, before: ItemCode) -> Iterator[ItemCode]:
    """Give the codes of a list whose letter stands before its first number only."""
    while found := _LISTED.match(text, before.span[1]):
        code = f"{before.code[0]}{int(found[1])}"
        if int(found[1]) <= int(before.code[1:]):
            return
        before = ItemCode(code, found.span(1))
        yield before


def _normal(found: re.Match[str]) -> str:
    digits = found["number"] or found["mixed"] or found["plain"] or found["thai"]
    return f"{(found['letter'] or 'o').lower()}{int(digits)}"


def _between(first: str, last: str, span: tuple[int, int]) -> Iterator[ItemCode]:
    start, end = int(first[1:]), int(last[1:])
    if first[0] != last[0] or not start < end <= _MOST_ITEMS:
        yield from (ItemCode(first, span), ItemCode(last, span))
    else:
        yield from (ItemCode(f"{first[0]}{number}", span) for number in range(start, end + 1))
