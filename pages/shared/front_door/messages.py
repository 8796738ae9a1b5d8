"""What a browser may say over the websocket: the kinds the pages use, within size and rate.

A browser whose server has ended goes on at another with the page it shows. That one does not know
the parts of the page: what is touched in one first runs all of it, or it would be lost.
"""

import time
from collections.abc import Callable
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg

KINDS: Final = frozenset(
    {
        "rerun_script",
        "stop_script",
        "file_urls_request",
        "app_heartbeat",
        "backend_operation_request",
    }
)
OPERATIONS: Final = frozenset({"deferred_file", "dataframe_chunk"})
LARGEST: Final = 4_000_000
"""Bytes: the whole state of a page with a table of a thousand changed cells has a tenth of it."""

AT_ONCE: Final = 200
PER_SECOND: Final = 20

_NO_PROTOCOL, _NO_TEXT, _TOO_BIG, _TOO_MANY = 1002, 1003, 1009, 1008


class Messages:
    """One connection: passes messages on, drops what the app does not use, ends what is too much.

    A browser asks by itself for things the app does not use, so those only get no answer. It comes
    with the `session` it had, if any.
    """

    def __init__(
        self,
        receive: Receive,
        send: Send,
        clock: Callable[[], float] = time.monotonic,
        session: str = "",
    ) -> None:
        self._receive = receive
        self._send = send
        self._clock = clock
        self._session = session
        self._knows_parts = False
        self._left = float(AT_ONCE)
        self._since = clock()
        self._ended = False

    async def receive(self) -> Message:
        """Give the next message that may pass."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            code, said = self._judged(message.get("bytes"))
            if code:
                await self.send({"type": "websocket.close", "code": code})
                self._ended = True
                return {"type": "websocket.disconnect", "code": code}
            if said and _is_used(said):
                return self._understood(message, said)

    async def send(self, message: Message) -> None:
        """Send a message, unless the connection has been ended from here."""
        if not self._ended:
            await self._send(message)

    def _judged(self, content: bytes | None) -> tuple[int, BackMsg | None]:
        """Give the code that ends the connection, 0 for none, and what is said."""
        if not self._in_time():
            return _TOO_MANY, None
        if content is None:
            return _NO_TEXT, None
        if len(content) > LARGEST:
            return _TOO_BIG, None
        try:
            return 0, BackMsg.FromString(content)
        except DecodeError:
            return _NO_PROTOCOL, None

    def _understood(self, message: Message, said: BackMsg) -> Message:
        """Give a message as a session understands it that may have shown nothing yet."""
        if self._knows_parts or said.WhichOneof("type") != "rerun_script":
            return message
        self._knows_parts = True
        if not said.rerun_script.fragment_id or self._goes_on():
            return message
        said.rerun_script.fragment_id = ""
        return {**message, "bytes": said.SerializeToString()}

    def _goes_on(self) -> bool:
        """Tell whether the browser was given the session back that it had."""
        return runtime.exists() and runtime.get_instance().is_active_session(self._session)

    def _in_time(self) -> bool:
        """Take one of the messages that are left; they come back with time."""
        now = self._clock()
        self._left = min(AT_ONCE, self._left + (now - self._since) * PER_SECOND)
        self._since = now
        self._left -= 1
        return self._left >= 0


def _is_used(said: BackMsg) -> bool:
    kind = said.WhichOneof("type")
    if kind == "backend_operation_request":
        return said.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in KINDS
