"""What a kit carries is what the machine it is for needs, not what this one does."""

import hashlib
import zipfile

import pytest

from data.commands.keeping.kits import APP, LOCK, PARTS, PLATFORMS, VERSIONS, copy_app, needed
from data.commands.keeping.trimming import LEFT_OUT_FILE, trim_wheels

LOCKED = (APP / LOCK).read_text(encoding="utf-8")


def names(platform, python):
    return [entry.partition("==")[0] for entry in needed(LOCKED, platform, python)]


def version_of(package, platform, python):
    [entry] = [one for one in needed(LOCKED, platform, python) if one.startswith(f"{package}==")]
    return entry.split()[0]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", VERSIONS)
def test_every_package_a_machine_needs_is_pinned_once_with_its_hashes(platform, python):
    entries = list(needed(LOCKED, platform, python))

    assert len(names(platform, python)) == len(set(names(platform, python)))
    assert {"streamlit", "pandas", "duckdb", "openpyxl", "plotly"} <= set(names(platform, python))
    assert all("--hash=sha256:" in entry for entry in entries)


def test_markers_are_those_of_the_other_machine():
    assert version_of("numpy", "win_amd64", "3.11") != version_of("numpy", "win_amd64", "3.12")
    assert "watchdog" in names("win_amd64", "3.12")
    assert "watchdog" not in names("macosx_arm64", "3.12")


def test_all_that_is_carried_is_there():
    assert [part for part in PARTS if not (APP / part).exists()] == []


def test_every_requirement_of_the_app_is_locked():
    wanted = [
        line.split(">=")[0].split("[")[0].casefold()
        for line in (APP / "requirements.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]

    assert [name for name in wanted if f"{name}==" not in LOCKED] == []


def test_a_folder_that_is_in_use_is_not_written_to(run, tmp_path):
    (tmp_path / "ของฉัน.txt").write_text("x", encoding="utf-8")
    machine = ("--platform", "win_amd64", "--python", "3.12")

    code, answer = run("kit", "--out", tmp_path, *machine)

    assert (code, answer["error"]["code"]) == (2, "cannot-write")


def wheel(folder, name, **files):
    """Write a wheel with a RECORD as installers want it."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    record = f"{name}-1.0.dist-info/RECORD"
    lines = [f"{place},sha256=x,{len(text)}" for place, text in files.items()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, text in files.items():
            packed.writestr(place, text)
        packed.writestr(record, "\n".join([*lines, f"{record},,", ""]))
    return path


def test_a_carried_wheel_lacks_what_the_app_never_opens_and_is_held_to_its_new_hash(tmp_path):
    kept = {"pandas/__init__.py": "x = 1", "pandas-1.0.data/scripts/pandas": "#"}
    path = wheel(tmp_path, "pandas", **kept, **{"pandas/tests/big.py": "x" * 99})
    other = wheel(tmp_path, "attrs", **{"attrs/tests/a.py": ""})
    before = other.read_bytes()
    first = "attrs==1.0 \\\n    --hash=sha256:aa\n"
    lock = f"{first}pandas==1.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n    # via x\n"

    told = trim_wheels(tmp_path, lock)

    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        record = packed.read("pandas-1.0.dist-info/RECORD").decode()
        listed = [line.partition(",")[0] for line in record.splitlines()]
        assert listed == packed.namelist() == [*kept, "pandas-1.0.dist-info/RECORD"]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert told == lock.replace("bb \\\n    --hash=sha256:cc", digest)
    assert other.read_bytes() == before
    assert "pandas/tests/*" in (tmp_path / LEFT_OUT_FILE).read_text("utf-8")
    path.unlink()
    assert wheel(tmp_path, "pandas", **kept, **{"pandas/tests/big.py": "x" * 99})
    assert trim_wheels(tmp_path, lock) == told  # the same wheels give the same bytes


def test_the_whole_app_is_carried_and_no_store_of_this_machine(tmp_path):
    copy_app(tmp_path / "kit")

    listed = {
        path.relative_to(APP)
        for part in ("data", "pages", "queries")
        for path in (APP / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    own_store = {path for path in listed if path.parts[:2] == ("data", "store")}
    carried = {path.relative_to(tmp_path / "kit") for path in (tmp_path / "kit").rglob("*")}
    assert listed - carried == own_store
    assert not own_store & carried
