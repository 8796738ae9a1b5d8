"""Tables of a TOML file, read with types: what does not fit names the file, place and reason."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin, get_type_hints

from data.model.errors import FaultyFrameworkError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Kind = TypeVar("Kind")
Fact = TypeVar("Fact", bound="DataclassInstance")


class Fault(StrEnum):
    """Why a catalogue file cannot be used; the reason of every FaultyFrameworkError."""

    MISSING_FILE = "missing-file"
    NOT_READABLE = "not-readable"
    NOT_UTF_8 = "not-utf-8"
    NOT_TOML = "not-toml"
    YEAR_DIFFERS = "year-differs-from-file-name"

    MISSING = "missing"
    EMPTY = "empty"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_WORD = "unknown-word"
    NOT_A_TEXT = "not-a-text"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_WHOLE_NUMBER = "not-a-whole-number"
    NOT_A_LIST = "not-a-list"

    OUTSIDE_SCALE = "outside-0-100"
    TOO_MANY_DECIMALS = "more-than-9-decimals"
    REPEATED = "repeated"
    WEIGHTS_NOT_ONE = "weights-do-not-sum-to-1"
    WEIGHT_NOT_POSITIVE = "weight-not-positive"
    NOT_A_LETTER = "not-a-letter-a-z"
    NOT_AN_ITEM_CODE = "not-an-item-code"
    UNKNOWN_INSTRUMENT = "unknown-instrument"
    UNKNOWN_INDICATOR = "unknown-indicator"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_YEAR = "unknown-year"
    UNKNOWN_CODE = "unknown-code"
    OTHER_INSTRUMENT = "item-of-another-instrument"
    OUTSIDE_RANGE = "outside-range-of-indicator"
    RANGE_BACKWARDS = "range-backwards"
    RANGES_OVERLAP = "ranges-overlap"
    MORE_THAN_ALL = "more-passed-than-agencies"
    TOO_MANY_ITEMS = "more-items-than-item-count"
    NOT_BEST_FIRST = "levels-not-best-first"
    NEVER_REACHED = "level-never-reached"
    NO_LOWEST_LEVEL = "no-level-for-the-lowest-score"
    YEARS_NOT_ASCENDING = "years-not-ascending"
    TWO_MEANINGS = "name-with-two-meanings"


_KIND_FAULTS: Final[Mapping[type, Fault]] = {
    str: Fault.NOT_A_TEXT,
    int: Fault.NOT_A_WHOLE_NUMBER,
    list: Fault.NOT_A_LIST,
}
_LARGEST_WHOLE: Final = 2**31 - 1


class Table:
    """One table of a file; each key is taken once and `finish` reports the ones nobody took."""

    def __init__(self, file_name: str, place: str, values: Mapping[str, object]) -> None:
        self.file_name = file_name
        self.place = place
        self._left = dict(values)

    def fault(self, reason: Fault, key: str = "") -> FaultyFrameworkError:
        """Give the failure to raise for this table, or for one key of it."""
        place = ".".join(part for part in (self.place, key) if part)
        return FaultyFrameworkError(self.file_name, place, reason)

    def finish(self) -> None:
        """Refuse keys that nobody took: a misspelt key would otherwise be lost in silence."""
        if self._left:
            raise self.fault(Fault.UNKNOWN_KEY, min(self._left))

    def has(self, key: str) -> bool:
        """Whether the key is there and nobody took it."""
        return key in self._left

    def value(self, kind: type[Fact], **keys: str) -> Fact:
        """Take all there is as the fields of a dataclass, each as its type says, and nothing else.

        What may be None or has a default may be absent, and so may lists: they are empty then.
        `keys` name the fields that a file calls otherwise.

        Raises:
            FaultyFrameworkError: a key is missing, unknown, or does not hold what it is to hold.
        """
        types, told = get_type_hints(kind), {}
        for one in fields(kind):
            key, holds = keys.get(one.name, one.name), types[one.name]
            if not one.init or holds is bytes:  # a file holds no picture
                continue
            fact = self._fact(key, holds)
            if fact is None and one.default is not MISSING:
                fact = one.default
            elif fact is None and NoneType not in get_args(holds):
                raise self.fault(Fault.MISSING, key)
            told[one.name] = fact
        self.finish()
        return kind(**told)

    def _fact(self, key: str, kind: Any) -> Any:  # noqa: ANN401  as the annotation of a field says
        """Take a number, a text, a word of a set or several: None when absent, () of lists."""
        [plain, *_] = [one for one in get_args(kind) if one is not NoneType] or [kind]
        if get_origin(kind) is tuple:
            return (
                self.texts(key)
                if plain is str
                else tuple(row.value(plain) for row in self.tables(key))
            )
        if isinstance(plain, type) and is_dataclass(plain):
            return self._only(key, plain)
        if plain is Decimal:
            return self._number(key)
        if plain is int:
            return self.whole(key)
        value = self.text(key)
        try:
            return None if value is None else plain(value)
        except ValueError:
            raise self.fault(Fault.UNKNOWN_WORD, key) from None

    def text(self, key: str) -> str | None:
        """Take a text, None when absent; an empty text is a fault."""
        value = self._take(key, str)
        if value is not None and not value.strip():
            raise self.fault(Fault.EMPTY, key)
        return value

    def whole(self, key: str) -> int | None:
        """Take a whole number, None when absent; the store keeps 32 bits of it."""
        value = self._take(key, int)
        if value is not None and abs(value) > _LARGEST_WHOLE:
            raise self.fault(Fault.NOT_A_WHOLE_NUMBER, key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, empty when absent."""
        values = self._take(key, list) or []
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(Fault.NOT_A_TEXT, key)
        return tuple(values)

    def tables(self, key: str) -> list["Table"]:
        """Take a list of tables, empty when absent; each one knows its place, e.g. items[3]."""
        values = self._take(key, list) or []
        if not all(isinstance(value, dict) for value in values):
            raise self.fault(Fault.NOT_A_LIST, key)
        return [
            Table(self.file_name, f"{key}[{position}]", value)
            for position, value in enumerate(values, start=1)
        ]

    def _only(self, key: str, kind: type[Fact]) -> Fact | None:
        rows = self.tables(key)
        if len(rows) > 1:
            raise self.fault(Fault.REPEATED, key)
        return rows[0].value(kind) if rows else None

    def _number(self, key: str) -> Decimal | None:
        value = self._left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.fault(Fault.NOT_A_NUMBER, key)
        number = Decimal(value)
        if not number.is_finite():
            raise self.fault(Fault.NOT_A_NUMBER, key)
        return number

    def _take(self, key: str, kind: type[Kind]) -> Kind | None:
        value = self._left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, kind):
            raise self.fault(_KIND_FAULTS[kind], key)
        return value


def read_table(path: Path) -> Table:
    """Read a whole file.

    Raises:
        FaultyFrameworkError: the file is missing or locked, or as `parse_table`.
    """
    try:
        return parse_table(path.name, path.read_bytes())
    except FileNotFoundError:
        raise FaultyFrameworkError(path.name, "", Fault.MISSING_FILE) from None
    except OSError:
        raise FaultyFrameworkError(path.name, "", Fault.NOT_READABLE) from None


def parse_table(file_name: str, content: bytes) -> Table:
    """Read the content of a file; a mark that Windows editors put in front is allowed.

    Raises:
        FaultyFrameworkError: it is not UTF-8 or not TOML.
    """
    try:
        # TOML knows no carriage return of its own, but Windows editors write it.
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return Table(file_name, "", tomllib.loads(text, parse_float=Decimal))
    except UnicodeDecodeError:
        raise FaultyFrameworkError(file_name, "", Fault.NOT_UTF_8) from None
    except tomllib.TOMLDecodeError as error:
        raise FaultyFrameworkError(file_name, str(error), Fault.NOT_TOML) from None
