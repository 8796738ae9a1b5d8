"""The five answers as cards: they fill one screen of the office and stack on a phone."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.grid_container import GridContainer

from data.analysis.overview import Matter, Overview, overview
from data.analysis.plan.weak_points import LOWEST
from data.framework import framework
from data.model.access import Action
from data.model.records import Flag, Status
from data.tables.filters import Filters
from data.words import navigation as navigation_words
from data.words import palette
from data.words.files import documents as document_words
from data.words.scores import overview as words
from data.words.work import statuses
from pages.sections.measures.measures import chosen_measures
from pages.sections.scores import indicator_line, instruments, total_line
from pages.sections.scores.profile import profile_link
from pages.sections.scores.scores import chosen_scores
from pages.shared.elements import markup
from pages.shared.elements.links import link
from pages.shared.safe import plain
from pages.shared.session import can, kept

PAGES = {
    Matter.NEXT_LEVEL: ("next_level", None),
    Matter.PLAN: ("linked_measures", None),
    Matter.NO_REPORT: ("division_progress", Status.NOT_REPORTED),
    Matter.LATE: ("division_progress", Flag.OVERDUE),
    Matter.EVIDENCE: ("division_progress", Flag.AWAITING_EVIDENCE),
    Matter.SILENT: ("division_progress", Flag.SILENT),
}
"""Where each decision is made, and the state of the measures it is about."""


@kept
def facts_of(filters: Filters) -> Overview:
    """Gather the facts of the chosen years and day."""
    return overview(chosen_scores(filters.years), chosen_measures(filters))


def show(filters: Filters) -> None:
    """Draw the answers; the order is that of a phone: result, decisions, the rest."""
    facts = facts_of(filters)
    grid = _grid()
    with grid.cell(column_span=2), _card("result"):
        _result(facts)
    with grid, _card("decisions"):
        _decisions(facts)
    instruments.cards(filters.years, lead=True)
    grid = _grid()
    with grid.cell(column_span=2), _card("weak"):
        _weak_points(facts, filters.years)
    with grid, _card("work"):
        _work(facts)


def _grid() -> GridContainer:
    return st.grid(3, min_column_width=280, gap="small")


def _card(name: str) -> DeltaGenerator:
    return st.container(border=True, height="stretch", gap="xxsmall", key=f"card_{name}")


def _result(facts: Overview) -> None:
    standing, moved = facts.standing, facts.moved
    if standing is None:
        raise AssertionError  # chosen_scores has ended the page
    level = words.level_answer(standing)
    movement = words.movement_answer(standing.year, moved)
    st.header(words.RESULT.format(year=standing.year), anchor=False)
    numbers, drawn = st.columns([2, 3], gap="small", vertical_alignment="center")
    with numbers:
        shape, fill = ("○", palette.EMPTY)
        if standing.level is not None:
            shape, fill = palette.level_badge(standing.level.rank)
        way = words.direction(moved)
        badge = markup.badge(level.headline, shape, fill)
        change = markup.change(f"{words.ARROWS[way]} {movement.headline}", way)
        since = " ".join(movement.details[:1])
        markup.draw(markup.hero(words.total_text(standing), badge, change, since))
        # What the next level lacks stands among the decisions.
        to_decide = any(one.matter is Matter.NEXT_LEVEL for one in facts.decisions)
        for detail in level.details[1 + to_decide :]:
            link("next_level", detail)
        for cause in movement.details[1:2]:
            link("score_movement", cause)
    with drawn:
        total_line.draw(facts.totals, framework(standing.year).level_rules)


def _decisions(facts: Overview) -> None:
    st.header(words.DECIDE, anchor=False)
    if facts.standing is None or not facts.decisions:
        st.markdown(words.DECIDE_NOTHING)
        return
    for decision in facts.decisions[: words.MOST_DECISIONS]:
        stem, state = PAGES[decision.matter]
        chosen = {"states": statuses.STATES[state.value]} if state else {}
        link(stem, words.decision(facts.standing, decision), icon="arrow_forward", **chosen)
    more = len(facts.decisions) - words.MOST_DECISIONS
    if more > 0:
        link("division_progress", words.MORE_DECISIONS.format(count=more))


def _weak_points(facts: Overview, years: tuple[int, ...] | None) -> None:
    weak = facts.weak
    if weak is None:
        return
    answer = words.weakest_answer(weak)
    st.header(words.WEAKEST, anchor=False)
    st.markdown(plain(answer.headline))
    grid = st.grid(LOWEST, min_column_width=160, gap="small")
    for one in weak.foremost:
        states = facts.work.by_indicator.get(one.number, {})
        name = document_words.INDICATOR.format(number=one.number, name=one.name)
        with grid, st.container(gap=None, key=f"lead_{one.number}"):
            profile_link(one.number, name)
            bar = markup.score_bar(one.score, float(one.target), palette.STEP_FILLS[0].colour)
            note = words.weak_note(one, facts.work, states)
            line = indicator_line.line(years, one.number, indicator_line.IN_A_ROW)
            markup.draw(markup.figure_row(f"{one.score:.2f}", note, bar), line)
    for more in answer.details[len(weak.foremost) :]:
        st.caption(plain(more))


def _work(facts: Overview) -> None:
    work = facts.work
    answer = words.late_answer(work)
    st.header(words.LATE, anchor=False)
    st.markdown(plain(answer.headline))
    if work.plan_year is None and can(Action.IMPORT):
        link("import_files", navigation_words.IMPORT, icon="arrow_forward")
    drawn = dict(list(work.by_lead.items())[: words.MOST_DIVISIONS])
    for division, states in drawn.items():
        link("profiles/division", division, division=division)
        markup.draw(markup.parts(states))
    if drawn:
        markup.draw(markup.legend(state for states in drawn.values() for state in states))
    rest = len(work.by_lead) - words.MOST_DIVISIONS
    if rest > 0:
        link("division_progress", words.MORE_DIVISIONS.format(count=rest))
