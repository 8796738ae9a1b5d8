"""How much a file may hold; the published limits, in one place."""

from typing import Final

MEGABYTE: Final = 1024 * 1024

FILE_BYTES: Final = 20 * MEGABYTE
TEXT_FILE_BYTES: Final = 200 * MEGABYTE
UNPACKED_BYTES: Final = 256 * MEGABYTE
ENTRIES: Final = 2_000
SHEETS: Final = 100
SHEET_NAME: Final = 1_000
COLUMNS: Final = 512
ROWS: Final = 200_000
TEXT_ROWS: Final = 2_000_000
CELLS: Final = 2_000_000
CELLS_TOGETHER: Final = 4_000_000
"""Of all sheets: each may be as large as one may be, but not all of them."""
MERGED: Final = 100_000
"""Merged ranges of one sheet; the server holds each of them as an object of its own."""
TEXT_CELLS: Final = 20_000_000
LOGO_BYTES: Final = MEGABYTE
CHARACTERS_IN_CELL: Final = MEGABYTE
CHARACTERS: Final = 8 * MEGABYTE
"""All the text of a workbook together, names of sheets too; equal texts of a sheet count once."""

READERS: Final = 2
"""Files read at once; further ones wait, so that memory stays bounded however many upload."""
CHILD_BYTES: Final = 1536 * MEGABYTE
CHILD_SECONDS: Final = 8
"""Processor time for a small file; each `BYTES_PER_SECOND` of a larger one adds a second."""
BYTES_PER_SECOND: Final = 2 * MEGABYTE
WALL_CLOCK_FACTOR: Final = 3
"""A busy server gets this much longer than the processor time before a reader is stopped."""

PDF_PAGES: Final = 1_000
PDF_LETTERS: Final = 3_000_000
PDF_PAGE_OBJECTS: Final = 50_000
"""Texts, paths and pictures of one page; also the corners of one table."""
PDF_BYTES_PER_SECOND: Final = MEGABYTE // 16
PDF_SECONDS: Final = 30
"""The most that a document of many pages gets; small ones are held to what other files have."""
