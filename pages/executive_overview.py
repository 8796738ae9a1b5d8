"""Two minutes for the executive: level, movement, weak points, late work, decisions."""

from data.words import navigation as words
from pages.sections.overview import cards
from pages.sections.scores import figures, heat, profile, scores
from pages.sections.scores.notes import missing_indicators
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen
from pages.shared.twins import as_table

filters = chosen()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
cards.show(filters)
table = scores.indicator_table(filters.years)
if scores.knows_indicators(book):
    drawn = figures.indicator_heatmap(filters.years)
    with drawing.card(drawn) as choices:
        with choices:
            as_rows = as_table("view")
        if as_rows:
            show_table(table, on_row=profile.open_row)
            profile.list_of_profiles()
        else:
            heat.rows(filters.years, drawn.alt)
            drawing.explained(drawn)
else:
    missing_indicators(filters.years)
offer(scores.score_handout(book, table, filters, words.OVERVIEW), "overview")
drawing.score_source()
