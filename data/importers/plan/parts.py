"""Columns that say a part of what the official form has in one column, put together again."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from data.importers.plan.drafts import Piece
from data.importers.plan.headings import Column, Part, PartKind
from data.importers.sheets.opening import Sheet
from data.importers.spelling.plan_words import squeeze, word_list

_UNTIL: Final = " \u2013 "


class PartCell(NamedTuple):
    """A filled cell under a heading that names a part."""

    position: int
    part: Part
    piece: Piece


class Parts:
    """Puts the parts of a row where the official form has them."""

    def __init__(self, sheet: Sheet, parts: Mapping[int, Part]) -> None:
        self._parts = parts
        self._reach = {(top, left): right for top, left, _, right in sheet.merged if right > left}

    def cells_of(self, row: int, position: int, piece: Piece) -> Iterator[PartCell]:
        """Give what a cell says; a bar drawn over several months says it of each."""
        for place in range(position, self._reach.get((row, position), position) + 1):
            part = self._parts.get(place)
            if part and (place == position or part.kind is PartKind.TIME):
                yield PartCell(place, part, piece)


def with_parts(cells: Mapping[Column, Piece], parts: list[PartCell]) -> dict[Column, Piece]:
    """Give the cells of a row with what its parts say in the column each belongs to."""
    whole_cells = dict(cells)
    for column, text, form in _texts(parts):
        own = whole_cells.get(column)
        of_column = (cell.piece for cell in parts if cell.part.column is column)
        address = (own or next(of_column)).address
        whole = form.format(own=own.text, part=text) if own else text
        whole_cells[column] = Piece(whole, address)
    return whole_cells


def _texts(parts: list[PartCell]) -> Iterator[tuple[Column, str, str]]:
    """Give column, text, and how it joins what the column says itself."""
    of_kind = {kind: [cell for cell in parts if cell.part.kind is kind] for kind in PartKind}
    for column in Column:
        if more := [cell for cell in of_kind[PartKind.MORE] if cell.part.column is column]:
            yield column, " / ".join(cell.piece.text for cell in more), "{own} / {part}"
    # Numbers alone in such a column number the rows.
    if codes := [one for one in of_kind[PartKind.CODES] if not one.piece.text.isdecimal()]:
        yield Column.QUESTION, _words(codes), "{part} {own}"
    if support := of_kind[PartKind.SUPPORT]:
        label = word_list("responsible", "support_label")[0]
        yield Column.RESPONSIBLE, f"{label}: {_words(support)}", "{own} {part}"
    if days := _days(of_kind[PartKind.START], of_kind[PartKind.END]):
        yield Column.PERIOD, days, "{own} ({part})"
    if marked := of_kind[PartKind.TIME]:
        yield Column.PERIOD, ", ".join(_months(marked)), "{own} ({part})"


def _words(parts: list[PartCell]) -> str:
    return " ".join(cell.piece.text for cell in parts)


def _days(starts: list[PartCell], ends: list[PartCell]) -> str:
    """Give the first and the last day as one period; a last day alone is a deadline."""
    if ends and not starts:
        return f"{word_list('periods', 'by_the_end')[0]} {_words(ends)}"
    return _UNTIL.join(_words(one) for one in (starts, ends) if one)


def _months(marked: list[PartCell]) -> Iterator[str]:
    """Name the months that are marked, a run of them by its first and its last one."""
    headings = {cell.position: cell.part.heading for cell in marked}
    noted = {cell.position: cell.piece.text for cell in marked if not _is_mark(cell.piece.text)}
    if noted:
        for place, heading in sorted(headings.items()):
            yield f"{heading} ({noted[place]})" if place in noted else heading
        return
    for _, run in groupby(enumerate(sorted(headings)), lambda pair: pair[1] - pair[0]):
        places = [place for _, place in run]
        yield _UNTIL.join(dict.fromkeys((headings[places[0]], headings[places[-1]])))


def _is_mark(text: str) -> bool:
    plain = squeeze(text)
    return not any(map(str.isalnum, plain)) or plain in word_list("marks", "letters")
