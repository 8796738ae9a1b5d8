"""Long texts cut behind a word."""

from typing import Final

from data.documents.thai_breaks import thai_words_of
from data.exporters.cells.widths import display_width

_ELLIPSIS: Final = "…"
_BULLETS: Final = "-\u2013\u2022 "


def shortened(text: str, width: int) -> str:
    """Give a text on one line, without its bullet, cut behind a word to fit so many letters."""
    line = " ".join(text.split()).lstrip(_BULLETS)
    if display_width(line) <= width:
        return line
    kept = ""
    for word in thai_words_of(line[: 4 * width]):
        if display_width(kept + word) >= width:
            break
        kept += word
    return kept.rstrip() + _ELLIPSIS
