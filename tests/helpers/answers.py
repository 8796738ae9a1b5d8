"""What a command said as JSON, without the name of its form."""

import json


def answered(text, **options):
    """Give the rows of a list, or the fields of anything else."""
    told = json.loads(text, **options)
    if isinstance(told, dict):
        told.pop("schema")
    return told
