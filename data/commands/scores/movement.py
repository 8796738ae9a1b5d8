"""Why the total moved between two years: parts that add up to the change."""

from argparse import Namespace
from collections.abc import Iterator

from data.analysis.movement import Movement, Part, movement
from data.analysis.standing import standing
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.output import Answer, plain
from data.framework import framework
from data.words import commands as words
from data.words.scores import overview
from queries import readings


def command(parser: Parser) -> Run:
    """Describe `movement`."""
    parser.value("before", text="from_year", type=fiscal_year, metavar="FROM")
    parser.value("after", text="to_year", type=fiscal_year, metavar="TO")
    parser.answer_as()
    return run


def run(arguments: Namespace) -> Answer:
    """Give the change of the published total, taken apart."""
    before, after = arguments.before, arguments.after
    for year in (before, after):
        framework(year)  # refuses a year that nobody describes
    with opened() as database:
        old, new = standing(database, before), standing(database, after)
        totals = readings.Comparison(min(before, after), max(before, after))
        broken = totals in readings.broken_comparisons(database)
    moved = movement(old, new)
    sample = old.sample or new.sample
    document = {
        "from": moved.from_year,
        "to": moved.to_year,
        "change": plain(moved.change),
        "parts": [_part(part) for part in moved.parts],
        "framework_effect": plain(moved.framework_effect),
        "rounding": plain(moved.rounding),
        "complete": moved.complete,
        "broken": broken,
        "sample": sample,
    }
    return Answer(document, _lines(moved, broken=broken, sample=sample))


def _part(part: Part) -> dict[str, object]:
    return {
        "instrument": part.instrument,
        "indicator": part.indicator,
        "contribution": plain(part.contribution),
    }


def _lines(moved: Movement, *, broken: bool, sample: bool) -> Iterator[str]:
    years = {"before": moved.from_year, "after": moved.to_year}
    if moved.change is None:
        yield words.NOT_MOVED.format(**years)
    else:
        yield words.MOVED.format(change=moved.change, **years)
    for part in moved.parts:
        if part.contribution is not None:
            name = words.named_part(part.instrument, part.indicator)
            yield words.CONTRIBUTION.format(name=name, points=part.contribution)
    if moved.framework_effect is not None and moved.rounding is not None:
        yield words.CONTRIBUTION.format(name=words.FRAMEWORK_EFFECT, points=moved.framework_effect)
        yield words.CONTRIBUTION.format(name=words.ROUNDING, points=moved.rounding)
    if broken:
        yield overview.BROKEN
    if sample:
        yield words.SAMPLES
