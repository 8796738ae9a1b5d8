"""The safeguards every answer carries, and the language of the page: Streamlit's says English."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send
from streamlit import file_util

FRAMEWORK: Final = b'<html lang="en">'
OURS: Final = b'<html lang="th">'
SHORTER: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})
"""What a browser asks for to be sent less than the whole page in plain letters."""

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Guarded:
    """Send an answer on with its safeguards, and with its language changed if it is a page."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._page = False

    async def __call__(self, message: Message) -> None:
        """Send one part of the answer."""
        if message["type"] == "http.response.start":
            message = {**message, "headers": list(message.get("headers", ()))}
            headers = MutableHeaders(scope=message)
            self._page = headers.get("content-type", "").startswith("text/html")
            headers.update(safeguards())
        if self._page and message["type"] == "http.response.body":
            message = {**message, "body": message.get("body", b"").replace(FRAMEWORK, OURS, 1)}
        await self._send(message)


def whole_page(scope: Scope) -> Scope:
    """Give a request that asks for a page whole, so that a word in it can be changed."""
    if b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in SHORTER]}


@cache
def safeguards() -> dict[str, str]:
    """Give the headers that tell a browser what of other places it may load, show and tell."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *_scripts_of_the_page()]),
        # Streamlit and Plotly set styles as they draw.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {rule}" for name, rule in rules.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


def _scripts_of_the_page() -> list[str]:
    """Give the hashes of the scripts that stand in Streamlit's own page."""
    page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
