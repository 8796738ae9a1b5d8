import tomllib
from pathlib import Path

import pytest

from data.framework import instrument_codes
from data.words import palette

THEME = tomllib.loads(
    (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)["theme"]
PAGES = [THEME[mode]["backgroundColor"] for mode in ("light", "dark")]
INSTRUMENTS = [palette.instrument_mark(code).colour for code in instrument_codes()]
FILLS = [
    *palette.STEP_FILLS,
    *palette.CHANGE_FILLS.values(),
    palette.EMPTY,
    palette.TOTAL_FILL,
    palette.OVERDUE_MARK.fill,
    *(mark.fill for mark in palette.STATUSES.values()),
]
SAMPLE = palette.Fill(palette.BADGE, palette.DARK)
"""It is to be seen before anything else, on every page."""


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first, second):
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_is_the_one_of_wcag():
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("fill", [*FILLS, SAMPLE])
def test_text_on_a_coloured_cell_can_be_read(fill):
    assert _contrast(fill.colour, fill.text) >= 4.5


@pytest.mark.parametrize("fill", FILLS)
def test_a_ground_as_pale_as_a_light_page_is_another_on_a_dark_one(fill):
    ground, ink = (palette.ON_DARK.get(colour, colour) for colour in (fill.colour, fill.text))
    light, dark = PAGES

    assert _contrast(fill.colour, light) > 1.3 or _contrast(ground, dark) < 2
    assert _contrast(ground, ink) >= 4.5


def test_the_themes_have_the_colours_that_charts_leave_to_them():
    light, dark = (THEME[mode]["chartSequentialColors"] for mode in ("light", "dark"))
    kept = len(palette.ON_DARK)

    assert dict(zip(light[:kept], dark[:kept], strict=True)) == palette.ON_DARK
    assert len(light) == len(dark) == 10


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("colour", [*INSTRUMENTS, palette.RULE, palette.OWN])
def test_lines_and_dots_can_be_seen_on_a_light_and_a_dark_page(colour, page):
    assert _contrast(colour, page) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("text", ["textColor", "linkColor"])
def test_text_and_links_of_the_theme_can_be_read(mode, ground, text):
    assert _contrast(THEME[mode][text], THEME[mode][ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_white_words_on_the_main_button_can_be_read(mode):
    assert _contrast(THEME[mode]["primaryColor"], "#FFFFFF") >= 4.5


def test_each_status_has_its_own_shape_word_and_colour():
    marks = [*palette.STATUSES.values(), palette.OVERDUE_MARK]
    for part in ("shape", "word"):
        assert len({getattr(mark, part) for mark in marks}) == len(marks)
    assert len({mark.fill.colour for mark in marks}) == len(marks)


def test_steps_of_a_colour_scale_do_not_blend():
    assert palette.stepped(("#000001", "#000002")) == [
        [0.0, "#000001"],
        [0.5, "#000001"],
        [0.5, "#000002"],
        [1.0, "#000002"],
    ]
