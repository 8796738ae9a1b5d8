"""Large sheets of nothing but numbers and shared texts, read by column.

One expression tells whether a sheet is so plain: then every cell, address and value stands where it
is expected, and numpy finds them. Whatever else may stand in a sheet is for the strict readers.
"""

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from math import isfinite
from typing import TYPE_CHECKING, Final

from defusedxml import ElementTree

from data.containers.formats.excel.cell_styles import CellStyles
from data.containers.formats.excel.sheet_parts import SheetPart, hidden_rows_in, read_part
from data.containers.formats.readings import Columns, check_size
from data.containers.gate import limits
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded
from data.containers.gate.plain_xml import is_plain
from data.containers.gate.reasons import RefusedError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_NOTHING: Final = b"<sheetData/>"
# Each address must name the row it stands in; of styles only those of plain numbers go into %s.
_ROWS: Final = (
    rb'(?:<row r="(\d{1,6}+)"[^<>]*+(?:(?<=/)>|(?<!/)>'
    rb'(?:<c r="[A-Z]{1,2}+\1"(?: s="(?:%s)")?+(?:/>|'
    rb'(?: t="s"><v>\d++</v>|(?: t="n")?+><v>[0-9.eE+-]++</v>|'
    rb' t="inlineStr"><is><t(?: xml:space="preserve")?+>[^<]++</t></is>)</c>))*+</row>))*+'
)
_ROW: Final = re.compile(rb'<row r="(\d++)')
_NUMBER, _SHARED, _INLINE = range(3)
_MOST_WORDS: Final = 3
"""Of eight letters: no number that a program writes has more than 24."""
_MIXER: Final = 0x9E3779B97F4A7C15
_TEXTS: Final = re.compile(
    rb'\s*<sst\b[^<>]*+>((?:<si><t(?: xml:space="preserve")?+>[^<]++</t></si>)*+)</sst>\s*'
)
_TEXT: Final = re.compile(rb"<t[^<>]*+>([^<]*+)")
_DECLARATION: Final = re.compile(rb"\s*<\?xml[^<>?]*+\?>")
# Readers differ in what becomes of these.
_UNLIKE: Final = re.compile(rb"\r|_x|&(?!(?:amp|lt|gt|quot|apos|#3[567]\d\d);)")


class _NotPlainError(Exception):
    """Something stands in the sheet that is for the strict readers."""


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """What is in a plain sheet, and what its XML says beside the cells."""

    columns: Columns
    part: SheetPart


class PlainSheets:
    """The plain sheets of one workbook; what they share is read once."""

    def __init__(self, archive: Archive, strings: str, styles: CellStyles) -> None:
        self._archive = archive
        self._strings = strings
        self._styles = styles
        self._shared: tuple[list[str], re.Pattern[bytes]] | None = None

    def read(self, entry: str) -> PlainSheet | None:
        """Read a sheet if it is plain."""
        xml = self._archive.read(entry)
        begin, end = xml.find(_BEGIN), xml.rfind(_END)
        if not 0 < begin < end:
            return None
        around = xml[:begin] + _NOTHING + xml[end + len(_END) :]
        try:
            if not is_plain(around) or around.count(b"sheetData") > 1:
                return None
            texts, rows = self._shared = self._shared or self._read_shared()
            region = xml[begin + len(_BEGIN) : end]
            if not rows.fullmatch(region):
                return None
            guarded(lambda: ElementTree.fromstring(around))
            columns = _columns(region, texts)
        except (_NotPlainError, RefusedError):
            return None
        part = read_part(around)
        return PlainSheet(columns, part.hiding(hidden_rows_in(region)))

    def _read_shared(self) -> tuple[list[str], re.Pattern[bytes]]:
        styles = b"|".join(b"%d" % style for style in self._styles.plain)
        return _texts(self._archive.read(self._strings)), re.compile(_ROWS % (styles or b"(?!)"))


def _texts(xml: bytes) -> list[str]:
    declared = _DECLARATION.match(xml)
    found = _TEXTS.fullmatch(xml, declared.end() if declared else 0)
    if not xml:
        return []
    if not found:
        raise _NotPlainError
    spelt = _TEXT.findall(found[1])
    # All at once, parted by what no text holds.
    texts = _text(b"\0".join(spelt)).split("\0") if spelt else []
    if len(texts) != len(spelt) or texts != list(map(str.strip, texts)):
        raise _NotPlainError
    return texts


def _text(xml: bytes) -> str:
    try:
        text = html.unescape(xml.decode())
    except UnicodeDecodeError:
        raise _NotPlainError from None
    if _UNLIKE.search(xml) or text != text.strip():
        raise _NotPlainError
    return text


