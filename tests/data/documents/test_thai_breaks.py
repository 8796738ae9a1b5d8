"""Cuts of Thai text: the words that occur in it are dictionary enough."""

import random

import pytest
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize

from data.documents.thai_breaks import thai_words_of
from data.framework import framework, years


def texts():
    for year in years():
        described = framework(year)
        yield from (part.name or "" for part in (*described.indicators, *described.items))
        yield from described.notes
    generator, words = random.Random(2569), sorted(thai_words())  # noqa: S311
    for _turn in range(60):
        yield "".join(
            generator.choices([*generator.sample(words, 20), " ", "12.5", "%", "ฯ"], k=25)
        )


def test_a_text_is_cut_as_with_the_whole_dictionary():
    differing = [
        text
        for text in filter(None, texts())
        if thai_words_of(text) != word_tokenize(text, engine="newmm-safe", keep_whitespace=True)
    ]

    assert differing == []


@pytest.mark.parametrize("text", ["", " ", "OIT 85.00", "ๆ", "ก"])
def test_a_text_without_a_word_is_given_back_whole(text):
    assert "".join(thai_words_of(text)) == text


def test_the_whole_dictionary_is_never_made_into_a_tree(monkeypatch):
    from pythainlp.tokenize import newmm  # noqa: PLC0415

    monkeypatch.setattr(newmm, "word_dict_trie", lambda: pytest.fail("62,000 words"))

    assert thai_words_of("85") == ["85"]
    assert thai_words_of("คะแนน") == ["คะแนน"]
