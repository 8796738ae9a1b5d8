"""What an official form says around its rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormWords:
    """What stands around the rows of a form; `headings` are its columns.

    `groups` stand above some of them: the text, the first and the last column. Filled in are
    `{year}`, `{analysed}` (the year before), `{organisation}`, `{divisions}` and `{as_of}`.
    """

    sheet: str
    titles: tuple[str, ...]
    divisions: str
    headings: tuple[str, ...]
    groups: tuple[tuple[str, int, int], ...]
    conditions_title: str
    page: str
