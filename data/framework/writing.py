"""The one writer of catalogue files: what is wrong is never written, what is replaced is kept."""

import datetime as dt
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from data.errors import CatalogueNotWritableError, FaultyFrameworkError
from data.framework.agency import Division
from data.framework.completing import divisions_text, items_text, with_item
from data.framework.folders import ORGANISATION
from data.framework.loading import (
    catalogue_folder,
    faults_in,
    framework,
    look_again,
    organisation,
)
from data.framework.tables import Fault

_writer: Final = threading.Lock()

ItemFacts = tuple[str, int | None, str | None]
"""Code, number of the indicator and name of an item; None where nothing is told."""


def complete_catalogue(
    items: Mapping[int, Iterable[ItemFacts]], divisions: Iterable[Division]
) -> tuple[str, ...]:
    """Put items of years and own divisions into the files of the catalogue.

    Gives the names of the copies of the files as they were, beside them; none when nothing changes.

    Raises:
        FaultyFrameworkError: with these facts a file would be wrong; nothing was written.
        CatalogueNotWritableError: a file could not be replaced.
    """
    folder = catalogue_folder()
    told = list(divisions)
    with _writer:
        look_again()
        texts = {f"{year}.toml": _year_text(folder, year, facts) for year, facts in items.items()}
        if told:
            old = _text(folder, ORGANISATION)
            texts[ORGANISATION] = divisions_text(old, ORGANISATION, organisation(), told)
        changed = {name: text for name, text in texts.items() if text != _text(folder, name)}
        _check(folder, changed)
        kept = tuple(_replace(folder, name, text) for name, text in sorted(changed.items()))
        look_again()
        return kept


def _year_text(folder: Path, year: int, facts: Iterable[ItemFacts]) -> str:
    described = framework(year)
    merged = {item.code: item for item in described.items}
    before = dict(merged)
    for code, indicator, name in facts:
        merged[code] = with_item(merged, code, indicator, name)
    old = _text(folder, f"{year}.toml")
    if merged == before:
        return old
    return items_text(old, f"{year}.toml", described, merged.values())


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except OSError:
        raise FaultyFrameworkError(name, "", Fault.NOT_READABLE) from None
    except UnicodeDecodeError:
        raise FaultyFrameworkError(name, "", Fault.NOT_UTF_8) from None


def _check(folder: Path, texts: Mapping[str, str]) -> None:
    """Read the whole catalogue as it would be, somewhere else."""
    with tempfile.TemporaryDirectory() as place:
        trial = Path(place)
        for path in folder.glob("*.toml"):
            shutil.copyfile(path, trial / path.name)
        for name, text in texts.items():
            (trial / name).write_text(text, encoding="utf-8", newline="\n")
        for fault in faults_in(trial):
            raise fault


def _replace(folder: Path, name: str, text: str) -> str:
    """Write beside and rename: at every moment there is a whole file under the name."""
    now = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = folder / f"{name}.{now}.bak"
    unfinished = folder / f".{name}.{os.getpid()}.part"
    try:
        shutil.copy2(folder / name, kept)
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / name)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CatalogueNotWritableError(name) from error
    return kept.name
