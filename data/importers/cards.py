"""Plans of one card a measure: headings down the first column, what they say beside them.

A card becomes a row of an ordinary table; each cell keeps the address it has in the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from data.importers.plan.heading_rows import cell_text
from data.importers.plan.headings import Column, column_headed, part_headed
from data.importers.spelling.plan_words import pattern, squeeze
from data.model.grid import Row, Sheet

_FEWEST_FIELDS: Final = 4
_MOST_ROWS: Final = 2_000

Place = tuple[int, int]


@dataclass(slots=True)
class _Card:
    """What one card says by heading, and where each of it stands."""

    row: int
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def with_cards_as_rows(sheet: Sheet) -> Sheet:
    """Turn a sheet of cards into a table; any other sheet, or one with more in it, stays."""
    if len(sheet.rows) > _MOST_ROWS or not _may_hold_cards(sheet):
        return sheet
    begun = next((at for at, row in enumerate(sheet.rows) if _field(row)), 0)
    cards = _cards(sheet, begun)
    if not cards:
        return sheet
    headings = list(dict.fromkeys(heading for card in cards for heading in card.texts))
    titles = sheet.rows[:begun]
    told = [tuple(card.texts.get(heading) for heading in headings) for card in cards]
    origins = [tuple((at, column) for column in range(len(row))) for at, row in enumerate(titles)]
    origins.append(tuple(_first_place(cards, heading) for heading in headings))
    origins += [
        tuple(card.places.get(heading, (card.row, 0)) for heading in headings) for card in cards
    ]
    rows = (*titles, tuple(headings), *told)
    return replace(sheet, rows=rows, merged=(), text=None, origins=tuple(origins))


def _may_hold_cards(sheet: Sheet) -> bool:
    first = [_field(row) for row in sheet.rows]
    named = {column_headed(text) for text in first if text}
    return Column.ACTION in named and len(named - {None}) >= _FEWEST_FIELDS and not sheet.places


def _field(row: Row) -> str:
    """Give the heading a row begins with, where one text stands behind it."""
    texts = list(map(cell_text, row))
    filled = [text for text in texts if text]
    known = bool(filled) and (column_headed(filled[0]) or part_headed(filled[0]))
    return filled[0] if known and len(set(filled)) <= 2 and len(filled) > 1 else ""


def _cards(sheet: Sheet, begun: int) -> list[_Card]:
    """Read the cards one below the other; none where a row is no part of one."""
    cards: list[_Card] = []
    last = ""
    for at in range(begun, len(sheet.rows)):
        filled = list(_texts(sheet, at))
        if not filled:
            last = ""
            continue
        heading = filled[0][1] if len(filled) > 1 else ""
        if len(filled) == 1 and last and filled[0][0] > 0:
            cards[-1].texts[last] += f"\n{filled[0][1]}"
        elif len(filled) == 1 and _numbers_a_card(filled[0][1]):
            last = ""
        elif len(filled) == 2:
            if not cards or heading in cards[-1].texts:
                cards.append(_Card(at))
            last = heading
            cards[-1].texts[heading] = filled[1][1]
            cards[-1].places[heading] = (at, filled[1][0])
        else:
            return []
    return cards


def _texts(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    """Give the filled cells of a row with their columns, one merged over several once."""
    before = ""
    for column, cell in enumerate(sheet.rows[row]):
        text = cell_text(cell)
        if text and text != before:
            yield column, text
        before = text


def _numbers_a_card(text: str) -> bool:
    return re.fullmatch(pattern("rows", "cards"), squeeze(text)) is not None


def _first_place(cards: Sequence[_Card], heading: str) -> Place:
    row = next(card.places[heading][0] for card in cards if heading in card.places)
    return row, 0
