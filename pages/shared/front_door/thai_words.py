"""Streamlit's scripts with its own words in Thai, and with a question before files are left."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.responses import Response
from starlette.types import Scope

from data.words.streamlit_words import SCRIPTS

FOLDER: Final = Path(st.__file__).parent / "static/static/js"
PLACE: Final = "/static/js/"
_LARGEST: Final = 600_000
"""Bytes of a script; the larger ones are libraries of drawing, which say nothing."""

_UPLOADER: Final = "FileUploader."
"""What the script begins with that is there wherever a file was chosen."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script with its words changed, as it is and compressed."""

    content: bytes
    compressed: bytes

    def answer(self, scope: Scope) -> Response:
        """Give it as the browser takes it; its name changes with every version of Streamlit."""
        headers = {"cache-control": "public, max-age=3600", "vary": "accept-encoding"}
        small = b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")
        if small:
            headers["content-encoding"] = "gzip"
        content = self.compressed if small else self.content
        return Response(content, headers=headers, media_type="text/javascript")


def script(path: str) -> Script | None:
    """Give the script at an address, where it holds words of ours; None for all the others."""
    _, place, name = path.rpartition(PLACE)
    return _scripts().get(name) if place else None


@cache
def _scripts() -> dict[str, Script]:
    changed = {}
    small = (path for path in FOLDER.glob("*.js") if path.stat().st_size < _LARGEST)
    for path in small:
        original = text = path.read_text(encoding="utf-8")
        for english, thai in SCRIPTS.items():
            text = text.replace(english, thai)
        if path.name.startswith(_UPLOADER):
            text += Path(__file__).with_name("leaving.js").read_text(encoding="utf-8")
        if text != original:
            content = text.encode()
            changed[path.name] = Script(content, gzip.compress(content, 6))
    return changed
