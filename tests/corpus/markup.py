"""Workbooks of Excel 2003 in one XML file, and web pages in the form of a mail."""

import base64
import quopri

from tests.helpers.workbooks import LONG, Rows

OFFICE = "urn:schemas-microsoft-com:office"
DECLARED = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'


def xml_book(*rows: str, before: str = DECLARED) -> str:
    """Make a workbook of one sheet, with a style before it as Excel writes it."""
    names = f'xmlns="{OFFICE}:spreadsheet" xmlns:ss="{OFFICE}:spreadsheet"'
    return (
        f'{before}<Workbook {names}><Styles><Style ss:ID="Default"/></Styles>'
        f'<Worksheet ss:Name="คะแนน"><Table>{"".join(rows)}</Table></Worksheet></Workbook>'
    )


def xml_row(*cells: object, place: str = "") -> str:
    return f"<Row{place}>{''.join(map(xml_cell, cells))}</Row>"


def xml_cell(value: object, place: str = "") -> str:
    if str(value).startswith("<"):
        return str(value)
    kind = "Number" if isinstance(value, int | float) else "String"
    return f'<Cell{place}><Data ss:Type="{kind}">{value}</Data></Cell>'


def web_archive(*pages: bytes, kind: str = "text/html", packing: str = "quoted-printable") -> bytes:
    """Make a "single file web page" of Excel."""
    pack = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[packing]
    head = f"--=X\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {packing}\r\n\r\n".encode()
    parts = b"".join(head + pack(page) + b"\r\n" for page in pages)
    about = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=X"\r\n\r\n'
    return about + parts + b"--=X--\r\n"


def score_page(*rows: tuple[object, ...]) -> str:
    cells: Rows = [LONG, *rows]
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) for row in cells)
    return f"<html><table>{''.join(lines)}</table></html>"
