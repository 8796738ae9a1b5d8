"""House rules that no linter knows."""

import ast
import functools
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.containers.gate.reasons import Unreadability
from data.framework.tables import Fault
from data.model import errors
from data.model.problems import Problem, ProblemCode
from data.model.records import Flag, Form, Status
from data.words import failures
from data.words import filters as filter_words
from data.words.files import tables as table_words
from data.words.importing import problems
from data.words.work import statuses
from pages.shared import navigation

ROOT = Path(__file__).parents[1]
THAI = re.compile("[\u0e00-\u0e7f]")
PAGES = sorted(
    path for folder in ("", "areas", "profiles") for path in (ROOT / "pages" / folder).glob("*.py")
)
CODE = [
    ROOT / "dashboard.py",
    *(p for top in ("data", "pages", "queries") for p in (ROOT / top).rglob("*.py")),
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
WORDS = ROOT / "data" / "words"
INSTRUMENT = re.compile(r"\b[IEO]IT\b")
LONGEST_FILE = 300
LONGEST_PAGE = 60
NAMES = {path: str(path.relative_to(ROOT)) for path in (*CODE, *TESTS)}
IMPORT_EVERYTHING = """
import importlib, pathlib, sys
for top in ("data", "queries"):
    for path in sorted(pathlib.Path(top).rglob("*.py")):
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        try:
            if not name.endswith("__main__"):
                importlib.import_module(name)
        except ImportError as error:
            if str(error) != sys.platform:  # a module of another system says which one this is
                raise
print(*sorted(name for name in sys.modules if name in ("streamlit", "plotly")))
"""


def each(paths):
    return pytest.mark.parametrize("path", paths, ids=[NAMES[path] for path in paths])


@functools.cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def leaves(kind):
    below = kind.__subclasses__()
    return [leaf for one in below for leaf in leaves(one)] if below else [kind]


def calls(tree):
    """dotted name -> its call, for every call in a file."""
    return [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def decorated(tree, *decorators):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [ast.unparse(one) for one in node.decorator_list]
            if any(name.startswith(decorators) for name in names):
                yield node


def test_thai_letters_stand_only_among_the_words_of_the_pages():
    strayed = [
        NAMES[path]
        for path in CODE
        if WORDS not in path.parents and THAI.search(path.read_text(encoding="utf-8"))
    ]

    assert strayed == []


def test_no_file_is_longer_than_what_one_reads_at_a_sitting():
    lengths = {NAMES[path]: len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_module_is_a_bag_for_anything():
    bags = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

    assert [NAMES[path] for path in CODE if bags & {path.stem, path.parent.name}] == []


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_a_sentence(code):
    found = Problem(code, "คะแนน", "C2", "ค่าที่พบ", "ค่าที่ควร")

    said = problems.problem(found)

    assert THAI.search(said)
    assert "{" not in said
    assert problems.place(found) == "คะแนน!C2"


@pytest.mark.parametrize(
    "kind", [one for one in leaves(errors.ItaError) if one.__module__ == errors.__name__]
)
def test_every_failure_has_a_sentence_that_formats_with_its_own_fields(kind):
    own = inspect.signature(kind.__init__).parameters if "__init__" in vars(kind) else ["self"]
    error = kind(*range(1, len(own)))

    said = failures.failure(error)

    assert THAI.search(said)
    assert "{" not in said


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Fault, failures.FAULTS),
        (Unreadability, failures.UNREADABLE),
        (Status, statuses.STATUSES),
        (Status, statuses.SYMBOLS),
        (Flag, statuses.FLAGS),
        (Form, {Form(form): words for form, words in table_words.FORMS.items()}),
        (ProblemCode, problems.PROBLEMS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_code_has_words_and_words_have_a_code(codes, words):
    assert set(words) == set(codes)
    assert all(words.values())


def test_no_two_states_have_the_same_words():
    assert len(set(statuses.STATES.values())) == len(statuses.STATES)


def test_no_two_roles_have_the_same_words():
    assert len(set(filter_words.ROLES.values())) == len(filter_words.ROLES)


def test_every_page_is_in_the_navigation_once():
    folder = ROOT / "pages"
    stems = [str(path.relative_to(folder).with_suffix("")).replace("\\", "/") for path in PAGES]

    assert sorted(navigation.STEMS) == sorted(stems)
    assert navigation.STEMS[0] == navigation.FIRST


@each([path for path in PAGES if path.parent.name == "pages"])
def test_the_address_of_a_page_is_not_its_file_name(path):
    assert "_" in path.stem
    assert navigation.address(path.stem) != path.stem
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", navigation.address(path.stem))


@each(PAGES)
def test_a_page_reads_like_the_page(path):
    text = path.read_text(encoding="utf-8")
    kinds = {type(node).__name__ for node in ast.walk(tree_of(path))}

    assert len(text.splitlines()) <= LONGEST_PAGE
    assert not kinds & {"Try", "FunctionDef", "ClassDef", "Lambda"}
    assert not re.search(
        r"\b(select|insert|update|delete)\b.*\b(from|into|set)\b", text, re.IGNORECASE
    )
    assert "plotly" not in text


@each(PAGES)
def test_a_page_tells_in_its_first_line_what_it_answers(path):
    assert ast.get_docstring(tree_of(path)).splitlines()[0].endswith(".")


def test_nothing_draws_html_or_a_table_that_reads_markdown():
    # The rules of our look are a constant that no text comes near; markup.py escapes every text.
    allowed = [
        (str(Path("pages/shared/elements/markup.py")), "st.html"),
        (str(Path("pages/shared/printing/__init__.py")), "st.html"),
    ]
    forbidden = ("st.html", "st.table", "st.components", "components.html", "st.iframe")
    found = [
        (NAMES[path], name)
        for path in CODE
        for name, call in calls(tree_of(path))
        if name.startswith(forbidden)
        or any(word.arg == "unsafe_allow_html" for word in call.keywords)
    ]

    assert sorted(found) == allowed


def test_only_the_session_caches_and_never_by_a_frame():
    cached = {
        (NAMES[path], function.name): [ast.unparse(one) for one in function.args.args]
        for path in CODE
        for function in decorated(tree_of(path), "st.cache_data", "st.cache_resource")
    }

    assert {name for name, _function in cached} <= {str(Path("pages/shared/session.py"))}
    for arguments in cached.values():
        assert all(one.startswith("_") or one.endswith(": str") for one in arguments)


def test_every_file_is_built_of_the_store_that_the_page_shows():
    offered = [
        (NAMES[path], ast.unparse(word.value))
        for path in CODE
        for name, call in calls(tree_of(path))
        if name.endswith("download_button")
        for word in call.keywords
        if word.arg == "data"
    ]

    assert offered
    assert [one for one in offered if not one[1].startswith("later(")] == []


def test_no_year_decides_anything_in_code():
    years = re.compile(r"\b25[5-9]\d\b")
    found = [
        (NAMES[path], ast.unparse(node))
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Compare | ast.Match) and years.search(ast.unparse(node))
    ]

    assert found == []


def test_no_instrument_is_named_in_code():
    words = (WORDS, ROOT / "data" / "framework")
    codes = [path for path in CODE if not any(home in path.parents for home in words)]
    named = [
        (NAMES[path], node.value)
        for path in codes
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and INSTRUMENT.fullmatch(node.value)
    ]
    others = [
        path.name
        for pattern in ("data/documents/**/*.typ", "queries/**/*.sql")
        for path in ROOT.glob(pattern)
        if INSTRUMENT.search(path.read_text(encoding="utf-8"))
    ]

    assert (named, others) == ([], [])


def test_no_target_is_a_constant_of_the_code():
    framework = ROOT / "data" / "framework"
    numbers = [
        (NAMES[path], node.lineno)
        for path in CODE
        if framework not in path.parents
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and str(node.value) in {"85", "85.0", "85.00"}
    ]
    lines = [
        (path.name, line)
        for pattern in ("data/documents/**/*.typ", "queries/**/*.sql")
        for path in ROOT.glob(pattern)
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b85\b", line) and not line.lstrip().startswith(("--", "//"))
    ]

    assert (numbers, lines) == ([], [])


def test_no_sql_is_built_from_strings():
    built = [
        (NAMES[path], ast.unparse(call))
        for path in CODE
        for name, call in calls(tree_of(path))
        if name.split(".")[-1] in ("execute", "executemany", "sql") and call.args
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
        or (
            isinstance(call.args[0], ast.Call)
            and ast.unparse(call.args[0].func).endswith(".format")
        )
    ]

    assert built == []


def test_no_bug_is_caught():
    caught = [
        (NAMES[path], node.lineno)
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) == "Exception")
    ]

    assert caught == []


def test_the_engine_runs_without_the_browser_side():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", IMPORT_EVERYTHING],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == []


def test_tests_lie_where_what_they_test_lies():
    folders = {path.parent.relative_to(ROOT / "tests") for path in TESTS}
    mirrors = [folder for folder in folders if folder.parts[:1] in (("data",), ("pages",))]

    assert mirrors
    assert [folder for folder in mirrors if not (ROOT / folder).is_dir()] == []


MOST_FILES = 15


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent for path in CODE if path.parent != ROOT}),
    ids=lambda folder: str(folder.relative_to(ROOT)),
)
def test_a_folder_has_no_more_files_than_can_be_seen_at_a_glance(folder):
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_FILES
