"""Whether a store holds what its ledger says."""

from dataclasses import dataclass
from pathlib import Path

import queries
from data.database.connection import Database
from data.database.migrations import migrate
from data.model.errors import NotABackupError


@dataclass(frozen=True, slots=True)
class Integrity:
    """Outcome of a check; `damaged` names the batches whose control sum does not fit."""

    batches: int
    damaged: tuple[int, ...]

    @property
    def sound(self) -> bool:
        """Whether everything the ledger promises is there."""
        return not self.damaged


def check(database: Database) -> Integrity:
    """Compare what each batch should hold with what the tables hold."""
    sums = queries.read(database, "imports/control_sums")
    damaged = sums.loc[sums["expected"] != sums["found"], "batch_id"]
    return Integrity(len(sums), tuple(int(batch) for batch in damaged))


def verified(path: Path) -> Integrity:
    """Give what a file holds, once it is known to be a store of this app; it is migrated.

    Raises:
        NotABackupError: it is a database of something else.
        ItaError: as `Database` and `migrate`.
    """
    copy = Database(path)
    try:
        if not queries.rows(copy, "store/tables", named="import_batch"):
            raise NotABackupError
        migrate(copy)
        return check(copy)
    finally:
        copy.close()
