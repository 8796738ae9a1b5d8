"""Items and divisions put into the text of a catalogue file; all the rest of it stays as it is."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from data.errors import FaultyFrameworkError
from data.framework.agency import Division, Organisation, name_key
from data.framework.model import Evidence, Framework, Item, item_number
from data.framework.tables import Fault

_FIRST_TABLE: Final = re.compile(r"^\[", re.MULTILINE)


def with_item(
    items: Mapping[str, Item], code: str, indicator: int | None, name: str | None
) -> Item:
    """Give an item with what is newly known of it; a name from one sheet has one source."""
    known = items.get(code, Item(code, None, None, Evidence.UNKNOWN, ""))
    numbered = replace(known, indicator=indicator if indicator is not None else known.indicator)
    if name is None or name == known.name:
        return numbered
    return replace(numbered, name=name, evidence=Evidence.ONE_SOURCE)


def items_text(text: str, file_name: str, framework: Framework, items: Iterable[Item]) -> str:
    """Give the text of a year's file with these items instead of its own."""
    order = {one.letter: at for at, one in enumerate(framework.instruments)}
    ordered = sorted(
        items, key=lambda item: (order.get(item.code[0], len(order)), item_number(item.code))
    )
    return _replaced(text, file_name, "items", map(_item_row, ordered))


def divisions_text(text: str, file_name: str, home: Organisation, told: Iterable[Division]) -> str:
    """Give the text of the organisation's file with these divisions among its own.

    A division that was only known from elsewhere becomes an own one.
    """
    own = list(home.divisions)
    elsewhere = list(home.known_divisions)
    for division in told:
        at = _place(own, division)
        moved = _place(elsewhere, division)
        known = own[at] if at is not None else elsewhere.pop(moved) if moved is not None else None
        merged = _merged(known, division)
        if at is None:
            own.append(merged)
        else:
            own[at] = merged
    text = _replaced(text, file_name, "divisions", map(_division_row, own))
    return _replaced(text, file_name, "known_divisions", map(_division_row, elsewhere))


def _place(divisions: list[Division], wanted: Division) -> int | None:
    keys = set(map(name_key, (wanted.name, *wanted.aliases)))
    for at, division in enumerate(divisions):
        if keys & set(map(name_key, (division.name, *division.aliases))):
            return at
    return None


def _merged(known: Division | None, told: Division) -> Division:
    if known is None:
        return replace(told, evidence=Evidence.ONE_SOURCE)
    spellings = {name_key(text) for text in (known.name, *known.aliases)}
    new = [text for text in (told.name, *told.aliases) if name_key(text) not in spellings]
    return replace(known, aliases=(*known.aliases, *new))


def _replaced(text: str, file_name: str, key: str, rows: Iterable[str]) -> str:
    """Replace one list that is written one row a line, as in the files the app comes with."""
    block = "".join(("[\n", *(f"    {row},\n" for row in rows), "]\n"))
    listed = re.compile(
        rf"^{key} = \[(?:\s*\]|\n.*?^\])[ \t]*(?:#[^\n]*)?(?:\n|\Z)", re.MULTILINE | re.DOTALL
    )
    found = listed.findall(text)
    if len(found) == 1:
        return listed.sub(lambda _: f"{key} = {block}", text)
    if found or re.search(rf"^\s*(\[\[)?\s*{key}\b", text, re.MULTILINE):
        raise FaultyFrameworkError(file_name, key, Fault.NOT_REWRITABLE)
    first = _FIRST_TABLE.search(text)
    at = first.start() if first else len(text)
    return f"{text[:at].rstrip()}\n{key} = {block}\n{text[at:]}"


def _item_row(item: Item) -> str:
    return _row(
        code=item.code,
        indicator=item.indicator,
        name=item.name,
        evidence=item.evidence.value,
        note=item.note or None,
    )


def _division_row(division: Division) -> str:
    return _row(
        name=division.name,
        aliases=list(division.aliases) or None,
        evidence=division.evidence.value if division.evidence is not Evidence.UNKNOWN else None,
    )


def _row(**values: object) -> str:
    # What JSON writes for texts, whole numbers and lists of texts is TOML too, but for DEL.
    told = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for key, value in values.items()
        if value is not None
    )
    return f"{{ {', '.join(told)} }}"
