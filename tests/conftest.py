"""Fixtures that many tests share: a store, and the app with a store of its own."""

import gc
import os
import shutil
import subprocess
import time
from contextlib import closing, contextmanager
from copy import copy
from dataclasses import replace
from functools import cache, partial
from itertools import count
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from data.commands.keeping import stores
from data.commands.running import main
from data.containers.child import office, process, reading
from data.database import Database, catalogue, copy_store, open_database
from data.database.registers import register_for
from data.examples import PLAN_FILE, SCORES_FILE, build_example, example_path, import_file
from data.framework import Organisation, apart, hold
from data.framework.files import packaged_parts
from data.model.access import planner_here
from pages.shared import identity, store
from pages.shared.home.held import STORES
from pages.shared.navigation import FIRST, address
from tests.catalogues import home_catalogue
from tests.helpers import agencies, postgresql
from tests.helpers.answers import held_to_schema

ROOT = Path(__file__).parents[1]
INSTALLED_OFFICE = office.office_program
_COPIES = count(1)
RUN_APART = process._run  # noqa: SLF001
WHICH_CATALOGUE = (
    "catalogue_version",
    "fiscal_year_version",
    "organisation_version",
    "agency_division_version",
    "import_batch where kind = 'catalogue'",
)
"""What tells two stores of the tests apart whose catalogues differ."""
# A hundred examples, as --hypothesis-profile=default has them, are for the long run by command.
settings.register_profile("quick", max_examples=25)
settings.load_profile("quick")


@pytest.fixture(scope="session", autouse=True)
def _files_are_read_here():
    """Let the pure readers answer in this process: a child each would cost 0.2 to 1 s a file."""

    def run_here(container, content, seconds):  # noqa: ARG001  nothing confines it here
        answer = reading._answer(container, content)  # noqa: SLF001
        return subprocess.CompletedProcess([], 0, stdout=answer)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "_run", run_here)
        yield


@pytest.fixture(autouse=True)
def _files_are_read_apart(request, monkeypatch):
    """Give tests marked `child` the confined process as it is in the app."""
    if request.node.get_closest_marker("child"):
        monkeypatch.setattr(process, "_run", RUN_APART)


@pytest.fixture(autouse=True)
def _no_office_program(monkeypatch):
    """Let no test depend on whether this machine has LibreOffice."""
    monkeypatch.setattr(office, "office_program", lambda: None)


@pytest.fixture(scope="session", autouse=True)
def _no_test_meets_the_store_of_this_machine(tmp_path_factory):
    """Let a test that names no store find none, instead of what somebody works with here."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(tmp_path_factory.mktemp("nobody")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _fresh_stores_are_of_kutsakon():
    """Let nearly every test begin where somebody has said whose dashboard it is."""
    home = home_catalogue().organisation
    parts = [
        replace(file, part=home) if isinstance(file.part, Organisation) else file
        for file in packaged_parts()
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "packaged_parts", lambda: parts)
        yield


@pytest.fixture(scope="session", autouse=True)
def _what_the_app_brings_is_read_once():
    """Half the time of opening a store goes into a catalogue that hardly a test has changed."""
    known = {}
    read = catalogue.read_catalogue

    def read_once(cursor):
        texts = (f"select * from {rows}" for rows in WHICH_CATALOGUE)  # noqa: S608  ours alone
        told = (repr(cursor.execute(text).fetchall()) for text in texts)
        key = (type(cursor), *told)
        if key not in known:
            known[key] = read(cursor)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "read_catalogue", read_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _packages_are_searched_for_components_once():
    """AppTest reads the metadata of everything installed in each session: half of its time."""
    with pytest.MonkeyPatch.context() as patch:
        search = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.fixture
def nobody_set_up(monkeypatch):
    """Let a fresh store be nobody's, as it is in the app."""
    monkeypatch.setattr(catalogue, "packaged_parts", packaged_parts)


@pytest.fixture(autouse=True)
def _home_catalogue():
    """Let no test read by the catalogue that another one's store had."""
    hold(home_catalogue())


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """Give the folder of an empty store of Kutsakon, made once and only copied from."""
    folder = tmp_path_factory.mktemp("blank")
    open_database(folder / "ita.duckdb").close()
    return folder


