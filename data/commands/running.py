"""From the words typed to an answer: one parser for all verbs, and failures put into words."""

import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from data.commands import catalogues, measures, output
from data.commands.arguments import Parser
from data.commands.files import exports, reminders, reports, workbooks
from data.commands.importing import imports
from data.commands.keeping import audits, backups, batches, checks, links
from data.commands.scores import levels, movement, next_level, scores
from data.commands.work import comments, evidence, rounds
from data.model.errors import ItaError
from data.model.places import former_catalogue_folder
from data.model.refusals import RefusedError
from data.words import commands as words
from data.words import failures, navigation

FAILED: Final = 2
_VERBS: Final = {
    "import": imports.command,
    "batches": batches.ledger_command,
    "undo": batches.undo_command,
    "scores": scores.command,
    "levels": levels.command,
    "next-level": next_level.command,
    "movement": movement.command,
    "measures": measures.command,
    "report": reports.command,
    "export": exports.command,
    "workbook": workbooks.command,
    "reminders": reminders.command,
    "catalogue": catalogues.command,
    "comment": comments.command,
    "evidence": evidence.command,
    "round": rounds.command,
    "audit": audits.command,
    "backup": backups.backup_command,
    "restore": backups.restore_command,
    "check": checks.command,
    "link": links.command,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 blocking problems, 2 failed or misused."""
    typed = sys.argv[1:] if argv is None else list(argv)
    output.speak_utf8()
    as_json = "--json" in typed
    try:
        arguments = _arguments(typed)
        _say_former_folder()
        answer: output.Answer = arguments.run(arguments)
    except RefusedError as refused:
        return _failed(refused.refusal.value, words.refusal(refused), as_json=as_json)
    except ItaError as error:
        return _failed(_code(error), failures.failure(error), as_json=as_json)
    if as_json:
        output.write_json(answer.document)
    else:
        output.write_words(answer.words)
    return answer.exit_code


def parser() -> Parser:
    """Build the parser of every verb."""
    whole = Parser(words.PROGRAM, description=words.ABOUT, epilog=words.AFTERWORD)
    verbs = whole.add_subparsers(title=words.VERBS, metavar="VERB", required=True)
    for name, describe in _VERBS.items():
        about = words.COMMANDS[name]
        verb = verbs.add_parser(name, help=about, description=about)
        verb.set_defaults(run=describe(verb), verb=verb)
    return whole


def _arguments(typed: Sequence[str]) -> Namespace:
    """Read what was typed; files may stand on both sides of an option."""
    arguments, left = parser().parse_known_args(typed)
    if "files" in arguments and not any(text.startswith("-") for text in left):
        arguments.files += map(Path, left)
    elif left:
        arguments.verb.error(f"unrecognized arguments: {' '.join(left)}")
    return arguments


def _say_former_folder() -> None:
    folder = former_catalogue_folder()
    if folder:
        output.write_words([navigation.FORMER_FOLDER.format(folder=folder)])


def _failed(code: str, message: str, *, as_json: bool) -> int:
    output.write_words([message])
    if as_json:
        output.write_json({"error": {"code": code, "message": message}})
    return FAILED


def _code(error: ItaError) -> str:
    """Give the name of a failure as JSON has it: StoreLockedError is store-locked."""
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
