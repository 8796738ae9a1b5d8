"""Tables of a Word file (.docx), read from its main part, with a title at the head of its pages."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from data.containers.formats.layouts import Layout, numbered
from data.containers.formats.readings import Reading
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded

DOCUMENT: Final = "word/document.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN: Final = frozenset({_FALLBACK, f"{_W}moveFrom", f"{_W}del"})
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PAGE_HEAD: Final = re.compile(r"word/header\d*\.xml")
_WIDEST: Final = 64
"""Columns a Word table can have; Word itself stops at 63."""


def read_document(archive: Archive) -> list[Reading]:
    """Read each table; the paragraphs before it (the title, the year) become its first rows.

    Raises:
        RefusedError: damaged, no table, or more than the limits allow.
    """
    body = _root(archive, DOCUMENT).find(f"{_W}body")
    layouts: list[Layout] = []
    layout = Layout()
    for block in _blocks(body) if body is not None else ():
        if block.tag == f"{_W}tbl":
            if not layouts and not layout.rows:
                _add_lines(layout, _page_heads(archive))
            _fill(layout, block)
            layouts.append(layout)
            layout = Layout()
        elif line := _text(block).strip():
            layout.add_line(line)
    return numbered(layouts)


def _page_heads(archive: Archive) -> list[str]:
    """Give the lines at the head of the pages: a title may stand there and nowhere else."""
    heads = sorted(name for name in archive.entries if _PAGE_HEAD.fullmatch(name))
    paragraphs = (one for name in heads for one in _root(archive, name).iter(f"{_W}p"))
    return list(dict.fromkeys(line for one in paragraphs if (line := _text(one).strip())))


def _root(archive: Archive, part: str) -> Element:
    xml = archive.read(part).replace(_STRICT_W, _W[1:-1].encode())
    root: Element = guarded(lambda: ElementTree.fromstring(xml))
    return root


def _add_lines(layout: Layout, lines: list[str]) -> None:
    for line in lines:
        layout.add_line(line)


def _blocks(parent: Element) -> Iterator[Element]:
    """Give paragraphs and tables in order, also out of content controls and insertions."""
    waiting = list(reversed(parent))
    while waiting:
        block = waiting.pop()
        if block.tag in (f"{_W}p", f"{_W}tbl"):
            yield block
        elif block.tag not in _UNSEEN:
            waiting.extend(reversed(block))


def _fill(layout: Layout, table: Element) -> None:
    open_merges: dict[int, int] = {}
    for row in _inside(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        layout.next_row()
        before = _number(row.find(f"{_W}trPr/{_W}gridBefore"))
        if before:
            layout.add_cell("", width=before)
        for cell in _inside(row, f"{_W}tc"):
            _add(layout, cell, open_merges)


def _add(layout: Layout, cell: Element, open_merges: dict[int, int]) -> None:
    """Add a cell; one that continues the cell above makes that one taller instead."""
    column, row = len(layout.rows[-1]), len(layout.rows) - 1
    width = max(1, _number(cell.find(f"{_W}tcPr/{_W}gridSpan")))
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merge is None:
        open_merges.pop(column, None)
        layout.add_cell(_cell_text(cell), width=width)
    elif merge.get(f"{_W}val") == "restart" or column not in open_merges:
        open_merges[column] = len(layout.merged)
        layout.add_cell(_cell_text(cell), width=width)
        if width == 1:
            layout.merged.append((row, column, row, column))
    else:
        layout.rows[-1] += [None] * width
        top, left, _, right = layout.merged[open_merges[column]]
        layout.merged[open_merges[column]] = (top, left, row, right)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Give the children of this kind, also out of content controls, but not of nested tables."""
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            waiting.extend(reversed(child))


def _cell_text(cell: Element) -> str:
    return "\n".join(text for block in _paragraphs(cell) if (text := _text(block).strip()))


def _paragraphs(cell: Element) -> Iterator[Element]:
    for block in _blocks(cell):
        if block.tag == f"{_W}tbl":
            yield from block.iter(f"{_W}p")
        else:
            yield block


def _text(paragraph: Element) -> str:
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in _MARKS:
            pieces.append(_MARKS[node.tag])
        elif node.tag not in _UNSEEN and node.tag != f"{_W}pPr":
            waiting.extend(reversed(node))
    return "".join(pieces)


def _number(element: Element | None) -> int:
    written = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(written), _WIDEST) if written.isdecimal() and len(written) < 7 else 0
