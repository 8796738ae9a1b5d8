"""A form as a Word file: A4 landscape, the headings on every page, Thai set in Sarabun."""

import datetime as dt
import io
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from data.documents.forms.form_table import FormTable, Range, covered
from data.exporters.archive import timeless
from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.styles import FONT

_BODY, _TITLE, _HEADING, _CENTRED, _NOTE = "Normal", "FormTitle", "FormHead", "FormMid", "FormNote"
_SIZES: Final = {_BODY: 14, _TITLE: 16, _HEADING: 14, _CENTRED: 14, _NOTE: 12}
_BOLD: Final = frozenset({_TITLE, _HEADING})
_MIDDLE: Final = frozenset({_TITLE, _HEADING, _CENTRED})
_MARGIN: Final = Mm(12)
_A4: Final = (Mm(297), Mm(210))
_LOGO_HEIGHT: Final = Mm(15)
_TWIPS_ACROSS: Final = round((297 - 24) / 25.4 * 1440)
_HEAD_FILL: Final = "E2E8F0"
_NO_MOMENT: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def form_document(form: FormTable) -> bytes:
    """Write the form; nothing in it is a link, a formula or a field but the page number."""
    document = docx.Document()
    _set_up_page(document, form)
    _set_up_styles(document)
    body = document.element.body
    section = body.sectPr
    if form.about.logo:
        picture = document.add_paragraph(style=_TITLE)
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture.add_run().add_picture(io.BytesIO(form.about.logo), height=_LOGO_HEIGHT)
    for title in form.titles:
        section.addprevious(_paragraph(title, _TITLE))
    section.addprevious(_table(form))
    for line in zip(*form.about.signatures, strict=True):
        section.addprevious(_signed(line))
    for label, text in (("", form.conditions_title), *form.about.conditions):
        section.addprevious(_paragraph(f"{label}: {text}" if label else text, _NOTE))
    target = io.BytesIO()
    document.save(target)
    return timeless(target.getvalue())


def _set_up_page(document: Document, form: FormTable) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Mm(6)
    if form.about.thai_digits:
        margins = document.element.body.sectPr.find(qn("w:pgMar"))
        margins.addnext(_element("w:pgNumType", {"w:fmt": "thaiNumbers"}))
    footer = section.footer.paragraphs[0]._p  # noqa: SLF001  python-docx has no field of its own
    footer.getparent().replace(footer, _page_number(form))
    properties = document.core_properties
    properties.title = clean_text(form.titles[0])[:255]
    properties.author = clean_text(form.about.author)[:255]
    properties.comments = ""
    properties.language = "th-TH"
    made_at = form.about.made_at or _NO_MOMENT
    properties.created = properties.modified = made_at.astimezone(dt.UTC).replace(tzinfo=None)


def _set_up_styles(document: Document) -> None:
    for name, size in _SIZES.items():
        style = _style(document, name)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
        style.paragraph_format.widow_control = True
        properties = style.element.get_or_add_rPr()
        for child in list(properties):
            properties.remove(child)
        for child in _face(size, bold=name in _BOLD):
            properties.append(child)


def _style(document: Document, name: str) -> ParagraphStyle:
    if name != _BODY:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    found = document.styles[name]
    if not isinstance(found, ParagraphStyle):
        raise TypeError(name)
    return found


