"""How a sheet prints: A4 landscape, as few pages wide as stay legible, headings on every page."""

from math import ceil
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.styles import FONT

_A4: Final = 9
_LONGEST_HEADER_PART: Final = 90  # Excel allows 255 in all, with the codes
_LEGIBLE: Final = 250.0  # digits' widths that fit across one page in letters of 8 points
_FACE: Final = f'&"{FONT},Regular"&12'


def set_up_page(
    sheet: Worksheet,
    title: str,
    sample_mark: str | None,
    repeat: tuple[int, int] | None,
    width: float = 0.0,
) -> None:
    """Set paper, scaling, repeated rows (first and last, from 0), header and footer.

    `width` is that of all columns together; pages beside the first one repeat its first column.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    across = max(1, ceil(width / _LEGIBLE))
    sheet.fit_to_pages(across, 0)
    if across > 1:
        sheet.print_across()
        sheet.repeat_columns(0)
    if repeat:
        sheet.repeat_rows(*repeat)
    mark = f"&R{_FACE}&B{_header_text(sample_mark)}" if sample_mark else ""
    sheet.set_header(f"&L{_FACE}{_header_text(title)}{mark}")
    sheet.set_footer(f"&R{_FACE}&P / &N")


def _header_text(text: str) -> str:
    # A single ampersand begins a code; a digit after the size would join it.
    shown = " ".join(clean_text(text).split())[:_LONGEST_HEADER_PART]
    return " " + shown.replace("&", "&&")
