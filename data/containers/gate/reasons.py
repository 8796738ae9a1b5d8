"""Why a file cannot be read."""

from enum import StrEnum

from data.model.errors import ItaError


class Unreadability(StrEnum):
    """The reasons of `data.model.errors.UnreadableFileError`, ordered by when they are noticed."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN_CONTAINER = "unknown-container"
    NEEDS_OFFICE = "needs-office"
    UNKNOWN_ATTACHMENT = "unknown-attachment"
    MACROS = "macros"
    UNKNOWN_ENCODING = "unknown-encoding"
    PICTURE = "picture"
    NO_PICTURE = "no-picture"
    LOGO_TOO_LARGE = "logo-too-large"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 - the name of a reason
    DAMAGED = "damaged"
    ZIP_BOMB = "zip-bomb"
    TOO_MANY_ENTRIES = "too-many-entries"
    UNSAFE_ENTRY = "unsafe-entry"
    FORBIDDEN_XML = "forbidden-xml"
    LYING_COUNT = "lying-count"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_SHEETS = "too-many-sheets"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_MANY_CELLS = "too-many-cells"
    TEXT_TOO_LONG = "text-too-long"
    UNKNOWN_LETTERS = "unknown-letters"
    BROKEN_QUOTES = "broken-quotes"
    NOT_A_TABLE = "not-a-table"
    CHART_ONLY = "chart-only"
    TIME_LIMIT = "time-limit"
    MEMORY_LIMIT = "memory-limit"
    READER_DIED = "reader-died"


class RefusedError(ItaError):
    """The content is refused; `read_sheets` adds the name of the file."""

    def __init__(self, reason: Unreadability) -> None:
        super().__init__(reason)
        self.reason = reason
