"""Printed tables read by us and by pdfplumber: right cells and seconds of the processor.

`pip install pdfplumber`, then `python -m tests.benchmarks.bench_prints`.
"""

import io
import time

import pdfplumber

from data.containers.formats.pdf.documents import read_printed
from tests.corpus.pdfs import contents
from tests.corpus.pdfs.build import FOLDER

ROUNDS = 3


def squeezed(text):
    return "".join(str(text or "").split())


def due_cells(name):
    table = contents.book(60) if name.startswith("book") else contents.plan()
    return {squeezed(cell) for row in table.rows for cell in row} - {""}


def ours(content):
    return [row for reading in read_printed(content) for row in reading.rows]


def pdfplumbers(content):
    with pdfplumber.open(io.BytesIO(content)) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
        return [row for table in tables for row in table]


def main():
    for name in ("book-typst", "book-writer", "book-reportlab", "plan-typst-sarabun"):
        content = (FOLDER / f"{name}.pdf").read_bytes()
        due = due_cells(name)
        for reader in (ours, pdfplumbers):
            seconds = []
            for _ in range(ROUNDS):
                begun = time.process_time()
                rows = reader(content)
                seconds.append(time.process_time() - begun)
            right = due & {squeezed(cell) for row in rows for cell in row}
            spent = sorted(seconds)[ROUNDS // 2]
            print(f"{name:20} {reader.__name__:12} {len(right)}/{len(due)} {spent:6.2f} s")  # noqa: T201


if __name__ == "__main__":
    main()
