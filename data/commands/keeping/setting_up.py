"""Saying whose dashboard it is, and building the example that shows what one looks like."""

from argparse import Namespace
from dataclasses import replace
from typing import Final

from data.catalogue import set_up
from data.commands.arguments import Parser, Run
from data.commands.keeping.stores import opened
from data.commands.output import Answer
from data.examples import build_example, example_path
from data.framework import Division, Organisation, apart, organisation
from data.framework.setting_up import (
    Agency,
    agency_kinds,
    organisation_of,
    proposed_divisions,
    provinces,
)
from data.model.access import login_name
from data.words import commands as words

_FACTS: Final = ("name", "short_name", "kind", "district", "province")


def setup_command(parser: Parser) -> Run:
    """Describe `setup`."""
    kinds = [kind.short for kind in agency_kinds()]
    parser.option("--kind", required=True, choices=kinds, type=str, text="agency_kind")
    parser.option("--name", required=True, text="agency_name")
    parser.option("--province", choices=provinces(), type=str, default="", metavar="NAME")
    parser.option("--district", default="", metavar="NAME")
    parser.option("--division", action="append", text="own_division", metavar="NAME")
    return tell_agency


def examples_command(_parser: Parser) -> Run:
    """Describe `examples`."""
    return make_example


def tell_agency(arguments: Namespace) -> Answer:
    """Set the store up; a second time nothing changes, and divisions not told are kept."""
    with opened() as database:
        batch = set_up(database, _agency(arguments), login_name())
        home = organisation()
    sentence = words.SET_UP if batch else words.SET_UP_BEFORE
    divisions = [division.name for division in home.divisions]
    document = {
        **{fact: getattr(home, fact) for fact in _FACTS},
        "divisions": divisions,
        "changed": batch is not None,
        "batch_id": batch.batch_id if batch else None,
    }
    return Answer(document, [sentence.format(agency=home.name, divisions=", ".join(divisions))])


def make_example(_arguments: Namespace) -> Answer:
    """Build the example anew, beside the store, from the files the app comes with."""
    path = example_path()
    with apart():
        build_example(path)
    return Answer({"path": str(path)}, [words.EXAMPLE_BUILT])


def _agency(arguments: Namespace) -> Agency:
    given = tuple(map(Division, arguments.division or ()))
    told = Agency(arguments.kind, arguments.name, arguments.district, arguments.province, given)
    return told if given else replace(told, divisions=_kept(told, organisation()))


def _kept(told: Agency, home: Organisation) -> tuple[Division, ...]:
    same = organisation_of(told).name == home.name
    return home.divisions if same else proposed_divisions(told.kind)
