"""What an empty sheet of each form of scores looks like, as plain rows for a workbook."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.framework import Framework, framework, organisation, years
from data.importers.recognised import LabelColumn, TemplateSheet
from data.model.columns import Kind
from data.model.records import Form

_YEARS_SHOWN: Final = 3
_LISTS: Final = Path(__file__).parents[1] / "spelling" / "lists"


_PLACE: Final = LabelColumn(width=18)


def templates() -> tuple[TemplateSheet, ...]:
    """Give the empty sheets of all forms of scores, for the newest known year."""
    catalogue = framework(max(years()))
    return tuple(_template(form, shape, catalogue) for form, shape in _SHAPES.items())


def _template(form: Form, shape: "_Shape", catalogue: Framework) -> TemplateSheet:
    raw = _templates()[form.value]
    names = {"agency": organisation().name, "year": catalogue.year}
    return TemplateSheet(
        form=form,
        name=raw["name"],
        titles=tuple(title.format(**names) for title in raw["titles"]),
        headings=(*raw["headings"], *shape.headings(catalogue)),
        rows=tuple(shape.rows(catalogue)),
        blank_rows=shape.blank_rows,
        notes=tuple(raw["notes"]),
        labels=shape.labels,
        closing=shape.closing,
    )


@cache
def _templates() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = tomllib.loads((_LISTS / "headings.toml").read_text(encoding="utf-8"))
    sections: Mapping[str, Any] = raw["templates"]
    return sections


def _year_headings(catalogue: Framework) -> list[str]:
    shown = range(catalogue.year - _YEARS_SHOWN + 1, catalogue.year + 1)
    heading = _templates()[Form.SCORES_YEARS.value]["year_heading"]
    return [heading.format(year=year) for year in shown if year in years()]


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


def _nothing(_catalogue: Framework) -> Sequence[Any]:
    return ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the template of one form is made of a catalogue."""

    labels: tuple[LabelColumn, ...]
    rows: Callable[[Framework], Sequence[tuple[str | int, ...]]]
    headings: Callable[[Framework], Sequence[str]] = _nothing
    closing: tuple[LabelColumn, ...] = ()
    blank_rows: int = 0


_SHAPES: Final[Mapping[Form, _Shape]] = {
    Form.SCORES_LONG: _Shape(
        labels=(LabelColumn(Kind.YEAR), LabelColumn()),
        rows=lambda catalogue: [(catalogue.year, label) for label in _labels(catalogue)],
    ),
    Form.SCORES_YEARS: _Shape(
        labels=(LabelColumn(),),
        rows=lambda catalogue: [(label,) for label in _labels(catalogue)],
        headings=_year_headings,
    ),
    Form.SCORES_REPORT: _Shape(
        labels=(LabelColumn(),),
        rows=lambda catalogue: [(label,) for label in _labels_with_items(catalogue)],
    ),
    Form.SCORES_AGENCIES: _Shape(
        labels=(LabelColumn(width=34), _PLACE, _PLACE),
        rows=_nothing,
        headings=_labels,
        closing=(_PLACE,),
        blank_rows=20,
    ),
}
