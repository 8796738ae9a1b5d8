"""The words of a workbook handed out; the layer that knows the language fills them in."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.model.records import Flag, Status


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a person reads in the workbook; {year}, {agency}, {division} are filled in.

    `headings` and `advice` are by column: measure_id, indicator, action, end_date, flags,
    step_count, comments, lead, state, step_id, text, division, reported_by, the fields of a report
    and what is said beside it. `statuses` are what the drop-down offers.
    """

    lead_sheet: str
    support_sheet: str
    step_sheet: str
    instructions_sheet: str
    titles: tuple[str, ...]
    instructions: tuple[str, ...]
    headings: Mapping[str, str]
    advice: Mapping[str, str]
    statuses: Mapping[Status, str]
    flags: Mapping[Flag, str]
    file_prefix: str
    file_part: str
