"""The agencies of a database that holds several: which there are, and who sees their sums."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from data.commands.arguments import Parser, Run, agency_code
from data.commands.keeping.stores import local_person, opened
from data.commands.output import NOT_DONE, Answer
from data.database import Database, check, copy_store, read_audit, register_for, register_of
from data.framework import organisation
from data.model.access import Area, ListedAgency
from data.model.places import Address, database_place
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import today
from data.words import command_line
from data.words import commands as words
from queries.measures import measures

if TYPE_CHECKING:
    from data.database.postgresql.register import Register


def command(parser: Parser) -> Run:
    """Describe `agencies`."""
    described: dict[str, Callable[[Parser], Run]] = {
        "add": _describe_add,
        "remove": _describe_remove,
        "list": lambda _parser: listed,
        "open": partial(_describe_reading, is_open=True),
        "close": partial(_describe_reading, is_open=False),
        "allow": _describe_allow,
        "forbid": _describe_forbid,
    }
    return parser.deeds(described, command_line.AGENCY_STEPS)


def _describe_add(parser: Parser) -> Run:
    parser.value("code", text="agency_code", type=agency_code, metavar="CODE")
    return add


def _describe_remove(parser: Parser) -> Run:
    parser.value("code", text="agency_code", metavar="CODE")
    parser.value("file", text="removed_into", type=Path, metavar="FILE")
    parser.option("--yes", action="store_true", text="remove")
    return remove


def _describe_reading(parser: Parser, *, is_open: bool) -> Run:
    parser.value("code", text="agency_code", metavar="CODE")
    return lambda arguments: _opened_to_readers(arguments.code, is_open=is_open)


def _describe_allow(parser: Parser) -> Run:
    parser.value("email", text="email", metavar="EMAIL")
    parser.option("--province", text="area_province", required=True, metavar="NAME")
    parser.option("--district", text="area_district", default="", metavar="NAME")
    parser.option("--verified-claim", default="email_verified", metavar="CLAIM")
    return allow


def _describe_forbid(parser: Parser) -> Run:
    parser.value("email", text="email", metavar="EMAIL")
    return forbid


def add(arguments: Namespace) -> Answer:
    """Add an agency, whose store is made when it is opened; the first one makes the register.

    Raises:
        RefusedError: the store is a file.
        ItaError: as `Register.add`.
    """
    with closing(register_for(_place_of(arguments.code))) as register:
        register.add(arguments.code)
    told = [words.AGENCY_ADDED.format(code=arguments.code)]
    return Answer({"code": arguments.code}, told)


def remove(arguments: Namespace) -> Answer:
    """Take an agency out into a fresh file and remove it; without --yes say what that would be.

    Raises:
        RefusedError: the store holds no register, or the agency wrote something meanwhile.
        ItaError: as `open_database` and `copy_store`; nothing is removed then.
    """
    code = arguments.code
    with _register() as register, opened(_place_of(code)) as store:
        facts = {
            "name": organisation().name,
            "batches": check(store).batches,
            "measures": len(measures(store, as_of=today())),
        }
        if arguments.yes:
            with closing(Database(arguments.file).acting_as(local_person())) as target:
                copy_store(store, target)
                with register.removing(code):
                    # Whatever is written is in the audit.
                    if len(read_audit(store)) != len(read_audit(target)):
                        raise RefusedError(Refusal.WRITTEN_MEANWHILE, file_name=arguments.file.name)
    sentence = words.AGENCY_REMOVED if arguments.yes else words.AGENCY_TO_REMOVE
    told = sentence.format(code=code, file_name=arguments.file.name, **facts)
    document = {"code": code, "removed": arguments.yes, **facts}
    return Answer(document, [told], exit_code=0 if arguments.yes else NOT_DONE)


def listed(_arguments: Namespace) -> Answer:
    """List the agencies, and who sees the sums of which area."""
    with _register() as register:
        agencies, areas = register.agencies(), register.areas()
    document = {
        "agencies": [asdict(one) for one in agencies],
        "areas": [
            {"email": one.email, "province": one.province, "district": one.district}
            for one in areas
        ],
    }
    lines = [_agency_line(one) for one in agencies] or [words.NO_AGENCIES]
    lines += [words.AREA_LINE.format(email=one.email, area=words.area(one)) for one in areas]
    return Answer(document, lines)


def allow(arguments: Namespace) -> Answer:
    """Let a person see the sums of an area."""
    area = Area(arguments.email, arguments.province, arguments.district, arguments.verified_claim)
    with _register() as register:
        register.allow(area)
    told = words.AREA_ALLOWED.format(email=area.email, area=words.area(area))
    return Answer({"email": area.email}, [told])


def forbid(arguments: Namespace) -> Answer:
    """Take the sums away from a person."""
    with _register() as register:
        count = register.forbid(arguments.email)
    told = words.AREA_FORBIDDEN.format(email=arguments.email, count=count)
    return Answer({"email": arguments.email, "areas": count}, [told])


def _opened_to_readers(code: str, *, is_open: bool) -> Answer:
    with _register() as register:
        register.open_to_readers(code, is_open=is_open)
    sentence = words.AGENCY_OPENED if is_open else words.AGENCY_CLOSED
    return Answer({"code": code, "open_to_readers": is_open}, [sentence.format(code=code)])


def _place_of(code: str) -> Address:
    place = database_place()
    if not isinstance(place, Address):
        raise RefusedError(Refusal.NO_REGISTER)
    return replace(place, agency=code)


@contextmanager
def _register() -> Iterator["Register"]:
    register = register_of(database_place())
    if register is None:
        raise RefusedError(Refusal.NO_REGISTER)
    with closing(register):
        yield register


def _agency_line(agency: ListedAgency) -> str:
    name = agency.name or words.AGENCY_UNNAMED
    parts = [words.AGENCY_LINE.format(number=agency.number, code=agency.code, name=name)]
    if agency.province:
        parts.append(words.area(agency))
    if agency.open_to_readers:
        parts.append(words.AGENCY_IS_OPEN)
    return " · ".join(parts)
