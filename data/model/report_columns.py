"""What one thing that a status report says holds, and who says it: written beside its field."""

from dataclasses import dataclass, field, fields
from typing import Any, Final

from data.model.columns import Kind

_SAYS: Final = "says"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One thing a report says: its field in `StatusReport`, what it holds, which kinds say it.

    `names_person`: it is left blank in files that are to have no names.
    """

    key: str
    kind: Kind
    said_by: tuple[str, ...]
    names_person: bool = False


def said(kind: Kind, *said_by: str, blank: str | None = None, names_person: bool = False) -> Any:  # noqa: ANN401  as `field`
    """Declare a field that reports of some kinds say; `blank` says nothing."""
    return field(default=blank, metadata={_SAYS: (kind, said_by, names_person)})


def report_columns(report: type) -> tuple[ReportColumn, ...]:
    """Give what a report says, in the order of its fields."""
    said_of = {one.name: one.metadata.get(_SAYS) for one in fields(report)}
    return tuple(ReportColumn(key, *says) for key, says in said_of.items() if says)
