"""What a person decided about a sheet in the preview."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.model.records import Form


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions that a sheet cannot or need not make itself; None leaves it to the sheet.

    `year` is used where the sheet has no year column. `columns` gives corrected column meanings:
    column counted from 0 -> field, as a sheet's own columns name them; "ignored" leaves one out.
    """

    form: Form | None = None
    year: int | None = None
    agency: str | None = None
    provisional: bool = False
    columns: Mapping[int, str] | None = None
