"""Reading the command line: a parser that speaks Thai, and the kinds of values it takes."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from data.commands.output import Answer
from data.importers.plan.matching import place_of
from data.model.choices import Place
from data.model.records import Status
from data.model.refusals import Refusal, RefusedError
from data.words import command_line as words
from data.words.work import statuses

Run = Callable[[argparse.Namespace], Answer]

OUTPUT_SUFFIXES: Final = (".xlsx", ".csv")
NEW_MEASURE: Final = "new"
REPORTED: Final = [one.value for one in Status if one is not Status.NOT_REPORTED]
_CODE: Final = re.compile(r"[a-z][a-z0-9]{1,19}")
_YEAR: Final = re.compile(r"2[56]\d\d")
_LAST_COMMON_ERA: Final = 2400
_IGNORED_IN_WORDS: Final = re.compile(r"\(.*\)|[\s–-]")


class Parser(argparse.ArgumentParser):
    """A parser with Thai headings that raises instead of leaving the process."""

    def __init__(self, prog: str | None = None, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(
            prog, add_help=False, allow_abbrev=False, formatter_class=_Formatter, **settings
        )
        self.named = self.add_argument_group(words.VALUES)
        self.options = self.add_argument_group(words.OPTIONS)
        self.answers = False
        self.options.add_argument("-h", "--help", action="help", help=words.HELP)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            RefusedError: always, with the message in Thai and how the command is used.
        """
        told = f"{words.usage_error(message)}\n{self.format_usage().rstrip()}"
        raise RefusedError(Refusal.USAGE, message=told)

    def value(self, name: str, *, text: str, **settings: Any) -> None:  # noqa: ANN401
        """Take a value that stands without an option's name."""
        self.named.add_argument(name, help=words.ARGUMENTS[text], **settings)

    def option(
        self,
        name: str,
        *,
        text: str = "",
        among: "argparse._MutuallyExclusiveGroup | None" = None,
        **settings: Any,  # noqa: ANN401
    ) -> None:
        """Take an option, one `among` several that exclude each other.

        Its help is found under its own name unless `text` names another.
        """
        key = text or name.removeprefix("--").replace("-", "_")
        (among or self.options).add_argument(name, help=words.ARGUMENTS[key], **settings)

    def deeds(
        self, described: Mapping[str, Callable[["Parser"], Run]], about: Mapping[str, str]
    ) -> Run:
        """Take one of several things a verb does, each with values and options of its own."""
        whole = self.add_subparsers(title=words.VERBS, metavar="STEP", required=True)
        for name, describe in described.items():
            one = whole.add_parser(name, help=about[name], description=about[name])
            one.set_defaults(deed=one.described(describe), verb=one)
        return _do

    def described(self, describe: Callable[["Parser"], Run]) -> Run:
        """Let a verb say what it takes and who does it; each that does something takes --json."""
        run = describe(self)
        if run is not _do:
            if not self.answers:
                self.answer_as()
            self.take_agency()
        return run

    def take_agency(self) -> None:
        """Take --agency for the agency whose store it is, unless it says something else here."""
        if "--agency" not in self._option_string_actions:
            self.option(
                "--agency", text="home", dest="home", default=argparse.SUPPRESS, metavar="CODE"
            )

    def answer_as(self, *, file: bool = False) -> None:
        """Take --json, and where rows can be taken away --out instead of it."""
        self.answers = True
        one = self.options.add_mutually_exclusive_group()
        self.option("--json", among=one, action="store_true")
        if file:
            self.option("--out", among=one, type=output_file, metavar="FILE")


def _do(arguments: argparse.Namespace) -> Answer:
    answer: Answer = arguments.deed(arguments)
    return answer


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


def fiscal_year(text: str) -> int:
    """Read a fiscal year of the Buddhist Era, in Arabic or Thai digits."""
    if not text.isdecimal() or not _YEAR.fullmatch(str(int(text))):
        raise argparse.ArgumentTypeError(words.NOT_A_YEAR.format(value=text))
    return int(text)


def number(text: str) -> int:
    """Read a whole number from 1 that fits the store."""
    if not text.isdecimal() or not 1 <= int(text) < 2**31:
        raise argparse.ArgumentTypeError(words.NOT_A_NUMBER.format(value=text))
    return int(text)


def day(text: str) -> dt.date:
    """Read an ISO date; a year of the Buddhist Era is refused, as it would make all late."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(words.NOT_A_DAY.format(value=text)) from error
    if found.year >= _LAST_COMMON_ERA:
        raise argparse.ArgumentTypeError(words.NOT_COMMON_ERA.format(value=text))
    return found


def measure_match(text: str) -> tuple[Place, str]:
    """Read OLD=NEW: the place of a measure or step, and the stored one it is or "" for new."""
    old, equals, new = text.rpartition("=")
    if not (equals and old.strip() and re.fullmatch(r"[1-9][0-9]*(\.[1-9][0-9]*)?", new)):
        raise argparse.ArgumentTypeError(words.NOT_A_MATCH.format(value=text))
    return place_of(new), "" if old.strip().casefold() == NEW_MEASURE else old.strip()


def row_state(text: str) -> tuple[str, int]:
    """Read STATUS=ROW: how the measure of a row stands, and the number of the row."""
    status, _, row = text.rpartition("=")
    if status.strip() not in REPORTED or not (row.isdecimal() and int(row) > 0):
        told = words.NOT_A_ROW_STATE.format(value=text, states=", ".join(REPORTED))
        raise argparse.ArgumentTypeError(told)
    return status.strip(), int(row)


def row_percent(text: str) -> tuple[int, int]:
    """Read PERCENT=ROW: how far the measure of a row is, and the number of the row."""
    percent, _, row = text.rpartition("=")
    numbers = percent.isdecimal() and row.isdecimal()
    if not (numbers and int(percent) <= 100 and int(row) > 0):
        raise argparse.ArgumentTypeError(words.NOT_A_ROW_PERCENT.format(value=text))
    return int(percent), int(row)


def agency_code(text: str) -> str:
    """Read the code of an agency of a database that holds several."""
    if not _CODE.fullmatch(text):
        raise argparse.ArgumentTypeError(words.NOT_A_CODE.format(value=text))
    return text


def state(text: str) -> str:
    """Read a status or flag by its code or its Thai word and give the code."""
    known = {_folded(word): code for code, word in statuses.STATES.items()}
    known |= {_folded(code): code for code in statuses.STATES}
    try:
        return known[_folded(text)]
    except KeyError as error:
        told = words.NOT_A_STATE.format(value=text, states=states())
        raise argparse.ArgumentTypeError(told) from error


def states() -> str:
    """List the states that can be asked for, with their words."""
    return ", ".join(f"{code} ({word})" for code, word in statuses.STATES.items())


def output_file(text: str) -> Path:
    """Read the name of a file that rows are written to."""
    path = Path(text)
    if path.suffix.lower() not in OUTPUT_SUFFIXES:
        raise argparse.ArgumentTypeError(words.NOT_AN_OUTPUT.format(value=text))
    return path


def _folded(text: str) -> str:
    return _IGNORED_IN_WORDS.sub("", text).casefold()
