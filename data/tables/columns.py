"""The catalogue of columns: what a key holds, once for screen, Excel, CSV and command line."""

from collections.abc import Iterable, Mapping
from typing import Final

from data.model.columns import Column, Kind
from data.model.records import REPORT_COLUMNS
from data.words.files.tables import HEADINGS

_KEYS: Final[Mapping[Kind, str]] = {
    Kind.LONG_TEXT: (
        "action alignment analysis changed_texts comment comments message name proves "
        "question steps subject support text todo value"
    ),
    Kind.INTEGER: (
        "added audit_id awaiting_evidence batch_id cancelled changed comment_id done down due "
        "due_soon event_id evidence_count evidence_id in-progress indicator item_count late "
        "led measures n not-reported not-started overspent planned_known position "
        "rank recomputed report_id reported round_id rows_imported rows_read rows_reported "
        "schedule_id silent size spent_known steady steps_counted steps_done supported tied "
        "total unchanged unknown up"
    ),
    Kind.YEAR: "item_year plan_year year",
    Kind.SCORE: (
        "after before each_from from_score mean median new old own percentile previous_score "
        "score target to_score total_from weight"
    ),
    Kind.MARKED_SCORE: "marked",
    Kind.CHANGE: "change difference mean_change moved national_change own_change points",
    Kind.EXACT_CHANGE: "contribution",
    Kind.PERCENT: "proposed_percent",
    Kind.MONEY: "budget_left",
    Kind.DATE: "as_of deadline due_date end_date ends_on start_date",
    Kind.DATETIME: (
        "added_at closed_at commented_at imported_at logged_at made_at opened_at reported_at "
        "set_at undone_at withdrawn_at"
    ),
}
_KINDS: Final = {key: kind for kind, keys in _KEYS.items() for key in keys.split()} | {
    column.key: column.kind for column in REPORT_COLUMNS
}


def columns(
    keys: Iterable[str], headings: Mapping[str, str] | None = None, **kinds: Kind
) -> tuple[Column, ...]:
    """Give the columns of a table in the order of their keys; what is not listed above is text.

    Args:
        keys: the columns of the frame that are shown.
        headings: what this table calls its columns, where that is not what all others do.
        kinds: what a key holds here, where that is something else (`total` of measures: a number
            of them; of scores: a score).
    """
    named = {**HEADINGS, **(headings or {})}
    return tuple(
        Column(key, named[key], kinds.get(key, _KINDS.get(key, Kind.TEXT))) for key in keys
    )
