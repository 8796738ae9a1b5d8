"""The text of a catalogue file with other facts in it; all the rest of it stays as it is."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from data.framework.agency import Organisation
from data.framework.model import Framework
from data.framework.spelling import division_rows, number_text, year_rows
from data.framework.tables import Fault
from data.model.errors import FaultyFrameworkError

_FIRST_TABLE: Final = re.compile(r"^\[", re.MULTILINE)
_TARGET: Final = re.compile(r"^(target\s*=\s*)[^#\s]+", re.MULTILINE)
_NEW_YEAR: Final = Path(__file__).with_name("packaged") / "new_year.txt"


def new_year_text(wanted: Framework) -> str:
    """Give the text of the file of a year that has none yet."""
    text = _NEW_YEAR.read_text(encoding="utf-8").format(year=wanted.year)
    text = _with_target(text, f"{wanted.year}.toml", wanted)
    for key, rows in year_rows(wanted).items():
        text = _with_list(text, f"{wanted.year}.toml", key, rows)
    return text


def year_text(text: str, known: Framework, wanted: Framework) -> str:
    """Give the text of a year's file with the facts that are wanted instead of those known.

    Raises:
        FaultyFrameworkError: the file is laid out otherwise than the ones the app comes with.
    """
    name = f"{wanted.year}.toml"
    if known.target != wanted.target:
        text = _with_target(text, name, wanted)
    before = year_rows(known)
    for key, rows in year_rows(wanted).items():
        if rows != before[key]:
            text = _with_list(text, name, key, rows)
    return text


def organisation_text(text: str, file_name: str, known: Organisation, wanted: Organisation) -> str:
    """Give the text of the organisation's file with the divisions that are wanted.

    Raises:
        FaultyFrameworkError: the file is laid out otherwise than the one the app comes with.
    """
    if known.divisions != wanted.divisions:
        text = _with_list(text, file_name, "divisions", division_rows(wanted.divisions))
    if known.known_divisions != wanted.known_divisions:
        rows = division_rows(wanted.known_divisions)
        text = _with_list(text, file_name, "known_divisions", rows)
    return text


def _with_target(text: str, file_name: str, wanted: Framework) -> str:
    if len(_TARGET.findall(text)) != 1:
        raise FaultyFrameworkError(file_name, "target", Fault.NOT_REWRITABLE)
    return _TARGET.sub(lambda found: f"{found[1]}{number_text(wanted.target)}", text)


def _with_list(text: str, file_name: str, key: str, rows: Iterable[str]) -> str:
    """Replace one list that is written one row a line, as in the files the app comes with."""
    lines = "".join(f"    {row},\n" for row in rows)
    block = f"[\n{lines}]\n" if lines else "[]\n"
    listed = re.compile(
        rf"^{key} = \[(?:\s*\]|\n.*?^\])[ \t]*(?:#[^\n]*)?(?:\n|\Z)", re.MULTILINE | re.DOTALL
    )
    found = listed.findall(text)
    if len(found) == 1:
        return listed.sub(lambda _: f"{key} = {block}", text)
    if found or re.search(rf"^\s*(\[\[)?\s*{key}\b", text, re.MULTILINE):
        raise FaultyFrameworkError(file_name, key, Fault.NOT_REWRITABLE)
    first = _FIRST_TABLE.search(text)
    at = first.start() if first else len(text)
    return f"{text[:at].rstrip()}\n{key} = {block}\n{text[at:]}"
