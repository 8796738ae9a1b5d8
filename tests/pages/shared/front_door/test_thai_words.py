"""Streamlit's own words in Thai: each of them is still there to be changed."""

import gzip

import pytest

from data.words.streamlit_words import SCRIPTS
from pages.shared.front_door import thai_words


@pytest.fixture(scope="module")
def scripts():
    return {path.name: path.read_text(encoding="utf-8") for path in thai_words.FOLDER.glob("*.js")}


@pytest.mark.parametrize("english", SCRIPTS)
def test_streamlit_still_says_it_in_these_words(scripts, english):
    assert any(english in text for text in scripts.values())


def test_a_script_comes_in_thai_and_compressed(scripts):
    name = next(name for name, text in scripts.items() if "label:`Print`" in text)

    changed = thai_words.script(f"/ita/static/js/{name}")

    assert "label:`Print`" not in changed.content.decode()
    assert SCRIPTS["label:`Print`"] in gzip.decompress(changed.compressed).decode()


def test_other_addresses_are_left_to_streamlit():
    assert thai_words.script("/static/js/nothing.js") is None
    assert thai_words.script("/") is None
