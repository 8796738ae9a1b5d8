"""A copy of the catalogue that a test may change, and workbooks that tell of one."""

import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl

import data.framework as catalogue
from data.catalogue.forms import year_form
from data.importers.catalogue.reading import read_catalogue
from data.importers.sheets.opening import Sheet, read_sheets

PACKAGED = Path(catalogue.__file__).parent / "packaged"


def copied_catalogue(tmp_path, monkeypatch):
    """Let the catalogue be a copy of the packaged one, and give its folder."""
    target = tmp_path / "catalogue"
    shutil.copytree(PACKAGED, target, ignore=shutil.ignore_patterns("*.py", "*.txt", "__pycache__"))
    monkeypatch.setenv("ITA_FRAMEWORK", str(target))
    return target


def target_of(folder, year, target):
    """Write another target into the file of a year."""
    path = folder / f"{year}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^target = .*$", f"target = {target}", text), encoding="utf-8")


def contents(folder):
    """Give the bytes of every file of a folder by its name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def book(*tables):
    """Read sheets given as (name, row, row, …)."""
    return read_catalogue([Sheet(name, tuple(rows)) for name, *rows in tables])


def edited_form(year, edit):
    """Give the bytes of the form of a year after `edit` changed its openpyxl workbook."""
    workbook = openpyxl.load_workbook(io.BytesIO(year_form(year)))
    edit(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def read_form(content):
    """Read the bytes of a workbook as a catalogue."""
    return read_catalogue(read_sheets("กรอบ.xlsx", content))


def renamed(framework, code, name):
    """Give a framework in which one item has another name."""
    items = tuple(
        replace(item, name=name) if item.code == code else item for item in framework.items
    )
    return replace(framework, items=items)
