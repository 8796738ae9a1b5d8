"""Why a command was not carried out, where the engine itself has no failure for it."""

from enum import StrEnum


class Refusal(StrEnum):
    """Reasons; the value is the code of the error in JSON."""

    USAGE = "usage"
    NOTHING_TO_IMPORT = "nothing-to-import"
    NO_SUCH_FILE = "no-such-file"
    CANNOT_WRITE = "cannot-write"
    TOO_MANY_ROWS = "too-many-rows"
    UNKNOWN_MEASURE = "unknown-measure"
    UNKNOWN_DIVISION = "unknown-division"
    UNKNOWN_INDICATOR = "unknown-indicator"
    NO_SUCH_FORMAT = "no-such-format"
    NOTHING_TO_REPORT = "nothing-to-report"
    CANNOT_FETCH = "cannot-fetch"
    NO_STORE = "no-store"
    STORE_ITSELF = "store-itself"
    NOT_A_STORE = "not-a-store"
    STORE_IS_A_FILE = "store-is-a-file"
    ONE_AGENCY = "one-agency"
    AGENCY_KNOWN = "agency-known"
    HOLDS_ONE_AGENCY = "holds-one-agency"
    NO_REGISTER = "no-register"
    WRITTEN_MEANWHILE = "written-meanwhile"
    NO_LINK = "no-link"
    NO_FRONT = "no-front"
    PORT_TAKEN = "port-taken"
    CANNOT_SERVE = "cannot-serve"


class RefusedError(Exception):
    """The command is refused; `values` fill the sentence that says why."""

    def __init__(self, refusal: Refusal, **values: object) -> None:
        super().__init__(refusal, values)
        self.refusal = refusal
        self.values = values
