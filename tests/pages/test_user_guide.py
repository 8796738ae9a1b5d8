"""The user guide: every page has a chapter, every chapter can be read and opened by a link."""

from pathlib import Path

import pytest

from data.framework import Evidence, framework
from data.model.places import CHANGELOG
from data.words import guide
from data.words import navigation as words
from data.words.guide.tours import TOURS
from data.words.scores.profile import (
    ASKED_ITEM,
    ASKS,
    EVIDENCE,
    NO_RANGE,
    OPEN,
    RANGE,
    UNKNOWN,
    UNNAMED,
    asks,
    meaning,
)
from pages.shared import navigation
from pages.shared.safe import plain


@pytest.mark.parametrize("stem", navigation.STEMS)
def test_every_page_is_explained_by_a_chapter(stem):
    assert navigation.CHAPTER_OF_PAGE[stem] in guide.CHAPTERS


@pytest.mark.parametrize("chapter", guide.CHAPTERS)
def test_every_chapter_has_text(chapter):
    assert len(guide.chapter(chapter)) > 200


def test_a_link_of_a_page_opens_its_chapter(read_page):
    page = read_page("user_guide", chapter=guide.CHAPTERS["progress"])

    assert page.selectbox[0].value == "progress"
    assert guide.chapter("progress").strip() in [text.value.strip() for text in page.markdown]


def test_a_link_to_an_unknown_chapter_opens_the_first(read_page):
    page = read_page("user_guide", chapter="../../etc/passwd")

    assert not page.exception
    assert page.selectbox[0].value == "start"


def test_nothing_a_page_says_is_a_command():
    """Those who read pages have no window for commands; words of the command line are apart."""
    folder = Path(guide.__file__).parents[1]
    written = [*folder.rglob("*.py"), *folder.rglob("*.md"), CHANGELOG]

    told = {path.name for path in written if "python -m" in path.read_text(encoding="utf-8")}
    assert told == {"command_line.py"}


def test_a_tour_takes_two_minutes_over_pages_that_are_there():
    for stops in TOURS.values():
        assert sum(stop.seconds for stop in stops) <= 120
        assert {stop.page for stop in stops} <= set(navigation.STEMS)


def test_a_tour_links_only_what_the_visitor_may_open(open_page_as, app_store):
    app_store.with_name("people.toml").write_text(
        '[[person]]\nemail = "mayor@kutsakon.go.th"\nrole = "viewer"\n', encoding="utf-8"
    )
    mayor = {"is_logged_in": True, "email": "mayor@kutsakon.go.th"}
    page = open_page_as(mayor, "user_guide", chapter=guide.CHAPTERS[guide.TOUR])

    assert not page.exception
    linked = sum(element.proto.page.startswith("import") for element in page.get("page_link"))
    assert linked == 1  # the history, and not the import
    assert any(plain(words.IMPORT) in text.value for text in page.markdown)


def test_each_indicator_says_what_it_asks_with_its_evidence_or_that_nobody_knows(read_page):
    page = read_page("user_guide", chapter=guide.CHAPTERS[guide.INDICATORS])
    page = page.selectbox(key="glossary_year").select(2567).run()

    said = [text.value for text in page.markdown]
    assert not page.exception
    assert len(page.expander) == 10
    assert any(plain(ASKS.format(items=UNKNOWN)) in text for text in said)


def test_what_is_asked_is_said_by_the_items_that_have_a_name():
    described = framework(2568)
    first = described.indicators[0]
    item, *others = described.items_of(first.number)
    told = asks(first, described)

    assert ASKED_ITEM.format(name=item.name, code="i1", evidence=EVIDENCE[item.evidence]) in told
    assert len(others) == 2
    fifth = described.indicator(2)
    assert UNNAMED.format(count=2) in asks(fifth, described)


def test_one_known_end_of_a_range_is_said_with_its_evidence():
    described = framework(2567)
    told = list(meaning(described.indicator(9), described))

    one_source = EVIDENCE[Evidence.ONE_SOURCE]
    assert RANGE.format(first="o1", last=OPEN, evidence=one_source) in told
    assert NO_RANGE in meaning(described.indicator(1), described)
