"""One reading of a year: by the view, by hand in fractions, and by every command."""

import datetime as dt
import os
import random
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction

import pytest

from data.analysis.movement import movement
from data.analysis.next_level import outlook
from data.analysis.overview import overview
from data.analysis.scorebook import scorebook
from data.analysis.simulation import simulate
from data.analysis.standing import Basis, standing, standings
from data.commands.running import main
from data.documents import building
from data.documents.summary import summary
from data.documents.yearly import yearly
from data.framework import framework
from data.tables.scores import totals_table
from data.words import marks as signs
from data.words.scores import overview as words
from queries import readings
from tests.helpers.answers import answered
from tests.readings import rows_of, standing_of, store_of, worked_out

STORES = int(os.environ.get("ITA_RANDOM_STORES", "12"))
"""How many random stores are compared; the longer run is asked for by the environment."""
SEED = 20261129
ALL_85 = dict.fromkeys(range(1, 11), 85)
WITHOUT_TOTALS = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip


@pytest.fixture
def run(monkeypatch, capsys):
    """Give a function that runs a command on an open store and gives its JSON document."""

    def run_json(database, *typed):
        @contextmanager
        def lent():
            yield database

        for module in ("levels", "next_level", "movement", "scores"):
            monkeypatch.setattr(f"data.commands.scores.{module}.opened", lent)
        assert main([*map(str, typed), "--json"]) == 0
        return answered(capsys.readouterr().out, parse_float=Decimal)

    return run_json


def test_ten_indicators_without_totals_are_read_as_their_instruments_and_total(run):
    rows = [(2568, "indicator", str(n), score) for n, score in WITHOUT_TOTALS.items()]
    with store_of(*rows) as database:
        (row,) = run(database, "levels")
        ahead = run(database, "next-level", "--year", 2568)

    assert (row["iit"], row["eit"], row["oit"]) == (Decimal("75.4"), Decimal("80.35"), 100)
    assert (row["total"], row["total_recomputed"]) == (Decimal("86.73"), Decimal("86.7262"))
    assert row["basis"] == dict.fromkeys(("total", "iit", "eit", "oit"), "recomputed")
    assert (row["level"], row["next_level"]) == ("ผ่าน", "ผ่านดี")
    assert [block["what"] for block in row["blocks"]] == ["IIT", "EIT"]
    assert ahead["level"] == "ผ่าน"


def test_a_published_instrument_counts_though_its_indicators_average_a_little_less(run):
    rows = [(2568, "indicator", str(n), score) for n, score in (ALL_85 | {5: 84.98}).items()]
    with store_of(*rows, (2568, "instrument", "IIT", 85.00)) as database:
        (row,) = run(database, "levels")
        ahead = run(database, "next-level", "--year", 2568)

    assert (row["level"], ahead["level"]) == ("ผ่านดี", "ผ่านดี")
    assert [target["level"] for target in ahead["targets"]] == ["ผ่านดีเยี่ยม"]


def test_a_recomputed_number_is_rounded_once_and_last_half_up():
    read = standing_of(2568, indicators=ALL_85 | {5: 84.975})

    # 424.975 / 5 = 84.995 reads as 85.00, and 0.3 x 84.995 + 59.5 = 84.9985 as 85.00.
    assert (read.instruments["IIT"], read.total) == (85.0, 85.0)
    assert read.recomputed == Decimal("84.9985")
    assert read.level.name == "ผ่านดี"


def test_a_recomputed_instrument_enters_the_total_unrounded():
    read = standing_of(
        2568, instruments={"IIT": 80, "OIT": 80}, indicators={6: 80, 7: 80, 8: 80.05}
    )

    # 80.01666... x 0.3 + 56 = 80.005, which reads as 80.01; from 80.02 it would be 80.006.
    assert (read.instruments["EIT"], read.recomputed) == (80.02, Decimal("80.005"))
    assert read.total == 80.01
    assert read.basis == {
        "total": Basis.RECOMPUTED,
        "IIT": Basis.PUBLISHED,
        "EIT": Basis.RECOMPUTED,
        "OIT": Basis.PUBLISHED,
    }


def test_a_number_with_a_missing_part_is_missing_and_tells_how_many_are_known():
    read = standing_of(2568, indicators=dict.fromkeys(range(1, 10), 90))

    assert (read.total, read.level, read.mark) == (None, None, "x")
    assert (read.indicators_known, read.indicators_expected) == (9, 10)
    oit = read.parts[2]
    assert (oit.value, oit.basis, oit.known, oit.expected) == (None, Basis.MISSING, 1, 2)


def test_a_year_with_only_a_level_keeps_it(run):
    with store_of(levels=[(2568, "ผ่านดี")]) as database:
        read = standing(database, 2568)
        (row,) = run(database, "levels")

    assert (read.level.name, read.level_kept, read.total) == ("ผ่านดี", True, None)
    assert (row["level"], row["published_level"], row["total"]) == ("ผ่านดี", "ผ่านดี", None)
    assert row["basis"]["total"] is None


