"""Completion by division."""

import pandas as pd

from data.model.columns import Table
from data.tables import divisions as tables
from data.tables.filters import Filters
from data.words.work import progress as words
from pages.sections.measures.measures import chosen_measures
from pages.shared.session import database, kept
from queries import divisions as division_queries


@kept
def by_division(filters: Filters) -> pd.DataFrame:
    """Count the shown measures by division and status."""
    return division_queries.division_progress(
        database(),
        as_of=filters.as_of,
        measure_ids=list(chosen_measures(filters)["measure_id"]),
        divisions=filters.divisions,
        lead_only=filters.lead_only,
    )


@kept
def progress_table(filters: Filters) -> Table:
    """Give the table of divisions."""
    return tables.progress_table(by_division(filters), words.TABLE)
