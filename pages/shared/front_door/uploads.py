"""What may be uploaded: by a session whose role is known, so many files and bytes at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Self

from starlette.datastructures import Headers
from starlette.types import Message, Scope, Send
from streamlit import runtime

MOST_FILES: Final = 50
MOST_BYTES: Final = 320 * 1024 * 1024
"""One table of scores of the greatest size, and beside it what a person imports in one go."""

_PLACE: Final = "/_stcore/upload_file/"
_LOCK: Final = threading.Lock()
_HELD: Final[dict[str, dict[str, int]]] = {}
"""Of each session that may upload: its files and their bytes."""


def admit(session_id: str, *, allowed: bool) -> None:
    """Note, each time a page is drawn, whether who sees it may upload."""
    with _LOCK:
        if not allowed:
            _HELD.pop(session_id, None)
        elif session_id not in _HELD:
            _forget_ended()
            _HELD[session_id] = {}


class Upload:
    """One request to put a file into a session, or to take it out again."""

    def __init__(self, session_id: str, file_id: str, scope: Scope) -> None:
        self._session_id = session_id
        self._file_id = file_id
        self._method: str = scope["method"]
        length = Headers(scope=scope).get("content-length", "")
        self._bytes = int(length) if length.isdecimal() else None
        self._arrived = False

    @classmethod
    def of(cls, scope: Scope) -> Self | None:
        """Give the upload a request is about, None when it is about something else."""
        _, marked, rest = scope["path"].partition(_PLACE)
        session_id, parted, file_id = rest.partition("/")
        return cls(session_id, file_id, scope) if marked and parted else None

    def refusal(self) -> int:
        """Give the status that refuses it, 0 when it may pass; a file that may is counted."""
        with _LOCK:
            held = _HELD.get(self._session_id)
            if self._method != "PUT":
                return 0
            if held is None:
                return 403
            if self._bytes is None:
                return 411
            _forget_gone(self._session_id, held)
            held.pop(self._file_id, None)
            if len(held) >= MOST_FILES or sum(held.values()) + self._bytes > MOST_BYTES:
                return 413
            held[self._file_id] = self._bytes
            return 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Count the file for as long as it arrives, and further only if it has."""
        try:
            yield
        finally:
            stays = self._method == "PUT" and self._arrived
            if not stays and self._method in ("PUT", "DELETE"):
                with _LOCK:
                    _HELD.get(self._session_id, {}).pop(self._file_id, None)

    def watched(self, send: Send) -> Send:
        """Give what sends the answer on and notes whether the file was taken."""

        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._arrived = message["status"] < 300
            await send(message)

        return note


def _forget_gone(session_id: str, held: dict[str, int]) -> None:
    """Count no longer what Streamlit has dropped because no page shows it any more."""
    if runtime.exists():
        manager = runtime.get_instance().uploaded_file_mgr
        kept = {file.file_id for file in manager.get_files(session_id, list(held))}
        for file_id in held.keys() - kept:
            del held[file_id]


def _forget_ended() -> None:
    if runtime.exists():
        server = runtime.get_instance()
        for session_id in [known for known in _HELD if not server.is_active_session(known)]:
            del _HELD[session_id]
