"""A statement over every year, asked once, and what is left of it for the years somebody chose."""

import datetime as dt
import random

import pandas as pd
import pytest

import queries
from data.database import Source, report_status, save, undo
from data.framework import years
from data.model.records import SCORE_COLUMNS, Form, Import, Status, StatusReport
from queries import measures, readings, scores, steps

DAY = dt.date(2099, 1, 1)
HOME = {"agency_id": readings.HOME_ID}


def saved(database, rows, content):
    """rows: (year, level, code, value)."""
    frame = pd.DataFrame(
        [("", "", "", *row, False, "", 1, 2) for row in rows], columns=list(SCORE_COLUMNS)
    )
    found = Import(Form.SCORES_LONG, "คะแนน", len(rows), len(rows), 0, frame)
    return save(database, found, Source("คะแนน.xlsx", content, "ผู้วางแผน"))


@pytest.fixture
def scored(database):
    """A store whose years lack this and that; the oldest has a total only."""
    generator = random.Random(2569)  # noqa: S311
    listed = years()[-5:]
    known = [(year, number) for year in listed[1:] for number in range(1, 12)]
    kept = [pair for pair in known if generator.random() < 0.7]
    rows = [
        (year, "indicator", str(number), round(generator.uniform(60, 100), 2))
        for year, number in kept
    ]
    saved(database, [(listed[0], "total", "total", 80.0), *rows], b"scores")
    return database


def subsets():
    generator = random.Random(67)  # noqa: S311
    every = [*years()[-5:], years()[-1] + 1]
    return [tuple(sorted(generator.sample(every, count))) for count in (1, 1, 2, 2, 3, 4, 5, 6)]


def plain(table):
    return table.assign(changes=[[dict(one) for one in cell] for cell in table["changes"]])


@pytest.mark.parametrize("chosen", subsets(), ids=str)
def test_chosen_years_are_left_as_the_statement_itself_leaves_them(scored, chosen):
    asked = queries.read(scored, "readings/indicator_readings", years=list(chosen), **HOME)
    read = readings.indicator_readings(scored, years=chosen)

    pd.testing.assert_frame_equal(plain(read), plain(asked))
    assert readings.year_readings(scored, years=chosen) == queries.rows(
        scored, "readings/year_readings", years=list(chosen), **HOME
    )
    pd.testing.assert_frame_equal(
        scores.home_scores(scored, years=chosen),
        queries.read(scored, "scores/home_scores", years=list(chosen), levels=None),
    )


@pytest.mark.parametrize(
    ("given", "lets_through"),
    [
        ({"years": [2569]}, lambda row: row.plan_year == 2569),
        ({"years": [2500]}, lambda _row: False),
        ({"indicators": [4, 9]}, lambda row: row.indicator in {4, 9}),
        ({"divisions": ["กองคลัง"]}, lambda row: "กองคลัง" in {*row.lead, *row.support}),
        ({"divisions": ["กองคลัง"], "lead_only": True}, lambda row: "กองคลัง" in row.lead),
        ({"divisions": ["กองที่ไม่มี"]}, lambda _row: False),
        ({"divisions": []}, lambda _row: False),
        ({"lead_only": True}, lambda row: len(row.lead) > 0),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_filter_leaves_its_measures_in_the_order_of_the_plan(
    sample_database, given, lets_through
):
    every = measures.measures(sample_database, as_of=DAY)
    wanted = [row.measure_id for row in every.itertuples() if lets_through(row)]

    left = measures.measures(sample_database, as_of=DAY, **given)

    assert left["measure_id"].tolist() == wanted
    assert left.index.tolist() == list(range(len(wanted)))
    assert (left.dtypes == every.dtypes).all()


def test_what_was_read_once_is_read_again_after_a_write(scored, monkeypatch):
    read, asked = queries.read, []
    monkeypatch.setattr(
        queries, "read", lambda *args, **given: asked.append(args[1]) or read(*args, **given)
    )

    def totals():
        found = scores.home_scores(scored)
        return found.loc[found["level"] == "total", "score"].tolist()

    assert (totals(), totals()) == ([80.0], [80.0])
    batch = saved(scored, [(years()[-5], "total", "total", 81.0)], b"newer")
    assert totals() == [81.0]
    undo(scored, batch.batch_id, undone_by="ผู้วางแผน")
    assert totals() == [80.0]
    assert asked.count("scores/home_scores") == 3


def test_what_somebody_does_to_a_frame_reaches_nobody_else(scored):
    first = scores.home_scores(scored)
    first.loc[:, "score"] = 0.0

    assert scores.home_scores(scored)["score"].min() >= 60


def test_a_report_shows_at_once(sample_database):
    def done():
        found = measures.measures(sample_database, as_of=DAY)
        return found.loc[found["status"] == "done", "measure_id"].tolist()

    assert done() == []
    measure_id = measures.measures(sample_database, as_of=DAY)["measure_id"].iloc[0]
    report_status(sample_database, StatusReport(measure_id, Status.DONE, reported_by="ก"))

    assert done() == [measure_id]


def test_a_report_leaves_what_was_read_of_the_plan_alone(sample_database, monkeypatch):
    listed = measures.measures(sample_database, as_of=DAY)["measure_id"]
    steps.steps(sample_database, as_of=DAY)
    asked, statement = [], queries.statement
    report_status(sample_database, StatusReport(listed[0], Status.DONE, reported_by="ก"))
    monkeypatch.setattr(queries, "statement", lambda name: asked.append(name) or statement(name))

    assert measures.measures(sample_database, as_of=DAY)["status"][0] == "done"
    assert len(steps.steps(sample_database, as_of=DAY)) > 0
    assert sorted(asked) == ["measures/told", "steps/progress", "steps/told"]
