"""From the words typed to an answer: one parser for all verbs, and failures put into words."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from data.commands import output
from data.commands.arguments import Parser
from data.model.errors import ItaError
from data.model.places import database_place, former_catalogue_folder, of_agency
from data.model.refusals import Refusal, RefusedError
from data.words import command_line as words
from data.words import commands, failures, navigation

FAILED: Final = 2
_VERBS: Final = {
    "setup": "keeping.setting_up:setup_command",
    "examples": "keeping.setting_up:examples_command",
    "import": "importing.imports:command",
    "batches": "keeping.batches:ledger_command",
    "undo": "keeping.batches:undo_command",
    "scores": "scores.scores:command",
    "levels": "scores.levels:command",
    "next-level": "scores.next_level:command",
    "movement": "scores.movement:command",
    "measures": "measures:command",
    "report": "files.reports:command",
    "export": "files.exports:command",
    "workbook": "files.workbooks:command",
    "reminders": "files.reminders:command",
    "publish": "files.publish:command",
    "catalogue": "catalogues:command",
    "comment": "work.comments:command",
    "evidence": "work.evidence:command",
    "round": "work.rounds:command",
    "audit": "keeping.audits:command",
    "backup": "keeping.backups:backup_command",
    "restore": "keeping.backups:restore_command",
    "copy": "keeping.copies:command",
    "agencies": "keeping.registers:command",
    "check": "keeping.checks:command",
    "serve": "serving.serve:command",
    "link": "keeping.links:command",
    "kit": "keeping.kits:command",
    "schema": "files.schemas:command",
}
"""verb -> the module and function that describe it, loaded only for the verb that is typed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 blocking problems, 2 failed or misused."""
    typed = sys.argv[1:] if argv is None else list(argv)
    output.speak_utf8()
    as_json = "--json" in typed
    try:
        arguments = _arguments(typed)
        _say_former_folder()
        with of_agency(_agency(arguments)):
            answer: output.Answer = arguments.run(arguments)
    except RefusedError as refused:
        return _failed(refused.refusal.value, commands.refusal(refused), as_json=as_json)
    except ItaError as error:
        return _failed(_code(error), failures.failure(error), as_json=as_json)
    if as_json:
        output.write_json(answer.document, _about(arguments))
    else:
        output.write_words(answer.words)
    return answer.exit_code


def _agency(arguments: Namespace) -> str:
    """Give the code of the agency whose store is meant, "" where none was told.

    Raises:
        RefusedError: one was told, and the store is a file.
    """
    told = getattr(arguments, "home", "")
    if told and "target" not in arguments and isinstance(database_place(), Path):
        raise RefusedError(Refusal.ONE_AGENCY)
    return told or os.environ.get("ITA_AGENCY", "")


def parser(typed: Sequence[str]) -> Parser:
    """Build the parser; of the verbs only one that is typed takes its arguments."""
    whole = Parser(words.PROGRAM, description=words.ABOUT, epilog=words.AFTERWORD)
    whole.take_agency()
    verbs = whole.add_subparsers(title=words.VERBS, metavar="VERB", required=True)
    for name, home in _VERBS.items():
        about = words.COMMANDS[name]
        verb = verbs.add_parser(name, help=about, description=about)
        if name in typed:
            module, _, describe = home.partition(":")
            run = verb.described(getattr(import_module(f"data.commands.{module}"), describe))
            verb.set_defaults(run=run, verb=verb)
    return whole


def _arguments(typed: Sequence[str]) -> Namespace:
    """Read what was typed; files may stand on both sides of an option."""
    arguments, left = parser(typed).parse_known_args(typed)
    if "files" in arguments and not any(text.startswith("-") for text in left):
        arguments.files += map(Path, left)
    elif left:
        arguments.verb.error(f"unrecognized arguments: {' '.join(left)}")
    return arguments


def _say_former_folder() -> None:
    folder = former_catalogue_folder()
    if folder:
        output.write_words([navigation.FORMER_FOLDER.format(folder=folder)])


def _about(arguments: Namespace) -> str:
    """Name what answers, with the step where a verb has several: levels, catalogue-show."""
    named: str = arguments.verb.prog.removeprefix(words.PROGRAM)
    return "-".join(named.split())


def _failed(code: str, message: str, *, as_json: bool) -> int:
    output.write_words([message])
    if as_json:
        output.write_json({"error": {"code": code, "message": message}}, "error")
    return FAILED


def _code(error: ItaError) -> str:
    """Give the name of a failure as JSON has it: StoreLockedError is store-locked."""
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
