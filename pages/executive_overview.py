"""Two minutes for the executive: level, movement, weak points, late work, decisions."""

from data.words import navigation as words
from pages.sections.overview import cards
from pages.sections.scores import figures, profile, scores
from pages.sections.scores.notes import missing_indicators
from pages.shared import drawing
from pages.shared.downloads import offer
from pages.shared.filters import chosen
from pages.shared.twins import Leads, chart_or_table

filters = chosen()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
cards.show(filters)
table = scores.indicator_table(filters.years)
if scores.knows_indicators(book):
    leads = Leads(profile.open_profile, profile.open_row)
    drawn = figures.indicator_heatmap(filters.years)
    if chart_or_table(drawn, table, leads, "view", words.LEADS_ON):
        profile.list_of_profiles()
else:
    missing_indicators(book)
offer(scores.score_handout(book, table, filters, words.OVERVIEW), "overview")
drawing.score_source()
