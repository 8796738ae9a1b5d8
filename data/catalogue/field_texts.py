"""A field of the agency, its office or its people as one text, for a list of changes."""

import hashlib
from typing import Final

from data.framework import AgencyPrefix, Signatory
from data.model.access import Person

_BETWEEN: Final = " · "


def own_text(value: object) -> str:
    """Say a field; a picture by its fingerprint, nothing as nothing."""
    if isinstance(value, tuple):
        return ", ".join(map(own_text, value))
    if isinstance(value, AgencyPrefix):
        return f"{value.short} ({', '.join(value.long)})"
    if isinstance(value, Signatory):
        return _BETWEEN.join((value.role, value.name, value.title))
    if isinstance(value, Person):
        return _BETWEEN.join((value.label, value.role or "", *value.divisions))
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()[:8] if value else ""
    return "" if value is None else str(value)
