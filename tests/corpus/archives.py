"""Zip files part by part: workbooks, open documents and Word files as small as they can be."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SHEET = "xl/worksheets/sheet1.xml"

Parts = dict[str, bytes | str]


def zipped(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, compress_type=method)
    return buffer.getvalue()


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def number(address: str, value: object) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


def text(address: str, value: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'


def relations(kind: str, *targets: str) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, target in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def content_types(*names: str) -> str:
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    main = f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
    sheets = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kinds}.worksheet+xml"/>' for name in names
    )
    return f'<Types xmlns="{PACKAGE[:-13]}content-types">{main}{sheets}</Types>'


def book_parts(*sheets: str) -> Parts:
    tabs = "".join(
        f'<sheet name="แผ่น{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(sheets) + 1)
    )
    names = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    parts: Parts = {
        "[Content_Types].xml": content_types(*names),
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f"<sheets>{tabs}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations("worksheet", *names),
    }
    return parts | {f"xl/{name}": part for name, part in zip(names, sheets, strict=True)}


def book(*sheets: str, **parts: bytes | str) -> bytes:
    """Make a workbook; `parts` replace or add entries, named after their path with __ for /."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    return zipped(book_parts(*sheets) | named)


def rows_book(rows: str) -> bytes:
    return book(sheet(rows))


def good_parts() -> Parts:
    return book_parts(sheet(row(1, number("A1", "85.21"))))


def spreadsheet(tables: str, styles: str = "") -> str:
    names = {"office": "office", "table": "table", "text": "text", "style": "style"}
    declared = " ".join(f'xmlns:{short}="{OASIS}:{name}:1.0"' for short, name in names.items())
    return (
        f"<office:document-content {declared} xmlns:calcext="
        f'"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        f"</office:document-content>"
    )


def ods(tables: str, styles: str = "") -> bytes:
    return zipped({"content.xml": spreadsheet(tables, styles), "META-INF/manifest.xml": "<m/>"})


def docx(body: str) -> bytes:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def word_cell(text_: str, properties: str = "") -> str:
    run = f"<w:p><w:r><w:t>{text_}</w:t></w:r></w:p>" if text_ else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{run}</w:tc>"
