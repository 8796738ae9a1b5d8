"""Open data of the site: CSV files, their dictionary, and their descriptions for programs.

`datapackage.json` is a Frictionless Data Package 1, `dcat.jsonld` DCAT 3 by relative addresses.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.documents.ground import Ground
from data.exporters.cells.cell_text import clean_text
from data.exporters.open_files import column_type
from data.exporters.text_table import csv_bytes
from data.framework import is_example, organisation
from data.model.columns import Column, Kind, Table
from data.model.records import Status
from data.tables.analyst import heading_of
from data.tables.tidy import TidyTables
from data.words import dates, navigation
from data.words.files import site as words
from data.words.files import tables as table_words
from data.words.files import tidy as tidy_words
from data.words.work import statuses

DICTIONARY: Final = "data/dictionary.csv"
DATA_PACKAGE: Final = "datapackage.json"
CATALOGUE: Final = "dcat.jsonld"
DESCRIPTIONS: Final = (DATA_PACKAGE, CATALOGUE)
CSV: Final = "text/csv"

_PUBLISHED: Final[Mapping[str, tuple[str, ...]]] = {
    "scores": ("year", "level", "code", "score", "mark"),
    "indicators": ("year", "indicator", "name", "instrument", "score", "mark"),
    "items": ("year", "code", "name", "indicator", "score", "mark"),
    "measures": (
        "measure_id",
        "plan_year",
        "position",
        "indicator",
        "item_year",
        "question",
        "analysis",
        "action",
        "alignment",
        "period_text",
        "start_date",
        "end_date",
        "responsible_text",
        "status",
        "percent",
        "status_on",
        "overdue",
        "budget_planned",
        "budget_spent",
        "note",
        "evidence",
        "steps_done",
        "steps_counted",
    ),
    "measure_items": ("measure_id", "year", "code"),
    "measure_divisions": ("measure_id", "division", "role"),
    "steps": (
        "step_id",
        "measure_id",
        "position",
        "text",
        "division",
        "due_date",
        "proposed",
        "status",
        "status_on",
        "overdue",
    ),
}
"""Every column that leaves the house, so that none does by being new: no person, no file."""
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "scores": ("year", "level", "code"),
    "indicators": ("year", "indicator"),
    "items": ("year", "code"),
    "measures": ("measure_id",),
    "measure_items": ("measure_id", "year", "code"),
    "measure_divisions": ("measure_id", "division", "role"),
    "steps": ("step_id",),
}
_ROLES: Final = ("lead", "support")
_VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {one.value: statuses.STATUSES[one] for one in Status},
    "level": table_words.LEVELS,
    "role": {role: tidy_words.ROLES[role] for role in _ROLES},
}
"""Codes that stand in a column of this name, with their words."""
_KINDS: Final[Mapping[str, Kind]] = {
    "integer": Kind.INTEGER,
    "number": Kind.SCORE,
    "date": Kind.DATE,
}
_OF_MEASURES: Final = ("measure_items", "measure_divisions", "steps")
_SAMPLE: Final = "sample"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class OpenTable:
    """One CSV file with its description; `fields` as Frictionless has them."""

    name: str
    title: str
    rows: int
    content: bytes
    fields: tuple[Mapping[str, Any], ...]

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"data/{self.name}.csv"


def open_data(tables: TidyTables, ground: Ground) -> tuple[OpenTable, ...]:
    """Choose what is published of the tidy tables: the home agency and the plan of the year."""
    ids = set(ground.measures["measure_id"])
    return tuple(_open_table(name, _chosen(name, tables[name], ids)) for name in _PUBLISHED)


def data_files(tables: Sequence[OpenTable], ground: Ground) -> dict[str, bytes]:
    """Give the files of the open data by their place in the site."""
    return {
        **{table.path: table.content for table in tables},
        DICTIONARY: _dictionary(tables),
        DATA_PACKAGE: _json(_data_package(tables, ground)),
        CATALOGUE: _json(_catalogue(tables, ground)),
    }


def _chosen(name: str, frame: pd.DataFrame, measure_ids: set[str]) -> pd.DataFrame:
    if "measure_id" in frame:
        frame = frame[frame["measure_id"].isin(measure_ids)]
    sample = is_example() or frame.get(_SAMPLE, default=False)
    return frame[list(_PUBLISHED[name])].assign(**{_SAMPLE: sample})


def _open_table(name: str, frame: pd.DataFrame) -> OpenTable:
    fields = tuple(_field(name, str(key), frame[key]) for key in frame.columns)
    columns = tuple(
        Column(field["name"], field["name"], _KINDS.get(field["type"], Kind.TEXT))
        for field in fields
    )
    content = csv_bytes(Table(name, name, columns, frame))
    return OpenTable(name, words.TABLES[name], len(frame), content, fields)


def _field(table: str, key: str, values: "pd.Series[Any]") -> Mapping[str, Any]:
    # A moment is never published: what is one in the frame is a day.
    held = column_type(values).replace("datetime", "date")
    title = words.SAMPLE_COLUMN if key == _SAMPLE else heading_of(table, key)
    coded = _VALUES.get(key, {})
    constraints: dict[str, Any] = {"required": True} if key in _KEYS[table] else {}
    if coded:
        constraints["enum"] = list(coded)
    told = [words.VALUE.format(code=code, word=word) for code, word in coded.items()]
    more = {"description": " · ".join(told), "constraints": constraints}
    return {"name": key, "title": title, "type": held} | {
        name: value for name, value in more.items() if value
    }


def _dictionary(tables: Sequence[OpenTable]) -> bytes:
    rows = [
        (table.path, field["name"], field["title"], field["type"], field.get("description", ""))
        for table in tables
        for field in table.fields
    ]
    keys = ("file", "column", "meaning", "type", "values")
    frame = pd.DataFrame(rows, columns=list(keys), dtype="str")
    columns = tuple(Column(key, key, Kind.TEXT) for key in keys)
    return csv_bytes(Table("dictionary", "dictionary", columns, frame))


def _data_package(tables: Sequence[OpenTable], ground: Ground) -> Mapping[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": f"ita-{ground.year}",
        "title": _title(ground),
        "description": _description(ground),
        "version": ground.as_of.isoformat(),
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: OpenTable) -> Mapping[str, Any]:
    schema: dict[str, Any] = {
        "fields": list(table.fields),
        "missingValues": [""],
        "primaryKey": list(_KEYS[table.name]),
    }
    if table.name in _OF_MEASURES:
        schema["foreignKeys"] = [
            {
                "fields": ["measure_id"],
                "reference": {"resource": "measures", "fields": ["measure_id"]},
            }
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "path": table.path,
        "format": "csv",
        "mediatype": CSV,
        "encoding": "utf-8-sig",
        "bytes": len(table.content),
        "hash": f"sha256:{_sha256(table)}",
        "schema": schema,
    }


def _catalogue(tables: Sequence[OpenTable], ground: Ground) -> Mapping[str, Any]:
    publisher = {"@type": "foaf:Organization", "foaf:name": _thai(organisation().name)}
    day = {"@type": "xsd:date", "@value": ground.as_of.isoformat()}
    return {
        "@context": _CONTEXT,
        "@id": "index.html",
        "@type": "dcat:Catalog",
        "dct:title": _thai(_title(ground)),
        "dct:publisher": publisher,
        "dct:language": "th",
        "dcat:dataset": {
            "@id": "data.html",
            "@type": "dcat:Dataset",
            "dct:title": _thai(_title(ground)),
            "dct:description": _thai(_description(ground)),
            "dct:publisher": publisher,
            "dct:modified": day,
            "dcat:landingPage": {"@id": "data.html"},
            "dcat:distribution": [_distribution(table) for table in tables],
        },
    }


def _distribution(table: OpenTable) -> Mapping[str, Any]:
    checksum = {"spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _thai(table.title),
        "dcat:downloadURL": {"@id": table.path},
        "dcat:mediaType": CSV,
        "dcat:byteSize": len(table.content),
        "spdx:checksum": checksum | {"spdx:checksumValue": _sha256(table)},
    }


def _thai(text: str) -> Mapping[str, str]:
    return {"@language": "th", "@value": clean_text(text)}


def _title(ground: Ground) -> str:
    title = words.TITLE_YEAR.format(title=words.TITLE, year=ground.year)
    marked = f"{navigation.SAMPLE_SHORT} · " if is_example() else ""
    return clean_text(f"{marked}{title} {organisation().name}")


def _description(ground: Ground) -> str:
    sample = navigation.SAMPLE_BANNER if is_example() else ""
    return " ".join(filter(None, (sample, dates.as_of(ground.as_of), words.DATA_ABOUT)))


def _sha256(table: OpenTable) -> str:
    return hashlib.sha256(table.content).hexdigest()


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
