"""What happens to files: cells retyped, rows and columns moved, lost, doubled; bytes destroyed."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.corpus import records
from tests.corpus.archives import docx, ods, word_cell
from tests.corpus.tables import csv_of
from tests.fuzzing.sources import TABLES, Cells, Good
from tests.helpers.damage import mutated, repacked
from tests.helpers.workbooks import book_of

ODD = (
    "nan", "Inf", "1e999", "8_5", "85,21", "85 %", "๘๕.๒๑", "-1", "101", "-", "", " ", "ไม่ประเมิน",
    "=1+1", "<b>x</b>", "รวม", "IIT", "2568", "2025", "i1", "x" * 5_000, 0, 1, -5, 85, 1e300, None,
    "ปี 2567", "คะแนน", "หน่วยงาน", "ก\nข", '"', "\t", "\u202e", "\ufeff", "2567/2568", "0.5",
)  # fmt: skip


LARGEST_STREAM = 60_000
"""One table of sectors reaches no further; a larger old workbook goes without a file system."""
SHARES = (5, 5, 5, 5, 4, 4, 4, 3, 3, 1)
"""How often each table is taken; the real plan takes a hundred times as long as a short one."""


@dataclass(frozen=True, slots=True)
class File:
    """A file and the table it was made of; `moved` = no label was changed, only where it stands."""

    kind: str
    content: bytes
    good: Good
    moved: bool
    torn: bool


def retype(cells: Cells, chance: random.Random) -> None:
    row = chance.choice([row for row in cells if row] or [[None]])
    if row:
        row[chance.randrange(len(row))] = chance.choice(ODD)


def swap_rows(cells: Cells, chance: random.Random) -> None:
    first, second = (chance.randrange(len(cells)) for _ in range(2))
    cells[first], cells[second] = cells[second], cells[first]


def shuffle_columns(cells: Cells, chance: random.Random) -> None:
    width = max(map(len, cells))
    order = chance.sample(range(width), width)
    for row in cells:
        if len(row) > 1:
            row[:] = [row[at] if at < len(row) else None for at in order]


def double_row(cells: Cells, chance: random.Random) -> None:
    cells.insert(chance.randrange(len(cells) + 1), list(chance.choice(cells)))


def double_column(cells: Cells, chance: random.Random) -> None:
    at = chance.randrange(max(1, *map(len, cells)))
    for row in cells:
        if len(row) > at and len(row) > 1:
            row.insert(at, row[at])


def lose_row(cells: Cells, chance: random.Random) -> None:
    if len(cells) > 1:
        del cells[chance.randrange(len(cells))]


def lose_column(cells: Cells, chance: random.Random) -> None:
    at = chance.randrange(max(1, *map(len, cells)))
    for row in cells:
        if len(row) > 1:
            del row[at : at + 1]


def blank_row(cells: Cells, chance: random.Random) -> None:
    at = chance.randrange(len(cells) + 1)
    cells[at:at] = [[] for _ in range(chance.choice((1, 3, 70)))]


def cut(cells: Cells, chance: random.Random) -> None:
    del cells[chance.randrange(1, len(cells) + 1) :]


Change = Callable[[Cells, random.Random], None]
HARMLESS: tuple[Change, ...] = (shuffle_columns, double_row, blank_row, cut)
"""These leave each label with its score, so that nothing may be read as something else."""
HARMFUL: tuple[Change, ...] = (
    retype,
    retype,
    retype,
    swap_rows,
    double_column,
    lose_row,
    lose_column,
)


def page(cells: Cells) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{shown(one)}' for one in row)}" for row in cells)
    return f"<html><meta charset=utf-8><table>{rows}</table>".encode("utf-8", "replace")


def shown(cell: object) -> str:
    return "" if cell is None else escape(str(cell).replace("\ufeff", ""))


def word(cells: Cells) -> bytes:
    rows = ("".join(word_cell(shown(one)) for one in row) for row in cells if row)
    return docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")


def open_document(cells: Cells) -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{shown(one)}</text:p>'
            "</table:table-cell>"
            for one in row or [None]
        )
        + "</table:table-row>"
        for row in cells
    )
    return ods(f'<table:table table:name="ก">{rows}</table:table>')


def old_workbook(cells: Cells) -> bytes:
    written = (
        records.number(row, column, one)
        if isinstance(one, int | float)
        else records.label(row, column, str(one))
        for row, column, one in filled(cells)
    )
    stream = records.book_stream(*written)
    return records.compound(stream) if len(stream) < LARGEST_STREAM else stream


def binary_workbook(cells: Cells) -> bytes:
    written, begun = [], -1
    for row, column, one in filled(cells):
        if row != begun:
            written.append(records.packed_row(row))
            begun = row
        if isinstance(one, int | float):
            written.append(records.packed_number(column, one))
        else:
            written.append(records.packed_text(column, str(one)))
    return records.xlsb(*written)


def filled(cells: Cells) -> Iterator[tuple[int, int, object]]:
    for row, own in enumerate(cells):
        yield from ((row, column, one) for column, one in enumerate(own) if one is not None)


TEXTS: dict[str, Callable[[Cells], bytes]] = {
    "utf-8": lambda cells: csv_of(*cells),
    "cp874": lambda cells: csv_of(*cells, encoding="utf-8").decode().encode("cp874", "replace"),
    "utf-16": lambda cells: csv_of(*cells, encoding="utf-16"),
    "tabs": lambda cells: csv_of(*cells, delimiter="\t", encoding="utf-8-sig"),
    "semicolons": lambda cells: csv_of(*cells, delimiter=";"),
}
APART: dict[str, Callable[[Cells], bytes]] = {
    "xlsx": lambda cells: book_of(*cells),
    "xls": old_workbook,
    "xlsb": binary_workbook,
    "ods": open_document,
    "docx": word,
    "html": page,
}


def printed(cells: Cells) -> bytes:
    """Write a table as a program for reading PDFs copies it: one space between all cells."""
    lines = (" ".join(str(one) for one in row if one is not None) for row in cells)
    return "\n".join(lines).encode("utf-8", "replace")


TITLED = frozenset({"stacked"})
"""Tables whose rows are of the year of the title above: a title that moves makes them others."""
PRINTED = {"report": printed, "years": printed}
"""Tables that are still tables when they are printed: one label, then scores alone."""


def mutated_file(seed: object, *, apart: float) -> File:
    """Make the file of a seed; `apart` is the share of those that need a process of their own."""
    chance = random.Random(f"import {seed}")  # noqa: S311 - not for secrets
    kind = chance.choices(list(TABLES), SHARES)[0]
    good = TABLES[kind](chance)
    cells = [list(row) for row in good.cells]
    harmless = chance.random() < 0.4
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        chance.choice(HARMLESS if harmless else HARMFUL + HARMLESS)(cells, chance)
    containers = APART if chance.random() < apart else TEXTS
    if kind in PRINTED and containers is TEXTS:
        containers = {**TEXTS, "printed": PRINTED[kind]}
    container = chance.choice(list(containers))
    content = containers[container](cells)
    torn = chance.random() < 0.3
    if torn:
        zipped_ = zipfile.is_zipfile(io.BytesIO(content))
        content = (repacked if zipped_ and chance.random() < 0.6 else mutated)(content, chance)
    moved = harmless and not torn and kind not in TITLED
    return File(f"{kind} {container}", content, good, moved, torn)
