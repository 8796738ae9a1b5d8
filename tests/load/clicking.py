"""Somebody at a page: clicks filters, reports, and checks that each answer is his own."""

import itertools
import random
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 120


@dataclass
class Clicker:
    """A session: seconds and bytes of each answer, and how many were somebody else's."""

    socket: object
    seed: int
    scope: str
    said: object
    widgets: dict = field(default_factory=dict)
    options: dict = field(default_factory=dict)
    chosen: dict = field(default_factory=dict)
    seconds: list = field(default_factory=list)
    sent_bytes: list = field(default_factory=list)
    wrong: int = 0
    refused: int = 0
    checked: int = 0
    page: str = ""

    def __post_init__(self):
        self.random = random.Random(self.seed)  # noqa: S311  whose clicks they are

    def open(self, pages_hash=""):
        self.page = pages_hash
        return self._run()

    def filter(self):
        """Choose other years, and check that the line of the scope says these."""
        listed = self.options["years"]
        subsets = [
            list(years)
            for count in range(1, len(listed) + 1)
            for years in itertools.combinations(listed, count)
        ]
        years = self.random.choice([one for one in subsets if one != self.chosen.get("years")])
        self.chosen["years"] = years
        own = self.said(tuple(map(int, years)))
        scopes = [text for text in self.timed(self._run) if text.startswith(self.scope)]
        after = [text.partition(own)[2].strip() for text in scopes if own in text]
        self.checked += 1
        # "2567" stands in "2567, 2569", too: behind the years comes another filter or nothing.
        self.wrong += not any(rest == "" or rest.startswith("·") for rest in after)

    def report(self):
        """Press the button of the form of reports, as it stands."""
        self._run(pressed="save_report")

    def timed(self, click):
        """Do a click and give its answer; how long that took is kept."""
        start = time.perf_counter()
        answer = click()
        self.seconds.append(time.perf_counter() - start)
        return answer

    def _run(self, pressed=None):
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = self.page
        for key, values in self.chosen.items():
            state = message.rerun_script.widget_states.widgets.add(id=self.widgets[key])
            state.string_array_value.data.extend(values)
        if pressed:
            state = message.rerun_script.widget_states.widgets.add(id=self.widgets[pressed])
            state.trigger_value = True
        self.socket.send(message.SerializeToString())
        return list(self._answer())

    def _answer(self):
        size = 0
        while True:
            content = self.socket.recv(timeout=PATIENCE)
            size += len(content)
            told = ForwardMsg.FromString(content)
            kind = told.WhichOneof("type")
            if kind == "delta" and told.delta.WhichOneof("type") == "new_element":
                yield from self._seen(told.delta.new_element)
            elif kind == "script_finished":
                self.sent_bytes.append(size)
                return

    def _seen(self, element):
        kind = element.WhichOneof("type")
        if kind == "button_group" and element.button_group.id.endswith("-years"):
            self.widgets["years"] = element.button_group.id
            self.options["years"] = [one.content for one in element.button_group.options]
        elif kind == "button" and element.button.id.endswith("-save_report"):
            self.widgets["save_report"] = element.button.id
        elif kind == "markdown" and element.markdown.element_type == element.markdown.CAPTION:
            yield element.markdown.body
        elif kind == "exception":
            raise AssertionError(element.exception.message)
