"""Tables printed by ReportLab, which shapes no Thai: each letter is drawn where it stands."""

import io

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from data.importers.spelling.thai_segments import segments
from tests.corpus.pdfs.typst_tables import SARABUN, TLWG

SIZE = 9
FILES = {"Sarabun": SARABUN / "Sarabun-Regular.ttf", "Laksaman": TLWG / "Laksaman.ttf"}


def printed(table, *, font="Sarabun", ruled=True, spelt=str):
    """The table as a PDF; `spelt` changes the letters that are written."""
    pdfmetrics.registerFont(TTFont(font, FILES[font]))
    style = ParagraphStyle("cell", fontName=font, fontSize=SIZE, leading=SIZE * 1.5)
    across = [780 * share / sum(table.shares) for share in table.shares]

    def cell(text, room):
        return Paragraph("<br/>".join(map(spelt, _lines(text, font, room - 12))), style)

    body = [
        [cell(text, room) for text, room in zip(row, across, strict=True)]
        for row in [table.headings, *table.rows]
    ]
    drawn = Table(body, colWidths=across, repeatRows=1, splitInRow=1)
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    drawn.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *grid]))
    written = io.BytesIO()
    margins = {"leftMargin": 30, "rightMargin": 30}
    paper = SimpleDocTemplate(written, pagesize=landscape(A4), invariant=1, **margins)
    paper.build([*(Paragraph(spelt(line), style) for line in table.lines), drawn])
    return written.getvalue()


def _lines(text, font, room):
    """Break a text as a word processor does: between the words of Thai, too."""
    lines = [""]
    for paragraph in text.split("\n"):
        for piece in _pieces(paragraph):
            if pdfmetrics.stringWidth(lines[-1] + piece, font, SIZE) > room and lines[-1]:
                lines.append("")
            lines[-1] += piece
        lines.append("")
    return lines[:-1]


def _pieces(text):
    for at, word in enumerate(text.split(" ")):
        if at:
            yield " "
        if word and all("\u0e01" <= letter <= "\u0e4e" for letter in word):
            yield from (segment.text for segment in segments(word))
        else:
            yield word
