import pandas as pd

from data.analysis.indicators import coverage, indicator_changes, weakest
from data.framework import framework
from queries import catalogue, readings
from tests.data.analysis.test_scorebook import save_scores
from tests.readings import indicator_scores, store_of


def home_scores(*rows):
    """rows: (year, level, code, score) or with provisional and revised."""
    full = [(*row, False, False)[:6] for row in rows]
    return pd.DataFrame(full, columns=["year", "level", "code", "score", "provisional", "revised"])


def marks(table):
    return {(row.indicator, row.year): row.mark for row in table.itertuples()}


def test_every_indicator_of_every_shown_year_has_a_row_and_missing_ones_are_marked():
    table = indicator_scores(home_scores((2568, "indicator", "3", 75.1)), [2567, 2568])

    assert len(table) == 20
    assert marks(table)[3, 2568] == ""
    assert marks(table)[3, 2567] == "x"


def test_an_indicator_that_a_year_does_not_have_is_not_assessed():
    table = indicator_scores(
        home_scores((2563, "total", "total", 70.0), (2568, "indicator", "3", 75.1)), [2563, 2568]
    )

    assert marks(table)[3, 2563] == "z"


def test_provisional_and_revised_scores_carry_their_mark(database):
    save_scores(database, (2568, "indicator", "2", 80.0), (2568, "indicator", "3", 80.0))
    save_scores(database, (2568, "indicator", "2", 81.0))
    table = indicator_scores(home_scores((2568, "indicator", "1", 80.0, True)), [2568])

    assert marks(table)[1, 2568] == "p"
    revised = marks(readings.indicator_readings(database))
    assert (revised[2, 2568], revised[3, 2568]) == ("r", "")


def test_a_change_is_exact_to_the_published_decimals():
    table = indicator_scores(
        home_scores((2567, "indicator", "1", 82.1), (2568, "indicator", "1", 85.74)), [2567, 2568]
    )

    first = indicator_changes(table, 2567, 2568).iloc[0]

    assert (first.change, first.reading, first.broken) == (3.64, "up", False)


def test_a_change_of_exactly_the_band_reads_steady_and_one_hundredth_more_does_not():
    table = indicator_scores(
        home_scores(
            (2567, "indicator", "1", 80.0),
            (2568, "indicator", "1", 81.0),
            (2567, "indicator", "2", 80.0),
            (2568, "indicator", "2", 81.01),
            (2567, "indicator", "3", 80.0),
            (2568, "indicator", "3", 78.99),
        ),
        [2567, 2568],
    )

    read = indicator_changes(table, 2567, 2568)["reading"].tolist()

    assert read[:4] == ["steady", "up", "down", "unknown"]


def test_a_change_over_a_break_is_not_read():
    table = indicator_scores(
        home_scores((2565, "indicator", "6", 80.0), (2566, "indicator", "6", 90.0)), [2565, 2566]
    )

    sixth = indicator_changes(table, 2565, 2566).set_index("indicator").loc[6]

    assert (bool(sixth.broken), sixth.reading) == (True, "unknown")


def test_the_weakest_come_first_with_the_points_missing_to_the_target():
    table = indicator_scores(
        home_scores((2568, "indicator", "1", 90.0), (2568, "indicator", "5", 73.24)), [2568]
    )

    found = weakest(table, 2568)

    assert found[["indicator", "gap"]].values.tolist() == [[5, 11.76], [1, 0.0]]


def test_coverage_counts_known_of_expected():
    table = indicator_scores(
        home_scores(*[(2568, "indicator", str(number), 80.0) for number in range(1, 10)]), [2568]
    )

    found = coverage(table, 2568)

    assert (found.known, found.expected, found.complete) == (9, 10, False)


def test_national_averages_come_with_their_note(database):
    found = catalogue.national_scores(database, [2567, 2568])

    assert found[["year", "code", "value"]].values.tolist()[:3] == [
        [2567, "total", 93.05],
        [2567, "8", 84.49],
        [2568, "total", 93.82],
    ]
    assert found.iloc[0].note


def test_an_indicator_that_no_catalogue_lists_keeps_its_score():
    with store_of((2568, "indicator", "11", 50)) as database:
        table = readings.indicator_readings(database).set_index("indicator")

    assert len(table) == len(framework(2568).indicators) + 1
    assert table.loc[11, ["name", "instrument", "score"]].tolist() == ["11", "", 50.0]
