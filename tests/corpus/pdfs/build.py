"""Build the PDFs of the corpus again: `python -m tests.corpus.pdfs.build`.

It needs LibreOffice, the fonts of fonts-thai-tlwg and pdftotext, which CI has not; so the files are
kept, and with them the text that is copied out of each.
"""

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2

from data.containers.formats.pdf.thai_glyphs import PRIVATE_GLYPHS
from tests.corpus.pdfs import contents, reportlab_tables, typst_tables, writer_tables

FOLDER = Path(__file__).parent / "files"
COPIED = FOLDER / "copied.zip"
_ALWAYS_THE_SAME_DAY = (2026, 12, 1, 0, 0, 0)
_OLD_GLYPHS = {
    letter: glyph for glyph, letter in PRIVATE_GLYPHS.items() if "\uf70a" <= glyph <= "\uf70e"
}


def spelt_apart(text):
    """Sara am as nikhahit glyph and sara aa, in the way Word prints it."""
    return text.replace("\u0e33", "\u0e33\u0e32")


def in_old_glyphs(text):
    """Tone marks as the glyphs of their own that old fonts have for low ones."""
    return text.translate(str.maketrans(_OLD_GLYPHS))


def districts_merged():
    """A book whose district is one cell for its agencies."""
    rows = [("", *row) for row in contents.agencies(24)]
    whole = contents.book(1)
    merged = tuple((top, 0, top + 5, 0) for top in range(0, 24, 6))
    named = [
        (f"อำเภอที่{['หนึ่ง', 'สอง', 'สาม', 'สี่'][at // 6]}" if at % 6 == 0 else "", row[1], *row[3:])
        for at, row in enumerate(rows)
    ]
    headings = ("อำเภอ", whole.headings[0], *whole.headings[2:])
    return replace(whole, headings=headings, rows=named, merged=merged)


BUILDS: dict[str, Callable[[], bytes]] = {
    "plan-typst-sarabun": lambda: typst_tables.printed([contents.plan()]),
    "plan-typst-laksaman": lambda: typst_tables.printed([contents.plan()], font="Laksaman"),
    "plan-writer-sarabun": lambda: writer_tables.printed(contents.plan()),
    "plan-writer-laksaman": lambda: writer_tables.printed(contents.plan(), font="Laksaman"),
    "plan-reportlab-sarabun": lambda: reportlab_tables.printed(contents.plan()),
    "plan-reportlab-laksaman": lambda: reportlab_tables.printed(contents.plan(), font="Laksaman"),
    "plan-of-23-pages": lambda: typst_tables.printed(contents.plan_pages()),
    "plan-without-lines": lambda: typst_tables.printed([contents.plan()], ruled=False),
    "plan-sara-am-apart": lambda: reportlab_tables.printed(contents.plan(), spelt=spelt_apart),
    "plan-old-glyphs": lambda: reportlab_tables.printed(
        contents.plan(), font="Laksaman", spelt=in_old_glyphs
    ),
    "report-typst": lambda: typst_tables.printed([contents.report()], page="flipped: false"),
    "report-writer": lambda: writer_tables.printed(contents.report(), font="Laksaman"),
    "report-without-lines": lambda: reportlab_tables.printed(contents.report(), ruled=False),
    "report-two-years": lambda: typst_tables.printed(
        [contents.report(2568), contents.report(2567)]
    ),
    "years-reportlab": lambda: reportlab_tables.printed(contents.years_table()),
    "book-typst": lambda: typst_tables.printed([contents.book(60)], font="Laksaman", size=8),
    "book-writer": lambda: writer_tables.printed(contents.book(60)),
    "book-without-lines": lambda: reportlab_tables.printed(contents.book(60), ruled=False),
    "book-reportlab": lambda: reportlab_tables.printed(contents.book(60), font="Laksaman"),
    "book-districts-merged": lambda: writer_tables.printed(districts_merged()),
}


def _extracted(*options):
    def text(path):
        command = ["pdftotext", *options, str(path), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    return text


def _selected(path):
    """What Chromium's viewer gives: the text of PDFium, without hyphens where lines end."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    return "\n".join(pages).replace("\ufffe", "").replace("\r\n", "\n").encode()


WAYS: dict[str, Callable[[Path], bytes]] = {
    "viewer": _selected,
    "pdftotext": _extracted(),
    "raw": _extracted("-raw"),
    "layout": _extracted("-layout"),
}


def main():
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    for name, build in BUILDS.items():
        (FOLDER / f"{name}.pdf").write_bytes(build())
    write_copied()


def write_copied():
    """Write the text of every file as each way of copying gives it."""
    with zipfile.ZipFile(COPIED, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(FOLDER.glob("*.pdf")):
            for way, text_of in WAYS.items():
                entry = zipfile.ZipInfo(f"{path.stem}.{way}.txt", _ALWAYS_THE_SAME_DAY)
                archive.writestr(entry, text_of(path), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