def _columns(region: bytes, texts: list[str]) -> Columns:
    # Loaded only here: most sheets are read before numpy is.
    import numpy as np  # noqa: PLC0415

    given = np.frombuffer(region, dtype=np.uint8)
    tags = np.flatnonzero(given == ord("<"))
    kinds = given[tags + 1]
    inline = kinds == ord("t")
    of_value = np.flatnonzero((kinds == ord("v")) | inline)
    if not len(of_value):
        raise _NotPlainError
    line = np.array([int(row) for row in _ROW.findall(region)])
    of_row = np.searchsorted(np.flatnonzero(kinds == ord("r")), of_value) - 1
    rows = line[of_row] - 1
    inline = inline[of_value]
    # <c …><v> or <c …><is><t>
    columns = _column_numbers(given, tags[of_value - 1 - inline])
    places = rows * limits.COLUMNS + columns
    height, width = int(rows.max()) + 1, int(columns.max()) + 1
    check_size(height, width)
    if (np.diff(places) < 1).any():
        raise _NotPlainError
    # The letter in t="s"><v> may stand here, or n, or a digit.
    shared = given[tags[of_value] - 3] == ord("s")
    kind = np.where(inline, _INLINE, np.where(shared, _SHARED, _NUMBER))
    around = np.column_stack([tags[of_value], tags[of_value + 1]])
    values, numbers = _values(region, around, kind, texts)
    references = np.zeros(height * width, dtype=np.int32)
    references[columns * height + rows] = numbers
    return Columns(values, references.tobytes(), height, width)


def _column_numbers(
    given: "npt.NDArray[np.uint8]", cells: "npt.NDArray[np.int64]"
) -> "npt.NDArray[np.int64]":
    first = given[cells + len(b'<c r="')].astype("int64") - ord("A")
    second = given[cells + len(b'<c r="A')].astype("int64") - ord("A")
    columns: npt.NDArray[np.int64] = (first + (second >= 0) * (first * 25 + 26 + second)).astype(
        "int64"
    )
    return columns


def _values(
    region: bytes, tags: "npt.NDArray[np.int64]", kind: "npt.NDArray[np.int64]", texts: list[str]
) -> tuple[list[object], "npt.NDArray[np.int64]"]:
    """Give the different values, a blank one first, and the number of each cell's value.

    `tags` are where the tag before each value begins and where the one behind it does.
    """
    import numpy as np  # noqa: PLC0415

    values: list[object] = [None]
    numbers = np.zeros(len(kind), dtype=np.int64)
    for of_kind, number in ((_NUMBER, _numbered), (_SHARED, _numbered), (_INLINE, _inline)):
        own = np.flatnonzero(kind == of_kind)
        if len(own):
            spellings, places = number(region, tags[own])
            numbers[own] = places + len(values)
            values += [_value(spelling, of_kind, texts) for spelling in spellings]
    return values, numbers


def _numbered(
    region: bytes, tags: "npt.NDArray[np.int64]"
) -> tuple[list[bytes], "npt.NDArray[np.int64]"]:
    """Number the short spellings of many values, eight letters at a time."""
    import numpy as np  # noqa: PLC0415

    given = np.frombuffer(region, dtype=np.uint8)
    start = tags[:, 0] + len(b"<v>")
    length = tags[:, 1] - start
    words = -(-int(length.max()) // 8)
    if words > _MOST_WORDS:
        raise _NotPlainError
    spelt = np.zeros((words, len(start)), dtype="<u8")
    for at in range(int(length.max())):
        letter = given[np.minimum(start + at, len(given) - 1)] * (at < length)
        spelt[at // 8] |= letter.astype("<u8") << np.uint64(8 * (at % 8))
    mixed = spelt[0]
    for word in spelt[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_MIXER) + word
    found, places = np.unique(mixed, return_inverse=True)
    one_of = np.zeros(len(found), dtype=np.int64)
    one_of[places] = np.arange(len(places))
    different = np.ascontiguousarray(spelt[:, one_of].T)
    if words > 1 and (different[places] != spelt.T).any():
        raise _NotPlainError
    return different.view(f"S{8 * words}")[:, 0].tolist(), places


def _inline(
    region: bytes, tags: "npt.NDArray[np.int64]"
) -> tuple[list[bytes], "npt.NDArray[np.int64]"]:
    """Number texts that stand in their cells."""
    import numpy as np  # noqa: PLC0415

    known: defaultdict[bytes, int] = defaultdict(count().__next__)
    spelt = [region[region.index(b">", begin) + 1 : end] for begin, end in tags.tolist()]
    places = np.array([known[one] for one in spelt])
    return list(known), places


def _value(xml: bytes, kind: int, texts: list[str]) -> str | float:
    if kind == _INLINE:
        return _text(xml)
    try:
        if kind == _SHARED:
            return texts[int(xml)]
        number = float(xml)
    except (IndexError, ValueError):
        raise _NotPlainError from None
    if not isfinite(number):
        raise _NotPlainError
    return number
