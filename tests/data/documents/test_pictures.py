"""Charts as pictures: every figure is drawn without a browser, with its words and tone marks."""

import io
import re

import numpy as np
import pytest
from PIL import Image

from data.documents.paper import typesetting
from data.documents.pictures.drawing import WIDTH, picture
from data.documents.pictures.text import Run, lines
from data.framework import framework
from pages.charts.trends import indicator_small_multiples
from tests.helpers.figures import FIGURES, NATIONAL, SCORES

FOOT = ("ขอบเขต: ปี 2567–2568 · กองคลัง", "ที่มา: ชุดที่ 1: คะแนน.xlsx")
TAGS = re.compile(r"<[^>]+>")


def words_of(drawn):
    return "".join(run["text"] for mark in drawn["marks"] for run in mark.get("runs", ()))


def page_of(*texts):
    marks = [
        {"kind": "text", "x": 10, "y": 60, "anchor": "left", "angle": 0, "opacity": 1}
        | {"runs": [Run(text, 40, "#000000").content()]}
        for text in texts
    ]
    return {"width": 1200, "height": 100, "marks": marks}


def first_inked_row(text):
    with Image.open(io.BytesIO(typesetting.png("picture", page_of(text)))) as image:
        inked = np.asarray(image.convert("L")) < 128
    return int(np.flatnonzero(inked.any(axis=1))[0])


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_becomes_a_picture_with_all_its_words_and_the_foot(name):
    figure = FIGURES[name]().to_dict()
    layout = figure["layout"]

    drawn = picture(figure, FOOT)

    told = words_of(drawn)
    texts = [layout["title"]["text"], *(note["text"] for note in layout["annotations"])]
    for text in texts:
        for line in text.split("<br>"):
            plain = TAGS.sub("", line).replace("&lt;", "<").replace("&gt;", ">")
            assert plain.replace("&amp;", "&") in told
    assert all(line in told for line in FOOT)
    assert typesetting.png("picture", drawn).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_drawn_outside_the_picture(name):
    drawn = picture(FIGURES[name]().to_dict(), FOOT)

    for mark in drawn["marks"]:
        for x, y in mark.get("points", [(mark.get("x", 0), mark.get("y", 0))]):
            assert -1 <= x <= WIDTH + 1
            assert -1 <= y <= drawn["height"] + 1


def test_an_svg_holds_outlines_that_need_no_font_on_the_reader_s_machine():
    made = typesetting.svg("picture", picture(FIGURES["heatmap"]().to_dict(), FOOT)).decode()

    assert made.startswith("<svg")
    assert "<text" not in made
    assert "font-family" not in made


def test_a_tone_mark_climbs_over_the_vowel_below_it():
    bare, vowel, mark, both = map(first_inked_row, ("ท", "ที", "ท่", "ที่"))

    assert both < vowel < bare
    assert both < mark < bare


def test_tags_become_looks_and_what_is_escaped_stays_text():
    text = 'a <b>b</b><br><span style="color:#D55E00">c</span> &lt;b&gt; <i>d</i>'

    first, second = lines(text, 12, "#000000")

    assert first == [Run("a ", 12, "#000000"), Run("b", 12, "#000000", bold=True)]
    assert second[0] == Run("c", 12, "#D55E00")
    assert second[1] == Run(" <b> <i>d</i>", 12, "#000000")


def test_a_bar_stops_where_its_axis_is_cut():
    figure = FIGURES["waterfall"]().to_dict()
    left = figure["layout"]["margin"]["l"]

    bars = [mark for mark in picture(figure, ())["marks"] if mark["kind"] == "rectangle"]

    assert min(mark["x"] for mark in bars if mark["fill"] == "#9AA3B0" and mark["y"] < 250) >= left


def test_the_national_average_is_drawn_beside_real_scores():
    known = SCORES[SCORES["year"] == 2567]
    average = NATIONAL.assign(value=93.0)

    with_it, without = (
        picture(panels.to_dict(), ())
        for panels in (
            indicator_small_multiples(known, national, framework(2568), breaks=set())
            for national in (average, average.iloc[:0])
        )
    )

    assert len(with_it["marks"]) > len(without["marks"])


def test_a_figure_without_a_foot_keeps_its_height():
    figure = FIGURES["weakest"]().to_dict()

    assert picture(figure, ())["height"] == figure["layout"]["height"]
