"""A division's person who reports on the page for it, over a websocket of his own."""

import uuid
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

from pages.shared.navigation import address

PATIENCE = 60
PAGE = calc_hash(address("status_report"))
SAVE, NOTE = "-save_report", "_note"


class Reporter:
    """A session on the page of reports; its answers are true only if the app said "saved"."""

    def __init__(self, socket):
        self.socket = socket
        self.query = ""
        self.widgets = {}

    def report(self, measure_id):
        """Open a measure, write a note that nobody wrote before, press the button.

        Gives the note and whether the app said that the report is saved.
        """
        self.query = urlencode({"measure": measure_id})
        self._run()
        note = uuid.uuid4().hex
        return note, self._run(note)

    def _run(self, note=""):
        message = BackMsg()
        asked = message.rerun_script
        asked.page_script_hash, asked.query_string = PAGE, self.query
        if note:
            asked.widget_states.widgets.add(id=self.widgets[NOTE], string_value=note)
            asked.widget_states.widgets.add(id=self.widgets[SAVE], trigger_value=True)
        self.socket.send(message.SerializeToString())
        return self._answered()

    def _answered(self):
        """Read to the end of the run, of the last one where one begins another."""
        saved = False
        while True:
            told = ForwardMsg.FromString(self.socket.recv(timeout=PATIENCE))
            kind = told.WhichOneof("type")
            if kind == "delta" and told.delta.WhichOneof("type") == "new_element":
                saved |= self._seen(told.delta.new_element)
            elif kind == "script_finished" and told.script_finished in {
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            }:
                return saved

    def _seen(self, element):
        kind = element.WhichOneof("type")
        if kind in {"button", "text_area"}:
            found = getattr(element, kind).id
            for name in (SAVE, NOTE):
                if found.endswith(name):
                    self.widgets[name] = found
        if kind == "exception":
            raise AssertionError(element.exception.message)
        return kind == "toast"
