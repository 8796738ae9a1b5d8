"""Sheets of tests read as lone sheets: recognised, then asked for one thing."""

from data import importers
from data.importers import Choices, columns_as, read_sheets, recognise, recognise_sheets
from data.model.grid import address
from data.model.records import CELL_COLUMNS, Form


def read(sheet, choices=None):
    """Read a sheet that stands alone."""
    return importers.read(recognise(sheet), choices)


def recognised_sheets(file_name, content):
    """Recognise every sheet of a file."""
    return recognise_sheets(read_sheets(file_name, content))


def read_plan(sheet, *, plan_year=None, columns=None):
    """Read a sheet as a plan, whatever it looks like."""
    return read(sheet, Choices(form=Form.PLAN, year=plan_year, columns=columns))


def cells_of(scores):
    """Give the addresses of scores as they are shown."""
    places = scores[list(CELL_COLUMNS)].itertuples(index=False, name=None)
    return [address(*place) for place in places]


def form_of(sheet):
    """Give the form a sheet is recognised as."""
    return recognise(sheet).form


def matched_columns(sheet, form):
    """Give what the columns of a sheet are read as in a form."""
    return columns_as(recognise(sheet), form)


def heading_fingerprint(sheet):
    """Give the fingerprint of the headings of a sheet."""
    return recognise(sheet).fingerprint
