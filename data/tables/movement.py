"""The change of the total between two years as a table: every part, and what they add up to."""

from decimal import Decimal

import pandas as pd

from data.analysis.movement import Movement
from data.analysis.overview import TotalMovement
from data.analysis.standing import Standing
from data.model.columns import Table
from data.tables.columns import columns
from data.words.files import tables as table_words
from data.words.scores import movement as words


def movement_table(found: TotalMovement, before: Standing, after: Standing) -> Table:
    """Give every part with the scores it comes from; the last row is what they add up to."""
    rows = [
        (
            words.label(part, found.names),
            part.instrument,
            _number(before.indicators.get(part.indicator or 0)),
            _number(after.indicators.get(part.indicator or 0)),
            _number(part.contribution),
        )
        for part in found.apart.parts
    ]
    rows += [(label, "", None, None, float(value)) for label, value in effects(found.apart)]
    rows.append((words.CHANGE, "", None, None, _number(found.apart.change)))
    named = {
        key: heading.format(year=before.year if key == "old" else after.year)
        for key, heading in words.COLUMNS.items()
    }
    frame = pd.DataFrame(rows, columns=list(named))
    listed = columns(named, named)
    return Table(table_words.SHEETS["data"], words.NAME, listed, frame, (words.EXPLAINED,))


def effects(apart: Movement) -> list[tuple[str, Decimal]]:
    """Name what changed the total beside the indicators, where it did."""
    effects = ((words.FRAMEWORK, apart.framework_effect), (words.ROUNDING, apart.rounding))
    return [(label, value) for label, value in effects if value]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
