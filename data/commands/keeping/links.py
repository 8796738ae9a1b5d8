"""A link that makes a browser the planner's, also while the app runs."""

from argparse import Namespace

from data.commands.arguments import Parser, Run
from data.commands.output import Answer
from data.database import register_of
from data.model.places import database_place, store_folder
from data.model.refusals import Refusal, RefusedError
from data.people import planner_link
from data.words import commands as words


def command(parser: Parser) -> Run:
    """Describe `link`."""
    parser.option("--renew", action="store_true")
    return run


def run(arguments: Namespace) -> Answer:
    """Make a link; with --renew every browser that was let in before is shut out first.

    Raises:
        RefusedError: the store holds several agencies, of which a link would plan for all.
    """
    if register_of(database_place()):
        raise RefusedError(Refusal.NO_LINK)
    folder = store_folder()
    if arguments.renew:
        planner_link.renew_key(folder)
    link = planner_link.new_link(folder)
    told = [words.LINK_MADE.format(link=link), words.LINK_COUNTS_ONCE]
    return Answer({"link": link, "renewed": arguments.renew}, told)
