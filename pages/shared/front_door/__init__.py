"""What stands before Streamlit's server: every request and message passes here first."""

import asyncio
from pathlib import Path
from typing import Final

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from data.model.places import store_folder
from data.people import planner_link
from data.words import access as words
from pages.shared.front_door import connections, fonts, thai_words
from pages.shared.front_door.headers import Guarded, whole_page
from pages.shared.front_door.messages import Messages
from pages.shared.front_door.uploads import Upload

_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent/", "/_stcore/script-health-check")
"""What of Streamlit's server the pages do not use: its measurements, and a way in for programs."""

_TRY_LATER: Final = 1013


class FrontDoor:
    """Let in what the app uses, within bounds, and send every answer out with its safeguards."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request or a connection on, or answer it here."""
        if scope["type"] == "websocket":
            messages = Messages(receive, send, session=_session_before(scope))
            with connections.held(scope) as admitted:
                await (self._app if admitted else _refuse)(scope, messages.receive, messages.send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, Guarded(send))
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        upload = Upload.of(scope)
        if any(closed in path for closed in _CLOSED):
            await PlainTextResponse("", 404)(scope, receive, send)
        elif font := fonts.font_at(path):
            await (font if _is_part(scope) else _small(font))(scope, receive, send)
        elif planner_link.LINK_PATH in path:
            answer = await asyncio.to_thread(_by_link, Request(scope), store_folder())
            await answer(scope, receive, send)
        elif thai_words.PLACE in path and (
            script := await asyncio.to_thread(thai_words.script, path)
        ):
            await script.answer(scope)(scope, receive, send)
        elif upload is None:
            await self._app(whole_page(scope), receive, send)
        elif refusal := upload.refusal():
            await PlainTextResponse("", refusal)(scope, receive, send)
        else:
            with upload.held():
                await self._app(scope, receive, upload.watched(send))


def _session_before(scope: Scope) -> str:
    """Give the session a browser had when its connection ended: Streamlit's third protocol."""
    return str([*scope.get("subprotocols", ()), "", "", ""][2])


def _small(app: ASGIApp) -> ASGIApp:
    return GZipMiddleware(app, minimum_size=1024, compresslevel=6)


def _is_part(scope: Scope) -> bool:
    return any(name == b"range" for name, _ in scope["headers"])


async def _refuse(_scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a connection that is too many before it has cost a session."""
    await receive()
    await send({"type": "websocket.close", "code": _TRY_LATER})


def _by_link(request: Request, folder: Path) -> Response:
    """Change the link of a planner for a cookie; the page then is the app's first one."""
    front, _, secret = request.url.path.partition(planner_link.LINK_PATH)
    cookie = planner_link.cookie_for(folder, secret) if request.method == "GET" else None
    if cookie is None:
        return PlainTextResponse(words.LINK_VOID, 403)
    answer = RedirectResponse(f"{front}/", 303)
    answer.set_cookie(
        planner_link.COOKIE,
        cookie,
        max_age=planner_link.COOKIE_SECONDS,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return answer
