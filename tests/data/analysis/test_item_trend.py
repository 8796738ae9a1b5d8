import pandas as pd

from data.analysis.item_trend import item_trend


def items(*rows):
    return pd.DataFrame(list(rows), columns=["year", "code", "score"])


def story(trend):
    return [(row.year, row.code, row.score, row.joined) for row in trend.itertuples()]


def test_an_item_is_followed_under_the_code_the_crosswalk_gives_it():
    scores = items((2567, "o4", 0.0), (2568, "o3", 50.0), (2568, "o4", 100.0))

    assert story(item_trend(scores, 2567, "o4")) == [
        (2567, "o4", 0.0, True),
        (2568, "o3", 50.0, True),
        (2568, "o4", 100.0, False),
    ]


def test_it_is_followed_backwards_too():
    scores = items((2567, "o4", 0.0), (2568, "o3", 50.0))

    assert [row[3] for row in story(item_trend(scores, 2568, "o3"))] == [True, True]


def test_the_same_code_in_another_year_is_another_item():
    scores = items((2568, "o25", 50.0), (2569, "o25", 100.0))

    assert story(item_trend(scores, 2569, "o25")) == [
        (2568, "o25", 50.0, False),
        (2569, "o25", 100.0, True),
    ]


def test_an_item_without_a_score_gives_no_row():
    assert item_trend(items((2568, "o1", 100.0)), 2568, "o9").empty
