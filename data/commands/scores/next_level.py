"""The smallest changes of indicators that reach each better level of a year."""

import argparse
from argparse import Namespace
from collections.abc import Iterator, Sequence

from data.analysis.next_level import Change, Difference, Outlook, Target, outlook
from data.analysis.standing import standing
from data.commands.arguments import Parser, Run, fiscal_year, number
from data.commands.keeping.stores import opened
from data.commands.output import Answer, plain
from data.commands.scores.levels import condition, level_text
from data.framework import Framework, framework
from data.model.refusals import Refusal, RefusedError
from data.words import command_line
from data.words import commands as words
from data.words.scores import overview


def command(parser: Parser) -> Run:
    """Describe `next-level`."""
    parser.option("--year", text="one_year", type=fiscal_year, required=True, metavar="YEAR")
    parser.option("--only", type=numbers, metavar="1,4,8")
    return run


def numbers(text: str) -> tuple[int, ...]:
    """Read numbers of indicators, parted by commas."""
    if not text.strip():
        raise argparse.ArgumentTypeError(command_line.NOT_A_NUMBER.format(value=text))
    return tuple(number(part.strip()) for part in text.split(","))


def run(arguments: Namespace) -> Answer:
    """Give the way to each better level, the nearest first."""
    year: int = arguments.year
    described = framework(year)
    _refuse_unknown(arguments.only or (), described)
    with opened() as database:
        start = standing(database, year)
    ahead = outlook(start, only=arguments.only)
    document = {
        "year": year,
        "level": level_text(ahead.level),
        "targets": [_target(target) for target in ahead.targets],
        "basis": ahead.basis.value,
        "differences": [_difference(one) for one in ahead.differences],
        "sample": start.sample,
    }
    return Answer(document, _lines(year, ahead, sample=start.sample))


def _refuse_unknown(only: Sequence[int], described: Framework) -> None:
    """Refuse an indicator the year does not have: to leave it out would change the question."""
    for one in only:
        if described.indicator(one) is None:
            raise RefusedError(Refusal.UNKNOWN_INDICATOR, value=one, year=described.year)


def _target(target: Target) -> dict[str, object]:
    return {
        "level": target.level,
        "reachable": target.reachable,
        "changes": [_change(change) for change in target.changes],
        "sum_of_changes": plain(target.sum_of_changes) if target.reachable else None,
        "total": plain(target.total),
        "blocks": list(map(condition, target.shortfalls)),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "indicator": change.indicator,
        "from": plain(change.from_score),
        "to": plain(change.to_score),
        "instrument": change.instrument,
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "what": one.code,
        "published": plain(one.published),
        "recomputed": plain(one.recomputed),
        "rounding": one.rounding,
    }


def _lines(year: int, ahead: Outlook, *, sample: bool) -> Iterator[str]:
    headline = level_text(ahead.level) or overview.NO_LEVEL
    yield words.LEVEL_NOW.format(year=year, level=headline)
    for target in ahead.targets:
        ways = words.NEXT_LEVEL_SEPARATOR.join(map(_way, target.changes))
        line = words.NEXT_LEVEL if target.reachable else words.NEXT_LEVEL_UNREACHABLE
        yield line.format(level=target.level, changes=ways, sum=target.sum_of_changes)
    if sample:
        yield words.SAMPLES


def _way(change: Change) -> str:
    name = words.named_part(change.instrument, change.indicator)
    return words.CHANGE.format(name=name, before=change.from_score, after=change.to_score)
