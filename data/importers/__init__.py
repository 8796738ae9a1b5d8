"""From the bytes of a file to rows with an address, and the problems found on the way.

What stands here is loaded when it is first asked for: a page that shows scores needs no reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from data.importers.files import read_sheets
    from data.importers.forms import BY_NAME, READABLE_FORMS, SCORE_FORMS, UNKNOWN
    from data.importers.naming import agency_of_file, agency_of_sheets
    from data.importers.recognised import Columns, Recognised, SheetForm, TemplateSheet
    from data.importers.recognition import columns_as, read, recognise, recognise_sheets
    from data.importers.scores.templates import templates
    from data.model.choices import Choices
    from data.model.identity import Answer, Identity

_HOMES: Final = {
    "data.importers.files": ("read_sheets",),
    "data.importers.forms": ("BY_NAME", "READABLE_FORMS", "SCORE_FORMS", "UNKNOWN"),
    "data.importers.naming": ("agency_of_file", "agency_of_sheets"),
    "data.importers.recognised": ("Columns", "Recognised", "SheetForm", "TemplateSheet"),
    "data.importers.recognition": ("columns_as", "read", "recognise", "recognise_sheets"),
    "data.importers.scores.templates": ("template", "templates"),
    "data.model.choices": ("Choices",),
    "data.model.identity": ("Answer", "Identity"),
}

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
    "agency_of_file",
    "agency_of_sheets",
    "columns_as",
    "read",
    "read_sheets",
    "recognise",
    "recognise_sheets",
    "templates",
]


def __getattr__(name: str) -> object:
    """Load a name from its home the first time it is asked for."""
    for home, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(home), name)
            return found
    raise AttributeError(name)
