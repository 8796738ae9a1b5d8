import pandas as pd
import pytest

from tests.helpers.figures import (
    AGENCIES,
    CHANGES,
    FIGURES,
    MEASURES,
    NATIONAL,
    PARTS,
    PROGRESS,
    SCORES,
    checked,
)


@pytest.mark.parametrize("name", FIGURES)
def test_every_property_of_a_figure_passes_the_check_that_was_left_out(name):
    sent = FIGURES[name]().to_dict()
    figure = checked(FIGURES[name]())
    assert figure.layout.title.text == sent["layout"]["title"]["text"]
    assert len(figure.data) == len(sent["data"]) > 0


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_leaves_the_frame_it_was_made_from_alone(name):
    frames = [SCORES, CHANGES, NATIONAL, PROGRESS, PARTS, MEASURES, AGENCIES]
    before = [frame.copy() for frame in frames]
    FIGURES[name]()
    for frame, copy in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
