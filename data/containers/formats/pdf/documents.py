"""The tables of a PDF: put together over its pages, under the lines that stand above them."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

import pypdfium2.raw as pdfium

from data.containers.formats.pdf.blocks import Block, blocks_of
from data.containers.formats.pdf.growing import GrowingTable, PlacedLine
from data.containers.formats.pdf.letters import LetterReader, blanks_of
from data.containers.formats.pdf.lines import Line
from data.containers.formats.pdf.rulings import rulings_of
from data.containers.formats.pdf.tables import Table
from data.containers.formats.pdf.turning import Turn
from data.containers.formats.readings import Reading
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import RowPlace

# "3", "- 3 -", "3/7", and behind the Thai word for page.
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:\u0e2b\u0e19\u0e49\u0e32(?:\u0e17\u0e35\u0e48)?|page)?\W*\d{1,4}(?:\W*(?:/|of|\u0e08\u0e32\u0e01)?\W*\d{1,4})?\W*",
    re.IGNORECASE,
)
_LONGEST_PAGE_NUMBER: Final = 40

_HAS_A_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_printed(content: bytes, password: str = "") -> list[Reading]:
    """Read each table; the lines of text before it (the title, the year) become its first rows.

    A table goes on where the next page has one with the same columns, and nothing before it but
    what was said already. Nothing that the document would run or open is looked at.

    Raises:
        RefusedError: damaged, protected, only pictures, no table, or more than the limits allow.
    """
    document = pdfium.FPDF_LoadMemDocument64(
        content, len(content), password.encode() if password else None
    )
    if not document:
        raise RefusedError(_why(pdfium.FPDF_GetLastError(), password))
    try:
        return _readings(document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _why(error: int, password: str) -> Unreadability:
    if error == pdfium.FPDF_ERR_PASSWORD:
        return Unreadability.WRONG_PASSWORD if password else Unreadability.ENCRYPTED
    return Unreadability.DAMAGED


def _readings(document: pdfium.FPDF_DOCUMENT) -> list[Reading]:
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > limits.PDF_PAGES:
        raise RefusedError(Unreadability.TOO_MANY_PAGES)
    reader = LetterReader()
    gathered = _Gathered()
    for number in range(1, pages + 1):
        gathered.add(number, _page(document, number, reader, gathered))
    reader.check()
    return gathered.readings()


@dataclass(slots=True)
class _Gathered:
    """The tables of the pages so far, and the lines of text that wait for the next one."""

    tables: list[GrowingTable] = field(default_factory=list)
    waiting: list[PlacedLine] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)
    """The pages that are pictures: nothing of them is read."""

    @property
    def last(self) -> Table | None:
        return self.tables[-1].table if self.tables else None

    def add(self, page: int, blocks: list[Block]) -> None:
        lines = tables = 0
        # What stands below a table, such as the foot of a page, is no title of the next one.
        below = [one for one in self.waiting if not _HAS_A_YEAR.search(one[0])]
        for block in blocks:
            if isinstance(block, Line):
                self._wait(block.text, RowPlace(page, 0, lines))
                lines += 1
                continue
            tables += 1
            titles = [one for one in self.waiting if one not in below]
            if tables == 1 and self.tables and self.tables[-1].goes_on_in(block, titles):
                self.tables[-1].add_lines(below)
            else:
                self._begin(block)
            self.tables[-1].add(block, page, tables)
            self.waiting = []

    def _wait(self, text: str, place: RowPlace) -> None:
        if len(text) > _LONGEST_PAGE_NUMBER or not _PAGE_NUMBER.fullmatch(text):
            self.waiting.append((text, place))

    def _begin(self, table: Table) -> None:
        if len(self.tables) == limits.SHEETS:
            raise RefusedError(Unreadability.TOO_MANY_SHEETS)
        self.tables.append(GrowingTable(table))
        self.tables[-1].add_lines(self.waiting)

    def readings(self) -> list[Reading]:
        if not self.tables:
            raise RefusedError(
                Unreadability.SCANNED if self.pictured else Unreadability.NOT_A_TABLE
            )
        self.tables[-1].add_lines(self.waiting)
        readings = [table.reading(str(at)) for at, table in enumerate(self.tables, start=1)]
        return [replace(readings[0], unread_pages=tuple(self.pictured)), *readings[1:]]


def _page(
    document: pdfium.FPDF_DOCUMENT, number: int, reader: LetterReader, gathered: _Gathered
) -> list[Block]:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise RefusedError(Unreadability.DAMAGED)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        turn = Turn(pdfium.FPDFPage_GetRotation(page))
        letters = reader.letters(text, turn)
        if not letters and _has_picture(page):
            gathered.pictured.append(number)
        written = [*letters, *blanks_of(page, turn)]
        return blocks_of(written, rulings_of(page, turn), gathered.last)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _has_picture(page: pdfium.FPDF_PAGE) -> bool:
    count = pdfium.FPDFPage_CountObjects(page)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, at)) for at in range(count))
    return pdfium.FPDF_PAGEOBJ_IMAGE in kinds
