"""Tables printed by LibreOffice Writer: a Word file, exported."""

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt


def printed(table, *, font="Sarabun", size=10, options=""):
    """The table as a PDF; `options` are those of the export, such as a password."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for line in table.lines:
        _write(document.add_paragraph(), line, font, size)
    drawn = document.add_table(rows=0, cols=len(table.headings))
    drawn.style = "Table Grid"
    if table.groups:
        _add_groups(drawn, table.groups, font, size)
    for row in [table.headings, *table.rows]:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], text, font, size)
    down = 1 + bool(table.groups)
    for row in drawn.rows[:down]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for top, left, bottom, right in table.merged:
        for at in range(top + 1, bottom + 1):
            drawn.cell(at + down, left).paragraphs[0].clear()
        drawn.cell(top + down, left).merge(drawn.cell(bottom + down, right))
    return _exported(document, options)


def _add_groups(table, groups, font, size):
    cells, at = table.add_row().cells, 0
    for text, width in groups:
        cell = cells[at] if width == 1 else cells[at].merge(cells[at + width - 1])
        _write(cell.paragraphs[0], text, font, size)
        at += width


def _write(paragraph, text, font, size):
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - no other way to complex scripts
    fonts = properties.get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(kind), font)
    mark = OxmlElement("w:szCs")
    mark.set(qn("w:val"), str(size * 2))
    properties.append(mark)


def _exported(document, options):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.docx"
        written = io.BytesIO()
        document.save(written)
        path.write_bytes(written.getvalue())
        profile = f"-env:UserInstallation=file://{folder}/profile"
        kind = f"pdf:writer_pdf_Export{options}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder]
        subprocess.run([*command, str(path)], check=True, capture_output=True)
        return path.with_suffix(".pdf").read_bytes()
