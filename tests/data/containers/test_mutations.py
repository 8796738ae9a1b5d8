import os
import random

import pytest

from data.importers.sheets.opening import Sheet, Unreadability, read_sheets
from data.model.errors import UnreadableFileError
from tests.corpus import records
from tests.corpus.archives import (
    docx,
    number,
    ods,
    row,
    rows_book,
    text,
    word_cell,
)
from tests.helpers.damage import mutated, repacked

pytestmark = pytest.mark.child

ROUNDS = int(os.environ.get("ITA_MUTATIONS", "4"))
"""Files of each kind; a full run sets many thousands."""

TABLE = '<table:table table:name="ก"><table:table-row>{}</table:table-row></table:table>'
CELL = '<table:table-cell office:value-type="float" office:value="85.21"/>'
SOUND = {
    "xlsx": rows_book("".join(row(n, number(f"A{n}", n), text(f"B{n}", "ก")) for n in range(1, 9))),
    "xlsb": records.xlsb(records.packed_row(0), *(records.packed_number(n, n) for n in range(9))),
    "xls": records.compound(records.book_stream(*(records.number(n, 1, n) for n in range(9)))),
    "old xls": records.old_sheet(*(records.old_number(n, 1, n) for n in range(9))),
    "ods": ods(
        f'<table:table table:name="ก"><table:table-row>{CELL * 9}</table:table-row></table:table>'
    ),
    "docx": docx(f"<w:tbl><w:tr>{word_cell('ก') * 5}</w:tr></w:tbl>"),
    "page": ("<html><table>" + "<tr><td>1<td>ก" * 9 + "</table>").encode(),
    "csv": "ปี,รหัส,คะแนน\n2568,o1,85.21\n".encode() * 20,
    "thai csv": "ปี,รหัส,คะแนน\n2568,o1,85.21\n".encode("cp874") * 20,
}


def outcome(content: bytes) -> Unreadability | tuple[Sheet, ...]:
    try:
        return read_sheets("a", content)
    except UnreadableFileError as refusal:
        return Unreadability(refusal.reason)


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_mutated_file_is_read_or_refused_and_nothing_else(kind, seed):
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - not for secrets
    content = SOUND[kind]
    archive = content.startswith(b"PK")
    found = outcome((repacked if archive and seed % 2 else mutated)(content, chance))
    assert found is not Unreadability.READER_DIED
    if isinstance(found, tuple):
        assert all(isinstance(sheet.name, str) for sheet in found)


@pytest.mark.parametrize("kind", SOUND)
def test_the_file_that_is_mutated_is_sound_itself(kind):
    (found, *_) = read_sheets("a", SOUND[kind])
    assert any(any(cell is not None for cell in cells) for cells in found.rows)
