"""What reaches the better levels as a table."""

import pandas as pd

from data.analysis.next_level import Outlook
from data.model.columns import Kind, Table
from data.tables.columns import columns
from data.words.files import tables as table_words
from data.words.scores import next_level as words


def way_table(found: Outlook, names: dict[int, str]) -> Table:
    """Give the changes of every reachable level, nearest level first."""
    rows = [
        (
            target.level,
            words.change_name(change, names),
            float(change.from_score),
            float(change.to_score),
            float(change.points),
        )
        for target in found.targets
        if target.reachable
        for change in target.changes
    ]
    frame = pd.DataFrame(rows, columns=list(words.COLUMNS))
    listed = columns(words.COLUMNS, words.COLUMNS, name=Kind.TEXT)
    return Table(table_words.SHEETS["data"], words.WAYS_NAME, listed, frame)
