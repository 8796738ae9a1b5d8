"""Whose answers a change takes away, and whose it leaves."""

import datetime as dt
import threading

import pytest

from data.database import open_database, report_status
from data.database.permits import log_refusal
from data.model.access import Action, planner_here
from data.model.errors import NotAllowedError
from data.model.records import Status, StatusReport
from pages.shared import kept_answers
from pages.shared.kept_answers import KeptAnswers
from queries import divisions, measures, scores

DAY = dt.date(2099, 1, 1)


def report(database):
    measure_id = measures.measures(database, as_of=DAY)["measure_id"].iloc[0]
    report_status(database, StatusReport(measure_id, Status.DONE, reported_by="ผู้วางแผน"))


def counted(database, answers):
    """A function that asks through the cache, and what was made."""
    made = []

    def ask(name, read):
        def make():
            made.append(name)
            return read(database)

        return answers.ask(name, database, make)

    return ask, made


@pytest.fixture
def asked(sample_database):
    return counted(sample_database, KeptAnswers())


def test_a_report_takes_away_only_what_stands_on_reports(asked, sample_database):
    ask, made = asked

    def twice():
        ask("scores", scores.home_scores)
        ask("progress", lambda store: measures.measures(store, as_of=DAY))
        ask("divisions", divisions.divisions)

    twice()
    report(sample_database)
    twice()

    assert made == ["scores", "progress", "divisions", "progress"]


def test_a_refusal_takes_nothing_away(asked, sample_database):
    ask, made = asked
    ask("scores", scores.home_scores)
    ask("progress", lambda store: measures.measures(store, as_of=DAY))

    log_refusal(sample_database, NotAllowedError(Action.REPORT, "ก"))
    ask("scores", scores.home_scores)
    ask("progress", lambda store: measures.measures(store, as_of=DAY))

    assert made == ["scores", "progress"]


def test_an_answer_stands_on_what_the_kept_answers_inside_it_read(asked, sample_database):
    ask, made = asked

    def outer():
        return ask(
            "outer", lambda _store: len(ask("inner", lambda _s: measures.measures(_s, as_of=DAY)))
        )

    outer()
    report(sample_database)
    outer()

    assert made == ["outer", "inner", "outer", "inner"]


def test_an_answer_outside_stands_on_an_inner_one_that_was_there_before(asked, sample_database):
    ask, made = asked

    def inner():
        return ask("inner", lambda store: measures.measures(store, as_of=DAY))

    inner()
    ask("outer", lambda _store: len(inner()))
    report(sample_database)
    ask("outer", lambda _store: len(inner()))

    assert made == ["inner", "outer", "outer", "inner"]


def test_what_is_written_while_an_answer_is_made_makes_it_old(asked):
    ask, made = asked

    def overtaken(store):
        frame = measures.measures(store, as_of=DAY)
        if len(made) == 1:
            report(store)
        return set(frame["status"])

    first, second = ask("progress", overtaken), ask("progress", overtaken)

    assert made == ["progress", "progress"]
    assert "done" not in first
    assert "done" in second


def test_another_day_is_another_answer(asked, monkeypatch):
    ask, made = asked
    ask("scores", scores.home_scores)

    monkeypatch.setattr(kept_answers, "today", lambda: DAY)
    ask("scores", scores.home_scores)

    assert made == ["scores", "scores"]


def test_a_store_opened_anew_gets_nothing_from_before(tmp_path):
    answers, path = KeptAnswers(), tmp_path / "ita.duckdb"
    made = []
    for _turn in range(2):
        store = open_database(path).acting_as(planner_here("ผู้วางแผน"))
        ask, of_this = counted(store, answers)
        ask("scores", scores.home_scores)
        made += of_this
        store.close()

    assert made == ["scores", "scores"]


def test_of_many_who_ask_at_once_one_makes_the_answer(sample_database):
    answers, made, gate = KeptAnswers(), [], threading.Barrier(4)

    def make():
        made.append(threading.get_ident())
        return len(scores.home_scores(sample_database))

    def ask():
        gate.wait()
        answers.ask("scores", sample_database, make)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 1


def test_the_oldest_answers_make_room(sample_database, monkeypatch):
    monkeypatch.setattr(kept_answers, "MOST", 2)
    answers = KeptAnswers()
    for key in "abc":
        answers.ask(key, sample_database, lambda: 1)

    assert list(answers.kept) == ["b", "c"]
    assert answers.making == {}
