"""The running app and a visitor without a browser, who speaks its websocket himself."""

import contextlib
import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from data.people import planner_link

ROOT = Path(__file__).parents[1]
PATIENCE = 60


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@dataclass(frozen=True, slots=True)
class App:
    """Where the app answers, the process it runs in, and with what environment."""

    address: str
    process: int
    environment: dict[str, str]


@contextlib.contextmanager
def running_app(
    store, *settings, script=ROOT / "dashboard.py", port=None, told=subprocess.DEVNULL, first=None
):
    """Run the app on a store until the block ends.

    `told` takes what it prints, `first` is what its process does before it becomes the app.
    """
    port = port or free_port()
    environment = os.environ | {"ITA_DATABASE": str(store)}
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = [f"--server.port={port}", "--server.headless=true", *settings]
    with subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        env=environment,
        stdout=told,
        stderr=told,
        preexec_fn=first,  # noqa: PLW1509  it takes no lock
    ) as server:
        try:
            _wait(server, f"http://127.0.0.1:{port}/_stcore/health")
            yield App(f"127.0.0.1:{port}", server.pid, environment)
        finally:
            server.terminate()


@contextlib.contextmanager
def served(place, servers, told=subprocess.DEVNULL):
    """Run several servers of the app behind their front, as the command does that."""
    port = free_port()
    environment = os.environ | {"ITA_DATABASE": place.text}
    command = [sys.executable, "-m", "data", "serve", f"--servers={servers}", f"--port={port}"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=told, stderr=told) as serving:
        try:
            _wait(serving, f"http://127.0.0.1:{port}/_stcore/health")
            yield App(f"127.0.0.1:{port}", serving.pid, environment)
        finally:
            serving.terminate()


def servers_of(app):
    """Give the processes of the servers behind a front by the names it has for them: s1, s2."""
    running = psutil.Process(app.process).children()
    listening = {at.laddr.port: one.pid for one in running for at in one.net_connections("tcp")}
    [recipe] = [one.cmdline()[-1] for one in running if "haproxy" in one.name()]
    told = re.findall(r"server (\w+) .+:(\d+)", Path(recipe).read_text(encoding="ascii"))
    return {name: listening[int(port)] for name, port in told if int(port) in listening}


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


def planner_cookie(address, folder):
    """Use a planner's link as a browser does: without it nobody may report."""
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    secret = planner_link.new_link(folder).rpartition("/")[2]
    connection.request("GET", f"{planner_link.LINK_PATH}{secret}")
    told = connection.getresponse().headers["set-cookie"]
    connection.close()
    return told.partition(";")[0]


@contextlib.contextmanager
def visiting(app, origin=None, **headers):
    """Lend a new session of the app."""
    with connect(
        f"ws://{app.address}/_stcore/stream",
        origin=origin or f"http://{app.address}",
        subprotocols=["streamlit"],
        additional_headers=headers,
        max_size=None,
    ) as socket:
        yield Visitor(socket)


class Visitor:
    """A session of the app: the pages it is offered and some texts of the last run."""

    def __init__(self, socket):
        self.socket = socket
        self.session_id = ""
        self.texts = []
        self.pages = []

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
            elif kind == "navigation":
                self.pages = [page.page_name for page in told.navigation.app_pages]
            elif kind == "script_finished":
                return alerts

    def _seen(self, element):
        kind = element.WhichOneof("type")
        if kind == "heading":
            self.texts.append(element.heading.body)
        if kind == "markdown":
            self.texts.append(element.markdown.body)
        if kind == "alert" and element.alert.format == element.alert.ERROR:
            return [element.alert.body]
        return [element.exception.message] if kind == "exception" else []
