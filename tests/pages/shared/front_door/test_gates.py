"""What stands before the server, asked directly: the page's language, messages and uploads."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.shared.front_door import FrontDoor, messages, thai_words, uploads
from pages.shared.front_door.messages import Messages

PAGE = thai_words.streamlit_page()
OTHER = b"<!DOCTYPE html><html lang='en'><p>ITA</p></html>"


def answer(kind, accept, seen=None, page=PAGE):
    """Ask an app that gives a page as this kind of content through the door, in two parts."""
    sent = []

    async def app(scope, _receive, send):
        if seen is not None:
            seen.update(scope["headers"])
        described = [kind, (b"content-length", str(len(page)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": described})
        await send({"type": "http.response.body", "body": page[:40], "more_body": True})
        await send({"type": "http.response.body", "body": page[40:]})

    async def keep(message):
        sent.append(message)

    headers = [(b"accept", accept), (b"accept-encoding", b"gzip"), (b"if-none-match", b"1")]
    told = {"headers": [*headers, (b"host", b"localhost")], "path": "/", "method": "GET"}
    asyncio.run(FrontDoor(app)({"type": "http", **told}, None, keep))
    return dict(sent[0]["headers"]), b"".join(part.get("body", b"") for part in sent)


HTML = (b"content-type", b"text/html; charset=utf-8")
FILE = (b"content-type", b"application/octet-stream")


def test_the_page_of_the_app_is_thai_and_says_its_length():
    headers, told = answer(HTML, b"text/html,*/*")

    assert b'<html lang="th"' in told
    assert headers[b"content-length"] == str(len(told)).encode()


@pytest.mark.parametrize(("kind", "page"), [(FILE, PAGE), (HTML, OTHER)])
def test_a_file_and_another_page_stay_as_they_are(kind, page):
    assert answer(kind, b"text/html", page=page)[1] == page


def test_a_page_is_asked_for_whole_and_in_plain_letters():
    seen = {}
    answer(HTML, b"text/html", seen)

    assert set(seen) == {b"accept", b"host"}


@pytest.mark.parametrize("kind", [HTML, FILE])
def test_every_answer_carries_the_safeguards(kind):
    headers, _ = answer(kind, b"*/*")

    rules = headers[b"content-security-policy"].decode()
    assert "frame-ancestors 'none'" in rules
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in rules
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"same-origin"


def through(*contents, clock=lambda: 0.0):
    """Send messages through a connection; gives what passes and the codes it is ended with."""
    coming = [{"type": "websocket.receive", "bytes": content} for content in contents]
    coming.append({"type": "websocket.disconnect", "code": 1000})
    codes = []

    async def receive():
        return coming.pop(0)

    async def send(message):
        codes.append(message["code"])

    async def listen():
        connection = Messages(receive, send, clock)
        passed = []
        while (message := await connection.receive())["type"] == "websocket.receive":
            passed.append(message["bytes"])
        return passed

    return asyncio.run(listen()), codes


def message(**said):
    return BackMsg(**said).SerializeToString()


def rerun(text="", part=""):
    said = BackMsg()
    said.rerun_script.query_string = text
    said.rerun_script.fragment_id = part
    return said.SerializeToString()


def test_what_the_pages_use_passes():
    used = [rerun(), message(stop_script=True), message(app_heartbeat=True)]

    assert through(*used) == (used, [])


@pytest.mark.parametrize(
    "refused",
    [
        message(clear_cache=True),
        message(set_run_on_save=True),
        message(load_git_info=True),
        message(debug_disconnect_websocket=True),
        message(debug_shutdown_runtime=True),
        b"",
    ],
)
def test_what_they_do_not_use_is_dropped_and_the_connection_goes_on(refused):
    assert through(refused, rerun()) == ([rerun()], [])


def test_of_operations_only_downloads_and_rows_pass():
    asked = BackMsg()
    asked.backend_operation_request.install_skills.SetInParent()
    wanted = BackMsg()
    wanted.backend_operation_request.deferred_file.SetInParent()

    told = [said.SerializeToString() for said in (asked, wanted)]
    assert through(*told) == ([told[1]], [])


def test_what_is_touched_in_a_part_of_a_page_that_another_server_drew_runs_all_of_it():
    touched = rerun(part="form")

    assert through(touched, touched) == ([rerun(), touched], [])
    assert through(rerun(), touched) == ([rerun(), touched], [])


@pytest.mark.parametrize(
    ("content", "code"),
    [(rerun("x" * messages.LARGEST), 1009), (b"\xff" * 20, 1002), (None, 1003)],
)
def test_what_is_too_big_or_no_message_ends_the_connection(content, code):
    assert through(content, rerun()) == ([], [code])


def test_too_many_at_once_end_the_connection_and_with_time_more_may_come():
    flood = [rerun()] * (messages.AT_ONCE + 5)
    times = iter(range(messages.AT_ONCE + 100))

    assert through(*flood) == (flood[: messages.AT_ONCE], [1008])
    assert through(*flood, clock=lambda: float(next(times))) == (flood, [])


def put(session_id, file_id, size, status=204):
    """Upload through the door to a server that answers with this status; gives what came back."""
    sent = []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def keep(message):
        sent.append(message.get("status"))

    scope = {
        "type": "http",
        "method": "PUT",
        "path": f"/_stcore/upload_file/{session_id}/{file_id}",
        "headers": [] if size is None else [(b"content-length", str(size).encode())],
    }
    asyncio.run(FrontDoor(app)(scope, None, keep))
    return sent[0]


@pytest.fixture
def session():
    uploads.admit("known", allowed=True)
    yield "known"
    uploads.admit("known", allowed=False)


def test_nobody_uploads_before_his_role_is_known_or_when_it_is_gone(session):
    assert put("stranger", "a", 10) == 403
    assert put(session, "a", 10) == 204
    uploads.admit(session, allowed=False)
    assert put(session, "b", 10) == 403


def test_a_file_of_untold_size_is_not_taken(session):
    assert put(session, "a", None) == 411


def test_the_files_of_a_session_are_bounded_in_number_and_sum(session):
    half = uploads.MOST_BYTES // 2
    assert [put(session, name, half) for name in "abc"] == [204, 204, 413]
    assert put(session, "a", half) == 204

    uploads.admit(session, allowed=False)
    uploads.admit(session, allowed=True)
    many = [put(session, str(number), 1) for number in range(uploads.MOST_FILES + 1)]
    assert many == [204] * uploads.MOST_FILES + [413]


def test_a_file_that_was_not_taken_does_not_count(session):
    most = uploads.MOST_BYTES
    assert put(session, "a", most, status=400) == 400
    assert put(session, "b", most) == 204
