"""Names that Excel and Windows accept: of sheets, and of files."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_LONGEST_SHEET_NAME: Final = 31
_NOT_IN_A_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RESERVED_SHEET_NAME: Final = "history"

_NOT_IN_A_FILE_NAME: Final = re.compile(r'[<>:"/\\|?*.]+')
_LONGEST_FILE_NAME: Final = 180  # bytes of UTF-8: room for a folder within 255 and 260
_BUDDHIST_ERA: Final = 543


class SheetNames:
    """Gives every sheet of a workbook a valid name of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = {_RESERVED_SHEET_NAME}

    def add(self, wanted: str) -> str:
        """Take the wanted name, made valid; a repeated one gets a number."""
        base = _NOT_IN_A_SHEET_NAME.sub(" ", wanted).strip("' \t\n") or "Sheet"
        name, number = _cut_name(base, _LONGEST_SHEET_NAME), 1
        while name.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            name = _cut_name(base, _LONGEST_SHEET_NAME - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def file_name(parts: Sequence[str], suffix: str, as_of: dt.date) -> str:
    """Join parts and the Buddhist Era date to a name that is safe on Windows and elsewhere.

    `file_name(["ITA2569", "x"], "xlsx", dt.date(2026, 11, 22))` is `ITA2569_x_25691122.xlsx`.
    The date is always kept; a name that would be too long loses the end of its parts. No dot
    stays but that of the suffix, so no part can be a reserved device name.
    """
    date = f"{as_of.year + _BUDDHIST_ERA:04}{as_of:%m%d}"
    ending = f"{date}.{_file_part(suffix)}"
    stem = "_".join(part for part in map(_file_part, parts) if part)
    room = _LONGEST_FILE_NAME - len(ending.encode()) - 1
    stem = _without_marks_cut_off(stem, stem.encode()[:room].decode(errors="ignore"))
    return f"{stem.rstrip('-_ ')}_{ending}".lstrip("_")


@lru_cache(maxsize=256)
def _file_part(part: str) -> str:
    shown = "".join(
        " " if unicodedata.category(letter).startswith(("Z", "Cc")) else letter
        for letter in unicodedata.normalize("NFC", part)
        if unicodedata.category(letter) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return re.sub(r"[\s-]+", "-", _NOT_IN_A_FILE_NAME.sub("-", shown)).strip("-_ ")


def _cut_name(name: str, units: int) -> str:
    kept = name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    return _without_marks_cut_off(name, kept).rstrip("' ")


def _without_marks_cut_off(whole: str, kept: str) -> str:
    # A consonant must not lose its vowel and tone marks: drop it with them.
    while kept and len(kept) < len(whole) and unicodedata.category(whole[len(kept)]) == "Mn":
        kept = kept[:-1]
    return kept
