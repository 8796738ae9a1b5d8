"""The look of every workbook: font, sizes, colours and number formats, made once per file."""

from dataclasses import dataclass, replace
from typing import Any, Final

from data.model.columns import Kind, StatusStyle

FONT: Final = "TH Sarabun New"
"""The face of Thai official documents; installed with Thai Office. Where it is missing, programs
fall back to a face of their own, and the widths follow, as it is the workbook's default font."""

FONT_SIZE: Final = 14
TITLE_SIZE: Final = 18

DATE_FORMAT: Final = "[$-107041E]d mmm yyyy;@"
"""Thai month names, the Thai Buddhist calendar (07), Arabic digits (01): 22 Nov 2026 shows as
22 and the Thai for Nov. and 2569, in Excel and in LibreOffice; the cell holds a real date."""

DATETIME_FORMAT: Final = "[$-107041E]d mmm yyyy h:mm;@"

_INK: Final = "#1F2937"
_QUIET: Final = "#4B5563"
_ALERT: Final = "#B45309"
_LINE: Final = "#CBD5E1"
_HEAD: Final = "#E2E8F0"
_NUMBER_FORMATS: Final = {
    Kind.INTEGER: "#,##0",
    Kind.YEAR: "0",
    Kind.SCORE: "0.00",
    Kind.MARKED_SCORE: "0.00",
    Kind.CHANGE: "+0.00;-0.00;0.00",
    Kind.EXACT_CHANGE: "+0.0000;-0.0000;0.0000",
    Kind.PERCENT: "0",
    Kind.MONEY: "#,##0.00",
    Kind.DATE: DATE_FORMAT,
    Kind.DATETIME: DATETIME_FORMAT,
}
_CENTRED: Final = frozenset({Kind.YEAR, Kind.DATE, Kind.DATETIME, Kind.STATUS})


@dataclass(frozen=True, slots=True)
class Style:
    """What one cell looks like; the names are XlsxWriter's format properties."""

    num_format: str = "General"
    align: str = "left"
    valign: str = "top"
    bold: bool = False
    italic: bool = False
    font_size: int = FONT_SIZE
    font_color: str = _INK
    bg_color: str = ""
    border: int = 0
    text_wrap: bool = True
    quote_prefix: bool = False
    locked: bool = True


TITLE: Final = Style(font_size=TITLE_SIZE, bold=True)
SAMPLE_TITLE: Final = replace(TITLE, font_color=_ALERT)
NOTE: Final = Style(font_color=_QUIET)
HEADING: Final = Style(bold=True, align="center", valign="vcenter", bg_color=_HEAD, border=1)
LABEL: Final = Style(bold=True, border=1)
VALUE: Final = Style(border=1)


def body_style(kind: Kind) -> Style:
    """Give the style of a cell of this kind that holds what the kind says."""
    side = "right" if kind in _NUMBER_FORMATS else "left"
    align = "center" if kind in _CENTRED else side
    return Style(num_format=_NUMBER_FORMATS.get(kind, "General"), align=align, border=1)


def mark_style(kind: Kind) -> Style:
    """Give the style of a text: in a number's place it is a quiet mark."""
    if kind not in _NUMBER_FORMATS:
        return body_style(kind)
    return replace(body_style(kind), num_format="General", font_color=_QUIET)


def status_style(colours: StatusStyle) -> Style:
    """Give the style of a status cell whose word has these colours."""
    return replace(
        body_style(Kind.STATUS), font_color=colours.font, bg_color=colours.fill, bold=True
    )


def format_properties(style: Style) -> dict[str, Any]:
    """Spell a style for XlsxWriter, leaving out what is not set."""
    set_ones = ((name, getattr(style, name)) for name in Style.__slots__)
    properties = {name: value for name, value in set_ones if value not in ("", False)}
    properties |= {"font_name": FONT, "locked": style.locked}
    if style.border:
        properties["border_color"] = _LINE
    return properties
