"""Completion by division."""

from collections.abc import Iterator

import pandas as pd

from data.analysis.plan.division_counts import division_progress
from data.model.columns import Table
from data.tables import divisions as tables
from data.tables.filters import Filters
from data.words.work import progress as words
from pages.sections.divisions.steps import step_table
from pages.sections.measures.measures import chosen_measures
from pages.shared.session import kept


@kept
def by_division(filters: Filters) -> pd.DataFrame:
    """Count the shown measures by division and status."""
    return division_progress(
        chosen_measures(filters),
        as_of=filters.as_of,
        divisions=filters.divisions,
        lead_only=filters.lead_only,
    )


@kept
def progress_table(filters: Filters) -> Table:
    """Give the table of divisions."""
    return tables.progress_table(by_division(filters), words.TABLE)


def tables_of(filters: Filters) -> Iterator[Table]:
    """Give what belongs into a file beside the measures."""
    yield progress_table(filters)
    yield step_table(filters)
