"""The language of the pages, so that a screen reader speaks Thai: Streamlit's page says English."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAMEWORK: Final = b'<html lang="en">'
OURS: Final = b'<html lang="th">'
SHORTER: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})
"""What a browser asks for to be sent less than the whole page in plain letters."""


class ThaiPages:
    """Say in every HTML page that its language is Thai; its length stays what it was."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask for a page whole and change its language; pass everything else on."""
        if _asks_for_page(scope):
            whole = [pair for pair in scope["headers"] if pair[0] not in SHORTER]
            await self._app({**scope, "headers": whole}, receive, _InThai(send))
        else:
            await self._app(scope, receive, send)


class _InThai:
    """Send an answer on, with the language changed if it is a page."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._page = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = dict(message.get("headers", ())).get(b"content-type", b"")
            self._page = kind.startswith(b"text/html")
        if self._page and message["type"] == "http.response.body":
            message = {**message, "body": message.get("body", b"").replace(FRAMEWORK, OURS, 1)}
        await self._send(message)


def _asks_for_page(scope: Scope) -> bool:
    if scope["type"] != "http":
        return False
    return b"text/html" in dict(scope["headers"]).get(b"accept", b"")
