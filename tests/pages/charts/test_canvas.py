import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from data.documents.pictures.labels import columns, columns_in
from data.words import palette
from pages.charts.canvas import (
    CONFIG,
    NARROWEST,
    TITLE_SIZE,
    Heading,
    Room,
    figure,
)
from pages.charts.shown import on_a_page
from tests.helpers.figures import FIGURES, checked

ROOT = Path(__file__).parents[3]


def _draw(takeaway="ก", *, notes=(), room=None):
    return checked(figure([], {}, Heading(takeaway, "ข", notes), room or Room(100)))


def test_the_height_is_the_plot_and_exactly_the_margins_around_it():
    layout = _draw(room=Room(300, above=20, below=30)).layout
    assert layout.height - layout.margin.t - layout.margin.b == 300


def test_a_longer_heading_makes_the_figure_higher_and_leaves_the_plot_alone():
    short, long = _draw().layout, _draw("คะแนนรวมเพิ่มขึ้นมาก " * 5, notes=("ค",)).layout
    assert long.height > short.height
    assert long.height - long.margin.t - long.margin.b == 100


def test_no_line_of_a_title_is_wider_than_a_phone():
    lines = _draw("คะแนนรวมเพิ่มขึ้นมาก " * 5).layout.title.text.split("<br>")
    assert max(columns(line) for line in lines) <= columns_in(NARROWEST, TITLE_SIZE)


def test_a_heading_is_text_and_never_markup():
    layout = _draw("<b>x</b>", notes=("<a href='http://e'>y</a>",)).layout
    assert layout.title.text == "&lt;b&gt;x&lt;/b&gt;"
    assert not any("<a" in note.text for note in layout.annotations)


def test_the_ground_is_left_to_the_theme():
    layout = _draw().layout
    assert layout.paper_bgcolor is None
    assert layout.plot_bgcolor is None


@pytest.mark.parametrize("name", FIGURES)
def test_no_chart_of_a_page_keeps_a_colour_of_the_light_theme(name):
    sent = json.dumps(on_a_page(FIGURES[name]()).to_dict())

    assert [colour for colour in palette.ON_DARK if colour in sent] == []


def test_a_file_has_the_colours_of_paper():
    chart = FIGURES["budget"]().to_dict()

    assert palette.EMPTY.colour in chart["data"][0]["marker"]["color"]


def test_a_figure_has_no_toolbar_of_its_own():
    assert CONFIG["displayModeBar"] is False


def test_the_figures_can_be_drawn_without_streamlit():
    modules = ["heatmap", "trends", "weakest", "progress", "waterfall", "strip"]
    modules += ["schedule.timeline"]
    imports = "; ".join(f"import pages.charts.{module}" for module in modules)
    code = f"{imports}; import sys; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_app_is_private_and_quiet_unless_told_otherwise():
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"] is True
    assert settings["browser"]["gatherUsageStats"] is False
    assert "*" not in settings["server"]["allowedHosts"]
