"""The running app asked by programs: what it refuses, and who may write in it."""

import gzip
import http.client
import json
import shutil
import subprocess
import sys
import zipfile

import psutil
import pytest
from websockets.exceptions import ConnectionClosed

from data.people import planner_link
from data.words import access as words
from data.words import navigation
from pages.shared.front_door import thai_words
from tests.load.people import NOTE, SAVE_REPORT, Reporter
from tests.running import ROOT, running_app, visiting


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    path = tmp_path_factory.mktemp("door") / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    return path


@pytest.fixture(scope="module")
def app(store):
    with running_app(store) as running:
        yield running


@pytest.fixture
def cookie(app, store):
    """Use a new link as a browser does, and give the cookie it brings."""
    return used(app, planner_link.new_link(store.parent))


def used(app, link):
    answer = ask(app, "GET", f"{planner_link.LINK_PATH}{link.rpartition('/')[2]}")
    assert answer.status == 303
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "samesite=strict" in told.lower()
    return told.partition(";")[0]


def ask(app, method, path, body=None, headers=None):
    return answered(app, method, path, body, headers)[0]


def body(app, path, headers=None):
    return answered(app, "GET", path, None, headers)[1]


def answered(app, method, path, sent, headers):
    connection = http.client.HTTPConnection(app.address, timeout=60)
    connection.request(method, path, sent, headers or {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def may_write(visitor):
    return navigation.IMPORT in visitor.pages


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_who_asks_to_empty_the_caches_knocks_nobody_out(app, store):
    with visiting(app) as stranger, visiting(app) as colleague:
        assert colleague.run() == []
        stranger.run()

        for _ in range(3):
            stranger.send(clear_cache=True)
            assert colleague.run() == []

        opened = psutil.Process(app.process).open_files()
        assert [one.path for one in opened].count(str(store)) == 1


def test_measurements_and_the_way_in_for_programs_are_closed_and_health_is_open(app):
    closed = ("metrics", "agent/openapi.json", "agent/interact", "agent/mcp")
    assert [ask(app, "GET", f"/_stcore/{path}").status for path in closed] == [404] * 4
    assert [ask(app, "GET", f"/_stcore/{path}").status for path in ("health", "host-config")] == [
        200,
        200,
    ]


def test_the_page_and_every_file_carry_the_safeguards(app):
    for path in ("/", "/yearly-trends", "/_stcore/health", "/app/static/Sarabun-Regular.ttf"):
        headers = ask(app, "GET", path, headers={"accept": "text/html"}).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_scripts_and_fonts_travel_small_and_arrive_whole(app):
    path, small = "/app/static/Sarabun-Regular.ttf", {"accept-encoding": "gzip"}
    plain, packed = body(app, path), body(app, path, small)

    assert gzip.decompress(packed) == plain
    assert len(packed) < 0.8 * len(plain)
    assert body(app, path, {**small, "range": "bytes=0-99"}) == plain[:100]


def test_every_address_begins_with_our_page_whole(app):
    for path in ("/", "/yearly-trends", "/index.html"):
        assert body(app, path) == thai_words.page()
    script = next(thai_words.FOLDER.glob("PlotlyChart.*.js"))
    drawn, sent = thai_words.THEME_OF_DRAWN, thai_words.THEME_OF_SENT
    whole = body(app, f"/static/js/{script.name}") == script.read_bytes().replace(drawn, sent)
    assert whole, "bytes were lost on the way"


def test_a_stranger_uploads_nothing(app):
    with visiting(app) as stranger:
        stranger.run()
        path = f"/_stcore/upload_file/{stranger.session_id}/a"
        assert ask(app, "PUT", path, b"x" * 1000).status == 403


def test_too_large_a_message_ends_the_connection(app):
    with visiting(app) as stranger:
        stranger.socket.send(b"x" * 5_000_000)
        with pytest.raises(ConnectionClosed) as ended:
            list(iter(lambda: stranger.socket.recv(timeout=60), None))

    assert ended.value.rcvd.code == 1009


FORWARDED = {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1", "Forwarded": "for=127.0.0.1"}


@pytest.mark.parametrize("headers", [{}, FORWARDED])
def test_nobody_writes_without_the_link_wherever_he_seems_to_come_from(app, headers):
    with visiting(app, **headers) as visitor:
        assert visitor.run() == []
        assert not may_write(visitor)
        assert words.READ_ONLY in visitor.texts


def test_who_used_the_link_writes(app, cookie):
    with visiting(app, Cookie=cookie) as planner:
        assert planner.run() == []
        assert may_write(planner)
        assert words.READ_ONLY not in planner.texts


def test_a_report_begun_at_a_server_that_ended_is_saved_at_the_next(app, cookie):
    with visiting(app, Cookie=cookie) as before, visiting(app, Cookie=cookie) as after:
        person = Reporter(before.socket)
        person.query = "measure=2569-01-i1"
        person.run()
        assert person.part

        person.socket = after.socket
        person.run(person.part, string_value=(NOTE, "x"), trigger_value=(SAVE_REPORT, True))

    assert person.told


def test_a_link_is_used_once(app, store):
    link = planner_link.new_link(store.parent)
    used(app, link)

    path = f"{planner_link.LINK_PATH}{link.rpartition('/')[2]}"
    assert ask(app, "GET", path).status == 403


def test_only_opening_a_link_uses_it(app, store):
    link = planner_link.new_link(store.parent)
    path = f"{planner_link.LINK_PATH}{link.rpartition('/')[2]}"

    assert [ask(app, method, path).status for method in ("HEAD", "POST")] == [403, 403]
    assert used(app, link)


def test_a_page_of_another_app_of_the_machine_reads_only(app, cookie):
    with visiting(app, origin="http://localhost:3000", Cookie=cookie) as visitor:
        visitor.run()
        assert not may_write(visitor)


def test_a_renewed_key_takes_the_right_from_an_open_page(app, store, cookie):
    with visiting(app, Cookie=cookie) as planner:
        planner.run()
        assert may_write(planner)
        planner_link.renew_key(store.parent)
        planner.run()
        assert not may_write(planner)


def test_the_command_takes_a_backup_while_the_app_runs(app, tmp_path):
    with visiting(app) as visitor:
        visitor.run()
        done = subprocess.run(
            [sys.executable, "-m", "data", "backup", str(tmp_path / "kept.zip"), "--json"],
            cwd=ROOT,
            env=app.environment,
            capture_output=True,
            check=False,
        )

    assert (done.returncode, json.loads(done.stdout)["batches"]) == (0, 2)
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        assert "ita.duckdb" in archive.namelist()


def test_the_command_makes_a_link_to_the_running_app(app, store):
    done = subprocess.run(
        [sys.executable, "-m", "data", "link"],
        cwd=ROOT,
        env=app.environment,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )

    link = next(word for word in done.stderr.split() if planner_link.LINK_PATH in word)
    assert link.startswith(f"http://localhost:{app.address.rpartition(':')[2]}/")
    assert store.with_name("planner.key").exists()
    assert used(app, link)


def test_the_link_printed_at_start_lets_its_browser_in(tmp_path, blank):
    told, path = tmp_path / "told.txt", tmp_path / "store" / "ita.duckdb"
    shutil.copytree(blank, path.parent)
    with told.open("wb") as file, running_app(path, told=file) as app:
        words_told = told.read_text(encoding="utf-8").split()
        link = next(word for word in words_told if planner_link.LINK_PATH in word)
        assert "ScriptRunContext!" not in words_told
        with visiting(app, Cookie=used(app, link)) as planner:
            planner.run()
            assert may_write(planner)
