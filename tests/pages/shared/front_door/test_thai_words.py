"""Streamlit's own words in Thai: each of them is still there to be changed."""

import gzip
import re

import pytest
from streamlit import config
from streamlit.elements import exception
from streamlit.proto.Exception_pb2 import Exception as Fault

from data.words.navigation import NEEDS_SCRIPTS, UNNAMED
from data.words.streamlit_words import FAULT, SCRIPTS
from pages.shared.front_door import thai_words
from pages.shared.front_door.fonts import font_at


@pytest.fixture(scope="module")
def scripts():
    return {path.name: path.read_text(encoding="utf-8") for path in thai_words.FOLDER.glob("*.js")}


@pytest.mark.parametrize("english", SCRIPTS)
def test_streamlit_still_says_it_in_these_words(scripts, english):
    assert any(english in text for text in scripts.values())


def test_a_script_comes_in_thai_and_compressed(scripts):
    name = next(name for name, text in scripts.items() if "label:`Print`" in text)

    changed = thai_words.script(f"/ita/static/js/{name}")

    text = gzip.decompress(changed.compressed).decode()
    assert "label:`Print`" not in text
    assert SCRIPTS["label:`Print`"] in text


def test_the_page_is_thai_and_asks_at_once_for_our_fonts_and_for_what_draws_charts():
    page = thai_words.page().decode()
    named = re.findall(r'href="\.(/static/[^"]+)"', page)

    assert not re.search(r">[^<]*\b(?:Streamlit|JavaScript to)\b[^<]*<", page)
    assert page.count('<html lang="th">') == page.count(UNNAMED) == page.count(NEEDS_SCRIPTS) == 1
    assert "SourceSans" not in page
    assert [font_at(path) is None for path in re.findall(r"/app/static/[^\"]+", page)] == [
        False
    ] * 2
    assert sum("PlotlyChart" in path for path in named) == 1
    sent = [gzip.decompress(thai_words.script(path).compressed) for path in named]
    assert not any(b"@font-face{font-family:Source Sans;" in text for text in sent)


def test_what_the_first_key_in_a_table_opens_is_loaded_with_the_table(scripts):
    loaded = thai_words.FIELD_OF_TABLE
    [name] = [name for name, text in scripts.items() if loaded.search(text)]

    text = gzip.decompress(thai_words.script(f"/static/js/{name}").compressed).decode()

    assert len(loaded.findall(scripts[name])) == 2  # of numbers, and of all
    assert text.count("return()=>made?{then:use=>use(made)}:load()})(async()=>await") == 2
    assert not loaded.search(text)


def test_a_chart_takes_the_colours_of_another_theme_from_the_figure_as_it_was_sent(scripts):
    [name] = [name for name, text in scripts.items() if thai_words.THEME_OF_DRAWN.decode() in text]
    assert scripts[name].count(thai_words.THEME_OF_DRAWN.decode()) == 1

    changed = thai_words.script(f"/ita/static/js/{name}")

    text = gzip.decompress(changed.compressed)
    assert thai_words.THEME_OF_DRAWN not in text
    assert thai_words.THEME_OF_SENT in text


def test_a_fault_of_the_program_is_told_in_thai_without_what_it_was(monkeypatch):
    monkeypatch.setattr(exception, thai_words.FAULT_TOLD, "English")
    thai_words.tell_faults()
    told = Fault()
    exception.marshall(told, ValueError("secret"), apply_show_error_details=True)

    assert (told.message, told.type, list(told.stack_trace)) == (FAULT, "", [])
    assert not config.get_option("client.showErrorLinks")


def test_other_addresses_are_left_to_streamlit():
    assert thai_words.script("/static/js/nothing.js") is None
    assert thai_words.script("/") is None
