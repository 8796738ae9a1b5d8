"""The user guide: every page has a chapter, every chapter can be read and opened by a link."""

from pathlib import Path

import pytest

from data.model.places import CHANGELOG
from data.words import guide
from pages.shared import navigation


@pytest.mark.parametrize("stem", navigation.STEMS)
def test_every_page_is_explained_by_a_chapter(stem):
    assert guide.CHAPTER_OF_PAGE[stem] in guide.CHAPTERS


@pytest.mark.parametrize("chapter", guide.CHAPTERS)
def test_every_chapter_has_text(chapter):
    assert len(guide.chapter(chapter)) > 200


def test_a_link_of_a_page_opens_its_chapter(open_page):
    page = open_page("user_guide", chapter=guide.CHAPTERS["progress"])

    assert page.selectbox[0].value == "progress"
    assert guide.chapter("progress").strip() in [text.value.strip() for text in page.markdown]


def test_a_link_to_an_unknown_chapter_opens_the_first(open_page):
    page = open_page("user_guide", chapter="../../etc/passwd")

    assert not page.exception
    assert page.selectbox[0].value == "start"


def test_nothing_a_page_says_is_a_command():
    """Those who read pages have no window for commands; words of the command line are apart."""
    folder = Path(guide.__file__).parents[1]
    written = [*folder.rglob("*.py"), *folder.rglob("*.md"), CHANGELOG]

    told = {path.name for path in written if "python -m" in path.read_text(encoding="utf-8")}
    assert told == {"commands.py"}