def test_a_published_level_that_differs_is_told_beside_the_one_that_follows():
    scores = {"total": 94.64, "instruments": {"IIT": 95, "EIT": 84.10, "OIT": 100}}
    differing = standing_of(2568, **scores, level="ผ่านดี")
    same = standing_of(2568, **scores, level="ผ่าน")

    assert (differing.level.name, differing.level_differs) == ("ผ่าน", True)
    assert (same.level.name, same.level_differs) == ("ผ่าน", False)


@pytest.mark.parametrize(("printed", "differs"), [("ผ่านดีเยี่ยม", False), ("ต้องปรับปรุง", True)])
def test_a_level_that_is_only_a_lower_bound_differs_only_from_a_worse_one(printed, differs):
    read = standing_of(2568, total=96, level=printed)

    assert (read.level.name, read.level.certain, read.level_differs) == ("ผ่าน", False, differs)


def test_a_break_of_an_instrument_breaks_its_indicators_and_the_total(database):
    found = readings.broken_comparisons(database)
    between = {
        (one.level, one.code) for one in found if (one.from_year, one.to_year) == (2564, 2568)
    }

    assert readings.Comparison(2565, 2566) in found
    assert between == {
        ("total", "total"),
        ("instrument", "EIT"),
        ("indicator", "6"),
        ("indicator", "7"),
        ("indicator", "8"),
    }
    assert not [one for one in found if one.from_year >= 2566]


def test_what_is_recomputed_of_provisional_scores_bears_both_marks(run):
    rows = [(2568, "indicator", str(n), score, n == 9) for n, score in WITHOUT_TOTALS.items()]
    with store_of(*rows) as database:
        (read,) = standings(database)
        listed = run(database, "scores", "--year", "2568")

    assert (read.mark, [part.mark for part in read.parts]) == ("cp", ["c", "c", "cp"])
    provisional = {row["code"] for row in listed if row["provisional"]}
    assert provisional == {"total", "OIT", "9"}
    assert signs.marked("86.73", read.mark) == "86.73 [c] [p]"


def test_a_weak_point_is_what_misses_its_target_and_nothing_else():
    scores = [70, 84.99, 85, 100, 100]
    rows = [(2568, "indicator", str(n), score) for n, score in enumerate(scores, start=1)]
    with store_of(*rows, (2568, "item", "o1", 0), (2568, "item", "o2", 100)) as database:
        weak = readings.weak_points(database, 2568)

    assert weak[["level", "code", "gap", "rank"]].values.tolist() == [
        ["indicator", "1", 15.0, 1],
        ["indicator", "2", 0.01, 2],
        ["item", "o1", 85.0, 1],
    ]


def test_indicators_that_all_tie_at_the_target_are_not_weak():
    with store_of(*[(2568, "indicator", str(n), 85) for n in range(1, 11)]) as database:
        assert readings.weak_points(database, 2568).empty


def random_scores(chance):
    """Draw the scores of two years; many stand near a border, and any of them may be missing."""
    near = [chance.randint(0, 10000), chance.randint(8490, 8510), chance.randint(9490, 9510)]

    def score():
        return Decimal(chance.choice([*near, chance.randint(7000, 10000)])) / 100

    def some(codes):
        likely = chance.choice([0, 0.5, 0.9, 1, 1, 1])
        return {code: score() for code in codes if chance.random() < likely}

    return {
        year: {
            "scores": {
                "total": score() if chance.random() < 0.4 else None,
                "instruments": some(["IIT", "EIT", "OIT"]),
                "indicators": some(range(1, 11)),
            },
            "printed": chance.choice([None, None, "ผ่าน", "ผ่านดี", "ต้องปรับปรุง"]),
        }
        for year in (2567, 2568)
    }


def expected_movement(before, after):
    """Give the change of the total and indicator or instrument -> contribution, by hand."""
    contributions = {}
    for old, new in zip(before.parts, after.parts, strict=True):
        weight = Fraction(new.weight)
        if old.known == old.expected and new.known == new.expected:
            for number, score in new.indicators.items():
                moved = Fraction(score) - Fraction(old.indicators[number])
                contributions[number] = weight / new.expected * moved
        elif old.value is not None and new.value is not None:
            contributions[new.code] = weight * (_mean(new) - _mean(old))
        else:
            contributions[new.code] = None
    known = before.value is not None and after.value is not None
    return (after.value - before.value if known else None), contributions


def _mean(part):
    if part.published is not None:
        return Fraction(part.published)
    return sum(map(Fraction, part.indicators.values())) / part.expected


@pytest.mark.parametrize("number", range(STORES))
def test_every_command_and_page_reads_a_random_store_alike(number, run):
    years = random_scores(random.Random(SEED + number))  # noqa: S311  drawn again by its seed
    rows = [row for year, drawn in years.items() for row in rows_of(year, **drawn["scores"])]
    levels = [(year, drawn["printed"]) for year, drawn in years.items() if drawn["printed"]]
    with store_of(*rows, levels=levels) as shared:
        compare(shared, run, years)