def _face(size: int, *, bold: bool) -> list[BaseOxmlElement]:
    """Give the run properties, each also for complex script: Word sets Thai by those alone."""
    fonts = {f"w:{script}": FONT for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    weight = [_element("w:b"), _element("w:bCs")] if bold else []
    half_points = {"w:val": str(2 * size)}
    return [
        _element("w:rFonts", fonts),
        *weight,
        _element("w:sz", half_points),
        _element("w:szCs", half_points),
        _element("w:lang", {"w:val": "en-US", "w:bidi": "th-TH"}),
    ]


def _table(form: FormTable) -> BaseOxmlElement:
    twips = [round(_TWIPS_ACROSS * share / sum(form.widths)) for share in form.widths]
    table = _element("w:tbl")
    table.append(_table_properties(sum(twips)))
    grid = _within(table, "w:tblGrid")
    for width in twips:
        grid.append(_element("w:gridCol", {"w:w": str(width)}))
    heads = [_HEADING] * form.columns
    styles = [_CENTRED if column in form.centred else _BODY for column in range(form.columns)]
    heading_merges, merges = covered(form.heading_merges), covered(form.merges)
    for place, texts in enumerate(form.headings):
        table.append(_row(place, texts, heading_merges, twips, heads))
    for place, texts in enumerate(form.rows):
        table.append(_row(place, texts, merges, twips, styles))
    return table


def _table_properties(width: int) -> BaseOxmlElement:
    properties = _element("w:tblPr")
    properties.append(_element("w:tblW", {"w:w": str(width), "w:type": "dxa"}))
    borders = _within(properties, "w:tblBorders")
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"}
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", line))
    properties.append(_element("w:tblLayout", {"w:type": "fixed"}))
    margins = _within(properties, "w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", {"w:w": "60", "w:type": "dxa"}))
    return properties


def _row(
    place: int,
    texts: tuple[str, ...],
    merges: dict[tuple[int, int], Range],
    twips: list[int],
    styles: list[str],
) -> BaseOxmlElement:
    row = _element("w:tr")
    if _HEADING in styles:
        properties = _within(row, "w:trPr")
        properties.append(_element("w:cantSplit"))
        properties.append(_element("w:tblHeader"))
    for column, text in enumerate(texts):
        found = merges.get((place, column), (place, column, place, column))
        if column == found[1]:
            width = sum(twips[column : found[3] + 1])
            row.append(_cell(text, styles[column], found, place, width))
    return row


def _cell(text: str, style: str, merge: Range, row: int, width: int) -> BaseOxmlElement:
    top, left, bottom, right = merge
    cell = _element("w:tc")
    properties = _within(cell, "w:tcPr")
    properties.append(_element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if right > left:
        properties.append(_element("w:gridSpan", {"w:val": str(right - left + 1)}))
    if bottom > top:
        value = {"w:val": "restart"} if row == top else {}
        properties.append(_element("w:vMerge", value))
    if style == _HEADING:
        properties.append(
            _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _HEAD_FILL})
        )
        properties.append(_element("w:vAlign", {"w:val": "center"}))
    for line in text.split("\n") if row == top else [""]:
        cell.append(_paragraph(line, style))
    return cell


def _paragraph(text: str, style: str) -> BaseOxmlElement:
    paragraph = _element("w:p")
    properties = _within(paragraph, "w:pPr")
    if style != _BODY:
        properties.append(_element("w:pStyle", {"w:val": style}))
    if style in _MIDDLE:
        properties.append(_element("w:jc", {"w:val": "center"}))
    if text:
        paragraph.append(_run(text))
    return paragraph


def _signed(texts: tuple[str, ...]) -> BaseOxmlElement:
    """Give one line of those who sign, each in the middle of his or her share of the page."""
    paragraph = _paragraph("", _BODY)
    paragraph.pPr.append(_element("w:keepNext"))
    tabs = _within(paragraph.pPr, "w:tabs")
    for place in range(len(texts)):
        middle = round(_TWIPS_ACROSS * (2 * place + 1) / (2 * len(texts)))
        tabs.append(_element("w:tab", {"w:val": "center", "w:pos": str(middle)}))
    for text in texts:
        run = _run(text)
        run.insert(0, _element("w:tab"))
        paragraph.append(run)
    return paragraph


def _run(text: str) -> BaseOxmlElement:
    run = _element("w:r")
    written = _within(run, "w:t")
    written.text = clean_text(text)
    written.set(qn("xml:space"), "preserve")
    return run


def _page_number(form: FormTable) -> BaseOxmlElement:
    paragraph = _paragraph(f"{form.page} ", _NOTE)
    paragraph.pPr.append(_element("w:jc", {"w:val": "right"}))
    field = _element("w:fldSimple", {"w:instr": "PAGE"})
    field.append(_run("1"))
    paragraph.append(field)
    return paragraph


def _element(name: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made


def _within(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    made = _element(name)
    parent.append(made)
    return made
