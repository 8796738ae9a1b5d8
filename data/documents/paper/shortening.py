"""Long texts cut behind a word."""

from typing import Final

from pythainlp.tokenize import word_tokenize

from data.exporters.cells.widths import display_width

_ELLIPSIS: Final = "…"
_BULLETS: Final = "-\u2013\u2022 "


def shortened(text: str, width: int) -> str:
    """Give a text on one line, without its bullet, cut behind a word to fit so many letters."""
    line = " ".join(text.split()).lstrip(_BULLETS)
    if display_width(line) <= width:
        return line
    kept = ""
    for word in word_tokenize(line[: 4 * width], engine="newmm-safe", keep_whitespace=True):
        if display_width(kept + word) >= width:
            break
        kept += word
    return kept.rstrip() + _ELLIPSIS
