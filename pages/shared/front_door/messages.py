"""What a browser may say over the websocket: the kinds the pages use, within size and rate."""

import time
from collections.abc import Callable
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Send
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

    A browser asks by itself for things the app does not use, so those only get no answer.
    """

    def __init__(
        self, receive: Receive, send: Send, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._receive = receive
        self._send = send
        self._clock = clock
        self._left = float(AT_ONCE)
        self._since = clock()
        self._ended = False

    async def receive(self) -> Message:
        """Give the next message that may pass."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            code, used = self._judged(message.get("bytes"))
            if code:
                await self.send({"type": "websocket.close", "code": code})
                self._ended = True
                return {"type": "websocket.disconnect", "code": code}
            if used:
                return message

    async def send(self, message: Message) -> None:
        """Send a message, unless the connection has been ended from here."""
        if not self._ended:
            await self._send(message)

    def _judged(self, content: bytes | None) -> tuple[int, bool]:
        """Give the code that ends the connection, 0 for none, and whether the app uses this."""
        if not self._in_time():
            return _TOO_MANY, False
        if content is None:
            return _NO_TEXT, False
        if len(content) > LARGEST:
            return _TOO_BIG, False
        try:
            said = BackMsg.FromString(content)
        except DecodeError:
            return _NO_PROTOCOL, False
        return 0, _is_used(said)

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
