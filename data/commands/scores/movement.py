"""Why the total moved between two years: parts that add up to the change."""

from argparse import Namespace
from collections.abc import Iterator

from data.analysis.overview import TotalMovement, total_movement
from data.analysis.standing import standing
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.output import Answer, facts_of, plain
from data.framework import framework
from data.words import commands as words
from data.words.scores import overview
from queries import readings


def command(parser: Parser) -> Run:
    """Describe `movement`."""
    parser.value("before", text="from_year", type=fiscal_year, metavar="FROM")
    parser.value("after", text="to_year", type=fiscal_year, metavar="TO")
    return run


def run(arguments: Namespace) -> Answer:
    """Give the change of the published total, taken apart."""
    before, after = arguments.before, arguments.after
    for year in (before, after):
        framework(year)  # refuses a year that nobody describes
    with opened() as database:
        old, new = standing(database, before), standing(database, after)
        moved = total_movement(old, new, readings.broken_comparisons(database))
    apart = moved.apart
    sample = old.sample or new.sample
    document = {
        "from": apart.from_year,
        "to": apart.to_year,
        "change": plain(apart.change),
        "parts": list(map(facts_of, apart.parts)),
        "framework_effect": plain(apart.framework_effect),
        "rounding": plain(apart.rounding),
        "complete": apart.complete,
        "broken": not moved.comparable,
        "sample": sample,
    }
    return Answer(document, _lines(moved, sample=sample))


def _lines(moved: TotalMovement, *, sample: bool) -> Iterator[str]:
    apart = moved.apart
    years = {"before": apart.from_year, "after": apart.to_year}
    if apart.change is None:
        yield words.NOT_MOVED.format(**years)
    else:
        yield words.MOVED.format(change=apart.change, **years)
    for part in apart.parts:
        if part.contribution is not None:
            name = words.named_part(part.instrument, part.indicator)
            yield words.CONTRIBUTION.format(name=name, points=part.contribution)
    if apart.framework_effect is not None and apart.rounding is not None:
        yield words.CONTRIBUTION.format(name=words.FRAMEWORK_EFFECT, points=apart.framework_effect)
        yield words.CONTRIBUTION.format(name=words.ROUNDING, points=apart.rounding)
    if not moved.comparable:
        yield overview.BROKEN
    if sample:
        yield words.SAMPLES
