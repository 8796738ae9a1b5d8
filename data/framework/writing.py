"""The one writer of catalogue files: what is wrong is never written, what is replaced is kept."""

import datetime as dt
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.framework.agency import Organisation
from data.framework.completing import new_year_text, organisation_text, year_text
from data.framework.folders import ORGANISATION
from data.framework.loading import (
    catalogue_faults,
    catalogue_folder,
    faults_in,
    framework,
    look_again,
    organisation,
    years,
)
from data.framework.model import Framework
from data.framework.tables import Fault
from data.model.errors import CatalogueNotWritableError, FaultyFrameworkError

_writer: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and the copies of those that were there before them."""

    files: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def write_catalogue(frameworks: Iterable[Framework], home: Organisation | None = None) -> Written:
    """Write years as they are wanted, new ones too, and the divisions of the home agency.

    A file that says all of it already is left alone.

    Raises:
        FaultyFrameworkError: with these facts a file would be wrong; nothing was written.
        CatalogueNotWritableError: a file could not be replaced; all are as they were.
    """
    folder = catalogue_folder()
    with _writer:
        look_again()
        texts = _texts(folder, frameworks, home)
        _check(folder, texts)
        return _replaced(folder, texts)


def check_catalogue(frameworks: Iterable[Framework], home: Organisation | None = None) -> None:
    """Do all of `write_catalogue` but the writing.

    Raises:
        FaultyFrameworkError: with these facts a file would be wrong.
        CatalogueNotWritableError: there is no room to try it.
    """
    folder = catalogue_folder()
    _check(folder, _texts(folder, frameworks, home))


def write_text(name: str, text: str | None) -> Written:
    """Put a text in the place of a whole file of the catalogue; None takes the file away.

    Raises:
        FaultyFrameworkError: with it the catalogue would be wrong; nothing was written.
        CatalogueNotWritableError: the file could not be replaced.
    """
    folder = catalogue_folder()
    with _writer:
        _check(folder, {name: text})
        return _replaced(folder, {name: text})


def _texts(
    folder: Path, frameworks: Iterable[Framework], home: Organisation | None
) -> dict[str, str]:
    texts = {f"{wanted.year}.toml": _year_text(folder, wanted) for wanted in frameworks}
    if home is not None:
        old = read_text(folder, ORGANISATION)
        texts[ORGANISATION] = organisation_text(old, ORGANISATION, organisation(), home)
    return texts


def _year_text(folder: Path, wanted: Framework) -> str:
    name = f"{wanted.year}.toml"
    # What a faulty file says is not what counts now, so nothing of it can be kept.
    is_faulty = any(fault.file_name == name for fault in catalogue_faults())
    if is_faulty or wanted.year not in years():
        return new_year_text(wanted)
    return year_text(read_text(folder, name), framework(wanted.year), wanted)


def read_text(folder: Path, name: str) -> str:
    """Read a file of the catalogue as text.

    Raises:
        FaultyFrameworkError: it cannot be opened or is not UTF-8.
    """
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except OSError:
        raise FaultyFrameworkError(name, "", Fault.NOT_READABLE) from None
    except UnicodeDecodeError:
        raise FaultyFrameworkError(name, "", Fault.NOT_UTF_8) from None


def _check(folder: Path, texts: Mapping[str, str | None]) -> None:
    """Read the whole catalogue as it would be, somewhere else.

    What is wrong already in a file that nobody writes keeps nobody from writing another one.
    """
    try:
        found = _faults_with(folder, texts)
    except OSError as error:
        raise CatalogueNotWritableError(min(texts, default=folder.name)) from error
    before = {fault.args for fault in faults_in(folder)} if found else set()
    for fault in found:
        if fault.file_name in texts or fault.args not in before:
            raise fault


def _faults_with(folder: Path, texts: Mapping[str, str | None]) -> tuple[FaultyFrameworkError, ...]:
    with tempfile.TemporaryDirectory() as place:
        trial = Path(place)
        for path in folder.glob("*.toml"):
            if path.name not in texts:
                shutil.copyfile(path, trial / path.name)
        for name, text in texts.items():
            if text is not None:
                (trial / name).write_text(text, encoding="utf-8", newline="\n")
        return faults_in(trial)


def _replaced(folder: Path, texts: Mapping[str, str | None]) -> Written:
    """Put the files that change in their places, all of them or none."""
    now = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    done: dict[str, str] = {}
    try:
        for name, text in sorted(texts.items()):
            if text != _present(folder, name):
                _replace(folder, name, text, f"{name}.{now}.bak")
                done[name] = f"{name}.{now}.bak"
    except CatalogueNotWritableError:
        for name, kept in done.items():
            _take_back(folder, name, kept)
        raise
    finally:
        look_again()
    return Written(tuple(done), tuple(done.values()))


def _present(folder: Path, name: str) -> str | None:
    """Give the text of a file, None where there is none; one that is no text is never the same."""
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return ""


def _replace(folder: Path, name: str, text: str | None, kept: str) -> None:
    """Write beside and rename: at every moment there is a whole file under the name.

    An empty copy says that there was no file.
    """
    unfinished = folder / f".{name}.{os.getpid()}.part"
    try:
        if (folder / name).exists():
            shutil.copy2(folder / name, folder / kept)
        else:
            (folder / kept).touch()
        if text is None:
            (folder / name).unlink()
            return
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / name)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CatalogueNotWritableError(name) from error


def _take_back(folder: Path, name: str, kept: str) -> None:
    (folder / kept).replace(folder / name)
    if not (folder / name).stat().st_size:
        (folder / name).unlink()
