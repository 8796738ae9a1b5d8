"""From the bytes of a file to rows with an address, and the problems found on the way."""

from data.importers.files import read_sheets
from data.importers.plan.reading import read_plan
from data.importers.reading import read
from data.importers.recognition import (
    SCORE_FORMS,
    heading_fingerprint,
    matched_columns,
    recognise,
    score_table,
)
from data.importers.templates import TemplateSheet, template, templates
from data.model.choices import Choices

__all__ = [
    "SCORE_FORMS",
    "Choices",
    "TemplateSheet",
    "heading_fingerprint",
    "matched_columns",
    "read",
    "read_plan",
    "read_sheets",
    "recognise",
    "score_table",
    "template",
    "templates",
]
