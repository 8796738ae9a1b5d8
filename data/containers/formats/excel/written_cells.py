"""The cells that the XML of one Excel sheet writes, and whether each of them was read."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from data.containers.gate.reasons import RefusedError, Unreadability

# Possessive, and never across the next cell: otherwise a file of open tags takes minutes.
_CELL: Final = re.compile(
    rb"<(?:\w+:)?(?:row\b(?P<row>[^<>]*+)>|c\b(?P<cell>[^<>]*+)>"
    rb"(?:(?<!/>)(?P<inside>[^<]*+(?:<(?!/?(?:\w+:)?(?:c|row)\b)[^<]*+)*+)</(?:\w+:)?c>)?+)"
)
_CELL_END: Final = re.compile(rb"</(?:\w+:)?c\s*>")
_TABLE: Final = re.compile(rb"<(?:\w+:)?sheetData\b")
_PLACE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{0,4})(\d{1,9})[\"']")
_STYLE: Final = re.compile(rb"\ss\s*=\s*[\"'](\d{1,6})[\"']")
_TYPE: Final = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v\b[^<>]*+>([^<]*+)")
_NUMBER: Final = (b"", b"n")


class Written(NamedTuple):
    """A cell with something inside; row and column are counted from 0, `kind` is its type."""

    row: int
    column: int
    kind: bytes
    style: bytes
    inside: bytes

    @property
    def value(self) -> bytes | None:
        """Give its stored value, None where it has none."""
        found = _VALUE.search(self.inside)
        return found[1] if found else None


def column_number(letters: bytes) -> int:
    """Count a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def place_in(attributes: bytes) -> tuple[int, int] | None:
    """Give the row and the column of an address, None where there is none to be understood."""
    found = _PLACE.search(attributes)
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def written_cells(xml: bytes) -> Iterator[Written]:
    """Give each cell that is not only formatted; without an address it is the next one."""
    row, column = -1, -1
    for token in _CELL.finditer(xml):
        if token["row"] is not None:
            place = place_in(token["row"])
            row, column = place[0] if place else row + 1, -1
            continue
        place = place_in(token["cell"])
        column = place[1] if place else column + 1
        if token["inside"]:
            kind, style = _TYPE.search(token["cell"]), _STYLE.search(token["cell"])
            at = place[0] if place else row
            yield Written(
                at,
                column,
                kind[1] if kind else b"",
                style[1] if style else b"",
                token["inside"],
            )


def styled_places(xml: bytes, styles: Collection[int]) -> Iterator[tuple[int, int]]:
    """Give the places of the numbers that have one of these styles."""
    wanted = {b"%d" % style for style in styles}
    # Looking for plain bytes first is what keeps a sheet without any of them cheap.
    if any(b's="%s"' % style in xml or b"s='%s'" % style in xml for style in wanted):
        for cell in written_cells(xml):
            if cell.style in wanted and cell.kind in _NUMBER:
                yield cell.row, cell.column


def check_all_read(xml: bytes, rows: Sequence[Sequence[object]]) -> None:
    """Refuse a sheet of which a reader left values out: behind a second table, or under others.

    Only a sheet that writes more cells than were read is looked at cell by cell.

    Raises:
        RefusedError: an address is used twice, or a number was not read.
    """
    read = sum(len(row) - row.count("") - row.count(None) for row in rows)
    if (xml.count(b"</c>") or len(_CELL_END.findall(xml))) <= read:
        return
    if b"sheetData" in xml and len(_TABLE.findall(xml)) > 1:
        raise RefusedError(Unreadability.DAMAGED)
    seen: set[tuple[int, int]] = set()
    for cell in written_cells(xml):
        place = (cell.row, cell.column)
        if place in seen or (_is_number(cell) and _is_blank(rows, *place)):
            raise RefusedError(Unreadability.DAMAGED)
        seen.add(place)


def _is_number(cell: Written) -> bool:
    return cell.kind in _NUMBER and bool((cell.value or b"").strip())


def _is_blank(rows: Sequence[Sequence[object]], row: int, column: int) -> bool:
    inside = row < len(rows) and column < len(rows[row])
    return not inside or rows[row][column] in ("", None)
