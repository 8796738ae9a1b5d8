"""From the bytes of a file to rows with an address, and the problems found on the way."""

from data.importers.files import read_sheets
from data.importers.forms import BY_NAME, READABLE_FORMS, SCORE_FORMS, UNKNOWN
from data.importers.recognised import Columns, Recognised, SheetForm
from data.importers.recognition import columns_as, read, recognise, recognise_sheets
from data.importers.scores.templates import TemplateSheet, template, templates
from data.model.choices import Choices
from data.model.identity import Answer, Identity

__all__ = [
    "BY_NAME",
    "READABLE_FORMS",
    "SCORE_FORMS",
    "UNKNOWN",
    "Answer",
    "Choices",
    "Columns",
    "Identity",
    "Recognised",
    "SheetForm",
    "TemplateSheet",
    "columns_as",
    "read",
    "read_sheets",
    "recognise",
    "recognise_sheets",
    "template",
    "templates",
]
