"""Failures: an action that cannot go on. Findings in a user's file are in `problems`."""


class ItaError(Exception):
    """Base of every failure the app can explain in words; the class names the reason."""


class UnreadableFileError(ItaError):
    """The file cannot be opened as any container we read."""

    def __init__(self, file_name: str, reason: str) -> None:
        super().__init__(file_name, reason)
        self.file_name = file_name
        self.reason = reason


class UnknownYearError(ItaError):
    """The catalogue does not describe this fiscal year."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class FaultyFrameworkError(ItaError):
    """A part of the catalogue contradicts itself or another; `place`, `reason`: where and how."""

    def __init__(self, file_name: str, place: str, reason: str) -> None:
        super().__init__(file_name, place, reason)
        self.file_name = file_name
        self.place = place
        self.reason = reason


class BlockedImportError(ItaError):
    """The import still has blocking problems, so nothing was saved."""

    def __init__(self, blocking: int) -> None:
        super().__init__(blocking)
        self.blocking = blocking


class NothingToImportError(ItaError):
    """The sheet was read and holds no score, level or measure, so nothing was saved."""


class UnknownBatchError(ItaError):
    """No import batch has this number."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(batch_id)
        self.batch_id = batch_id


class BatchAlreadyUndoneError(ItaError):
    """The batch was undone before."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(batch_id)
        self.batch_id = batch_id


class UnknownMeasureError(ItaError):
    """No current measure has this id."""

    def __init__(self, measure_id: str) -> None:
        super().__init__(measure_id)
        self.measure_id = measure_id


class NoMeasuresError(ItaError):
    """The plan of `year` has no measure for `division`."""

    def __init__(self, division: str, year: int) -> None:
        super().__init__(division, year)
        self.division = division
        self.year = year


class StatusConflictError(ItaError):
    """Somebody reported on the measure after it was read."""

    def __init__(self, measure_id: str) -> None:
        super().__init__(measure_id)
        self.measure_id = measure_id


class InvalidStatusError(ItaError):
    """A status report holds a value outside its range; `field` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NotSetUpError(ItaError):
    """Nobody has said whose dashboard it is, and the file does not plainly name one agency."""


class NoPlannerLeftError(ItaError):
    """With this list of persons nobody who signs in could change anything any more."""


class ExampleStandsError(ItaError):
    """The store is the example: it shows invented numbers, and nobody changes it."""


class UnknownEvidenceError(ItaError):
    """There is no evidence of this number, or it was withdrawn."""

    def __init__(self, evidence_id: int) -> None:
        super().__init__(evidence_id)
        self.evidence_id = evidence_id


class UnknownRoundError(ItaError):
    """There is no round of reporting with this number."""

    def __init__(self, round_id: int) -> None:
        super().__init__(round_id)
        self.round_id = round_id


class RoundClosedError(ItaError):
    """The round was closed, and nothing changes it any more."""

    def __init__(self, round_id: int) -> None:
        super().__init__(round_id)
        self.round_id = round_id


class NoDutiesError(ItaError):
    """A division has no open deadline to be reminded of."""

    def __init__(self, division: str) -> None:
        super().__init__(division)
        self.division = division


class NothingToPublishError(ItaError):
    """There is neither a plan of the year nor any score to put on a web site."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NoSiteFolderError(ItaError):
    """The folder for a web site holds files that are none of one."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


class StoreLockedError(ItaError):
    """Another process has the store open."""


class StoreTooNewError(ItaError):
    """A newer version of the app wrote this store."""


class StoreUnreachableError(ItaError):
    """The place of the store cannot be read or written, or is a network path."""


class StoreSynchronisedError(StoreUnreachableError):
    """The place of the store is a folder that OneDrive, Dropbox or the like keeps in step."""


class StoreAddressError(StoreUnreachableError):
    """The place of the store is the address of something that is neither a file nor PostgreSQL."""


class StoreDriverMissingError(StoreUnreachableError):
    """The store is on PostgreSQL, and the packages for that are not installed."""


class StoreCollationError(StoreUnreachableError):
    """The database on PostgreSQL sorts texts otherwise than by code point, or is not in UTF-8."""


class UnknownAgencyError(ItaError):
    """Which of the agencies `known` is meant was not told, or it is none of them."""

    def __init__(self, known: str = "-") -> None:
        super().__init__(known)
        self.known = known


class NoAgencyError(ItaError):
    """The visitor has entered none of the agencies of the database, or may enter it no more."""


class StoreNotAFileError(ItaError):
    """What was asked for can be done with a store in a file only; this one is on a server."""


class StoreNotFreshError(ItaError):
    """The store that was to take a copy holds something already; nothing was written."""


class StoreFailedError(ItaError):
    """The database stopped in the middle of an action, as on a full disk; it opens again."""


class StoreMovedError(ItaError):
    """The open store is no longer at its path: moved, deleted or replaced; nothing was saved."""


class NothingSavedError(ItaError):
    """The disk or the database failed in the middle of an action, and nothing of it was saved."""


class StoreUnusableError(ItaError):
    """Base of all that is wrong with the files of a store; a backup or a new one replaces them."""


class StoreHeaderDamagedError(StoreUnusableError):
    """The file does not begin as a database, or its first bytes fail their checksum."""


class StoreBlockDamagedError(StoreUnusableError):
    """A block inside the file fails its checksum."""


class StoreTruncatedError(StoreUnusableError):
    """The file is shorter than its header says."""


class StoreEmptyError(StoreUnusableError):
    """The file has no content at all."""


class StoreMissingError(StoreUnusableError):
    """The file is gone, but what belongs to it is still there."""


class SqliteStoreError(StoreUnusableError):
    """The file is an SQLite database."""


class ForeignStoreError(StoreUnusableError):
    """The file is a database, but not one of this app."""


class ForeignLogError(StoreUnusableError):
    """The write-ahead log beside the file is that of another database."""


class DamagedLogError(StoreUnusableError):
    """The write-ahead log beside the file cannot be read; it may hold the newest changes."""


class DependentReportsError(ItaError):
    """Undoing the batch would leave `reports` status reports without their measure."""

    def __init__(self, batch_id: int, reports: int) -> None:
        super().__init__(batch_id, reports)
        self.batch_id = batch_id
        self.reports = reports


class BackupFailedError(ItaError):
    """The backup could not be written or did not verify; nothing was replaced."""


class NotABackupError(ItaError):
    """The file offered for restoring is not a verified store of this app."""


class NotAllowedError(ItaError):
    """The person has no right to this action, or not on this subject; nothing was written."""

    def __init__(self, action: str, person: str, subject: str = "") -> None:
        super().__init__(action, person, subject)
        self.action = action
        self.person = person
        self.subject = subject


class FaultyPeopleError(ItaError):
    """The file that gives people their roles cannot be used, so it gives nobody any."""

    def __init__(self, file_name: str, place: str, reason: str) -> None:
        super().__init__(file_name, place, reason)
        self.file_name = file_name
        self.place = place
        self.reason = reason


class UnsafeSignInError(ItaError):
    """The settings of the sign-in would let anybody in under any name; `reason` says which."""

    def __init__(self, file_name: str, reason: str) -> None:
        super().__init__(file_name, reason)
        self.file_name = file_name
        self.reason = reason
