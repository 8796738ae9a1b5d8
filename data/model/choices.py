"""What a person decided about a sheet in the preview."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from data.model.identity import SheetKind
from data.model.records import Form, Status

Place: TypeAlias = int | tuple[int, int]
"""Where a measure stands in its sheet, from 1; the second step of the fourth is (4, 2)."""

MeasureMatches: TypeAlias = Mapping[Place, str]
"""What a person decided: place of a measure or of a step -> stored id, or "" for new."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions that a sheet cannot or need not make itself; None leaves it to the sheet.

    `year` is used where the sheet has no year column; `kind` is a person's word, which settles
    every doubt about what the numbers are. `columns` gives corrected column meanings:
    column counted from 0 -> field, as a sheet's own columns name them; "ignored" leaves one out.
    `rows` gives what labels of scores mean that nothing knows: bare label -> code, or "ignored".
    """

    form: Form | None = None
    year: int | None = None
    agency: str | None = None
    kind: SheetKind | None = None
    columns: Mapping[int, str] | None = None
    rows: Mapping[str, str] | None = None

    @property
    def provisional(self) -> bool:
        """Whether the scores are none that were published yet."""
        return self.kind is SheetKind.PROVISIONAL


@dataclass(frozen=True, slots=True)
class RowAnswers:
    """What a person decided about rows of a report without our ids, by the number of the row.

    `measures` gives the stored measure, "" where it is none of them; `statuses` and `percents`
    its state and how far it is, where the row does not tell clearly.
    """

    measures: MeasureMatches = field(default_factory=dict)
    statuses: Mapping[int, Status] = field(default_factory=dict)
    percents: Mapping[int, int] = field(default_factory=dict)
