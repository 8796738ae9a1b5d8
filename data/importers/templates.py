"""What an empty sheet of each form of scores looks like, as plain rows for a workbook."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.framework import Framework, framework, organisation, years
from data.importers.forms import SCORE_FORMS
from data.model.records import Form

_YEARS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """An empty sheet: titles, one row of headings, the first cells of each row, notes.

    `rows` hold the labels only; what is to be filled in is left out. `blank_rows` are to be left
    below them, and the notes go below those or beside the table.
    """

    form: Form
    name: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    blank_rows: int
    notes: tuple[str, ...]


def template(form: Form, year: int | None = None) -> TemplateSheet:
    """Give the empty sheet of a form of scores, for a year (the newest known one by default).

    Raises:
        UnknownYearError: no framework describes the year.
        KeyError: the form is not one of SCORE_FORMS.
    """
    catalogue = framework(year or max(years()))
    raw = _templates()[form.value]
    names = {"agency": organisation().name, "year": catalogue.year}
    return TemplateSheet(
        form=form,
        name=raw["name"],
        titles=tuple(title.format(**names) for title in raw["titles"]),
        headings=(*raw["headings"], *_more_headings(form, catalogue)),
        rows=_rows(form, catalogue),
        blank_rows=20 if form is Form.SCORES_AGENCIES else 0,
        notes=tuple(raw["notes"]),
    )


def templates(year: int | None = None) -> tuple[TemplateSheet, ...]:
    """Give the empty sheets of all forms of scores."""
    return tuple(template(form, year) for form in SCORE_FORMS)


@cache
def _templates() -> Mapping[str, Any]:
    path = Path(__file__).parent / "spelling" / "lists" / "headings.toml"
    found: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["templates"]
    return found


def _more_headings(form: Form, catalogue: Framework) -> list[str]:
    if form is Form.SCORES_YEARS:
        shown = range(catalogue.year - _YEARS_SHOWN + 1, catalogue.year + 1)
        heading = _templates()[form.value]["year_heading"]
        return [heading.format(year=year) for year in shown if year in years()]
    return _labels(catalogue) if form is Form.SCORES_AGENCIES else []


def _labels(catalogue: Framework) -> list[str]:
    """Give what is scored from top to bottom: instruments after their indicators, total, level."""
    words, labels = _templates()["words"], []
    for instrument in catalogue.instruments:
        labels += [
            words["indicator"].format(number=indicator.number, name=indicator.name or "").strip()
            for indicator in catalogue.indicators_of(instrument.code)
        ]
        labels.append(instrument.code)
    return [*labels, words["total"], words["level"]]


def _rows(form: Form, catalogue: Framework) -> tuple[tuple[str | int, ...], ...]:
    labels = _labels(catalogue)
    if form is Form.SCORES_LONG:
        return tuple((catalogue.year, label) for label in labels)
    if form is Form.SCORES_YEARS:
        return tuple((label,) for label in labels)
    if form is Form.SCORES_REPORT:
        return tuple((label,) for label in _labels_with_items(catalogue))
    return ()


def _labels_with_items(catalogue: Framework) -> list[str]:
    """Put the items known to belong to an indicator below its label."""
    labels = iter(_labels(catalogue))
    result: list[str] = []
    for instrument in catalogue.instruments:
        for indicator in catalogue.indicators_of(instrument.code):
            result.append(next(labels))
            items = catalogue.items_of(indicator.number)
            result += [f"{item.code} {item.name or ''}".strip() for item in items]
        result.append(next(labels))
    return [*result, *labels]