@pytest.fixture
def database(tmp_path, blank):
    """Give an empty store in a folder of its own, in the hands of a planner."""
    shutil.copytree(blank, tmp_path / "store")
    opened = open_database(tmp_path / "store" / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def examples(tmp_path_factory, blank):
    """Give the folder of a store with plan and scores, imported once and only copied from."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(blank, folder, dirs_exist_ok=True)
    opened = open_database(folder / "ita.duckdb")
    for path in (PLAN_FILE, SCORES_FILE):
        import_file(opened.acting_as(planner_here("examples")), path, "examples")
    opened.close()
    yield folder
    # The app freezes what it starts with; DuckDB would report all of that as leaked at exit.
    gc.unfreeze()


@pytest.fixture(scope="session")
def postgresql_server():
    """Run one PostgreSQL for all tests; gives the address of its socket."""
    with postgresql.server() as started:
        yield started


@pytest.fixture(scope="session")
def server_template(postgresql_server, examples, tmp_path_factory):
    """Name a database that holds what the store with the examples does, to be copied from."""
    folder = tmp_path_factory.mktemp("template")
    shutil.copytree(examples, folder, dirs_exist_ok=True)
    place = postgresql.new_database(postgresql_server, "examples")
    person = planner_here("examples")
    with (
        closing(open_database(folder / "ita.duckdb")) as file,
        closing(Database(place)) as server,
    ):
        copy_store(file.acting_as(person), server.acting_as(person))
    return "examples"


@pytest.fixture
def server_place(postgresql_server, server_template):
    """Give the address of a store on a server that is this test's alone."""
    return postgresql.new_database(postgresql_server, f"own{next(_COPIES)}", server_template)


@pytest.fixture(scope="session")
def administrator(postgresql_server):
    """Name the login of who looks after databases that hold several agencies."""
    return postgresql.administrator(postgresql_server)


@pytest.fixture
def shared_place(postgresql_server, administrator):
    """Give the address of a database for several agencies that has none yet, this test's alone."""
    name = f"shared{next(_COPIES)}"
    return postgresql.new_database(postgresql_server, name, owner=administrator)


@pytest.fixture(scope="session")
def several_place(postgresql_server, administrator, examples, tmp_path_factory):
    """Give the address of a database with two agencies, each with people of its own."""
    place = postgresql.new_database(postgresql_server, "several", owner=administrator)
    agencies.two_agencies(place, examples, tmp_path_factory.mktemp("office"))
    agencies.listed_people(place)
    return place


@pytest.fixture
def several_app(several_place, app_store, monkeypatch):  # noqa: ARG001  a planner came by his link
    """Let the app of this test run on that database, open to nobody but those listed."""
    monkeypatch.setenv("ITA_DATABASE", several_place.text)
    forget_app()
    yield several_place
    register = register_for(several_place)
    for area in register.areas():
        register.forbid(area.email)
    for code in (agencies.HERE, agencies.THERE):
        register.open_to_readers(code, is_open=False)
    forget_app()
    register.close()


@pytest.fixture(scope="module")
def several_kept(several_place):
    """Give that database to the tests of a file; the app keeps its agencies open."""
    forget_app()
    yield several_place
    forget_app()


@pytest.fixture
def several_read(several_kept):
    """Let the app of a test that only reads run on that database."""
    with app_on(several_kept.text):
        yield several_kept


@pytest.fixture(scope="session")
def haproxy_path():
    """Give the front of several servers; only a machine that is no CI may go without."""
    found = shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("no haproxy: install Debian's")
    assert found is not None, "CI must have a haproxy"
    return found


@pytest.fixture
def empty_store(tmp_path, monkeypatch):
    """Name a store that is not there yet to the app and its commands; gives its path."""
    path = tmp_path / "store" / "ita.duckdb"
    monkeypatch.setenv("ITA_DATABASE", str(path))
    return path


@pytest.fixture
def sample_store(empty_store, examples):
    """Name a store with the examples to the app and its commands; gives its path."""
    shutil.copytree(examples, empty_store.parent)
    return empty_store


@pytest.fixture
def sample_database(tmp_path, examples):
    """Give a store with the examples in a folder of its own, in the hands of a planner."""
    folder = tmp_path / "samples"
    shutil.copytree(examples, folder)
    opened = open_database(folder / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    yield opened
    opened.close()


@pytest.fixture
def own_store(empty_store, blank):
    """Name an empty store of Kutsakon to the app and its commands; gives its path."""
    if not empty_store.exists():  # a test may have named a store with the examples first
        shutil.copytree(blank, empty_store.parent)
    return empty_store


@pytest.fixture
def run(own_store, capsys):  # noqa: ARG001  a command must never meet the store of this machine
    """Give a function that runs a command and gives its exit code and its JSON document.

    Whose an imported file is is said, unless the test says it: most files of tests name nobody.
    """

    return partial(run_json, capsys)


def run_json(capsys, *typed):
    if typed[:1] == ("import",) and "--agency" not in typed:
        typed = (*typed, "--agency", "อบต.กุศกร")
    code = main([*map(str, typed), "--json"])
    return code, held_to_schema(capsys.readouterr().out, typed)


@pytest.fixture(scope="session")
def shared_store(examples, tmp_path_factory):
    """Give a store with the examples that stays open, for tests that only read."""
    folder = tmp_path_factory.mktemp("shared") / "store"
    shutil.copytree(examples, folder)
    opened = open_database(folder / "ita.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def ask(shared_store, capsys):
    """Give `run` for commands that only read: they find the shared store, and leave it open."""
    with found_open(shared_store):
        yield partial(run_json, capsys)


@contextmanager
def found_open(store):
    """Let commands find a store that is open already; none of them may write to it."""
    kept, before = copy(store), store.state()
    kept.close = lambda: None

    def opened(place=None):
        return open_database(place) if place else kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(store.path))
        patch.setattr(stores, "open_database", opened)
        yield
    assert store.state() == before


@pytest.fixture
def app_store(sample_store, monkeypatch):
    """Let the app of this test run on its own copy of the examples; gives the path of the store."""
    # A page under test has no browser that could have used a link.
    monkeypatch.setattr(identity, "came_by_link", lambda: True)
    forget_app()
    yield sample_store
    forget_app()


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory):
    """Give the folder that holds the store of the example, built once and only copied from."""
    store = tmp_path_factory.mktemp("shown") / "ita.duckdb"
    with apart():
        build_example(example_path(store))
    return store.parent / "example"


@pytest.fixture
def example_app(empty_store, example_folder, monkeypatch, nobody_set_up):  # noqa: ARG001  for the app
    """Let the app of this test run where nobody has set up a store; gives the path of the store."""
    shutil.copytree(example_folder, empty_store.parent / "example")
    monkeypatch.setattr(identity, "came_by_link", lambda: True)
    forget_app()
    yield empty_store
    forget_app()


@pytest.fixture
def downloads(monkeypatch):
    """Collect what the download buttons of a page would build, by their keys."""
    offered = {}
    draw = st.download_button

    def draw_and_collect(label, *, data, key, **settings):
        offered[key] = data
        return draw(label, data=data, key=key, **settings)

    monkeypatch.setattr(st, "download_button", draw_and_collect)
    return offered


@pytest.fixture
def open_page(open_page_as):
    """Give a function that opens a page in a session of its own, as a link with filters does."""
    return partial(open_page_as, {})


@pytest.fixture(scope="module")
def read_store(examples, tmp_path_factory):
    """Give the path of a store with the examples that the app keeps open from test to test."""
    folder = tmp_path_factory.mktemp("read") / "store"
    shutil.copytree(examples, folder)
    forget_app()
    yield folder / "ita.duckdb"
    forget_app()


@pytest.fixture
def read_page(read_store):
    """Give `open_page` for tests that only read: the next one finds the store still open."""
    with app_on(read_store):
        yield partial(open_by_link, {})


@contextmanager
def app_on(path):
    """Let the app run on a store that nobody may write to; it stays open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(path))
        patch.setattr(identity, "came_by_link", lambda: True)
        yield
        kept = STORES.get(path)
        assert kept is None or len({*kept.database.state()}) == 1, "somebody wrote"


@pytest.fixture
def open_page_as(app_store):  # noqa: ARG001  the app finds the store by its environment
    """Give a function that opens a page as a provider's user; {} is the planner with his link.

    A user has a token of now and an e-mail the provider vouches for, unless he says otherwise.
    """
    return open_by_link


def open_by_link(user, stem, /, **link):
    """Open a page by an address in a session of its own."""
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    # switch_page would need an earlier run, and a link is the first thing a session sees.
    page._page_hash = calc_hash("" if stem == FIRST else address(stem))  # noqa: SLF001
    page.user = {"exp": time.time() + 3600, "email_verified": True} | user if user else {}
    for name, values in link.items():
        page.query_params[name] = values
    return page.run()


def forget_app():
    """Drop what the app keeps for the whole process."""
    st.cache_resource.clear()
    store.let_go()
