"""The buttons under every chart: a picture with the filters and the source of the page."""

import pytest

from data.documents.paper import typesetting
from data.framework import organisation

CHARTS = {
    "executive_overview": 1,
    "yearly_trends": 1,
    "score_movement": 1,
    "division_progress": 2,
}


@pytest.mark.parametrize(("stem", "least"), CHARTS.items())
def test_every_chart_of_a_page_comes_as_png_and_svg(read_page, downloads, stem, least):
    read_page(stem)

    pictures = [key for key in downloads if key.startswith("chart_")]
    assert len(pictures) >= 2 * least
    for key in pictures:
        start = b"\x89PNG" if key.endswith(".png") else b"<svg"
        assert downloads[key]().startswith(start)


def test_the_picture_says_the_filters_and_the_source(read_page, downloads, monkeypatch):
    drawn = []
    monkeypatch.setattr(typesetting, "png", lambda _name, content: drawn.append(content) or b"")
    read_page("division_progress", divisions=["กองคลัง"], role="เฉพาะเจ้าภาพ")

    next(build for key, build in downloads.items() if key.startswith("chart_"))()

    told = "".join(run["text"] for mark in drawn[0]["marks"] for run in mark.get("runs", ()))
    assert "กองคลัง (เฉพาะเจ้าภาพ)" in told
    assert "action-plan-2569.txt" in told
    assert organisation().name in told
