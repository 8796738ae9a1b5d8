"""Files a person could have made, as CSV, workbooks and Word, and what they must give."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import docx
from docx.document import Document

from data.model.records import Form
from tests.helpers.workbooks import LONG, Rows


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one sheet must give: rows read and imported, every score, every finding with its cell.

    Scores are keyed as "2568 IIT", with the agency in front when it is not the home agency.
    """

    form: Form | None
    rows: tuple[int, int]
    scores: Mapping[str, float] = field(default_factory=dict)
    found: tuple[str, ...] = ()
    measures: int = 0


@dataclass(frozen=True, slots=True)
class Awkward:
    """A file that is read although something about it is odd."""

    build: Callable[[], bytes]
    sheets: tuple[Outcome, ...]


def csv_of(*rows: Sequence[object], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def long_of(*rows: Sequence[object], encoding: str = "utf-8") -> bytes:
    return csv_of(LONG, *rows, encoding=encoding)


def document(*parts: Rows | str, head: str = "") -> Callable[[], bytes]:
    """Give what makes a Word file of tables and of lines between them."""

    def build() -> bytes:
        made = docx.Document()
        made.sections[0].header.paragraphs[0].text = head
        for part in parts:
            if isinstance(part, str):
                made.add_paragraph(part)
            else:
                add_table(made, part)
        content = io.BytesIO()
        made.save(content)
        return content.getvalue()

    return build


def add_table(made: Document, rows: Rows) -> None:
    table = made.add_table(len(rows), max(map(len, rows)))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = str(text)
