"""What a command said as JSON: held to its published schema, without the name of its form."""

import json
from functools import cache

from jsonschema import Draft202012Validator

from data.commands.files.schemas import answer_schemas
from data.commands.output import VERSION

DEEDS = ("agencies", "catalogue", "comment", "evidence", "round")
"""Verbs of which each deed answers in a form of its own."""


@cache
def _schemas():
    return {name: Draft202012Validator(one) for name, one in answer_schemas().items()}


def answered(text, **options):
    """Give the rows of a list, or the fields of anything else."""
    told = json.loads(text, **options)
    if isinstance(told, dict):
        told.pop("schema")
    return told


def held_to_schema(text, typed):
    """Give an answer of a command, which must be as `data schema --json` says."""
    told = json.loads(text)
    verb = "-".join(map(str, typed[: 1 + (typed[0] in DEEDS)]))
    name = told["schema"] if isinstance(told, dict) else f"{verb}/{VERSION}"
    _schemas()[name].validate(told)
    return answered(text)