def compare(shared, run, years):
    by_hand = {
        year: worked_out(framework(year), printed=drawn["printed"], **drawn["scores"])
        for year, drawn in years.items()
        if drawn["printed"] or rows_of(year, **drawn["scores"])
    }

    assert {one.year: one for one in standings(shared)} == by_hand
    rows = {row["year"]: row for row in run(shared, "levels")}
    assert set(rows) == set(by_hand)
    book = scorebook(shared)
    for year, read in by_hand.items():
        check_year(shared, run, read, rows[year], book)
    if set(by_hand) == {2567, 2568}:
        check_movement(shared, run, by_hand)
    if by_hand:
        check_documents(shared, run, by_hand)


def check_year(shared, run, read, row, book):
    ahead = run(shared, "next-level", "--year", read.year)
    level = None
    if read.level:
        level = read.level.name if read.level.certain else f"{read.level.name}ขึ้นไป"
    assert (row["level"], ahead["level"]) == (level, level)
    assert row["total"] == (None if read.value is None else read.value)
    assert [block["what"] for block in row["blocks"]] == [block.code for block in read.blocks]
    # A level that is reached is never ahead, and the next one always is where a way is known.
    ranks = [rule.name for rule in framework(read.year).level_rules]
    better = ranks[: read.level.rank - 1] if read.level else ranks
    if ahead["basis"] != "nothing":
        assert [target["level"] for target in ahead["targets"]] == better[::-1]
    assert all(target.sum_of_changes > 0 for target in outlook(read).targets if target.reachable)
    simulated = simulate(read.indicators, read)
    if simulated:
        assert (simulated.total, simulated.instruments) == (
            read.value,
            {part.code: part.value for part in read.parts},
        )
        assert simulated.level == read.level
    weak = sorted(n for n, score in read.indicators.items() if score < read.target)
    found = readings.weak_points(shared, read.year)
    assert sorted(found.loc[found["level"] == "indicator", "indicator"]) == weak
    if book and read.year in book.years:
        assert book.standing(read.year) == read
        below = book.weakest(read.year)
        assert sorted(below.loc[below["gap"] > 0, "indicator"]) == weak


def check_movement(shared, run, by_hand):
    moved = run(shared, "movement", 2567, 2568)
    change, contributions = expected_movement(by_hand[2567], by_hand[2568])
    parts = {
        part["indicator"] or part["instrument"]: part["contribution"] for part in moved["parts"]
    }

    assert moved["change"] == change
    assert parts.keys() == contributions.keys()
    for code, contribution in contributions.items():
        if contribution is None:
            assert parts[code] is None
        else:
            assert abs(Fraction(parts[code]) - contribution) < Fraction(1, 10**9)
    if moved["complete"]:
        known = sum(parts.values()) + moved["framework_effect"] + moved["rounding"]
        assert known == change
    largest = movement(by_hand[2567], by_hand[2568]).largest_rises
    known = [value for value in contributions.values() if value is not None]
    if max(known, default=0) > 0:
        named = {part.indicator or part.instrument for part in largest}
        assert named == {code for code, value in contributions.items() if value == max(known)}


def check_documents(shared, run, by_hand):
    """The overview, the one page, the report and the tables say of the newest year what it is."""
    read = by_hand[max(by_hand)]
    ground = building.ground(shared, 2569, dt.date(2026, 11, 22))
    facts = overview(ground.book, ground.measures)
    answers = {one.question: one for one in words.five_answers(facts)}
    page, report = summary(ground, []), yearly(ground, [])
    total = signs.in_place(read.mark)
    if read.value is not None:
        total = signs.marked(f"{read.value:.2f}", read.mark)

    assert facts.standing == read
    said = words.level_name(read.level) if read.level else words.NO_LEVEL
    assert answers[words.LEVEL].headline == said
    told = {one["question"]: one["headline"] for one in report["answers"]}
    assert told == {question: one.headline for question, one in answers.items()}
    assert {one["question"]: one["headline"] for one in page["answers"]}.items() <= told.items()
    assert page["total"]["cells"][-1] == report["total"]["cells"][-1] == total
    weak = sorted((score, n) for n, score in read.indicators.items() if score < read.target)
    for one in (page, report):
        named = [int(row["name"].partition(".")[0]) for row in one["weakest"]]
        assert named == [number for _, number in weak[:3]]
    if len(by_hand) > 1:
        assert facts.moved.apart == movement(by_hand[2567], by_hand[2568])
    row = totals_table(ground.book.standings, "").frame.iloc[-1]
    certain = read.level is not None and read.level.certain
    assert (row["year"], row["level"]) == (read.year, read.level.name if certain else "")
    assert str(row["total"]) == (total if read.mark else str(float(read.value)))
    exported = run(shared, "scores", "--year", read.year, "--level", "total")
    assert [one["score"] for one in exported] == ([] if read.value is None else [read.value])
