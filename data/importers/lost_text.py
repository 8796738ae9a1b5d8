"""Text that lost its Thai letters on the way: saved as question marks, or in another alphabet."""

import re
from typing import Final

from data.importers.scores.layout.tables import beginning
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import Finding
from data.model.problems import ProblemCode

_THAI: Final = re.compile("[\u0e01-\u0e5b]")
# Question marks and replacement characters, or Thai bytes shown as western European letters.
_LOST: Final = re.compile("[?\ufffd]{2,}|[\u00a1-\u00fb][\u00a1-\u00fb\u2013-\u20ac]+")
_FEWEST_CELLS: Final = 3


def lost_text(sheet: Sheet) -> Finding | None:
    """Give the first cell of a sheet most of whose words cannot be read any more, if it is one."""
    texts = [
        (row, column, text)
        for row, cells in enumerate(beginning(sheet).rows)
        for column, cell in enumerate(cells)
        if (text := text_of(cell))
    ]
    thai = sum(_THAI.search(text) is not None for _, _, text in texts)
    lost = [one for one in texts if _LOST.search(one[2]) and not _THAI.search(one[2])]
    if len(lost) < max(_FEWEST_CELLS, thai + 1):
        return None
    return Finding(ProblemCode.TEXT_LOST, *lost[0])
