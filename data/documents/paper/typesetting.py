"""Pages set by Typst: PDF and PNG in Sarabun, without a browser, the internet or system fonts."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import fontpkg_sarabun

from data.exporters.cells.cell_text import clean_text

if TYPE_CHECKING:
    import typst

_TEMPLATES: Final = Path(__file__).parent
_PIXELS_PER_INCH: Final = 150
"""An A4 page of 1240 by 1754 pixels: sharp on a phone, small enough for a chat message."""


def pdf(template: str, content: Mapping[str, Any]) -> bytes:
    """Set a template (the stem of a .typ file here) as a PDF whose text can be searched."""
    return _compiled(template, content, format="pdf")


def png(template: str, content: Mapping[str, Any]) -> bytes:
    """Set a template of one page as a picture."""
    return _compiled(template, content, format="png", ppi=_PIXELS_PER_INCH)


def svg(template: str, content: Mapping[str, Any]) -> bytes:
    """Set a template of one page as shapes: its letters are outlines, the same on every machine."""
    return _compiled(template, content, format="svg")


def _compiled(template: str, content: Mapping[str, Any], **settings: Any) -> bytes:  # noqa: ANN401
    # Loaded with the first document: no page needs it.
    import typst  # noqa: PLC0415

    made = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=_fonts(),
        sys_inputs={"content": json.dumps(_clean(content), ensure_ascii=False, allow_nan=False)},
        **settings,
    )
    if not isinstance(made, bytes):
        raise TypeError(template)
    return made


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,  # the shapes of statuses, which Sarabun lacks
        font_paths=[str(Path(fontpkg_sarabun.ROOT) / "files")],
    )


def _clean(value: Any) -> Any:  # noqa: ANN401  JSON values share no type
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    return value
