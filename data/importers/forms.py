"""The registry of forms: what a new form joins, after its folder, its words and its template."""

from collections.abc import Mapping
from typing import Any, Final

from data.importers.catalogue.form import CATALOGUE
from data.importers.plan.form import PLAN
from data.importers.recognised import SheetForm
from data.importers.scores.form import SCORES
from data.importers.status.form import STATUS
from data.model.records import Form

FORMS: Final[tuple[SheetForm[Any], ...]] = (CATALOGUE, PLAN, STATUS, SCORES)
"""In the order they are sought: what could be taken for another form stands before that one."""

UNKNOWN: Final[SheetForm[Any]] = SCORES
"""Reads what was not recognised: its corrected columns make it a sheet of scores at most."""

BY_NAME: Final[Mapping[Form, SheetForm[Any]]] = {
    name: sheet_form for sheet_form in FORMS for name in sheet_form.names
}

SCORE_FORMS: Final = SCORES.names
READABLE_FORMS: Final = tuple([name for name in Form if not BY_NAME[name].whole_file])
"""The forms a person can choose for a sheet."""
