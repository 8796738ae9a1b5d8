"""Sarabun for the browser, from the package that has it: nothing is written beside the code."""

import re
from pathlib import Path
from typing import Final

import fontpkg_sarabun
from starlette.responses import FileResponse

_ASKED: Final = re.compile(r"/app/static/(Sarabun-(?:Regular|SemiBold)\.ttf)")
_FILES: Final = Path(fontpkg_sarabun.ROOT) / "files"
_A_YEAR: Final = "public, max-age=31536000, immutable"


def font_at(path: str) -> FileResponse | None:
    """Give the font file a request asks for, None for any other address."""
    asked = _ASKED.search(path)
    if asked is None:
        return None
    return FileResponse(
        _FILES / asked[1], media_type="font/ttf", headers={"Cache-Control": _A_YEAR}
    )
