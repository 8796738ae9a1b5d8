"""People at the app over websockets of their own: one who reports, one who imports.

What they give as saved is what the app said is saved.
"""

import contextlib
import http.client
import uuid
from urllib.parse import urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileUploaderState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

from data.words.importing import imports
from pages.shared.navigation import address

PATIENCE = 60
SAVE_REPORT, NOTE = "-save_report", "_note"
UPLOAD, SAVE_SHEET = "-upload", "-save_"
SAVED = imports.SAVED.partition("{")[0]
FINISHED = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}


class UploadRefusedError(Exception):
    """The server does not take a file, as one that does not know the session any more."""


class Seat:
    """A session at one page: the ids of its widgets and what the last run said."""

    page = ""

    def __init__(self, socket):
        self.socket = socket
        self.query = ""
        self.session_id = ""
        self.part = ""
        """The part of the page with the button that saves."""
        self.widgets = {}
        self.told = []
        self.refusals = []

    def run(self, part="", **states):
        """Run the page, or a part of it, with these widgets set; to the end of the run.

        Widgets are named by the end of their keys.
        """
        message = BackMsg()
        asked = message.rerun_script
        asked.page_script_hash, asked.query_string = calc_hash(address(self.page)), self.query
        asked.fragment_id = part
        for kind, (ending, value) in states.items():
            state = asked.widget_states.widgets.add(id=self.widgets[ending])
            if kind == "file_uploader_state_value":
                state.file_uploader_state_value.CopyFrom(value)
            else:
                setattr(state, kind, value)
        self.send(message)
        self.told, self.refusals = [], []
        if not part:
            self.widgets.clear()  # of a page that fails none is there, and none may be used
        for kind, content in self.heard():
            if kind == "delta" and content.WhichOneof("type") == "new_element":
                self._seen(content.new_element)
                if content.new_element.button.id.endswith(SAVE_REPORT):
                    self.part = content.fragment_id
            elif kind == "new_session":
                self.session_id = content.initialize.session_id
            elif kind == "script_finished" and content in FINISHED:
                return

    def send(self, message):
        self.socket.send(message.SerializeToString())

    def heard(self):
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=PATIENCE))
            kind = message.WhichOneof("type")
            yield kind, getattr(message, kind)

    def _seen(self, element):
        kind = element.WhichOneof("type")
        if kind in {"button", "text_area", "file_uploader"}:
            key = getattr(element, kind).id
            for ending in (SAVE_REPORT, NOTE, UPLOAD):
                if key.endswith(ending):
                    self.widgets[ending] = key
            if SAVE_SHEET in key and kind == "button":
                self.widgets[SAVE_SHEET] = key
        elif kind == "exception":
            raise AssertionError(element.exception.message)
        elif kind == "toast":
            self.told.append(element.toast.body)
        elif kind == "alert" and element.alert.format == Alert.SUCCESS:
            self.told.append(element.alert.body)
        elif kind == "alert" and element.alert.format == Alert.ERROR:
            self.refusals.append(element.alert.body)


class Reporter(Seat):
    """A division's person on the page of reports."""

    page = "status_report"

    def report(self, measure_id):
        """Open a measure, write a note that nobody wrote before, press the button.

        Gives the note and whether the app said that the report is saved.
        """
        return self.send_in() if self.open(measure_id) else ("", False)

    def open(self, measure_id):
        """Come to the form of a measure by its link; gives whether it is there."""
        self.query = urlencode({"measure": measure_id})
        self.run()
        return {NOTE, SAVE_REPORT} <= self.widgets.keys()

    def send_in(self):
        """Write a note and press the button; gives the note and whether it is saved."""
        note = uuid.uuid4().hex
        self.run(string_value=(NOTE, note), trigger_value=(SAVE_REPORT, True))
        return note, bool(self.told)


class Importer(Seat):
    """A planner on the page of imports; `cookie` is what makes him one."""

    page = "import_files"

    def __init__(self, socket, host, cookie):
        super().__init__(socket)
        self.host, self.headers = host, {"Cookie": cookie}
        self.content, self.uploaded = b"", None
        # Streamlit takes an upload only with a token that it handed out in a cookie.
        token = self._asked("GET", "/_stcore/health").headers["set-cookie"].partition(";")[0]
        self.headers = {
            "Cookie": f"{cookie}; {token}",
            "X-Xsrftoken": token.partition("=")[2],
            "Content-Type": "multipart/form-data; boundary=x",
        }

    def bring(self, content):
        """Upload a sheet of scores, press the button under it; gives whether it is saved."""
        self.run()
        if UPLOAD not in self.widgets:
            return False
        if self.uploaded:
            # A session holds so many files only; a browser takes out the one it shows no more.
            self._asked("DELETE", self.uploaded.uploaded_file_info[0].file_urls.delete_url)
        self.content, self.uploaded = content, self._uploaded("คะแนน.csv", content)
        self.look()
        return SAVE_SHEET in self.widgets and self.look(trigger_value=(SAVE_SHEET, True))

    def look(self, **states):
        """Draw the page with the sheet on it; gives whether it says that the sheet is saved."""
        self.run(file_uploader_state_value=(UPLOAD, self.uploaded), **states)
        return any(line.startswith(SAVED) for line in self.told)

    def _uploaded(self, name, content):
        """Send a file where the app says, as a browser does; gives what the widget holds then."""
        message = BackMsg()
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session_id
        self.send(message)
        urls = next(told for kind, told in self.heard() if kind == "file_urls_response").file_urls[
            0
        ]
        about = f'Content-Disposition: form-data; name="{urls.file_id}"; filename="{urls.file_id}"'
        body = b"--x\r\n" + about.encode() + b"\r\n\r\n" + content + b"\r\n--x--\r\n"
        self._asked("PUT", urls.upload_url, body)
        state = FileUploaderState()
        state.uploaded_file_info.add(
            name=name, size=len(content), file_id=urls.file_id, file_urls=urls
        )
        return state

    def _asked(self, method, path, body=None):
        with contextlib.closing(http.client.HTTPConnection(self.host, timeout=PATIENCE)) as asked:
            asked.request(method, path, body, self.headers)
            answer = asked.getresponse()
            if answer.status >= 300:
                raise UploadRefusedError(answer.status)
            return answer
