"""The level of each year, and what keeps the agency from the next better one."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from data.analysis.levels import Level, Shortfall
from data.analysis.standing import Basis, Standing, standings
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.output import Answer, plain
from data.words import commands as words
from data.words.scores import overview


def command(parser: Parser) -> Run:
    """Describe `levels`."""
    parser.option("--year", action="append", type=fiscal_year, metavar="YEAR")
    return run


def run(arguments: Namespace) -> Answer:
    """Give a row a year that has a score or a published level."""
    with opened() as database:
        found = standings(database, arguments.year)
    return Answer([_row(one) for one in found], _lines(found))


def _row(one: Standing) -> dict[str, object]:
    return {
        "year": one.year,
        **{part.code.lower(): plain(part.value) for part in one.parts},
        "total": one.total,
        "basis": {
            code.lower(): None if basis is Basis.MISSING else basis.value
            for code, basis in one.basis.items()
        },
        "total_recomputed": plain(one.recomputed),
        "level": level_text(one.level),
        "certain": one.level is not None and one.level.certain,
        "published_level": one.published_level,
        "level_differs": one.level_differs,
        "next_level": one.next_level.name if one.next_level else None,
        "blocks": list(map(condition, one.blocks)),
        "sample": one.sample,
    }


def level_text(reached: Level | None) -> str | None:
    """Name a level; without the instruments it can only be at least so good."""
    return overview.level_name(reached) if reached else None


def condition(block: Shortfall) -> dict[str, object]:
    """Give a condition that is not met: what falls short, its value and what is needed."""
    return {"what": block.code, "value": plain(block.value), "needed": plain(block.needed)}


def _lines(found: Sequence[Standing]) -> Iterator[str]:
    for one in found:
        answer = overview.level_answer(one)
        yield words.LEVEL_LINE.format(
            year=one.year, headline=answer.headline, details=" · ".join(answer.details)
        )
    if not found:
        yield words.NO_LEVELS
    if any(one.sample for one in found):
        yield words.SAMPLES
