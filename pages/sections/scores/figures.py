"""The figures of the pages, each built once for a state of the store and the filters."""

import pandas as pd

from data.analysis.item_trend import item_trend as item_story
from data.analysis.scorebook import item_scores
from data.framework import framework
from data.tables.filters import Filters
from data.words.scores import trends as words
from data.words.work import progress as progress_words
from pages.charts import heatmap, items, progress, trends, weakest
from pages.charts.schedule import timeline
from pages.sections.divisions.progress import by_division
from pages.sections.divisions.steps import chosen_steps
from pages.sections.measures.measures import chosen_measures, short_names
from pages.sections.scores.scores import chosen_scores
from pages.shared.drawing import Drawing
from pages.shared.session import kept


@kept
def indicator_heatmap(years: tuple[int, ...] | None) -> Drawing:
    """Ten indicators by years with the newest change."""
    book = chosen_scores(years)
    described = framework(book.newest.year)
    scores, changes = book.indicators, book.changes
    return Drawing(
        heatmap.indicator_heatmap(scores, changes, described),
        heatmap.indicator_heatmap_alt(scores, changes, described),
        words.HEATMAP,
    )


@kept
def indicator_small_multiples(years: tuple[int, ...] | None) -> Drawing:
    """One panel an indicator, beside the national average."""
    book = chosen_scores(years)
    figure = trends.indicator_small_multiples(
        book.indicators,
        book.national,
        framework(book.newest.year),
        breaks=book.broken_pairs,
    )
    alt = trends.indicator_small_multiples_alt(book.indicators, breaks=book.broken_pairs)
    return Drawing(figure, alt, words.MULTIPLES)


@kept
def weakest_dots(years: tuple[int, ...] | None, year: int) -> Drawing:
    """Indicators of a year by their distance to the target."""
    book = chosen_scores(years)
    weak, described = book.weakest(year), framework(year)
    return Drawing(
        weakest.weakest_dots(weak, described),
        weakest.weakest_dots_alt(weak, described),
        words.DOTS,
    )


@kept
def item_trend(years: tuple[int, ...] | None, year: int, code: str) -> Drawing:
    """One item over the years, joined only where it is the same item."""
    book = chosen_scores(years)
    story = item_story(item_scores(book), year, code)
    described = framework(year)
    target = float(described.target_of(described.indicator_of_item(code)))
    return Drawing(
        items.item_trend(story, target),
        items.item_trend_alt(story),
        words.ITEM_TREND,
    )


@kept
def division_progress(filters: Filters) -> Drawing:
    """Measures of each division by status."""
    counts = by_division(filters)
    return Drawing(
        progress.division_progress(counts, as_of=filters.as_of, limits=filters.limits()),
        progress.division_progress_alt(counts, as_of=filters.as_of),
        progress_words.CHART_NAME,
    )


@kept
def measure_timeline(filters: Filters) -> Drawing:
    """Measures and their steps over the quarters of the fiscal year, with the day of view."""
    measures = chosen_measures(filters)
    steps = chosen_steps(filters)[list(timeline.NO_STEPS)]
    frame = pd.DataFrame(
        {
            "measure_id": measures["measure_id"],
            "label": short_names(measures),
            "start": measures["start_date"],
            "end": measures["end_date"],
            "status": measures["status"],
            "division": [", ".join(lead) for lead in measures["lead"]],
            "overdue": measures["overdue"],
        }
    )
    return Drawing(
        timeline.measure_timeline(frame, as_of=filters.as_of, limits=filters.limits(), steps=steps),
        timeline.measure_timeline_alt(frame, as_of=filters.as_of, steps=steps),
        progress_words.TIMELINE_NAME,
    )
