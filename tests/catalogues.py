"""The catalogue that counts in a test, and workbooks and files that tell of one."""

import io
from dataclasses import replace

import openpyxl

from data.catalogue import CatalogueFile, import_catalogue
from data.catalogue.forms import year_form
from data.database import Source
from data.examples import EXAMPLE_DAY, example_agency
from data.framework import framework, held, hold
from data.framework.files import PACKAGED, packaged_catalogue
from data.framework.setting_up import organisation_file, organisation_of
from data.importers.catalogue.reading import read_catalogue
from data.importers.sheets.opening import Sheet, read_sheets


def hold_parts(*parts):
    """Let these parts count instead of those that do, until the test ends."""
    hold(held().replaced(parts))


def home_catalogue():
    """Give the packaged catalogue with Kutsakon as the agency whose dashboard it is."""
    return packaged_catalogue().replaced((organisation_of(example_agency()),))


def as_example():
    """Let what counts be the example, until the test ends."""
    hold(held(), EXAMPLE_DAY)


def packaged(name, *edits):
    """Give the bytes of a packaged file, or of the agency, after each (old, new) of its text."""
    text = (PACKAGED / name).read_text(encoding="utf-8")
    if name == "organisation.toml":
        text = organisation_file(home_catalogue().organisation).decode()
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()


def save_book(database, told, file_name="กรอบ.xlsx"):
    """Save a book of the catalogue as a batch."""
    source = Source(file_name, file_name.encode(), "ก")
    return import_catalogue(database, CatalogueFile(file_name, book=told), source)


def save_part(database, name, content):
    """Save the file of one part as a batch."""
    return import_catalogue(database, CatalogueFile(name, content), Source(name, content, "ก"))


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


def renamed(year, code, name):
    """Give the framework of a year in which one item has another name."""
    known = framework(year)
    items = tuple(replace(item, name=name) if item.code == code else item for item in known.items)
    return replace(known, items=items)
