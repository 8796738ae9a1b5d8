"""Streamlit's page and scripts: its words in Thai, charts that follow the theme, own scripts.

Each is changed and compressed once: a first visit takes 9.6 MB of them, which Streamlit sends as
they are.
"""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.responses import Response
from starlette.types import Scope
from streamlit.elements import exception

from data.words.navigation import NEEDS_SCRIPTS, UNNAMED
from data.words.streamlit_words import FAULT, SCRIPTS

STATIC: Final = Path(st.__file__).parent / "static"
FOLDER: Final = STATIC / "static/js"
PLACE: Final = "/static/"
FAULT_TOLD: Final = "_GENERIC_UNCAUGHT_EXCEPTION_TEXT"
"""What Streamlit calls the words for a fault that it hides."""
_LARGEST: Final = 600_000
"""Bytes of a script; the larger ones are libraries of drawing, which say nothing."""

_CHARTS: Final = "PlotlyChart.*.js"
"""The largest script. To run it takes as long as all the rest: the first page has no use for it,
and it is fetched meanwhile for the next one."""

THEME_OF_DRAWN, THEME_OF_SENT = b"F(t=>Le(t,e.theme,c))", b"F(()=>Le(O,e.theme,c))"
"""Under another theme a chart takes its colours from the figure that is drawn, where each is that
of the theme before: white words on white. In the figure as it was sent they are still to choose."""

FIELD_OF_TABLE: Final = re.compile(
    r"(?<=\.lazy\()async\(\)=>await \w+\(\(\)=>import\(`\./[\w-]+-overlay-editor\.[^`]+`\)"
    r",__vite__mapDeps\([^)]*\),import\.meta\.url\)"
)
"""What the first key in a table opens is loaded by that key, and those that follow are lost until
it is drawn, a third of a second later. It is loaded with the table, and drawn at once."""
_AT_ONCE: Final = (
    r"(load=>{let made;load().then(one=>made=one,()=>{});"
    r"return()=>made?{then:use=>use(made)}:load()})(\g<0>)"
)
_OWN_SCRIPTS: Final = ("steps_back.js", "leaving.js", "on_paper.js")

_MEDIA: Final = {".js": "text/javascript", ".css": "text/css"}
_AN_HOUR: Final = "public, max-age=3600"
_A_YEAR: Final = "public, max-age=31536000, immutable"
_OWN_FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>')
_OWN_FACES: Final = re.compile(r"@font-face\{font-family:Source Sans;[^}]*\}")
"""What Streamlit writes in until the theme has come: 171 kB for words that nobody sees."""
_OUR_FONTS: Final = "".join(
    f'<link rel="preload" href="./app/static/Sarabun-{weight}.ttf" as="font" crossorigin>'
    for weight in ("Regular", "SemiBold")
)


@dataclass(frozen=True, slots=True)
class Script:
    """A script or style, compressed; one that holds words of ours changes with our versions."""

    compressed: bytes
    media_type: str
    changed: bool

    def answer(self, scope: Scope) -> Response:
        """Give it as the browser takes it; its name changes with every version of Streamlit."""
        headers = {
            "cache-control": _AN_HOUR if self.changed else _A_YEAR,
            "vary": "accept-encoding",
        }
        small = b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")
        if small:
            headers["content-encoding"] = "gzip"
        content = self.compressed if small else gzip.decompress(self.compressed)
        return Response(content, headers=headers, media_type=self.media_type)


def script(path: str) -> Script | None:
    """Give the script or style at an address; None for all others."""
    _, place, name = path.rpartition(PLACE)
    known = _files().get(name) if place else None
    return _script(known) if known else None


def tell_faults() -> None:
    """Let the words that stand in the place of a fault be Thai; they are no script's."""
    setattr(exception, FAULT_TOLD, FAULT)


def prepare() -> None:
    """Make what the first page asks for, before anybody does."""
    named = re.findall(r'(?:src|href)="\.(/static/[^"]+)"', page().decode())
    for path in named:
        script(path)


@cache
def page() -> bytes:
    """Give the page that all addresses begin with.

    It asks at once for the fonts, and for what draws charts when there is time: a browser would
    else only learn of them when the first text and the first chart have arrived. It hears of Back
    before Streamlit.
    """
    text = streamlit_page().decode()
    text = text.replace('<html lang="en">', '<html lang="th">')
    text = text.replace("<title>Streamlit</title>", f"<title>{UNNAMED}</title>")
    text = _OWN_FONT.sub(_OUR_FONTS, text)
    text = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{NEEDS_SCRIPTS}</noscript>", text, flags=re.DOTALL
    )
    ahead = f'<link rel="prefetch" as="script" crossorigin href="./static/js/{_charts()}">'
    for name in _OWN_SCRIPTS:
        own = Path(__file__).with_name(name).read_text(encoding="utf-8")
        ahead += f"<script>{own}</script>"
    return text.replace("</head>", f"{ahead}</head>").encode()


@cache
def streamlit_page() -> bytes:
    """Give the page as Streamlit has it."""
    return (STATIC / "index.html").read_bytes()


def _charts() -> str:
    return next(FOLDER.glob(_CHARTS)).name


@cache
def _files() -> dict[str, Path]:
    found = (path for kind in ("js", "css") for path in (STATIC / "static" / kind).iterdir())
    return {f"{path.parent.name}/{path.name}": path for path in found if path.suffix in _MEDIA}


@cache
def _script(path: Path) -> Script:
    original = content = path.read_bytes()
    if path.suffix == ".css":
        content = _OWN_FACES.sub("", original.decode()).encode()
    elif path.match(_CHARTS):
        content = original.replace(THEME_OF_DRAWN, THEME_OF_SENT)
    elif len(original) < _LARGEST:
        text = original.decode()
        for english, thai in SCRIPTS.items():
            text = text.replace(english, thai)
        content = FIELD_OF_TABLE.sub(_AT_ONCE, text).encode()
    return Script(gzip.compress(content, 6), _MEDIA[path.suffix], content != original)
