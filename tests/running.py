"""The running app and a visitor without a browser, who speaks its websocket himself."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

ROOT = Path(__file__).parents[1]
PATIENCE = 60


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@contextlib.contextmanager
def running_app(store, *settings, environment=None):
    """Run the app on a store until the block ends; lends the address it answers at."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py")]
    told = [f"--server.port={port}", "--server.headless=true", *settings]
    with subprocess.Popen(
        [*command, *told],
        cwd=ROOT,
        env=os.environ | {"ITA_DATABASE": str(store)} | (environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(server, f"http://127.0.0.1:{port}/_stcore/health")
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(server, url):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, "the app stopped while starting"
        try:
            with urllib.request.urlopen(url):  # noqa: S310  on this machine
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(url)


@contextlib.contextmanager
def visiting(address, **headers):
    """Lend a new session of the app."""
    with connect(
        f"ws://{address}/_stcore/stream",
        origin=f"http://{address}",
        subprotocols=["streamlit"],
        additional_headers=headers,
        max_size=None,
    ) as socket:
        yield Visitor(socket)


class Visitor:
    """A session of the app; `alerts` are the errors of its last run."""

    def __init__(self, socket):
        self.socket = socket
        self.session_id = ""
        self.texts = []

    def send(self, **message):
        self.socket.send(BackMsg(**message).SerializeToString())

    def run(self):
        """Ask for the page, wait until it is drawn, and give the errors on it."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        self.socket.send(message.SerializeToString())
        self.texts = []
        alerts = []
        while True:
            told = ForwardMsg.FromString(self.socket.recv(timeout=PATIENCE))
            kind = told.WhichOneof("type")
            if kind == "new_session":
                self.session_id = told.new_session.initialize.session_id
            elif kind == "delta" and told.delta.WhichOneof("type") == "new_element":
                alerts += self._seen(told.delta.new_element)
            elif kind == "script_finished":
                return alerts

    def _seen(self, element):
        kind = element.WhichOneof("type")
        if kind == "heading":
            self.texts.append(element.heading.body)
        if kind == "alert" and element.alert.format == element.alert.ERROR:
            return [element.alert.body]
        return [element.exception.message] if kind == "exception" else []
