"""Lines written in a chat, one a measure: who speaks, which measure, how it stands, how far."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.importers.sheets.cells import text_of
from data.importers.sheets.head import SheetHead, Text
from data.importers.spelling.responsibility import responsibility
from data.importers.spelling.status_words import status_words
from data.importers.status.wordings import (
    Named,
    named_in,
    names_state_or_number,
    state_in,
    status_word_in,
)
from data.model.grid import Cell
from data.model.records import Status

_TIME: Final = re.compile(r"^\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:\u0e19\.)?\s+")
_LINK: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says; `written` is the line without the time before it.

    `words` are those a line names its measure by that says nothing shorter.
    """

    written: str
    division: str
    named: Named
    words: str
    status: Status | None
    percent: int | None
    evidence: str

    @property
    def tells(self) -> bool:
        """Whether it says of some measure how it stands."""
        if self.words:
            return self.status is not None
        return self.named.is_short and (self.status is not None or self.percent is not None)


def read_line(row: Sequence[Cell]) -> Line:
    """Read a line of a chat; a copied chat has the time and the name of who wrote before it."""
    cells = list(filter(None, map(text_of, row)))
    written = _TIME.sub("", " ".join(cells))
    link = _LINK.search(written)
    status, percent, rest = _stated(written)
    lead, named = responsibility(rest).lead, named_in(rest)
    return Line(
        written,
        lead[0] if lead else "",
        named,
        "" if named.is_short else _words(cells),
        status,
        percent,
        link[0] if link else "",
    )


def _stated(text: str) -> tuple[Status | None, int | None, str]:
    """Give the state and the percent of a line, and what else it says."""
    _, percent, rest = state_in(_LINK.sub(" ", text))
    status, rest = status_word_in(rest)
    return status, percent, rest


def _words(cells: Sequence[str]) -> str:
    """Give what the line itself says, but for who writes or speaks and how polite it ends."""
    message = cells[-1] if cells else ""
    timed = _TIME.match(message)
    if timed:
        # 10:15 somebody the message
        message = message[timed.end() :].partition(" ")[2]
    said = " ".join(responsibility(_stated(message)[2]).unknown)
    for word in status_words().polite:
        said = said.strip().removesuffix(word)
    return named_in(said).text


def is_chat(head: SheetHead) -> bool:
    """Tell whether a sheet holds such lines: most that name a measure also say how it stands."""
    rows = [row for row in head.rows if any(row)]
    if not all(map(_is_line, rows)) or not any(map(_may_tell, head.texts)):
        return False
    lines = list(map(read_line, rows))
    telling = [line for line in lines if line.tells]
    stated = any(line.status is not None or line.named.number is not None for line in telling)
    return stated and 2 * len(telling) >= len(lines)


def _may_tell(text: Text) -> bool:
    return names_state_or_number(text.text)


def _is_line(row: Sequence[Cell]) -> bool:
    """Tell whether a row is one text, or has the time and who wrote it before one."""
    filled = [cell for cell in row if cell is not None]
    is_text = all(isinstance(cell, str) for cell in filled)
    return is_text and (len(filled) == 1 or _TIME.match(f"{filled[0]} ") is not None)
