"""The end of a measure that stands in the first row of the next one, below a page break.

When a page begins with a new item, its cells may open with what the old page had no room for. In
such a row everything before the first mark of a new text (an item code, a bullet, step 1) belongs
to the measure before, provided that measure's text in the column was marked in the same way.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from data.importers.plan.drafts import FIRST_STEP, Draft, Piece
from data.importers.plan.layout import Column
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.plan_steps import BULLETS
from data.importers.spelling.plan_words import word_list

_BULLET: Final = re.compile(rf"(?:^|(?<=\s))[{BULLETS}](?=\s)")
_NUMBER: Final = re.compile(r"(?<![\d.])\d{1,2}\s?\.(?!\d)")
_MARKS: Final = {
    Column.ANALYSIS: (_NUMBER,),
    Column.ACTION: (_BULLET, FIRST_STEP),
    Column.STEPS: (FIRST_STEP, _BULLET),
}


class Tail(NamedTuple):
    """Text that was given back to the measure it belongs to."""

    piece: Piece
    owner: Draft


def move_tails(drafts: list[Draft], *, pages_unmarked: bool = False) -> tuple[Tail, ...]:
    """Give the ends of measures back to them, in the drafts themselves, and say which.

    With `pages_unmarked` a page may begin anywhere: somebody took the repeated headings out.
    """
    return tuple(
        tail
        for before, draft in pairwise(drafts)
        if (draft.first_row.opens_page or pages_unmarked) and before.indicator == draft.indicator
        for column in (Column.QUESTION, *_MARKS)
        for tail in _moved(before, draft, column)
    )


def _moved(before: Draft, draft: Draft, column: Column) -> Iterator[Tail]:
    pieces = draft.pieces.get(column, [])
    for index, piece in enumerate(pieces):
        start = _start(before, piece.text, column)
        if start is None:
            continue
        tails = [*pieces[:index], Piece(piece.text[:start].strip(), piece.address)]
        tails = [tail for tail in tails if tail.text]
        if tails and not tails[-1].text.endswith(word_list("steps", "introductions")):
            before.pieces.setdefault(column, []).extend(tails)
            draft.pieces[column] = [Piece(piece.text[start:], piece.address), *pieces[index + 1 :]]
            yield from (Tail(tail, before) for tail in tails)
        return


def _start(before: Draft, text: str, column: Column) -> int | None:
    """Find where the new measure's text begins in a cell."""
    if column is Column.QUESTION:
        codes = item_codes(text)
        return codes[0].span[0] if codes and codes[0].code[0] in "ie" else None
    for mark in _MARKS[column]:
        found = mark.search(text)
        if found and mark.match(before.first_text(column)):
            return found.start()
    return None
