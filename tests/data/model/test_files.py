"""A finished file gets its name also where another program looks at the old one for a moment."""

from pathlib import Path

import pytest

from data.model import files
from data.model.files import put_in_place

SHARING_VIOLATION = 32


@pytest.fixture
def in_use(monkeypatch):
    """Let `Path.replace` fail so many times as Windows does; counts the tries."""
    real, tries = Path.replace, []

    def replacing(times, number=SHARING_VIOLATION):
        def replace(self, target):
            tries.append(target)
            if len(tries) <= times:
                error = PermissionError()
                error.winerror = number
                raise error
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0, 0.0))
        return tries

    return replacing


def test_a_file_in_use_for_a_moment_is_replaced_all_the_same(tmp_path, in_use):
    arriving, target = tmp_path / "new.part", tmp_path / "kept"
    target.write_text("old")
    arriving.write_text("new")
    tries = in_use(3)

    put_in_place(arriving, target)

    assert (len(tries), target.read_text(), arriving.exists()) == (4, "new", False)


def test_a_file_that_stays_in_use_is_a_failure_and_keeps_what_it_held(tmp_path, in_use):
    arriving, target = tmp_path / "new.part", tmp_path / "kept"
    target.write_text("old")
    arriving.write_text("new")
    tries = in_use(99)

    with pytest.raises(PermissionError):
        put_in_place(arriving, target)

    assert (len(tries), target.read_text()) == (4, "old")


def test_any_other_failure_is_told_at_once(tmp_path, in_use):
    tmp_path.joinpath("new.part").touch()
    tries = in_use(99, number=112)

    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "new.part", tmp_path / "kept")

    assert len(tries) == 1
