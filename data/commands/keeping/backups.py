"""Taking the whole store away as one verified file, and putting such a file in its place."""

from argparse import Namespace
from pathlib import Path

from data.commands.arguments import Parser, Run
from data.commands.importing.given_files import require_file
from data.commands.keeping.stores import local_person, opened
from data.commands.output import Answer, write_words
from data.database import Integrity, ask_for_backup, backup, restore
from data.database.backups.archives import may_be_replaced
from data.model.access import login_name
from data.model.errors import StoreLockedError
from data.model.places import database_path
from data.model.refusals import Refusal, RefusedError
from data.words import commands as words


def backup_command(parser: Parser) -> Run:
    """Describe `backup`."""
    parser.value("file", text="backup_file", type=Path, metavar="FILE")
    return take


def restore_command(parser: Parser) -> Run:
    """Describe `restore`."""
    parser.value("file", text="restore_file", type=Path, metavar="FILE")
    return put_back


def take(arguments: Namespace) -> Answer:
    """Write a verified copy; an older backup of that name is replaced in one step.

    Raises:
        RefusedError: there is no store, or the file is the store or no backup.
    """
    target: Path = arguments.file
    if not database_path().exists():
        raise RefusedError(Refusal.NO_STORE)
    _refuse_store(target)
    if target.exists() and not (target.is_file() and may_be_replaced(target)):
        raise RefusedError(Refusal.NOT_A_STORE, file_name=target.name)
    return _answer(target, _taken(target), words.BACKED_UP)


def put_back(arguments: Namespace) -> Answer:
    """Restore a backup; what was in its place is moved aside.

    Raises:
        RefusedError: the file is not there, or is the store itself.
    """
    source: Path = arguments.file
    require_file(source)
    _refuse_store(source)
    return _answer(source, restore(database_path(), source, person=local_person()), words.RESTORED)


def _taken(target: Path) -> Integrity:
    """Take the backup here, or let the app take it that has the store open."""
    try:
        with opened() as database:
            return backup(database, target)
    except StoreLockedError:
        write_words([words.ASKING_APP])
    return ask_for_backup(database_path(), target, login_name())


def _answer(path: Path, found: Integrity, sentence: str) -> Answer:
    document = {"file": path.name, "path": str(path), "batches": found.batches}
    told = sentence.format(file_name=path.name, batches=found.batches)
    return Answer(document | {"sound": found.sound}, [told])


def _refuse_store(path: Path) -> None:
    """Refuse the store and its write-ahead log, under whatever name they are given."""
    store = database_path()
    for own in (store, store.with_name(f"{store.name}.wal")):
        same_file = path.exists() and own.exists() and path.samefile(own)
        if same_file or path.resolve() == own.resolve():
            raise RefusedError(Refusal.STORE_ITSELF, file_name=path.name)
